import re

import pytest

from tests.rules.skills.drawing import drawn, facts

DOUBLES = [
    ("doubles", 1, set(range(1, 11))),
    ("doubles", 2, {n for n in range(11, 45) if 0 < n % 10 < 5}),
    ("doubles", 3, {n for n in range(15, 100) if n % 10 >= 5}),
    ("double-large-numbers", 1, {n for n in range(105, 500, 5) if n % 100}),
    ("double-large-numbers", 2, {n for n in range(111, 500) if n % 10}),
    ("double-large-numbers", 3, {n for n in range(511, 1000) if n % 10 >= 5}),
]
HALVES = [
    ("halves", 1, set(range(2, 21, 2))),
    ("halves", 2, {n for n in range(22, 99, 2) if n // 10 % 2 == 0 and n % 10}),
    ("halves", 3, {n for n in range(30, 99, 2) if n // 10 % 2 == 1}),
    ("halve-large-numbers", 1, {n for n in range(110, 991, 10) if n % 100}),
    ("halve-large-numbers", 2, {n for n in range(202, 999, 2) if n % 10}),
    ("halve-large-numbers", 3, {n for n in range(1_002, 9_999, 2) if n % 10}),
]


def number(notation: str) -> int:
    return int(re.sub(r"\D", "", notation))


@pytest.mark.parametrize(("code", "level", "numbers"), DOUBLES, ids=[f"{row[0]} {row[1]}" for row in DOUBLES])
def test_doubles_are_of_the_numbers_that_the_level_says(code: str, level: int, numbers: set[int]) -> None:
    for question in drawn(code, level):
        assert question.notation.startswith("Double ")
        assert number(question.notation) in numbers
        assert int(question.answer) == 2 * number(question.notation)


@pytest.mark.parametrize(("code", "level", "numbers"), HALVES, ids=[f"{row[0]} {row[1]}" for row in HALVES])
def test_halves_are_of_the_numbers_that_the_level_says(code: str, level: int, numbers: set[int]) -> None:
    for question in drawn(code, level):
        assert question.notation.startswith("Half of ")
        assert number(question.notation) in numbers
        assert 2 * int(question.answer) == number(question.notation)


@pytest.mark.parametrize(("level", "step"), [(1, 1), (2, 10), (3, 1)])
def test_near_doubles_are_one_or_two_steps_apart(level: int, step: int) -> None:
    assert {abs(fact.left - fact.right) for fact in facts("near-doubles", level)} == {step, 2 * step}
