"""What students attempted, what they may practise, and how it stands for them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import F, Window
from django.db.models.functions import RowNumber
from django.utils import timezone

from quizzes.models import Answer, Assignment, ClassroomSkill, LiveGame, Sitting, Student
from quizzes.queries.left_out import left_out_in
from quizzes.rules.marking import Outcome
from quizzes.rules.practice import Attempt, Knowledge, Standing, Stars, Step, in_curriculum_order, knowledge_of

INKS_TIMED = 20
"""Of each student, the latest answers whose ink is fetched to tell the time of writing: enough for a pace and for the
five that a speed is the median of, and little enough to be looked at after every answer."""

ROUNDS_SHOWN = 5


@dataclass(frozen=True)
class SkillOnOffer:
    """A skill that a student may choose, with its levels on offer and the stars of each."""

    code: str
    name: str
    levels: tuple[tuple[str, Stars], ...]


@dataclass(frozen=True)
class StarsOfStep:
    """How a step stood when a round was over, and how many stars it had `gained` since the round began."""

    name: str
    stars: Stars
    gained: int


@dataclass(frozen=True)
class PracticePage:
    """`opened` is the round to go on with; `rounds` are the latest that are over."""

    opened: Assignment | None
    skills: tuple[SkillOnOffer, ...]
    rounds: tuple[Assignment, ...]


def practice_page(student: Student) -> PracticePage:
    """Six queries, however much there is."""
    steps = steps_on_offer(student.classroom_id)
    known = knowledge_of(attempts_of([student], {step.code for step in steps})[student.pk])
    over = student.practice_rounds.exclude(closed_at=None)
    return PracticePage(open_round(student), _skills(steps, known), tuple(over[:ROUNDS_SHOWN]))


def stars_of_round(sitting: Sitting) -> tuple[StarsOfStep, ...]:
    """Of each step that a round asked, once it is over, in the order of the curriculum. Four queries."""
    rows = sitting.assignment.questions.values_list("body__skill", "body__level")
    asked = in_curriculum_order({step for skill, level in rows if (step := Step.find(skill, level))})
    if sitting.finished_at is None or not asked:
        return ()
    attempts = attempts_of([sitting.student], {step.code for step in asked})[sitting.student_id]
    before = knowledge_of(attempt for attempt in attempts if attempt.at < sitting.started_at)
    after = knowledge_of(attempt for attempt in attempts if attempt.at <= sitting.finished_at)
    return tuple(_stars(step, before, after) for step in asked)


def _stars(step: Step, before: Knowledge, after: Knowledge) -> StarsOfStep:
    then, now = (known.get(step, Standing(step)).stars() for known in (before, after))
    return StarsOfStep(step.name, now, gained=max(0, now - then))


def open_round(student: Student) -> Assignment | None:
    return student.practice_rounds.filter(closed_at=None).first()


def _skills(steps: Sequence[Step], known: Knowledge) -> tuple[SkillOnOffer, ...]:
    """In the order of the curriculum, each with its levels from easy to hard."""
    return tuple(
        SkillOnOffer(
            code, own[0].skill.name, tuple((step.level_name, known.get(step, Standing(step)).stars()) for step in own)
        )
        for code, own in ((code, list(group)) for code, group in groupby(steps, key=lambda step: step.code))
    )


def steps_on_offer(classroom_id: int, skill: str = "") -> tuple[Step, ...]:
    """What the class may practise, or of it one skill. In the order of the curriculum, without what it no longer has.

    One query.
    """
    rows = ClassroomSkill.objects.filter(classroom=classroom_id)
    if skill:
        rows = rows.filter(skill=skill)
    found = (Step.find(row.skill, row.level) for row in rows)
    return in_curriculum_order(step for step in found if step)


def attempts_of(
    students: Collection[Student], skills: Collection[str], *, timed: bool = True
) -> dict[int, list[Attempt]]:
    """By student, the attempts at these skills in the order of time, of practice and of given quizzes. Three queries.

    Two where nobody asks for the time of writing: for that, ink is fetched.
    """
    ids = [student.pk for student in students]
    begun = Sitting.objects.filter(student__in=ids).values("assignment")
    given = (
        Answer.objects.counting()
        .filter(
            sitting__student__in=ids,
            question__body__skill__in=list(skills),
            mark__in=[Outcome.RIGHT, Outcome.WRONG],
        )
        .exclude(question__in=left_out_in(LiveGame.objects.filter(assignment__in=begun)))
    )
    writing = _writing(given) if timed else {}
    attempts: dict[int, list[Attempt]] = {student.pk: [] for student in students}
    seen: set[tuple[int, int]] = set()
    rows = given.order_by("received_at", "number").values_list(
        "pk",
        "sitting__student",
        "question",
        "question__body__skill",
        "question__body__level",
        "received_at",
        "mark",
        "thinking_ms",
        "text",
    )
    for pk, student, question, skill, level, received_at, mark, thinking_ms, text in rows:
        step = Step.find(skill, level)
        if step is None or (student, question) in seen:
            continue  # a second try
        seen.add((student, question))
        attempts[student].append(
            Attempt(
                step,
                timezone.localtime(received_at),
                Outcome(mark),
                thinking=None if thinking_ms is None else thinking_ms / 1000,
                writing=writing.get(pk),
                signs=len(text.replace(" ", "")),
            )
        )
    return attempts


def _writing(given: Any) -> dict[Any, float]:
    """Seconds from the first ink to the last, of each student's latest drawn answers."""
    latest = Window(RowNumber(), partition_by=F("sitting__student"), order_by=F("received_at").desc())
    rows = (
        given.filter(source=Answer.Source.DRAWN)
        .annotate(place=latest)
        .filter(place__lte=INKS_TIMED)
        .values_list("pk", "strokes")
    )
    return {pk: seconds for pk, strokes in rows if (seconds := seconds_written(strokes)) is not None}


def seconds_written(strokes: Sequence[Sequence[Sequence[float]]]) -> float | None:
    """From the first ink to the last by the ink's own clock; None where the device gave no times."""
    points = [point for stroke in strokes for point in stroke]
    if not points or any(len(point) <= _TIME for point in (points[0], points[-1])):
        return None
    return max(0.0, points[-1][_TIME] - points[0][_TIME]) / 1000


_TIME = 2  # where a point has it
