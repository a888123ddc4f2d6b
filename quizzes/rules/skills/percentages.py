"""Percentages: of amounts, found, of the whole, as change, and beside fractions and decimals."""

import random
from fractions import Fraction
from math import gcd

from quizzes.rules.demands import AS_WRITTEN, LOWEST_TERMS
from quizzes.rules.questions import Question
from quizzes.rules.skills.drawing import by_word, decimal, source, sums, words
from quizzes.rules.skills.kinds import Example, Family, Level, Skill
from quizzes.rules.typesetting import MINUS

_WHOLE = "whole"
_EASY = (50, 25, 10, 75, 20)
_TENS = tuple(range(10, 100, 10))
_FIVES = tuple(range(5, 100, 5))
_ANY = tuple(percent for percent in range(1, 100) if percent % 5)

_Percents = tuple[int, ...]


def _amount(rng: random.Random, percent: int, most: int) -> int:
    """A number from 8 to `most` of which the percentage is whole; never 100, where it would be no work."""
    step = 100 // gcd(percent, 100)
    return rng.choice([number for number in range(step, most + 1, step) if number >= 8 and number != 100])


@source
def _of(rng: random.Random, percents: _Percents, most: int) -> Question:
    percent = rng.choice(percents)
    return sums(f"{percent}% of {_amount(rng, percent, most)}", _WHOLE)


@source
def _found(rng: random.Random, percents: _Percents, most: int) -> Question:
    percent = rng.choice(percents)
    amount = _amount(rng, percent, most)
    return words(f"What percentage of {amount} is {amount * percent // 100}? _ %", Fraction(percent), _WHOLE)


@source
def _whole_found(rng: random.Random, percents: _Percents, most: int) -> Question:
    """`25% of _ = 20`."""
    percent = rng.choice(percents)
    return sums(f"{percent}% of _ = {_amount(rng, percent, most) * percent // 100}", _WHOLE)


@source
def _changed(rng: random.Random, percents: _Percents, most: int) -> Question:
    percent = rng.choice(percents)
    amount = _amount(rng, percent, most)
    part = Fraction(amount * percent, 100)
    if rng.random() < 1 / 2:
        return words(f"Increase {amount} by {percent}%: _", amount + part, _WHOLE)
    return words(f"Decrease {amount} by {percent}%: _", amount - part, _WHOLE)


@source
def _of_fraction(rng: random.Random, belows: tuple[int, ...]) -> Question:
    """A fraction below 1 of one of these denominators as a percentage."""
    below = rng.choice(belows)
    above = rng.choice([above for above in range(1, below) if below >= 50 or gcd(above, below) == 1])
    return words(f"Write {above}/{below} as a percentage: _ %", Fraction(100 * above, below), _WHOLE)


@source
def _of_decimal(rng: random.Random, percents: _Percents) -> Question:
    percent = rng.choice(percents)
    return words(f"Write {decimal(Fraction(percent, 100))} as a percentage: _ %", Fraction(percent), _WHOLE)


@source
def _as_decimal(rng: random.Random, percents: _Percents) -> Question:
    percent = rng.choice(percents)
    return words(f"Write {percent}% as a decimal: _", Fraction(percent, 100), "decimal", (AS_WRITTEN,))


@source
def _as_fraction(rng: random.Random, percents: _Percents) -> Question:
    percent = rng.choice(percents)
    prompt = f"Write {percent}% as a fraction in its lowest terms: _"
    return words(prompt, Fraction(percent, 100), "fraction", (LOWEST_TERMS,))


_EXACT = "Every answer is a whole number."
_UP_OR_DOWN = "Up as often as down."
_RISES = by_word("Increase")

