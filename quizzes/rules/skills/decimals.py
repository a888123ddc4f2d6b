"""Decimals: on a line, compared, in the four operations, and as fractions. Written with at most three places."""

import random
from fractions import Fraction
from math import gcd

from quizzes.rules.demands import AS_WRITTEN, LOWEST_TERMS
from quizzes.rules.figures import NumberLine
from quizzes.rules.questions import Question
from quizzes.rules.skills.columns import carries, exchanges
from quizzes.rules.skills.drawing import (
    by_answer,
    by_word,
    decimal,
    largest_or_smallest,
    reading_off,
    source,
    such_that,
    sums,
    words,
)
from quizzes.rules.skills.kinds import Example, Family, Level, Skill
from quizzes.rules.typesetting import MINUS

_FORM = "decimal"
_EASY = tuple((below, above) for below in (2, 4, 5, 10) for above in range(1, below) if gcd(above, below) == 1)
_HARDER = tuple((below, above) for below in (8, 20, 25) for above in range(1, below) if gcd(above, below) == 1)
_QUARTERS = (Fraction(1, 4), Fraction(3, 4))


def _places(digits: int, places: int) -> Fraction:
    return Fraction(digits, 10**places)


def _telling(rng: random.Random, low: int, high: int) -> int:
    """A number from `low` to `high` that does not end in 0: all its places are needed."""
    return such_that(lambda: rng.randint(low, high), lambda number: number % 10 != 0)


@source
def _line(rng: random.Random, places: int, wholes: int) -> Question:
    """Ten parts of one unit of the place before: from 0.3 to 0.4 in hundredths; the arrow is at no end."""
    start = rng.randint(0, wholes * 10 ** (places - 1) - 1)
    line = NumberLine(_places(start, places - 1), _places(start + 1, places - 1), 10, rng.randint(1, 9))
    return reading_off(line, _FORM)


@source
def _sum(rng: random.Random, places: int, most: int, carrying: bool) -> Question:
    """Two numbers of so many places; columns carry, or none does."""
    left, right = such_that(
        lambda: (_telling(rng, 1, most), _telling(rng, 1, most)), lambda pair: bool(carries(*pair)) == carrying
    )
    return sums(f"{decimal(_places(left, places))} + {decimal(_places(right, places))}", _FORM)


@source
def _ragged_sum(rng: random.Random) -> Question:
    """Numbers of one place and two, or of two and none."""
    long = _places(_telling(rng, 101, 999), 2)
    short = rng.choice([_places(_telling(rng, 1, 99), 1), Fraction(rng.randint(2, 20))])
    parts = [decimal(long), decimal(short)]
    rng.shuffle(parts)
    return sums(" + ".join(parts), _FORM)


@source
def _difference(rng: random.Random, places: int, most: int, exchanging: bool) -> Question:
    left, right = such_that(
        lambda: (_telling(rng, 1, most), _telling(rng, 1, most)),
        lambda pair: pair[0] > pair[1] and bool(exchanges(*pair)) == exchanging,
    )
    return sums(f"{decimal(_places(left, places))} {MINUS} {decimal(_places(right, places))}", _FORM)


@source
def _ragged_difference(rng: random.Random) -> Question:
    """`5.3 − 2.47` and `6 − 2.4`: the first number has fewer places."""
    if rng.random() < 1 / 2:
        left, right = _places(_telling(rng, 31, 99), 1), _places(_telling(rng, 101, 299), 2)
    else:
        left, right = Fraction(rng.randint(3, 20)), _places(_telling(rng, 1, 29), 1)
    return sums(f"{decimal(left)} {MINUS} {decimal(right)}", _FORM)


@source
def _product(rng: random.Random, left: tuple[int, int, int], right: tuple[int, int, int]) -> Question:
    """A product of two numbers, each given by its least and greatest digits and its places."""
    factors = [decimal(_places(_telling(rng, low, high), places)) for low, high, places in (left, right)]
    return sums(" × ".join(factors), _FORM)


@source
def _quotient(rng: random.Random, most: int, places: int, divided_by: int) -> Question:
    """Exact: a quotient of digits to `most` and so many places, by a digit with `divided_by` places."""
    quotient = _places(_telling(rng, 2, most), places)
    divisor = _places(rng.randint(2, 9), divided_by)
    return sums(f"{decimal(quotient * divisor)} ÷ {decimal(divisor)}", _FORM)


@source
def _whole_by_whole(rng: random.Random) -> Question:
    """A whole number by 2, 4, 5 or 8 that does not come out whole."""
    divisor = rng.choice([2, 4, 5, 8])
    dividend = such_that(lambda: rng.randint(1, 10 * divisor), lambda number: number % divisor != 0)
    return sums(f"{dividend} ÷ {divisor}", _FORM)


@source
def _compared(rng: random.Random, one: tuple[int, ...], other: tuple[int, ...]) -> Question:
    """Two numbers with the same whole part, with places from `one` and from `other`; one in three is equal."""
    whole = rng.randint(0, 9)
    places = [rng.choice(one), rng.choice(other)]
    sides = [f"{whole}.{_digits(rng, count)}" for count in places]
    if rng.random() < 1 / 3:
        shorter = min(sides, key=len)
        sides = [shorter, shorter.ljust(max(map(len, sides)), "0")]
    rng.shuffle(sides)
    return sums(f"{sides[0]} _ {sides[1]}", "comparison")


