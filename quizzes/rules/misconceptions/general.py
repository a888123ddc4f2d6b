"""What goes wrong in any question: slips of the pen, of the count and of the sign."""

from collections.abc import Iterator
from fractions import Fraction

from quizzes.rules.misconceptions.kinds import Example, Misconception
from quizzes.rules.questions import Question


def _slips(question: Question) -> Iterator[Fraction]:
    right = question.value
    if isinstance(right, Fraction) and right.denominator == 1:
        yield from (right + by for by in (-10, -2, -1, 1, 2, 10))


MISCONCEPTIONS = (
    Misconception(
        "SLIP",
        "Very close: one or two out, or ten out",
        "You are very close. Check your counting once more.",
        Example("7 + 8", "14"),
        "Nothing new: ask for a check by another way.",
        (),
        "Cox 1975: careless errors, which do not recur",
        _slips,
        careless=True,
    ),
)
