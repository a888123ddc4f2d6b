"""Beginning a sitting, and going through it."""

import random

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from quizzes.models import Assignment, Sitting, Student
from quizzes.queries.sittings import SittingState, sitting_state
from quizzes.services.assignments import note_change
from quizzes.services.refusals import AssignmentClosed


def open_sitting(*, student: Student, assignment: Assignment) -> SittingState:
    """The student's sitting as it stands, begun if need be; the question that comes next counts as shown now.

    Raises AssignmentClosed for a sitting that is not finished in an assignment that is not open; Sitting.DoesNotExist
    where the student or the assignment is deleted meanwhile.
    """
    own = Sitting.objects.filter(student=student, assignment=assignment)
    if not own.filter(finished_at__isnull=False).exists():
        require_open(assignment)
    sitting = begin_sitting(student=student, assignment=assignment)
    with transaction.atomic():
        state = sitting_state(locked_sittings().get(pk=sitting.pk))
        show(state)
        return state


def locked_sittings() -> QuerySet[Sitting]:
    """For whoever will write: what is read stays true until the end of the transaction.

    Everybody locks in one order, so that nobody waits for ever: sitting, then answer, then assignment.
    """
    return Sitting.objects.select_for_update(of=("self",)).select_related("assignment")


def begin_sitting(*, student: Student, assignment: Assignment) -> Sitting:
    """The sitting, made the first time; the order is shuffled by a seed of its own where the teacher wants that.

    A transaction of its own: only at its end does the database say that the student or the assignment was deleted
    meanwhile. Raises Sitting.DoesNotExist then.
    """
    order = list(assignment.questions.values_list("pk", flat=True))
    if assignment.shuffle:
        random.Random(f"{assignment.pk}:{student.pk}").shuffle(order)  # noqa: S311  (an order, not a secret)
    try:
        sitting, begun = Sitting.objects.select_related("assignment").get_or_create(
            student=student, assignment=assignment, defaults={"order": order}
        )
    except IntegrityError as error:
        raise Sitting.DoesNotExist("The student or the assignment is gone.") from error
    if begun:
        note_change(assignment_id=assignment.pk)  # whoever watches sees who is at work
    return sitting


def show(state: SittingState) -> None:
    """Stamps when the current question appeared, and when the sitting was finished."""
    sitting, now = state.sitting, timezone.now()
    if state.current is None:
        sitting.showing = None
        sitting.finished_at = sitting.finished_at or now
    else:
        sitting.showing = state.current.asked
        sitting.shown_at = now
    sitting.save(update_fields=["showing", "shown_at", "finished_at"])


def require_open(assignment: Assignment) -> None:
    if not assignment.is_open(timezone.now()):
        raise AssignmentClosed(f"“{assignment.title}” is not open now.")
