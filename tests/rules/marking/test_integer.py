"""Whole numbers below zero, and large ones."""

from quizzes.rules.questions import write
from tests.rules.marking.rows import NO, RIGHT, UNREAD, WRONG, YES, Row, assert_marked, each, zero

ASK = "Write a whole number, with a minus sign if it needs one."
MINUS = write("5 − 7")
FORTY = write("2 − 45")
MILLION = write("1000 × 1000")

ROWS = [
    Row("a minus sign", MINUS, "−2", RIGHT, YES, (1, 1)),
    Row("a hyphen", MINUS, "-2", RIGHT, YES, (1, 1)),
    Row("a dash", MINUS, "–2", RIGHT, YES, (1, 1)),
    Row("a long dash", MINUS, "—2", RIGHT, YES, (1, 1)),
    Row("a full-width minus", MINUS, "－2", RIGHT, YES, (1, 1)),
    Row("a hyphen and a space", MINUS, "- 2", RIGHT, YES, (1, 1)),
    Row("a zero after the minus", MINUS, "-02", RIGHT, zero("−2"), (1, 1)),
    Row("no minus: the sign is no digit", MINUS, "2", WRONG, NO, (1, 1)),
    Row("turned round", MINUS, "12", WRONG, NO, (1, 1)),
    Row("another number below zero", MINUS, "-3", WRONG, NO, (0, 1)),
    Row("a minus behind", MINUS, "2-", UNREAD, ASK),
    Row("a minus alone", MINUS, "-", UNREAD, ASK),
    Row("two minuses", MINUS, "--2", UNREAD, ASK),
    Row("minus in words", MINUS, "minus 2", UNREAD, ASK),
    Row("in brackets", MINUS, "(-2)", UNREAD, ASK),
    Row("two digits below zero", FORTY, "-43", RIGHT, YES, (2, 2)),
    Row("one of two digits below zero", FORTY, "-47", WRONG, NO, (1, 2)),
    Row("above zero", FORTY, "43", WRONG, NO, (2, 2)),
    Row("a million", MILLION, "1000000", RIGHT, YES, (7, 7)),
    Row("a million with commas", MILLION, "1,000,000", RIGHT, YES, (7, 7)),
    Row("a million with spaces", MILLION, "1 000 000", RIGHT, YES, (7, 7)),
    Row("a million with apostrophes", MILLION, "1'000'000", RIGHT, YES, (7, 7)),
    Row("a million with points", MILLION, "1.000.000", RIGHT, YES, (7, 7), ","),
    Row("a million with points, in a class with points", MILLION, "1.000.000", UNREAD, ASK),
    Row("a million below zero with points", MILLION, "-1.000.000", WRONG, NO, (7, 7), ","),
    Row("a hundred thousand", MILLION, "100000", WRONG, NO, (5, 7)),
    Row("ten million", MILLION, "10000000", WRONG, NO, (6, 7)),
    Row("two kinds of thousands", MILLION, "1.000 000", UNREAD, ASK, None, ","),
    Row("commas in odd places", MILLION, "10,00,000", UNREAD, ASK),
]


@each(
    ROWS,
    [(Row("minus nothing below", write("5 − 5"), "-0", RIGHT, YES, (1, 1)), "zero is asked for as a whole number")],
)
def test_mark(row: Row) -> None:
    assert_marked(row)
