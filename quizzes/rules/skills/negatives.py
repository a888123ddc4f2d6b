"""Negative numbers: on a line, compared, and in the four operations."""

import random
from fractions import Fraction

from quizzes.rules.figures import NumberLine
from quizzes.rules.questions import Question
from quizzes.rules.skills.drawing import (
    by_answer,
    by_sign,
    by_word,
    in_words,
    largest_or_smallest,
    reading_off,
    source,
    sums,
    words,
)
from quizzes.rules.skills.kinds import Example, Family, Level, Skill
from quizzes.rules.typesetting import MINUS

_FORM = "integer"


@source
def _line(rng: random.Random, step: int, parts: int) -> Question:
    """A line through zero; the arrow is at no end and not at zero."""
    below = rng.randint(2, parts - 2)
    at = rng.choice([mark for mark in range(1, parts) if mark != below])
    return reading_off(NumberLine(Fraction(-below * step), Fraction((parts - below) * step), parts, at), _FORM)


@source
def _temperature(rng: random.Random, most: int, through_zero: bool) -> Question:
    """It gets warmer or colder; one of the two temperatures at least is below zero."""
    colder = rng.random() < 1 / 2
    high, low = (rng.randint(1, most), -rng.randint(1, most)) if through_zero else sorted(_two(rng, most), reverse=True)
    before, after = (high, low) if colder else (low, high)
    change = high - low
    degrees = "degree" if change == 1 else "degrees"
    said = f"It is {in_words(Fraction(before))} °C. It gets {change} {degrees} {'colder' if colder else 'warmer'}."
    return words(f"{said} What is the temperature now? _ °C", Fraction(after), _FORM)


def _two(rng: random.Random, most: int) -> list[int]:
    """Two numbers, of which one is below zero and the other too, or zero."""
    return [-number for number in rng.sample(range(most + 1), 2)]


@source
def _difference(rng: random.Random, most: int, through_zero: bool) -> Question:
    low, high = (-rng.randint(1, most), rng.randint(1, most)) if through_zero else sorted(_two(rng, most))
    towns = f"{in_words(Fraction(low))} °C in one town and {in_words(Fraction(high))} °C in another"
    return words(f"It is {towns}. How many degrees warmer is it in the second? _", Fraction(high - low), _FORM)


@source
def _compared(rng: random.Random, most: int, below: bool) -> Question:
    """`-7 _ 3`; where `below`, both are below zero."""
    left, right = rng.sample(range(1, most + 1), 2)
    other = -right if below else right
    pair = [-left, other] if rng.random() < 1 / 2 else [other, -left]
    return sums(f"{pair[0]} _ {pair[1]}", "comparison")


@source
def _ordered(rng: random.Random, most: int) -> Question:
    """Three numbers of different size, two of them below zero at least."""
    sizes = rng.sample(range(1, most + 1), 3)
    numbers = [-sizes[0], -sizes[1], rng.choice([-1, 1]) * sizes[2]]
    rng.shuffle(numbers)
    return largest_or_smallest(rng, [Fraction(number) for number in numbers], _FORM)


@source
def _below_zero(rng: random.Random, most: int) -> Question:
    """`3 − 8`: more is taken away than there is."""
    small, large = sorted(rng.sample(range(1, most + 1), 2))
    return sums(f"{small} {MINUS} {large}", _FORM)


@source
def _sum(rng: random.Random, most: int, signs: tuple[tuple[int, int], ...]) -> Question:
    """A sum of two numbers of different size with signs as one of `signs`."""
    left, right = rng.sample(range(1, most + 1), 2)
    one, other = rng.choice(signs)
    return sums(f"{one * left} + {other * right}", _FORM)


@source
def _taken(rng: random.Random, most: int, signs: tuple[tuple[int, int], ...]) -> Question:
    """A difference of two numbers of different size with signs as one of `signs`."""
    left, right = rng.sample(range(1, most + 1), 2)
    one, other = rng.choice(signs)
    return sums(f"{one * left} {MINUS} {other * right}", _FORM)


@source
def _product(rng: random.Random, most: int, signs: tuple[tuple[int, int], ...]) -> Question:
    one, other = rng.choice(signs)
    return sums(f"{one * rng.randint(2, most)} × {other * rng.randint(2, most)}", _FORM)


