"""Seats: who holds one, and what the name picker shows."""

from dataclasses import dataclass
from hashlib import sha256

from django.shortcuts import get_object_or_404

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


def student_by_token(token: str) -> Student | None:
    return (
        Student.objects.seated()
        .filter(tokens__digest=token_digest(token), classroom__teacher__is_active=True)
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
