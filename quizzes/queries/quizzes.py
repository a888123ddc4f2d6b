"""A teacher's quizzes, as the list shows them."""

from django.db.models import Count, QuerySet

from quizzes.models import Assignment, Quiz, User


def quiz_list(teacher: User, *, archived: bool = False, search: str = "") -> QuerySet[Quiz]:
    """Current or archived quizzes whose title has the words; each with `question_count` and `times_given`."""
    found = Quiz.objects.visible_to(teacher).filter(archived_at__isnull=not archived)
    for word in search.split():
        found = found.filter(title__icontains=word)
    return found.annotate(
        question_count=Count("questions", distinct=True), times_given=Count("assignments", distinct=True)
    ).order_by("-updated_at", "-pk")  # counting drops the order of the model


def times_given(quiz: Quiz) -> QuerySet[Assignment]:
    """Where and when the quiz was given, latest first, each with its classroom."""
    return quiz.assignments.select_related("classroom")


def latest_quizzes(teacher: User, most: int = 5) -> list[Quiz]:
    """The current quizzes that the teacher changed last."""
    return list(Quiz.objects.visible_to(teacher).current()[:most])
