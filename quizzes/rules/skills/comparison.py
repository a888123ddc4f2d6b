"""Comparing and ordering whole numbers and what sums come to, halfway between, and places on a line."""

import random
from collections.abc import Callable
from fractions import Fraction

from quizzes.rules.figures import NumberLine
from quizzes.rules.questions import Question
from quizzes.rules.skills.drawing import (
    by_answer,
    by_word,
    largest_or_smallest,
    reading_off,
    source,
    such_that,
    sums,
    words,
)
from quizzes.rules.skills.kinds import Example, Family, Level, Skill
from quizzes.rules.typesetting import MINUS

_WHOLE = "whole"
_SIGN = "comparison"

_Drawing = Callable[[], tuple[str, int]]
"""Draws what stands on one side, and what it comes to."""


@source
def _line(rng: random.Random, step: int, starts: int) -> Question:
    """Ten steps from a multiple of ten of them; the arrow is at no end."""
    start = Fraction(10 * step * rng.randint(0, starts - 1))
    return reading_off(NumberLine(start, start + 10 * step, 10, rng.randint(1, 9)), _WHOLE)


@source
def _compared(rng: random.Random, low: int, high: int) -> Question:
    """Two numbers: equal in one question of three, else alike: of the same digits, or near each other."""
    left = rng.randint(low, high)
    right = (
        left if rng.random() < 1 / 3 else such_that(lambda: _alike(rng, left, low, high), lambda drawn: drawn != left)
    )
    return sums(f"{left} _ {right}", _SIGN)


def _alike(rng: random.Random, number: int, low: int, high: int) -> int:
    """A number within the range: the digits in another order, another digit, or any."""
    digits = list(str(number))
    match rng.randint(0, 2):
        case 0:
            rng.shuffle(digits)
        case 1:
            digits[rng.randrange(len(digits))] = str(rng.randint(0, 9))
        case _:
            return rng.randint(low, high)
    changed = int("".join(digits))
    return changed if low <= changed <= high else rng.randint(low, high)


@source
def _ordered(rng: random.Random, low: int, high: int) -> Question:
    """Three different numbers alike."""
    first = rng.randint(low, high)
    numbers = such_that(
        lambda: [first, _alike(rng, first, low, high), _alike(rng, first, low, high)],
        lambda drawn: len(set(drawn)) == 3,
    )
    rng.shuffle(numbers)
    return largest_or_smallest(rng, [Fraction(number) for number in numbers], _WHOLE)


