from collections import Counter

import pytest

from quizzes.rules.prompts import BLANK
from quizzes.rules.questions import write
from quizzes.rules.skills import SKILLS
from quizzes.rules.skills.sources import boxed_fact, by_place, knows
from tests.rules.skills.drawing import carrying_columns, drawn, exchanging_columns

ONE_OPERATION = [
    ("missing-in-addition", 1, (2, 10), None),
    ("missing-in-addition", 2, (11, 20), None),
    ("missing-in-addition", 3, (22, 99), {0}),
    ("missing-in-addition", 4, (22, 99), {1}),
    ("missing-in-subtraction", 1, (1, 9), None),
    ("missing-in-subtraction", 2, (2, 18), None),
    ("missing-in-subtraction", 3, (10, 88), {0}),
    ("missing-in-subtraction", 4, (10, 88), {1}),
    ("missing-in-large-numbers", 1, (202, 999), {1}),
    ("missing-in-large-numbers", 2, (100, 898), {1}),
    ("missing-in-large-numbers", 3, (2002, 9999), {2}),
    ("missing-factor", 1, (4, 120), None),
    ("missing-factor", 3, (4, 144), None),
    ("missing-in-division", 1, (2, 12), None),
    ("missing-in-division", 3, (2, 12), None),
]
IDS = [f"{row[0]} {row[1]}" for row in ONE_OPERATION]


@pytest.mark.parametrize(("code", "level", "within", "columns"), ONE_OPERATION, ids=IDS)
def test_the_calculation_behind_the_box_is_of_the_level(
    code: str, level: int, within: tuple[int, int], columns: set[int] | None
) -> None:
    seen = set()
    for question in drawn(code, level):
        found = boxed_fact(question)
        assert found is not None
        fact, _ = found
        assert within[0] <= fact.result <= within[1]
        count = exchanging_columns if fact.operation.sign == "−" else carrying_columns
        seen.add(len(count(fact.left, fact.right)))
    assert columns is None or seen == columns


@pytest.mark.parametrize("code", [code for code in SKILLS if code.startswith("missing-")])
def test_the_box_stands_in_four_places(code: str) -> None:
    places = Counter(by_place(question) for question in drawn(code, 1))
    assert len(places) == 4
    assert min(places.values()) > 15


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_both_sides_are_the_same_and_share_no_number(level: int) -> None:
    places: Counter[int] = Counter()
    for question in drawn("balance-both-sides", level, 300):
        a, first, b, equals, c, second, d = [question.answer if t == BLANK else t.text for t in question.prompt]
        assert (first, equals) == (second, "=")
        assert write(f"{a} {first} {b}").answer == write(f"{c} {second} {d}").answer
        assert not {a, b} & {c, d}
        places[question.prompt.index(BLANK)] += 1
    assert set(places) == {0, 2, 4, 6}


BALANCES = [
    ("8 + 5 = _ + 6", 2, True),
    ("8 + 5 = 5 + _", 2, False),
    ("8 + 5 = 20 − _", 2, False),
    ("8 + 5 = _ + 1", 2, False),
    ("11 − 6 = 19 − _", 3, True),
    ("8 + 5 = _", 2, False),
]


@pytest.mark.parametrize(("notation", "level", "its"), BALANCES, ids=[row[0] for row in BALANCES])
def test_a_balance_knows_its_own(notation: str, level: int, its: bool) -> None:
    assert knows(SKILLS["balance-both-sides"].level(level).source, write(notation)) is its
