import pytest

from quizzes.rules.questions import Layout
from tests.rules.skills.drawing import drawn, exchanging_columns, facts

LEVELS = [
    ("subtract-within-10", 1, (1, 5), (0, 4), (1, 5)),
    ("subtract-within-10", 2, (6, 10), (1, 9), (1, 9)),
    ("subtract-within-20", 1, (12, 19), (1, 8), (10, 18)),
    ("subtract-within-20", 2, (11, 18), (2, 9), (2, 9)),
    ("subtract-within-20", 3, (11, 20), (2, 18), (2, 18)),
    ("subtract-within-100", 1, (30, 100), (10, 90), (10, 90)),
    ("subtract-within-100", 2, (21, 99), (2, 9), (12, 97)),
    ("subtract-within-100", 3, (22, 99), (11, 89), (10, 88)),
    ("subtract-within-100", 4, (31, 98), (12, 89), (10, 86)),
    ("subtract-ones-tens-hundreds", 1, (111, 998), (2, 9), (102, 996)),
    ("subtract-ones-tens-hundreds", 2, (201, 989), (20, 90), (111, 989)),
    ("subtract-ones-tens-hundreds", 3, (211, 999), (100, 800), (101, 899)),
    ("subtract-near-tens", 1, (21, 98), (9, 11), (10, 89)),
    ("subtract-near-tens", 2, (31, 98), (19, 79), (11, 79)),
    ("subtract-near-tens", 3, (211, 998), (99, 799), (101, 899)),
    ("subtract-close-numbers", 1, (21, 99), (11, 98), (3, 9)),
    ("subtract-close-numbers", 2, (201, 950), (151, 899), (4, 40)),
    ("subtract-3-digits", 2, (100, 999), (100, 999), (10, 899)),
    ("subtract-across-zero", 1, (201, 908), (111, 799), (10, 797)),
    ("subtract-across-zero", 2, (200, 900), (111, 799), (10, 789)),
    ("subtract-across-zero", 3, (2_001, 9_008), (1_111, 7_999), (100, 7_897)),
    ("subtract-4-digits", 2, (1_000, 9_999), (1_000, 9_999), (10, 8_999)),
    ("subtract-large", 1, (10_000, 99_999), (10_000, 99_999), (10, 89_999)),
    ("subtract-large", 2, (100_000, 999_999), (100_000, 999_999), (10, 899_999)),
    ("subtract-large", 3, (10_000, 99_999), (100, 9_999), (10, 99_899)),
]
IDS = [f"{row[0]} {row[1]}" for row in LEVELS]


@pytest.mark.parametrize(("code", "level", "left", "right", "result"), LEVELS, ids=IDS)
def test_numbers_keep_to_their_ranges(
    code: str, level: int, left: tuple[int, int], right: tuple[int, int], result: tuple[int, int]
) -> None:
    for fact in facts(code, level):
        assert left[0] <= fact.left <= left[1]
        assert right[0] <= fact.right <= right[1]
        assert result[0] <= fact.result <= result[1]


EXCHANGES = [
    ("subtract-within-20", 1, {0}),
    ("subtract-within-20", 2, {1}),
    ("subtract-within-100", 3, {0}),
    ("subtract-within-100", 4, {1}),
    ("subtract-ones-tens-hundreds", 1, {1}),
    ("subtract-ones-tens-hundreds", 2, {1}),
    ("subtract-3-digits", 1, {0}),
    ("subtract-3-digits", 2, {1}),
    ("subtract-3-digits", 3, {2}),
    ("subtract-across-zero", 1, {2}),
    ("subtract-across-zero", 2, {2}),
    ("subtract-across-zero", 3, {3}),
    ("subtract-4-digits", 1, {1}),
    ("subtract-4-digits", 2, {2}),
    ("subtract-4-digits", 3, {3}),
    ("subtract-large", 1, {2, 3, 4}),
    ("subtract-large", 2, {2, 3, 4, 5}),
    ("subtract-large", 3, {2, 3, 4}),
]


@pytest.mark.parametrize(("code", "level", "counts"), EXCHANGES, ids=[f"{row[0]} {row[1]}" for row in EXCHANGES])
def test_as_many_columns_exchange_as_the_level_says(code: str, level: int, counts: set[int]) -> None:
    seen = {len(exchanging_columns(fact.left, fact.right)) for fact in facts(code, level, 400)}
    assert seen == counts


def lent_by_zeros(left: int, right: int) -> list[int]:
    """The columns with a 0 from which the column on their right exchanges."""
    return [at + 1 for at in exchanging_columns(left, right) if left // 10 ** (at + 1) % 10 == 0]


@pytest.mark.parametrize("code", ["subtract-within-100", "subtract-3-digits", "subtract-4-digits", "subtract-large"])
def test_nothing_is_exchanged_from_a_zero_before_zeros_are_the_subject(code: str) -> None:
    for level in (2, 3):
        assert not any(lent_by_zeros(fact.left, fact.right) for fact in facts(code, level))


@pytest.mark.parametrize(("level", "columns"), [(1, {1}), (2, {1}), (3, {1, 2})])
def test_across_zero_every_question_exchanges_from_the_zeros(level: int, columns: set[int]) -> None:
    for fact in facts("subtract-across-zero", level):
        assert set(lent_by_zeros(fact.left, fact.right)) == columns


def test_close_numbers_lie_on_both_sides_of_a_whole_number() -> None:
    for level, step in ((1, 10), (2, 100)):
        for fact in facts("subtract-close-numbers", level):
            assert fact.left // step - fact.right // step == 1


def test_zero_is_taken_within_5_alone() -> None:
    assert any(fact.right == 0 for fact in facts("subtract-within-10", 1))
    assert not any(fact.right == 0 for fact in facts("subtract-within-10", 2))


def test_written_methods_stand_in_columns() -> None:
    for code in ("subtract-3-digits", "subtract-across-zero", "subtract-4-digits", "subtract-large"):
        assert {question.layout for question in drawn(code, 1, 10)} == {Layout.COLUMN}
