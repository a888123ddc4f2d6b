from fractions import Fraction

import pytest

from tests.rules.skills.drawing import drawn
from tests.rules.skills.reading import numbers

EASY, TENS, FIVES = {10, 20, 25, 50, 75}, set(range(10, 100, 10)), set(range(5, 100, 5))
OTHERS = {percent for percent in range(1, 100) if percent % 5}


@pytest.mark.parametrize(
    ("level", "percents", "most"), [(1, EASY, 200), (2, TENS, 300), (3, FIVES, 400), (4, OTHERS, 600)]
)
def test_percentages_of_amounts_are_whole(level: int, percents: set[int], most: int) -> None:
    for question in drawn("percent-of", level):
        percent, amount = numbers(question)
        assert percent in percents
        assert 8 <= amount <= most
        assert amount != 100
        assert question.value == percent * amount / 100
        assert question.value.denominator == 1


@pytest.mark.parametrize(("level", "percents"), [(1, EASY), (2, TENS), (3, FIVES)])
def test_a_percentage_and_a_whole_are_found_again(level: int, percents: set[int]) -> None:
    for question in drawn("percent-find", level):
        amount, part = numbers(question)
        assert question.value == 100 * part / amount
        assert question.value in percents
    for question in drawn("percent-whole", level):
        percent, part = numbers(question)
        assert question.value * percent == 100 * part


@pytest.mark.parametrize("level", [1, 2, 3])
def test_amounts_rise_as_often_as_they_fall(level: int) -> None:
    questions = drawn("percent-change", level)
    for question in questions:
        amount, percent = numbers(question)
        change = amount * percent / 100
        assert question.value == (amount + change if "Increase" in question.plain() else amount - change)
    assert 50 < sum("Increase" in question.plain() for question in questions) < 100


SHAPES = [
    ("fraction-to-percent", Fraction(100)),
    ("decimal-to-percent", Fraction(100)),
    ("percent-to-decimal", Fraction(1, 100)),
    ("percent-to-fraction", Fraction(1, 100)),
]


@pytest.mark.parametrize(("code", "factor"), SHAPES)
@pytest.mark.parametrize("level", [1, 2, 3])
def test_percentages_fractions_and_decimals_are_worth_the_same(code: str, level: int, factor: Fraction) -> None:
    for question in drawn(code, level, 60):
        assert question.value == numbers(question)[0] * factor


RAISED = [
    ("square", 1, 2, set(range(2, 13))),
    ("square", 2, 2, {*range(13, 26), *range(20, 91, 10)}),
    ("cube", 1, 3, set(range(1, 11))),
    ("cube", 2, 3, {*range(11, 16), *range(20, 91, 10)}),
]


@pytest.mark.parametrize(("code", "level", "exponent", "bases"), RAISED)
def test_every_base_of_a_level_is_drawn(code: str, level: int, exponent: int, bases: set[int]) -> None:
    questions = drawn(code, level, 300)
    assert {int(numbers(question)[0]) for question in questions} == bases
    assert all(int(question.answer) == int(numbers(question)[0]) ** exponent for question in questions)


@pytest.mark.parametrize(("code", "exponent"), [("square-root", 2), ("cube-root", 3)])
@pytest.mark.parametrize("level", [1, 2])
def test_roots_are_exact(code: str, level: int, exponent: int) -> None:
    for question in drawn(code, level):
        assert int(question.answer) ** exponent == numbers(question)[0]


@pytest.mark.parametrize(("level", "places"), [(1, 0), (2, 1), (3, 2)])
def test_a_number_is_moved_by_a_power_of_ten(level: int, places: int) -> None:
    for question in drawn("times-power-of-ten", level):
        number = numbers(question)[0]
        exponent = "⁰¹²³⁴".index(question.plain().split("10")[-1][0])
        assert (number * 10**places).denominator == 1
        assert question.value == number * 10**exponent
