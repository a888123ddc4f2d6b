"""The named checks, and what holds for every question and answer."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules import grammar
from quizzes.rules.grammar import NotAnAnswer
from quizzes.rules.marking import CHECKS, Mark, can_be_marked, canonical, digits_correct, fold, is_right, mark
from quizzes.rules.planning import generate
from quizzes.rules.questions import Question, write
from quizzes.rules.skills import Skill
from quizzes.rules.values import Value
from tests.rules.marking.rows import RIGHT, UNREAD, YES
from tests.rules.strategies import answers, levels, near_numbers, number_answers, seeds

FORM, VALUE = "is an answer of the form asked for", "has the right value"
ZEROS, WRITTEN = "has no spare zeros in front", "is written as asked"
TERMS, SPELT = "is in lowest terms", "is spelt as given"
NO_DECIMAL, MIXED, PLACES = "is no decimal", "is a mixed number", "has the decimals asked for"
A_UNIT, THE_UNIT = "has a unit", "has the unit asked for"
ALWAYS = [FORM, VALUE, ZEROS, WRITTEN, TERMS, SPELT]

TIMES = write("7 × 8")
HALF = write("1/4 + 1/4")
SHARED = write("17 ÷ 5 = _ r _")
PLACED = write("1.25 + 2.25", demands=("places:2",))
MIXED_KG = write("3/4 + 1/2", demands=("mixed", "unit:kg"))

PASSED = [
    ("everything", TIMES, "56", ALWAYS),
    ("not the zeros", TIMES, "056", [FORM, VALUE, WRITTEN, TERMS, SPELT]),
    ("not the terms", HALF, "2/4", [FORM, VALUE, ZEROS, WRITTEN, SPELT]),
    ("not the form", HALF, "0.5", [FORM, VALUE, ZEROS, TERMS, SPELT]),
    ("only the form", TIMES, "54", [FORM]),
    ("nothing", TIMES, "?", []),
    ("a remainder", SHARED, "3 r 2", [FORM, VALUE, "has a remainder smaller than the divisor", *ALWAYS[2:]]),
    ("a remainder too large", SHARED, "2 r 7", [FORM]),
    ("the decimals asked for", PLACED, "3.50", [*ALWAYS[:5], PLACES, SPELT]),
    ("not the decimals asked for", PLACED, "3.5", ALWAYS),
    (
        "mixed with its unit",
        MIXED_KG,
        "1 1/4 kg",
        [FORM, VALUE, ZEROS, NO_DECIMAL, MIXED, *ALWAYS[3:], A_UNIT, THE_UNIT],
    ),
    ("neither mixed nor with its unit", MIXED_KG, "5/4", [FORM, VALUE, ZEROS, NO_DECIMAL, *ALWAYS[3:]]),
    ("mixed with another unit", MIXED_KG, "1 1/4 g", [FORM, VALUE, ZEROS, NO_DECIMAL, MIXED, *ALWAYS[3:], A_UNIT]),
]


@pytest.mark.parametrize(("question", "text", "names"), [row[1:] for row in PASSED], ids=[row[0] for row in PASSED])
def test_a_mark_names_the_checks_that_were_passed(question: Question, text: str, names: list[str]) -> None:
    assert list(mark(question, text).checks) == names


def test_no_two_checks_have_the_same_name() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS)


@given(levels, seeds)
def test_the_own_answer_of_a_question_is_right_without_a_remark(level: tuple[Skill, int], seed: int) -> None:
    question = generate(*level, random.Random(seed))
    asked = tuple(check.name for check in CHECKS if check.asked_of(question))
    text = question.answer_in_full
    assert mark(question, text) == Mark(RIGHT, YES, asked, digits_correct(question, text))


@given(number_answers, number_answers)
def test_another_value_is_never_right(key: tuple[str, Value], given_answer: tuple[str, Value]) -> None:
    question = Question(TIMES.prompt, grammar.render(key[1], key[0]), key[0])
    text = grammar.render(given_answer[1], given_answer[0])
    assert is_right(question, text) <= (key[1] == given_answer[1])


@given(answers)
def test_the_same_value_is_always_right_with_all_its_digits(key: tuple[str, Value]) -> None:
    form, value = key
    question = Question(TIMES.prompt, grammar.render(value, form), form)
    made = mark(question, question.answer)
    assert made.outcome is RIGHT
    assert made.digits is None or made.digits.right == made.digits.asked > 0


@given(answers, near_numbers)
def test_digits_never_go_beyond_what_is_asked(key: tuple[str, Value], text: str) -> None:
    question = Question(TIMES.prompt, grammar.render(key[1], key[0]), key[0])
    digits = digits_correct(question, text)
    assert digits is None or 0 <= digits.right <= digits.asked


@given(answers, near_numbers | st.text(max_size=210))
def test_what_the_format_does_not_admit_is_never_wrong(key: tuple[str, Value], text: str) -> None:
    question = Question(TIMES.prompt, grammar.render(key[1], key[0]), key[0])
    admitted = not isinstance(grammar.parse(text, question.format), NotAnAnswer)
    assert (mark(question, text).outcome is UNREAD) == (not admitted)


@given(near_numbers)
def test_whether_an_answer_can_be_marked_does_not_depend_on_the_key(text: str) -> None:
    assert can_be_marked(TIMES, text) == can_be_marked(write("5 − 5"), text)


@given(answers, st.sampled_from(".,"))
def test_canonical_text_without_places_is_the_same_in_every_class(key: tuple[str, Value], sign: str) -> None:
    """With places it is not: a read 1.250 must not go through this door, and does not."""
    question = Question(TIMES.prompt, grammar.render(key[1], key[0]), key[0])
    if "." not in question.answer:
        assert canonical(question, question.answer, sign) == question.answer


@given(answers, st.sampled_from(".,"))
def test_an_answer_as_the_class_writes_it_is_right(key: tuple[str, Value], sign: str) -> None:
    question = Question(TIMES.prompt, grammar.render(key[1], key[0]), key[0])
    written = question.answer if key[0] in {"time", "text"} else question.answer.replace(".", sign)
    assert mark(question, canonical(question, written, sign), sign).outcome is RIGHT


@given(st.text(min_size=1, max_size=40))
def test_no_words_fold_to_nothing(words: str) -> None:
    assert fold(words)
