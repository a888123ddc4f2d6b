"""Rounding, half up: of whole numbers and of decimals. A number that is round already is never asked about."""

import random
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from quizzes.rules import demands, grammar
from quizzes.rules.questions import Question, write_text
from quizzes.rules.skills.kinds import Example, Family, Level, Skill
from quizzes.rules.skills.sources import through

_WAYS = ("down", "up", "half")


def rounded(number: Fraction, unit: Fraction) -> Fraction:
    """The nearest multiple of the unit, the upper one where two are as near."""
    return floor(number / unit + Fraction(1, 2)) * unit


def way(number: Fraction, unit: Fraction) -> str:
    """Whether rounding goes `down` or `up`, or up from the very `half`; empty where the number is round already."""
    part = number / unit % 1
    if not part:
        return ""
    if part == Fraction(1, 2):
        return "half"
    return "down" if part < Fraction(1, 2) else "up"


@dataclass(frozen=True)
class Rounding:
    """`Round 347 to the nearest 10: _`; each way is as likely as another, and of the nearest units each."""

    numbers: range
    units: Sequence[int]

    def draw(self, rng: random.Random) -> Question:
        unit, wanted = rng.choice(self.units), rng.choice(_WAYS)
        while True:
            number = rng.choice(self.numbers)
            if wanted == "half":
                number += unit // 2 - number % unit
            if number in self.numbers and way(Fraction(number), Fraction(unit)) == wanted:
                answer = rounded(Fraction(number), Fraction(unit))
                return write_text(f"Round {number} to the nearest {unit}: _", str(answer), "whole")


@dataclass(frozen=True)
class DecimalRounding:
    """`Round 3.47 to one decimal place: _`, of a number with `given` decimals, the last not 0, to `left` of them.

    Each way is as likely as another, where it can be. What comes out does not end in 0, so that its last decimal
    tells whether it was rounded.
    """

    given: int
    left: int
    wholes: range = through(0, 99)

    def draw(self, rng: random.Random) -> Question:
        unit = Fraction(1, 10**self.left)
        wanted = rng.choice(_WAYS if self.given == self.left + 1 else _WAYS[:2])  # 3.50 ends in 0
        while True:
            below = Fraction(rng.randrange(1, 10**self.given), 10**self.given)
            number = rng.choice(self.wholes) + below
            answer = rounded(number, unit)
            if below * 10**self.given % 10 and way(number, unit) == wanted and self._tells(answer):
                return self._question(number, answer)

    def _tells(self, answer: Fraction) -> bool:
        return not self.left or (answer * 10**self.left) % 10 != 0

    def _question(self, number: Fraction, answer: Fraction) -> Question:
        nearest = ("to the nearest whole number", "to one decimal place", "to two decimal places")[self.left]
        form = "decimal" if self.left else "whole"
        asked = (f"places:{self.left}",) if self.left else ()
        prompt = f"Round {grammar.written_number(number, 'decimal')} {nearest}: _"
        return write_text(
            prompt, grammar.render(answer, form), form, demands=tuple(demands.checked(each) for each in asked)
        )


def _by_way(question: Question) -> Hashable:
    """A bucket for each way to go, and for each of the nearest units."""
    number, nearest = question.notation.split()[1], question.notation.split()[-2].rstrip(":")
    unit = Fraction(nearest) if nearest.isdecimal() else Fraction(1, 10 ** len(question.answer.partition(".")[2]))
    return unit, way(Fraction(number), unit)


_AS_OFTEN = "As often down as up, and as often from the half, which goes up. Never a number that is round already."