@source
def _quotient(rng: random.Random, most: int, signs: tuple[tuple[int, int], ...]) -> Question:
    divisor, quotient = rng.randint(2, most), rng.randint(2, most)
    one, other = rng.choice(signs)
    return sums(f"{one * divisor * quotient} ÷ {other * divisor}", _FORM)


_FIRST, _SECOND, _BOTH = (-1, 1), (1, -1), (-1, -1)
_ONE_OF_THEM = (_FIRST, _SECOND)
_ANY = (_FIRST, _SECOND, _BOTH)
_WHICH = by_word("largest")
_HALF_BELOW = "As many answers below zero as above."

SKILLS = (
    Skill(
        "negative-line",
        "Negative numbers on a number line",
        Family.NEGATIVES,
        6,
        4,
        (
            Level("in ones", _line(1, 10), f"Ten ones around zero. Never an end, never zero. {_HALF_BELOW}", by_sign),
            Level("in twos", _line(2, 10), f"Ten steps of 2 around zero. Never an end or zero. {_HALF_BELOW}", by_sign),
            Level("in fives", _line(5, 12), f"Twelve steps of 5. Never an end or zero. {_HALF_BELOW}", by_sign),
            Level("in tens", _line(10, 16), f"Sixteen steps of 10. Never an end or zero. {_HALF_BELOW}", by_sign),
        ),
        _FORM,
        Example(
            "A line from −5 to 5 in 10 parts; the arrow is 2 marks left of 0.",
            ("Each part is 1.", "Count left from 0: −1, −2."),
            "-2",
        ),
        "6.NS.C.6c",
        "Year 4: count backwards through zero to include negative numbers",
    ),
    Skill(
        "negative-temperature",
        "Temperatures that rise and fall",
        Family.NEGATIVES,
        6,
        5,
        (
            Level("through zero, within 10", _temperature(10, True), "From one side of zero to the other.", by_sign),
            Level(
                "staying below zero", _temperature(15, False), "From −15 to 0, up as often as down.", by_word("colder")
            ),
            Level("through zero, within 30", _temperature(30, True), "From one side of zero to the other.", by_sign),
        ),
        _FORM,
        Example(
            "It is 3 °C. It gets 5 degrees colder. What is the temperature now? _ °C",
            ("3 degrees down to 0.", "2 more degrees: −2."),
            "-2",
        ),
        "6.NS.C.5",
        "Year 5: interpret negative numbers in context, counting forwards and backwards through zero",
        f"+{MINUS}",
    ),
    Skill(
        "negative-difference",
        "Differences across zero",
        Family.NEGATIVES,
        7,
        6,
        (
            Level("across zero, within 10", _difference(10, True), "One temperature below zero, one above."),
            Level("both at zero or below", _difference(20, False), "From −20 to 0."),
            Level("across zero, within 40", _difference(40, True), "One temperature below zero, one above."),
        ),
        _FORM,
        Example(
            "It is −3 °C in one town and 5 °C in another. How many degrees warmer is it in the second? _",
            ("From −3 up to 0 are 3.", "From 0 up to 5 are 5.", "3 + 5 = 8"),
            "8",
        ),
        "7.NS.A.1c",
        "Year 6: calculate intervals across zero",
        MINUS,
    ),
    Skill(
        "negative-compare",
        "Comparing negative numbers",
        Family.NEGATIVES,
        6,
        6,
        (
            Level("with a positive number", _compared(10, False), "One below zero, one above; within 10.", by_answer),
            Level("both below zero", _compared(10, True), "Two different numbers from −10 to −1.", by_answer),
            Level("both below zero, to −100", _compared(100, True), "Two different numbers, −100 to −1.", by_answer),
        ),
        "comparison",
        Example("-7 _ -3", ("−7 is further left on the number line.", "Further left is less."), "<"),
        "6.NS.C.7a",
        "Year 6: use negative numbers in context",
    ),
    Skill(
        "negative-order",
        "Ordering negative numbers",
        Family.NEGATIVES,
        6,
        7,
        (
            Level(
                "within 10", _ordered(10), "Three numbers of different size, two or three of them below zero.", _WHICH
            ),
            Level(
                "within 100", _ordered(100), "Three numbers of different size, two or three of them below zero.", _WHICH
            ),
        ),
        _FORM,
        Example(
            "Which number is the smallest: −8, 5 or −3? _",
            ("The smallest is furthest left on the number line: −8.",),
            "-8",
        ),
        "6.NS.C.7b",
        "Year 7: order positive and negative integers",
    ),
    Skill(
        "subtract-below-zero",
        "Subtracting to below zero",
        Family.NEGATIVES,
        7,
        6,
        (
            Level("within 10", _below_zero(10), "Two different numbers from 1 to 10, the smaller first."),
            Level("within 20", _below_zero(20), "Two different numbers from 1 to 20, the smaller first."),
            Level("within 100", _below_zero(100), "Two different numbers from 1 to 100, the smaller first."),
        ),
        _FORM,
        Example("3 − 8", ("3 − 3 = 0", "5 more to take: 0 − 5 = −5"), "-5"),
        "7.NS.A.1",
        "Year 6: use negative numbers in context, and intervals across zero",
        MINUS,
    ),
    Skill(
        "negative-add",
        "Adding with negative numbers",
        Family.NEGATIVES,
        7,
        7,
        (
            Level("from below zero, within 10", _sum(10, (_FIRST,)), f"−a + b, never 0. {_HALF_BELOW}", by_sign),
            Level("adding a negative, within 10", _sum(10, (_SECOND,)), f"a + −b, never 0. {_HALF_BELOW}", by_sign),
            Level("any signs, within 20", _sum(20, _ANY), "One or both numbers below zero; never 0.", by_sign),
            Level("any signs, within 100", _sum(100, _ANY), "One or both numbers below zero; never 0.", by_sign),
        ),
        _FORM,
        Example("-7 + 4", ("Start at −7 and count up 4: −6, −5, −4, −3.",), "-3"),
        "7.NS.A.1b",
        "Year 7: add positive and negative integers",
        "+",
    ),
    Skill(
        "negative-subtract",
        "Subtracting with negative numbers",
        Family.NEGATIVES,
        7,
        7,
        (
            Level("from below zero, within 10", _taken(10, (_FIRST,)), "−a − b: every answer is below zero."),
            Level("taking a negative, within 10", _taken(10, (_SECOND,)), "a − −b: every answer is above zero."),
            Level("any signs, within 20", _taken(20, _ANY), "One or both numbers below zero; never 0.", by_sign),
            Level("any signs, within 100", _taken(100, _ANY), "One or both numbers below zero; never 0.", by_sign),
        ),
        _FORM,
        Example("5 − -3", ("Taking away −3 is the same as adding 3.", "5 + 3 = 8"), "8"),
        "7.NS.A.1c",
        "Year 7: subtract positive and negative integers",
        MINUS,
    ),
    Skill(
        "negative-multiply",
        "Multiplying with negative numbers",
        Family.NEGATIVES,
        7,
        7,
        (
            Level("one negative, tables to 5", _product(5, _ONE_OF_THEM), "Factors from 2 to 5, one below zero."),
            Level("any signs, tables to 10", _product(10, _ANY), f"Factors from 2 to 10. {_HALF_BELOW}", by_sign),
            Level("any signs, tables to 12", _product(12, _ANY), f"Factors from 2 to 12. {_HALF_BELOW}", by_sign),
        ),
        _FORM,
        Example("-4 × -6", ("4 × 6 = 24", "Two minus signs make a positive number."), "24"),
        "7.NS.A.2a",
        "Year 7: multiply positive and negative integers",
        "×",
    ),
    Skill(
        "negative-divide",
        "Dividing with negative numbers",
        Family.NEGATIVES,
        7,
        7,
        (
            Level("one negative, tables to 5", _quotient(5, _ONE_OF_THEM), "Divisor and answer from 2 to 5 in size."),
            Level("any signs, tables to 10", _quotient(10, _ANY), f"Exact, from the tables. {_HALF_BELOW}", by_sign),
            Level("any signs, tables to 12", _quotient(12, _ANY), f"Exact, from the tables. {_HALF_BELOW}", by_sign),
        ),
        _FORM,
        Example("-24 ÷ 6", ("24 ÷ 6 = 4", "One minus sign makes a negative number."), "-4"),
        "7.NS.A.2b",
        "Year 7: divide positive and negative integers",
        "÷",
    ),
)
