"""A student's own bests, from what is finished: nothing here tells a mark before its time."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from quizzes.models import Answer, LiveGame, Sitting, Student
from quizzes.queries.left_out import games_in
from quizzes.queries.practice import attempts_of
from quizzes.queries.sittings import left_out
from quizzes.rules.bests import STREAK, News, Run, bests_of, news, quickest
from quizzes.rules.game import Game
from quizzes.rules.marking import Outcome
from quizzes.rules.practice import Step, fluency
from quizzes.rules.skills import SKILLS


@dataclass(frozen=True)
class Flight:
    """A finished sitting with at least one answer."""

    sitting: int
    finished_at: datetime
    practice: bool
    live: bool
    run: Run


@dataclass(frozen=True)
class OwnBests:
    """For the child's page; `streak` is None while it is short, `quickest` while too little was measured."""

    streak: int | None
    quickest: Step | None
    seconds: float | None


def flights_of(students: Collection[Student]) -> dict[int, list[Flight]]:
    """By student, in the order of time. Three queries."""
    sittings = (
        Sitting.objects.filter(student__in=[student.pk for student in students], finished_at__isnull=False)
        .select_related("assignment")
        .order_by("finished_at", "pk")
    )
    tries = _tries(sittings)
    games = games_in(LiveGame.objects.filter(assignment__in=sittings.order_by().values("assignment")))
    flights: dict[int, list[Flight]] = {student.pk: [] for student in students}
    for sitting in sittings:
        if sitting.finished_at and sitting.pk in tries:
            game = games.get(sitting.assignment_id)
            flights[sitting.student_id].append(_flight(sitting, sitting.finished_at, tries[sitting.pk], game))
    return flights


def own_bests(student: Student) -> OwnBests:
    """Six queries."""
    streak = bests_of(flight.run for flight in flights_of([student])[student.pk]).streak
    found = quickest(attempts_of([student], _BY_HEART)[student.pk])
    step, seconds = found or (None, None)
    return OwnBests(streak if streak >= STREAK else None, step, seconds)


def news_of(sitting: Sitting) -> News:
    """What this sitting was the best of when it was finished. Three queries."""
    flights = flights_of([sitting.student])[sitting.student_id]
    place = next((place for place, flight in enumerate(flights) if flight.sitting == sitting.pk), None)
    return News() if place is None else news([flight.run for flight in flights[: place + 1]])


def _tries(sittings: QuerySet[Sitting]) -> dict[int, dict[int, list[Outcome]]]:
    """Of each sitting, the outcomes of each question, first to last."""
    tries: dict[int, dict[int, list[Outcome]]] = defaultdict(lambda: defaultdict(list))
    given = (
        Answer.objects.counting().filter(sitting__in=sittings.order_by().values("pk"), late=False).order_by("number")
    )
    for sitting, question, mark in given.values_list("sitting", "question", "mark"):
        tries[sitting][question].append(Outcome(mark))
    return tries


def _flight(sitting: Sitting, finished_at: datetime, tries: dict[int, list[Outcome]], game: Game | None) -> Flight:
    given = sitting.assignment
    if given.is_practice:
        kind = f"practice {given.practised_skill}"
    else:
        kind = f"quiz {given.quiz_id}" if given.quiz_id else f"assignment {given.pk}"
    counting = (pk for pk in sitting.order if left_out(game, pk) is None)
    run = Run(kind, given.title, tuple(tuple(tries.get(pk, ())) for pk in counting))
    return Flight(sitting.pk, finished_at, given.is_practice, game is not None, run)


_BY_HEART = frozenset(code for code, skill in SKILLS.items() if fluency.asked_by_heart(skill))
