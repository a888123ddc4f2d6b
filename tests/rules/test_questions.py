import random
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules.planning import generate
from quizzes.rules.prompts import BLANK, EQUALS, Kind, Token
from quizzes.rules.questions import Question, QuestionRefused, write, write_text
from quizzes.rules.skills import Skill
from tests.rules.strategies import levels, seeds

SEVEN_EIGHTS = write("7 × 8")

IN_WORDS = [
    ("a number", "How many moons has Mars?", "2", "How many moons has Mars? □", "2", "whole"),
    ("a box inside", "A week has _ days.", "7", "A week has □ days.", "7", "whole"),
    ("a box beside a sign", "It costs £_.", "3.50", "It costs £□.", "3.50", "money"),
    ("a box before a sign", "It costs _ €.", "3,5", "It costs □ €.", "3.50", "money"),
    ("an amount of money", "Two at £1.25", "£2.50", "Two at £1.25 □", "£2.50", "money"),
    ("an amount with its sign behind", "Two at 1,25 €", "2,50 €", "Two at 1,25 € □", "€2.50", "money"),
    ("a remainder", "17 sweets for 5 children", "3 r 2", "17 sweets for 5 children □", "3 r 2", "remainder"),
    ("a remainder in other words", "Share 17 by 5", "3 rem 2", "Share 17 by 5 □", "3 r 2", "remainder"),
    ("a comparison", "Put in the sign: 3 _ 4", "<", "Put in the sign: 3 □ 4", "<", "comparison"),
    ("a time", "When does the bus leave?", "15:05", "When does the bus leave? □", "15:05", "time"),
    ("a time with a zero", "When?", "03:45", "When? □", "3:45", "time"),
    ("a ratio", "Mix them", "70:30", "Mix them □", "70:30", "text"),
    ("a word with an r", "Which planet?", "Mars", "Which planet? □", "Mars", "text"),
    ("a long box", "____ is half of 8", "4", "□ is half of 8", "4", "whole"),
    ("a negative number", "One below zero", "-1", "One below zero □", "-1", "integer"),
    ("a fraction", "Half of a half", "2/8", "Half of a half □", "1/4", "fraction"),
    ("a fraction sign", "Half", "½", "Half □", "1/2", "fraction"),
    ("a mixed number", "Half of three", "1 1/2", "Half of three □", "1 1/2", "mixed"),
    ("an improper fraction", "Half of three", "3/2", "Half of three □", "3/2", "fraction"),
    ("words", "The capital of France", "Paris", "The capital of France □", "Paris", "text"),
    ("a number and its unit", "How heavy?", "3 kg", "How heavy? □", "3 kg", "text"),
    ("a number that nobody could draw", "Pi", "3.14159", "Pi □", "3.14159", "text"),
    ("a number that grows too long", "Much", "9999 9999/2", "Much □", "9999 9999/2", "text"),
    ("untidy", "  Say \n this ", " yes\x00 ", "Say this □", "yes", "text"),
]

WORDS_REFUSED = [
    ("no question", " ", "7", "The question is empty: write it."),
    ("no answer", "How many?", "  ", "The answer is empty: write it."),
    ("a box alone", "_", "7", "Write the question beside the box."),
    ("two boxes", "_ and _", "7", "That has more than one box to fill: use only one _ ."),
    ("a long question", "a" * 201, "7", "The question is longer than 200 characters: shorten it."),
    ("a long answer", "How?", "a" * 201, "The answer is longer than 200 characters: shorten it."),
]


@pytest.mark.parametrize(
    ("prompt", "answer", "plain", "canonical", "form"), [row[1:] for row in IN_WORDS], ids=[row[0] for row in IN_WORDS]
)
def test_write_text_takes(prompt: str, answer: str, plain: str, canonical: str, form: str) -> None:
    question = write_text(prompt, answer)
    assert (question.plain(), question.answer, question.format) == (plain, canonical, form)
    assert question.is_text


@pytest.mark.parametrize(
    ("prompt", "answer", "sentence"), [row[1:] for row in WORDS_REFUSED], ids=[row[0] for row in WORDS_REFUSED]
)
def test_write_text_refuses(prompt: str, answer: str, sentence: str) -> None:
    with pytest.raises(QuestionRefused) as refused:
        write_text(prompt, answer)
    assert refused.value.sentence == sentence


CHOSEN = [
    ("decimal", "3", "3"),
    ("mixed", "3/2", "1 1/2"),
    ("fraction", "1 1/2", "3/2"),
    ("number", "1/3", "1/3"),
    ("money", "3,5", "3.50"),
    ("time", "15h30", "15:30"),
    ("comparison", "less than", "<"),
    ("remainder", "3", "3 r 0"),
    ("digit", "7", "7"),
    ("text", "7", "7"),
]


@pytest.mark.parametrize(("form", "answer", "canonical"), CHOSEN, ids=[row[0] for row in CHOSEN])
def test_write_text_takes_a_chosen_format(form: str, answer: str, canonical: str) -> None:
    question = write_text("How many?", answer, form)
    assert (question.answer, question.format) == (canonical, form)


UNFIT = [
    ("words for a number", "seven", "number", "The answer “seven” is not a number."),
    ("a third for a decimal", "1/3", "decimal", "The answer “1/3” is not a number."),
    ("two digits for one", "12", "digit", "The answer “12” is not one digit."),
    ("an hour for a time", "25:00", "time", "The answer “25:00” is not a time, such as 3:45."),
    ("a word for a sign", "near", "comparison", "The answer “near” is not one of the signs < = >."),
]


