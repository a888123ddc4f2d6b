"""Removing a question at once, and kindly: the page that follows offers it back.

The removed question travels in the page's own form, signed, so that nothing has to be kept for teachers who never
change their minds.
"""

from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.http import HttpRequest

from quizzes.models import Question, Quiz
from quizzes.rules.questions import Question as AskableQuestion

_SALT = "removed question"
_SESSION_KEY = "removed_question"
_A_DAY = 60 * 60 * 24


@dataclass(frozen=True)
class Removed:
    """A question that was removed, and the token that brings it back."""

    question: AskableQuestion
    token: str


class NotRestorable(Exception):
    """The token is too old, was changed on its way, or belongs to another quiz."""


def note_removal(request: HttpRequest, row: Question) -> None:
    """Call before the row goes."""
    request.session[_SESSION_KEY] = {
        "quiz": row.quiz_id,
        "pk": row.pk,
        "position": row.position,
        "body": row.body,
    }


def just_removed(request: HttpRequest, quiz: Quiz) -> Removed | None:
    """What the last request removed from this quiz: said once, as messages are."""
    noted = request.session.pop(_SESSION_KEY, None)
    if noted is None or noted["quiz"] != quiz.pk:
        return None
    token = signing.dumps(noted, salt=_SALT, compress=True)
    return Removed(AskableQuestion.from_json(noted["body"]), token)


def read_token(token: str, quiz: Quiz) -> dict[str, Any]:
    """`pk`, `position` and `question` of the removed question. Raises NotRestorable."""
    try:
        noted = signing.loads(token, salt=_SALT, max_age=_A_DAY)
    except signing.BadSignature as bad:
        raise NotRestorable from bad
    if noted["quiz"] != quiz.pk:
        raise NotRestorable
    return {
        "pk": noted["pk"],
        "position": noted["position"],
        "question": AskableQuestion.from_json(noted["body"]),
    }
