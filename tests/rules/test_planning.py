import random
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.rules.planning import MOST_QUESTIONS, Part, another_like, generate_part, generate_plan, more_like
from quizzes.rules.questions import write
from quizzes.rules.refusals import SetRefused, TooFewQuestions
from tests.rules.strategies import seeds

SUMS = Part("add-within-20", 2, 8)  # 20 questions there are, 7 + 8 and 8 + 7 being one
TABLES = Part("tables-6-7-9", 3, 6)
PLAN = (SUMS, TABLES)


@settings(max_examples=20)
@given(seeds)
def test_a_plan_has_as_many_of_each_part_as_it_says_and_none_twice(seed: int) -> None:
    questions = generate_plan(PLAN, random.Random(seed), mixed=True)
    assert Counter(question.skill for question in questions) == {SUMS.skill: 8, TABLES.skill: 6}
    assert len({question.key for question in questions}) == 14


@settings(max_examples=20)
@given(seeds, st.booleans())
def test_a_seed_repeats_a_plan(seed: int, mixed: bool) -> None:
    assert generate_plan(PLAN, random.Random(seed), mixed=mixed) == generate_plan(
        PLAN, random.Random(seed), mixed=mixed
    )


def test_parts_come_one_after_the_other_or_mixed() -> None:
    in_turn = [question.skill for question in generate_plan(PLAN, random.Random(1), mixed=False)]
    mixed = [question.skill for question in generate_plan(PLAN, random.Random(1), mixed=True)]
    assert in_turn == [SUMS.skill] * 8 + [TABLES.skill] * 6
    assert mixed != in_turn
    assert sorted(mixed) == sorted(in_turn)


def test_two_parts_of_one_skill_share_no_question() -> None:
    questions = generate_plan((SUMS, SUMS), random.Random(1), mixed=False)
    assert len({question.key for question in questions}) == 16


REFUSED_PARTS: list[tuple[str, tuple[str, int, int], str]] = [
    ("no such skill", ("astrology", 1, 5), "There is no skill “astrology” with a level 1."),
    ("no level 0", ("add-within-20", 0, 5), "There is no skill “add-within-20” with a level 0."),
    ("no level 4", ("add-within-20", 4, 5), "There is no skill “add-within-20” with a level 4."),
    ("none", ("add-within-20", 1, 0), "Ask for 1 to 50 questions of a skill."),
    ("too many", ("add-within-20", 1, 51), "Ask for 1 to 50 questions of a skill."),
]


@pytest.mark.parametrize(
    ("part", "sentence"), [row[1:] for row in REFUSED_PARTS], ids=[row[0] for row in REFUSED_PARTS]
)
def test_a_part_out_of_order_is_refused(part: Any, sentence: str) -> None:
    with pytest.raises(SetRefused) as refused:
        Part(*part)
    assert refused.value.sentence == sentence


def test_a_plan_of_nothing_or_of_too_much_is_refused() -> None:
    with pytest.raises(SetRefused, match=r"^Choose at least one skill\.$"):
        generate_plan((), random.Random(1), mixed=True)
    large = Part("add-3-digits", 2, MOST_QUESTIONS)
    with pytest.raises(SetRefused, match=r"^Ask for at most 50 questions at once\.$"):
        generate_plan((large, TABLES), random.Random(1), mixed=True)


def test_a_level_that_has_too_few_says_how_many() -> None:
    with pytest.raises(TooFewQuestions) as refused:
        generate_part(Part("tables-6-7-9", 3, 12), random.Random(1))
    assert refused.value.most == 11
    assert "gives only 11 different questions: ask for fewer." in refused.value.sentence


def test_a_question_put_in_place_is_new_and_of_the_same_skill_and_level() -> None:
    among = generate_part(TABLES, random.Random(1))
    new = another_like(among[0], among, random.Random(2))
    assert (new.skill, new.level) == (TABLES.skill, TABLES.level)
    assert new.key not in {question.key for question in among}


def test_as_many_more_are_given_as_there_are() -> None:
    among = generate_part(TABLES, random.Random(1))
    assert len(more_like(among[0], among, 20, random.Random(1))) == 5
    everything = generate_part(Part(TABLES.skill, TABLES.level, 11), random.Random(1))
    with pytest.raises(TooFewQuestions, match="has no other questions: choose another level"):
        more_like(among[0], everything, 1, random.Random(1))


def test_there_is_none_like_a_question_written_by_hand() -> None:
    with pytest.raises(SetRefused, match=r"^This question was written by hand: there is no other like it\.$"):
        another_like(write("7 × 8"), (), random.Random(1))
