"""Sequences, as teachers write them: `4, 7, 10, _`, `3, 6, _, 12`, `1/4; 1/2; 3/4; _`.

A sequence goes on by one step, which is added, or by one factor, which multiplies. A comma separates where it has a
space behind it or a box beside it, or where no number could have so many of them; where a semicolon does, commas are
those of decimals.
"""

import re
from fractions import Fraction
from itertools import pairwise

from quizzes.rules.lexemes import BOXES
from quizzes.rules.refusals import QuestionRefused

FEWEST_KNOWN = 3

_Numbers = list[tuple[int, Fraction]]
"""Each with its place."""

_SEPARATOR = re.compile(rf",(?=\s|$)|,(?=[{BOXES}])|(?<=[{BOXES}]),")
_TIGHT = re.compile(rf"(?:[-0-9./{BOXES}]+,){{2,}}[-0-9./{BOXES}]*")


def items(text: str) -> list[str] | None:
    """The texts between the separators, or None where `text` is no sequence."""
    if ";" in text:
        parts = text.split(";")
    elif _TIGHT.fullmatch(text):
        parts = text.split(",")
    else:
        parts = _SEPARATOR.split(text)
    written = [part.strip() for part in parts]
    if len(written) == 1:
        return None
    return written[:-1] if written[-1] in {"", "...", "…"} else written


def missing(known: tuple[Fraction | None, ...]) -> Fraction:
    """What stands at the one place that is None. Raises QuestionRefused where the others do not tell."""
    if len(known) <= FEWEST_KNOWN:
        raise QuestionRefused("A sequence needs at least three numbers beside the box, so that its rule can be seen.")
    at = known.index(None)
    numbers = [(place, number) for place, number in enumerate(known) if number is not None]
    found = {number for number in (_by_step(numbers, at), _by_factor(numbers, at)) if number is not None}
    if len(found) > 1:  # 1, -2, _, -8 goes on by −3, and by −2
        raise QuestionRefused("This sequence goes on by a step and by a factor as well: write one number more.")
    if not found:
        raise QuestionRefused(
            "These numbers go on neither by one step, as in 4, 7, 10, nor by one factor, as in 2, 4, 8: "
            "change them, or ask in words and give the answer."
        )
    return found.pop()


def _by_step(numbers: _Numbers, at: int) -> Fraction | None:
    (place, first), (_, second) = _neighbours(numbers)
    step = second - first
    fits = all(number == first + step * (where - place) for where, number in numbers)
    return first + step * (at - place) if fits else None


def _by_factor(numbers: _Numbers, at: int) -> Fraction | None:
    (place, first), (_, second) = _neighbours(numbers)
    if first == 0 or second == 0:
        return None
    factor = second / first
    fits = all(number == first * factor ** (where - place) for where, number in numbers)
    return first * factor ** (at - place) if fits else None


def _neighbours(numbers: _Numbers) -> tuple[tuple[int, Fraction], tuple[int, Fraction]]:
    """Two numbers with nothing between them. With three of four or more known there always are some."""
    return next(pair for pair in pairwise(numbers) if pair[1][0] - pair[0][0] == 1)
