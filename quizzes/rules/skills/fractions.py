"""Fractions: on a line, of a quantity, equal ones, compared, and as mixed numbers."""

import random
from collections.abc import Hashable
from fractions import Fraction
from math import gcd

from quizzes.rules import grammar
from quizzes.rules.demands import IMPROPER, LOWEST_TERMS, MIXED
from quizzes.rules.figures import NumberLine
from quizzes.rules.questions import Question
from quizzes.rules.skills.drawing import by_answer, reading_off, source, such_that, sums, words
from quizzes.rules.skills.kinds import Example, Family, Level, Skill

FORM = "fraction"
EASY = (2, 3, 4, 5)
USUAL = (2, 3, 4, 5, 6, 8, 10)
ALL = (2, 3, 4, 5, 6, 7, 8, 9, 10, 12)

Belows = tuple[int, ...]
"""The denominators to choose from."""

SPREAD = "The denominators equally often."


def proper(rng: random.Random, belows: Belows) -> Fraction:
    """A fraction between 0 and 1 that is in lowest terms with one of these denominators."""
    below = rng.choice(belows)
    return Fraction(such_that(lambda: rng.randint(1, below - 1), lambda above: gcd(above, below) == 1), below)


def mixed(value: Fraction) -> str:
    """As a prompt shows it: `1 1/2`, `3/4`, `2`."""
    return grammar.written_number(value, "mixed")


@source
def _line(rng: random.Random, belows: Belows, wholes: int) -> Question:
    """A line from 0 in parts of one denominator; the arrow is at no whole number."""
    below = rng.choice(belows)
    at = such_that(lambda: rng.randint(1, wholes * below - 1), lambda mark: mark % below != 0)
    return reading_off(NumberLine(Fraction(0), Fraction(wholes), wholes * below, at), FORM)


@source
def _of_quantity(rng: random.Random, belows: Belows, most: int, unit: bool) -> Question:
    """A fraction of a number that it divides; a part of `most` at most."""
    fraction = such_that(lambda: proper(rng, belows), lambda drawn: (drawn.numerator == 1) == unit)
    return sums(f"{fraction} of {fraction.denominator * rng.randint(2, most)}", "whole")


@source
def _equivalent(rng: random.Random, belows: Belows, box: str) -> Question:
    """`3/_ = 6/8`: a fraction and the same one multiplied; the box is at the `box`, top or bottom, of either."""
    fraction, times = proper(rng, belows), rng.randint(2, 6)
    pairs = [[fraction.numerator, fraction.denominator], [fraction.numerator * times, fraction.denominator * times]]
    rng.shuffle(pairs)
    texts = [[str(number) for number in pair] for pair in pairs]
    texts[rng.randint(0, 1)][0 if box == "top" else 1] = "_"
    return sums(" = ".join("/".join(pair) for pair in texts), "whole")


@source
def _simplified(rng: random.Random, belows: Belows, factors: tuple[int, ...]) -> Question:
    fraction, times = proper(rng, belows), rng.choice(factors)
    shown = f"{fraction.numerator * times}/{fraction.denominator * times}"
    return words(f"Write {shown} in its lowest terms: _", fraction, FORM, (LOWEST_TERMS,))


@source
def _same_below(rng: random.Random, belows: Belows) -> Question:
    below = rng.choice([each for each in belows if each > 2])
    left, right = rng.sample(range(1, below), 2)
    return sums(f"{left}/{below} _ {right}/{below}", "comparison")


@source
def _same_above(rng: random.Random, belows: Belows) -> Question:
    left, right = rng.sample(belows, 2)
    above = rng.randint(1, min(left, right) - 1)
    return sums(f"{above}/{left} _ {above}/{right}", "comparison")


@source
def _compared(rng: random.Random, belows: Belows) -> Question:
    """Two fractions of different denominators; one in three is equal."""
    fraction = proper(rng, belows)
    if rng.random() < 1 / 3:
        times = rng.randint(2, 4)
        sides = [str(fraction), f"{fraction.numerator * times}/{fraction.denominator * times}"]
    else:
        other = such_that(lambda: proper(rng, belows), lambda drawn: drawn.denominator != fraction.denominator)
        sides = [str(fraction), str(other)]
    rng.shuffle(sides)
    return sums(" _ ".join(sides), "comparison")


@source
def _as_improper(rng: random.Random, belows: Belows, most: int) -> Question:
    value = rng.randint(1, most) + proper(rng, belows)
    return words(f"Write {mixed(value)} as an improper fraction: _", value, FORM, (IMPROPER,))


@source
def _as_mixed(rng: random.Random, belows: Belows, most: int) -> Question:
    value = rng.randint(1, most) + proper(rng, belows)
    return words(f"Write {value} as a mixed number: _", value, "mixed", (MIXED,))


def _by_answer_below(question: Question) -> Hashable:
    return question.answer.partition("/")[2]


_EQUALLY = "Each sign equally often."