@pytest.mark.parametrize(("answer", "form", "sentence"), [row[1:] for row in UNFIT], ids=[row[0] for row in UNFIT])
def test_write_text_refuses_an_answer_that_the_chosen_format_does_not_admit(
    answer: str, form: str, sentence: str
) -> None:
    with pytest.raises(QuestionRefused) as refused:
        write_text("How many?", answer, form)
    assert refused.value.sentence == sentence


def test_a_question_knows_its_exact_value() -> None:
    assert write("1 ÷ 3").value == Fraction(1, 3)
    assert write_text("The capital of France", "Paris").value == "Paris"
    assert not SEVEN_EIGHTS.is_text


def test_a_question_is_stored_as_it_was_asked() -> None:
    assert SEVEN_EIGHTS.as_practice_of("tables-6-7-9", 3).to_json() == {
        "version": 1,
        "prompt": [
            {"kind": "number", "text": "7"},
            {"kind": "operator", "text": "×"},
            {"kind": "number", "text": "8"},
            {"kind": "relation", "text": "="},
            {"kind": "blank", "text": ""},
        ],
        "answer": "56",
        "format": "whole",
        "skill": "tables-6-7-9",
        "level": 3,
        "notation": "7 × 8",
    }


@given(levels, seeds)
def test_what_is_stored_comes_back(level: tuple[Skill, int], seed: int) -> None:
    question = generate(*level, random.Random(seed))
    assert Question.from_json(question.to_json()) == question


NUMBERS_TOLD = [
    ("Write 2 3/4 as a fraction", ["2 3/4"], "Write 2 and 3 quarters as a fraction"),
    ("0.5, 0.45 or 0.405?", ["0.5", "0.45", "0.405"], "0 point 5, 0 point 4 5 or 0 point 4 0 5?"),
    ("It costs £3.20. Pay with £5.", ["£3.20"], "It costs 3 pounds 20. Pay with £5."),
    ("1/2 of them are red.", ["1/2"], "1 half of them are red."),
    ("On 3/4/26, or 1.5.2026, at 3:45", [], "On 3/4/26, or 1.5.2026, at 3:45"),
    ("Take 12.5% of 1,250.5, on p.3, and/or 3/0", [], "Take 12.5% of 1,250.5, on p.3, and/or 3/0"),
]


@pytest.mark.parametrize(("words", "numbers", "spoken"), NUMBERS_TOLD, ids=[row[0] for row in NUMBERS_TOLD])
def test_fractions_and_decimals_among_words_are_numbers(words: str, numbers: list[str], spoken: str) -> None:
    question = write_text(words, "3")
    assert [token.text for token in question.prompt if token.kind is Kind.NUMBER] == numbers
    assert question.spoken() == spoken
    assert question.plain() == f"{words} □"


@pytest.mark.parametrize("question", [write_text("Capital of _?", "Rom"), write("1 1/2 + _ = 2"), write("-(3 + 4)")])
def test_words_fractions_and_brackets_come_back(question: Question) -> None:
    assert Question.from_json(question.to_json()) == question


STORED = SEVEN_EIGHTS.to_json()
DAMAGED: list[tuple[str, Any]] = [
    ("nothing", None),
    ("a list", []),
    ("an empty object", {}),
    ("a member too many", {**STORED, "hint": "56"}),
    ("a member too few", {key: value for key, value in STORED.items() if key != "format"}),
    ("a later version", {**STORED, "version": 2}),
    ("a number for an answer", {**STORED, "answer": 56}),
    ("a level in words", {**STORED, "level": "1"}),
    ("a level that is yes", {**STORED, "level": True}),
    ("a level below none", {**STORED, "level": -1}),
    ("an unknown format", {**STORED, "format": "roman"}),
    ("an answer that is none", {**STORED, "answer": "LVI"}),
    ("an answer of the wrong form", {**STORED, "answer": "-56"}),
    ("an answer not in its plainest form", {**STORED, "answer": "056"}),
    ("no prompt", {**STORED, "prompt": []}),
    ("a prompt in words", {**STORED, "prompt": "7 × 8"}),
    ("a token without text", {**STORED, "prompt": [{"kind": "blank"}]}),
    ("a token of another kind", {**STORED, "prompt": [{"kind": "picture", "text": ""}]}),
    ("a token with a number", {**STORED, "prompt": [{"kind": "number", "text": 7}, {"kind": "blank", "text": ""}]}),
    ("no box", {**STORED, "prompt": [{"kind": "number", "text": "7"}]}),
    ("two boxes", {**STORED, "prompt": [{"kind": "blank", "text": ""}, {"kind": "blank", "text": ""}]}),
]


@pytest.mark.parametrize("data", [row[1] for row in DAMAGED], ids=[row[0] for row in DAMAGED])
def test_from_json_refuses(data: Any) -> None:
    with pytest.raises(QuestionRefused):
        Question.from_json(data)


@given(
    st.recursive(
        st.none() | st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_from_json_refuses_whatever_is_no_question(data: Any) -> None:
    with pytest.raises(QuestionRefused):
        Question.from_json({**STORED, "prompt": data})


def test_a_question_cannot_be_made_without_an_answer() -> None:
    prompt = (Token(Kind.NUMBER, "7"), EQUALS, BLANK)
    with pytest.raises(QuestionRefused, match="is not a whole number"):
        Question(prompt, "", "whole")
    with pytest.raises(QuestionRefused, match="from 0 to 99"):
        replace(SEVEN_EIGHTS, level=100)
