"""Fractions: calculated with, compared, taken of a quantity."""

import re
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from quizzes.rules.misconceptions.kinds import Example, Misconception
from quizzes.rules.misconceptions.shapes import Predict, compared, number, on_operation
from quizzes.rules.questions import Question
from quizzes.rules.typesetting import MINUS
from quizzes.rules.values import Comparison


class Part(NamedTuple):
    """A fraction as it is written, in lowest terms or not."""

    top: int
    bottom: int


def _part(text: str) -> Part | None:
    """`3/4`; a whole number is so many over 1."""
    above, _, below = text.partition("/")
    return Part(int(above), int(below or 1)) if above.isdecimal() and (below or "1").isdecimal() else None


def _over(top: int, bottom: int) -> Iterator[Fraction]:
    if bottom > 0:
        yield Fraction(top, bottom)


def _on_parts(signs: str, worked: Callable[[Part, Part, str], Iterable[Fraction]]) -> Predict:
    """What comes of two fractions, at least one of which is no whole number."""

    def calculated(left: str, sign: str, right: str) -> Iterator[Fraction]:
        parts = _part(left), _part(right)
        if sign in signs and "/" in left + right and parts[0] and parts[1]:
            yield from worked(parts[0], parts[1], sign)

    return on_operation(calculated)


def _with(sign: str, left: int, right: int) -> int:
    return left + right if sign == "+" else left - right


def _straight_across(left: Part, right: Part, sign: str) -> Iterator[Fraction]:
    yield from _over(_with(sign, left.top, right.top), _with(sign, left.bottom, right.bottom))


def _tops_only(left: Part, right: Part, sign: str) -> Iterator[Fraction]:
    """Over one of the bottoms, or over the common one."""
    if left.bottom != right.bottom:
        top = _with(sign, left.top, right.top)
        yield from (Fraction(top, below) for below in (left.bottom, right.bottom, lcm(left.bottom, right.bottom)))


def _crosswise(left: Part, right: Part, sign: str) -> Iterator[Fraction]:
    if 1 not in (left.bottom, right.bottom):
        yield from _over(left.top * right.bottom, left.bottom * right.top)


def _bottom_kept(left: Part, right: Part, sign: str) -> Iterator[Fraction]:
    if left.bottom == right.bottom:
        yield Fraction(left.top * right.top, left.bottom)


def _times_both(left: Part, right: Part, sign: str) -> Iterator[Fraction]:
    """The whole number multiplies the top and the bottom, which changes nothing."""
    for one, other in ((left, right), (right, left)):
        if other.bottom == 1 < one.bottom:
            yield Fraction(one.top, one.bottom)


def _not_turned(left: Part, right: Part, sign: str) -> Iterator[Fraction]:
    yield Fraction(left.top * right.top, left.bottom * right.bottom)


def _wrong_one_turned(left: Part, right: Part, sign: str) -> Iterator[Fraction]:
    yield from _over(left.bottom * right.top, left.top * right.bottom)


def _one_part(left: str, sign: str, right: str) -> Iterator[Fraction]:
    """Of a quantity: divided by the bottom, and not multiplied by the top."""
    of = _part(left)
    if sign == "of" and of and of.top > 1 and of.bottom > 1:
        yield number(right) / of.bottom


def _mixed(text: str) -> tuple[int, Fraction] | None:
    found = re.fullmatch(r"(?:([0-9]+) )?([0-9]+/[0-9]+)|([0-9]+)", text)
    return (int(found[1] or found[3] or 0), Fraction(found[2] or 0)) if found else None


def _parts_apart(left: str, sign: str, right: str) -> Iterator[Fraction]:
    """In a difference, the smaller part is taken from the larger, as if the whole numbers had nothing to give."""
    one, other = _mixed(left), _mixed(right)
    if sign == MINUS and " " in left + right and one and other and one[0] > other[0]:
        yield one[0] - other[0] + abs(one[1] - other[1])


def _wholes_only(left: str, sign: str, right: str) -> Iterator[Fraction]:
    """The whole parts are calculated with; one of the fractions stays beside them, or none."""
    one, other = _mixed(left), _mixed(right)
    if sign not in ("+", MINUS, "×") or not (one and other and one[0] and other[0] and one[1] + other[1]):
        return
    whole = one[0] * other[0] if sign == "×" else _with(sign, one[0], other[0])
    if sign == "×":
        yield whole + one[1] * other[1] if one[1] and other[1] else whole + max(one[1], other[1])
    elif whole >= 0:
        yield Fraction(whole)


