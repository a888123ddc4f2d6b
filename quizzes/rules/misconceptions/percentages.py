"""Percentages of amounts."""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from quizzes.rules.misconceptions.kinds import Example, Misconception
from quizzes.rules.misconceptions.shapes import Predict, number, on_operation


def _on_percentages(worked: Callable[[Fraction, Fraction], Iterable[Fraction]]) -> Predict:
    """What comes of the percentage and the amount that it is of."""

    def calculated(left: str, sign: str, right: str) -> Iterator[Fraction]:
        if sign == "of" and left.endswith("%"):
            yield from worked(number(left.removesuffix("%")), number(right))

    return on_operation(calculated)


def _divided(percent: Fraction, amount: Fraction) -> Iterator[Fraction]:
    if percent:
        yield amount / percent


def _taken_off(percent: Fraction, amount: Fraction) -> Iterator[Fraction]:
    """The number of per cent is taken off as if it were an amount, or what is left after the part is given."""
    yield amount - percent
    yield amount - amount * percent / 100


def _tens_only(percent: Fraction, amount: Fraction) -> Iterator[Fraction]:
    """The tenth is found and not multiplied."""
    if percent % 10 == 0 and percent > 10:
        yield amount / 10


MISCONCEPTIONS = (
    Misconception(
        "PCT-DIV",
        "Divides by the percentage",
        "10 % is one tenth, but 20 % is two tenths, not one twentieth.",
        Example("20% of 80", "4"),
        "Draw a bar of ten tenths beside the amount, and read percentages off it.",
        ("percent-of", "money-percent-pounds"),
        "Hart 1981 (CSMS); Parker & Leinhardt 1995",
        _on_percentages(_divided),
    ),
    Misconception(
        "PCT-OFF",
        "Takes the percentage off instead of finding it",
        "The question asks how much the part is, not what is left.",
        Example("20% of 80", "60"),
        "Draw a bar, shade the part, and say what the question asks for.",
        ("percent-of",),
        "Parker & Leinhardt 1995",
        _on_percentages(_taken_off),
    ),
    Misconception(
        "PCT-TENTH",
        "Finds 10 % and stops",
        "You found 10 %. Take it as often as the tens of the percentage say.",
        Example("30% of 80", "8"),
        "Draw a bar of ten tenths, write one tenth in each, and count as many as are asked for.",
        ("percent-of",),
        "By reasoning: the last step is left out",
        _on_percentages(_tens_only),
    ),
)
