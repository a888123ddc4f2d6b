"""Quizzes that come into the site as files, and that teachers let each other have."""

import secrets

from django.db import transaction

from quizzes.models import Quiz, User
from quizzes.queries.exchange import shared_quiz
from quizzes.rules.exchange.quiz_file import QuizFile
from quizzes.services.budgets import Budget
from quizzes.services.quizzes import add_questions
from quizzes.services.refusals import TooManyMisses

TEN_MINUTES = 60 * 10
DEAD_LINKS = Budget("dead-links", 100, TEN_MINUTES)
"""Of one address: a staff room with an old link. Links cannot be guessed, but nobody need try all day."""


def import_quiz(*, teacher: User, title: str, file: QuizFile) -> Quiz:
    """A new quiz from what a file holds, under this title."""
    given = file.settings
    with transaction.atomic():
        quiz = Quiz.objects.create(
            teacher=teacher,
            title=title,
            instructions=given.instructions,
            show_marks=given.show_marks,
            tries=given.tries,
            shuffle=given.shuffle,
        )
        add_questions(quiz=quiz, added=file.questions)
        return quiz


def share_quiz(*, quiz: Quiz) -> None:
    """Whoever gets its link may look at the quiz and take a copy. A quiz that is shared keeps the link that it has."""
    Quiz.objects.filter(pk=quiz.pk, share_token=None).update(share_token=secrets.token_urlsafe(16))
    quiz.refresh_from_db(fields=["share_token"])


def stop_sharing(*, quiz: Quiz) -> None:
    """The link is dead for good: sharing again makes another one. Copies that were taken stay."""
    Quiz.objects.filter(pk=quiz.pk).update(share_token=None)
    quiz.refresh_from_db(fields=["share_token"])


def open_shared(*, token: str, address: str) -> Quiz | None:
    """The quiz of a link, if it is shared. Raises TooManyMisses for an address that has tried many dead links."""
    if DEAD_LINKS.is_used_up(address):
        raise TooManyMisses("Many links from here lead nowhere. Wait a few minutes, then try again.")
    quiz = shared_quiz(token)
    if quiz is None:
        DEAD_LINKS.spend(address)
    return quiz
