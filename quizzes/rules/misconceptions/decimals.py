"""Decimals: calculated with, and compared."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from quizzes.rules.misconceptions.kinds import Example, Misconception
from quizzes.rules.misconceptions.shapes import (
    Predict,
    calculated,
    compared,
    decimals,
    number,
    on_operation,
    picked,
)
from quizzes.rules.questions import Question
from quizzes.rules.typesetting import MINUS
from quizzes.rules.values import Comparison, Value


def _plain(left: str, right: str) -> bool:
    """Whether these are whole numbers and decimals, at least one of which has places."""
    return all(each.replace(".", "", 1).isdecimal() for each in (left, right)) and "." in left + right


def _parts_apart(left: str, sign: str, right: str) -> Iterator[Fraction]:
    """Before and behind the point, as if these were two whole numbers each."""
    if sign not in ("+", MINUS) or not (_plain(left, right) and "." in left and "." in right):
        return
    (whole, places), (other, others) = (text.split(".") for text in (left, right))
    if sign == "+":
        yield Fraction(f"{int(whole) + int(other)}.{int(places) + int(others)}")
    elif int(whole) >= int(other):
        yield Fraction(f"{int(whole) - int(other)}.{abs(int(places) - int(others))}")


def _aligned_right(left: str, sign: str, right: str) -> Iterator[Fraction]:
    if sign in ("+", MINUS) and _plain(left, right) and decimals(left) != decimals(right):
        ends = (Fraction(text.replace(".", "")) for text in (left, right))
        for total in calculated(next(ends), sign, next(ends)):
            yield total / 10 ** max(decimals(left), decimals(right))


def _places_of_one(left: str, sign: str, right: str) -> Iterator[Fraction]:
    """A product gets as many places as the longer factor, as a sum does."""
    if sign == "×" and _plain(left, right) and "." in left and "." in right:
        product = int(left.replace(".", "")) * int(right.replace(".", ""))
        yield Fraction(product, 10 ** max(decimals(left), decimals(right)))


def _zeros_appended(left: str, sign: str, right: str) -> Iterator[Fraction]:
    """`2.5 × 10` is written 2.50."""
    if sign == "×" and _plain(left, right):
        yield from (number(one) for one, ten in ((left, right), (right, left)) if _is_ten(ten) and "." in one)


def _whole_part_only(left: str, sign: str, right: str) -> Iterator[Fraction]:
    """`2.5 × 10` is written 20.5: the places stay as they are."""
    if sign == "×" and _plain(left, right):
        for one, ten in ((left, right), (right, left)):
            if _is_ten(ten) and "." in one:
                whole, _, places = one.partition(".")
                yield Fraction(f"{int(whole) * int(ten)}.{places}")


def _is_ten(text: str) -> bool:
    return text in ("10", "100", "1000")


def _by_length(sign: int) -> Predict:
    """Numbers with more decimals (1) or fewer (-1) are taken for the larger, where the whole parts are the same."""

    def predict(question: Question) -> Iterator[Value]:
        both = compared(question)
        if both and _plain(*both) and _same_whole(both):
            left, right = (sign * decimals(text) for text in both)
            if left != right:
                yield Comparison.between(Fraction(left), Fraction(right))
        yield from _picked(question, lambda text: sign * decimals(text))

    return predict


def _picked(question: Question, size: Callable[[str], int]) -> Iterator[Fraction]:
    """The one of several decimals that has the largest `size`, or the smallest."""
    choice = picked(question)
    if choice is None or not _same_whole(choice.numbers) or not all("." in text for text in choice.numbers):
        return
    ranked = sorted(choice.numbers, key=size, reverse=choice.largest)
    if size(ranked[0]) != size(ranked[1]):
        yield number(ranked[0])


def _same_whole(texts: Sequence[str]) -> bool:
    return len({text.partition(".")[0] for text in texts}) == 1


MISCONCEPTIONS = (
    Misconception(
        "DEC-WHOLE",
        "Treats what is before and behind the point as two whole numbers",
        "The digits behind the point are tenths and hundredths: add tenths to tenths, and carry.",
        Example("2.6 + 4.07", "6.13"),
        "Head the columns with ones, tenths and hundredths; write 2.6 as 2.60.",
        ("decimal-add", "decimal-subtract"),
        "Hiebert & Wearne 1985; Resnick and others 1989",
        on_operation(_parts_apart),
    ),
    Misconception(
        "DEC-ALIGN",
        "Lines decimals up at the right, not at the point",
        "Put point under point, so that ones stand under ones and tenths under tenths.",
        Example("2.6 + 4.07", "4.33"),
        "Head the columns with ones, tenths and hundredths, and estimate first.",
        ("decimal-add", "decimal-subtract"),
        "Hiebert & Wearne 1985",
        on_operation(_aligned_right),
    ),
    Misconception(
        "DEC-PLACES",
        "Gives a product as many places as a factor has",
        "A tenth of a tenth is a hundredth: count the places of both numbers.",
        Example("0.3 × 0.2", "0.6"),
        "Shade 0.3 of 0.2 in a square of hundredths, and write the factors as fractions.",
        ("decimal-multiply",),
        "Hiebert & Wearne 1985",
        on_operation(_places_of_one),
    ),
    Misconception(
        "DEC-ADD0",
        "Multiplies a decimal by ten by writing a 0 behind it",
        "A 0 at the end of a decimal changes nothing. Every digit moves one place to the left.",
        Example("2.5 × 10", "2.50", format="decimal"),
        "Move the digits on a place-value chart, and compare 2.5 with 2.50.",
        ("decimals-times-10-100-1000",),
        "Hart 1981 (CSMS); Steinle & Stacey 2004",
        on_operation(_zeros_appended),
    ),
    Misconception(
        "DEC-X10",
        "Multiplies only what is before the point",
        "Every digit moves, also those behind the point: the tenths become ones.",
        Example("2.5 × 10", "20.5", format="decimal"),
        "Move the digits on a place-value chart: ten tenths make a whole.",
        ("decimals-times-10-100-1000",),
        "Hart 1981 (CSMS); Resnick and others 1989",
        on_operation(_whole_part_only),
    ),
    Misconception(
        "DEC-LONG",
        "Takes the decimal with more places for the larger",
        "Compare the tenths first: more digits do not make a number larger.",
        Example("2.6498 _ 2.65", ">"),
        "Place both on a number line, and write them with as many places each.",
        ("decimal-compare", "decimal-order"),
        "Resnick and others 1989; Steinle & Stacey 1998: longer-is-larger",
        _by_length(1),
    ),
    Misconception(
        "DEC-SHORT",
        "Takes the decimal with fewer places for the larger",
        "Hundredths are small, but there may be many: compare the tenths first, then the hundredths.",
        Example("0.3 _ 0.42", ">"),
        "Place both on a number line, and write them with as many places each.",
        ("decimal-compare", "decimal-order"),
        "Resnick and others 1989; Steinle & Stacey 1998: shorter-is-larger",
        _by_length(-1),
    ),
)
