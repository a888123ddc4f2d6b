"""Keeping classrooms and their rosters."""

from collections.abc import Sequence

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from quizzes.models import Assignment, Classroom, SeatToken, Student, User
from quizzes.rules import names
from quizzes.rules.typesetting import POINT
from quizzes.services.codes import free_code
from quizzes.services.erasure import erase_student
from quizzes.services.refusals import NotEditable
from quizzes.services.seats import leave_games, put_out

MOST_CLASSROOMS = 100
MOST_STUDENTS = names.MOST_NAMES
_ATTEMPTS = 10


def create_classroom(
    *, teacher: User, name: str, emblem: str, decimal_sign: str = POINT, with_game: bool = True
) -> Classroom:
    """Raises NotEditable past MOST_CLASSROOMS."""
    if teacher.classrooms.count() >= MOST_CLASSROOMS:
        raise NotEditable(f"You have {MOST_CLASSROOMS} classrooms, which is the most. Delete one first.")
    made = Classroom(teacher=teacher, name=name, emblem=emblem, decimal_sign=decimal_sign, with_game=with_game)
    return _with_new_code(made)


def renew_code(*, classroom: Classroom) -> Classroom:
    return _with_new_code(classroom)


def _with_new_code(classroom: Classroom) -> Classroom:
    """Saves under a code that nobody has; the database decides, so two renewals at once cannot collide."""
    for _ in range(_ATTEMPTS):
        classroom.code = free_code()
        try:
            with transaction.atomic():
                classroom.save()
        except IntegrityError:
            continue
        return classroom
    raise NotEditable("No free join code was found. Try again.")


def names_to_add(*, classroom: Classroom, roster: str) -> list[str]:
    """The names that a pasted list would add; the same name twice is told apart by a number.

    Raises RosterRefused for a line that is no name, NotEditable past MOST_STUDENTS.
    """
    cleaned = names.clean_roster(roster)
    taken = _names_on(classroom)
    _require_room(classroom, taken, cleaned)
    return list(names.distinct(cleaned, taken))


def add_students(*, classroom: Classroom, roster: str) -> list[Student]:
    """Adds the names of a pasted list. Raises as names_to_add does."""
    with transaction.atomic():
        _lock(classroom)
        added = Student.objects.bulk_create(
            Student(classroom=classroom, name=name) for name in names_to_add(classroom=classroom, roster=roster)
        )
        _note_roster_change(classroom)
        return added


def change_student(*, student: Student, name: str, left_handed: bool) -> None:
    """Raises NotEditable where somebody else on the roster has the name."""
    try:
        with transaction.atomic():
            Student.objects.filter(pk=student.pk).update(name=name, left_handed=left_handed)
            _note_roster_change(student.classroom)
    except IntegrityError as error:
        raise NotEditable(f"There is another {name} in {student.classroom}. Add an initial or a number.") from error


def remove_student(*, student: Student, erase: bool) -> None:
    """Takes the seat off the roster; the answers go only where the teacher says so."""
    classroom = student.classroom
    with transaction.atomic():
        if erase:
            erase_student(student=student)
        else:
            SeatToken.objects.filter(student=student).delete()
            leave_games(student=student)
            put_out(student=student.pk)
            Student.objects.filter(pk=student.pk).update(removed_at=timezone.now())
        _note_roster_change(classroom)


def restore_student(*, student: Student) -> Student:
    """Puts a removed student back, under a name that nobody there has by now. Raises NotEditable where it is full."""
    with transaction.atomic():
        _lock(student.classroom)
        taken = _names_on(student.classroom)
        _require_room(student.classroom, taken, [student.name])
        (student.name,) = names.distinct([student.name], taken)
        student.removed_at = None
        student.save(update_fields=["name", "removed_at"])
        _note_roster_change(student.classroom)
        return student


def _lock(classroom: Classroom) -> None:
    Classroom.objects.select_for_update().get(pk=classroom.pk)


def _names_on(classroom: Classroom) -> list[str]:
    return list(classroom.students.seated().values_list("name", flat=True))


def _require_room(classroom: Classroom, taken: Sequence[str], added: Sequence[str]) -> None:
    if len(taken) + len(added) > MOST_STUDENTS:
        raise NotEditable(
            f"A classroom holds at most {MOST_STUDENTS} students: {classroom} has {len(taken)}, "
            f"and {len(added)} more were to come."
        )


def _note_roster_change(classroom: Classroom) -> None:
    """The rows of every result of this classroom are new."""
    Assignment.objects.filter(classroom=classroom).update(version=F("version") + 1)
