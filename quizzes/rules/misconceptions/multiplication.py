"""Times tables and written multiplication."""

from collections.abc import Iterator
from fractions import Fraction

from quizzes.rules.misconceptions.kinds import Example, Misconception
from quizzes.rules.misconceptions.shapes import digits, of_digits, on_wholes

_TABLE = 12
_NEAR = (-2, -1, 1, 2)


def _is_fact(left: int, right: int) -> bool:
    return 2 <= left <= _TABLE and 2 <= right <= _TABLE


def _neighbours(left: int, right: int) -> Iterator[int]:
    if _is_fact(left, right):
        yield from ((left + by) * right for by in _NEAR if left + by > 0)
        yield from (left * (right + by) for by in _NEAR if right + by > 0)


def _other_multiples(left: int, right: int) -> Iterator[int]:
    """Of either table, the neighbours of the right answer apart."""
    if _is_fact(left, right):
        near = set(_neighbours(left, right))
        multiples = {times * factor for times in range(1, _TABLE + 1) for factor in (left, right)}
        yield from multiples - near


def _times_zero(left: int, right: int) -> Iterator[Fraction]:
    """Also within a longer number: a digit 0 times n is taken for n."""
    if 0 in (left, right):
        yield Fraction(max(left, right))
    one, other = sorted((left, right))
    if 2 <= one <= 9 < other and 0 in digits(other):
        written, carried = [], 0
        for digit in digits(other):
            carried, kept = divmod((digit * one if digit else one) + carried, 10)
            written.append(kept)
        yield of_digits([*written, carried])


def _no_place_value(left: int, right: int) -> Iterator[int]:
    """Both parts are worked as if the second were ones too."""
    if min(left, right) > 9:
        yield from (sum(left * digit for digit in digits(right)), sum(right * digit for digit in digits(left)))


def _straight_down(left: int, right: int) -> Iterator[Fraction]:
    """Tens times tens and ones times ones, and nothing across."""
    if 10 <= left <= 99 and 10 <= right <= 99:
        (a, b), (c, d) = divmod(left, 10), divmod(right, 10)
        yield Fraction(100 * a * c + b * d)


def _by_one_digit(left: int, right: int) -> tuple[list[int], int] | None:
    """The digits of the longer number, and the other, which has one."""
    one, other = sorted((left, right))
    return (digits(other), one) if 2 <= one <= 9 < other else None


def _carried_first(left: int, right: int) -> Iterator[Fraction]:
    operands = _by_one_digit(left, right)
    if operands is None:
        return
    written, carried = [], 0
    for digit in operands[0]:
        carried, kept = divmod((digit + carried) * operands[1], 10)
        written.append(kept)
    yield of_digits([*written, carried])


def _nothing_carried(left: int, right: int) -> Iterator[Fraction]:
    operands = _by_one_digit(left, right)
    if operands is not None:
        *lower, top = (digit * operands[1] for digit in operands[0])
        yield of_digits([*(each % 10 for each in lower), top])


def _products_in_full(left: int, right: int) -> Iterator[int]:
    operands = _by_one_digit(left, right)
    if operands is not None:
        yield int("".join(str(digit * operands[1]) for digit in reversed(operands[0])))


def _zero_left_out(left: int, right: int) -> Iterator[int]:
    """A zero in the middle is passed over."""
    one, other = sorted((left, right))
    inner = str(other)[1:-1]
    if one > 1 and "0" in inner:
        yield one * int(str(other)[0] + inner.replace("0", "") + str(other)[-1])


MISCONCEPTIONS = (
    Misconception(
        "MUL-0",
        "Takes a number times 0 for the number itself",
        "No bags of sweets make no sweets, and empty bags hold none: any number times 0 is 0.",
        Example("7 × 0", "7"),
        "Tell stories of no groups, and of groups with nothing in them; set beside + 0 and × 1.",
        ("times-0-and-1", "multiply-3-digits"),
        "VanLehn 1990; Ashlock: N×0=N",
        on_wholes("×", _times_zero),
    ),
    Misconception(
        "MUL-NEAR",
        "Gives a neighbour in the times table",
        "That is a number of the same table, very near. Count on from a fact you are sure of.",
        Example("5 × 4", "24"),
        "Work the fact out from one that is known (6 × 8 from 5 × 8), then practise it spaced.",
        ("tables-mixed", "tables-6-7-9"),
        "Campbell & Graham 1985: table-related errors within two steps",
        on_wholes("×", _neighbours),
    ),
    Misconception(
        "MUL-OPERAND",
        "Gives another number of the same table",
        "That number is in the table, but of another fact. Start from a fact you are sure of.",
        Example("8 × 8", "40"),
        "Work the fact out from one that is known, then practise it spaced and mixed with those confused with it.",
        ("tables-mixed", "tables-6-7-9"),
        "Campbell & Graham 1985: operand errors",
        on_wholes("×", _other_multiples),
    ),
    Misconception(
        "MUL-PARTIAL",
        "Multiplies by the tens as if they were ones",
        "The tens digit counts tens, so multiplying by it gives tens: write a 0 first.",
        Example("23 × 14", "115"),
        "Split the product in a grid (20 and 3 by 10 and 4), and compare with an estimate.",
        ("multiply-2-by-2-digits",),
        "Ashlock, Error Patterns in Computation: no placeholder in the second row",
        on_wholes("×", _no_place_value),
    ),
    Misconception(
        "MUL-COLUMNS",
        "Multiplies tens by tens and ones by ones only",
        "Every part of one number meets every part of the other: four products, not two.",
        Example("23 × 14", "212"),
        "Draw the rectangle with its four parts, and add all four.",
        ("multiply-2-by-2-digits",),
        "Ashlock, Error Patterns in Computation: as in addition, column by column",
        on_wholes("×", _straight_down),
    ),
    Misconception(
        "MUL-CARRYFIRST",
        "Adds what was carried before multiplying",
        "Multiply first; then add what you carried.",
        Example("27 × 4", "168"),
        "Write both products in full (4 × 7 = 28, 4 × 20 = 80), add them, and see where the carried 2 belongs.",
        ("multiply-2-digits", "multiply-3-digits"),
        "Ashlock, Error Patterns in Computation; Buswell & John 1926",
        on_wholes("×", _carried_first),
    ),
    Misconception(
        "MUL-NOCARRY",
        "Does not add what was carried",
        "What you carried is still waiting above the next column: add it after multiplying there.",
        Example("27 × 4", "88"),
        "Write the carried digit above the next column, and tick it off once it is added.",
        ("multiply-2-digits", "multiply-3-digits"),
        "Buswell & John 1926: forgot to add the carried number",
        on_wholes("×", _nothing_carried),
    ),
    Misconception(
        "MUL-CONCAT",
        "Writes each column's product in full",
        "Each column has room for one digit. Carry the tens to the next column.",
        Example("27 × 4", "828"),
        "Estimate first (about 30 × 4), then split into 20 × 4 and 7 × 4.",
        ("multiply-2-digits", "multiply-3-digits"),
        "Ashlock, Error Patterns in Computation",
        on_wholes("×", _products_in_full),
    ),
    Misconception(
        "MUL-ZERO-MID",
        "Passes over a zero in the middle",
        "The zero keeps the place of the tens. Multiply it too, and write what it gives.",
        Example("304 × 2", "68"),
        "Head the columns with hundreds, tens and ones, and estimate first.",
        ("multiply-3-digits", "multiply-4-digits"),
        "Buswell & John 1926; Ashlock",
        on_wholes("×", _zero_left_out),
    ),
)
