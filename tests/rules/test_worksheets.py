"""Versions of a worksheet, and its columns."""

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules.figures import NumberLine
from quizzes.rules.questions import Layout, Question, write, write_text
from quizzes.rules.worksheets import MOST_VERSIONS, Sheet, columns_that_fit, sheets
from tests.rules.strategies import seeds

TABLE = tuple(write(f"7 × {number}") for number in range(2, 13))


def test_one_version_is_the_quiz_as_it_is_and_has_no_name() -> None:
    assert sheets(TABLE, 1, random.Random(1)) == (Sheet("", TABLE),)


@given(seed=seeds, versions=st.integers(2, MOST_VERSIONS))
def test_versions_ask_the_same_in_different_orders(seed: int, versions: int) -> None:
    made = sheets(TABLE, versions, random.Random(seed))
    assert "".join(sheet.name for sheet in made) == "ABCD"[:versions]
    assert made[0].questions == TABLE
    assert all(set(sheet.questions) == set(TABLE) for sheet in made)
    assert len({sheet.questions for sheet in made}) == versions


@given(seed=seeds)
def test_a_seed_gives_the_same_paper_again(seed: int) -> None:
    assert sheets(TABLE, 3, random.Random(seed)) == sheets(TABLE, 3, random.Random(seed))


@pytest.mark.parametrize("count", [0, 1, 2])
def test_so_few_questions_that_orders_repeat_still_make_all_versions(count: int) -> None:
    made = sheets(TABLE[:count], 4, random.Random(1))
    assert [set(sheet.questions) for sheet in made] == [set(TABLE[:count])] * 4


@pytest.mark.parametrize(
    ("question", "columns"),
    [
        (write("7 × 8"), 2),
        (write("1 1/2 + 2 3/4"), 2),
        (write("123456 + 654321", layout=Layout.COLUMN), 2),
        (write("(34 + 66) × 12 − 200 ÷ 8"), 1),
        (write_text("How many legs have two spiders and a beetle?", "22"), 1),
        (write_text("Where is it?", "1", figure=NumberLine(Fraction(0), Fraction(2), 2, 1)), 1),
    ],
)
def test_questions_stand_beside_each_other_where_all_are_short(question: Question, columns: int) -> None:
    assert columns_that_fit([write("7 × 8"), question]) == columns
