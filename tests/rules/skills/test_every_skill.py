"""What holds for every level of every skill, whatever it asks."""

import json
import random
import re
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given, settings

from quizzes.rules.grammar import FORMATS
from quizzes.rules.marking import Outcome, mark
from quizzes.rules.planning import Part, generate, generate_part
from quizzes.rules.questions import Question, QuestionRefused, write, write_text
from quizzes.rules.skills import SKILLS, Family, Skill
from quizzes.rules.skills.sources import can_tell
from tests.rules.strategies import levels, seeds

LEVELS = [(skill, number) for skill in SKILLS.values() for number in range(1, len(skill.levels) + 1)]
NAMES = [f"{skill.code}-{number}" for skill, number in LEVELS]
OPERATIONS = "+−×÷"
STANDARD = re.compile(r"(?:K|[1-8])\.(?:CC|OA|NBT|NF|MD|G|RP|NS|EE|SP)\.[A-D](?:\.[0-9]{1,2}[a-d]?)?")
PROGRAMME = re.compile(r"Year [1-9]: [a-z].*[^.]")
FLOAT = re.compile(r"\.[0-9]{5,}|[0-9]e[-+]?[0-9]")


@cache
def drawn(code: str, level: int) -> tuple[Question, ...]:
    """Some questions of a level, for every test the same."""
    rng = random.Random(f"{code} {level}")
    return tuple(generate(SKILLS[code], level, rng) for _ in range(25))


def shown(skill: Skill) -> Question:
    """The question of a worked example, which is in notation or in words."""
    try:
        return write(skill.example.question)
    except QuestionRefused:
        return write_text(skill.example.question, skill.example.answer, skill.format)


@settings(max_examples=300)
@given(levels, seeds)
def test_a_questions_own_answer_is_right(level: tuple[Skill, int], seed: int) -> None:
    skill, number = level
    question = generate(skill, number, random.Random(seed))
    assert mark(question, question.answer).outcome is Outcome.RIGHT
    assert (question.format, question.skill, question.level) == (skill.format, skill.code, number)


@given(levels, seeds)
def test_a_seed_repeats_a_question(level: tuple[Skill, int], seed: int) -> None:
    assert generate(*level, random.Random(seed)) == generate(*level, random.Random(seed))


@given(levels, seeds)
def test_a_question_is_stored_and_found_as_it_was(level: tuple[Skill, int], seed: int) -> None:
    question = generate(*level, random.Random(seed))
    assert Question.from_json(json.loads(json.dumps(question.to_json()))) == question


@given(levels, seeds)
def test_no_number_is_a_float(level: tuple[Skill, int], seed: int) -> None:
    question = generate(*level, random.Random(seed))
    assert isinstance(question.value, FORMATS[question.format].kind)
    assert not isinstance(question.value, float)
    assert not FLOAT.search(question.plain())
    assert not FLOAT.search(question.answer)


@pytest.mark.parametrize(("skill", "number"), LEVELS, ids=NAMES)
def test_a_set_of_ten_has_no_question_twice(skill: Skill, number: int) -> None:
    questions = generate_part(Part(skill.code, number, 10), random.Random(number))
    assert len({question.key for question in questions}) == 10


@pytest.mark.parametrize(("skill", "number"), LEVELS, ids=NAMES)
def test_answers_can_be_drawn_and_are_not_below_zero_where_they_are_whole(skill: Skill, number: int) -> None:
    for question in drawn(skill.code, number):
        assert FORMATS[question.format].acceptor.alphabet, "words cannot be drawn"
        if question.format == "whole":
            assert isinstance(question.value, Fraction)
            assert question.value >= 0


@pytest.mark.parametrize(("skill", "number"), LEVELS, ids=NAMES)
def test_a_source_knows_its_own_questions(skill: Skill, number: int) -> None:
    source = skill.level(number).source
    if can_tell(source):
        assert all(question in source for question in drawn(skill.code, number))


@pytest.mark.parametrize(("skill", "number"), LEVELS, ids=NAMES)
def test_a_level_does_not_ask_the_same_answer_all_the_time(skill: Skill, number: int) -> None:
    answers = {question.answer for question in drawn(skill.code, number)}
    assert len(answers) >= (2 if skill.format == "comparison" else 3)


@pytest.mark.parametrize("skill", SKILLS.values(), ids=SKILLS)
def test_the_worked_example_is_a_question_with_its_right_answer(skill: Skill) -> None:
    question = shown(skill)
    assert mark(question, skill.example.answer).outcome is Outcome.RIGHT
    assert skill.example.steps
    assert all(skill.example.steps)


@pytest.mark.parametrize("skill", SKILLS.values(), ids=SKILLS)
def test_a_skill_tells_people_what_it_is(skill: Skill) -> None:
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", skill.code)
    assert len(skill.code) <= 40, "the column of ClassroomSkill.skill"
    assert skill.format in FORMATS
    assert 0 <= skill.grade <= 8
    assert 0 <= skill.year <= 9
    assert set(skill.operations) <= set(OPERATIONS)
    assert all(STANDARD.fullmatch(code) for code in skill.standard.split(", ") if code), skill.standard
    assert not skill.programme or PROGRAMME.fullmatch(skill.programme), skill.programme
    assert len(skill.levels) >= 2
    names = [level.name for level in skill.levels]
    assert len(set(names)) == len(names)
    for level in skill.levels:
        assert level.states.endswith(".")
        assert level.states != level.name


@pytest.mark.parametrize("skill", SKILLS.values(), ids=SKILLS)
def test_the_grade_and_the_year_are_those_of_the_curricula(skill: Skill) -> None:
    grades = {0 if code.startswith("K") else int(code[0]) for code in skill.standard.split(", ") if code}
    years = {int(year) for year in re.findall(r"Year ([1-9])", skill.programme)}
    assert not grades or skill.grade in grades
    assert not years or skill.year in years


def test_names_are_used_once() -> None:
    assert len({skill.name for skill in SKILLS.values()}) == len(SKILLS)


def test_families_come_one_after_the_other() -> None:
    families = [skill.family for skill in SKILLS.values()]
    assert families == sorted(families, key=list(Family).index)


@pytest.mark.parametrize("number", [0, 99])
def test_there_is_no_level_beyond_the_levels(number: int) -> None:
    with pytest.raises(LookupError):
        SKILLS["tables-mixed"].level(number)
