import operator
from collections import Counter
from collections.abc import Callable

import pytest

from tests.rules.skills.drawing import drawn
from tests.rules.skills.reading import numbers

_WORKED = {"+": operator.add, "−": operator.sub, "×": operator.mul, "÷": operator.truediv}

SUMS = [
    ("negative-add", 1, 10, "+", "-+"),
    ("negative-add", 2, 10, "+", "+-"),
    ("negative-add", 3, 20, "+", "-+ +- --"),
    ("negative-add", 4, 100, "+", "-+ +- --"),
    ("negative-subtract", 1, 10, "−", "-+"),
    ("negative-subtract", 2, 10, "−", "+-"),
    ("negative-subtract", 3, 20, "−", "-+ +- --"),
    ("negative-subtract", 4, 100, "−", "-+ +- --"),
    ("negative-multiply", 1, 5, "×", "-+ +-"),
    ("negative-multiply", 2, 10, "×", "-+ +- --"),
    ("negative-multiply", 3, 12, "×", "-+ +- --"),
    ("subtract-below-zero", 1, 10, "−", "++"),
    ("subtract-below-zero", 2, 20, "−", "++"),
    ("subtract-below-zero", 3, 100, "−", "++"),
]


@pytest.mark.parametrize(("code", "level", "most", "sign", "signs"), SUMS, ids=[f"{row[0]} {row[1]}" for row in SUMS])
def test_signs_and_ranges_are_those_of_the_level(code: str, level: int, most: int, sign: str, signs: str) -> None:
    seen = set()
    for question in drawn(code, level):
        left, shown, right = (question.prompt[place].text for place in range(3))
        assert shown == sign
        assert 1 <= abs(int(left)) <= most
        assert 1 <= abs(int(right)) <= most
        assert int(question.answer) == _WORKED[sign](int(left), int(right))
        assert question.answer != "0"
        seen.add("".join("-" if text.startswith("-") else "+" for text in (left, right)))
    assert seen == set(signs.split())


@pytest.mark.parametrize(("level", "most"), [(1, 5), (2, 10), (3, 12)])
def test_divisions_come_out_within_the_tables(level: int, most: int) -> None:
    for question in drawn("negative-divide", level):
        left, right = int(question.prompt[0].text), int(question.prompt[2].text)
        assert int(question.answer) * right == left
        assert 2 <= abs(right) <= most
        assert 2 <= abs(int(question.answer)) <= most
        assert min(left, right) < 0


@pytest.mark.parametrize(("level", "step", "parts"), [(1, 1, 10), (2, 2, 10), (3, 5, 12), (4, 10, 16)])
def test_a_line_holds_zero_and_the_arrow_points_beside_it(level: int, step: int, parts: int) -> None:
    for question in drawn("negative-line", level):
        line = question.figure
        assert line is not None
        assert (line.parts, line.end - line.start) == (parts, step * parts)
        assert line.start < 0 < line.end
        assert 0 < line.at < parts
        assert line.value == question.value != 0


@pytest.mark.parametrize(("level", "most"), [(1, 10), (2, 15), (3, 30)])
def test_a_temperature_rises_and_falls_within_its_range(level: int, most: int) -> None:
    questions = drawn("negative-temperature", level)
    for question in questions:
        before, change = numbers(question)[:2]
        after = before - change if "colder" in question.plain() else before + change
        assert question.value == after
        assert max(abs(before), abs(after)) <= most
        assert max(before, after) <= 0 if level == 2 else min(before, after) < 0 < max(before, after)
        assert ("1 degree " in question.plain()) == (change == 1)
    assert len({"colder" in question.plain() for question in questions}) == 2


@pytest.mark.parametrize(("level", "most"), [(1, 10), (2, 20), (3, 40)])
def test_a_difference_across_zero_is_the_sum_of_both_sides(level: int, most: int) -> None:
    for question in drawn("negative-difference", level):
        low, high = numbers(question)[:2]
        assert question.value == high - low > 0
        assert -most <= low < 0
        assert high <= 0 if level == 2 else 0 < high <= most


@pytest.mark.parametrize(("level", "pick"), [(1, 10), (2, 100)])
def test_the_largest_is_the_one_furthest_right(level: int, pick: int) -> None:
    choose: dict[str, Callable[[list], object]] = {"largest": max, "smallest": min}
    for question in drawn("negative-order", level):
        shown = numbers(question)
        word = next(word for word in choose if word in question.plain())
        assert question.value == choose[word](shown)
        assert len({abs(number) for number in shown}) == 3
        assert sum(number < 0 for number in shown) >= 2
        assert max(map(abs, shown)) <= pick


@pytest.mark.parametrize("level", [1, 2, 3])
def test_comparisons_go_both_ways(level: int) -> None:
    signs = Counter()
    for question in drawn("negative-compare", level):
        left, right = numbers(question)
        assert question.answer == ("<" if left < right else ">")
        assert max(left, right) > 0 if level == 1 else max(left, right) < 0
        signs[question.answer] += 1
    assert min(signs["<"], signs[">"]) > 40
