import random
from collections import Counter

import pytest

from quizzes.rules.facts import fact_of
from quizzes.rules.planning import Part, generate_part
from tests.rules.skills.drawing import facts

TABLES = [
    ("tables-2-5-10", 1, {2}),
    ("tables-2-5-10", 2, {5, 10}),
    ("tables-2-5-10", 3, {2, 5, 10}),
    ("tables-3-4-8", 1, {3}),
    ("tables-3-4-8", 2, {4, 8}),
    ("tables-3-4-8", 3, {3, 4, 8}),
    ("tables-6-7-9", 1, {6}),
    ("tables-6-7-9", 2, {9}),
    ("tables-6-7-9", 3, {7}),
    ("tables-6-7-9", 4, {6, 7, 9}),
    ("tables-11-12", 1, {11}),
    ("tables-11-12", 2, {12}),
    ("tables-11-12", 3, {11, 12}),
]


@pytest.mark.parametrize(("code", "level", "tables"), TABLES, ids=[f"{row[0]} {row[1]}" for row in TABLES])
def test_one_number_is_of_the_tables_and_either_may_come_first(code: str, level: int, tables: set[int]) -> None:
    drawn = facts(code, level, 300)
    for fact in drawn:
        assert tables & {fact.left, fact.right}
        assert min(fact.left, fact.right) >= 2
        assert max(fact.left, fact.right) <= 12
    assert {fact.left for fact in drawn} >= tables
    assert {fact.right for fact in drawn} >= tables


DIVISORS = [
    ("division-facts-2-5-10", 1, {2}),
    ("division-facts-2-5-10", 2, {5, 10}),
    ("division-facts-2-5-10", 3, {2, 5, 10}),
    ("division-facts-3-4-8", 1, {3}),
    ("division-facts-3-4-8", 2, {4, 8}),
    ("division-facts-3-4-8", 3, {3, 4, 8}),
    ("division-facts-mixed", 1, {6, 7, 9}),
    ("division-facts-mixed", 2, set(range(2, 11))),
    ("division-facts-mixed", 3, set(range(2, 13))),
]


@pytest.mark.parametrize(("code", "level", "divisors"), DIVISORS, ids=[f"{row[0]} {row[1]}" for row in DIVISORS])
def test_division_facts_are_exact_and_never_by_1_or_by_themselves(code: str, level: int, divisors: set[int]) -> None:
    drawn = facts(code, level, 300)
    assert {fact.right for fact in drawn} == divisors
    for fact in drawn:
        assert fact.left % fact.right == 0
        assert 2 <= fact.result <= 12


def counts(code: str, level: int, count: int, seed: int, *, left: bool) -> set[int]:
    """How many questions a set has of each table."""
    drawn = generate_part(Part(code, level, count), random.Random(seed))
    return set(Counter(fact.left if left else fact.right for fact in map(fact_of, drawn) if fact).values())


@pytest.mark.parametrize("seed", range(6))
def test_a_set_has_as_many_questions_of_each_table(seed: int) -> None:
    assert counts("division-facts-3-4-8", 3, 12, seed, left=False) == {4}
    assert counts("division-facts-mixed", 3, 22, seed, left=False) == {2}
    assert counts("tables-mixed", 2, 18, seed, left=True) == {2}


def test_the_hardest_are_those_that_children_find_hardest() -> None:
    assert {number for fact in facts("tables-mixed", 4) for number in (fact.left, fact.right)} == {6, 7, 8, 9, 12}


def test_0_and_1_come_where_they_are_the_subject_and_nothing_is_divided_by_0() -> None:
    assert all({0, 1} & {fact.left, fact.right} for fact in facts("times-0-and-1", 1))
    for fact in facts("times-0-and-1", 2):
        assert fact.right > 0
        assert fact.right == 1 or fact.result in {0, 1}
