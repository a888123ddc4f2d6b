"""What was exported is the same quiz when it is imported."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given

from quizzes.rules import demands
from quizzes.rules.exchange.documents import write_json
from quizzes.rules.exchange.encodings import text_of
from quizzes.rules.exchange.quiz_file import QuizFile, Settings
from quizzes.rules.exchange.reading import read
from quizzes.rules.exchange.records import question_of, record_of
from quizzes.rules.exchange.tables import write_csv
from quizzes.rules.grammar import FORMATS
from quizzes.rules.planning import generate
from quizzes.rules.questions import Layout
from quizzes.rules.skills import SKILLS, Skill
from tests.rules.exchange.quizzes import EVERYTHING, QUESTIONS, same
from tests.rules.strategies import levels, seeds

WRITERS = pytest.mark.parametrize("write", [write_csv, write_json], ids=["CSV", "JSON"])
Writer = Callable[[QuizFile], str]


def test_the_quiz_to_be_exchanged_has_everything() -> None:
    assert {question.format for question in QUESTIONS} == set(FORMATS)
    assert {question.layout for question in QUESTIONS} == set(Layout)
    kinds = {demand.partition(":")[0] for question in QUESTIONS for demand in question.demands}
    assert kinds == {demands.LOWEST_TERMS, demands.MIXED, demands.IMPROPER, demands.AS_WRITTEN, "places", "unit"}
    assert any(question.figure for question in QUESTIONS)


@WRITERS
def test_a_quiz_with_everything_comes_back(write: Writer) -> None:
    back = read(write(EVERYTHING))
    assert back.settings == EVERYTHING.settings
    assert [same(question) for question in back.questions] == [same(question) for question in QUESTIONS]


@WRITERS
def test_what_a_teacher_wrote_comes_back_as_it_was_written(write: Writer) -> None:
    written = [question for question in QUESTIONS if question.notation]
    back = read(write(QuizFile(Settings(), tuple(written)))).questions
    assert [question.notation for question in back] == [
        record_of(question).question if record_of(question).parts else question.notation for question in written
    ]


@WRITERS
def test_a_second_export_is_the_first(write: Writer) -> None:
    once = write(EVERYTHING)
    assert write(read(once)) == once


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@WRITERS
def test_every_encoding_gives_the_same_quiz(write: Writer, encoding: str) -> None:
    text = write(EVERYTHING)
    assert text_of(text.encode(encoding)) == text


@pytest.mark.parametrize("ends", ["\n", "\r", "\r\n"])
@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_spreadsheets_own_separators_and_line_ends_give_the_same_quiz(separator: str, ends: str) -> None:
    text = f"question{separator}answer{ends}0,5 + 0,25{separator}0,75{ends}{ends}7 × 8{separator}56{ends}"
    assert [question.answer for question in read(text).questions] == ["0.75", "56"]


@given(level=levels, seed=seeds)
def test_every_generated_question_comes_back(level: tuple[Skill, int], seed: int) -> None:
    question = generate(*level, random.Random(seed))
    assert same(question_of(record_of(question))) == same(question)


def test_a_question_of_every_level_comes_back_from_both_kinds_of_file() -> None:
    asked = tuple(
        generate(skill, number, random.Random(1))
        for skill in SKILLS.values()
        for number in range(1, len(skill.levels) + 1)
    )
    for start in range(0, len(asked), 100):
        quiz = QuizFile(Settings("All"), asked[start : start + 100])
        for write in (write_csv, write_json):
            back = read(write(quiz)).questions
            assert [same(question) for question in back] == [same(question) for question in quiz.questions]


def test_a_skill_that_there_is_no_more_is_left_out() -> None:
    question = QUESTIONS[0].as_practice_of("long-gone", 2)
    assert question_of(record_of(question)) == question.as_practice_of("", 0)
