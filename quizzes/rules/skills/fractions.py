"""Fractions: on a line, of a quantity, equal ones, compared, in the four operations, and as mixed numbers."""

import random
from collections.abc import Hashable
from fractions import Fraction
from math import gcd

from quizzes.rules import grammar
from quizzes.rules.demands import IMPROPER, LOWEST_TERMS, MIXED
from quizzes.rules.figures import NumberLine
from quizzes.rules.prompts import Kind
from quizzes.rules.questions import Question
from quizzes.rules.skills.drawing import by_answer, reading_off, source, such_that, sums, words
from quizzes.rules.skills.kinds import Example, Family, Level, Skill
from quizzes.rules.typesetting import MINUS

_FORM = "fraction"
_EASY = (2, 3, 4, 5)
_USUAL = (2, 3, 4, 5, 6, 8, 10)
_ALL = (2, 3, 4, 5, 6, 7, 8, 9, 10, 12)

_Belows = tuple[int, ...]


def _proper(rng: random.Random, belows: _Belows) -> Fraction:
    """A fraction between 0 and 1 that is in lowest terms with one of these denominators."""
    below = rng.choice(belows)
    return Fraction(such_that(lambda: rng.randint(1, below - 1), lambda above: gcd(above, below) == 1), below)


def _mixed(value: Fraction) -> str:
    """As a prompt shows it: `1 1/2`, `3/4`, `2`."""
    return grammar.written_number(value, "mixed")


@source
def _line(rng: random.Random, belows: _Belows, wholes: int) -> Question:
    """A line from 0 in parts of one denominator; the arrow is at no whole number."""
    below = rng.choice(belows)
    at = such_that(lambda: rng.randint(1, wholes * below - 1), lambda mark: mark % below != 0)
    return reading_off(NumberLine(Fraction(0), Fraction(wholes), wholes * below, at), _FORM)


@source
def _of_quantity(rng: random.Random, belows: _Belows, most: int, unit: bool) -> Question:
    """A fraction of a number that it divides; a part of `most` at most."""
    fraction = such_that(lambda: _proper(rng, belows), lambda drawn: (drawn.numerator == 1) == unit)
    return sums(f"{fraction} of {fraction.denominator * rng.randint(2, most)}", "whole")


@source
def _equivalent(rng: random.Random, belows: _Belows, box: str) -> Question:
    """`3/_ = 6/8`: a fraction and the same one multiplied; the box is at the `box`, top or bottom, of either."""
    fraction, times = _proper(rng, belows), rng.randint(2, 6)
    pairs = [[fraction.numerator, fraction.denominator], [fraction.numerator * times, fraction.denominator * times]]
    rng.shuffle(pairs)
    texts = [[str(number) for number in pair] for pair in pairs]
    texts[rng.randint(0, 1)][0 if box == "top" else 1] = "_"
    return sums(" = ".join("/".join(pair) for pair in texts), "whole")


@source
def _simplified(rng: random.Random, belows: _Belows, factors: tuple[int, ...]) -> Question:
    fraction, times = _proper(rng, belows), rng.choice(factors)
    shown = f"{fraction.numerator * times}/{fraction.denominator * times}"
    return words(f"Write {shown} in its lowest terms: _", fraction, _FORM, (LOWEST_TERMS,))


@source
def _same_below(rng: random.Random, belows: _Belows) -> Question:
    below = rng.choice([each for each in belows if each > 2])
    left, right = rng.sample(range(1, below), 2)
    return sums(f"{left}/{below} _ {right}/{below}", "comparison")


@source
def _same_above(rng: random.Random, belows: _Belows) -> Question:
    left, right = rng.sample(belows, 2)
    above = rng.randint(1, min(left, right) - 1)
    return sums(f"{above}/{left} _ {above}/{right}", "comparison")


@source
def _compared(rng: random.Random, belows: _Belows) -> Question:
    """Two fractions of different denominators; one in three is equal."""
    fraction = _proper(rng, belows)
    if rng.random() < 1 / 3:
        times = rng.randint(2, 4)
        sides = [str(fraction), f"{fraction.numerator * times}/{fraction.denominator * times}"]
    else:
        other = such_that(lambda: _proper(rng, belows), lambda drawn: drawn.denominator != fraction.denominator)
        sides = [str(fraction), str(other)]
    rng.shuffle(sides)
    return sums(" _ ".join(sides), "comparison")


