"""JSON as programs write it, and what is said of what will not do."""

import json
from typing import Any

import pytest

from quizzes.rules.exchange.quiz_file import FileRefused
from quizzes.rules.exchange.reading import read


def document(**members: Any) -> str:
    return json.dumps({"format": "astro-numbers-quiz", "version": 1, "questions": [{"question": "7 × 8"}]} | members)


def faults(text: str) -> list[tuple[str, str, str]]:
    with pytest.raises(FileRefused) as refused:
        read(text)
    return [(fault.where, fault.found, fault.reason) for fault in refused.value.faults]


def test_a_question_is_enough() -> None:
    quiz = read(document())
    assert (quiz.settings.title, [question.answer for question in quiz.questions]) == ("", ["56"])


def test_a_character_that_no_page_can_show_is_left_out() -> None:
    assert read(document(title="A\ud800\u0000B")).settings.title == "AB"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"format": ', [("Line 1", '{"format":', "This is no JSON from character 12 on.")]),
        ('\n\n{"format": }', [("Line 3", '{"format": }', "This is no JSON from character 12 on.")]),
        ("[" * 100_000, [("", "", "This JSON holds more than a quiz.")]),
        ('{"version": ' + "9" * 5000 + "}", [("", "", "This JSON holds more than a quiz.")]),
        ("[]", [("", "", "This is no quiz: its member “format” is to say “astro-numbers-quiz”.")]),
        ('{"format": "other"}', [("", "", "This is no quiz: its member “format” is to say “astro-numbers-quiz”.")]),
        (document(version=2), [("", "", "This file is of version 2; this site reads version 1.")]),
        (document(version=True), [("", "", "This file is of version True; this site reads version 1.")]),
        (document(colour="red"), [("", "", "There is no member “colour”.")]),
        (document(questions="7 × 8"), [("", "", "The member “questions” is to be a list.")]),
        (document(questions=[]), [("", "", "There is no question in it.")]),
        (
            document(questions=[{"question": "1 + 1"}] * 101),
            [("", "", "That is 101 questions, and a quiz holds 100: split it.")],
        ),
        (
            document(title=7, tries="2", shuffle=1),
            [
                ("title", "7", "The member “title” is to be a text."),
                ("tries", "2", "The member “tries” is to be a number."),
                ("shuffle", "1", "The member “shuffle” is to be true or false."),
            ],
        ),
        (
            document(title="x" * 121),
            [("title", "x" * 60 + "…", "The title is longer than 120 characters: shorten it.")],
        ),
        (
            document(questions=["7 × 8", {"question": "3 + 4"}, {"question": 7}, {"question": "1 + 1", "answer": "3"}]),
            [
                ("Question 1", "7 × 8", "A question is an object with the member “question”."),
                ("Question 3", "7", "The member “question” is to be a text."),
                ("Question 4", "1 + 1", "The answer is 2, not 3."),
            ],
        ),
        (
            document(questions=[{"question": "1 + 1", "demands": [1]}]),
            [("Question 1", "1 + 1", "The member “demands” is to be a list of texts.")],
        ),
        (
            document(questions=[{"question": "1 + 1", "level": True}]),
            [("Question 1", "1 + 1", "The member “level” is to be a number.")],
        ),
    ],
)
def test_what_cannot_be_read_is_named_with_its_place_and_the_reason(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert faults(text) == expected
