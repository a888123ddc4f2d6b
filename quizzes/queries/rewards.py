"""What students have earned for their rockets, and what there is to earn."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Min
from django.utils import timezone

from quizzes.models import Reward, Sitting, Student
from quizzes.queries.bests import Flight, flights_of
from quizzes.queries.practice import attempts_of
from quizzes.rules.bests import bests_of
from quizzes.rules.deeds import Record
from quizzes.rules.practice import Attempt, knowledge_of
from quizzes.rules.rocket import BY_CODE, STARTING, Outfit, Part, Slot, fitted, parts_of
from quizzes.rules.skills import SKILLS


@dataclass(frozen=True)
class Choice:
    """A part as its student sees it: there to be chosen, or with what earns it."""

    part: Part
    owned: bool
    fitted: bool


@dataclass(frozen=True)
class Workshop:
    """The page on which a rocket is fitted out."""

    outfit: Outfit
    slots: tuple[tuple[Slot, tuple[Choice, ...]], ...]
    owned: int
    total: int


def workshop(student: Student) -> Workshop:
    """One query."""
    owned, outfit = owned_by(student), outfit_of(student)
    slots = tuple(
        (slot, tuple(Choice(part, part.code in owned, outfit[slot] == part.code) for part in parts_of(slot)))
        for slot in Slot
    )
    return Workshop(outfit, slots, len(owned), len(BY_CODE))


def outfit_of(student: Student) -> Outfit:
    """What the student's rocket is fitted out with; a guest's is plain."""
    return fitted({} if student.guest_in_id else student.outfit, seed=student.pk)


def owned_by(student: Student) -> frozenset[str]:
    """The codes of what the student may choose: the start, and what is earned."""
    return STARTING | {code for code in student.rewards.values_list("code", flat=True) if code in BY_CODE}


def new_parts(sitting: Sitting) -> tuple[Part, ...]:
    """What was earned by finishing this sitting: until the student finished the next one. Two queries."""
    if sitting.finished_at is None:
        return ()
    later = Sitting.objects.filter(student=sitting.student_id, finished_at__gt=sitting.finished_at)
    until = later.aggregate(first=Min("finished_at"))["first"]
    earned = Reward.objects.filter(student=sitting.student_id, earned_at__gte=sitting.finished_at)
    if until is not None:
        earned = earned.filter(earned_at__lt=until)
    codes = set(earned.values_list("code", flat=True))
    return tuple(part for part in BY_CODE.values() if part.code in codes)


def records(students: Collection[Student]) -> dict[int, Record]:
    """What each student has done, from what is finished. Five queries, however many there are."""
    flights = flights_of(students)
    attempts = attempts_of(students, SKILLS, timed=False)
    return {student.pk: _record(flights[student.pk], attempts[student.pk]) for student in students}


def _record(flights: list[Flight], attempts: list[Attempt]) -> Record:
    rounds = [flight for flight in flights if flight.practice]
    return Record(
        rounds=len(rounds),
        stars=sum(standing.stars() for standing in knowledge_of(attempts).values()),
        mended=sum(flight.run.mended for flight in flights),
        bests=bests_of(flight.run for flight in flights).beaten,
        games=sum(flight.live for flight in flights),
        days=len({timezone.localdate(flight.finished_at) for flight in rounds}),
    )
