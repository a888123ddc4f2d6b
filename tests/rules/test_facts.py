import random
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules.facts import LARGEST, Fact, Facts, Operation, fact_of
from quizzes.rules.questions import write
from tests.rules.strategies import seeds

ADD, SUBTRACT, MULTIPLY, DIVIDE = Operation


def listed(facts: Facts) -> set[Fact]:
    """All facts by trying every pair: the slow oracle."""
    return {
        Fact(facts.operation, left, right)
        for left, right in product(facts.left, facts.right)
        if facts.least <= result(Fact(facts.operation, left, right)) <= facts.most
    }


def result(fact: Fact) -> int:
    """The result, or -1 where there is none."""
    match fact.operation:
        case Operation.ADD:
            return fact.left + fact.right
        case Operation.SUBTRACT:
            return fact.left - fact.right
        case Operation.MULTIPLY:
            return fact.left * fact.right
        case Operation.DIVIDE:
            return fact.left // fact.right if fact.right and fact.left % fact.right == 0 else -1


spans = st.tuples(st.integers(0, 14), st.integers(0, 14)).map(lambda ends: range(min(ends), max(ends) + 1))
operands = spans | st.sets(st.integers(0, 14), min_size=1).map(lambda numbers: tuple(sorted(numbers)))
small_facts = st.builds(Facts, st.sampled_from(Operation), operands, operands, st.integers(0, 60) | st.just(LARGEST))


@given(small_facts, seeds)
def test_sampling_more_than_there_are_gives_each_fact_once(facts: Facts, seed: int) -> None:
    sample = facts.sample(1000, random.Random(seed))
    assert {fact.key for fact in sample} == {fact.key for fact in listed(facts)}
    assert len({fact.key for fact in sample}) == len(sample)
    assert set(sample) <= listed(facts)


@given(small_facts, st.integers(1, 30), seeds)
def test_a_sample_is_as_long_as_it_can_be(facts: Facts, count: int, seed: int) -> None:
    there = len({fact.key for fact in listed(facts)})
    assert len(facts.sample(count, random.Random(seed))) == min(count, there)


DULL = [
    (ADD, range(10), range(10), {"0 + 3", "3 + 0"}),
    (SUBTRACT, range(10), range(10), {"3 − 0", "3 − 3"}),
    (MULTIPLY, range(10), range(10), {"0 × 3", "1 × 3", "3 × 1"}),
    (DIVIDE, range(90), range(1, 10), {"0 ÷ 3", "3 ÷ 3", "3 ÷ 1"}),
]


@pytest.mark.parametrize(("operation", "left", "right", "dull"), DULL, ids=[row[0].value for row in DULL])
def test_facts_that_practise_little_come_last(operation: Operation, left: range, right: range, dull: set[str]) -> None:
    facts = Facts(operation, left, right)
    everything = [fact.notation for fact in facts.sample(10_000, random.Random(1))]
    for seed in range(20):
        assert not dull & {fact.notation for fact in facts.sample(12, random.Random(seed))}
    assert dull & set(everything[-40:])


def test_a_range_of_a_million_is_sampled_at_once() -> None:
    for operation in Operation:
        facts = Facts(operation, range(LARGEST + 1), range(LARGEST + 1))
        assert len(facts.sample(50, random.Random(7))) == 50


def test_the_few_facts_of_a_large_range_are_all_found() -> None:
    facts = Facts(SUBTRACT, range(5), range(LARGEST))
    assert len(facts.sample(50, random.Random(7))) == 15


def test_facts_are_found_even_if_most_rows_are_empty() -> None:
    facts = Facts(DIVIDE, range(999_990, 999_992), range(1, LARGEST))
    divisors = sum(number % divisor == 0 for number in facts.left for divisor in range(1, 1_000)) * 2
    assert divisors == 56
    assert len(facts.sample(60, random.Random(7))) == divisors


ASKED = [
    ("7 × 8", Fact(MULTIPLY, 7, 8)),
    ("12/4", Fact(DIVIDE, 12, 4)),
    ("9 - 4 = _", Fact(SUBTRACT, 9, 4)),
    ("_ + 5 = 12", None),
    ("1 + 2 + 3", None),
    ("-1 + 3", None),
    ("0.5 + 0.5", None),
]


@pytest.mark.parametrize(("notation", "fact"), ASKED, ids=[row[0] for row in ASKED])
def test_the_fact_of_a_question(notation: str, fact: Fact | None) -> None:
    assert fact_of(write(notation)) == fact


def test_turned_facts_are_the_same_question_only_where_order_does_not_matter() -> None:
    assert Fact(MULTIPLY, 7, 8).key == Fact(MULTIPLY, 8, 7).key
    assert Fact(SUBTRACT, 8, 7).key != Fact(SUBTRACT, 7, 8).key
