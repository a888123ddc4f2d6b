import random
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules.facts import Fact, Operation, fact_of
from quizzes.rules.generation import SetSpec, generate_set, practising, replace_one
from quizzes.rules.marking import is_right
from quizzes.rules.questions import Question, write
from quizzes.rules.refusals import SetRefused, TooFewQuestions
from tests.rules.strategies import seeds, specs

ADD, SUBTRACT, MULTIPLY, DIVIDE = Operation
TABLES = SetSpec((MULTIPLY,), (2, 12), (2, 12), 20)
ALL_FOUR = SetSpec(tuple(Operation), (1, 20), (1, 10), 20)


def facts(questions: tuple[Question, ...]) -> list[Fact]:
    found = [fact_of(question) for question in questions]
    return [fact for fact in found if fact is not None]


def made(spec: SetSpec, seed: int) -> tuple[Question, ...]:
    """The set, or the empty set where the ranges hold too few questions."""
    try:
        return generate_set(spec, random.Random(seed))
    except SetRefused:
        return ()


@given(specs(), seeds)
def test_a_set_keeps_to_what_was_asked(spec: SetSpec, seed: int) -> None:
    questions = made(spec, seed)
    for fact in facts(questions):
        assert fact.operation in spec.operations
        assert spec.left[0] <= fact.left <= spec.left[1]
        assert spec.right[0] <= fact.right <= spec.right[1]
    assert len(facts(questions)) == len(questions)
    assert len(questions) in {0, spec.count}
    assert len({fact.key for fact in facts(questions)}) == len(questions)


@given(specs(), seeds)
def test_results_are_whole_and_right_and_never_below_zero(spec: SetSpec, seed: int) -> None:
    for question in made(spec, seed):
        assert question.format == "whole"
        assert is_right(question, question.answer)
        assert write(question.notation).answer == question.answer


@given(specs(), seeds)
def test_a_seed_repeats_a_set(spec: SetSpec, seed: int) -> None:
    assert made(spec, seed) == made(spec, seed)


def test_another_seed_gives_another_set() -> None:
    assert generate_set(TABLES, random.Random(1)) != generate_set(TABLES, random.Random(2))


@given(seeds)
def test_a_set_is_balanced_over_its_operations(seed: int) -> None:
    questions = generate_set(ALL_FOUR, random.Random(seed))
    assert Counter(fact.operation for fact in facts(questions)) == dict.fromkeys(Operation, 5)


def test_the_operations_are_mixed_and_not_in_turn() -> None:
    orders = {
        tuple(fact.operation for fact in facts(generate_set(ALL_FOUR, random.Random(seed)))) for seed in range(20)
    }
    assert len(orders) == 20


def test_an_operation_with_few_facts_gives_its_place_to_the_others() -> None:
    spec = SetSpec((ADD, DIVIDE), (7, 20), (7, 7), 12)  # only 7 ÷ 7 and 14 ÷ 7 divide
    counts = Counter(fact.operation for fact in facts(generate_set(spec, random.Random(1))))
    assert counts == {ADD: 10, DIVIDE: 2}


PRACTISES = [
    ("7 × 8", "tables-3-4-8", 2),
    ("8 × 7", "tables-3-4-8", 2),
    ("5 × 7", "tables-2-5-10", 2),
    ("12 × 12", "tables-11-12", 2),
    ("7 × 0", "times-0-and-1", 1),
    ("144 ÷ 12", "division-facts-mixed", 3),
    ("2 + 3", "add-within-10", 1),
    ("47 + 26", "add-within-100", 4),
    ("63 − 29", "subtract-within-100", 4),
    ("632 − 274", "subtract-3-digits", 3),
    ("503 − 147", "subtract-across-zero", 1),
    ("6 + _ = 10", "bonds-to-10", 2),
    ("1 + 2 + 3 + 4", "", 0),
    ("999998 + 1", "", 0),
    ("20 ÷ 5 = _ r _", "", 0),
]


@pytest.mark.parametrize(("notation", "skill", "level"), PRACTISES, ids=[row[0] for row in PRACTISES])
def test_a_question_counts_towards_the_first_skill_and_level_that_may_ask_it(
    notation: str, skill: str, level: int
) -> None:
    question = practising(write(notation))
    assert (question.skill, question.level) == (skill, level)


def test_a_generated_set_counts_towards_skills() -> None:
    for question in generate_set(TABLES, random.Random(5)):
        assert question.skill.startswith("tables-")


def test_results_stay_below_the_largest_that_was_asked_for() -> None:
    spec = SetSpec((ADD, MULTIPLY), (2, 19), (2, 19), 20, most=20)
    assert all(int(question.answer) <= 20 for question in generate_set(spec, random.Random(1)))


TOO_FEW = [
    ("tables of 2 to 4", SetSpec((MULTIPLY,), (2, 4), (2, 4), 10), 6),
    ("turned facts are one", SetSpec((ADD,), (1, 2), (1, 2), 4), 3),
    ("dull facts count", SetSpec((MULTIPLY,), (0, 1), (0, 1), 4), 3),
    ("two operations", SetSpec((SUBTRACT, DIVIDE), (4, 4), (1, 4), 10), 7),
]


