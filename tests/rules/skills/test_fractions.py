import re
from collections import Counter
from fractions import Fraction

import pytest

from quizzes.rules.marking import Outcome, mark
from quizzes.rules.questions import Question
from tests.rules.skills.drawing import drawn

NUMBER = re.compile(r"(\d+) (\d+/\d+)|(\d+/\d+|\d+)")


def worths(question: Question) -> list[Fraction]:
    """The numbers of a question, mixed ones whole."""
    found = NUMBER.findall(question.plain())
    return [Fraction(whole) + Fraction(part) if part else Fraction(alone) for whole, part, alone in found]


WORKED = [
    *(
        (code, level, "+")
        for code, levels in (("fraction-add-alike", 2), ("fraction-add", 3), ("mixed-add", 2))
        for level in range(1, levels + 1)
    ),
    *(
        (code, level, "−")
        for code, levels in (("fraction-subtract-alike", 2), ("fraction-subtract", 3), ("mixed-subtract", 2))
        for level in range(1, levels + 1)
    ),
    *(("fraction-multiply", level, "×") for level in (1, 2, 3, 4)),
    *(("fraction-divide", level, "÷") for level in (1, 2, 3)),
]


@pytest.mark.parametrize(("code", "level", "sign"), WORKED)
def test_answers_are_exact(code: str, level: int, sign: str) -> None:
    for question in drawn(code, level, 100):
        left, right = worths(question)
        expected = {"+": left + right, "−": left - right, "×": left * right, "÷": left / right}[sign]
        assert question.value == expected > 0


@pytest.mark.parametrize(("level", "beyond"), [(1, False), (2, True)])
def test_like_fractions_stay_below_one_or_go_beyond(level: int, beyond: bool) -> None:
    for question in drawn("fraction-add-alike", level):
        assert (question.value > 1) == beyond
        assert question.value != 1
        below = set(re.findall(r"/(\d+)", question.plain()))
        assert len(below) == 1


@pytest.mark.parametrize(("level", "improper"), [(1, False), (2, True)])
def test_like_fractions_are_taken_from_what_the_level_names(level: int, improper: bool) -> None:
    for question in drawn("fraction-subtract-alike", level):
        first, second = worths(question)
        assert (first > 1) == improper
        assert 1 not in {first, second}


@pytest.mark.parametrize("code", ["fraction-add", "fraction-subtract"])
@pytest.mark.parametrize("level", [1, 2, 3])
def test_denominators_are_related_at_the_first_level_only(code: str, level: int) -> None:
    for question in drawn(code, level):
        low, high = sorted(map(int, re.findall(r"/(\d+)", question.plain())))
        assert low != high
        assert (high % low == 0) == (level == 1)


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_a_part_of_a_quantity_is_whole(level: int) -> None:
    for question in drawn("fraction-of", level):
        part, quantity = worths(question)
        assert question.value == part * quantity
        assert question.value.denominator == 1
        assert (part.numerator == 1) == (level <= 2)


@pytest.mark.parametrize(("level", "box"), [(1, "top"), (2, "bottom"), (3, "top"), (4, "bottom")])
def test_equal_fractions_have_the_box_where_the_level_says(level: int, box: str) -> None:
    for question in drawn("fraction-equivalent", level):
        shown = question.plain()
        assert ("□/" if box == "top" else "/□") in shown
        left, right = shown.replace("□", question.answer).split(" = ")
        assert Fraction(left) == Fraction(right)
        assert left != right


@pytest.mark.parametrize("level", [1, 2, 3])
def test_the_fraction_to_simplify_is_not_simple_and_is_not_taken_back(level: int) -> None:
    for question in drawn("fraction-simplify", level, 60):
        shown = re.findall(r"\d+/\d+", question.plain())[0]
        assert question.value == Fraction(shown)
        assert shown != question.answer
        assert mark(question, shown).outcome is Outcome.WRONG
        assert mark(question, question.answer).outcome is Outcome.RIGHT


SHAPES = [("mixed-to-improper", 1), ("mixed-to-improper", 2), ("improper-to-mixed", 1), ("improper-to-mixed", 2)]


@pytest.mark.parametrize(("code", "level"), SHAPES)
def test_the_same_number_is_asked_for_in_the_other_shape(code: str, level: int) -> None:
    for question in drawn(code, level, 60):
        shown = re.findall(r"(?:\d+ )?\d+/\d+", question.plain())[0]
        assert (" " in shown) != (" " in question.answer)
        assert worths(question)[0] == question.value > 1
        assert mark(question, shown).outcome is Outcome.WRONG


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_fractions_are_compared_by_their_worth(level: int) -> None:
    signs = Counter()
    for question in drawn("fraction-compare", level):
        left, right = worths(question)
        assert question.answer == ("<" if left < right else ">" if left > right else "=")
        signs[question.answer] += 1
    assert set(signs) == ({"<", ">"} if level <= 2 else {"<", "=", ">"})
    assert min(signs.values()) > 25


@pytest.mark.parametrize(("level", "wholes"), [(1, 1), (2, 2), (3, 3)])
def test_the_arrow_points_between_whole_numbers(level: int, wholes: int) -> None:
    for question in drawn("fraction-line", level):
        line = question.figure
        assert line is not None
        assert (line.start, line.end) == (0, wholes)
        assert question.value == Fraction(line.at * wholes, line.parts)
        assert question.value.denominator > 1


@pytest.mark.parametrize("level", [1, 2])
def test_two_fractions_make_one(level: int) -> None:
    for question in drawn("fraction-to-one", level):
        shown = next(worth for worth in worths(question) if worth != 1)
        assert question.value + shown == 1


def test_half_of_the_mixed_differences_break_up_a_whole() -> None:
    broken = 0
    for question in drawn("mixed-subtract", 1):
        left, right = worths(question)
        broken += left % 1 < right % 1
    assert 50 < broken < 100
