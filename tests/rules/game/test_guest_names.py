import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules.game.guest_names import FIRST, SECOND, is_guest_name, suggest
from quizzes.rules.game.values import LONGEST_NAME
from quizzes.rules.names import clean_roster
from tests.rules.strategies import seeds

EVERY = [f"{first} {second}" for first in FIRST for second in SECOND]


def test_there_are_more_than_a_thousand_names_each_once_and_short_enough() -> None:
    assert len(set(EVERY)) == len(FIRST) * len(SECOND) > 1_000
    assert max(map(len, EVERY)) <= LONGEST_NAME


def test_a_list_is_sorted_so_that_whoever_adds_a_word_sees_its_neighbours() -> None:
    assert (list(FIRST), list(SECOND)) == (sorted(FIRST), sorted(SECOND))


def test_a_name_would_be_taken_from_a_roster_as_it_stands() -> None:
    assert clean_roster(EVERY[0]) == (EVERY[0],)


@given(seeds, st.integers(1, 5))
def test_names_are_new_and_unlike_each_other(seed: int, count: int) -> None:
    taken = suggest((), random.Random(seed), 40)
    names = suggest([name.upper() for name in taken], random.Random(seed), count)
    assert len(names) == count
    assert not set(names) & set(taken)
    assert all(is_guest_name(name) for name in names)
    assert len({word for name in names for word in name.split()}) == 2 * count


def test_the_same_dice_give_the_same_names() -> None:
    assert suggest((), random.Random(7)) == suggest((), random.Random(7))


def test_where_fewer_are_left_those_are_given() -> None:
    assert set(suggest(EVERY[2:], random.Random(1))) == set(EVERY[:2])
    assert suggest(EVERY, random.Random(1)) == ()


OTHERS = ["", "Comet", "Brave", "Comet Brave", "brave comet", "Brave  Comet", "Brave Comet 2", "Brave Comet\n", "Zoe"]


@pytest.mark.parametrize("name", OTHERS)
def test_nothing_else_is_a_guests_name(name: str) -> None:
    assert not is_guest_name(name)