SKILLS = (
    Skill(
        "fraction-line",
        "Fractions on a number line",
        Family.FRACTIONS,
        3,
        3,
        (
            Level("from 0 to 1", _line((3, 4, 5, 6, 8, 10), 1), f"Thirds to tenths. {SPREAD}", _by_answer_below),
            Level("from 0 to 2", _line((2, 3, 4, 5, 6, 8, 10), 2), "Halves to tenths, never a whole number."),
            Level("from 0 to 3", _line((2, 3, 4, 5, 6), 3), "Halves to sixths, never a whole number."),
        ),
        FORM,
        Example(
            "A line from 0 to 1 in 4 parts; the arrow is at mark 3.",
            ("4 equal parts: each is 1/4.", "3 parts from 0: 3/4"),
            "3/4",
        ),
        "3.NF.A.2b",
        "Year 3: count in tenths, and see fractions as numbers",
    ),
    Skill(
        "fraction-of",
        "Fractions of a quantity",
        Family.FRACTIONS,
        4,
        3,
        (
            Level("one half to one fifth", _of_quantity(EASY, 10, True), "The answer is a whole number from 2 to 10."),
            Level("one part of many", _of_quantity(ALL, 12, True), "One half to one twelfth; answers from 2 to 12."),
            Level("several parts", _of_quantity(USUAL, 10, False), "Thirds to tenths; one part is 2 to 10."),
            Level("several parts of larger numbers", _of_quantity(ALL, 30, False), "One part is 2 to 30."),
        ),
        "whole",
        Example("3/4 of 20", ("One quarter of 20: 20 ÷ 4 = 5", "Three quarters: 3 × 5 = 15"), "15"),
        "4.NF.B.4c",
        "Year 3: find fractions of a set of objects; Year 4: of quantities, where the answer is whole",
        "×÷",
    ),
    Skill(
        "fraction-equivalent",
        "Equal fractions",
        Family.FRACTIONS,
        4,
        4,
        (
            Level("the top is missing", _equivalent(EASY, "top"), "Halves to fifths, multiplied by 2 to 6."),
            Level("the bottom is missing", _equivalent(EASY, "bottom"), "Halves to fifths, multiplied by 2 to 6."),
            Level("to twelfths, the top", _equivalent(ALL, "top"), "Halves to twelfths, multiplied by 2 to 6."),
            Level("to twelfths, the bottom", _equivalent(ALL, "bottom"), "Halves to twelfths, multiplied by 2 to 6."),
        ),
        "whole",
        Example("3/4 = _/8", ("4 × 2 = 8, so the bottom is doubled.", "Double the top: 3 × 2 = 6"), "6"),
        "4.NF.A.1",
        "Year 4: recognise families of equivalent fractions; Year 5: name and write them",
        "×÷",
    ),
    Skill(
        "fraction-simplify",
        "Lowest terms",
        Family.FRACTIONS,
        4,
        6,
        (
            Level("divide by 2, 5 or 10", _simplified(EASY, (2, 5, 10)), "Halves to fifths in the answer."),
            Level("divide by 2 to 6", _simplified(USUAL, (2, 3, 4, 5, 6)), "Halves to tenths in the answer."),
            Level("divide by 2 to 12", _simplified(ALL, tuple(range(2, 13))), "Halves to twelfths in the answer."),
        ),
        FORM,
        Example("Write 6/8 in its lowest terms: _", ("Both can be divided by 2.", "6 ÷ 2 = 3, 8 ÷ 2 = 4"), "3/4"),
        "4.NF.A.1",
        "Year 6: use common factors to simplify fractions",
        "÷",
    ),
    Skill(
        "fraction-compare",
        "Comparing fractions",
        Family.FRACTIONS,
        4,
        5,
        (
            Level("the same denominator", _same_below(ALL), "Thirds to twelfths; never equal.", by_answer),
            Level("the same numerator", _same_above(ALL), "Halves to twelfths; never equal.", by_answer),
            Level("different, to fifths", _compared(EASY), f"Halves to fifths, or equal ones. {_EQUALLY}", by_answer),
            Level("different, to twelfths", _compared(ALL), f"Also equal ones, not simplified. {_EQUALLY}", by_answer),
        ),
        "comparison",
        Example("3/4 _ 2/3", ("In twelfths: 9/12 and 8/12.", "9 twelfths are more than 8."), ">"),
        "4.NF.A.2",
        "Year 3: compare fractions of one denominator; Year 5: of which one denominator is a multiple of the other",
    ),
    Skill(
        "mixed-to-improper",
        "Mixed numbers as improper fractions",
        Family.FRACTIONS,
        4,
        5,
        (
            Level("halves to fifths, to 3", _as_improper(EASY, 3), "Between 1 and 4, in lowest terms."),
            Level("to twelfths, to 9", _as_improper(ALL, 9), "Between 1 and 10, in lowest terms."),
        ),
        FORM,
        Example("Write 2 3/4 as an improper fraction: _", ("2 is 8/4.", "8/4 + 3/4 = 11/4"), "11/4"),
        "4.NF.B.3c",
        "Year 5: convert between mixed numbers and improper fractions",
    ),
    Skill(
        "improper-to-mixed",
        "Improper fractions as mixed numbers",
        Family.FRACTIONS,
        4,
        5,
        (
            Level("halves to fifths, to 3", _as_mixed(EASY, 3), "Between 1 and 4, in lowest terms."),
            Level("to twelfths, to 9", _as_mixed(ALL, 9), "Between 1 and 10, in lowest terms."),
        ),
        "mixed",
        Example("Write 11/4 as a mixed number: _", ("11 ÷ 4 = 2, and 3 are left.", "2 wholes and 3/4"), "2 3/4"),
        "4.NF.B.3c",
        "Year 5: convert between mixed numbers and improper fractions",
    ),
)
