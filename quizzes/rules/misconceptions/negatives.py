"""Numbers below zero."""

from collections.abc import Iterator
from fractions import Fraction

from quizzes.rules.misconceptions.kinds import Example, Misconception
from quizzes.rules.misconceptions.shapes import calculated, compared, number, on_numbers, operation, picked, right_value
from quizzes.rules.questions import Question
from quizzes.rules.typesetting import MINUS
from quizzes.rules.values import Comparison, Value

_VLASSIS = "Vlassis 2004"


def _turned_round(left: Fraction, right: Fraction) -> Iterator[Fraction]:
    if 0 <= left < right:
        yield right - left


def _minus_stays(left: Fraction, right: Fraction) -> Iterator[Fraction]:
    if right < 0:
        yield left + right


def _two_minuses(left: Fraction, right: Fraction) -> Iterator[Fraction]:
    """The minus before a number and the one between are taken for a plus."""
    if left < 0 < right:
        yield right - left


def _signs_left_out(question: Question) -> Iterator[Fraction]:
    asked = operation(question)
    if asked is None or asked.numbers is None or asked.sign not in ("+", MINUS):
        return
    left, right = asked.numbers
    if (left < 0) != (right < 0) and not (asked.sign == MINUS and right < 0):
        yield from calculated(abs(left), asked.sign, abs(right))


def _sizes_added(left: Fraction, right: Fraction) -> Iterator[Fraction]:
    """The sizes are added, and the minus is written in front."""
    if (left < 0) != (right < 0):
        yield -abs(left) - abs(right)


def _by_size(question: Question) -> Iterator[Value]:
    both = compared(question)
    if both and "-" in both[0] + both[1]:
        yield Comparison.between(*(abs(number(text)) for text in both))
    choice = picked(question)
    if choice and any(text.startswith("-") for text in choice.numbers):
        yield (max if choice.largest else min)(map(number, choice.numbers), key=abs)


def _sign(question: Question) -> Iterator[Fraction]:
    """The other sign, where there are signs; differences have misconceptions of their own."""
    asked, right = operation(question), right_value(question)
    signed = asked is not None and asked.numbers is not None and min(asked.numbers) < 0
    if asked is not None and signed and asked.sign != MINUS and isinstance(right, Fraction):
        yield -right


MISCONCEPTIONS = (
    Misconception(
        "NEG-FLIP",
        "Takes the smaller number from the larger, whichever comes first",
        "Start at the first number and go back by the second. You pass 0 and land below it.",
        Example("13 - 45", "32"),
        "Walk both 45 − 13 and 13 − 45 on a number line through zero.",
        ("subtract-below-zero", "negative-temperature"),
        "Fischbein 1987; Hart 1981 (CSMS)",
        on_numbers(MINUS, _turned_round),
    ),
    Misconception(
        "NEG-TAKE",
        "Taking away a negative number makes the answer smaller",
        "Taking away a debt leaves you with more: minus a negative number goes up.",
        Example("5 - -3", "2"),
        "Take away negative counters from a bank of pairs, and follow the pattern 5 − 1, 5 − 0, 5 − −1.",
        ("negative-subtract",),
        _VLASSIS,
        on_numbers(MINUS, _minus_stays),
    ),
    Misconception(
        "NEG-TWOMINUS",
        "“Two minuses make a plus”, wherever they stand",
        "Start below zero and go further down. Two minuses make a plus only right beside each other, or in products.",
        Example("-3 - 5", "8"),
        "Start at the first number on a number line, and say which way to go, and how far.",
        ("negative-subtract",),
        _VLASSIS,
        on_numbers(MINUS, _two_minuses),
    ),
    Misconception(
        "NEG-IGNORE",
        "Leaves the minus of a number out",
        "The minus belongs to the number: it lies below zero.",
        Example("-7 + 4", "11"),
        "Mark the first number on a number line before doing anything with it.",
        ("negative-add",),
        _VLASSIS,
        _signs_left_out,
    ),
    Misconception(
        "NEG-ADD",
        "Adds the sizes and writes a minus in front",
        "One number pulls up and the other down, so they partly cancel.",
        Example("-7 + 4", "-11"),
        "Pair positive and negative counters, and see what is left.",
        ("negative-add",),
        _VLASSIS,
        on_numbers("+", _sizes_added),
    ),
    Misconception(
        "NEG-SIZE",
        "Compares negative numbers without their minus",
        "Further left on the number line is less: −7 is colder than −3.",
        Example("-7 _ -3", ">"),
        "Place temperatures on an upright number line, and compare heights.",
        ("negative-compare", "negative-order"),
        "Widjaja, Stacey & Steinle 2011; Bofferding 2014",
        _by_size,
    ),
    Misconception(
        "SIGN",
        "Right but for the sign",
        "The number is right. Think once more on which side of zero it lies.",
        Example("-4 × 6", "24"),
        "Say before calculating whether the answer is above or below zero.",
        ("negative-multiply", "negative-divide"),
        _VLASSIS,
        _sign,
    ),
)
