"""Written addition, column by column."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from quizzes.rules.misconceptions.kinds import Example, Misconception
from quizzes.rules.misconceptions.shapes import digits, of_digits, wholes
from quizzes.rules.questions import Question

_ASHLOCK = "Ashlock, Error Patterns in Computation"


def _by_columns(worked: Callable[[list[int]], Fraction]) -> Callable[[Question], Iterator[Fraction]]:
    """What a procedure on the sums of the columns, from the ones up, comes to."""

    def predict(question: Question) -> Iterator[Fraction]:
        operands = wholes(question, "+")
        if operands is None:
            return
        width = max(len(digits(operand)) for operand in operands)
        left, right = (digits(operand, width) for operand in operands)
        yield worked([a + b for a, b in zip(left, right, strict=True)])

    return predict


def _nothing_carried(sums: list[int]) -> Fraction:
    return of_digits([*(each % 10 for each in sums[:-1]), sums[-1]])


def _sums_in_full(sums: list[int]) -> Fraction:
    return Fraction("".join(str(each) for each in reversed(sums)))


MISCONCEPTIONS = (
    Misconception(
        "ADD-NOCARRY",
        "Does not carry",
        "When a column makes ten or more, the ten belongs to the next column. Carry it there.",
        Example("28 + 17", "35"),
        "Make the ten with blocks and move it to the tens column; write the carried 1 where it will be added.",
        ("add-whole",),
        f"{_ASHLOCK}; VanLehn 1990, Mind Bugs",
        _by_columns(_nothing_carried),
    ),
    Misconception(
        "ADD-CONCAT",
        "Writes each column's sum in full",
        "Each column has room for one digit. When a column makes ten or more, carry the ten to the next column.",
        Example("47 + 26", "613"),
        "Estimate first (about 50 and 25), so that 613 looks too large; then exchange ten ones for a ten.",
        ("add-whole",),
        f"{_ASHLOCK}: A-W-1",
        _by_columns(_sums_in_full),
    ),
)
