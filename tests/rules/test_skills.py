import random

import pytest
from hypothesis import given

from quizzes.rules.facts import Fact, Operation, fact_of
from quizzes.rules.marking import Outcome, mark
from quizzes.rules.planning import generate
from quizzes.rules.skills import SKILLS, Skill
from quizzes.rules.skills.whole import BASIC, level_of
from tests.rules.strategies import levels, seeds


def test_codes_never_change() -> None:
    assert list(SKILLS)[:4] == ["add-whole", "subtract-whole", "multiply-whole", "divide-whole"]
    assert {code: skill.code for code, skill in SKILLS.items()} == {code: code for code in SKILLS}
    assert set(BASIC) == set(Operation)


@given(levels, seeds)
def test_a_generated_question_can_be_answered(level: tuple[Skill, int], seed: int) -> None:
    skill, number = level
    question = generate(skill, number, random.Random(seed))
    assert mark(question, question.answer).outcome is Outcome.RIGHT
    assert (question.format, question.skill, question.level) == (skill.format, skill.code, number)


@given(levels, seeds)
def test_a_seed_repeats_a_question(level: tuple[Skill, int], seed: int) -> None:
    assert generate(*level, random.Random(seed)) == generate(*level, random.Random(seed))


WITHIN = [
    ("add-whole", 1, 5),
    ("add-whole", 2, 10),
    ("add-whole", 3, 20),
    ("add-whole", 4, 100),
    ("add-whole", 5, 1000),
]


@pytest.mark.parametrize(("code", "level", "most"), WITHIN, ids=[f"within {row[2]}" for row in WITHIN])
def test_sums_stay_within_their_level(code: str, level: int, most: int) -> None:
    rng = random.Random(3)
    answers = [int(generate(SKILLS[code], level, rng).answer) for _ in range(100)]
    assert min(answers) >= 2
    assert max(answers) <= most
    assert max(answers) > most // 2


@pytest.mark.parametrize("skill", BASIC.values(), ids=BASIC)
def test_no_level_asks_for_what_practises_little(skill: Skill) -> None:
    rng = random.Random(11)
    for level in range(1, len(skill.levels) + 1):
        drawn = [fact_of(generate(skill, level, rng)) for _ in range(60)]
        facts = [fact for fact in drawn if fact is not None]
        assert len(facts) == 60
        least = 2 if skill.operations in "×÷" else 1
        assert min(min(fact.left, fact.right) for fact in facts) >= least
        assert skill.operations != "÷" or all(fact.left > fact.right for fact in facts)


FIRST_ASKED = [
    (Fact(Operation.ADD, 2, 3), 1),
    (Fact(Operation.ADD, 9, 9), 3),
    (Fact(Operation.SUBTRACT, 63, 29), 4),
    (Fact(Operation.MULTIPLY, 5, 7), 1),
    (Fact(Operation.MULTIPLY, 3, 7), 2),
    (Fact(Operation.MULTIPLY, 7, 8), 3),
    (Fact(Operation.MULTIPLY, 12, 12), 4),
    (Fact(Operation.DIVIDE, 56, 7), 3),
    (Fact(Operation.DIVIDE, 144, 12), 4),
    (Fact(Operation.MULTIPLY, 0, 7), 0),
]


@pytest.mark.parametrize(("fact", "level"), FIRST_ASKED, ids=[fact.notation for fact, _ in FIRST_ASKED])
def test_a_fact_belongs_to_the_first_level_that_asks_for_it(fact: Fact, level: int) -> None:
    assert level_of(fact) == level


@pytest.mark.parametrize("number", [0, 99])
def test_there_is_no_level_beyond_the_levels(number: int) -> None:
    with pytest.raises(LookupError):
        SKILLS["add-whole"].level(number)
