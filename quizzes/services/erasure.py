"""Deleting what answers may still be on their way to.

An answer locks its sitting and then its assignment; a deletion that began at the other end could meet it half-way and
neither would go on. So the sittings are locked first, then the students, and what is on its way is waited for. Whoever
plays a game that goes with it is told once it is gone.
"""

from functools import partial
from typing import Any

from axes.utils import reset
from django.db import transaction
from django.db.models import QuerySet

from quizzes.models import Assignment, Classroom, LiveGame, Student, User
from quizzes.services import hints
from quizzes.services.games import forget
from quizzes.services.seats import leave_games, put_out
from quizzes.services.sittings import locked_sittings


def delete_assignment(*, assignment: Assignment) -> None:
    """With every answer to it, and of a live game the guests. The quiz stays."""
    _delete(assignment, assignment=assignment)


def delete_classroom(*, classroom: Classroom) -> None:
    """With its students, assignments and answers. The teacher's quizzes stay."""
    _delete(classroom, assignment__classroom=classroom)


def erase_student(*, student: Student) -> None:
    """With every answer, as when a family asks for it. A game that runs goes on without them."""
    with transaction.atomic():
        leave_games(student=student)
        forget(student=student)
        put_out(student=student.pk)
        _delete(student, student=student)


def delete_account(*, user: User) -> None:
    """The teacher, with every classroom, student, quiz, assignment and answer, and all tries to sign in."""
    reset(username=user.email)
    _delete(user, assignment__classroom__teacher=user)


def _delete(row: Assignment | Classroom | Student | User, **sittings: Any) -> None:
    with transaction.atomic():
        if not isinstance(row, Student):
            _end_games(row)
        list(locked_sittings().filter(**sittings).order_by("pk"))
        list(_students(row).select_for_update().order_by("pk").values_list("pk"))  # who earns something now is late
        row.delete()


def _students(row: Assignment | Classroom | Student | User) -> QuerySet[Student]:
    """Who goes with it."""
    places = {Assignment: "guest_in", Classroom: "classroom", Student: "pk", User: "classroom__teacher"}
    return Student.objects.filter(**{places[type(row)]: row.pk})


def _end_games(row: Assignment | Classroom | User) -> None:
    """The games that run there have nobody to play any more. They are locked before their sittings, as at their end."""
    places = {Assignment: "assignment", Classroom: "assignment__classroom", User: "assignment__classroom__teacher"}
    running = LiveGame.objects.running().filter(**{places[type(row)]: row})
    for game in running.select_for_update(of=("self",)).order_by("pk"):
        transaction.on_commit(partial(hints.tell_host, game=game.pk))
        for player in game.value.playing:
            transaction.on_commit(partial(hints.tell_gone, student=player.id, game=game.pk))
