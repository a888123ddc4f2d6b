"""Tables as teachers write them, and what is said of those that will not do."""

import csv
import io

import pytest

from quizzes.rules.exchange.quiz_file import FileRefused, QuizFile, Settings
from quizzes.rules.exchange.reading import read
from quizzes.rules.exchange.tables import write_csv
from quizzes.rules.questions import write
from tests.rules.exchange.quizzes import EVERYTHING


def answers(text: str) -> list[tuple[str, str, str]]:
    return [(question.plain(), question.answer, question.format) for question in read(text).questions]


def faults(text: str) -> list[tuple[str, str]]:
    with pytest.raises(FileRefused) as refused:
        read(text)
    return [(fault.where, fault.reason) for fault in refused.value.faults]


MANY_CELLS = "There are more cells than the heading names: put quotation marks around a cell with a comma."
A_DATE = (
    "“{}” is a date: spreadsheets make dates of fractions such as 1/2. "
    "Set the column to Text, or put ' in front, and write it again."
)
OPEN = "A quotation mark is not closed, or something stands behind one that is. Within a cell, write it twice."
ALL_COLUMNS = "question, answer, format, skill, level, layout, figure, demands, parts"

READ = [
    ("a column of questions", "question\n7 × 8\n", [("7 × 8 = □", "56", "whole")]),
    (
        "no heading at all",
        "7 × 8\n\n0,5 + 0,25\n",
        [("7 × 8 = □", "56", "whole"), ("0.5 + 0.25 = □", "0.75", "decimal")],
    ),
    (
        "copied from a spreadsheet",
        "7 × 8\t56\nDays in a week?\t7",
        [("7 × 8 = □", "56", "whole"), ("Days in a week? □", "7", "whole")],
    ),
    ("semicolons without a heading", "Days in a week?;7", [("Days in a week? □", "7", "whole")]),
    ("decimal commas in one column", "question\n0,5 + 0,25", [("0.5 + 0.25 = □", "0.75", "decimal")]),
    (
        "decimal commas in quotation marks",
        'question,answer\n"0,5 + 0,25","0,75"',
        [("0.5 + 0.25 = □", "0.75", "decimal")],
    ),
    ("a heading in capitals, in another order", "Answer , QUESTION\n56,7 × 8", [("7 × 8 = □", "56", "whole")]),
    ("cells at the end that are empty", "question,answer,,\n7 × 8,56,,\n,,,\n", [("7 × 8 = □", "56", "whole")]),
    ("fewer cells than columns", "question,answer,format\n7 × 8", [("7 × 8 = □", "56", "whole")]),
    (
        "an apostrophe of a spreadsheet",
        "question,answer\n1/4 + 1/4,'1/2\n'-5 + 3,-2",
        [("1/4 + 1/4 = □", "1/2", "fraction"), ("−5 + 3 = □", "-2", "integer")],
    ),
    (
        "another format",
        "question,answer,format\n1/4 + 1/4,0.5,decimal\n3 + 4,,digit",
        [("1/4 + 1/4 = □", "0.5", "decimal"), ("3 + 4 = □", "7", "digit")],
    ),
    ("Excel's own first line", "sep=;\nquestion;answer\n0,5 + 0,25;0,75", [("0.5 + 0.25 = □", "0.75", "decimal")]),
    ("money without its sign", "question,answer\n£3.50 + £1.20,4.70", [("£3.50 + £1.20 = □", "£4.70", "money")]),
    ("a time with seconds", "question,answer\nWhen is tea?,03:45:00", [("When is tea? □", "3:45", "time")]),
    ("words that are a date", "question,answer,format\nWhen is it?,1 May,text", [("When is it? □", "1 May", "text")]),
    ("a question over two lines", 'question,answer\n"How many\nlegs?",4', [("How many legs? □", "4", "whole")]),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in READ], ids=[row[0] for row in READ])
