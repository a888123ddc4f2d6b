"""What a question may ask of an answer beside its value.

A demand is a word, and for some a detail after a colon: `lowest-terms`, `places:2`. An answer of the right value that
does not meet a demand is not yet right, and the note says what is missing. Where a question demands nothing, equal
values are right however they are written.
"""

import re

from quizzes.rules.refusals import QuestionRefused

LOWEST_TERMS = "lowest-terms"
MIXED = "mixed"
IMPROPER = "improper"
AS_WRITTEN = "as-written"
"""Written as the answer is: 0.5 is not taken for 1/2, nor 2/4."""

_SHAPES = {
    LOWEST_TERMS: "in lowest terms",
    MIXED: "as a mixed number",
    IMPROPER: "as an improper fraction",
    AS_WRITTEN: "written in the same form",
}
_PLACES = re.compile(r"places:([0-4])")
_UNIT = re.compile(r"unit:([^\W\d_]{1,8}[²³]?|%)")


def checked(demand: str) -> str:
    """The demand, where there is such a one. Raises QuestionRefused."""
    if demand in _SHAPES or _PLACES.fullmatch(demand) or _UNIT.fullmatch(demand):
        return demand
    raise QuestionRefused(f"There is no demand “{demand}”.")


def places(demands: tuple[str, ...]) -> int | None:
    """How many decimals are asked for."""
    return next((int(found[1]) for demand in demands if (found := _PLACES.fullmatch(demand))), None)


def unit(demands: tuple[str, ...]) -> str:
    """The unit that is asked for, or empty."""
    return next((found[1] for demand in demands if (found := _UNIT.fullmatch(demand))), "")


def in_words(demand: str) -> str:
    """For teachers: `in lowest terms`, `with 2 decimals`, `with its unit, cm`."""
    if demand in _SHAPES:
        return _SHAPES[demand]
    kind, _, detail = demand.partition(":")
    return f"with its unit, {detail}" if kind == "unit" else f"with {detail} decimal{'' if detail == '1' else 's'}"
