import random
from collections import Counter

import pytest

from quizzes.rules.facts import fact_of
from quizzes.rules.questions import Question
from quizzes.rules.skills.tables_check import LIMITS, is_in_order, pick, practice_questions, tables_check

VALID = pick(random.Random(1))


def pairs(questions: tuple[Question, ...]) -> list[tuple[int, int]]:
    return [(fact.left, fact.right) for fact in map(fact_of, questions) if fact is not None]


@pytest.mark.parametrize("thousand", range(10))
def test_ten_thousand_checks_keep_to_the_published_rules(thousand: int) -> None:
    for seed in range(1000 * thousand, 1000 * (thousand + 1)):
        drawn = pick(random.Random(seed))
        assert len(drawn) == 25
        tables = [0] * 13
        seconds = [0] * 13
        for left, right in drawn:
            tables[left] += 1
            seconds[right] += 1
        assert len({(min(pair), max(pair)) for pair in drawn}) == 25
        assert 0 == tables[0] == tables[1] == seconds[0] == seconds[1]
        assert 3 <= tables[2] + tables[5] + tables[10] <= 7
        assert 2 <= tables[7] <= 4
        for number, (least, most) in LIMITS.items():
            assert least <= tables[number] <= most
            assert least - 1 <= seconds[number] <= most + 1


def test_the_limits_are_those_of_the_framework() -> None:
    assert [LIMITS[number] for number in (6, 7, 8, 9, 12)] == [(2, 4)] * 5
    assert [LIMITS[number] for number in (3, 4, 5, 11)] == [(1, 3)] * 4
    assert [LIMITS[number] for number in (2, 10)] == [(0, 2)] * 2


def test_every_fact_comes_up_in_both_orders() -> None:
    seen = Counter(pair for seed in range(1500) for pair in pick(random.Random(seed)))
    assert len(seen) == 121


BROKEN = [
    ("one too few", VALID[:24]),
    ("one twice", [*VALID[:24], VALID[0]]),
    ("one turned round", [*VALID[:24], VALID[0][::-1]]),
    ("a table of 1", [*VALID[:24], (1, 7)]),
    ("too many of one table", [(7, right) for right in range(2, 13)] + VALID[11:]),
]


@pytest.mark.parametrize("check", [row[1] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_what_breaks_a_rule_is_no_check(check: list[tuple[int, int]]) -> None:
    assert is_in_order(VALID)
    assert not is_in_order(check)


def test_the_questions_count_towards_the_tables() -> None:
    questions = tables_check(random.Random(2))
    assert is_in_order(pairs(questions))
    assert {(question.skill, question.level) for question in questions} == {("tables-mixed", 3)}
    assert tables_check(random.Random(2)) == questions


def test_three_questions_come_before_it_that_are_none_of_its_facts() -> None:
    practised = pairs(practice_questions(random.Random(3)))
    assert len(set(practised)) == 3
    assert {left for left, _ in practised} == {1}
