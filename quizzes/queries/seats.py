"""Seats: who holds one, and what the name picker shows."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.shortcuts import get_object_or_404
from django.utils import timezone

from quizzes.models import Classroom, Student
from quizzes.rules import codes, names


@dataclass(frozen=True)
class SeatChoice:
    """One name in the picker. `label` tells same first names apart."""

    id: int
    label: str
    has_pin: bool
    locked: bool


def token_digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def oldest_seat() -> datetime:
    """Seats taken before are held no more: a cookie lasts as long as the browser wants, a seat does not."""
    return timezone.now() - timedelta(seconds=settings.SEAT_COOKIE_AGE)


def student_by_token(token: str) -> Student | None:
    return (
        Student.objects.seated()
        .filter(tokens__digest=token_digest(token), tokens__created_at__gt=oldest_seat())
        .filter(classroom__teacher__is_active=True)
        .select_related("classroom__teacher")
        .first()
    )


def classroom_by_code(code: str) -> Classroom:
    """The classroom that a typed code opens; Http404 where there is none."""
    return get_object_or_404(
        Classroom.objects.select_related("teacher"), code=codes.normalise(code), teacher__is_active=True
    )


def seat_choices(classroom: Classroom) -> list[SeatChoice]:
    students = list(classroom.students.seated())
    labels = names.labels([student.name for student in students])
    choices = [
        SeatChoice(student.pk, label, bool(student.pin_hash), student.locked_at is not None)
        for student, label in zip(students, labels, strict=True)
    ]
    return sorted(choices, key=lambda choice: names.alphabetical(choice.label))
