"""Written subtraction, column by column: the bugs that Brown and VanLehn catalogued."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from quizzes.rules.misconceptions.kinds import Example, Misconception
from quizzes.rules.misconceptions.shapes import MINUS, digits, of_digits, wholes
from quizzes.rules.questions import Question

_BUGGY = "Brown & VanLehn 1980, Repair Theory"


def _by_columns(worked: Callable[[list[int], list[int]], list[int] | None]) -> Callable[[Question], Iterator[Fraction]]:
    """What a procedure on the digits of both numbers, from the ones up, comes to."""

    def predict(question: Question) -> Iterator[Fraction]:
        operands = wholes(question, MINUS)
        if operands is None or operands[0] < operands[1]:
            return
        above = digits(operands[0])
        written = worked(above, digits(operands[1], len(above)))
        if written is not None:
            yield of_digits(written)

    return predict


def _smaller_from_larger(above: list[int], below: list[int]) -> list[int]:
    return [abs(a - b) for a, b in zip(above, below, strict=True)]


def _nothing_taken(above: list[int], below: list[int]) -> list[int]:
    return [(a - b) % 10 for a, b in zip(above, below, strict=True)]


MISCONCEPTIONS = (
    Misconception(
        "SUB-SFL",
        "Takes the smaller digit from the larger in every column",
        "The top number is the one you take away from, in every column. When its digit is too small, exchange a ten.",
        Example("63 - 29", "46"),
        "Exchange a ten with base-ten blocks, and check by adding back.",
        ("subtract-whole",),
        f"{_BUGGY}: Smaller-From-Larger",
        _by_columns(_smaller_from_larger),
    ),
    Misconception(
        "SUB-BND",
        "Exchanges a ten without taking it from the next column",
        "You exchanged a ten: good. It came from the column beside it, which now has one less.",
        Example("143 - 28", "125"),
        "Cross out and rewrite the column that gave the ten, as soon as it gives.",
        ("subtract-whole",),
        f"{_BUGGY}: Borrow-No-Decrement",
        _by_columns(_nothing_taken),
    ),
)
