"""Whatever stands in a file: a quiz comes of it, or sentences that say why not."""

import json

from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules.exchange.encodings import text_of
from quizzes.rules.exchange.quiz_file import Fault, FileRefused, QuizFile
from quizzes.rules.exchange.reading import read
from quizzes.rules.exchange.records import Record, question_of, record_of
from quizzes.rules.exchange.tables import COLUMNS, SETTINGS
from quizzes.rules.prompts import BLANK, BOX, Kind, Token, plain
from quizzes.rules.questions import Layout
from quizzes.rules.refusals import QuestionRefused
from quizzes.templatetags.typeset import typeset

WORDS = [
    "7 × 8",
    "3/4 + 1/8",
    "How many legs?",
    "56",
    "1/2",
    "whole",
    "2",
    "column",
    "places:2",
    "0 to 10 in 10 parts, arrow at 7",
]
cells = st.one_of(st.sampled_from([*COLUMNS, *SETTINGS, *WORDS]), st.text(max_size=12))
tables = st.tuples(st.sampled_from(",;\t"), st.lists(st.lists(cells, max_size=6), max_size=6)).map(
    lambda made: "\n".join(made[0].join(row) for row in made[1])
)
values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), cells),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(cells, inner, max_size=3)),
    max_leaves=8,
)
questions = st.dictionaries(st.sampled_from(COLUMNS), values, max_size=5)
documents = st.fixed_dictionaries(
    {
        "format": st.just("astro-numbers-quiz"),
        "version": st.just(1),
        "questions": st.lists(questions | values, max_size=3),
    },
    optional={"title": values, "tries": values, "shuffle": values, "show_marks": values, "instructions": values},
).map(json.dumps)


def answered(text: str) -> QuizFile | tuple[Fault, ...]:
    try:
        return read(text)
    except FileRefused as refused:
        return refused.faults


@given(text=st.one_of(st.text(), tables, documents))
def test_every_text_is_a_quiz_or_is_told_why_not(text: str) -> None:
    quiz = answered(text)
    if isinstance(quiz, QuizFile):
        assert all(question.plain() and question.spoken() for question in quiz.questions)
    else:
        assert [fault for fault in quiz if not fault.reason.endswith((".", "!", "?"))] == []


tokens = st.builds(
    Token,
    st.sampled_from(Kind),
    st.sampled_from(["7", "-3", "1 1/2", "£3.50", "+", "=", "√", "%", "cm", "-", "1/", "", "a "]),
)


@given(before=st.lists(tokens, max_size=3), after=st.lists(tokens, max_size=3), layout=st.sampled_from(Layout))
def test_every_prompt_in_parts_can_be_set_and_spoken_or_is_refused(
    before: list[Token], after: list[Token], layout: Layout
) -> None:
    parts = (*before, BLANK, *after)
    try:
        question = question_of(Record(plain(parts).replace(BOX, "_"), "3", "whole", layout=layout, parts=parts))
    except QuestionRefused:
        return
    assert question.spoken()
    assert typeset(question)
    assert question_of(record_of(question)).prompt == parts


@given(data=st.one_of(st.binary(max_size=200), st.text().map(lambda text: text.encode("utf-16", "replace"))))
def test_every_file_is_text_or_is_told_why_not(data: bytes) -> None:
    try:
        text = text_of(data)
    except FileRefused:
        return
    assert "\0" not in text
