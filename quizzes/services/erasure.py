"""Deleting what answers may still be on their way to.

An answer locks its sitting and then its assignment; a deletion that began at the other end could meet it half-way and
neither would go on. So the sittings are locked first, and what is on its way is waited for.
"""

from typing import Any

from axes.utils import reset
from django.db import transaction

from quizzes.models import Assignment, Classroom, Student, User
from quizzes.services.sittings import locked_sittings


def delete_assignment(*, assignment: Assignment) -> None:
    """With every answer to it. The quiz stays."""
    _delete(assignment, assignment=assignment)


def delete_classroom(*, classroom: Classroom) -> None:
    """With its students, assignments and answers. The teacher's quizzes stay."""
    _delete(classroom, assignment__classroom=classroom)


def erase_student(*, student: Student) -> None:
    """With every answer, as when a family asks for it."""
    _delete(student, student=student)


def delete_account(*, user: User) -> None:
    """The teacher, with every classroom, student, quiz, assignment and answer, and all tries to sign in."""
    reset(username=user.email)
    _delete(user, assignment__classroom__teacher=user)


def _delete(row: Assignment | Classroom | Student | User, **sittings: Any) -> None:
    with transaction.atomic():
        list(locked_sittings().filter(**sittings).order_by("pk"))
        row.delete()
