"""Seats: who holds one, which door a code opens, and what the name picker shows."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.http import Http404
from django.utils import timezone

from quizzes.models import Classroom, LiveGame, Student
from quizzes.rules import codes, names


@dataclass(frozen=True)
class SeatChoice:
    """One name in the picker. `label` tells same first names apart."""

    id: int
    label: str
    has_pin: bool
    locked: bool


@dataclass(frozen=True)
class Door:
    """What a code opens: a classroom, or one of its live games, which comes with its classroom.

    `running` is the live game that the class plays now, whichever of both codes was typed.
    """

    code: str
    classroom: Classroom
    game: LiveGame | None = None
    running: LiveGame | None = None

    @property
    def is_shut(self) -> bool:
        """Whether it led to a game that is over."""
        return self.game is not None and self.game.over_at is not None


def token_digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def oldest_seat() -> datetime:
    """Seats taken before are held no more: a cookie lasts as long as the browser wants, a seat does not."""
    return timezone.now() - timedelta(seconds=settings.SEAT_COOKIE_AGE)


def student_by_token(token: str) -> Student | None:
    return (
        Student.objects.here()
        .filter(tokens__digest=token_digest(token), tokens__created_at__gt=oldest_seat())
        .filter(classroom__teacher__is_active=True)
        .select_related("classroom__teacher")
        .first()
    )


def door_by_code(code: str) -> Door:
    """What a typed code opens; Http404 where that is nothing."""
    typed = codes.normalise(code)
    active = Classroom.objects.select_related("teacher").filter(teacher__is_active=True)
    classroom = active.filter(code=typed).first()
    if classroom is not None:
        return Door(typed, classroom, running=running_game(classroom.pk))
    games = LiveGame.objects.select_related("assignment__classroom__teacher")
    game = games.filter(code=typed, assignment__classroom__teacher__is_active=True).first()
    if game is None:
        raise Http404
    return Door(typed, game.assignment.classroom, game, running=None if game.over_at else game)


NEVER_LONGER = timedelta(hours=12)
"""A game that its teacher forgot to end is not announced to the class for days; by its own code it can be joined."""


def running_game(classroom_id: int) -> LiveGame | None:
    """The live game that a class plays now, the latest where there are several, with its assignment."""
    recent = timezone.now() - NEVER_LONGER
    running = LiveGame.objects.running().filter(assignment__classroom=classroom_id, created_at__gt=recent)
    return running.select_related("assignment").defer("state").first()


def code_is_free(code: str) -> bool:
    """Whether a code opens neither a classroom nor a live game, and never opened a game before."""
    return not (Classroom.objects.filter(code=code).exists() or LiveGame.objects.filter(code=code).exists())


def guest_names(game: LiveGame) -> list[str]:
    """The names that guests of the game have had: none is given twice."""
    return list(Student.objects.filter(guest_in=game.assignment_id).values_list("name", flat=True))


def seat_choices(classroom: Classroom) -> list[SeatChoice]:
    students = list(classroom.students.seated())
    labels = names.labels([student.name for student in students])
    choices = [
        SeatChoice(student.pk, label, bool(student.pin_hash), student.locked_at is not None)
        for student, label in zip(students, labels, strict=True)
    ]
    return sorted(choices, key=lambda choice: names.alphabetical(choice.label))
