"""Rounds of practice: begun by a student, and stopped."""

from django.db import IntegrityError, transaction

from quizzes.models import Assignment, Sitting, Student
from quizzes.queries.sittings import sitting_state
from quizzes.rules.skills import SKILLS
from quizzes.services import sittings
from quizzes.services.refusals import NothingToPractise
from quizzes.services.rounds import ask_next

TRIES = 2
TITLE = "Practice"
_NOTHING = "There is nothing to practise here today. Choose something else, or come back tomorrow."


def begin_round(*, student: Student, skill: str = "") -> Assignment:
    """A round with its first question: of one skill, or of whatever comes next.

    The round that is open is gone on with, from whatever device it is asked for; one of another skill is stopped.
    Raises NothingToPractise.
    """
    if skill and skill not in SKILLS:
        raise NothingToPractise(_NOTHING)
    opened = student.practice_rounds.filter(closed_at=None).first()
    if opened is not None:
        if skill in ("", opened.practised_skill):
            return opened
        stop_round(student=student, assignment=opened)
    try:
        with transaction.atomic():
            return _begin(student, skill)
    except IntegrityError:  # begun on another device at the same moment, or the student is gone
        begun = student.practice_rounds.filter(closed_at=None).first()
        if begun is None:
            raise NothingToPractise(_NOTHING) from None
        return begun


def _begin(student: Student, skill: str) -> Assignment:
    title = f"{TITLE}: {SKILLS[skill].name}" if skill else TITLE
    assignment = Assignment.objects.create(
        classroom=student.classroom, practised_by=student, practised_skill=skill, title=title, tries=TRIES
    )
    sitting = Sitting.objects.create(assignment=assignment, student=student, order=[])
    if not ask_next(sitting=sitting):
        raise NothingToPractise(_NOTHING)
    return assignment


def stop_round(*, student: Student, assignment: Assignment) -> None:
    """Ends a round early. A question without an answer was not asked, and a round without one never was."""
    with transaction.atomic():
        sitting = sittings.locked_sittings().filter(assignment=assignment, student=student).first()
        if sitting is None or sitting.finished_at is not None:  # a second tap
            return
        current = sitting_state(sitting).current
        if current is not None and not current.answers:
            sitting.order = [pk for pk in sitting.order if pk != current.asked.pk]
            sitting.save(update_fields=["order"])
            current.asked.delete()
        if sitting.order:
            sittings.finish(sitting=sitting)
        else:
            sitting.assignment.delete()
