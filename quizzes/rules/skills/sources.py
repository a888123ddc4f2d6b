"""Where the levels of whole numbers get their questions: facts picked from ranges, asked for the result or a part.

A source of these knows which questions are its own: `question in source`.
"""

import random
from collections.abc import Callable, Container, Hashable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from quizzes.rules.facts import SIGNED, Fact, Operation, fact_of
from quizzes.rules.prompts import BLANK, EQUALS, Kind, Token
from quizzes.rules.questions import Layout, Question, write
from quizzes.rules.skills.kinds import Source

_LOOKS = 10_000  # at pairs that may not fit, before there seem to be none that do
_EITHER = (False, True)


def through(first: int, last: int, step: int = 1) -> range:
    """The numbers from `first` to `last`, both included."""
    return range(first, last + 1, step)


class Picks(Protocol):
    """Some facts, to pick from and to ask about."""

    def pick(self, rng: random.Random) -> Fact: ...

    def __contains__(self, fact: object) -> bool: ...


def _any(left: int, right: int) -> bool:
    """Every pair fits."""
    return True


@dataclass(frozen=True)
class Pairs:
    """The facts of an operation with operands from two ranges that `fit`, each as likely as another.

    Turned, the operands also come in the other order.
    """

    operation: Operation
    left: Sequence[int]
    right: Sequence[int]
    fit: Callable[[int, int], bool] = _any
    turned: bool = False

    def pick(self, rng: random.Random) -> Fact:
        """Raises LookupError where none fits."""
        for _ in range(_LOOKS):
            left, right = rng.choice(self.left), rng.choice(self.right)
            if self.fit(left, right):
                if self.turned and rng.choice(_EITHER):
                    left, right = right, left
                return Fact(self.operation, left, right)
        raise LookupError(f"no facts in {self}")

    def __contains__(self, fact: object) -> bool:
        if not isinstance(fact, Fact) or fact.operation is not self.operation:
            return False
        return self._holds(fact.left, fact.right) or (self.turned and self._holds(fact.right, fact.left))

    def _holds(self, left: int, right: int) -> bool:
        return left in self.left and right in self.right and self.fit(left, right)


def sums(left: Sequence[int], right: Sequence[int], fit: Callable[[int, int], bool] = _any) -> Pairs:
    return Pairs(Operation.ADD, left, right, fit)


def differences(left: Sequence[int], right: Sequence[int], fit: Callable[[int, int], bool] = _any) -> Pairs:
    """Those above zero alone: never x − x."""
    return Pairs(Operation.SUBTRACT, left, right, lambda a, b: a > b and fit(a, b))


def products(left: Sequence[int], right: Sequence[int], fit: Callable[[int, int], bool] = _any) -> Pairs:
    """The first number as it stands in the question: long multiplication has the longer one first."""
    return Pairs(Operation.MULTIPLY, left, right, fit)


def tables(tables: Sequence[int], numbers: Sequence[int]) -> Pairs:
    """Products of the tables, either number first."""
    return Pairs(Operation.MULTIPLY, tables, numbers, turned=True)


@dataclass(frozen=True)
class Shares:
    """Exact divisions, picked by divisor and quotient, of those whose dividend and divisor `fit`."""

    divisors: Sequence[int]
    quotients: Sequence[int]
    fit: Callable[[int, int], bool] = _any

    def pick(self, rng: random.Random) -> Fact:
        """Raises LookupError where none fits."""
        for _ in range(_LOOKS):
            divisor, quotient = rng.choice(self.divisors), rng.choice(self.quotients)
            if self.fit(divisor * quotient, divisor):
                return Fact(Operation.DIVIDE, divisor * quotient, divisor)
        raise LookupError(f"no facts in {self}")

    def __contains__(self, fact: object) -> bool:
        return (
            isinstance(fact, Fact)
            and fact.operation is Operation.DIVIDE
            and fact.right in self.divisors
            and fact.left % fact.right == 0
            and fact.left // fact.right in self.quotients
            and self.fit(fact.left, fact.right)
        )


class Place(StrEnum):
    """Where the box of a fact stands."""

    LEFT = "left"
    RIGHT = "right"
    RESULT = "result"


def boxed_fact(question: Question) -> tuple[Fact, Place] | None:
    """The fact of a question, and which of its numbers is asked for: `12 = 7 + _` is 7 + 5, its right number.

    None where it is no fact of whole numbers, or asks for a remainder.
    """
    prompt = question.prompt
    turned = prompt[1:2] == (EQUALS,)
    sides = (*prompt[2:], EQUALS, prompt[0]) if turned else prompt
    match sides:
        case (left, Token(Kind.OPERATOR, sign), right, Token(Kind.RELATION, "="), result):
            places = dict(zip(Place, (left, right, result), strict=True))
            said = {place: question.answer if token == BLANK else token.text for place, token in places.items()}
            if sign in SIGNED and all(text.isdecimal() for text in said.values()):
                asked = next(place for place, token in places.items() if token == BLANK)
                return Fact(SIGNED[sign], int(said[Place.LEFT]), int(said[Place.RIGHT])), asked
    return None


@dataclass(frozen=True)
class Results:
    """Facts asked for their result: `7 × 8 = _`, in a line or in columns."""

    facts: Picks
    layout: Layout = Layout.LINE

    def draw(self, rng: random.Random) -> Question:
        return write(self.facts.pick(rng).notation, layout=self.layout)

    def __contains__(self, question: object) -> bool:
        if not isinstance(question, Question) or question.format != "whole":
            return False
        return fact_of(question) in self.facts


@dataclass(frozen=True)
class Boxes:
    """Facts asked for one of their numbers: `7 + _ = 12`, and with the sides turned `12 = 7 + _`."""

    facts: Picks
    places: tuple[Place, ...] = (Place.LEFT, Place.RIGHT)

    def draw(self, rng: random.Random) -> Question:
        fact, place = self.facts.pick(rng), rng.choice(self.places)
        left = "_" if place is Place.LEFT else fact.left
        right = "_" if place is Place.RIGHT else fact.right
        result = "_" if place is Place.RESULT else fact.result
        side = f"{left} {fact.operation.sign} {right}"
        return write(f"{result} = {side}" if rng.choice(_EITHER) else f"{side} = {result}")

    def __contains__(self, question: object) -> bool:
        if not isinstance(question, Question) or question.format != "whole":
            return False
        found = boxed_fact(question)
        return found is not None and found[1] in self.places and found[0] in self.facts


@dataclass(frozen=True)
class OneOf:
    """Any of the sources, each as likely as another."""

    sources: tuple[Source, ...]

    def draw(self, rng: random.Random) -> Question:
        return rng.choice(self.sources).draw(rng)

    def __contains__(self, question: object) -> bool:
        return any(knows(source, question) for source in self.sources)


def can_tell(source: Source) -> bool:
    """Whether the source knows which questions are its own."""
    return isinstance(source, Container)


def knows(source: Source, question: object) -> bool:
    """Whether the question is one that the source may draw; never where the source cannot tell."""
    return isinstance(source, Container) and question in source


def by_place(question: Question) -> Hashable:
    """A bucket for each place that the box can be in, and for each side of the equation."""
    return question.prompt.index(BLANK), question.prompt.index(EQUALS)


def by_left(question: Question) -> Hashable:
    """A bucket for each first number."""
    return question.prompt[0].text


def by_right(question: Question) -> Hashable:
    """A bucket for each second number."""
    return question.prompt[2].text
