import random
import re
from collections import Counter
from fractions import Fraction
from itertools import pairwise

import pytest

from quizzes.rules.planning import Part, generate_part
from quizzes.rules.questions import Question
from tests.rules.skills.drawing import drawn
from tests.rules.skills.reading import numbers

COMPARED = [
    *(("compare-whole", level) for level in (1, 2, 3, 4)),
    *(("compare-sums", level) for level in (1, 2, 3, 4)),
    *(("compare-products", level) for level in (1, 2, 3)),
]


def side(text: str) -> int:
    found = re.fullmatch(r"(\d+)(?: ([+−×]) (\d+))?", text)
    assert found
    left, right = int(found[1]), int(found[3] or 0)
    return {"+": left + right, "−": left - right, "×": left * right, None: left}[found[2]]


@pytest.mark.parametrize(("code", "level"), COMPARED)
def test_both_sides_are_worth_what_the_sign_says(code: str, level: int) -> None:
    for question in drawn(code, level, 60):
        left, right = (side(text) for text in question.plain().split(" □ "))
        assert question.answer == ("<" if left < right else ">" if left > right else "=")


@pytest.mark.parametrize(("code", "level"), COMPARED)
def test_a_set_has_each_sign_as_often(code: str, level: int) -> None:
    questions = generate_part(Part(code, level, 12), random.Random(2))
    assert Counter(question.answer for question in questions) == {"<": 4, "=": 4, ">": 4}


@pytest.mark.parametrize(("level", "low", "high"), [(1, 11, 99), (2, 101, 999), (3, 10_001, 99_999)])
def test_the_largest_and_smallest_of_three(level: int, low: int, high: int) -> None:
    for question in drawn("order-whole", level):
        shown = numbers(question)
        assert question.value == (max(shown) if "largest" in question.plain() else min(shown))
        assert len(set(shown)) == 3
        assert low <= min(shown)
        assert max(shown) <= high


@pytest.mark.parametrize("level", [1, 2, 3])
def test_halfway_is_as_far_from_both(level: int) -> None:
    for question in drawn("halfway", level):
        low, high = numbers(question)
        assert question.value - low == high - question.value > 0


@pytest.mark.parametrize(("level", "step"), [(1, 1), (2, 2), (3, 10), (4, 50)])
def test_the_arrow_points_at_a_mark_inside(level: int, step: int) -> None:
    for question in drawn("number-line", level):
        line = question.figure
        assert line is not None
        assert line.end - line.start == 10 * step
        assert 0 < line.at < 10
        assert question.value == line.start + line.at * step


STEADY = [
    *(("count-forward", level) for level in (1, 2, 3, 4)),
    *(("count-back", level) for level in (1, 2, 3, 4)),
    *(("sequence-negative", level) for level in (1, 2, 3)),
    *(("sequence-inside", level) for level in (1, 2, 3)),
    *(("sequence-decimal", level) for level in (1, 2, 3)),
    *(("sequence-fraction", level) for level in (1, 2, 3)),
]


def filled(question: Question) -> list[Fraction]:
    pieces = question.plain().replace("□", question.answer).replace("−", "-").split(", ")
    return [sum((Fraction(part) for part in piece.split(" ")), Fraction(0)) for piece in pieces]


@pytest.mark.parametrize(("code", "level"), STEADY)
def test_every_step_is_the_same(code: str, level: int) -> None:
    for question in drawn(code, level, 80):
        sequence = filled(question)
        steps = {after - before for before, after in pairwise(sequence)}
        assert len(sequence) == 5
        assert len(steps) == 1
        assert steps != {0}


@pytest.mark.parametrize(("code", "sign"), [("count-forward", 1), ("count-back", -1)])
@pytest.mark.parametrize(
    ("level", "steps"), [(1, {2, 5, 10}), (2, {3, 4, 6, 8}), (3, set(range(2, 13))), (4, {25, 50, 100, 1000})]
)
def test_steps_are_those_of_the_level(code: str, sign: int, level: int, steps: set[int]) -> None:
    drawn_steps = set()
    for question in drawn(code, level, 200):
        sequence = filled(question)
        step = sign * (sequence[1] - sequence[0])
        drawn_steps.add(step)
        assert min(sequence) >= 0
        assert level == 3 or sequence[0] % step == 0
    assert drawn_steps == steps


@pytest.mark.parametrize("level", [1, 2, 3])
def test_sequences_go_through_zero(level: int) -> None:
    for question in drawn("sequence-negative", level):
        sequence = filled(question)
        assert min(sequence) < 0 < max(sequence)
        assert question.value < 0 if level != 2 else question.value > 0


@pytest.mark.parametrize(("level", "factors"), [(1, {2}), (2, {2}), (3, {3, 4, 5, 10}), (4, {3, 4, 5, 10})])
def test_every_factor_is_the_same(level: int, factors: set[int]) -> None:
    for question in drawn("sequence-doubling", level):
        sequence = filled(question)
        if level in {2, 4}:
            sequence.reverse()
        ratios = {after / before for before, after in pairwise(sequence)}
        assert len(ratios) == 1
        assert ratios <= factors
