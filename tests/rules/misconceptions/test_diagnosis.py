"""What `diagnose` says of any question of any skill, and in which order."""

import random
from dataclasses import replace

import pytest
from hypothesis import given

from quizzes.rules import grammar
from quizzes.rules.marking import Outcome, mark
from quizzes.rules.misconceptions import CATALOGUE, diagnose, opportunities
from quizzes.rules.misconceptions.diagnosis import predictions
from quizzes.rules.planning import generate
from quizzes.rules.questions import write, write_text
from quizzes.rules.skills import SKILLS, Skill
from tests.rules.strategies import levels, seeds


@given(levels, seeds)
def test_a_prediction_is_a_wrong_answer_in_the_form_asked_for(level: tuple[Skill, int], seed: int) -> None:
    question = generate(*level, random.Random(seed))
    for name, answers in predictions(question).items():
        for value in answers:
            written = grammar.render(value, question.format)
            assert mark(question, written).outcome is Outcome.WRONG
            assert CATALOGUE[name] in diagnose(question, written)


@given(levels, seeds)
def test_a_right_answer_shows_no_misconception(level: tuple[Skill, int], seed: int) -> None:
    question = generate(*level, random.Random(seed))
    assert diagnose(question, question.answer) == ()
    assert opportunities(question) == set(predictions(question))


@pytest.mark.parametrize("text", ["", "forty", "4-", "1/0"])
def test_a_text_that_is_no_answer_shows_nothing(text: str) -> None:
    assert diagnose(write("63 - 29"), text) == ()


ORDERED = [
    ("5 × 4", "24", ["MUL-NEAR"], "of a table"),
    ("28 + 17", "35", ["ADD-NOCARRY", "SLIP"], "a careless one last"),
    ("6 × 3", "9", ["OP-SWAP", "MUL-OPERAND"], "three answers before twenty"),
    ("63 - 29", "24", ["SLIP"], "careless alone"),
    ("63 - 29", "77", [], "unexplained"),
    ("63 - 29", "046", ["SUB-SFL"], "written with a spare zero"),
    ("1/2 + 1/3", "4/10", ["FRAC-MED"], "not in lowest terms"),
    ("£10 - £3.45", "7.55", ["MON-CHANGE"], "without the currency"),
]


@pytest.mark.parametrize(("question", "wrong", "names", "case"), ORDERED, ids=[row[3] for row in ORDERED])
def test_the_most_specific_is_named_first(question: str, wrong: str, names: list[str], case: str) -> None:
    assert [each.id for each in diagnose(write(question), wrong)] == names


def test_a_story_with_one_operation_is_diagnosed_like_the_operation() -> None:
    story = write_text("Mia has 63 shells. She gives away 29. How many are left? _", "34", "whole")
    assert diagnose(story, "46") == diagnose(write("63 - 29"), "46")
    assert "OP-SWAP" in {each.id for each in diagnose(story, "92")}


STORIES = [
    (
        "story-fraction",
        "A film lasts 126 minutes. 5/7 of it is over. How many minutes are over? _",
        "90",
        "18",
        "FRAC-OF",
    ),
    ("story-time", "A lesson begins at 11:20 and takes 55 minutes. When is it over? _", "12:15", "11:15", "TIME-HOUR"),
    (
        "story-multiply",
        "Viktor plants 7 rows of 10 flowers. How many flowers does Viktor plant? _",
        "70",
        "17",
        "OP-SWAP",
    ),
    (
        "story-money-pounds",
        "Yuna buys a book for £3.30 and pays with £5. How much change does Yuna get? _",
        "£1.70",
        "£2.70",
        "MON-CHANGE",
    ),
]


@pytest.mark.parametrize(("skill", "words", "right", "wrong", "name"), STORIES, ids=[row[0] for row in STORIES])
def test_a_story_of_this_site_is_diagnosed_by_its_arithmetic(
    skill: str, words: str, right: str, wrong: str, name: str
) -> None:
    story = replace(write_text(words, right), skill=skill)
    assert CATALOGUE[name] in diagnose(story, wrong)


def test_a_story_that_does_not_tell_its_operation_is_left_alone() -> None:
    story = write_text("Mia has 2 boxes of 2. How many is that? _", "4", "whole")
    assert opportunities(story) <= {"PV-SHIFT", "SLIP"}


def test_every_misconception_but_the_one_of_ink_shows_in_some_skill_or_example() -> None:
    shown = {name for each in CATALOGUE.values() for name in opportunities(each.example.asked())}
    assert set(CATALOGUE) - shown == {"REVERSED"}


def test_what_to_practise_next_are_skills_that_there_are() -> None:
    assert {code for each in CATALOGUE.values() for code in each.skills} <= set(SKILLS)