SKILLS = (
    Skill(
        "round-to-10",
        "Rounding to the nearest 10",
        Family.ROUNDING,
        3,
        4,
        (
            Level("two digits", Rounding(through(11, 99), (10,)), f"A number from 11 to 99. {_AS_OFTEN}", _by_way),
            Level(
                "three digits", Rounding(through(101, 999), (10,)), f"A number from 101 to 999. {_AS_OFTEN}", _by_way
            ),
        ),
        "whole",
        Example("Round 347 to the nearest 10: _", ("347 lies between 340 and 350", "It is nearer to 350"), "350"),
        standard="3.NBT.A.1",
        programme="Year 4: round any number to the nearest 10",
        operations="",
    ),
    Skill(
        "round-to-100",
        "Rounding to the nearest 100",
        Family.ROUNDING,
        3,
        4,
        (
            Level(
                "three digits", Rounding(through(101, 999), (100,)), f"A number from 101 to 999. {_AS_OFTEN}", _by_way
            ),
            Level(
                "four digits",
                Rounding(through(1_001, 9_999), (100,)),
                f"A number from 1,001 to 9,999. {_AS_OFTEN}",
                _by_way,
            ),
            Level(
                "10 or 100",
                Rounding(through(1_001, 9_999), (10, 100)),
                f"A number from 1,001 to 9,999, to the nearest 10 or 100. {_AS_OFTEN}",
                _by_way,
            ),
        ),
        "whole",
        Example("Round 650 to the nearest 100: _", ("650 lies halfway between 600 and 700", "A half goes up"), "700"),
        standard="3.NBT.A.1",
        programme="Year 4: round any number to the nearest 100",
        operations="",
    ),
    Skill(
        "round-to-1000",
        "Rounding to the nearest 1,000 and beyond",
        Family.ROUNDING,
        4,
        5,
        (
            Level(
                "four digits, to 1,000",
                Rounding(through(1_001, 9_999), (1_000,)),
                f"A number from 1,001 to 9,999. {_AS_OFTEN}",
                _by_way,
            ),
            Level(
                "five digits, to 1,000 or 10,000",
                Rounding(through(10_001, 99_499), (1_000, 10_000)),
                f"A number from 10,001 to 99,499, to the nearest 1,000 or 10,000. {_AS_OFTEN}",
                _by_way,
            ),
            Level(
                "six digits, to 1,000, 10,000 or 100,000",
                Rounding(through(100_001, 949_999), (1_000, 10_000, 100_000)),
                f"A number from 100,001 to 949,999, to the nearest 1,000, 10,000 or 100,000. {_AS_OFTEN}",
                _by_way,
            ),
        ),
        "whole",
        Example(
            "Round 34567 to the nearest 1000: _",
            ("34567 lies between 34000 and 35000", "567 is more than half"),
            "35000",
        ),
        standard="4.NBT.A.3",
        programme="Year 5: round any number up to 1,000,000 to a power of ten",
        operations="",
    ),
    Skill(
        "round-decimals-to-whole",
        "Rounding decimals to a whole number",
        Family.ROUNDING,
        5,
        4,
        (
            Level(
                "one decimal",
                DecimalRounding(1, 0),
                f"A number below 100 with one decimal. {_AS_OFTEN}",
                _by_way,
            ),
            Level(
                "two decimals",
                DecimalRounding(2, 0),
                "A number below 100 with two decimals, the last not 0. As often down as up. Never a number that is "
                "round already.",
                _by_way,
            ),
        ),
        "whole",
        Example("Round 8.3 to the nearest whole number: _", ("8.3 lies between 8 and 9", "It is nearer to 8"), "8"),
        standard="5.NBT.A.4",
        programme="Year 4: round decimals with one place to the nearest whole number",
        operations="",
    ),
    Skill(
        "round-decimals",
        "Rounding decimals to decimal places",
        Family.ROUNDING,
        5,
        5,
        (
            Level(
                "two decimals to one",
                DecimalRounding(2, 1),
                f"A number below 100 with two decimals, to one. {_AS_OFTEN} The result does not end in 0.",
                _by_way,
            ),
            Level(
                "three decimals to two",
                DecimalRounding(3, 2),
                f"A number below 100 with three decimals, to two. {_AS_OFTEN} The result does not end in 0.",
                _by_way,
            ),
        ),
        "decimal",
        Example("Round 3.47 to one decimal place: _", ("3.47 lies between 3.4 and 3.5", "It is nearer to 3.5"), "3.5"),
        standard="5.NBT.A.4",
        programme="Year 5: round decimals with two places to one place",
        operations="",
    ),
)