def test_a_table_is_read(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert answers(text) == expected


REFUSED = [
    ("nothing", " \n", [("", "There is nothing in it: choose a file, or paste the questions.")]),
    ("a heading alone", "question,answer\n", [("", "There is no question in it.")]),
    ("another answer", "question,answer\n7 × 8,54", [("Line 2", "The answer is 56, not 54.")]),
    (
        "an answer of another kind",
        "question,answer\n7 × 8,lots",
        [("Line 2", "The answer “lots” is not a whole number.")],
    ),
    ("a date in place of a fraction", "question,answer\nA half?,01-Feb", [("Line 2", A_DATE.format("01-Feb"))]),
    ("a German date", "question\n02. Jan", [("Line 2", A_DATE.format("02. Jan"))]),
    (
        "an unknown column",
        "question,colour\n7 × 8,red",
        [("Line 1", f"There is no column “colour”: the columns are {ALL_COLUMNS}.")],
    ),
    (
        "a column twice",
        "question,answer,answer\n7 × 8,56,56",
        [("Line 1", "The column answer is there twice: leave one out.")],
    ),
    (
        "an unknown setting",
        "colour,red\nquestion\n7 × 8",
        [("Line 1", "There is no setting “colour”: the settings are title, instructions, show marks, tries, shuffle.")],
    ),
    (
        "settings that cannot be",
        "tries,9\nshuffle,perhaps\nshow marks,never\nquestion\n7 × 8",
        [
            ("Line 1", "A question has from 1 to 5 tries."),
            ("Line 2", "Questions are shuffled or not: write yes or no."),
            ("Line 3", "Marks are shown after each question or at the end: write each or end."),
        ],
    ),
    ("a comma in a cell", "question,answer\nHow many, please?,4", [("Line 2", MANY_CELLS)]),
    ("cells without names", "7 × 8\t56\tx", [("Line 1", MANY_CELLS)]),
    ("a quotation mark that stays open", 'question\n7 × 8\n"3 + 4\n5 + 6', [("Line 3", OPEN)]),
    (
        "a format that cannot write it",
        "question,format\n7 × 8,digit",
        [("Line 2", "The answer, 56, is not one digit.")],
    ),
    (
        "an unknown layout",
        "question,layout\n7 × 8,round",
        [("Line 2", "There is no layout “round”: it is one of line, column.")],
    ),
    (
        "an unknown figure",
        "question,figure\n7 × 8,a cat",
        [("Line 2", "“a cat” is no number line: write 0 to 10 in 10 parts, arrow at 7.")],
    ),
    ("an unknown demand", "question,demands\n7 × 8,beauty", [("Line 2", "There is no demand “beauty”.")]),
    (
        "an unknown skill",
        "question,skill,level\n7 × 8,dance,1",
        [("Line 2", "There is no skill “dance”: leave it out, or copy its code from an export.")],
    ),
    (
        "a level alone",
        "question,level\n7 × 8,1",
        [("Line 2", "A level goes with a skill: name the skill, or leave out the level.")],
    ),
    ("a level in words", "question,level\n7 × 8,hard", [("Line 2", "The level “hard” is no number.")]),
    ("a question that is missing", "question,answer\n,4", [("Line 2", "The question is missing.")]),
    (
        "parts that are damaged",
        "question,parts\n7 × 8,[",
        [("Line 2", "The parts of the question are damaged: leave them out.")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_cannot_be_read_is_named_with_its_line_and_the_reason(text: str, expected: list[tuple[str, str]]) -> None:
    assert faults(text) == expected


def test_every_bad_line_is_named_and_nothing_comes_of_the_good_ones() -> None:
    assert [where for where, _ in faults("question,answer\n7 × 8,54\n3 + 4,7\n\n2 +,\n")] == ["Line 2", "Line 5"]


def test_words_without_an_answer_are_told_what_they_lack() -> None:
    ((_, reason),) = faults("question\nHow many legs?")
    assert reason.endswith("A question in words needs its answer beside it.")


def test_a_sum_that_cannot_be_read_is_not_taken_for_words() -> None:
    ((where, reason),) = faults("question,answer\n7 ×× 8,56")
    assert where == "Line 2"
    assert "words" not in reason


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    assert [where for where, _ in faults('title,A\n\nquestion,answer\n"Two\nlines",1\n7 × 8,54\n')] == ["Line 6"]


def test_a_quiz_holds_a_hundred_questions() -> None:
    assert len(read("question\n" + "7 × 8\n" * 100).questions) == 100
    assert faults("question\n" + "7 × 8\n" * 101) == [("", "That is 101 questions, and a quiz holds 100: split it.")]


def test_a_list_that_is_much_too_long_is_refused_before_it_is_worked_out() -> None:
    assert faults("2 +\n" * 60_000) == [("", "That is 60000 questions, and a quiz holds 100: split it.")]


def test_what_a_fault_shows_of_a_line_is_short() -> None:
    with pytest.raises(FileRefused) as refused:
        read("question,answer\n" + "x" * 300 + ",\n")
    assert len(refused.value.faults[0].found) == 61


def test_a_plain_quiz_has_no_columns_that_say_nothing() -> None:
    lines = write_csv(QuizFile(Settings("A"), (write("7 × 8"),))).splitlines()
    assert lines == [
        "title,A",
        "instructions,",
        "show marks,each",
        "tries,2",
        "shuffle,no",
        "",
        "question,answer,format",
        "7 × 8,56,whole",
    ]


def test_no_cell_of_an_export_begins_a_formula() -> None:
    cells = [cell for line in csv.reader(io.StringIO(write_csv(EVERYTHING))) for cell in line]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert [cell for cell in cells if cell.startswith(("=", "+", "@"))] == []


BLANK = '{"kind": "blank", "text": ""}'


@pytest.mark.parametrize(
    ("line", "parts", "reason"),
    [
        (
            "Round 3: _",
            '[{"kind": "text", "text": "Round 4: "}, ' + BLANK + "]",
            "The question was changed, and its parts were not: leave the parts out.",
        ),
        (
            "- _",
            '[{"kind": "number", "text": "-"}, ' + BLANK + "]",
            "The parts of the question have a number that says “-”.",
        ),
        (
            "a _",
            '[{"kind": "text", "text": "a\\u0000"}, ' + BLANK + "]",
            "The parts of the question have a character that nobody can see.",
        ),
        ("Round 3:", '[{"kind": "text", "text": "Round 3: "}]', "A question has exactly one box to fill."),
        ("a _", '{"a": 1}', "The prompt of this question is missing."),
        ("a _", "[" * 100_000, "The parts of the question are damaged: leave them out."),
    ],
    ids=["other words", "no number", "a hidden character", "no box", "no list", "too deep"],
)
def test_parts_that_make_no_question_are_refused(line: str, parts: str, reason: str) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([["question", "answer", "format", "parts"], [line, "3", "whole", parts]])
    assert faults(out.getvalue()) == [("Line 2", reason)]
