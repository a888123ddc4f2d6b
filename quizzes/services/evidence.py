"""What an answer shows beside its mark: the digits that are right, and what may have led to a wrong one.

Both are derived from the text that stands, and derived anew whenever text or mark change.
"""

from quizzes.models import Answer
from quizzes.queries.certainty import is_certain
from quizzes.rules import checks, marking
from quizzes.rules.digits import Digits, digits_correct
from quizzes.rules.marking import Outcome
from quizzes.rules.misconceptions import diagnose


def gather(answer: Answer, *, teachers: bool) -> None:
    """Sets the digits and the misconceptions of an answer, unsaved. `teachers`: a teacher's word on it stands."""
    digits = _digits(answer)
    answer.digits_right, answer.digits_asked = (digits.right, digits.asked) if digits else (None, None)
    answer.misconceptions = _misconceptions(answer) if teachers or is_certain(answer) else []


def _digits(answer: Answer) -> Digits | None:
    """Where a teacher accepts what the rules do not, all of them; where a teacher refuses it, nobody can tell."""
    if answer.mark == Outcome.UNREAD:
        return None
    question = answer.question.question
    by_rules = marking.mark(question, answer.text)
    if by_rules.outcome == answer.mark:
        return by_rules.digits
    return digits_correct(question, question.answer_in_full) if answer.mark == Outcome.RIGHT else None


def _misconceptions(answer: Answer) -> list[str]:
    question = answer.question.question
    if answer.mark != Outcome.WRONG:
        return []
    return [found.id for found in diagnose(question, checks.given(question, answer.text).plain)]
