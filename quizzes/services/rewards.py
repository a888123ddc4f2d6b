"""What finishing earns: parts for rockets, and way for the class. Nothing is bought, lost, or left to chance."""

from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import Any

from django.db import IntegrityError, transaction

from quizzes.models import Assignment, Reward, Student
from quizzes.queries.rewards import outfit_of, owned_by, records
from quizzes.rules.rocket import changed, earned
from quizzes.services.journey import fly_on


def land(*, assignment: Assignment, student: int | None = None) -> None:
    """A student has finished the assignment, or everybody has: they are rewarded, and their class flies on.

    To be called once that is committed. What is missed, by a crash or because the teacher has switched the game off,
    the next landing makes up for.
    """
    if not assignment.classroom.with_game:
        return
    fly_on(classroom=assignment.classroom)
    finished = Student.objects.here().filter(sittings__assignment=assignment, guest_in=None)
    reward(students=finished if student is None else finished.filter(pk=student))


_landers: list[Callable[[Callable[[], None]], None]] = []


def landed_by(lander: Callable[[Callable[[], None]], None]) -> Callable[[], None]:
    """From now on the landings of live games in this process are handed to `lander`; the result ends that."""
    _landers.append(lander)
    return lambda: _landers.remove(lander)


def land_aside(*, assignment: Assignment, student: int | None = None) -> None:
    """As `land`; where somebody else can do it, nobody waits: of a class it takes two seconds at the end of a year."""
    landing = partial(land, assignment=assignment, student=student)
    if not _landers:
        landing()
    for lander in _landers:
        lander(landing)


def reward(*, students: Collection[Student]) -> None:
    """Keeps what the students' records have earned by now, each part once, however often and from wherever it is
    asked. Guests are no students of the class: they earn nothing."""
    rows = [
        Reward(student_id=student, code=code)
        for student, record in records(students).items()
        for code in sorted(earned(record))
    ]
    try:
        with transaction.atomic():
            Reward.objects.bulk_create(rows, ignore_conflicts=True)
    except IntegrityError:  # one of them was erased meanwhile: the others' next landing makes up for it
        return


def fit_out(*, student: Student, wanted: Mapping[str, Any]) -> None:
    """Changes the rocket, slot by slot; what the student does not have changes nothing."""
    outfit = changed(outfit_of(student), wanted, owned_by(student))
    Student.objects.filter(pk=student.pk).update(outfit=dict(outfit))
    student.outfit = dict(outfit)
