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
    (place, first), (other, second) = _neighbours(numbers)
    step = (second - first) / (other - place)
    if all(number == first + step * (where - place) for where, number in numbers):
        return first + step * (at - place)
    if all(number != 0 for _, number in numbers):
        factor = second / first
        if all(number == first * factor ** (where - place) for where, number in numbers):
            return first * factor ** (at - place)
    raise QuestionRefused(
        "These numbers go on neither by one step, as in 4, 7, 10, nor by one factor, as in 2, 4, 8: "
        "change them, or ask in words and give the answer."
    )


def _neighbours(numbers: list[tuple[int, Fraction]]) -> tuple[tuple[int, Fraction], tuple[int, Fraction]]:
    """Two numbers with nothing between them. With three of four or more known there always are some."""
    return next(pair for pair in pairwise(numbers) if pair[1][0] - pair[0][0] == 1)