def _digits(rng: random.Random, count: int) -> str:
    return str(_telling(rng, 1, 10**count - 1)).rjust(count, "0")


@source
def _ordered(rng: random.Random, lengths: tuple[int, ...]) -> Question:
    """Three different numbers of the same whole part, with places of these lengths."""
    whole = rng.choice([0, 0, *range(1, 10)])
    numbers = such_that(lambda: {f"{whole}.{_digits(rng, length)}" for length in lengths}, lambda each: len(each) == 3)
    return largest_or_smallest(rng, [Fraction(number) for number in rng.sample(sorted(numbers), 3)], _FORM)


@source
def _as_decimal(rng: random.Random, fractions: tuple[tuple[int, int], ...]) -> Question:
    below, above = rng.choice(fractions)
    return words(f"Write {above}/{below} as a decimal: _", Fraction(above, below), _FORM, (AS_WRITTEN,))


@source
def _as_fraction(rng: random.Random, values: tuple[Fraction, ...]) -> Question:
    value = rng.choice(values)
    prompt = f"Write {decimal(value)} as a fraction in its lowest terms: _"
    return words(prompt, value, "fraction", (LOWEST_TERMS,))


def _all(places: int) -> tuple[Fraction, ...]:
    """All numbers between 0 and 1 that need so many places."""
    return tuple(_places(digits, places) for digits in range(1, 10**places) if digits % 10)


def _every(below: int, most: int) -> tuple[tuple[int, int], ...]:
    """All fractions of that denominator up to `most`/`below` that need all its places."""
    return tuple((below, above) for above in range(1, most + 1) if above % 10)


_ENDS = "The arrow is at neither end."
_TELLING = "No number ends in 0."
_BOTH = "Largest and smallest are asked for equally often."
_WHICH = by_word("largest")
_EQUALLY = "Each sign equally often."

