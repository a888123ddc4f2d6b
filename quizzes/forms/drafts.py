"""A draft travels in the page's own form, signed: nothing is kept for teachers who leave, and no answer is taken from
a page."""

from django.core import signing

from quizzes.rules.drafts import Draft
from quizzes.rules.questions import Question, QuestionRefused

_SALT = "draft of questions"
_A_DAY = 60 * 60 * 24


class DraftLost(Exception):
    """The draft is older than a day, or was changed on its way."""


def sign(draft: Draft) -> str:
    """The draft as `read` takes it."""
    bodies = [question.to_json() for question in draft.questions]
    return signing.dumps(bodies, salt=_SALT, compress=True)


def read(token: str) -> Draft:
    """The draft, without questions where the token is empty. Raises DraftLost."""
    try:
        bodies = signing.loads(token, salt=_SALT, max_age=_A_DAY) if token else []
        return Draft(tuple(Question.from_json(body) for body in bodies))
    except (signing.BadSignature, QuestionRefused) as lost:
        raise DraftLost from lost
