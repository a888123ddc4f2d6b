"""Counting on and back, and the pairs of numbers that make a number."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.rules.facts import Fact, Operation
from quizzes.rules.questions import Question, write_text
from quizzes.rules.skills.kinds import Example, Family, Level, Skill
from quizzes.rules.skills.sources import Boxes, by_place, through


@dataclass(frozen=True)
class Making:
    """The sums that make one of the totals, of two of the parts; each part as likely as another."""

    totals: Sequence[int]
    parts: Sequence[int]

    def pick(self, rng: random.Random) -> Fact:
        while True:
            total, left = rng.choice(self.totals), rng.choice(self.parts)
            if total - left in self.parts:
                return Fact(Operation.ADD, left, total - left)

    def __contains__(self, fact: object) -> bool:
        return (
            isinstance(fact, Fact)
            and fact.operation is Operation.ADD
            and fact.result in self.totals
            and fact.left in self.parts
            and fact.right in self.parts
        )


def _bonds(parts: Sequence[int], *totals: int) -> Boxes:
    return Boxes(Making(totals, parts))


def _not_round(first: int, last: int, step: int, unit: int) -> tuple[int, ...]:
    """The numbers of that range which are no multiples of the unit."""
    return tuple(number for number in through(first, last, step) if number % unit)


@dataclass(frozen=True)
class Beside:
    """The number `by` more or less than another, asked for in `said`: two sentences with {number} and {by} in them."""

    numbers: range
    by: Sequence[int]
    said: tuple[str, str]
    crossing: int = 1

    def draw(self, rng: random.Random) -> Question:
        """Both numbers are of the range. Where `crossing` is 10, there is a whole ten from one to the other."""
        while True:
            number, by, up = rng.choice(self.numbers), rng.choice(self.by), rng.choice((True, False))
            found = number + by if up else number - by
            if found in self.numbers and (self.crossing == 1 or number // self.crossing != found // self.crossing):
                said = self.said[0 if up else 1].format(number=number, by=by)
                return write_text(said, str(found), "whole")


_ONE = ("One more than {number} is _", "One less than {number} is _")
_COUNT = ("Count on {by} from {number}: _", "Count back {by} from {number}: _")


def _up_or_down(question: Question) -> str:
    """A bucket for each way to go."""
    return " ".join(question.notation.split()[:2])


SKILLS = (
    Skill(
        "one-more-one-less",
        "One more, one less",
        Family.BONDS,
        0,
        1,
        (
            Level(
                "to 10",
                Beside(through(0, 10), (1,), _ONE),
                "One more or one less than a number from 0 to 10, as often the one as the other.",
                _up_or_down,
            ),
            Level(
                "to 20",
                Beside(through(9, 20), (1,), _ONE),
                "One more or one less than a number from 9 to 20, as often the one as the other.",
                _up_or_down,
            ),
            Level(
                "to 100, across a ten",
                Beside(through(19, 100), (1,), _ONE, crossing=10),
                "From 19 to 100 and always into another ten: one more than 39, one less than 60.",
                _up_or_down,
            ),
        ),
        "whole",
        Example("One more than 39 is _", ("After 39 a new ten begins",), "40"),
        standard="K.CC.A.2, K.CC.B.4",
        programme="Year 1: say the number that is one more or one less",
        operations="+−",
    ),
    Skill(
        "count-on-and-back",
        "Counting on and back",
        Family.BONDS,
        1,
        1,
        (
            Level(
                "to 10",
                Beside(through(0, 10), (2, 3), _COUNT),
                "2 or 3 on or back within 0 to 10, as often on as back.",
                _up_or_down,
            ),
            Level(
                "to 20, across ten",
                Beside(through(2, 19), (2, 3, 4, 5), _COUNT, crossing=10),
                "2 to 5 on or back within 2 to 19, always across 10.",
                _up_or_down,
            ),
            Level(
                "to 100, across a ten",
                Beside(through(20, 100), (2, 3, 4, 5), _COUNT, crossing=10),
                "2 to 5 on or back within 20 to 100, always into another ten.",
                _up_or_down,
            ),
        ),
        "whole",
        Example("Count on 3 from 8: _", ("9, 10, 11",), "11"),
        standard="1.OA.C.5",
        programme="Year 1: count forwards and backwards from any number to 100",
        operations="+−",
    ),
    Skill(
        "bonds-to-10",
        "Number bonds to 10",
        Family.BONDS,
        0,
        1,
        (
            Level(
                "of 5",
                _bonds(through(1, 4), 5),
                "Two numbers from 1 to 4 that make 5, either one missing, the 5 first or last.",
                by_place,
            ),
            Level(
                "of 10",
                _bonds(through(1, 9), 10),
                "Two numbers from 1 to 9 that make 10, either one missing, the 10 first or last.",
                by_place,
            ),
            Level(
                "of 6 to 9",
                _bonds(through(1, 8), 6, 7, 8, 9),
                "Two numbers from 1 up that make 6, 7, 8 or 9, either one missing, the sum first or last.",
                by_place,
            ),
        ),
        "whole",
        Example("6 + _ = 10", ("From 6 count on to 10: 7, 8, 9, 10", "That is 4"), "4"),
        standard="K.OA.A.3, K.OA.A.4",
        programme="Year 1: know the number bonds to 10 and use them",
        operations="+",
    ),
    Skill(
        "bonds-to-20",
        "Number bonds to 20",
        Family.BONDS,
        1,
        1,
        (
            Level(
                "of 20",
                _bonds(through(1, 19), 20),
                "Two numbers from 1 to 19 that make 20, either one missing, the 20 first or last.",
                by_place,
            ),
            Level(
                "of 11 to 19",
                _bonds(through(2, 17), *through(11, 19)),
                "Two numbers from 2 up that make 11 to 19, either one missing, the sum first or last.",
                by_place,
            ),
        ),
        "whole",
        Example("13 + _ = 20", ("3 + 7 = 10, so 13 + 7 = 20",), "7"),
        standard="1.OA.C.6, 1.OA.D.8",
        programme="Year 1: know the number bonds within 20 and use them",
        operations="+",
    ),
    Skill(
        "bonds-to-100",
        "Number bonds to 100",
        Family.BONDS,
        2,
        2,
        (
            Level(
                "tens",
                _bonds(through(10, 90, 10), 100),
                "Two multiples of 10 that make 100, either one missing, the 100 first or last.",
                by_place,
            ),
            Level(
                "fives",
                _bonds(through(5, 95, 10), 100),
                "Two numbers that end in 5 and make 100, either one missing, the 100 first or last.",
                by_place,
            ),
            Level(
                "any two numbers",
                _bonds(_not_round(11, 89, 1, 5), 100),
                "Two numbers from 11 to 89 that make 100 and do not end in 0 or 5, either one missing.",
                by_place,
            ),
        ),
        "whole",
        Example("64 + _ = 100", ("From 64 to 70 is 6", "From 70 to 100 is 30", "6 + 30 = 36"), "36"),
        standard="2.NBT.B.5",
        programme="Year 2: derive pairs of numbers that make 100 from those that make 10",
        operations="+",
    ),
    Skill(
        "bonds-to-1000",
        "Number bonds to 1,000",
        Family.BONDS,
        3,
        3,
        (
            Level(
                "hundreds",
                _bonds(through(100, 900, 100), 1_000),
                "Two multiples of 100 that make 1,000, either one missing, the 1,000 first or last.",
                by_place,
            ),
            Level(
                "tens",
                _bonds(_not_round(110, 890, 10, 100), 1_000),
                "Two multiples of 10 from 110 to 890, but not of 100, that make 1,000, either one missing.",
                by_place,
            ),
            Level(
                "any two numbers",
                _bonds(_not_round(101, 899, 1, 10), 1_000),
                "Two numbers from 101 to 899 that make 1,000 and do not end in 0, either one missing.",
                by_place,
            ),
        ),
        "whole",
        Example("640 + _ = 1000", ("From 640 to 700 is 60", "From 700 to 1000 is 300", "60 + 300 = 360"), "360"),
        standard="3.NBT.A.2",
        programme="Year 3: solve missing number problems with number facts and place value",
        operations="+",
    ),
)
