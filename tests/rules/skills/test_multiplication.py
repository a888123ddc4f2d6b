import pytest

from quizzes.rules.questions import Layout
from quizzes.rules.skills import SKILLS
from tests.rules.skills.drawing import drawn, facts


def carries(number: int, digit: int) -> int:
    """In how many columns of the short multiplication something is carried, as the digits' products say."""
    return sum(number % 10 ** (at + 1) * digit >= 10 ** (at + 1) for at in range(len(str(number))))


SHORT = [
    ("multiply-2-digits", 1, (11, 44), {0}),
    ("multiply-2-digits", 2, (12, 99), {1}),
    ("multiply-2-digits", 3, (12, 99), {2}),
    ("multiply-3-digits", 1, (101, 499), {0, 1}),
    ("multiply-3-digits", 2, (112, 999), {2}),
    ("multiply-3-digits", 3, (112, 999), {3}),
    ("multiply-4-digits", 1, (1_001, 4_999), {1, 2}),
    ("multiply-4-digits", 2, (1_112, 9_999), {3, 4}),
]


@pytest.mark.parametrize(("code", "level", "within", "counts"), SHORT, ids=[f"{row[0]} {row[1]}" for row in SHORT])
def test_short_multiplication_carries_as_often_as_the_level_says(
    code: str, level: int, within: tuple[int, int], counts: set[int]
) -> None:
    drawn = facts(code, level, 300)
    assert {carries(fact.left, fact.right) for fact in drawn} == counts
    for fact in drawn:
        assert within[0] <= fact.left <= within[1]
        assert 2 <= fact.right <= 9
        assert fact.left % 10


LONG = [
    ("multiply-2-by-2-digits", 1, (12, 99), (11, 19)),
    ("multiply-2-by-2-digits", 2, (21, 99), (21, 99)),
    ("multiply-by-2-digits", 1, (101, 999), (11, 19)),
    ("multiply-by-2-digits", 2, (101, 999), (21, 99)),
    ("multiply-by-2-digits", 3, (1_001, 9_999), (12, 99)),
]


@pytest.mark.parametrize(("code", "level", "left", "right"), LONG, ids=[f"{row[0]} {row[1]}" for row in LONG])
def test_long_multiplication_has_the_longer_number_first_and_none_that_ends_in_0(
    code: str, level: int, left: tuple[int, int], right: tuple[int, int]
) -> None:
    for fact in facts(code, level):
        assert left[0] <= fact.left <= left[1]
        assert right[0] <= fact.right <= right[1]
        assert fact.left % 10
        assert fact.right % 10
        assert fact.result <= 999_999


TENS = [(1, 1), (2, 2), (3, 2), (4, 3)]


@pytest.mark.parametrize(("level", "zeros"), TENS)
def test_tens_and_hundreds_are_table_facts_with_zeros(level: int, zeros: int) -> None:
    for fact in facts("multiply-tens-hundreds", level):
        bare = fact.result // 10**zeros
        assert bare * 10**zeros == fact.result
        assert 4 <= bare <= 81


@pytest.mark.parametrize(("level", "makes_ten"), [(1, True), (2, False)])
def test_two_of_three_factors_make_ten_or_no_two_do(level: int, makes_ten: bool) -> None:
    for question in drawn("multiply-three-numbers", level):
        three = [int(token.text) for token in question.prompt[:5:2]]
        assert any(a * b == 10 for a, b in [three[:2], three[1:], three[::2]]) is makes_ten
        assert int(question.answer) == three[0] * three[1] * three[2]


def test_written_methods_stand_in_columns() -> None:
    for code, skill in SKILLS.items():
        if skill.name.startswith(("Short multiplication", "Long multiplication")):
            assert {question.layout for question in drawn(code, 1, 10)} == {Layout.COLUMN}
