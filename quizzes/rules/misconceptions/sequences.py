"""Sequences."""

from collections.abc import Iterator
from fractions import Fraction

from quizzes.rules.misconceptions.kinds import Example, Misconception
from quizzes.rules.misconceptions.shapes import number
from quizzes.rules.prompts import Kind
from quizzes.rules.questions import Question


def _known(question: Question) -> list[Fraction]:
    """The numbers of a sequence that stand before the box at its end."""
    kinds = {token.kind for token in question.prompt}
    if kinds != {Kind.NUMBER, Kind.SEPARATOR, Kind.BLANK} or question.prompt[-1].kind is not Kind.BLANK:
        return []
    return [number(token.text) for token in question.prompt if token.kind is Kind.NUMBER]


def _counted_on(question: Question) -> Iterator[Fraction]:
    known = _known(question)
    if known:
        yield known[-1] + (1 if known[-1] > known[0] else -1)


def _other_way(question: Question) -> Iterator[Fraction]:
    known = _known(question)
    if known:
        yield known[-2]


def _last_step_again(question: Question) -> Iterator[Fraction]:
    """A constant step is looked for where the numbers are multiplied."""
    known = _known(question)
    if known:
        yield known[-1] + (known[-1] - known[-2])
        yield known[-1] + (known[1] - known[0])


MISCONCEPTIONS = (
    Misconception(
        "SEQ-ONE",
        "Counts on by one, whatever the step",
        "Look how far it is from each number to the next, and go as far again.",
        Example("4, 7, 10, _", "11"),
        "Write the step above each gap before going on.",
        ("count-forward",),
        "By reasoning: counting on in place of the step",
        _counted_on,
    ),
    Misconception(
        "SEQ-BACK",
        "Goes back where the sequence goes on",
        "See whether the numbers grow or shrink, and go on the same way.",
        Example("10, 7, 4, _", "7"),
        "Write the step with its sign above each gap.",
        ("count-back", "sequence-negative"),
        "By reasoning: the step taken without its sign",
        _other_way,
    ),
    Misconception(
        "SEQ-ADD",
        "Adds the same step where the numbers are multiplied",
        "The steps grow. Ask what each number was multiplied by.",
        Example("1, 2, 4, 8, _", "12"),
        "Write both the step and the factor above each gap, and see which one stays the same.",
        ("sequence-doubling",),
        "Hart 1981 (CSMS), additive in place of multiplicative reasoning",
        _last_step_again,
    ),
)
