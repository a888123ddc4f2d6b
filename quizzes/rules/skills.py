"""The skills that questions practise: data, with a level for each step of the curriculum.

A skill's code is stored beside every question of it, and never changes. A level holds `questions`, anything
that can `draw` the notation of a question; here these are facts of two whole numbers, and a family of
questions with another shape is another class with the same member. `standard` names the US Common Core,
`year` the English school year, each where there is one.
"""

import random
from dataclasses import dataclass
from typing import Protocol

from quizzes.rules.facts import Fact, Facts, Operation


class Source(Protocol):
    """Where the questions of a level come from."""

    def draw(self, rng: random.Random) -> str:
        """The notation of one question, for `questions.write`."""
        ...


@dataclass(frozen=True)
class Level:
    """One step of a skill. `name` follows the skill's: "Addition" "within 20"."""

    name: str
    questions: Source
    standard: str = ""
    year: str = ""


@dataclass(frozen=True)
class Skill:
    """Something to be learnt, in levels from easy to hard; the first is level 1."""

    code: str
    name: str
    operation: Operation
    levels: tuple[Level, ...]

    def level(self, number: int) -> Level:
        """The level of that number, from 1. Raises LookupError where there is none."""
        if not 1 <= number <= len(self.levels):
            raise LookupError(f"{self.code} has no level {number}")
        return self.levels[number - 1]

    def level_of(self, fact: Fact) -> int:
        """The number of the first level that asks for the fact, or 0."""
        for number, level in enumerate(self.levels, start=1):
            if isinstance(level.questions, Facts) and fact in level.questions:
                return number
        return 0


def _through(first: int, last: int) -> range:
    return range(first, last + 1)


def _sums(most: int) -> Facts:
    """Sums of at most `most`."""
    return Facts(Operation.ADD, _through(1, most - 1), _through(1, most - 1), most)


def _differences(most: int) -> Facts:
    """Differences of numbers up to `most`."""
    return Facts(Operation.SUBTRACT, _through(1, most), _through(1, most))


def _products(left: range | tuple[int, ...], right: range | tuple[int, ...]) -> Facts:
    return Facts(Operation.MULTIPLY, left, right)


def _quotients(divisors: range | tuple[int, ...], most: int) -> Facts:
    """Exact divisions with results from 2 to `most`."""
    return Facts(Operation.DIVIDE, _through(1, max(divisors) * most), divisors, most, least=2)


_ALL = (
    Skill(
        "add-whole",
        "Addition",
        Operation.ADD,
        (
            Level("within 5", _sums(5), "K.OA.5", "Reception"),
            Level("within 10", _sums(10), "1.OA.6", "Year 1"),
            Level("within 20", _sums(20), "2.OA.2", "Year 1"),
            Level("within 100", _sums(100), "2.NBT.5", "Year 2"),
            Level("within 1,000", _sums(1_000), "3.NBT.2", "Year 3"),
            Level("within 10,000", _sums(10_000), "4.NBT.4", "Year 4"),
            Level("within 1,000,000", _sums(999_999), "4.NBT.4", "Year 5"),
        ),
    ),
    Skill(
        "subtract-whole",
        "Subtraction",
        Operation.SUBTRACT,
        (
            Level("within 5", _differences(5), "K.OA.5", "Reception"),
            Level("within 10", _differences(10), "1.OA.6", "Year 1"),
            Level("within 20", _differences(20), "2.OA.2", "Year 1"),
            Level("within 100", _differences(100), "2.NBT.5", "Year 2"),
            Level("within 1,000", _differences(1_000), "3.NBT.2", "Year 3"),
            Level("within 10,000", _differences(10_000), "4.NBT.4", "Year 4"),
            Level("within 1,000,000", _differences(999_999), "4.NBT.4", "Year 5"),
        ),
    ),
    Skill(
        "multiply-whole",
        "Multiplication",
        Operation.MULTIPLY,
        (
            Level("by 2, 5 and 10", _products((2, 5, 10), _through(2, 10)), "3.OA.7", "Year 2"),
            Level("by 2 to 5", _products(_through(2, 5), _through(2, 10)), "3.OA.7", "Year 3"),
            Level("to 10 × 10", _products(_through(2, 10), _through(2, 10)), "3.OA.7", "Year 4"),
            Level("to 12 × 12", _products(_through(2, 12), _through(2, 12)), "3.OA.7", "Year 4"),
            Level("two digits by one", _products(_through(11, 99), _through(2, 9)), "4.NBT.5", "Year 4"),
            Level("two digits by two", _products(_through(11, 99), _through(11, 99)), "4.NBT.5", "Year 5"),
            Level("three digits by two", _products(_through(101, 999), _through(11, 99)), "5.NBT.5", "Year 5"),
        ),
    ),
    Skill(
        "divide-whole",
        "Division",
        Operation.DIVIDE,
        (
            Level("by 2, 5 and 10", _quotients((2, 5, 10), 10), "3.OA.7", "Year 2"),
            Level("by 2 to 5", _quotients(_through(2, 5), 10), "3.OA.7", "Year 3"),
            Level("tables to 10", _quotients(_through(2, 10), 10), "3.OA.7", "Year 4"),
            Level("tables to 12", _quotients(_through(2, 12), 12), "3.OA.7", "Year 4"),
            Level("by one digit", _quotients(_through(2, 9), 99), "4.NBT.6", "Year 5"),
            Level("by two digits", _quotients(_through(11, 99), 99), "5.NBT.6", "Year 6"),
        ),
    ),
)
SKILLS: dict[str, Skill] = {skill.code: skill for skill in _ALL}
BASIC: dict[Operation, Skill] = {skill.operation: skill for skill in _ALL}
"""The skill of whole numbers for each operation."""
