"""What a skill is: data for people, and a source of questions for each of its levels."""

import random
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from quizzes.rules.questions import Question


class Family(StrEnum):
    """The part of the curriculum that a skill belongs to, in the order in which pages show them."""

    BONDS = "Counting and number bonds"
    ADDITION = "Addition"
    SUBTRACTION = "Subtraction"
    MISSING = "Missing numbers"
    TABLES = "Times tables"
    MULTIPLICATION = "Multiplication"
    DIVISION = "Division"
    DOUBLES = "Doubles and halves"
    PLACE_VALUE = "Place value"
    ROUNDING = "Rounding"
    NEGATIVES = "Negative numbers"
    ORDER = "Order of operations"
    DECIMALS = "Decimals"
    FRACTIONS = "Fractions"
    PERCENTAGES = "Percentages"
    POWERS = "Squares and roots"
    MONEY = "Money"
    TIME = "Time"
    COMPARISON = "Comparing and ordering"
    SEQUENCES = "Sequences"
    STORIES = "Word problems"


class Source(Protocol):
    """Where the questions of a level come from."""

    def draw(self, rng: random.Random) -> Question:
        """One question, drawn as the level's sentence says; skill and level are put on by `generate`."""
        ...


def _alike(question: Question) -> Hashable:
    """Nothing to balance."""
    return ()


@dataclass(frozen=True)
class Level:
    """One step of a skill.

    `name` follows the skill's: "Subtraction within 100", "with exchange". `states` is a sentence for teachers on what
    is drawn: ranges, carries, what is left out. A set has as many questions of each `bucket` as it can: the times
    tables by table, for example.
    """

    name: str
    source: Source
    states: str
    bucket: Callable[[Question], Hashable] = _alike

    @property
    def balanced(self) -> bool:
        """Whether there is anything to balance."""
        return self.bucket is not _alike


@dataclass(frozen=True)
class Example:
    """A worked example: the question in notation, the steps as a teacher would write them on the board, the answer."""

    question: str
    steps: tuple[str, ...]
    answer: str


@dataclass(frozen=True)
class Skill:
    """Something to be learnt, in levels from easy to hard; the first is level 1.

    `code` is stored beside every question of the skill, and never changes. `grade` is the US grade, 0 for kindergarten;
    `year` the English school year, 0 for Reception. `standard` names the US Common Core, `programme` says it in the
    words of the English national curriculum; each is empty where there is none. `operations` are of + − × ÷ and
    help to search. `format` is the format of its answers.
    """

    code: str
    name: str
    family: Family
    grade: int
    year: int
    levels: tuple[Level, ...]
    format: str
    example: Example
    standard: str = ""
    programme: str = ""
    operations: str = ""

    def level(self, number: int) -> Level:
        """The level of that number, from 1. Raises LookupError where there is none."""
        if not 1 <= number <= len(self.levels):
            raise LookupError(f"{self.code} has no level {number}")
        return self.levels[number - 1]

    def called(self, number: int) -> str:
        """The level with its skill's name, `Addition within 20, crossing ten`. Raises LookupError."""
        return f"{self.name}, {self.level(number).name}"