_EQUIVALENT = re.compile(r"([0-9]+|□)/([0-9]+|□) = ([0-9]+|□)/([0-9]+|□)")


def _as_much_added(question: Question) -> Iterator[Fraction]:
    """Top and bottom grow by as much: `2/3 = □/12` is taken for 11/12."""
    found = _EQUIVALENT.fullmatch(question.plain())
    if not found:
        return
    match found.groups():
        case "□", b, c, d:
            yield Fraction(int(b) + int(c) - int(d))
        case a, "□", c, d:
            yield Fraction(int(a) + int(d) - int(c))
        case a, b, "□", d:
            yield Fraction(int(a) + int(d) - int(b))
        case a, b, c, "□":
            yield Fraction(int(b) + int(c) - int(a))


def _on_compared(judged: Callable[[Part, Part], Comparison | None]) -> Predict:
    def predict(question: Question) -> Iterator[Comparison]:
        both = compared(question)
        if both is None or not all("/" in text for text in both):
            return
        left, right = (_part(text) for text in both)
        sign = judged(left, right) if left and right else None
        if sign is not None:
            yield sign

    return predict


def _between(left: int, right: int) -> Comparison:
    return Comparison.between(Fraction(left), Fraction(right))


def _larger_numbers(left: Part, right: Part) -> Comparison | None:
    """Larger numbers make a larger fraction, where top and bottom agree on it."""
    said = {_between(left.top, right.top), _between(left.bottom, right.bottom)} - {Comparison.EQUAL}
    return said.pop() if len(said) == 1 else None


def _smaller_bottom(left: Part, right: Part) -> Comparison | None:
    return _between(right.bottom, left.bottom) if left.bottom != right.bottom else None


def _smaller_gap(left: Part, right: Part) -> Comparison | None:
    """What is missing from a whole is counted in parts, whatever their size."""
    if left.top < left.bottom and right.top < right.bottom:
        return _between(right.bottom - right.top, left.bottom - left.top)
    return None