@source
def _to_one(rng: random.Random, belows: _Belows) -> Question:
    """`3/8 + _ = 1`, and `1 − 3/8`."""
    fraction = _proper(rng, belows)
    return sums(rng.choice([f"{fraction} + _ = 1", f"1 {MINUS} {fraction}"]), _FORM)


@source
def _sum_alike(rng: random.Random, belows: _Belows, beyond: bool) -> Question:
    """A sum of fractions of one denominator: below 1, or `beyond`."""
    below = rng.choice([each for each in belows if each > 2])
    left, right = such_that(
        lambda: (rng.randint(1, below - 1), rng.randint(1, below - 1)),
        lambda pair: sum(pair) != below and (sum(pair) > below) == beyond,
    )
    return sums(f"{left}/{below} + {right}/{below}", _FORM)


@source
def _difference_alike(rng: random.Random, belows: _Belows, improper: bool) -> Question:
    """A difference of fractions of one denominator, the first below 1 or, `improper`, between 1 and 2."""
    below = rng.choice([each for each in belows if each > 2])
    high = rng.randint(below + 1, 2 * below - 1) if improper else rng.randint(2, below - 1)
    low = such_that(lambda: rng.randint(1, high - 1), lambda above: above != below)
    return sums(f"{high}/{below} {MINUS} {low}/{below}", _FORM)


def _pair(rng: random.Random, belows: _Belows, related: bool) -> tuple[Fraction, Fraction]:
    """Two fractions, the greater first, of different denominators: one a multiple of the other, or neither."""

    def holds(pair: tuple[Fraction, Fraction]) -> bool:
        below, other = sorted(each.denominator for each in pair)
        return pair[0] > pair[1] and below != other and (other % below == 0) == related

    return such_that(lambda: (_proper(rng, belows), _proper(rng, belows)), holds)


@source
def _sum(rng: random.Random, belows: _Belows, related: bool) -> Question:
    pair = list(_pair(rng, belows, related))
    rng.shuffle(pair)
    return sums(" + ".join(map(str, pair)), _FORM)


@source
def _difference(rng: random.Random, belows: _Belows, related: bool) -> Question:
    return sums(f" {MINUS} ".join(map(str, _pair(rng, belows, related))), _FORM)


@source
def _mixed_sum(rng: random.Random, belows: _Belows) -> Question:
    parts = [_mixed(each + rng.randint(1, 5)) for each in _pair(rng, belows, rng.random() < 1 / 2)]
    rng.shuffle(parts)
    return sums(" + ".join(parts), "mixed")


@source
def _mixed_difference(rng: random.Random, belows: _Belows) -> Question:
    """Two mixed numbers; in half of the questions the fractions alone could not be taken away."""
    pair = _pair(rng, belows, rng.random() < 1 / 2)
    high, low = pair if rng.random() < 1 / 2 else pair[::-1]
    less = rng.randint(1, 3)
    return sums(f"{_mixed(high + less + rng.randint(1, 4))} {MINUS} {_mixed(low + less)}", "mixed")


@source
def _times_whole(rng: random.Random, belows: _Belows) -> Question:
    parts = [str(_proper(rng, belows)), str(rng.randint(2, 9))]
    rng.shuffle(parts)
    return sums(" × ".join(parts), _FORM)


@source
def _times(rng: random.Random, belows: _Belows, unit: bool) -> Question:
    """A product of two fractions; both have 1 at the top, or one at least has not."""

    def holds(pair: tuple[Fraction, Fraction]) -> bool:
        return all(each.numerator == 1 for each in pair) == unit

    left, right = such_that(lambda: (_proper(rng, belows), _proper(rng, belows)), holds)
    return sums(f"{left} × {right}", _FORM)


@source
def _mixed_times(rng: random.Random, belows: _Belows) -> Question:
    """A mixed number and a fraction."""
    parts = [_mixed(rng.randint(1, 4) + _proper(rng, belows)), str(_proper(rng, belows))]
    rng.shuffle(parts)
    return sums(" × ".join(parts), _FORM)


