import re
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest

from quizzes.rules.questions import Question
from quizzes.rules.skills.rounding import rounded, way
from tests.rules.skills.drawing import drawn

ROUNDED = [
    ("347", "10", "350", "up"),
    ("344", "10", "340", "down"),
    ("345", "10", "350", "half"),
    ("650", "100", "700", "half"),
    ("3.47", "0.1", "3.5", "up"),
    ("3.45", "0.1", "3.5", "half"),
    ("8.3", "1", "8", "down"),
    ("340", "10", "340", ""),
]


@pytest.mark.parametrize(("number", "unit", "nearest", "which"), ROUNDED, ids=[f"{r[0]} to {r[1]}" for r in ROUNDED])
def test_a_half_goes_up(number: str, unit: str, nearest: str, which: str) -> None:
    assert rounded(Fraction(number), Fraction(unit)) == Fraction(nearest)
    assert way(Fraction(number), Fraction(unit)) == which


WHOLE = [
    ("round-to-10", 1, (11, 99), {10}),
    ("round-to-10", 2, (101, 999), {10}),
    ("round-to-100", 1, (101, 999), {100}),
    ("round-to-100", 2, (1_001, 9_999), {100}),
    ("round-to-100", 3, (1_001, 9_999), {10, 100}),
    ("round-to-1000", 1, (1_001, 9_999), {1_000}),
    ("round-to-1000", 2, (10_001, 99_499), {1_000, 10_000}),
    ("round-to-1000", 3, (100_001, 949_999), {1_000, 10_000, 100_000}),
]


def asked(question: Question) -> Decimal:
    return Decimal(re.findall(r"[0-9.]+", question.notation)[0])


@pytest.mark.parametrize(("code", "level", "within", "units"), WHOLE, ids=[f"{row[0]} {row[1]}" for row in WHOLE])
def test_whole_numbers_are_rounded_to_the_units_of_the_level(
    code: str, level: int, within: tuple[int, int], units: set[int]
) -> None:
    ways: Counter[str] = Counter()
    seen = set()
    for question in drawn(code, level, 300):
        number, unit = map(int, re.findall("[0-9]+", question.notation))
        assert within[0] <= number <= within[1]
        assert int(question.answer) == (Decimal(number) / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit
        assert number % unit
        ways[way(Fraction(number), Fraction(unit))] += 1
        seen.add(unit)
    assert seen == units
    assert set(ways) == {"down", "up", "half"}
    assert min(ways.values()) > 60


DECIMALS = [
    ("round-decimals-to-whole", 1, 1, 0),
    ("round-decimals-to-whole", 2, 2, 0),
    ("round-decimals", 1, 2, 1),
    ("round-decimals", 2, 3, 2),
]


@pytest.mark.parametrize(("code", "level", "given", "left"), DECIMALS, ids=[f"{row[0]} {row[1]}" for row in DECIMALS])
def test_decimals_are_rounded_to_the_places_of_the_level(code: str, level: int, given: int, left: int) -> None:
    for question in drawn(code, level):
        number = asked(question)
        assert -number.as_tuple().exponent == given
        assert number < 100
        assert not str(number).endswith("0")
        assert Decimal(question.answer) == number.quantize(Decimal(1).scaleb(-left), ROUND_HALF_UP)
        assert question.demands == ((f"places:{left}",) if left else ())
        assert len(question.answer.partition(".")[2]) == left
