"""What a child sees of the class's assignments: the child's own page, and the score of one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import Prefetch, Q

from quizzes.models import Answer, AskedQuestion, Assignment, Correction, Sitting, Student
from quizzes.queries.revealing import Shown, marks_shown, shown
from quizzes.queries.seats import NEVER_LONGER
from quizzes.queries.sittings import QuestionState, SittingState, game_of, group_by_question, left_out, sitting_state
from quizzes.rules import scoring
from quizzes.rules.figures import NumberLine
from quizzes.rules.marking import Outcome
from quizzes.rules.prompts import Prompt
from quizzes.rules.questions import Layout

BEGUN_SHOWN = 20


class Stage(StrEnum):
    """Where an assignment stands for one child."""

    LIVE = "live"  # the class plays it now
    OPEN = "open"
    COMING = "coming"
    FINISHED = "finished"
    CLOSED = "closed"  # before this child had finished


@dataclass(frozen=True)
class Progress:
    """One assignment on the child's page. `score` is None until the sitting is finished."""

    assignment: Assignment
    stage: Stage
    answered: int
    total: int
    score: scoring.Score | None


@dataclass(frozen=True)
class Line:
    """One question of the score page. `shown` is the answer that counts, as far as its child may see it."""

    number: int
    prompt: Prompt
    spoken: str
    layout: Layout
    figure: NumberLine | None
    shown: Shown | None
    corrected: bool


@dataclass(frozen=True)
class ScorePage:
    """`score` is None until the sitting is finished."""

    finished: bool
    answered: int
    score: scoring.Score | None
    lines: tuple[Line, ...]


def progress(student: Student, now: datetime) -> list[Progress]:
    """What was given to the class, newest first, in four queries however many there are.

    Of those begun, the last twenty; those that closed before the child began are left out, as there is nothing to
    do in them and nothing to look at.
    """
    sittings = student.sittings.filter(assignment__practised_by=None)
    begun = {row.assignment_id: row for row in sittings.order_by("-started_at")}
    assignments = student.classroom.assignments.given()
    wanted = (
        Q(pk__in=list(begun)[:BEGUN_SHOWN]) | Q(pk__in=assignments.open_at(now)) | Q(opens_at__gt=now, closed_at=None)
    )
    bare = AskedQuestion.objects.defer("body")
    given = list(assignments.select_related("game").filter(wanted).prefetch_related(Prefetch("questions", bare)))
    answers = group_by_question(
        Answer.objects.filter(sitting__student=student, sitting__assignment__in=given)
        .defer("strokes", "reading")
        .order_by("number")
    )
    return [_progress(assignment, begun.get(assignment.pk), answers, now) for assignment in given]


def _progress(
    assignment: Assignment, sitting: Sitting | None, answers: Mapping[int, list[Answer]], now: datetime
) -> Progress:
    game = game_of(assignment)
    states = [
        QuestionState(row, tuple(answers.get(row.pk, ())), assignment.tries_allowed)
        for row in assignment.questions.all()
        if left_out(game, row.pk) is None
    ]
    stage = stage_of(assignment, sitting, now)
    return Progress(
        assignment,
        stage,
        answered=sum(state.done for state in states),
        total=len(states),
        score=_score(states) if stage is Stage.FINISHED else None,
    )


def stage_of(assignment: Assignment, sitting: Sitting | None, now: datetime) -> Stage:
    if sitting is not None and sitting.finished_at is not None:
        return Stage.FINISHED
    if assignment.is_open(now):
        if not assignment.is_live:
            return Stage.OPEN
        return Stage.LIVE if now - assignment.game.created_at < NEVER_LONGER else Stage.CLOSED
    if assignment.closed_at is None and assignment.opens_at is not None and now < assignment.opens_at:
        return Stage.COMING
    return Stage.CLOSED


def score_page(sitting: Sitting) -> ScorePage:
    """Every question in the child's own order, with no more of it than the child may know now. Three queries."""
    state = sitting_state(sitting, with_ink=True)
    corrected = set(Correction.objects.filter(answer__sitting=sitting, undone_at=None).values_list("answer", flat=True))
    finished = sitting.finished_at is not None
    return ScorePage(
        finished=finished,
        answered=state.answered,
        score=_score(state.questions) if finished else None,
        lines=tuple(_line(number, row, state, corrected) for number, row in enumerate(state.questions, start=1)),
    )


def _line(number: int, row: QuestionState, state: SittingState, corrected: set[UUID]) -> Line:
    question = row.asked.question
    answer = _answer_that_counts(row)
    seen = shown(answer, state) if answer else None
    return Line(
        number=number,
        prompt=question.prompt,
        spoken=question.spoken(),
        layout=question.layout,
        figure=question.figure,
        shown=seen,
        corrected=marks_shown(state, row.asked.pk) and any(given.pk in corrected for given in row.answers),
    )


def _answer_that_counts(row: QuestionState) -> Answer | None:
    """A right one, if any try was; else the last."""
    return next((answer for answer in row.answers if answer.mark == Outcome.RIGHT), row.last)


def _score(states: Iterable[QuestionState]) -> scoring.Score:
    return scoring.score(state.outcome for state in states)
