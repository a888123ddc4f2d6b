"""Doubles, halves, and sums that are nearly doubles."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from quizzes.rules.questions import Question, write_text
from quizzes.rules.skills.kinds import Example, Family, Level, Skill
from quizzes.rules.skills.sources import Results, sums, through


def _any(number: int) -> bool:
    return True


@dataclass(frozen=True)
class Doubles:
    """`Double 8 is _`: the double of a number of the range that `fits`."""

    numbers: range
    fit: Callable[[int], bool] = _any

    def draw(self, rng: random.Random) -> Question:
        number = _one(self.numbers, self.fit, rng)
        return write_text(f"Double {number} is _", str(2 * number), "whole")


@dataclass(frozen=True)
class Halves:
    """`Half of 16 is _`: half of twice a number of the range that `fits`."""

    numbers: range
    fit: Callable[[int], bool] = _any

    def draw(self, rng: random.Random) -> Question:
        number = _one(self.numbers, self.fit, rng)
        return write_text(f"Half of {2 * number} is _", str(number), "whole")


def _one(numbers: range, fit: Callable[[int], bool], rng: random.Random) -> int:
    while not fit(number := rng.choice(numbers)):
        pass
    return number


def _ones_stay(number: int) -> bool:
    """Whether the double of the ones is below ten, and they are not 0."""
    return 0 < number % 10 < 5


def _ones_carry(number: int) -> bool:
    return number % 10 >= 5


def _not_round(number: int) -> bool:
    return number % 10 != 0


SKILLS = (
    Skill(
        "doubles",
        "Doubles",
        Family.DOUBLES,
        1,
        1,
        (
            Level("to 10", Doubles(through(1, 10)), "Double of every number from 1 to 10."),
            Level(
                "two digits, without carrying",
                Doubles(through(11, 44), _ones_stay),
                "Double of a number from 11 to 44 with 1 to 4 ones.",
            ),
            Level(
                "two digits, with carrying",
                Doubles(through(15, 99), _ones_carry),
                "Double of a number from 15 to 99 with 5 to 9 ones.",
            ),
        ),
        "whole",
        Example("Double 36 is _", ("Double 30 is 60", "Double 6 is 12", "60 + 12 = 72"), "72"),
        standard="1.OA.C.6, 2.NBT.B.5",
        programme="Year 1: begin to double numbers and quantities",
        operations="+×",
    ),
    Skill(
        "halves",
        "Halves",
        Family.DOUBLES,
        2,
        2,
        (
            Level("to 20", Halves(through(1, 10)), "Half of every even number from 2 to 20."),
            Level(
                "even tens",
                Halves(through(11, 49), _ones_stay),
                "Half of an even number up to 98 whose tens are even too: every digit is halved by itself.",
            ),
            Level(
                "odd tens",
                Halves(through(15, 49), _ones_carry),
                "Half of an even number up to 98 whose tens are odd: half of a ten goes to the ones.",
            ),
        ),
        "whole",
        Example("Half of 74 is _", ("Half of 60 is 30", "Half of 14 is 7", "30 + 7 = 37"), "37"),
        standard="2.OA.C.3, 2.NBT.B.5",
        programme="Year 2: find a half of a number",
        operations="÷",
    ),
    Skill(
        "double-large-numbers",
        "Doubling larger numbers",
        Family.DOUBLES,
        3,
        3,
        (
            Level(
                "tens and fives to 500",
                Doubles(through(105, 495, 5), lambda number: number % 100 != 0),
                "Double of a multiple of 5 from 105 to 495, but not of 100.",
            ),
            Level("three digits", Doubles(through(111, 499), _not_round), "Double of 111 to 499, not ending in 0."),
            Level(
                "three digits, past a thousand",
                Doubles(through(511, 999), _ones_carry),
                "Double of a number from 515 to 999 with 5 to 9 ones: ones and hundreds carry.",
            ),
        ),
        "whole",
        Example(
            "Double 265 is _", ("Double 200 is 400", "Double 60 is 120", "Double 5 is 10", "400 + 130 = 530"), "530"
        ),
        standard="3.NBT.A.2",
        programme="Year 3: use doubling to connect the 2, 4 and 8 tables, also with larger numbers",
        operations="+×",
    ),
    Skill(
        "halve-large-numbers",
        "Halving larger numbers",
        Family.DOUBLES,
        4,
        4,
        (
            Level(
                "tens to 1,000",
                Halves(through(55, 495, 5), lambda number: number % 50 != 0),
                "Half of a multiple of 10 from 110 to 990, but not of 100.",
            ),
            Level(
                "three digits",
                Halves(through(101, 499), lambda number: number % 5 != 0),
                "Half of an even number from 202 to 998 that does not end in 0.",
            ),
            Level(
                "four digits",
                Halves(through(501, 4_999), lambda number: number % 5 != 0),
                "Half of an even number from 1,002 to 9,998 that does not end in 0.",
            ),
        ),
        "whole",
        Example("Half of 530 is _", ("Half of 500 is 250", "Half of 30 is 15", "250 + 15 = 265"), "265"),
        standard="4.NBT.B.6",
        programme="Year 4: halve mentally, from place value and known facts",
        operations="÷",
    ),
    Skill(
        "near-doubles",
        "Near doubles",
        Family.DOUBLES,
        1,
        2,
        (
            Level(
                "one-digit numbers",
                Results(sums(through(2, 9), through(2, 9), lambda a, b: 1 <= abs(a - b) <= 2)),
                "Two numbers from 2 to 9 that are 1 or 2 apart.",
            ),
            Level(
                "tens",
                Results(sums(through(20, 100, 10), through(20, 100, 10), lambda a, b: 10 <= abs(a - b) <= 20)),
                "Two multiples of 10 from 20 to 100 that are 10 or 20 apart.",
            ),
            Level(
                "two digits",
                Results(sums(through(13, 59), through(13, 59), lambda a, b: 1 <= abs(a - b) <= 2)),
                "Two numbers from 13 to 59 that are 1 or 2 apart.",
            ),
        ),
        "whole",
        Example("7 + 8", ("Double 7 is 14", "8 is 1 more than 7: 14 + 1 = 15"), "15"),
        standard="1.OA.C.6",
        programme="Year 2: derive other facts from those that are known",
        operations="+",
    ),
)
