"""A teacher's assignments and how far each has come."""

from datetime import datetime
from enum import StrEnum

from django.db.models import Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from quizzes.models import Answer, Assignment, Sitting, Student, User


class State(StrEnum):
    SCHEDULED = "scheduled"
    OPEN = "open"
    CLOSED = "closed"


def state(assignment: Assignment, now: datetime) -> State:
    if assignment.is_open(now):
        return State.OPEN
    waits = assignment.opens_at is not None and now < assignment.opens_at
    return State.SCHEDULED if waits and assignment.closed_at is None else State.CLOSED


def assignments_with_progress(teacher: User) -> QuerySet[Assignment]:
    """Each with its classroom and live game and, of the students on the roster now, `seats`, `finished`, `under_way`,
    `not_begun`; beside them `guest_count`, of a live game."""
    here = Sitting.objects.filter(assignment=OuterRef("pk"), student__removed_at=None)
    sittings = here.filter(student__guest_in=None)
    guests = here.exclude(student__guest_in=None)
    seats = Student.objects.seated().filter(classroom=OuterRef("classroom"))
    return (
        Assignment.objects.visible_to(teacher)
        .given()
        .with_game()
        .select_related("classroom")
        .annotate(
            seats=_count(seats, by="classroom"),
            finished=_count(sittings.filter(finished_at__isnull=False), by="assignment"),
            under_way=_count(sittings.filter(finished_at=None), by="assignment"),
            guest_count=_count(guests, by="assignment"),
            not_begun=F("seats") - F("finished") - F("under_way"),
        )
    )


def assignment_list(teacher: User, now: datetime, *, closed: bool = False) -> QuerySet[Assignment]:
    """Open and scheduled assignments, or the closed ones, latest first."""
    over = Q(closed_at__isnull=False) | Q(closes_at__lte=now)
    return assignments_with_progress(teacher).filter(over if closed else ~over)


def answer_count(assignment: Assignment) -> int:
    return Answer.objects.filter(sitting__assignment=assignment).count()


def _count(rows: QuerySet[Sitting] | QuerySet[Student], *, by: str) -> Coalesce:
    """How many rows, counted on their own: a join of sittings with students would grow with their product."""
    counted = rows.order_by().values(by).annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