@source
def _divided_whole(rng: random.Random, belows: _Belows) -> Question:
    """A whole number by 1/n, or 1/n by a whole number."""
    unit, number = Fraction(1, rng.choice(belows)), rng.randint(2, 9)
    return sums(f"{number} ÷ {unit}" if rng.random() < 1 / 2 else f"{unit} ÷ {number}", _FORM)


@source
def _divided(rng: random.Random, belows: _Belows, by_whole: bool) -> Question:
    fraction = _proper(rng, belows)
    divisor = (
        Fraction(rng.randint(2, 6)) if by_whole else such_that(lambda: _proper(rng, belows), lambda by: by != fraction)
    )
    return sums(f"{fraction} ÷ {divisor}", _FORM)


@source
def _as_improper(rng: random.Random, belows: _Belows, most: int) -> Question:
    value = rng.randint(1, most) + _proper(rng, belows)
    return words(f"Write {_mixed(value)} as an improper fraction: _", value, _FORM, (IMPROPER,))


@source
def _as_mixed(rng: random.Random, belows: _Belows, most: int) -> Question:
    value = rng.randint(1, most) + _proper(rng, belows)
    return words(f"Write {value} as a mixed number: _", value, "mixed", (MIXED,))


def _by_denominators(question: Question) -> Hashable:
    """A bucket for each set of denominators."""
    numbers = [token.text for token in question.prompt if token.kind is Kind.NUMBER]
    return frozenset(number.partition("/")[2] for number in numbers)


def _by_answer_below(question: Question) -> Hashable:
    return question.answer.partition("/")[2]


_EQUALLY = "Each sign equally often."
_SPREAD = "The denominators equally often."