SKILLS = (
    Skill(
        "percent-of",
        "Percentages of amounts",
        Family.PERCENTAGES,
        6,
        6,
        (
            Level("50%, 25%, 75%, 10%, 20%", _of(_EASY, 200), f"Of amounts to 200, never of 100. {_EXACT}"),
            Level("tens", _of(_TENS, 300), f"10% to 90% of amounts to 300, never of 100. {_EXACT}"),
            Level("fives", _of(_FIVES, 400), f"5% to 95% of amounts to 400, never of 100. {_EXACT}"),
            Level("any whole percentage", _of(_ANY, 600), f"No multiple of 5%; amounts to 600. {_EXACT}"),
        ),
        _WHOLE,
        Example("15% of 80", ("10% of 80 is 8.", "5% is half of that: 4.", "8 + 4 = 12"), "12"),
        "6.RP.A.3c",
        "Year 6: calculate percentages of amounts, such as 15% of 360",
        "×÷",
    ),
    Skill(
        "percent-find",
        "What percentage is it?",
        Family.PERCENTAGES,
        6,
        7,
        (
            Level("50%, 25%, 75%, 10%, 20%", _found(_EASY, 200), "Of amounts to 200, never of 100."),
            Level("tens", _found(_TENS, 300), "10% to 90% of amounts to 300, never of 100."),
            Level("fives", _found(_FIVES, 400), "5% to 95% of amounts to 400, never of 100."),
        ),
        _WHOLE,
        Example("What percentage of 80 is 20? _ %", ("20 of 80 is 20/80 = 1/4.", "1/4 = 25/100: 25%"), "25"),
        "6.RP.A.3c",
        "Year 7: express one quantity as a percentage of another",
        "÷",
    ),
    Skill(
        "percent-whole",
        "The whole from a percentage",
        Family.PERCENTAGES,
        6,
        7,
        (
            Level("50%, 25%, 75%, 10%, 20%", _whole_found(_EASY, 200), "The whole is at most 200, never 100."),
            Level("tens", _whole_found(_TENS, 300), "10% to 90%; the whole is at most 300, never 100."),
            Level("fives", _whole_found(_FIVES, 400), "5% to 95%; the whole is at most 400, never 100."),
        ),
        _WHOLE,
        Example("25% of _ = 20", ("25% is a quarter.", "4 quarters: 4 × 20 = 80"), "80"),
        "6.RP.A.3c",
        "Year 7: solve problems where the original amount is unknown",
        "×÷",
    ),
    Skill(
        "percent-change",
        "Increase and decrease by a percentage",
        Family.PERCENTAGES,
        7,
        7,
        (
            Level("50%, 25%, 75%, 10%, 20%", _changed(_EASY, 200), f"Amounts to 200. {_UP_OR_DOWN} {_EXACT}", _RISES),
            Level("tens", _changed(_TENS, 300), f"10% to 90% of amounts to 300. {_UP_OR_DOWN} {_EXACT}", _RISES),
            Level("fives", _changed(_FIVES, 400), f"5% to 95% of amounts to 400. {_UP_OR_DOWN} {_EXACT}", _RISES),
        ),
        _WHOLE,
        Example("Increase 60 by 15%: _", ("10% of 60 is 6, and 5% is 3: 15% is 9.", "60 + 9 = 69"), "69"),
        "7.RP.A.3",
        "Year 7: solve problems of percentage change",
        f"+{MINUS}×÷",
    ),
    Skill(
        "fraction-to-percent",
        "Fractions as percentages",
        Family.PERCENTAGES,
        6,
        5,
        (
            Level("hundredths and fiftieths", _of_fraction((100, 50)), "Below 1."),
            Level("halves, quarters, fifths, tenths", _of_fraction((2, 4, 5, 10)), "Below 1, in lowest terms."),
            Level("twentieths and twenty-fifths", _of_fraction((20, 25)), "Below 1, in lowest terms."),
        ),
        _WHOLE,
        Example("Write 3/4 as a percentage: _ %", ("Per cent means of 100.", "3/4 = 75/100: 75%"), "75"),
        "6.RP.A.3c",
        "Year 5: know the percentages of a half, quarters, fifths and tenths",
    ),
    Skill(
        "decimal-to-percent",
        "Decimals as percentages",
        Family.PERCENTAGES,
        6,
        6,
        (
            Level("tenths and quarters", _of_decimal((*_TENS, 25, 75)), "0.1 to 0.9, 0.25 and 0.75."),
            Level("hundredths", _of_decimal(tuple(range(1, 100))), "0.01 to 0.99."),
            Level("beyond 1", _of_decimal(tuple(range(105, 300, 5))), "1.05 to 2.95."),
        ),
        _WHOLE,
        Example("Write 0.35 as a percentage: _ %", ("0.35 is 35 hundredths: 35%",), "35"),
        "6.RP.A.3c",
        "Year 6: recall equivalences between fractions, decimals and percentages",
    ),
    Skill(
        "percent-to-decimal",
        "Percentages as decimals",
        Family.PERCENTAGES,
        6,
        5,
        (
            Level("tens and quarters", _as_decimal((*_TENS, 25, 75)), "10% to 90%, 25% and 75%."),
            Level("any whole percentage", _as_decimal(tuple(range(1, 100))), "1% to 99%."),
            Level("beyond 100%", _as_decimal(tuple(range(105, 300, 5))), "105% to 295%."),
        ),
        "decimal",
        Example("Write 7% as a decimal: _", ("7% is 7 hundredths.", "7 hundredths are 0.07"), "0.07"),
        "6.RP.A.3c",
        "Year 5: write percentages as a fraction of 100 and as a decimal",
    ),
    Skill(
        "percent-to-fraction",
        "Percentages as fractions",
        Family.PERCENTAGES,
        6,
        5,
        (
            Level("tens and quarters", _as_fraction((*_TENS, 25, 75)), "10% to 90%, 25% and 75%, in lowest terms."),
            Level("fives", _as_fraction(_FIVES), "5% to 95%, in lowest terms."),
            Level("any whole percentage", _as_fraction(tuple(range(1, 100))), "1% to 99%, in lowest terms."),
        ),
        "fraction",
        Example("Write 35% as a fraction in its lowest terms: _", ("35% is 35/100.", "Divide both by 5: 7/20"), "7/20"),
        "6.RP.A.3c",
        "Year 5: write percentages as a fraction of 100 and as a decimal",
    ),
)
