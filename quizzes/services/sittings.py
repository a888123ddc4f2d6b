"""Beginning a sitting, and going through it."""

import random

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from quizzes.models import Assignment, Sitting, Student
from quizzes.queries.sittings import SittingState, sitting_state
from quizzes.services.assignments import close_assignment, note_change
from quizzes.services.refusals import AssignmentClosed
from quizzes.services.rounds import ask_next


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
        return go_on(locked_sittings().get(pk=sitting.pk))


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


def go_on(sitting: Sitting) -> SittingState:
    """How a locked sitting stands, its current question shown from now on; finished where there is none.

    In a round of practice the next question is asked here, in the transaction that settled the one before it: two
    devices, a repeat or a crash in between ask none twice and leave none out.
    """
    state = sitting_state(sitting)
    if state.current is None and sitting.finished_at is None and ask_next(sitting=sitting):
        state = sitting_state(sitting)
    if state.current is None:
        finish(sitting=sitting)
    else:
        sitting.showing, sitting.shown_at = state.current.asked, timezone.now()
        sitting.save(update_fields=["showing", "shown_at"])
    return state


def finish(*, sitting: Sitting) -> None:
    """Once and for all; a round of practice is over with its only sitting."""
    if sitting.finished_at is not None:
        return
    sitting.showing, sitting.finished_at = None, timezone.now()
    sitting.save(update_fields=["showing", "finished_at"])
    if sitting.assignment.is_practice:
        close_assignment(assignment=sitting.assignment)


def require_open(assignment: Assignment) -> None:
    if not assignment.is_open(timezone.now()):
        raise AssignmentClosed(f"“{assignment.title}” is not open now.")
