"""Squares, cubes and their roots, and powers of ten."""

import random
from collections.abc import Iterable
from fractions import Fraction

from quizzes.rules.questions import Question
from quizzes.rules.skills.drawing import by_form, decimal, source, sums
from quizzes.rules.skills.kinds import Example, Family, Level, Skill
from quizzes.rules.typesetting import MINUS

_WHOLE = "whole"
_TENS = range(20, 91, 10)
_RAISED = {2: "²", 3: "³", 4: "⁴"}


@source
def _power(rng: random.Random, bases: Iterable[int], exponent: int) -> Question:
    return sums(f"{rng.choice([*bases])}{_RAISED[exponent]}", _WHOLE)


@source
def _root(rng: random.Random, roots: Iterable[int], exponent: int) -> Question:
    return sums(f"{'√' if exponent == 2 else '∛'}{rng.choice([*roots]) ** exponent}", _WHOLE)


@source
def _together(rng: random.Random, most: int) -> Question:
    """A square or root, plus or minus another; never below zero."""
    low, high = sorted(rng.sample(range(2, most + 1), 2))
    return sums(
        rng.choice(
            [
                f"{high}² {MINUS} {low}²",
                f"{low}² + {high}²",
                f"√{low * low} + √{high * high}",
                f"√{high * high} {MINUS} √{low * low}",
                f"{low}² + √{high * high}",
            ]
        ),
        _WHOLE,
    )


@source
def _times_ten(rng: random.Random, places: int, exponents: tuple[int, ...]) -> Question:
    """A number of two digits, so many of them decimals, times a power of ten."""
    number = Fraction(rng.choice([each for each in range(11, 100) if each % 10]), 10**places)
    return sums(f"{decimal(number)} × 10{_RAISED[rng.choice(exponents)]}", "decimal")


_YEAR_5 = "Year 5: recognise and use square and cube numbers, and their notation"

SKILLS = (
    Skill(
        "square",
        "Square numbers",
        Family.POWERS,
        6,
        5,
        (
            Level("to 12²", _power(range(2, 13), 2), "2² to 12²: eleven in all."),
            Level("to 25² and of tens", _power((*range(13, 26), *_TENS), 2), "13² to 25², and 20² to 90²."),
        ),
        _WHOLE,
        Example("7²", ("7² is 7 times itself: 7 × 7 = 49",), "49"),
        "6.EE.A.1",
        _YEAR_5,
        "×",
    ),
    Skill(
        "cube",
        "Cube numbers",
        Family.POWERS,
        6,
        5,
        (
            Level("to 10³", _power(range(1, 11), 3), "1³ to 10³: ten in all."),
            Level("to 15³ and of tens", _power((*range(11, 16), *_TENS), 3), "11³ to 15³, and 20³ to 90³."),
        ),
        _WHOLE,
        Example("4³", ("4³ is 4 × 4 × 4.", "4 × 4 = 16", "16 × 4 = 64"), "64"),
        "6.EE.A.1",
        _YEAR_5,
        "×",
    ),
    Skill(
        "square-root",
        "Square roots",
        Family.POWERS,
        8,
        7,
        (
            Level("of squares to 144", _root(range(2, 13), 2), "√4 to √144: eleven in all."),
            Level("of squares to 10,000", _root((*range(13, 26), *_TENS, 100), 2), "√169 to √10,000, always exact."),
        ),
        _WHOLE,
        Example("√49", ("Which number times itself is 49?", "7 × 7 = 49"), "7"),
        "8.EE.A.2",
        "Year 7: use powers and their roots",
    ),
    Skill(
        "cube-root",
        "Cube roots",
        Family.POWERS,
        8,
        7,
        (
            Level("of cubes to 1,000", _root(range(1, 11), 3), "∛1 to ∛1,000: ten in all."),
            Level("of cubes to 729,000", _root((*range(11, 16), *_TENS), 3), "∛1,331 to ∛729,000, always exact."),
        ),
        _WHOLE,
        Example("∛64", ("Which number is 64, three times multiplied?", "4 × 4 × 4 = 64"), "4"),
        "8.EE.A.2",
        "Year 7: use powers and their roots",
    ),
    Skill(
        "squares-and-roots",
        "Squares and roots together",
        Family.POWERS,
        8,
        7,
        (
            Level("to 6²", _together(6), "Sums and differences, as many of each arrangement.", by_form),
            Level("to 12²", _together(12), "Sums and differences, as many of each arrangement.", by_form),
        ),
        _WHOLE,
        Example("3² + √16", ("3² = 9", "√16 = 4", "9 + 4 = 13"), "13"),
        "8.EE.A.2",
        "Year 7: use powers and roots in the order of operations",
        f"+{MINUS}",
    ),
    Skill(
        "times-power-of-ten",
        "Times a power of ten",
        Family.POWERS,
        5,
        7,
        (
            Level("whole numbers", _times_ten(0, (2, 3)), "11 to 99, no tens, times 10² or 10³."),
            Level("tenths", _times_ten(1, (2, 3)), "1.1 to 9.9, times 10² or 10³."),
            Level("hundredths", _times_ten(2, (2, 3, 4)), "0.11 to 0.99, times 10², 10³ or 10⁴."),
        ),
        "decimal",
        Example("4.5 × 10²", ("10² is 100.", "4.5 × 100 = 450"), "450"),
        "5.NBT.A.2",
        "Year 7: use integer powers of ten",
        "×",
    ),
)