@pytest.mark.parametrize(("spec", "most"), [row[1:] for row in TOO_FEW], ids=[row[0] for row in TOO_FEW])
def test_a_set_that_is_too_small_says_how_many_there_are(spec: SetSpec, most: int) -> None:
    with pytest.raises(TooFewQuestions) as refused:
        generate_set(spec, random.Random(1))
    assert refused.value.most == most
    assert refused.value.sentence == (
        f"Those ranges give only {most} different questions; ask for {most} or fewer, or widen them."
    )
    exactly = SetSpec(spec.operations, spec.left, spec.right, most)
    assert len(generate_set(exactly, random.Random(1))) == most


def test_a_set_of_one_is_said_in_the_singular() -> None:
    with pytest.raises(TooFewQuestions, match=r"^Those ranges give only 1 question; ask for 1, or widen them.$"):
        generate_set(SetSpec((ADD,), (3, 3), (4, 4), 2), random.Random(1))


IMPOSSIBLE = [
    (
        "subtraction",
        SetSpec((ADD, SUBTRACT), (1, 3), (5, 9), 1),
        "Those ranges give no difference from 0 to 999,999: make the first number larger than the second, "
        "or leave out −.",
    ),
    (
        "division",
        SetSpec((DIVIDE,), (5, 6), (7, 9), 1),
        "Those ranges give no division with a whole result up to 999,999: make the first number a multiple of "
        "the second, or leave out ÷.",
    ),
    (
        "division by zero",
        SetSpec((DIVIDE,), (5, 6), (0, 0), 1),
        "Those ranges give no division with a whole result up to 999,999: make the first number a multiple of "
        "the second, or leave out ÷.",
    ),
    (
        "addition",
        SetSpec((ADD,), (999_999, 999_999), (1, 9), 1),
        "Those ranges give no sum up to 999,999: use smaller numbers, or leave out +.",
    ),
    (
        "multiplication",
        SetSpec((MULTIPLY,), (1000, 2000), (1000, 2000), 1),
        "Those ranges give no product up to 999,999: use smaller numbers, or leave out ×.",
    ),
]


@pytest.mark.parametrize(("spec", "sentence"), [row[1:] for row in IMPOSSIBLE], ids=[row[0] for row in IMPOSSIBLE])
def test_an_operation_without_questions_is_refused(spec: SetSpec, sentence: str) -> None:
    with pytest.raises(SetRefused) as refused:
        generate_set(spec, random.Random(1))
    assert refused.value.sentence == sentence


OUT_OF_ORDER: list[tuple[str, dict[str, Any], str]] = [
    ("no operation", {"operations": ()}, "Choose at least one operation: +, −, × or ÷."),
    ("an operation twice", {"operations": (ADD, ADD)}, "Choose each operation once."),
    ("none", {"count": 0}, "Ask for 1 to 50 questions."),
    ("too many", {"count": 51}, "Ask for 1 to 50 questions."),
    ("below zero", {"left": (-1, 5)}, "The first number can be from 0 to 999,999."),
    ("too large", {"right": (1, 1_000_000)}, "The second number can be from 0 to 999,999."),
    ("turned round", {"left": (9, 2)}, "The first number goes from 9 to 2: put the smaller one first."),
    ("a result too large", {"most": 1_000_000}, "The largest result can be from 0 to 999,999."),
]


@pytest.mark.parametrize(
    ("change", "sentence"), [row[1:] for row in OUT_OF_ORDER], ids=[row[0] for row in OUT_OF_ORDER]
)
def test_a_description_out_of_order_is_refused(change: dict[str, Any], sentence: str) -> None:
    described: dict[str, Any] = {"operations": (ADD,), "left": (1, 9), "right": (1, 9), "count": 10}
    with pytest.raises(SetRefused) as refused:
        SetSpec(**{**described, **change})
    assert refused.value.sentence == sentence


@given(seeds, st.integers(0, 19))
def test_the_question_put_in_place_is_new_and_of_the_same_operation(seed: int, index: int) -> None:
    rng = random.Random(seed)
    questions = generate_set(ALL_FOUR, rng)
    new = replace_one(ALL_FOUR, questions, index, rng)
    keys = {fact.key for fact in facts(questions)}
    (fact,) = facts((new,))
    assert fact.key not in keys
    assert fact.operation is facts(questions)[index].operation


def test_another_operation_helps_out_where_one_has_run_dry() -> None:
    spec = SetSpec((ADD, DIVIDE), (7, 20), (7, 7), 12)
    questions = generate_set(spec, random.Random(1))
    index = next(i for i, fact in enumerate(facts(questions)) if fact.operation is DIVIDE)
    (fact,) = facts((replace_one(spec, questions, index, random.Random(1)),))
    assert fact.operation is ADD


def test_a_question_with_a_box_can_be_replaced() -> None:
    questions = (write("_ + 5 = 12"), *generate_set(TABLES, random.Random(1)))
    assert replace_one(TABLES, questions, 0, random.Random(1)) not in questions


def test_nothing_can_replace_a_question_of_a_set_that_holds_all() -> None:
    spec = SetSpec((ADD,), (1, 2), (1, 2), 3)
    with pytest.raises(TooFewQuestions, match=r"^Those ranges give no other question: widen them.$"):
        replace_one(spec, generate_set(spec, random.Random(1)), 0, random.Random(1))
