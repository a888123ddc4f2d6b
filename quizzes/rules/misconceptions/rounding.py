"""Rounding, doubling and halving."""

import re
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from math import ceil, floor

from quizzes.rules.misconceptions.kinds import Example, Misconception
from quizzes.rules.misconceptions.shapes import Predict, digits, number, of_digits, words
from quizzes.rules.questions import Question

_ROUNDED = re.compile(r"\bRound (?P<number>[0-9][0-9,]*(?:\.[0-9]+)?) to (?P<place>[a-z0-9, ]+?)\s*[:_.?]")
_PLACES = {
    "the nearest whole number": Fraction(1),
    "the nearest tenth": Fraction(1, 10),
    "one decimal place": Fraction(1, 10),
    "1 decimal place": Fraction(1, 10),
    "one decimal": Fraction(1, 10),
    "the nearest hundredth": Fraction(1, 100),
    "two decimal places": Fraction(1, 100),
    "2 decimal places": Fraction(1, 100),
}
_DOUBLED = re.compile(r"\bDouble ([0-9]+)\b")
_HALVED = re.compile(r"\b[Hh]al(?:f of|ve) ([0-9]+)\b")


def _on_rounding(worked: Callable[[Fraction, Fraction], Iterable[Fraction]]) -> Predict:
    """What comes of the number and the place that it is rounded to: 1, 10, 100 …"""

    def predict(question: Question) -> Iterable[Fraction]:
        asked = _ROUNDED.search(words(question))
        place = _place(asked["place"]) if asked else None
        return worked(number(asked["number"].replace(",", "")), place) if asked and place else ()

    return predict


def _place(said: str) -> Fraction | None:
    nearest = said.removeprefix("the nearest ").replace(",", "")
    return Fraction(nearest) if nearest.isdecimal() else _PLACES.get(said.strip())


def _down(value: Fraction, place: Fraction) -> Iterator[Fraction]:
    yield floor(value / place) * place


def _up(value: Fraction, place: Fraction) -> Iterator[Fraction]:
    yield ceil(value / place) * place


def _in_chain(value: Fraction, place: Fraction) -> Iterator[Fraction]:
    """Place after place from the last digit: 445 to 450 to 500."""
    step = Fraction(1)
    while value % step:
        step /= 10
    while step < place:
        step *= 10
        value = _rounded(value, step)
    yield value


def _next_place(value: Fraction, place: Fraction) -> Iterator[Fraction]:
    yield from (_rounded(value, other) for other in (place / 10, place * 10))


def _rounded(value: Fraction, place: Fraction) -> Fraction:
    return floor(value / place + Fraction(1, 2)) * place


def _on_words(asked: re.Pattern[str], worked: Callable[[int], list[int]]) -> Predict:
    def predict(question: Question) -> Iterator[Fraction]:
        found = asked.search(words(question))
        if found:
            yield of_digits(worked(int(found[1])))

    return predict


def _digits_doubled(value: int) -> list[int]:
    """Nothing is carried."""
    return [2 * digit % 10 for digit in digits(value)]


def _digits_halved(value: int) -> list[int]:
    """What is left of an odd digit is lost."""
    return [digit // 2 for digit in digits(value)]


MISCONCEPTIONS = (
    Misconception(
        "ROUND-DOWN",
        "Always rounds down",
        "Look for the nearest: from the middle on, it is the next one up.",
        Example("Round 47 to the nearest 10: _", "40", "50"),
        "Mark the number between the two tens on a number line.",
        ("round-to-10", "round-to-100"),
        "By reasoning: the digits behind are cut off",
        _on_rounding(_down),
    ),
    Misconception(
        "ROUND-UP",
        "Always rounds up",
        "Look for the nearest: before the middle, it is the one below.",
        Example("Round 43 to the nearest 10: _", "50", "40"),
        "Mark the number between the two tens on a number line.",
        ("round-to-10", "round-to-100"),
        "By reasoning: “rounding up” taken for rounding",
        _on_rounding(_up),
    ),
    Misconception(
        "ROUND-CHAIN",
        "Rounds in a chain, from the last digit on",
        "Round once: look only at the digit right behind the place that you round to.",
        Example("Round 445 to the nearest 100: _", "500", "400"),
        "Mark 445 between 400 and 500 on a number line, and say which is nearer.",
        ("round-to-100", "round-to-1000"),
        "Well known as double rounding; by reasoning",
        _on_rounding(_in_chain),
    ),
    Misconception(
        "ROUND-PLACE",
        "Rounds to another place",
        "Find the place that is asked for first, and underline its digit.",
        Example("Round 347 to the nearest 100: _", "350", "300"),
        "Name both neighbours first: 347 lies between which hundreds?",
        ("round-to-100", "round-to-1000"),
        "By reasoning: the names of the places are mixed up",
        _on_rounding(_next_place),
    ),
    Misconception(
        "DOUBLE-NOCARRY",
        "Doubles each digit and does not carry",
        "Double the ones first. When they make ten or more, carry the ten.",
        Example("Double 27: _", "44", "54"),
        "Double tens and ones apart (40 and 14), then add.",
        ("doubles", "double-large-numbers"),
        "Ashlock, Error Patterns in Computation, as in addition",
        _on_words(_DOUBLED, _digits_doubled),
    ),
    Misconception(
        "HALF-ODD",
        "Halves each digit and loses what is left over",
        "Half of an odd number of tens leaves 5 ones over: do not lose them.",
        Example("Half of 34 is _", "12", "17"),
        "Halve tens and ones apart (half of 30 is 15), then add.",
        ("halves", "halve-large-numbers"),
        "Ashlock, Error Patterns in Computation, as in division",
        _on_words(_HALVED, _digits_halved),
    ),
)
