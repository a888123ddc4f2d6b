"""What a question may ask of an answer beside its value.

A demand is a word, and for some a detail after a colon: `lowest-terms`, `places:2`. An answer of the right value that
does not meet a demand is not yet right, and the note says what is missing. Where a question demands nothing, equal
values are right however they are written.
"""

import re
from fractions import Fraction

from quizzes.rules import grammar, phrases
from quizzes.rules.refusals import QuestionRefused
from quizzes.rules.values import Money, Value

LOWEST_TERMS = "lowest-terms"
MIXED = "mixed"
IMPROPER = "improper"
AS_WRITTEN = "as-written"
"""Written as the answer is: 0.5 is not taken for 1/2, nor 2/4."""

SHAPES_OF_FRACTIONS = frozenset({LOWEST_TERMS, MIXED, IMPROPER})
NO_UNIT = frozenset({"money", "time", "remainder", "comparison", "text"})
"""The formats whose answers have no unit behind them."""

_SHAPES = {
    LOWEST_TERMS: "in lowest terms",
    MIXED: "as a mixed number",
    IMPROPER: "as an improper fraction",
    AS_WRITTEN: "written in the same form",
}
_PLACES = re.compile(r"places:([0-4])")
_UNIT = re.compile(r"unit:([^\W\d_]{1,8}[²³]?|%)")
_DECIMALS = tuple(f"places:{count}" for count in range(grammar.MOST_PLACES + 1))
_FRACTIONS = (LOWEST_TERMS, MIXED, IMPROPER, AS_WRITTEN)

CHOICES: dict[str, tuple[str, ...]] = {
    "digit": (),
    "whole": (),
    "integer": (),
    "decimal": (*_DECIMALS, AS_WRITTEN),
    "fraction": _FRACTIONS,
    "mixed": _FRACTIONS,
    "remainder": (AS_WRITTEN,),
    "comparison": (),
    "money": ("places:2",),
    "time": (),
    "number": (*_DECIMALS, *_FRACTIONS),
    "text": (AS_WRITTEN,),
}
"""The demands that make sense for each format, for forms; `in_words` names them. A unit can be asked for beside
them, save where the format is among NO_UNIT."""


def checked(demand: str) -> str:
    """The demand, where there is such a one. Raises QuestionRefused."""
    if demand in _SHAPES or _PLACES.fullmatch(demand) or _UNIT.fullmatch(demand):
        return demand
    raise QuestionRefused(f"There is no demand “{demand}”.")


def check(asked: tuple[str, ...], value: Value, format_name: str) -> None:
    """Sees to it that an answer of the value can meet all that is asked. Raises QuestionRefused with what to change."""
    for demand in asked:
        suits = format_name not in NO_UNIT if _UNIT.fullmatch(checked(demand)) else demand in CHOICES[format_name]
        if not suits:
            hint = grammar.FORMATS[format_name].hint
            raise QuestionRefused(f"“{in_words(demand)}” cannot be asked where the answer is {hint}.")
    kinds = [demand.partition(":")[0] for demand in asked]
    if len(set(kinds)) < len(kinds):
        raise QuestionRefused("Ask for one number of decimals, one unit, and for each other thing once.")
    if {MIXED, IMPROPER} <= set(asked):
        raise QuestionRefused("An answer is a mixed number or an improper fraction: ask for one of them.")
    count = places(asked)
    if count is not None and isinstance(value, Fraction) and (value * 10**count).denominator != 1:
        raise QuestionRefused(f"The answer cannot be written {in_words(f'places:{count}')}: ask for more decimals.")


def format_for(asked: tuple[str, ...], format_name: str) -> str:
    """The format that leaves room for what is asked, where the answer alone would have the given one: 4.00 is no
    whole number."""
    if places(asked) is not None and format_name in {"whole", "integer"}:
        return "decimal"
    if SHAPES_OF_FRACTIONS & set(asked) and format_name in {"whole", "integer", "decimal"}:
        return "mixed" if MIXED in asked else "fraction"
    return format_name


def places(asked: tuple[str, ...]) -> int | None:
    """How many decimals are asked for."""
    return next((int(found[1]) for demand in asked if (found := _PLACES.fullmatch(demand))), None)


def unit(asked: tuple[str, ...]) -> str:
    """The unit that is asked for, or empty."""
    return next((found[1] for demand in asked if (found := _UNIT.fullmatch(demand))), "")


def shaped(asked: tuple[str, ...], value: Value, format_name: str) -> str:
    """The value in canonical signs in the shape that is asked for, without its unit: 3.50, 9/4, £4.00."""
    plain = grammar.render(value, format_name)
    count = places(asked)
    if isinstance(value, Money) and count is not None:
        return plain if "." in plain else f"{plain}.00"
    if not isinstance(value, Fraction):
        return plain
    if count is not None:
        return _with_places(value, count)
    if MIXED in asked or IMPROPER in asked:
        return grammar.written_number(value, "mixed" if MIXED in asked else "fraction")
    return plain


def in_words(demand: str) -> str:
    """For teachers: `in lowest terms`, `with 2 decimals`, `with its unit, cm`."""
    if demand in _SHAPES:
        return _SHAPES[demand]
    kind, _, detail = demand.partition(":")
    if kind == "unit":
        return f"with its unit, {detail}"
    return "without decimals" if detail == "0" else f"with {detail} decimal{'' if detail == '1' else 's'}"


def for_child(asked: tuple[str, ...]) -> str:
    """What is said below the question: `Write it in lowest terms and with its unit.`, or nothing.

    The unit is not named: to know it is part of the answer. Nor is the form of an answer that is wanted as written:
    the question says it.
    """
    told = ["with its unit" if _UNIT.fullmatch(demand) else in_words(demand) for demand in asked]
    said = [words for words in told if words != _SHAPES[AS_WRITTEN]]
    return f"Write it {phrases.listed(said)}." if said else ""


def _with_places(value: Fraction, count: int) -> str:
    """The value, which needs no more places, with exactly so many."""
    digits = f"{abs(value * 10**count).numerator:0{count + 1}d}"
    whole, behind = digits[: len(digits) - count], digits[len(digits) - count :]
    return f"{'-' if value < 0 else ''}{whole}{'.' if count else ''}{behind}"
