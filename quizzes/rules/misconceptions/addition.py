"""Written addition, column by column."""

from collections.abc import Iterator
from fractions import Fraction

from quizzes.rules.misconceptions.kinds import Example, Misconception
from quizzes.rules.misconceptions.shapes import digits, of_digits, on_columns, on_wholes


def _nothing_carried(left: list[int], right: list[int]) -> Iterator[list[int]]:
    *lower, top = (a + b for a, b in zip(left, right, strict=True))
    yield [*(each % 10 for each in lower), top]


def _sums_in_full(left: int, right: int) -> Iterator[int]:
    width = max(len(str(left)), len(str(right)))
    sums = [a + b for a, b in zip(digits(left, width), digits(right, width), strict=True)]
    yield int("".join(str(each) for each in reversed(sums)))


def _ten_written(left: list[int], right: list[int]) -> Iterator[list[int]]:
    """The ten is written and the ones are carried."""
    written, carried = [], 0
    for a, b in zip(left[:-1], right[:-1], strict=True):
        total = a + b + carried
        written.append(total // 10 if total > 9 else total)
        carried = total % 10 if total > 9 else 0
    yield [*written, left[-1] + right[-1] + carried]


def _digits_together(left: int, right: int) -> Iterator[int]:
    if max(left, right) > 9:
        yield sum(digits(left)) + sum(digits(right))


def _aligned_left(left: int, right: int) -> Iterator[int]:
    short, long = sorted((str(left), str(right)), key=len)
    yield int(long) + int(short.ljust(len(long), "0"))


def _one_to_every_column(left: int, right: int) -> Iterator[Fraction]:
    """The single digit is added to the tens as well."""
    one, other = sorted((left, right))
    if one < 10 <= other < 100:
        tens, ones = divmod(other, 10)
        total = ones + one
        yield of_digits([total % 10, tens + one + total // 10])


MISCONCEPTIONS = (
    Misconception(
        "ADD-NOCARRY",
        "Does not carry",
        "When a column makes ten or more, the ten belongs to the next column. Carry it there.",
        Example("28 + 17", "35"),
        "Make the ten with blocks and move it to the tens; write the carried 1 where it will be added.",
        ("add-within-100", "add-3-digits"),
        "Ashlock, Error Patterns in Computation; VanLehn 1990",
        on_columns("+", _nothing_carried),
    ),
    Misconception(
        "ADD-CONCAT",
        "Writes each column's sum in full",
        "Each column has room for one digit. When a column makes ten or more, carry the ten to the next column.",
        Example("47 + 26", "613"),
        "Estimate first (about 50 and 25), so that 613 looks too large; then exchange ten ones for a ten.",
        ("add-within-100", "add-3-digits"),
        "Ashlock, Error Patterns in Computation",
        on_wholes("+", _sums_in_full),
    ),
    Misconception(
        "ADD-TENS",
        "Writes the ten and carries the ones",
        "The ones stay in their column; it is the ten that moves to the next one.",
        Example("28 + 17", "81"),
        "Say each column's sum as tens and ones (15 is one ten and five ones) before writing it.",
        ("add-within-100", "add-3-digits"),
        "Ashlock, Error Patterns in Computation",
        on_columns("+", _ten_written),
    ),
    Misconception(
        "ADD-DIGITS",
        "Adds all the digits together",
        "A digit in the tens counts tens. Add tens to tens and ones to ones.",
        Example("26 + 3", "11"),
        "Show both numbers with tens and ones before adding.",
        ("add-ones-tens-hundreds", "add-within-100"),
        "Ashlock, Error Patterns in Computation",
        on_wholes("+", _digits_together),
    ),
    Misconception(
        "ADD-ONES",
        "Adds the single digit to the tens as well",
        "The digit is ones: add it to the ones alone, and bring the tens down.",
        Example("46 + 3", "79"),
        "Show both numbers with tens and ones; count on from the larger.",
        ("add-within-100",),
        "Ashlock, Error Patterns in Computation",
        on_wholes("+", _one_to_every_column),
    ),
    Misconception(
        "ADD-ALIGN",
        "Lines the numbers up at the left",
        "Ones stand under ones: line the numbers up at the right.",
        Example("123 + 45", "573"),
        "Head the columns with hundreds, tens and ones, and estimate first.",
        ("add-ones-tens-hundreds", "add-large"),
        "Ashlock, Error Patterns in Computation",
        on_wholes("+", _aligned_left),
    ),
)
