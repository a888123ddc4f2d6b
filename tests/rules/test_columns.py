"""What can be written in columns, and where the digits stand."""

import pytest

from quizzes.rules.columns import Column, Row
from quizzes.rules.columns import column as columns_of
from quizzes.rules.questions import Layout, Question, QuestionRefused, write, write_text

SET = [
    ("a sum", "347 + 26", Column((Row("347"), Row("26")), "+")),
    ("three numbers", "1 + 2 + 3", Column((Row("1"), Row("2"), Row("3")), "+")),
    ("a difference", "63 - 29 =", Column((Row("63"), Row("29")), "−")),
    ("a product", "24 × 7", Column((Row("24"), Row("7")), "×")),
    ("places", "12.25 + 4 + 0.5", Column((Row("12.25"), Row("4", ".00"), Row("0.5", "0")), "+")),
    ("money", "£10 - £2.35", Column((Row("£10", ".00"), Row("£2.35")), "−")),
    ("a product, which has no places to keep", "2.5 × 34", Column((Row("2.5"), Row("34")), "×")),
]

ONE = "In columns there is one sum, difference or product of plain numbers: write 47 + 26."
TWO = "In columns only sums have more than two numbers: write 47 − 26."
REFUSED = [
    ("a division", "84 ÷ 7", ONE),
    ("a missing number", "_ + 5 = 12", ONE),
    ("a box in front", "_ = 7 + 5", ONE),
    ("a remainder", "17 ÷ 5 r", ONE),
    ("a comparison", "7 _ 5", ONE),
    ("two signs", "7 + 5 - 2", ONE),
    ("brackets", "(7 + 5) + 2", ONE),
    ("fractions", "1/2 + 1/4", ONE),
    ("a number below zero", "-5 + 3", ONE),
    ("times", "3:45 + 0:20", ONE),
    ("a sequence", "4, 7, 10", ONE),
    ("a percentage", "25% of 80", ONE),
    ("one number", "√49", ONE),
    ("three factors", "2 × 3 × 4", TWO),
    ("three numbers to take away", "10 - 3 - 2", TWO),
]


@pytest.mark.parametrize(("notation", "column"), [row[1:] for row in SET], ids=[row[0] for row in SET])
def test_a_calculation_is_set_in_columns(notation: str, column: Column) -> None:
    question = write(notation, layout=Layout.COLUMN)
    assert columns_of(question.prompt) == column
    assert Question.from_json(question.to_json()) == question


@pytest.mark.parametrize(("notation", "sentence"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_columns_are_refused(notation: str, sentence: str) -> None:
    with pytest.raises(QuestionRefused) as refused:
        write(notation, layout=Layout.COLUMN)
    assert refused.value.sentence == sentence


def test_words_are_not_set_in_columns() -> None:
    with pytest.raises(QuestionRefused, match="In columns there is one sum"):
        write_text("How many days has a week?", "7", layout=Layout.COLUMN)
