"""Missing numbers in every place of a calculation, and on both sides of the equals sign."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from quizzes.rules.facts import Operation
from quizzes.rules.prompts import BLANK, Kind, Token
from quizzes.rules.questions import Question, write
from quizzes.rules.skills.columns import carries, exchanges
from quizzes.rules.skills.kinds import Example, Family, Level, Skill
from quizzes.rules.skills.sources import (
    Boxes,
    Shares,
    by_place,
    differences,
    sums,
    tables,
    through,
)

_EITHER_SIDE = "Either number is missing, the result first or last."
_SPARED = 2  # what both sides of a balance are at least, box and numbers alike


@dataclass(frozen=True)
class Balance:
    """`a + b = _ + c` or `a − b = _ − c`: four numbers of a range, the box in any of the four places.

    Nothing stands on both sides, so it takes more than copying a number.
    """

    operation: Operation
    numbers: range
    most: int

    def draw(self, rng: random.Random) -> Question:
        while True:
            left, right = self._side(rng), self._side(rng)
            if self._balances(left, right):
                places: list[object] = [*left, *right]
                places[rng.randrange(4)] = "_"
                a, b, c, d = places
                return write(f"{a} {self.operation.sign} {b} = {c} {self.operation.sign} {d}")

    def __contains__(self, question: object) -> bool:
        if not isinstance(question, Question):
            return False
        said = [question.answer if token == BLANK else token.text for token in question.prompt]
        match question.prompt:
            case (_, Token(Kind.OPERATOR, first), _, Token(Kind.RELATION, "="), _, Token(Kind.OPERATOR, second), _):
                if first == second == self.operation.sign and all(text.isdecimal() for text in said[::2]):
                    a, b, c, d = map(int, said[::2])
                    return all(n in self.numbers for n in (a, b, c, d)) and self._balances((a, b), (c, d))
        return False

    def _side(self, rng: random.Random) -> tuple[int, int]:
        return rng.choice(self.numbers), rng.choice(self.numbers)

    def _worth(self, side: tuple[int, int]) -> int:
        return side[0] + side[1] if self.operation is Operation.ADD else side[0] - side[1]

    def _balances(self, left: tuple[int, int], right: tuple[int, int]) -> bool:
        apart = not set(left) & set(right)
        return apart and _SPARED <= self._worth(left) == self._worth(right) <= self.most


def _box_at(question: Question) -> int:
    """A bucket for each place of the box."""
    return question.prompt.index(BLANK)


def _ends_in_0(left: int, right: int) -> bool:
    return left % 10 == 0 or right % 10 == 0


def _carrying(columns: int, below: int) -> Callable[[int, int], bool]:
    return lambda a, b: a + b < below and carries(a, b) == columns and not _ends_in_0(a, b)


def _exchanging(columns: int, apart: int) -> Callable[[int, int], bool]:
    return lambda a, b: a - b >= apart and exchanges(a, b) == columns and not _ends_in_0(a, b)


SKILLS = (
    Skill(
        "missing-in-addition",
        "Missing number in an addition",
        Family.MISSING,
        1,
        1,
        (
            Level(
                "within 10",
                Boxes(sums(through(1, 9), through(1, 9), lambda a, b: a + b <= 10)),
                f"Two numbers from 1 to 9 with a sum up to 10. {_EITHER_SIDE}",
                by_place,
            ),
            Level(
                "within 20",
                Boxes(sums(through(2, 18), through(2, 18), lambda a, b: 11 <= a + b <= 20)),
                f"Two numbers from 2 to 18 with a sum from 11 to 20. {_EITHER_SIDE}",
                by_place,
            ),
            Level(
                "within 100, without carrying",
                Boxes(sums(through(11, 88), through(11, 88), _carrying(0, 100))),
                f"Two two-digit numbers with a sum below 100; the ones do not carry. Neither ends in 0. {_EITHER_SIDE}",
                by_place,
            ),
            Level(
                "within 100, with carrying",
                Boxes(sums(through(12, 88), through(12, 88), _carrying(1, 100))),
                f"Two two-digit numbers with a sum below 100; the ones carry. Neither ends in 0. {_EITHER_SIDE}",
                by_place,
            ),
        ),
        "whole",
        Example("8 = 3 + _", ("3 and how many make 8?", "8 − 3 = 5"), "5"),
        standard="1.OA.D.8, 2.NBT.B.5",
        programme="Year 1: solve missing number problems such as 7 = 3 + a number",
        operations="+",
    ),
    Skill(
        "missing-in-subtraction",
        "Missing number in a subtraction",
        Family.MISSING,
        1,
        1,
        (
            Level(
                "within 10",
                Boxes(differences(through(2, 10), through(1, 9))),
                f"A number up to 10 less a smaller one, never 0 and never all of it. {_EITHER_SIDE}",
                by_place,
            ),
            Level(
                "within 20",
                Boxes(differences(through(11, 20), through(2, 18), lambda a, b: a - b > 1)),
                f"A number from 11 to 20 less 2 to 18; at least 2 is left. {_EITHER_SIDE}",
                by_place,
            ),
            Level(
                "within 100, without exchange",
                Boxes(differences(through(22, 99), through(11, 88), _exchanging(0, 10))),
                f"Two two-digit numbers at least 10 apart; no ten is exchanged. Neither ends in 0. {_EITHER_SIDE}",
                by_place,
            ),
            Level(
                "within 100, with exchange",
                Boxes(differences(through(31, 98), through(12, 88), _exchanging(1, 10))),
                f"Two two-digit numbers at least 10 apart; a ten is exchanged. Neither ends in 0. {_EITHER_SIDE}",
                by_place,
            ),
        ),
        "whole",
        Example("_ − 4 = 9", ("4 were taken and 9 are left", "9 + 4 = 13"), "13"),
        standard="1.OA.D.8, 2.NBT.B.5",
        programme="Year 1: solve missing number problems such as a number = 9 − 7",
        operations="−",
    ),
    Skill(
        "missing-in-large-numbers",
        "Missing number, three and four digits",
        Family.MISSING,
        3,
        3,
        (
            Level(
                "in a three-digit addition",
                Boxes(sums(through(101, 898), through(101, 898), _carrying(1, 1_000))),
                f"Two three-digit numbers with a sum below 1,000; one carry. Neither ends in 0. {_EITHER_SIDE}",
                by_place,
            ),
            Level(
                "in a three-digit subtraction",
                Boxes(differences(through(211, 999), through(101, 888), _exchanging(1, 100))),
                f"Two three-digit numbers at least 100 apart; one exchange. Neither ends in 0. {_EITHER_SIDE}",
                by_place,
            ),
            Level(
                "in a four-digit addition",
                Boxes(sums(through(1_001, 8_998), through(1_001, 8_998), _carrying(2, 10_000))),
                f"Two four-digit numbers with a sum below 10,000; two carries. Neither ends in 0. {_EITHER_SIDE}",
                by_place,
            ),
        ),
        "whole",
        Example("347 + _ = 820", ("What is missing is 820 − 347", "820 − 347 = 473"), "473"),
        standard="3.NBT.A.2",
        programme="Year 3: solve missing number problems, using the inverse to check",
        operations="+−",
    ),
    Skill(
        "balance-both-sides",
        "The same on both sides",
        Family.MISSING,
        1,
        2,
        (
            Level(
                "sums within 10",
                Balance(Operation.ADD, through(1, 9), 10),
                "Two sums up to 10 of numbers from 1 to 9; one of the four is missing, and no number is on both sides.",
                _box_at,
            ),
            Level(
                "sums within 20",
                Balance(Operation.ADD, through(2, 18), 20),
                "Two sums up to 20 of numbers from 2 to 18; one of the four is missing, and none is on both sides.",
                _box_at,
            ),
            Level(
                "differences within 20",
                Balance(Operation.SUBTRACT, through(2, 20), 18),
                "Two differences of 2 or more of numbers from 2 to 20; one of the four is missing, and no number is on "
                "both sides.",
                _box_at,
            ),
            Level(
                "sums within 100",
                Balance(Operation.ADD, through(11, 89), 100),
                "Two sums up to 100 of two-digit numbers; one of the four is missing, and no number is on both sides.",
                _box_at,
            ),
        ),
        "whole",
        Example("8 + 5 = _ + 6", ("The left side is 13", "13 − 6 = 7"), "7"),
        standard="1.OA.D.7, 1.OA.D.8",
        programme="Year 2: use the inverse of addition and subtraction in missing number problems",
        operations="+−",
    ),
    Skill(
        "missing-factor",
        "Missing number in a multiplication",
        Family.MISSING,
        3,
        3,
        (
            Level(
                "2, 5 and 10 times tables",
                Boxes(tables((2, 5, 10), through(2, 12))),
                f"2, 5 or 10 times 2 to 12. {_EITHER_SIDE}",
                by_place,
            ),
            Level(
                "3, 4 and 8 times tables",
                Boxes(tables((3, 4, 8), through(2, 12))),
                f"3, 4 or 8 times 2 to 12. {_EITHER_SIDE}",
                by_place,
            ),
            Level(
                "all to 12 × 12",
                Boxes(tables(through(2, 12), through(2, 12))),
                f"2 to 12 times 2 to 12. {_EITHER_SIDE}",
                by_place,
            ),
        ),
        "whole",
        Example("6 × _ = 42", ("How many sixes make 42?", "42 ÷ 6 = 7"), "7"),
        standard="3.OA.A.4, 3.OA.B.6",
        programme="Year 3: solve missing number problems with multiplication",
        operations="×",
    ),
    Skill(
        "missing-in-division",
        "Missing number in a division",
        Family.MISSING,
        3,
        3,
        (
            Level(
                "2, 5 and 10 times tables",
                Boxes(Shares((2, 5, 10), through(2, 12))),
                f"Exact divisions by 2, 5 or 10 with a quotient from 2 to 12. {_EITHER_SIDE}",
                by_place,
            ),
            Level(
                "3, 4 and 8 times tables",
                Boxes(Shares((3, 4, 8), through(2, 12))),
                f"Exact divisions by 3, 4 or 8 with a quotient from 2 to 12. {_EITHER_SIDE}",
                by_place,
            ),
            Level(
                "all to 12 × 12",
                Boxes(Shares(through(2, 12), through(2, 12))),
                f"Exact divisions by 2 to 12 with a quotient from 2 to 12. {_EITHER_SIDE}",
                by_place,
            ),
        ),
        "whole",
        Example("42 ÷ _ = 7", ("42 are shared, and each gets 7", "7 × 6 = 42"), "6"),
        standard="3.OA.A.4, 3.OA.B.6",
        programme="Year 3: solve missing number problems with division",
        operations="÷",
    ),
)