SKILLS = (
    Skill(
        "decimal-line",
        "Decimals on a number line",
        Family.DECIMALS,
        4,
        4,
        (
            Level("tenths from 0 to 2", _line(1, 2), f"Ten parts from one whole number to the next. {_ENDS}"),
            Level("tenths from 0 to 10", _line(1, 10), f"Ten parts from one whole number to the next. {_ENDS}"),
            Level("hundredths from 0 to 1", _line(2, 1), f"Ten parts from one tenth to the next. {_ENDS}"),
            Level("thousandths from 0 to 1", _line(3, 1), f"Ten parts from one hundredth to the next. {_ENDS}"),
        ),
        _FORM,
        Example(
            "A line from 3 to 4 in 10 parts; the arrow is at mark 7.",
            ("10 parts from 3 to 4: each is one tenth, 0.1.", "7 tenths after 3: 3.7"),
            "3.7",
        ),
        "4.NF.C.6",
        "Year 4: recognise tenths and hundredths, and place them on a line",
    ),
    Skill(
        "decimal-compare",
        "Comparing decimals",
        Family.DECIMALS,
        4,
        4,
        (
            Level("tenths", _compared((1,), (1,)), f"The same whole part. {_EQUALLY}", by_answer),
            Level("hundredths", _compared((2,), (2,)), f"The same whole part. {_EQUALLY}", by_answer),
            Level("of different length", _compared((1,), (2, 3)), f"0.4 and 0.35, 0.5 and 0.50. {_EQUALLY}", by_answer),
            Level("to thousandths", _compared((2,), (3,)), f"Two places and three. {_EQUALLY}", by_answer),
        ),
        "comparison",
        Example("0.5 _ 0.45", ("Give both two places: 0.50 and 0.45.", "50 hundredths are more than 45."), ">"),
        "4.NF.C.7",
        "Year 4: compare numbers with the same number of decimal places; Year 5: with up to three places",
    ),
    Skill(
        "decimal-order",
        "Ordering decimals",
        Family.DECIMALS,
        5,
        5,
        (
            Level("tenths and hundredths", _ordered((1, 2, 2)), f"The same whole part. {_BOTH}", _WHICH),
            Level("of three lengths", _ordered((1, 2, 3)), f"One place, two and three. {_BOTH}", _WHICH),
            Level("thousandths", _ordered((3, 3, 2)), f"Two and three places. {_BOTH}", _WHICH),
        ),
        _FORM,
        Example(
            "Which number is the largest: 0.5, 0.45 or 0.405? _",
            ("Give all three places: 0.500, 0.450, 0.405.", "500 thousandths are the most."),
            "0.5",
        ),
        "5.NBT.A.3b",
        "Year 5: read, write, order and compare numbers with up to three decimal places",
    ),
    Skill(
        "decimal-add",
        "Adding decimals",
        Family.DECIMALS,
        5,
        5,
        (
            Level("tenths, without carrying", _sum(1, 99, False), f"Numbers to 9.9. {_TELLING}"),
            Level(
                "tenths, with carrying", _sum(1, 99, True), f"Numbers to 9.9; at least one column carries. {_TELLING}"
            ),
            Level("hundredths, with carrying", _sum(2, 999, True), f"Numbers to 9.99; one carry at least. {_TELLING}"),
            Level("of different length", _ragged_sum(), "Two decimal places with one or none."),
        ),
        _FORM,
        Example("2.6 + 4.07", ("Points under each other: 2.60 and 4.07.", "2.60 + 4.07 = 6.67"), "6.67"),
        "5.NBT.B.7",
        "Year 5: solve problems with numbers of up to three decimal places",
        "+",
    ),
    Skill(
        "decimal-subtract",
        "Subtracting decimals",
        Family.DECIMALS,
        5,
        5,
        (
            Level("tenths, without exchange", _difference(1, 99, False), f"Numbers to 9.9. {_TELLING}"),
            Level("tenths, with exchange", _difference(1, 99, True), f"Numbers to 9.9; a column exchanges. {_TELLING}"),
            Level(
                "hundredths, with exchange", _difference(2, 999, True), f"To 9.99; one exchange at least. {_TELLING}"
            ),
            Level("of different length", _ragged_difference(), "The first number has fewer places than the second."),
        ),
        _FORM,
        Example("5.3 − 2.47", ("Give both two places: 5.30 − 2.47.", "530 − 247 = 283 hundredths."), "2.83"),
        "5.NBT.B.7",
        "Year 5: solve problems with numbers of up to three decimal places",
        MINUS,
    ),
    Skill(
        "decimal-multiply",
        "Multiplying decimals",
        Family.DECIMALS,
        5,
        6,
        (
            Level("tenths by a whole number", _product((2, 9, 1), (2, 9, 0)), "0.2 to 0.9 times 2 to 9."),
            Level("ones and tenths by a whole number", _product((11, 99, 1), (2, 9, 0)), "1.1 to 9.9 times 2 to 9."),
            Level("hundredths by a whole number", _product((101, 999, 2), (2, 9, 0)), "1.01 to 9.99 times 2 to 9."),
            Level("tenths by tenths", _product((2, 9, 1), (2, 99, 1)), "0.2 to 0.9 times 0.2 to 9.9."),
        ),
        _FORM,
        Example("0.3 × 4", ("3 × 4 = 12, and these are tenths.", "12 tenths are 1.2"), "1.2"),
        "5.NBT.B.7",
        "Year 6: multiply one-digit numbers with up to two decimal places by whole numbers",
        "×",
    ),
    Skill(
        "decimal-divide",
        "Dividing decimals",
        Family.DECIMALS,
        6,
        6,
        (
            Level("tenths by a whole number", _quotient(99, 1, 0), "Exact, by 2 to 9; the answer is at most 9.9."),
            Level("hundredths by a whole number", _quotient(499, 2, 0), "Exact, by 2 to 9; the answer is below 5."),
            Level("whole numbers with a decimal answer", _whole_by_whole(), "By 2, 4, 5 or 8; never a whole answer."),
            Level("by tenths", _quotient(99, 0, 1), "By 0.2 to 0.9; the answer is a whole number to 99."),
        ),
        _FORM,
        Example("8.4 ÷ 6", ("84 tenths ÷ 6 = 14 tenths", "14 tenths are 1.4"), "1.4"),
        "6.NS.B.3",
        "Year 6: divide with answers of up to two decimal places",
        "÷",
    ),
    Skill(
        "fraction-to-decimal",
        "Fractions as decimals",
        Family.DECIMALS,
        4,
        4,
        (
            Level("tenths", _as_decimal(_every(10, 19)), "1/10 to 19/10 but 10/10."),
            Level("hundredths", _as_decimal(_every(100, 99)), "1/100 to 99/100 but the tenths."),
            Level("halves, quarters, fifths, tenths", _as_decimal(_EASY), "Below 1, in lowest terms; eleven in all."),
            Level("eighths, twentieths, twenty-fifths", _as_decimal(_HARDER), "In lowest terms."),
        ),
        _FORM,
        Example("Write 3/4 as a decimal: _", ("3/4 = 75/100", "75 hundredths are 0.75"), "0.75"),
        "4.NF.C.6",
        "Year 4: know the decimals of tenths, hundredths, a half and quarters; Year 6: of any simple fraction",
    ),
    Skill(
        "decimal-to-fraction",
        "Decimals as fractions",
        Family.DECIMALS,
        4,
        5,
        (
            Level("tenths and quarters", _as_fraction((*_all(1), *_QUARTERS)), "0.1 to 0.9, 0.25 and 0.75."),
            Level("hundredths", _as_fraction(_all(2)), "0.01 to 0.99 but the tenths."),
            Level("thousandths", _as_fraction(_all(3)), "0.001 to 0.999 but the hundredths."),
        ),
        "fraction",
        Example(
            "Write 0.75 as a fraction in its lowest terms: _",
            ("75 hundredths: 75/100", "Divide both by 25: 3/4"),
            "3/4",
        ),
        "4.NF.C.6",
        "Year 5: read and write decimal numbers as fractions",
    ),
)
