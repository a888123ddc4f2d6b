"""Sequences: counting in steps, forwards and back, of whole numbers, negatives, decimals and fractions; doubling."""

import random
from collections.abc import Sequence
from fractions import Fraction

from quizzes.rules import grammar
from quizzes.rules.questions import Question
from quizzes.rules.skills.drawing import decimal, source, such_that, sums
from quizzes.rules.skills.kinds import Example, Family, Level, Skill
from quizzes.rules.typesetting import MINUS

_WHOLE, _INTEGER = "whole", "integer"
_SHOWN = 4


def _next(numbers: Sequence[str], form: str) -> Question:
    """The numbers, of which the last is asked for."""
    return sums(", ".join([*numbers[:-1], "_"]), form)


def _steps(start: Fraction, step: Fraction) -> list[Fraction]:
    return [start + count * step for count in range(_SHOWN + 1)]


@source
def _forward(rng: random.Random, steps: tuple[int, ...], most: int, aligned: bool) -> Question:
    """Up from a number to `most`; `aligned` numbers are in the table of the step."""
    step = rng.choice(steps)
    start = step * rng.randint(0, most // step) if aligned else rng.randint(1, most)
    return _next([decimal(number) for number in _steps(Fraction(start), Fraction(step))], _WHOLE)


@source
def _back(rng: random.Random, steps: tuple[int, ...], most: int, aligned: bool) -> Question:
    """Down to a number of at most `most`."""
    step = rng.choice(steps)
    last = step * rng.randint(0, most // step) if aligned else rng.randint(1, most)
    return _next([decimal(number) for number in reversed(_steps(Fraction(last), Fraction(step)))], _WHOLE)


@source
def _through_zero(rng: random.Random, steps: tuple[int, ...], down: bool) -> Question:
    """Five numbers of which some are below zero and some above, down or up."""
    step = rng.choice(steps)
    numbers = such_that(
        lambda: _steps(Fraction(-rng.randint(1, _SHOWN * step - 1)), Fraction(step)), lambda drawn: drawn[-1] > 0
    )
    return _next([decimal(number) for number in (reversed(numbers) if down else numbers)], _INTEGER)


@source
def _inside(rng: random.Random, steps: tuple[int, ...], most: int) -> Question:
    """`4, _, 10, 13`: a number inside is asked for; up as often as down."""
    step = rng.choice(steps)
    numbers = [decimal(number) for number in _steps(Fraction(rng.randint(1, most)), Fraction(step))]
    if rng.random() < 1 / 2:
        numbers.reverse()
    numbers[rng.randint(1, _SHOWN - 1)] = "_"
    return sums(", ".join(numbers), _WHOLE)


@source
def _decimals(rng: random.Random, places: int, steps: tuple[int, ...]) -> Question:
    """Steps and numbers given in units of the last place; up as often as down."""
    unit = Fraction(1, 10**places)
    numbers = _steps(rng.randint(1, 40) * unit, rng.choice(steps) * unit)
    if rng.random() < 1 / 2:
        numbers.reverse()
    return _next([decimal(number) for number in numbers], "decimal")


@source
def _fractions(rng: random.Random, belows: tuple[int, ...], unit: bool) -> Question:
    """In steps of one part, `unit`, or of several; fractions in lowest terms and mixed numbers."""
    below = rng.choice(belows)
    above = 1 if unit else rng.choice([part for part in range(2, below) if below % part])
    numbers = _steps(Fraction(rng.randint(1, 2 * below), below), Fraction(above, below))
    return _next([grammar.written_number(number, "mixed") for number in numbers], "mixed")


@source
def _multiplied(rng: random.Random, factors: tuple[int, ...], most: int, down: bool) -> Question:
    """Each number is so many times the one before; `down`, the same from the end."""
    factor, start = rng.choice(factors), rng.randint(1, most)
    numbers = [str(start * factor**count) for count in range(_SHOWN + 1)]
    return _next(numbers[::-1] if down else numbers, _WHOLE)


_FOUR = "Four numbers are shown."

SKILLS = (
    Skill(
        "count-forward",
        "Counting on in steps",
        Family.SEQUENCES,
        2,
        2,
        (
            Level("in 2s, 5s and 10s", _forward((2, 5, 10), 60, True), f"From the table, up to 60. {_FOUR}"),
            Level("in 3s, 4s, 6s and 8s", _forward((3, 4, 6, 8), 60, True), f"From the table, up to 60. {_FOUR}"),
            Level(
                "from any number", _forward(tuple(range(2, 13)), 99, False), f"Steps of 2 to 12, from 1 to 99. {_FOUR}"
            ),
            Level(
                "in 25s, 50s, 100s, 1,000s",
                _forward((25, 50, 100, 1000), 5000, True),
                f"From the table, up to 5,000. {_FOUR}",
            ),
        ),
        _WHOLE,
        Example("4, 7, 10, 13, _", ("From each number to the next are 3.", "13 + 3 = 16"), "16"),
        "2.NBT.A.2",
        "Year 2: count in steps of 2, 3 and 5; Year 4: in multiples of 6, 7, 9, 25 and 1,000",
        "+",
    ),
    Skill(
        "count-back",
        "Counting back in steps",
        Family.SEQUENCES,
        2,
        2,
        (
            Level("in 2s, 5s and 10s", _back((2, 5, 10), 50, True), f"Within the table, never below 0. {_FOUR}"),
            Level("in 3s, 4s, 6s and 8s", _back((3, 4, 6, 8), 50, True), f"Within the table, never below 0. {_FOUR}"),
            Level("from any number", _back(tuple(range(2, 13)), 99, False), f"Steps of 2 to 12. {_FOUR}"),
            Level(
                "in 25s, 50s, 100s, 1,000s",
                _back((25, 50, 100, 1000), 5000, True),
                f"Within the table, never below 0. {_FOUR}",
            ),
        ),
        _WHOLE,
        Example("30, 26, 22, 18, _", ("From each number to the next are 4 less.", "18 − 4 = 14"), "14"),
        "2.NBT.A.2",
        "Year 2: count in steps forwards and backwards",
        MINUS,
    ),
    Skill(
        "sequence-negative",
        "Counting through zero",
        Family.SEQUENCES,
        6,
        4,
        (
            Level("down in ones, twos, threes", _through_zero((1, 2, 3), True), f"The answer is below zero. {_FOUR}"),
            Level("up in twos to fives", _through_zero((2, 3, 4, 5), False), f"From below zero to above. {_FOUR}"),
            Level("down in fours to tens", _through_zero(tuple(range(4, 11)), True), f"The answer is below 0. {_FOUR}"),
        ),
        _INTEGER,
        Example("7, 4, 1, −2, _", ("From each number to the next are 3 less.", "−2 − 3 = −5"), "-5"),
        "6.NS.C.5",
        "Year 4: count backwards through zero; Year 5: forwards and backwards with negative numbers",
        f"+{MINUS}",
    ),
    Skill(
        "sequence-inside",
        "A missing number in a sequence",
        Family.SEQUENCES,
        3,
        3,
        (
            Level("in 2s, 5s and 10s", _inside((2, 5, 10), 50), "Five numbers, one inside is missing. Up and down."),
            Level(
                "in steps to 9", _inside(tuple(range(2, 10)), 99), "Five numbers, one inside is missing. Up and down."
            ),
            Level("in larger steps", _inside((11, 12, 15, 20, 25, 30, 50), 500), "Five numbers; steps of 11 to 50."),
        ),
        _WHOLE,
        Example("4, _, 10, 13, 16", ("From 10 to 13 are 3: the steps are of 3.", "4 + 3 = 7"), "7"),
        "3.OA.D.9",
        "Year 3: recognise and continue patterns of numbers",
        f"+{MINUS}",
    ),
    Skill(
        "sequence-decimal",
        "Sequences of decimals",
        Family.SEQUENCES,
        5,
        5,
        (
            Level("in tenths", _decimals(1, (1, 2, 5)), f"Steps of 0.1, 0.2 and 0.5. Up and down. {_FOUR}"),
            Level("in more tenths", _decimals(1, (3, 4, 6, 7, 8, 9)), f"Steps of 0.3 to 0.9. Up and down. {_FOUR}"),
            Level(
                "in hundredths", _decimals(2, (1, 2, 3, 5, 10, 15, 25)), f"Steps of 0.01 to 0.25. Up and down. {_FOUR}"
            ),
        ),
        "decimal",
        Example("0.6, 0.8, 1, 1.2, _", ("From each number to the next are 0.2.", "1.2 + 0.2 = 1.4"), "1.4"),
        "5.NBT.B.7",
        "Year 5: find the rule of sequences with decimals",
        f"+{MINUS}",
    ),
    Skill(
        "sequence-fraction",
        "Sequences of fractions",
        Family.SEQUENCES,
        4,
        5,
        (
            Level("in halves, thirds, quarters", _fractions((2, 3, 4), True), f"Whole numbers are among them. {_FOUR}"),
            Level("in fifths to tenths", _fractions((5, 6, 8, 10), True), f"In lowest terms, beyond 1. {_FOUR}"),
            Level("in several parts", _fractions((5, 8, 10), False), f"Such as in steps of 3/8. {_FOUR}"),
        ),
        "mixed",
        Example("1/4, 1/2, 3/4, 1, _", ("From each number to the next is 1/4.", "1 + 1/4 = 1 1/4"), "1 1/4"),
        "4.NF.B.3a",
        "Year 5: continue sequences of fractions, beyond 1",
        "+",
    ),
    Skill(
        "sequence-doubling",
        "Doubling and multiplying sequences",
        Family.SEQUENCES,
        4,
        7,
        (
            Level("doubling", _multiplied((2,), 12, False), f"From 1 to 12. {_FOUR}"),
            Level("halving", _multiplied((2,), 12, True), f"Down to a number from 1 to 12. {_FOUR}"),
            Level("times 3, 4, 5 or 10", _multiplied((3, 4, 5, 10), 9, False), f"From 1 to 9. {_FOUR}"),
            Level("divided by 3, 4, 5 or 10", _multiplied((3, 4, 5, 10), 9, True), f"Down to 1 to 9. {_FOUR}"),
        ),
        _WHOLE,
        Example("3, 6, 12, 24, _", ("Each number is the double of the one before.", "24 × 2 = 48"), "48"),
        "4.OA.C.5",
        "Year 7: recognise geometric sequences",
        "×÷",
    ),
)
