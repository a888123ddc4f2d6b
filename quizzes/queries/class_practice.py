"""What a class practises, as its teacher sees it: the list, and how each student stands."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max

from quizzes.models import Classroom, Student
from quizzes.queries.classrooms import roster
from quizzes.queries.practice import attempts_of, steps_on_offer
from quizzes.rules.practice import Choice, Standing, Step, choose, knowledge_of


@dataclass(frozen=True)
class Offer:
    """A level on the list, and how many students know it."""

    step: Step
    known: int


@dataclass(frozen=True)
class Rounds:
    """How many rounds a student has practised; `latest` is the id of the last one."""

    count: int
    latest: int
    latest_at: datetime


@dataclass(frozen=True)
class Row:
    """One student. `next` is None where nothing is on the list, or all of it rests until tomorrow."""

    student: Student
    standings: tuple[Standing, ...]
    next: Choice | None
    rounds: Rounds | None

    @property
    def known(self) -> int:
        return sum(standing.known for standing in self.standings)

    @property
    def begun(self) -> tuple[Standing, ...]:
        return tuple(standing for standing in self.standings if standing.begun)


@dataclass(frozen=True)
class ClassPractice:
    offers: tuple[Offer, ...]
    rows: tuple[Row, ...]


def class_practice(classroom: Classroom, now: datetime) -> ClassPractice:
    """Six queries, whatever the size of the class."""
    steps = steps_on_offer(classroom.pk)
    students = roster(classroom)
    attempts = attempts_of(students, {step.code for step in steps})
    rounds = _rounds(classroom)
    rows = []
    for student in students:
        known = knowledge_of(attempts[student.pk])
        standings = tuple(known.get(step) or Standing(step) for step in steps)
        rows.append(Row(student, standings, choose(known, steps, now), rounds.get(student.pk)))
    offers = (Offer(step, sum(row.standings[place].known for row in rows)) for place, step in enumerate(steps))
    return ClassPractice(tuple(offers), tuple(rows))


def _rounds(classroom: Classroom) -> dict[Any, Rounds]:
    """By student."""
    practised = classroom.assignments.exclude(practised_by=None).order_by().values_list("practised_by")
    counted = practised.annotate(Count("pk"), Max("pk"), Max("created_at"))
    return {student: Rounds(count, latest, latest_at) for student, count, latest, latest_at in counted}
