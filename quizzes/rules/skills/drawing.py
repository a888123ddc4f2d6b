"""What the families draw their questions with.

A family writes a function that draws one question from `rng` and the ranges of a level, and `@source` makes of it what
a level wants: `Level("within 10", adding(10), …)`.
"""

import random
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, Concatenate, ParamSpec, TypeVar

from quizzes.rules import grammar
from quizzes.rules.figures import NumberLine
from quizzes.rules.prompts import Kind
from quizzes.rules.questions import Question, write, write_text
from quizzes.rules.typesetting import MINUS
from quizzes.rules.values import Value

_Ranges = ParamSpec("_Ranges")
_Thing = TypeVar("_Thing")


@dataclass(frozen=True)
class Drawn:
    """A source that draws by a function, and the ranges that the function is given."""

    question: Callable[..., Question]
    ranges: tuple[Any, ...]

    def draw(self, rng: random.Random) -> Question:
        return self.question(rng, *self.ranges)


def source(
    question: Callable[Concatenate[random.Random, _Ranges], Question],
) -> Callable[_Ranges, Drawn]:
    """Of a function `(rng, *ranges) -> Question`, one that takes the ranges and gives the source."""

    def of(*ranges: _Ranges.args, **named: _Ranges.kwargs) -> Drawn:
        return Drawn(question, (*ranges, *named.values()))

    return of


def such_that(draw: Callable[[], _Thing], holds: Callable[[_Thing], bool]) -> _Thing:
    """The first drawn thing that holds; there must be such ones, and not too few."""
    while not holds(thing := draw()):
        pass
    return thing


def sums(notation: str, form: str, demands: tuple[str, ...] = ()) -> Question:
    """The question in notation, answered in the format of its skill, which so tells nothing about this answer."""
    question = write(notation)
    return replace(question, answer=grammar.render(question.value, form), format=form, demands=demands)


def words(prompt: str, answer: Value, form: str, demands: tuple[str, ...] = ()) -> Question:
    """The question in words; the box is where `_` stands."""
    return replace(write_text(prompt, grammar.render(answer, form), form), demands=demands)


def reading_off(line: NumberLine, form: str) -> Question:
    """Which number the arrow points at."""
    return replace(words("Which number does the arrow point at? _", line.value, form), figure=line)


def largest_or_smallest(rng: random.Random, numbers: Sequence[Fraction], form: str) -> Question:
    """Which of the numbers is the largest, or as often the smallest."""
    word, pick = rng.choice([("largest", max), ("smallest", min)])
    among = _listed([in_words(number) for number in numbers])
    return words(f"Which number is the {word}: {among}? _", pick(numbers), form)


def decimal(value: Fraction) -> str:
    """A number that has few decimals, as notation writes it: `0.45`, `-3`."""
    return grammar.written_number(value, "decimal")


def in_words(value: Fraction) -> str:
    """The same with a true minus, as a sentence holds it."""
    return decimal(value).replace("-", MINUS)


def _listed(numbers: Sequence[str]) -> str:
    """`3, 5 or 7`."""
    return f"{', '.join(numbers[:-1])} or {numbers[-1]}"


def by_answer(question: Question) -> Hashable:
    """A bucket for each answer: as many `<` as `>`."""
    return question.answer


def by_sign(question: Question) -> Hashable:
    """Below zero, or not."""
    return question.answer.startswith("-")


def by_form(question: Question) -> Hashable:
    """A bucket for each arrangement of signs and brackets: `3 + 4 × 5` apart from `4 × 5 + 3`."""
    return tuple(token.text for token in question.prompt if token.kind in {Kind.OPERATOR, Kind.BRACKET})


def by_word(*words: str) -> Callable[[Question], Hashable]:
    """A bucket for each of the words that a question may hold: `largest` or `smallest`."""
    return lambda question: tuple(word in question.notation for word in words)
