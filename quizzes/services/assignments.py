"""Giving a quiz to a classroom, closing and reopening it."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from quizzes.models import AskedQuestion, Assignment, Classroom, Quiz
from quizzes.services.offers import offer_what_is_asked
from quizzes.services.quizzes import settings_of
from quizzes.services.refusals import NotEditable


def give_quiz(
    *, quiz: Quiz, classroom: Classroom, opens_at: datetime | None = None, closes_at: datetime | None = None
) -> Assignment:
    """An assignment with the quiz's settings and questions as they are now: later edits do not reach it.

    From now on the class may practise what the quiz asks.
    """
    with transaction.atomic():
        rows = list(quiz.questions.all())
        if not rows:
            raise NotEditable("This quiz has no questions yet. Add one first.")
        assignment = Assignment.objects.create(
            quiz=quiz, classroom=classroom, opens_at=opens_at, closes_at=closes_at, **settings_of(quiz)
        )
        AskedQuestion.objects.bulk_create(
            AskedQuestion(assignment=assignment, position=position, body=row.body)
            for position, row in enumerate(rows, start=1)
        )
        offer_what_is_asked(classroom=classroom, questions=[row.question for row in rows])
        return assignment


def close_assignment(*, assignment: Assignment) -> None:
    Assignment.objects.filter(pk=assignment.pk).update(closed_at=timezone.now(), version=F("version") + 1)


def reopen_assignment(*, assignment: Assignment) -> None:
    """Open from now on, without an end. Raises NotEditable for a live game, which is played once."""
    if assignment.is_live:
        raise NotEditable("A live game is played once. Give the quiz again, as homework or as another live game.")
    now = timezone.now()
    opens_at = assignment.opens_at if assignment.opens_at and assignment.opens_at < now else None
    Assignment.objects.filter(pk=assignment.pk).update(
        closed_at=None, closes_at=None, opens_at=opens_at, version=F("version") + 1
    )


def set_dates(*, assignment: Assignment, opens_at: datetime | None, closes_at: datetime | None) -> None:
    """Raises NotEditable for a live game, which its teacher leads."""
    if assignment.is_live:
        raise NotEditable("A live game has no times: you start and end it on the host's screen.")
    Assignment.objects.filter(pk=assignment.pk).update(opens_at=opens_at, closes_at=closes_at, version=F("version") + 1)


def note_change(*, assignment_id: int) -> None:
    """Tells everybody who watches the results that something is new."""
    Assignment.objects.filter(pk=assignment_id).update(version=F("version") + 1)