SKILLS = (
    Skill(
        "fraction-line",
        "Fractions on a number line",
        Family.FRACTIONS,
        3,
        3,
        (
            Level("from 0 to 1", _line((3, 4, 5, 6, 8, 10), 1), f"Thirds to tenths. {_SPREAD}", _by_answer_below),
            Level("from 0 to 2", _line((2, 3, 4, 5, 6, 8, 10), 2), "Halves to tenths, never a whole number."),
            Level("from 0 to 3", _line((2, 3, 4, 5, 6), 3), "Halves to sixths, never a whole number."),
        ),
        _FORM,
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
            Level("one half to one fifth", _of_quantity(_EASY, 10, True), "The answer is a whole number from 2 to 10."),
            Level("one part of many", _of_quantity(_ALL, 12, True), "One half to one twelfth; answers from 2 to 12."),
            Level("several parts", _of_quantity(_USUAL, 10, False), "Thirds to tenths; one part is 2 to 10."),
            Level("several parts of larger numbers", _of_quantity(_ALL, 30, False), "One part is 2 to 30."),
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
            Level("the top is missing", _equivalent(_EASY, "top"), "Halves to fifths, multiplied by 2 to 6."),
            Level("the bottom is missing", _equivalent(_EASY, "bottom"), "Halves to fifths, multiplied by 2 to 6."),
            Level("to twelfths, the top", _equivalent(_ALL, "top"), "Halves to twelfths, multiplied by 2 to 6."),
            Level("to twelfths, the bottom", _equivalent(_ALL, "bottom"), "Halves to twelfths, multiplied by 2 to 6."),
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
            Level("divide by 2, 5 or 10", _simplified(_EASY, (2, 5, 10)), "Halves to fifths in the answer."),
            Level("divide by 2 to 6", _simplified(_USUAL, (2, 3, 4, 5, 6)), "Halves to tenths in the answer."),
            Level("divide by 2 to 12", _simplified(_ALL, tuple(range(2, 13))), "Halves to twelfths in the answer."),
        ),
        _FORM,
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
            Level("the same denominator", _same_below(_ALL), "Thirds to twelfths; never equal.", by_answer),
            Level("the same numerator", _same_above(_ALL), "Halves to twelfths; never equal.", by_answer),
            Level("different, to fifths", _compared(_EASY), f"Halves to fifths, or equal ones. {_EQUALLY}", by_answer),
            Level("different, to twelfths", _compared(_ALL), f"Also equal ones, not simplified. {_EQUALLY}", by_answer),
        ),
        "comparison",
        Example("3/4 _ 2/3", ("In twelfths: 9/12 and 8/12.", "9 twelfths are more than 8."), ">"),
        "4.NF.A.2",
        "Year 3: compare fractions of one denominator; Year 5: of which one denominator is a multiple of the other",
    ),
    Skill(
        "fraction-to-one",
        "Fractions that make one",
        Family.FRACTIONS,
        4,
        3,
        (
            Level("halves to sixths", _to_one((2, 3, 4, 5, 6)), "In lowest terms."),
            Level("to twelfths", _to_one(_ALL), "In lowest terms."),
        ),
        _FORM,
        Example("3/8 + _ = 1", ("1 is 8/8.", "8 − 3 = 5: 5/8"), "5/8"),
        "4.NF.B.3a",
        "Year 3: add and subtract fractions of one denominator within one whole",
        f"+{MINUS}",
    ),
    Skill(
        "fraction-add-alike",
        "Adding fractions with the same denominator",
        Family.FRACTIONS,
        4,
        3,
        (
            Level("below 1", _sum_alike(_USUAL, False), "Thirds to tenths. Equal values are right.", _by_denominators),
            Level("beyond 1", _sum_alike(_USUAL, True), "Thirds to tenths. Equal values are right.", _by_denominators),
        ),
        _FORM,
        Example("3/8 + 2/8", ("The parts are eighths: 3 + 2 = 5 of them.",), "5/8"),
        "4.NF.B.3a",
        "Year 3: add fractions of one denominator within one whole; Year 4: beyond",
        "+",
    ),
    Skill(
        "fraction-subtract-alike",
        "Subtracting fractions with the same denominator",
        Family.FRACTIONS,
        4,
        3,
        (
            Level("below 1", _difference_alike(_ALL, False), f"Thirds to twelfths. {_SPREAD}", _by_denominators),
            Level(
                "from improper fractions",
                _difference_alike(_USUAL, True),
                f"From a fraction between 1 and 2. {_SPREAD}",
                _by_denominators,
            ),
        ),
        _FORM,
        Example("7/8 − 2/8", ("The parts are eighths: 7 − 2 = 5 of them.",), "5/8"),
        "4.NF.B.3a",
        "Year 3: subtract fractions of one denominator within one whole; Year 4: beyond",
        MINUS,
    ),
    Skill(
        "fraction-add",
        "Adding fractions with different denominators",
        Family.FRACTIONS,
        5,
        5,
        (
            Level("one a multiple of the other", _sum(_USUAL, True), f"Such as 1/2 + 3/8. {_SPREAD}", _by_denominators),
            Level("halves to sixths", _sum((2, 3, 4, 5, 6), False), f"Such as 2/3 + 3/4. {_SPREAD}", _by_denominators),
            Level("to twelfths", _sum(_ALL, False), f"Such as 5/8 + 7/12. {_SPREAD}", _by_denominators),
        ),
        _FORM,
        Example("1/2 + 1/3", ("In sixths: 3/6 + 2/6", "3 + 2 = 5 sixths"), "5/6"),
        "5.NF.A.1",
        "Year 5: add fractions whose denominators are multiples of one number; Year 6: of any denominators",
        "+",
    ),
    Skill(
        "fraction-subtract",
        "Subtracting fractions with different denominators",
        Family.FRACTIONS,
        5,
        5,
        (
            Level(
                "one a multiple of the other",
                _difference(_USUAL, True),
                f"Such as 7/8 − 1/2. {_SPREAD}",
                _by_denominators,
            ),
            Level(
                "halves to sixths",
                _difference((2, 3, 4, 5, 6), False),
                f"Such as 3/4 − 2/3. {_SPREAD}",
                _by_denominators,
            ),
            Level("to twelfths", _difference(_ALL, False), f"Such as 7/12 − 3/8. {_SPREAD}", _by_denominators),
        ),
        _FORM,
        Example("3/4 − 2/3", ("In twelfths: 9/12 − 8/12", "9 − 8 = 1 twelfth"), "1/12"),
        "5.NF.A.1",
        "Year 5: subtract fractions whose denominators are multiples of one number; Year 6: of any denominators",
        MINUS,
    ),
    Skill(
        "mixed-add",
        "Adding mixed numbers",
        Family.FRACTIONS,
        5,
        6,
        (
            Level("halves to fifths", _mixed_sum(_EASY), "Different denominators; each number is from 1 to 7."),
            Level("to tenths", _mixed_sum(_USUAL), "Different denominators; each number is from 1 to 7."),
        ),
        "mixed",
        Example("1 1/2 + 2 1/3", ("1 + 2 = 3", "1/2 + 1/3 = 5/6"), "3 5/6"),
        "5.NF.A.1",
        "Year 6: add fractions and mixed numbers with different denominators",
        "+",
    ),
    Skill(
        "mixed-subtract",
        "Subtracting mixed numbers",
        Family.FRACTIONS,
        5,
        6,
        (
            Level("halves to fifths", _mixed_difference(_EASY), "Half of them must break up a whole."),
            Level("to tenths", _mixed_difference(_USUAL), "Half of them must break up a whole."),
        ),
        "mixed",
        Example(
            "3 1/4 − 1 1/2",
            ("1 1/2 is 1 2/4; 1/4 is less than 2/4.", "3 1/4 = 2 5/4", "2 5/4 − 1 2/4 = 1 3/4"),
            "1 3/4",
        ),
        "5.NF.A.1",
        "Year 6: subtract fractions and mixed numbers with different denominators",
        MINUS,
    ),
    Skill(
        "fraction-multiply",
        "Multiplying fractions",
        Family.FRACTIONS,
        5,
        6,
        (
            Level("by a whole number", _times_whole(_USUAL), "A fraction below 1, times 2 to 9."),
            Level("one part of one part", _times(_ALL, True), "Both have 1 at the top."),
            Level("two fractions", _times(_USUAL, False), "One at least has more than 1 at the top."),
            Level("with a mixed number", _mixed_times((2, 3, 4, 5)), "A mixed number to 4 4/5 and a fraction."),
        ),
        _FORM,
        Example("2/3 × 4/5", ("Top by top: 2 × 4 = 8", "Bottom by bottom: 3 × 5 = 15"), "8/15"),
        "5.NF.B.4a",
        "Year 5: multiply fractions by whole numbers; Year 6: multiply pairs of simple fractions",
        "×",
    ),
    Skill(
        "fraction-divide",
        "Dividing fractions",
        Family.FRACTIONS,
        6,
        6,
        (
            Level("one part and whole numbers", _divided_whole(_ALL), "3 ÷ 1/4 and 1/4 ÷ 3, equally often."),
            Level("by a whole number", _divided(_USUAL, True), "A fraction below 1, by 2 to 6."),
            Level("by a fraction", _divided(_USUAL, False), "Two different fractions below 1."),
        ),
        _FORM,
        Example("3/4 ÷ 2/3", ("Turn the second over and multiply: 3/4 × 3/2", "9/8"), "9/8"),
        "6.NS.A.1",
        "Year 6: divide proper fractions by whole numbers",
        "÷",
    ),
    Skill(
        "mixed-to-improper",
        "Mixed numbers as improper fractions",
        Family.FRACTIONS,
        4,
        5,
        (
            Level("halves to fifths, to 3", _as_improper(_EASY, 3), "Between 1 and 4, in lowest terms."),
            Level("to twelfths, to 9", _as_improper(_ALL, 9), "Between 1 and 10, in lowest terms."),
        ),
        _FORM,
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
            Level("halves to fifths, to 3", _as_mixed(_EASY, 3), "Between 1 and 4, in lowest terms."),
            Level("to twelfths, to 9", _as_mixed(_ALL, 9), "Between 1 and 10, in lowest terms."),
        ),
        "mixed",
        Example("Write 11/4 as a mixed number: _", ("11 ÷ 4 = 2, and 3 are left.", "2 wholes and 3/4"), "2 3/4"),
        "4.NF.B.3c",
        "Year 5: convert between mixed numbers and improper fractions",
    ),
)
