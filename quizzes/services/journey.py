"""Keeping how far a class has flown."""

from quizzes.models import Classroom
from quizzes.queries.journey import distance_of


def fly_on(*, classroom: Classroom) -> None:
    """Keeps the farthest: neither a correction nor a child who leaves takes anything back."""
    distance = distance_of(classroom)
    Classroom.objects.filter(pk=classroom.pk, farthest__lt=distance).update(farthest=distance)
