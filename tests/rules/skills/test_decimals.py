import random
import re
from collections import Counter
from fractions import Fraction

import pytest

from quizzes.rules.planning import Part, generate_part
from quizzes.rules.skills.columns import carries, exchanges
from tests.rules.skills.drawing import drawn
from tests.rules.skills.reading import numbers

CARRIES = [("decimal-add", 1, 1, 99, 0), ("decimal-add", 2, 1, 99, 1), ("decimal-add", 3, 2, 999, 1)]
EXCHANGES = [("decimal-subtract", 1, 1, 99, 0), ("decimal-subtract", 2, 1, 99, 1), ("decimal-subtract", 3, 2, 999, 1)]


@pytest.mark.parametrize(("code", "level", "places", "most", "fewest"), CARRIES)
def test_sums_carry_as_the_level_says(code: str, level: int, places: int, most: int, fewest: int) -> None:
    for question in drawn(code, level):
        left, right = (int(number * 10**places) for number in numbers(question))
        assert bool(carries(left, right)) == bool(fewest)
        assert max(left, right) <= most
        assert question.value == Fraction(left + right, 10**places)
        assert left % 10
        assert right % 10


@pytest.mark.parametrize(("code", "level", "places", "most", "fewest"), EXCHANGES)
def test_differences_exchange_as_the_level_says(code: str, level: int, places: int, most: int, fewest: int) -> None:
    for question in drawn(code, level):
        left, right = (int(number * 10**places) for number in numbers(question))
        assert bool(exchanges(left, right)) == bool(fewest)
        assert right < left <= most
        assert question.value == Fraction(left - right, 10**places)


@pytest.mark.parametrize("code", ["decimal-add", "decimal-subtract"])
def test_at_the_last_level_numbers_have_different_places(code: str) -> None:
    for question in drawn(code, 4):
        left, right = (len(token.text.partition(".")[2]) for token in (question.prompt[0], question.prompt[2]))
        assert left != right
        assert code == "decimal-add" or left < right


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_products_and_quotients_are_exact(level: int) -> None:
    for question in drawn("decimal-multiply", level):
        left, right = numbers(question)
        assert question.value == left * right
        assert 1 not in {left, right}
    for question in drawn("decimal-divide", level):
        left, right = numbers(question)
        assert question.value == left / right
        assert question.value.denominator > 1 or level != 3


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_each_sign_comes_up_a_third_of_the_time(level: int) -> None:
    questions = generate_part(Part("decimal-compare", level, 12), random.Random(3))
    signs = Counter(question.answer for question in questions)
    assert signs == {"<": 4, "=": 4, ">": 4}
    for question in drawn("decimal-compare", level):
        left, right = numbers(question)
        assert question.answer == ("<" if left < right else ">" if left > right else "=")
        assert int(left) == int(right)


def test_longer_decimals_are_both_larger_and_smaller() -> None:
    """Who takes the longer for the larger is right as often as wrong."""
    longer_is_larger = Counter()
    for question in drawn("decimal-compare", 3):
        left, right = question.prompt[0].text, question.prompt[2].text
        if Fraction(left) != Fraction(right):
            longer_is_larger[(len(left) > len(right)) == (Fraction(left) > Fraction(right))] += 1
    assert min(longer_is_larger.values()) > 20


@pytest.mark.parametrize(("level", "lengths"), [(1, [1, 2, 2]), (2, [1, 2, 3]), (3, [2, 3, 3])])
def test_the_largest_and_smallest_are_named(level: int, lengths: list[int]) -> None:
    for question in drawn("decimal-order", level):
        shown = numbers(question)
        assert question.value == (max(shown) if "largest" in question.plain() else min(shown))
        assert sorted(len(places) for places in re.findall(r"\.(\d+)", question.plain())) == lengths


@pytest.mark.parametrize(
    ("level", "span"), [(1, Fraction(1)), (2, Fraction(1)), (3, Fraction(1, 10)), (4, Fraction(1, 100))]
)
def test_a_line_has_ten_parts_of_one_place_more(level: int, span: Fraction) -> None:
    for question in drawn("decimal-line", level):
        line = question.figure
        assert line is not None
        assert (line.end - line.start, line.parts) == (span, 10)
        assert 0 < line.at < 10
        assert question.value == line.start + span * line.at / 10


@pytest.mark.parametrize("level", [1, 2, 3])
def test_fractions_and_decimals_are_worth_the_same(level: int) -> None:
    for code in ("fraction-to-decimal", "decimal-to-fraction"):
        for question in drawn(code, level, 60):
            assert question.value == numbers(question)[0]
            assert question.demands
