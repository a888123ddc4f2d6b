"""How far a class has flown."""

from django.db.models import Count

from quizzes.models import Answer, Classroom, LiveGame, Sitting
from quizzes.queries.left_out import left_out_in
from quizzes.rules.journey import Journey, flown, journey_of
from quizzes.rules.marking import Outcome


def class_journey(classroom: Classroom) -> Journey | None:
    """With what is under way, against what is kept: for who may know marks by now. None where there is no game."""
    if not classroom.with_game:
        return None
    return journey_of(max(classroom.farthest, distance_of(classroom)), before=classroom.farthest)


def kept_journey(classroom: Classroom) -> Journey | None:
    """As far as finished sittings and games have brought the class: for pages of children, one of whom may be at
    work without knowing marks yet. No query."""
    return journey_of(classroom.farthest) if classroom.with_game else None


def distance_of(classroom: Classroom) -> int:
    """From the right answers of the class and of its guests, each worth the more the fewer play. Five queries.

    A game that more played than are on the roster counts by its players: guests move the rocket, and a crowd of them
    does not outweigh a class. An answer that is right ends its question, so that answers can be counted.
    """
    roster = max(1, classroom.students.seated().count())
    played = Sitting.objects.filter(assignment__classroom=classroom, assignment__practised_by=None)
    crowds = dict(played.values_list("assignment").annotate(Count("pk")).filter(pk__count__gt=roster).order_by())
    left_out = left_out_in(LiveGame.objects.filter(assignment__classroom=classroom))
    given = Answer.objects.filter(sitting__assignment__classroom=classroom).exclude(question__in=left_out)
    right = given.filter(mark=Outcome.RIGHT)
    total = flown(right.exclude(sitting__assignment__in=crowds).count(), roster)
    if crowds:
        of_crowds = right.filter(sitting__assignment__in=crowds).values_list("sitting__assignment")
        total += sum(flown(count, crowds[pk]) for pk, count in of_crowds.annotate(Count("pk")).order_by())
    return total
