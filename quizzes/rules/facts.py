"""Number facts, such as 7 × 8: counted and drawn from ranges of their operands.

Facts give whole results that are not negative: subtraction never goes below zero, division is exact, and
nothing is divided by zero.
"""

import random
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate

from quizzes.rules.prompts import BLANK, EQUALS, Kind, Token
from quizzes.rules.questions import Question
from quizzes.rules.typesetting import MINUS

LARGEST = 999_999  # what the format `whole` can write
_ENOUGH_ROWS = 4_000
_ENOUGH_PAIRS = 4  # for each fact wanted; a fact may be two pairs, 7 × 8 and 8 × 7


class Operation(StrEnum):
    ADD = "add"
    SUBTRACT = "subtract"
    MULTIPLY = "multiply"
    DIVIDE = "divide"

    @property
    def sign(self) -> str:
        return _SIGNS[self]

    @property
    def commutes(self) -> bool:
        return self in {Operation.ADD, Operation.MULTIPLY}


_SIGNS = {Operation.ADD: "+", Operation.SUBTRACT: MINUS, Operation.MULTIPLY: "×", Operation.DIVIDE: "÷"}
SIGNED = {sign: operation for operation, sign in _SIGNS.items()}
"""The operation of each sign."""

Key = tuple[Operation, int, int]


@dataclass(frozen=True)
class Fact:
    """Two whole numbers and what is done with them."""

    operation: Operation
    left: int
    right: int

    @property
    def key(self) -> Key:
        """Equal for facts that are the same question to a child: 7 × 8 and 8 × 7."""
        if self.operation.commutes and self.left > self.right:
            return self.operation, self.right, self.left
        return self.operation, self.left, self.right

    @property
    def result(self) -> int:
        """Exact for the facts that there are; a division's remainder falls away."""
        match self.operation:
            case Operation.ADD:
                return self.left + self.right
            case Operation.SUBTRACT:
                return self.left - self.right
            case Operation.MULTIPLY:
                return self.left * self.right
            case Operation.DIVIDE:
                return self.left // self.right

    @property
    def notation(self) -> str:
        return f"{self.left} {self.operation.sign} {self.right}"


@dataclass(frozen=True)
class Facts:
    """All facts of an operation with operands from two rising sequences and a result of `least` to `most`.

    `least` is for differences and quotients; the others have their operands to keep them from being small.

    A `range` of any length costs no more than a short one: what is drawn is worked out, not listed.
    """

    operation: Operation
    left: Sequence[int]
    right: Sequence[int]
    most: int = LARGEST
    least: int = 0

    def sample(self, count: int, rng: random.Random) -> list[Fact]:
        """`count` different facts in random order, or all there are where there are fewer.

        Facts that practise little (× 0, × 1, + 0, 8 ÷ 8) come only when the others have run out.
        """
        telling = self._telling()._sample(count, rng)
        if len(telling) == count:
            return telling
        everything = self._sample(count + len(telling), rng)
        return _different([*telling, *everything])[:count]

    def _telling(self) -> "Facts":
        """The facts that practise something."""
        least_left, least_right, least = {
            Operation.ADD: (1, 1, 0),
            Operation.SUBTRACT: (1, 1, 1),
            Operation.MULTIPLY: (2, 2, 0),
            Operation.DIVIDE: (2, 2, 2),
        }[self.operation]
        return replace(
            self,
            left=self.left[bisect_left(self.left, least_left) :],
            right=self.right[bisect_left(self.right, least_right) :],
            least=max(self.least, least),
        )

    def _sample(self, count: int, rng: random.Random) -> list[Fact]:
        """As `sample`, without regard to what a fact practises."""
        pairs_wanted = _ENOUGH_PAIRS * count
        rows = self._rows()
        if len(rows) > _ENOUGH_ROWS:
            some = rng.sample(rows, _ENOUGH_ROWS)
            ends = self._ends(some)
            rows, ends = (some, ends) if ends[-1] >= pairs_wanted else (rows, self._ends(rows))
        else:
            ends = self._ends(rows)
        pairs = ends[-1] if ends else 0
        places = rng.sample(range(pairs), min(pairs, pairs_wanted))
        return _different(self._fact(rows, ends, place) for place in places)[:count]

    def _rows(self) -> Sequence[int]:
        """The right operands that have facts: each makes a row of the table of facts."""
        if not self.left or not self.right:
            return ()
        match self.operation:
            case Operation.ADD:
                return _up_to(self.right, self.most - self.left[0])
            case Operation.SUBTRACT:
                return _up_to(self.right, self.left[-1])
            case Operation.MULTIPLY:
                return _up_to(self.right, self.most // self.left[0] if self.left[0] else self.right[-1])
            case Operation.DIVIDE:
                rows = self.right[bisect_left(self.right, 1) :]
                return rows if self.left[0] == 0 else _up_to(rows, self.left[-1])

    def _all_left(self, right: int) -> Sequence[int]:
        """The left operands of a row, rising."""
        match self.operation:
            case Operation.ADD:
                return _up_to(self.left, self.most - right)
            case Operation.SUBTRACT:
                return _between(right + self.least, self.left, right + self.most)
            case Operation.MULTIPLY:
                return _up_to(self.left, self.most // right) if right else self.left
            case Operation.DIVIDE:
                return _multiples(right, _between(right * self.least, self.left, right * self.most))

    def _ends(self, rows: Sequence[int]) -> list[int]:
        """Where each row ends, when all facts are counted row after row."""
        return list(accumulate(len(self._all_left(right)) for right in rows))

    def _fact(self, rows: Sequence[int], ends: list[int], place: int) -> Fact:
        row = bisect_right(ends, place)
        start = ends[row - 1] if row else 0
        return Fact(self.operation, self._all_left(rows[row])[place - start], rows[row])


def fact_of(question: Question) -> Fact | None:
    """The fact that a question asks for, or None where it asks for more than a fact."""
    match question.prompt:
        case (Token(Kind.NUMBER, left), Token(Kind.OPERATOR, sign), Token(Kind.NUMBER, right), *rest):
            if sign in SIGNED and tuple(rest) == (EQUALS, BLANK) and left.isdecimal() and right.isdecimal():
                return Fact(SIGNED[sign], int(left), int(right))
    return None


def _up_to(numbers: Sequence[int], most: int) -> Sequence[int]:
    return numbers[: bisect_right(numbers, most)]


def _between(least: int, numbers: Sequence[int], most: int) -> Sequence[int]:
    return numbers[bisect_left(numbers, least) : bisect_right(numbers, most)]


def _multiples(factor: int, numbers: Sequence[int]) -> Sequence[int]:
    if isinstance(numbers, range) and numbers.step == 1:
        first = -(-numbers.start // factor) * factor
        return range(first, numbers.stop, factor)
    return [number for number in numbers if number % factor == 0]


def _different(facts: Iterable[Fact]) -> list[Fact]:
    """The facts, each once."""
    return list({fact.key: fact for fact in facts}.values())
