"""Written subtraction, column by column: the bugs that Brown, Burton and VanLehn found in children's tests.

Digits are counted from the ones up. A procedure gives the digits that are written, or none where it comes to a halt.
"""

from collections.abc import Callable, Iterator

from quizzes.rules.misconceptions.kinds import Example, Misconception
from quizzes.rules.misconceptions.shapes import Predict, on_columns
from quizzes.rules.typesetting import MINUS


def _from_larger(worked: Callable[[list[int], list[int]], Iterator[list[int]]]) -> Predict:
    """Only where less is taken away than there is."""

    def guarded(above: list[int], below: list[int]) -> Iterator[list[int]]:
        if above[::-1] >= below[::-1]:
            yield from worked(above, below)

    return on_columns(MINUS, guarded)


_Take = Callable[[list[int], int], bool]
"""Gets a ten for the column at a place from the digits to its left; False where it cannot."""


def _exchanging(take: _Take) -> Predict:
    return _from_larger(lambda above, below: _worked(take, above, below))


def _worked(take: _Take, above: list[int], below: list[int]) -> Iterator[list[int]]:
    """Subtraction, right but for where each ten is taken from."""
    left, written = list(above), []
    for place, digit in enumerate(below):
        if left[place] < digit:
            if not take(left, place):
                return
            left[place] += 10
        written.append(left[place] - digit)
    yield written


def _smaller_from_larger(above: list[int], below: list[int]) -> Iterator[list[int]]:
    yield [abs(a - b) for a, b in zip(above, below, strict=True)]


def _nothing_taken(above: list[int], below: list[int]) -> Iterator[list[int]]:
    yield [(a - b) % 10 for a, b in zip(above, below, strict=True)]


def _zero_where_too_small(above: list[int], below: list[int]) -> Iterator[list[int]]:
    yield [max(a - b, 0) for a, b in zip(above, below, strict=True)]


def _stops_at_nine(left: list[int], place: int) -> bool:
    """A zero becomes 9, and nothing is taken further left."""
    if place + 1 == len(left):
        return False
    left[place + 1] = left[place + 1] - 1 if left[place + 1] else 9
    return True


def _leaves_zero(left: list[int], place: int) -> bool:
    """A zero that should give a ten stays as it is."""
    if place + 1 == len(left):
        return False
    left[place + 1] = max(left[place + 1] - 1, 0)
    return True


def _skips_zeros(left: list[int], place: int) -> bool:
    """The next digit that has something gives it; zeros on the way stay."""
    giving = next((other for other in range(place + 1, len(left)) if left[other]), None)
    if giving is None:
        return False
    left[giving] -= 1
    return True


def _takes_from_the_left(left: list[int], place: int) -> bool:
    """The leftmost digit gives every ten."""
    giving = next((other for other in range(len(left) - 1, place, -1) if left[other]), None)
    if giving is None:
        return False
    left[giving] -= 1
    return True


def _always_leftmost(above: list[int], below: list[int]) -> Iterator[list[int]]:
    """Where zeros alone are skipped it is no other than exchanging across 0."""
    across_zero = list(_worked(_skips_zeros, above, below))
    yield from (written for written in _worked(_takes_from_the_left, above, below) if [written] != across_zero)


def _zero_gives(above: list[int], below: list[int]) -> Iterator[list[int]]:
    """Where the top digit is 0, the bottom digit, or 0, is written; the other columns are worked well."""
    for zero_gives in (lambda digit: digit, lambda _: 0):
        left, written = list(above), []
        for place, digit in enumerate(below):
            if above[place] == 0 and left[place] <= 0 < digit:
                written.append(zero_gives(digit))
                continue
            if left[place] < digit:
                left[place + 1] -= 1
                left[place] += 10
            written.append(left[place] - digit)
        if all(0 <= digit < 10 for digit in written):
            yield written


def _only_below(above: list[int], below: list[int]) -> Iterator[list[int]]:
    """Columns with nothing below the top number are left out."""
    width = max((place + 1 for place, digit in enumerate(below) if digit), default=0)
    if 0 < width < len(above):
        short = [*above[:width], 1]
        value = int("".join(map(str, reversed(short)))) - int("".join(map(str, reversed(below[:width]))))
        yield [int(digit) for digit in reversed(str(value))][:width]


