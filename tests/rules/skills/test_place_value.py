import re
from fractions import Fraction

import pytest

from quizzes.rules.questions import Question
from tests.rules.skills.drawing import drawn

PLACES = {"one": 1, "ten": 10, "hundred": 100, "thousand": 1_000}


def numbers(question: Question) -> list[Fraction]:
    return [Fraction(number) for number in re.findall(r"[0-9]+(?:\.[0-9]+)?", question.notation)]


@pytest.mark.parametrize(("level", "digits"), [(1, 2), (2, 3), (3, 3), (4, 4)])
def test_a_number_is_put_together_of_its_parts(level: int, digits: int) -> None:
    for question in drawn("hundreds-tens-and-ones", level):
        parts = re.findall(r"([1-9]) (one|ten|hundred|thousand)(s?)\b", question.notation)
        assert int(question.answer) == sum(int(digit) * PLACES[place] for digit, place, _ in parts)
        assert all((digit == "1") is (plural == "") for digit, _, plural in parts)
        assert len(question.answer) == digits
        assert ("0" in question.answer) is (level > 2)
        assert len(set(question.answer)) == digits


@pytest.mark.parametrize(
    ("code", "level", "asked"),
    [
        ("value-of-a-digit", 1, {10, 100}),
        ("value-of-a-digit", 2, {10, 100, 1_000}),
        ("value-of-a-digit", 3, {10, 100, 1_000, 10_000, 100_000}),
        ("value-of-a-decimal-digit", 1, {Fraction(1, 10), Fraction(1, 100)}),
        ("value-of-a-decimal-digit", 2, {Fraction(1, 10), Fraction(1, 100), Fraction(1, 1000)}),
    ],
)
def test_the_digit_asked_for_is_in_the_number_once_and_worth_what_its_place_says(
    code: str, level: int, asked: set[Fraction]
) -> None:
    seen = set()
    for question in drawn(code, level):
        digit, number = numbers(question)
        place = Fraction(question.answer) / digit
        assert number / place // 1 % 10 == digit
        assert question.notation.count(str(digit)) == 2
        seen.add(place)
    assert seen == asked


@pytest.mark.parametrize(("level", "parts", "boxed"), [(1, 3, False), (2, 3, True), (3, 4, True)])
def test_the_parts_of_a_number_make_it(level: int, parts: int, boxed: bool) -> None:
    for question in drawn("expanded-form", level):
        assert question.notation.count("+") == parts - 1
        assert ("_" in question.notation) is boxed
        assert question.answer.rstrip("0").isdecimal()


@pytest.mark.parametrize(
    ("level", "steps", "within", "digits_changed"),
    [(1, {10}, (11, 99), 1), (2, {10, 100}, (101, 999), 1), (3, {10, 100}, (101, 9_999), 2)],
)
def test_more_and_less_change_the_digits_that_the_level_says(
    level: int, steps: set[int], within: tuple[int, int], digits_changed: int
) -> None:
    seen = set()
    for question in drawn("ten-hundred-more-or-less", level):
        step, number = map(int, numbers(question))
        found = int(question.answer)
        assert found - number == (step if "more" in question.notation else -step)
        assert within[0] <= min(number, found)
        assert max(number, found) <= within[1]
        changed = sum(a != b for a, b in zip(f"{number:05d}", f"{found:05d}", strict=True))
        assert changed == digits_changed if digits_changed == 1 else changed >= digits_changed
        seen.add(step)
    assert seen == steps


POWERS = [
    ("times-10-100-1000", 1, {10}),
    ("times-10-100-1000", 2, {10, 100}),
    ("times-10-100-1000", 3, {10, 100, 1_000}),
    ("divide-by-10-100-1000", 1, {10}),
    ("divide-by-10-100-1000", 3, {10, 100, 1_000}),
    ("decimals-times-10-100-1000", 1, {10}),
    ("decimals-times-10-100-1000", 3, {10, 100, 1_000}),
    ("decimals-divided-by-10-100-1000", 2, {10, 100}),
    ("decimals-divided-by-10-100-1000", 3, {10, 100, 1_000}),
]


@pytest.mark.parametrize(("code", "level", "powers"), POWERS, ids=[f"{row[0]} {row[1]}" for row in POWERS])
def test_numbers_move_by_the_powers_of_ten_that_the_level_says(code: str, level: int, powers: set[int]) -> None:
    seen = set()
    for question in drawn(code, level):
        number, power = numbers(question)
        assert Fraction(question.answer) == (number * power if "×" in question.notation else number / power)
        seen.add(power)
    assert seen == powers


def test_a_decimal_comes_in_or_goes_out() -> None:
    assert all("." in question.notation for question in drawn("decimals-times-10-100-1000", 1))
    assert all("." in question.answer for question in drawn("decimals-divided-by-10-100-1000", 1))
