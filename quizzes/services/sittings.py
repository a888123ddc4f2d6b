"""Beginning a sitting, and going through it."""

import random
from functools import partial

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from quizzes.models import Assignment, Sitting, Student
from quizzes.queries.sittings import SittingState, game_of, sitting_state
from quizzes.rules.game import Game, Pace, Phase, apply
from quizzes.rules.game.events import TimePassed
from quizzes.services.assignments import close_assignment, note_change
from quizzes.services.refusals import AssignmentClosed, GamePaused, LedByTeacher, NotStarted
from quizzes.services.rewards import land
from quizzes.services.rounds import ask_next


def open_sitting(*, student: Student, assignment: Assignment) -> SittingState:
    """The student's sitting as it stands, begun if need be; the question that comes next counts as shown now.

    Raises what require_open raises for a sitting that is not finished; Sitting.DoesNotExist where the student or the
    assignment is deleted meanwhile.
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
    return Sitting.objects.select_for_update(of=("self",)).select_related("assignment__game")


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
    devices, a repeat or a crash in between ask none twice and leave none out. In a led game all this is the teacher's.
    """
    state = sitting_state(sitting)
    if state.is_led:
        return state
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
    # robust: an answer is never refused for the sake of a rocket
    transaction.on_commit(partial(land, assignment=sitting.assignment, student=sitting.student_id), robust=True)


def require_open(assignment: Assignment) -> None:
    """Raises AssignmentClosed; of a live game LedByTeacher, NotStarted and GamePaused too."""
    now = timezone.now()
    if not assignment.is_open(now):
        raise AssignmentClosed(f"“{assignment.title}” is not open now.")
    if game := game_of(assignment):
        _require_flying(apply(game, TimePassed(), now.timestamp()))


def comes_late(assignment: Assignment) -> bool:
    """Whether an answer of now comes after its race is over; what was written before a pause is in time.

    Raises what require_open raises, but GamePaused.
    """
    game = game_of(assignment)
    if game is None or game.settings.pace is Pace.LED:
        require_open(assignment)
        return False
    race = apply(game, TimePassed(), timezone.now().timestamp())
    if race.phase is Phase.LOBBY:
        raise NotStarted("The race has not started yet. Wait for your teacher.")
    return race.is_over


def _require_flying(game: Game) -> None:
    if game.settings.pace is Pace.LED:
        raise LedByTeacher("Your teacher leads this game. Reload the page to be in it.")
    if game.phase is Phase.LOBBY:
        raise NotStarted("The race has not started yet. Wait for your teacher.")
    if game.is_over:
        raise AssignmentClosed("This race is over.")
    if game.paused:
        raise GamePaused("Your teacher has stopped the race for a moment. Go on when it goes on.")