MISCONCEPTIONS = (
    Misconception(
        "SUB-SFL",
        "Takes the smaller digit from the larger in every column",
        "The top number is the one you take away from, in every column. When its digit is too small, exchange a ten.",
        Example("63 - 29", "46"),
        "Exchange a ten for ones with base-ten blocks, and check by adding back.",
        ("subtract-within-100", "subtract-3-digits"),
        "Brown & Burton 1978; VanLehn 1990: Smaller-From-Larger",
        _from_larger(_smaller_from_larger),
    ),
    Misconception(
        "SUB-BND",
        "Exchanges a ten without taking it from the next column",
        "You made ten more ones: good. That ten came from the column beside it, which now has one less.",
        Example("431 - 118", "323"),
        "Cross out and rewrite the digit that gave the ten as soon as it gives.",
        ("subtract-within-100", "subtract-3-digits"),
        "Brown & Burton 1978; VanLehn 1990: Borrow-No-Decrement",
        _from_larger(_nothing_taken),
    ),
    Misconception(
        "SUB-STOP0",
        "Exchanges from 0 as if it were 10, and takes nothing further left",
        "A zero has no ten to give until it gets one itself. Take it from the next column on the left first.",
        Example("1300 - 522", "878"),
        "Exchange a hundred for ten tens, and one of those for ten ones, with blocks and on paper side by side.",
        ("subtract-across-zero",),
        "Brown & Burton 1978; VanLehn 1990: Borrow-From-Zero",
        _exchanging(_stops_at_nine),
    ),
    Misconception(
        "SUB-STAY0",
        "Leaves a 0 as it is when it should give a ten",
        "When a zero gives away a ten, it cannot stay 0: it gets ten from its left and keeps nine.",
        Example("503 - 147", "366"),
        "Exchange across a zero in two written steps: 3 hundreds are 2 hundreds and 10 tens, then 9 tens and 10 ones.",
        ("subtract-across-zero",),
        "Brown & Burton 1978; VanLehn 1990: Stops-Borrow-At-Zero",
        _exchanging(_leaves_zero),
    ),
    Misconception(
        "SUB-BAZ",
        "Exchanges across 0 without changing the 0",
        "The ten passes through the zero: it becomes 10, gives one away, and 9 stay there.",
        Example("503 - 147", "266"),
        "Exchange across a zero in two written steps, so that the 9 in the middle is seen to come about.",
        ("subtract-across-zero",),
        "Brown & Burton 1978; VanLehn 1990: Borrow-Across-Zero",
        _exchanging(_skips_zeros),
    ),
    Misconception(
        "SUB-0N",
        "Writes the digit itself, or 0, where a digit is taken from 0",
        "From nothing you cannot take anything: exchange a ten first, then take away.",
        Example("140 - 21", "121"),
        "Take ones from whole tens (40 − 1, 140 − 1) by counting back, then in columns.",
        ("subtract-across-zero",),
        "Brown & Burton 1978; VanLehn 1990: 0−N=N and 0−N=0",
        _from_larger(_zero_gives),
    ),
    Misconception(
        "SUB-ZERO",
        "Writes 0 where the top digit is too small",
        "When the top digit is too small, there is more to take from: exchange a ten from the column on the left.",
        Example("63 - 29", "40"),
        "Exchange a ten for ones with base-ten blocks, and check by adding back.",
        ("subtract-within-100", "subtract-3-digits"),
        "Brown & Burton 1978; VanLehn 1990: Zero-Instead-Of-Borrow",
        _from_larger(_zero_where_too_small),
    ),
    Misconception(
        "SUB-LEFT",
        "Takes every ten from the leftmost digit",
        "A ten for the ones comes from the tens: take it from the column right beside.",
        Example("733 - 216", "427"),
        "Say what each digit stands for before exchanging: ten ones are one ten, not one hundred.",
        ("subtract-3-digits", "subtract-4-digits"),
        "Brown & Burton 1978; VanLehn 1990: Always-Borrow-Left",
        _from_larger(_always_leftmost),
    ),
    Misconception(
        "SUB-BLANK",
        "Stops where the bottom number has no more digits",
        "Where nothing stands below, nothing is taken away: bring the digit down.",
        Example("178 - 59", "19"),
        "Write a 0 in the empty places of the bottom number, and estimate first.",
        ("subtract-ones-tens-hundreds", "subtract-within-100"),
        "Brown & Burton 1978; VanLehn 1990: Quit-When-Bottom-Blank",
        _from_larger(_only_below),
    ),
)
