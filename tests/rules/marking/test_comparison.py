"""Signs between two numbers. They have no digits to count."""

from quizzes.rules.questions import write
from tests.rules.marking.rows import NO, RIGHT, UNREAD, WRONG, YES, Row, assert_marked, each

ASK = "Write one of the signs < = >."
SIGN = write("3/4 _ 2/3")
ALIKE = write("1/2 _ 0.5")
LESS = write("2.09 _ 2.1")

ROWS = [
    Row("the sign", SIGN, ">", RIGHT, YES),
    Row("a full-width sign", SIGN, "＞", RIGHT, YES),
    Row("in words", SIGN, "is greater than", RIGHT, YES),
    Row("in other words", SIGN, "bigger than", RIGHT, YES),
    Row("in a word", SIGN, "More.", RIGHT, YES),
    Row("turned round", SIGN, "<", WRONG, NO),
    Row("turned round in words", SIGN, "less than", WRONG, NO),
    Row("equals", SIGN, "=", WRONG, NO),
    Row("two signs", SIGN, ">=", UNREAD, ASK),
    Row("at least", SIGN, "≥", UNREAD, ASK),
    Row("a number", SIGN, "3", UNREAD, ASK),
    Row("the whole comparison", SIGN, "3/4 > 2/3", UNREAD, ASK),
    Row("nothing", SIGN, " ", UNREAD, ASK),
    Row("alike", ALIKE, "=", RIGHT, YES),
    Row("alike in words", ALIKE, "the same", RIGHT, YES),
    Row("not alike", ALIKE, "<", WRONG, NO),
    Row("the longer taken for larger", LESS, ">", WRONG, NO),
    Row("less", LESS, "<", RIGHT, YES),
    Row("less, in a class with commas", LESS, "<", RIGHT, YES, None, ","),
]


@each(ROWS)
def test_mark(row: Row) -> None:
    assert_marked(row)
