"""The table for a spreadsheet."""

import csv
import io

import pytest

from quizzes.models import Assignment, Student
from quizzes.queries.export import results_csv, safe, table
from quizzes.queries.results import results
from quizzes.rules.misconceptions import CATALOGUE
from tests.quizzes.giving import drawn, reading, typed


def test_the_table_has_a_line_for_each_student_and_three_columns_for_each_question(
    zoe: Student, assignment: Assignment
) -> None:
    typed(zoe, assignment, 1, "56")
    drawn(zoe, assignment, 2, "4")
    head, yan_line, zoe_line = table(results(assignment))
    assert head == [
        "Student", "Progress", "Right", "Of", "Digits right", "Seconds", "Mirrored",
        "1: 7 × 8 = □", "1: answer", "1: perhaps", "2: 12 ÷ 4 = □", "2: answer", "2: perhaps",
    ]  # fmt: skip
    assert yan_line == ["Yan Yates", "Not started", 0, 2, "", "", "", "", "", "", "", "", ""]
    assert zoe_line[:4] == ["Zoe Zimmer", "2 of 2", 1, 2]
    assert zoe_line[7:] == ["right", "56", "", "wrong", "4", ""]


def test_digits_and_causes_are_those_of_the_page(zoe: Student, assignment: Assignment) -> None:
    typed(zoe, assignment, 1, "15")
    typed(zoe, assignment, 2, "3")
    found = results(assignment)
    (row,) = [row for row in found.rows if row.name == zoe.name]
    line = table(found)[-1]
    assert line[4] == row.digits == "1 of 3"
    assert line[9] == "; ".join(row.cells[0].causes) == CATALOGUE["OP-SWAP"].name


def test_mirrored_digits_stand_beside_the_student_each_once(zoe: Student, assignment: Assignment) -> None:
    drawn(zoe, assignment, 1, "37", read=reading("37", mirrored="37"))
    drawn(zoe, assignment, 2, "3", read=reading("3", mirrored="3"))
    assert table(results(assignment))[-1][6] == "3, 7"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("56", "56"),
        ("-5", "-5"),
        ("-0.25", "-0.25"),
        (3, 3),
        (-2.5, -2.5),
        ("Zoe", "Zoe"),
        ("", ""),
        ('=HYPERLINK("http://evil.example")', '\'=HYPERLINK("http://evil.example")'),
        ("+49 30 1234", "'+49 30 1234"),
        ("-Ann", "'-Ann"),
        ("-5+cmd|' /C calc'!A0", "'-5+cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1+1", "'\t=1+1"),
        ("\r=1+1", "'\r=1+1"),
        ("  =1+1", "'  =1+1"),
        ("＝1+1", "'＝1+1"),
        ("-", "'-"),
        ("5-3", "'5-3"),
        ("3/4", "'3/4"),
        ("-3/4", "'-3/4"),
        ("1 1/2", "1 1/2"),
        ("3 r 2", "3 r 2"),
        ("=", "'="),
        ("<", "<"),
        ("£3.50", "£3.50"),
        ("3:45", "3:45"),
    ],
)
def test_numbers_stay_numbers_and_formulas_become_text(value: str | float, written: str | float) -> None:
    assert safe(value) == written


def test_a_name_that_is_a_formula_is_neutralised_in_the_file(zoe: Student, assignment: Assignment) -> None:
    zoe.name = '=1+1,"quoted"'
    zoe.save()
    lines = list(csv.reader(io.StringIO(results_csv(results(assignment)))))
    assert '\'=1+1,"quoted"' in [line[0] for line in lines]


def test_lines_end_as_the_standard_says(assignment: Assignment) -> None:
    text = results_csv(results(assignment))
    assert text.count("\r\n") == 3
    assert text.endswith("\r\n")


def test_ink_that_nobody_could_read_costs_nothing(zoe: Student, assignment: Assignment) -> None:
    typed(zoe, assignment, 1, "56")
    drawn(zoe, assignment, 2, "", mark="unread", note="", left_to_teacher=True)
    *_, line = table(results(assignment))
    assert line[:4] == ["Zoe Zimmer", "2 of 2", 1, 1]
    assert line[-3:] == ["unread", "", ""]
