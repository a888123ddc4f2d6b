"""Values and questions for properties."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from quizzes.rules.automata import DIGITS
from quizzes.rules.facts import Operation
from quizzes.rules.generation import SetSpec
from quizzes.rules.grammar import MOST_PLACES
from quizzes.rules.skills import SKILLS
from quizzes.rules.typesetting import MINUS
from quizzes.rules.values import CURRENCIES, Comparison, Money, Remainder, Time

seeds = st.integers(0, 2**32)
levels = st.sampled_from([(skill, number) for skill in SKILLS.values() for number in range(1, len(skill.levels) + 1)])

_wholes = st.integers(0, 999_999).map(Fraction)
_integers = st.integers(-999_999_999, 999_999_999).map(Fraction)
_decimals = st.integers(-(10**10) + 1, 10**10 - 1).map(lambda scaled: Fraction(scaled, 10**MOST_PLACES))
_fractions = st.fractions(-9, 9, max_denominator=999)

_numbers = {
    "digit": st.integers(0, 9).map(Fraction),
    "whole": _wholes,
    "integer": _integers,
    "decimal": _decimals,
    "fraction": _fractions,
    "mixed": st.builds(lambda whole, part: whole + part, st.integers(0, 9999), st.fractions(0, 1, max_denominator=999)),
    "number": st.one_of(_wholes, _decimals, _fractions),
}
_others = {
    "remainder": st.builds(Remainder, st.integers(0, 999_999), st.integers(0, 9999)),
    "comparison": st.sampled_from(Comparison),
    "money": st.builds(
        lambda hundredths, currency: Money(Fraction(hundredths, 100), currency),
        st.integers(0, 99_999_999),
        st.sampled_from(["", *CURRENCIES]),
    ),
    "time": st.builds(Time, st.integers(0, 23), st.integers(0, 59)),
}


def _of_formats(values: Mapping[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[tuple[str, Any]]:
    return st.sampled_from(sorted(values)).flatmap(lambda name: st.tuples(st.just(name), values[name]))


number_answers = _of_formats(_numbers)
answers = _of_formats(_numbers | _others)
"""A format and a value that it can write."""

near_numbers = st.text(DIGITS + MINUS + CURRENCIES + "-., /:r<", max_size=12)
"""Texts that are numbers often enough, and nearly numbers the rest of the time."""


@st.composite
def specs(draw: st.DrawFn) -> SetSpec:
    """Descriptions of sets that are in order, whether or not their ranges hold enough questions."""
    operations = draw(st.lists(st.sampled_from(Operation), min_size=1, unique=True))
    left = sorted(draw(st.tuples(st.integers(0, 99), st.integers(0, 999_999) | st.integers(0, 99))))
    right = sorted(draw(st.tuples(st.integers(0, 20), st.integers(0, 999_999) | st.integers(0, 20))))
    return SetSpec(tuple(operations), (left[0], left[1]), (right[0], right[1]), draw(st.integers(1, 50)))
