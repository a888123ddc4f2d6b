"""Marking an answer, by named checks (`checks`).

Marks are right, wrong or unread. A text that the format does not admit is unread: it is asked for again and counts for
nothing. A child who writes 07 or 2/4 knows the number: that is right, and a note says how it is usually written, save
where the question demands a form; then it is not yet right, and the note says what is missing.
"""

from dataclasses import dataclass
from enum import StrEnum

from quizzes.rules.checks import (
    FORM,
    REMAINDER,
    VALUE,
    WRITING,
    Check,
    can_be_marked,
    canonical,
    fold,
    given,
    is_right,
)
from quizzes.rules.digits import Digits, digits_correct
from quizzes.rules.grammar import NotAnAnswer
from quizzes.rules.questions import Question
from quizzes.rules.typesetting import POINT, in_line

__all__ = [
    "CHECKS",
    "Digits",
    "Mark",
    "Outcome",
    "can_be_marked",
    "canonical",
    "digits_correct",
    "fold",
    "is_right",
    "mark",
]


class Outcome(StrEnum):
    RIGHT = "right"
    WRONG = "wrong"
    UNREAD = "unread"


@dataclass(frozen=True)
class Mark:
    """An outcome, a sentence for the child, the names of the checks that the answer passed, and its digits that are
    right: None of words, of signs, and of what is unread."""

    outcome: Outcome
    note: str
    checks: tuple[str, ...] = ()
    digits: Digits | None = None


RIGHT_NOTE = "Yes, that is right."
CHECKS: tuple[Check, ...] = (FORM, VALUE, REMAINDER, *WRITING)


def mark(question: Question, text: str, decimal_sign: str = POINT) -> Mark:
    """The mark for `text`, which is what was read, or `canonical` of what was typed; it may be any text at all.

    A wrong note never says by how much: the child looks again before being told. A note that names the answer
    writes it with the `decimal_sign`.
    """
    answer = given(question, text)
    if isinstance(answer.value, NotAnAnswer):
        return Mark(Outcome.UNREAD, answer.value.reason)
    digits = digits_correct(question, text)
    asked = [check for check in CHECKS if check.asked_of(question)]
    missed = [check for check in asked if not check.passes(answer)]
    if VALUE in missed:
        first = REMAINDER if REMAINDER in missed else VALUE
        return Mark(Outcome.WRONG, first.wishes(answer), (FORM.name,), digits)
    passed = tuple(check.name for check in asked if check not in missed)
    wishes = [check.wishes(answer) for check in missed if check.demanded(question)]
    if wishes:
        return Mark(Outcome.WRONG, wishes[0], passed, digits)
    note = next((check.remark for check in missed), RIGHT_NOTE)
    return Mark(Outcome.RIGHT, note.format(answer=in_line(question.answer_in_full, decimal_sign)), passed, digits)