@source
def _halfway(rng: random.Random, step: int, most: int, spans: tuple[int, ...]) -> Question:
    """Halfway between two multiples of `step` that are one of the `spans` of it apart; always a whole number."""
    low, span = such_that(
        lambda: (step * rng.randint(0, most // step), step * rng.choice(spans)), lambda pair: pair[1] % 2 == 0
    )
    return words(f"Which number is halfway between {low} and {low + span}? _", Fraction(2 * low + span, 2), _WHOLE)


@source
def _sum_and_number(rng: random.Random, most: int) -> Question:
    """`3 + 4 _ 8`: a sum or difference, beside its value or one or two off."""
    return _beside_number(rng, _sum(rng, most), (-2, -1, 0, 0, 1, 2))


@source
def _product_and_number(rng: random.Random, most: int) -> Question:
    return _beside_number(rng, _product(rng, most), (-3, -2, -1, 0, 0, 0, 1, 2, 3))


def _beside_number(rng: random.Random, side: tuple[str, int], apart: tuple[int, ...]) -> Question:
    """The side beside a number that is so much more or less than it is worth, and not below zero."""
    text, worth = side
    sides = [text, str(such_that(lambda: worth + rng.choice(apart), lambda number: number >= 0))]
    rng.shuffle(sides)
    return sums(" _ ".join(sides), _SIGN)


def _sum(rng: random.Random, most: int) -> tuple[str, int]:
    """A sum of at most `most`, or a difference from it; and what it comes to, 1 at least."""
    low, high = sorted((rng.randint(1, most // 2), rng.randint(2, most // 2)))
    if rng.random() < 1 / 2:
        return f"{low} + {high}", low + high
    return f"{low + high} {MINUS} {low}", high


def _product(rng: random.Random, most: int) -> tuple[str, int]:
    left, right = rng.randint(2, most), rng.randint(2, most)
    return f"{left} × {right}", left * right


@source
def _two_sums(rng: random.Random, most: int) -> Question:
    """Two different sums or differences whose values are at most 2 apart."""
    return _near(lambda: _sum(rng, most), rng.choice([-2, -1, 0, 0, 1, 2]))


@source
def _two_products(rng: random.Random, most: int) -> Question:
    """Two different products whose values are equal, or at most 6 apart."""
    return _near(lambda: _product(rng, most), rng.choice([-6, -4, -3, -2, -1, 0, 0, 0, 1, 2, 3, 4, 6]))


def _near(draw: _Drawing, apart: int) -> Question:
    """Two different sides, the first worth so much more than the other."""
    left, right = such_that(
        lambda: (draw(), draw()),
        lambda pair: pair[0][1] - pair[1][1] == apart and not _same_side(pair[0][0], pair[1][0]),
    )
    return sums(f"{left[0]} _ {right[0]}", _SIGN)


def _same_side(left: str, right: str) -> bool:
    """Whether one is the other, or turned round: 3 × 4 and 4 × 3."""
    return sorted(left.split()) == sorted(right.split())


_EQUALLY = "Each sign equally often."
_BOTH = "Largest and smallest are asked for equally often."
_WHICH = by_word("largest")
_ALIKE = "Most numbers have digits in common."

SKILLS = (
    Skill(
        "number-line",
        "Numbers on a number line",
        Family.COMPARISON,
        2,
        2,
        (
            Level("in ones", _line(1, 10), "Ten ones, from a multiple of 10 up to 90. The arrow is at neither end."),
            Level("in twos and more", _line(2, 10), "Ten steps of 2, up to 200. The arrow is at neither end."),
            Level("in tens", _line(10, 10), "Ten tens, from a multiple of 100 up to 900. The arrow is at neither end."),
            Level("in fifties", _line(50, 20), "Ten fifties, up to 10,000. The arrow is at neither end."),
        ),
        _WHOLE,
        Example(
            "A line from 40 to 50 in 10 parts; the arrow is at mark 7.",
            ("10 parts from 40 to 50: each is 1.", "7 after 40: 47"),
            "47",
        ),
        "2.MD.B.6",
        "Year 2: identify numbers on a number line",
    ),
    Skill(
        "compare-whole",
        "Comparing whole numbers",
        Family.COMPARISON,
        1,
        2,
        (
            Level("to 20", _compared(1, 20), f"1 to 20. {_EQUALLY}", by_answer),
            Level("to 100", _compared(11, 99), f"11 to 99. {_ALIKE} {_EQUALLY}", by_answer),
            Level("to 1,000", _compared(101, 999), f"101 to 999. {_ALIKE} {_EQUALLY}", by_answer),
            Level("to 1,000,000", _compared(1_001, 999_999), f"1,001 to 999,999. {_ALIKE} {_EQUALLY}", by_answer),
        ),
        _SIGN,
        Example("47 _ 74", ("4 tens and 7 tens.", "4 tens are fewer."), "<"),
        "1.NBT.B.3",
        "Year 2: compare numbers from 0 to 100 with <, > and =; Year 3: to 1,000",
    ),
    Skill(
        "order-whole",
        "Ordering whole numbers",
        Family.COMPARISON,
        2,
        2,
        (
            Level("to 100", _ordered(11, 99), f"Three numbers from 11 to 99. {_ALIKE} {_BOTH}", _WHICH),
            Level("to 1,000", _ordered(101, 999), f"Three numbers from 101 to 999. {_ALIKE} {_BOTH}", _WHICH),
            Level("to 100,000", _ordered(10_001, 99_999), f"10,001 to 99,999. {_ALIKE} {_BOTH}", _WHICH),
        ),
        _WHOLE,
        Example(
            "Which number is the largest: 345, 534 or 354? _",
            ("Look at the hundreds first: 3, 5 and 3.", "5 hundreds are the most."),
            "534",
        ),
        "2.NBT.A.4",
        "Year 2: compare and order numbers to 100; Year 3: to 1,000",
    ),
    Skill(
        "halfway",
        "Halfway between",
        Family.COMPARISON,
        3,
        3,
        (
            Level("between tens", _halfway(10, 90, (1, 2)), "Neighbouring tens, or every other, to 110."),
            Level("between hundreds", _halfway(100, 900, (1, 2, 3)), "One to three hundreds apart, to 1,200."),
            Level("any two numbers", _halfway(1, 90, tuple(range(4, 31))), "4 to 30 apart; always a whole number."),
        ),
        _WHOLE,
        Example(
            "Which number is halfway between 20 and 30? _",
            ("From 20 to 30 are 10; half of it is 5.", "20 + 5 = 25"),
            "25",
        ),
        "3.NBT.A.1",
        "Year 3: estimate numbers on a line; a step towards rounding",
    ),
    Skill(
        "compare-sums",
        "Comparing sums",
        Family.COMPARISON,
        1,
        2,
        (
            Level("with a number, within 10", _sum_and_number(10), f"+ and −; at most 2 apart. {_EQUALLY}", by_answer),
            Level("with a number, within 20", _sum_and_number(20), f"+ and −; at most 2 apart. {_EQUALLY}", by_answer),
            Level("two sums within 20", _two_sums(20), f"Different ones, at most 2 apart. {_EQUALLY}", by_answer),
            Level("two sums within 100", _two_sums(100), f"Different ones, at most 2 apart. {_EQUALLY}", by_answer),
        ),
        _SIGN,
        Example("3 + 4 _ 8", ("3 + 4 = 7", "7 is less than 8."), "<"),
        "1.OA.D.7",
        "Year 2: compare numbers with <, > and =",
        f"+{MINUS}",
    ),
    Skill(
        "compare-products",
        "Comparing products",
        Family.COMPARISON,
        3,
        4,
        (
            Level("with a number, tables to 5", _product_and_number(5), f"At most 3 apart. {_EQUALLY}", by_answer),
            Level("two, tables to 10", _two_products(10), f"Different ones, at most 6 apart. {_EQUALLY}", by_answer),
            Level("two, tables to 12", _two_products(12), f"Different ones, at most 6 apart. {_EQUALLY}", by_answer),
        ),
        _SIGN,
        Example("4 × 6 _ 3 × 8", ("4 × 6 = 24", "3 × 8 = 24"), "="),
        "3.OA.C.7",
        "Year 4: recall and use multiplication facts to 12 × 12",
        "×",
    ),
)