MISCONCEPTIONS = (
    Misconception(
        "FRAC-MED",
        "Adds tops and bottoms",
        "The bottom says what kind of parts they are: make the parts alike first, then add the tops alone.",
        Example("1/2 + 1/3", "2/5"),
        "Show with strips that 1/2 + 1/3 is more than 1/2, and rename both as sixths.",
        ("fraction-add-alike", "fraction-add"),
        "Hart 1981 (CSMS); Siegler, Thompson & Schneider 2011",
        _on_parts(f"+{MINUS}", _straight_across),
    ),
    Misconception(
        "FRAC-TOPS",
        "Adds the tops without making the parts alike",
        "Parts of different size cannot be counted together. Rename both as the same parts; the tops change too.",
        Example("1/2 + 1/3", "2/6"),
        "Rename each fraction with strips before adding: 1/2 = 3/6, 1/3 = 2/6.",
        ("fraction-add", "fraction-subtract"),
        "Ashlock, Error Patterns in Computation",
        _on_parts(f"+{MINUS}", _tops_only),
    ),
    Misconception(
        "FRAC-BOTTOM",
        "Keeps the common bottom when multiplying",
        "Times is not plus: a fifth of a fifth is a smaller part. Multiply the bottoms as well.",
        Example("2/5 × 3/5", "6/5"),
        "Shade a part of a part in a square, and count all the small pieces.",
        ("fraction-multiply",),
        "Siegler, Thompson & Schneider 2011; Siegler & Pyke 2013",
        _on_parts("×", _bottom_kept),
    ),
    Misconception(
        "FRAC-CROSS",
        "Multiplies crosswise",
        "To multiply, go straight across: top times top, bottom times bottom.",
        Example("2/3 × 4/5", "10/12"),
        "Shade a part of a part in a square; keep crosswise products for comparing.",
        ("fraction-multiply",),
        "Ashlock, Error Patterns in Computation",
        _on_parts("×", _crosswise),
    ),
    Misconception(
        "FRAC-BOTH",
        "Multiplies top and bottom by the whole number",
        "Multiplying top and bottom gives the same fraction again. Three times two fifths, say, is six fifths.",
        Example("2/5 × 3", "6/15"),
        "Add the fraction as often as it says, and write the whole number over 1.",
        ("fraction-multiply",),
        "Ashlock, Error Patterns in Computation",
        _on_parts("×", _times_both),
    ),
    Misconception(
        "FRAC-STRAIGHT",
        "Divides fractions by multiplying them",
        "Dividing asks how often the second fits into the first. Turn the second one over, then multiply.",
        Example("2/3 ÷ 4/5", "8/15"),
        "Ask how many quarters are in a half before any rule: 1/2 ÷ 1/4 = 2.",
        ("fraction-divide",),
        "Siegler & Pyke 2013; Ashlock",
        _on_parts("÷", _not_turned),
    ),
    Misconception(
        "FRAC-TURN",
        "Turns the first fraction over instead of the second",
        "It is the second fraction, the one you divide by, that is turned over.",
        Example("2/3 ÷ 4/5", "12/10"),
        "Ask first whether the answer is more or less than 1, and compare.",
        ("fraction-divide",),
        "Ashlock, Error Patterns in Computation",
        _on_parts("÷", _wrong_one_turned),
    ),
    Misconception(
        "FRAC-OF",
        "Finds one part of a quantity, not all that are asked for",
        "You found one of the parts. The top says how many of them to take.",
        Example("3/4 of 20", "5"),
        "Draw the bar in four parts, write 5 in each, and colour three.",
        ("fraction-of",),
        "By reasoning: the last step is left out",
        on_operation(_one_part),
    ),
    Misconception(
        "FRAC-ADD-SAME",
        "Adds the same number to top and bottom",
        "Fractions stay the same when top and bottom are multiplied by the same number, not when as much is added.",
        Example("2/3 = _/12", "11"),
        "Cut the parts of a strip into equal smaller parts, and count both numbers again.",
        ("fraction-equivalent",),
        "Hart 1981 (CSMS), the addition strategy",
        _as_much_added,
    ),
    Misconception(
        "MIX-WHOLE",
        "Calculates with the whole parts alone, or apart",
        "Every part of a mixed number counts: write it as an improper fraction, or keep both parts.",
        Example("2 1/2 + 1 1/4", "3"),
        "Show mixed numbers with bars, and say first between which whole numbers the answer lies.",
        ("mixed-add", "mixed-subtract"),
        "Ashlock, Error Patterns in Computation",
        on_operation(_wholes_only),
    ),
    Misconception(
        "MIX-SFL",
        "Takes the smaller fraction from the larger in mixed numbers",
        "The second fraction is taken from the first. If it is too large, exchange one whole.",
        Example("3 1/4 - 1 3/4", "2 1/2"),
        "Exchange one whole for four quarters, as a ten is exchanged for ones.",
        ("mixed-subtract",),
        "Ashlock, Error Patterns in Computation",
        on_operation(_parts_apart),
    ),
    Misconception(
        "FRAC-LARGE",
        "Takes the fraction with the larger numbers for the larger",
        "More parts in a whole means smaller parts: a fourth is less than a third.",
        Example("1/3 _ 1/4", "<"),
        "Fold equal strips into more and more parts, and compare one part of each.",
        ("fraction-compare",),
        "Stafylidou & Vosniadou 2004",
        _on_compared(_larger_numbers),
    ),
    Misconception(
        "FRAC-SMALL",
        "Takes the fraction with the smaller bottom for the larger",
        "Larger parts are only half of the story: count how many of them there are, too.",
        Example("1/2 _ 4/5", ">"),
        "Place both fractions on a number line from 0 to 1.",
        ("fraction-compare",),
        "Stafylidou & Vosniadou 2004",
        _on_compared(_smaller_bottom),
    ),
    Misconception(
        "FRAC-GAP",
        "Compares how many parts are missing from a whole",
        "One missing third is more than one missing fourth: look at how large the missing parts are.",
        Example("2/3 _ 3/4", "="),
        "Place both fractions on a number line, and compare what is left to 1.",
        ("fraction-compare",),
        "Pearn & Stephens 2004; Clarke & Roche 2009: gap thinking",
        _on_compared(_smaller_gap),
    ),
)
