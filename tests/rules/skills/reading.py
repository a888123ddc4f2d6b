"""What a question shows, read back for the tests without the notation's own reader."""

import re
from fractions import Fraction

from quizzes.rules.questions import Question

NUMBER = re.compile(r"(?<![\d.])[−-]?\d+(?:\.\d+)?(?:/\d+)?")


def numbers(question: Question) -> list[Fraction]:
    """All numbers of a question in the order in which they stand; a mixed number is two."""
    return [Fraction(found.replace("−", "-")) for found in NUMBER.findall(question.plain())]


def minutes(text: str) -> int:
    """`3:45` in minutes."""
    hours, rest = text.split(":")
    return 60 * int(hours) + int(rest)
