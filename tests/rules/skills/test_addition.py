import pytest

from quizzes.rules.questions import Layout
from tests.rules.skills.drawing import carrying_columns, drawn, facts

RANGES = [
    ("add-within-10", 1, (0, 5), (0, 5), (1, 5)),
    ("add-within-10", 2, (1, 9), (1, 9), (6, 10)),
    ("add-within-20", 1, (1, 18), (1, 18), (12, 19)),
    ("add-within-20", 2, (2, 9), (2, 9), (11, 18)),
    ("add-within-20", 3, (2, 18), (2, 18), (11, 20)),
    ("add-within-100", 1, (10, 80), (10, 80), (30, 100)),
    ("add-within-100", 2, (21, 98), (2, 9), (23, 99)),
    ("add-within-100", 3, (11, 88), (11, 88), (22, 99)),
    ("add-within-100", 4, (12, 88), (12, 88), (24, 99)),
    ("add-ones-tens-hundreds", 1, (101, 989), (2, 9), (103, 999)),
    ("add-ones-tens-hundreds", 2, (111, 989), (20, 90), (131, 999)),
    ("add-ones-tens-hundreds", 3, (101, 899), (100, 800), (201, 999)),
    ("add-near-tens", 1, (12, 89), (9, 11), (21, 100)),
    ("add-near-tens", 2, (12, 79), (19, 79), (31, 120)),
    ("add-near-tens", 3, (102, 899), (99, 799), (201, 999)),
    ("add-3-digits", 1, (100, 999), (100, 999), (200, 999)),
    ("add-4-digits", 1, (1000, 9999), (1000, 9999), (2000, 9999)),
    ("add-large", 1, (10_000, 99_999), (10_000, 99_999), (20_000, 99_999)),
    ("add-large", 2, (100_000, 999_999), (100_000, 999_999), (200_000, 999_999)),
    ("add-large", 3, (10_000, 99_999), (100, 9_999), (10_100, 99_999)),
]
IDS = [f"{row[0]} {row[1]}" for row in RANGES]


@pytest.mark.parametrize(("code", "level", "left", "right", "result"), RANGES, ids=IDS)
def test_numbers_keep_to_their_ranges(
    code: str, level: int, left: tuple[int, int], right: tuple[int, int], result: tuple[int, int]
) -> None:
    for fact in facts(code, level):
        assert left[0] <= fact.left <= left[1]
        assert right[0] <= fact.right <= right[1]
        assert result[0] <= fact.result <= result[1]


CARRIES = [
    ("add-within-20", 1, {0}),
    ("add-within-20", 2, {1}),
    ("add-within-100", 2, {0, 1}),
    ("add-within-100", 3, {0}),
    ("add-within-100", 4, {1}),
    ("add-ones-tens-hundreds", 1, {1}),
    ("add-ones-tens-hundreds", 2, {1}),
    ("add-ones-tens-hundreds", 3, {0}),
    ("add-3-digits", 1, {0}),
    ("add-3-digits", 2, {1}),
    ("add-3-digits", 3, {2}),
    ("add-4-digits", 1, {1}),
    ("add-4-digits", 2, {2}),
    ("add-4-digits", 3, {3}),
    ("add-large", 1, {2, 3, 4}),
    ("add-large", 2, {2, 3, 4, 5}),
    ("add-large", 3, {2, 3, 4}),
]


@pytest.mark.parametrize(("code", "level", "counts"), CARRIES, ids=[f"{row[0]} {row[1]}" for row in CARRIES])
def test_as_many_columns_carry_as_the_level_says(code: str, level: int, counts: set[int]) -> None:
    seen = {len(carrying_columns(fact.left, fact.right)) for fact in facts(code, level, 400)}
    assert seen == counts


def test_one_carry_comes_from_the_ones_and_from_the_tens() -> None:
    places = {tuple(carrying_columns(fact.left, fact.right)) for fact in facts("add-3-digits", 2)}
    assert places == {(0,), (1,)}


def test_no_number_in_columns_ends_in_0() -> None:
    for code in ("add-3-digits", "add-4-digits", "add-large"):
        for level in (1, 2, 3):
            for fact in facts(code, level, 60):
                assert fact.left % 10
                assert fact.right % 10


def test_zero_is_added_within_5_alone() -> None:
    assert any(0 in (fact.left, fact.right) for fact in facts("add-within-10", 1))
    assert not any(0 in (fact.left, fact.right) for fact in facts("add-within-10", 2))


def test_written_methods_stand_in_columns() -> None:
    for code in ("add-3-digits", "add-4-digits", "add-large"):
        assert {question.layout for question in drawn(code, 1, 10)} == {Layout.COLUMN}
    assert {question.layout for question in drawn("add-within-100", 4, 10)} == {Layout.LINE}


@pytest.mark.parametrize(("level", "makes_ten"), [(1, True), (2, False)])
def test_two_of_three_numbers_make_ten_or_no_two_do(level: int, makes_ten: bool) -> None:
    for question in drawn("add-three-numbers", level):
        three = [int(token.text) for token in question.prompt[:5:2]]
        assert any(a + b == 10 for a, b in [three[:2], three[1:], three[::2]]) is makes_ten
        assert len(set(three)) == 3
