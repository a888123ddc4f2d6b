"""Quotients with a remainder."""

from quizzes.rules.questions import write, write_text
from tests.rules.marking.rows import NO, RIGHT, UNREAD, WRONG, YES, Row, assert_marked, each, same, zero

ASK = "Write a whole number with its remainder, such as 3 r 2."
TOO_MUCH_LEFT = "Not yet. What is left over has to be less than 5."
SHARED = write("17 ÷ 5 = _ r _")
EVEN = write("15 ÷ 5 = _ r _")
LARGE = write("12347 ÷ 10 = _ r _")
STORY = write_text("17 sweets for 5 children", "3 r 2")
STRICT = write("15 ÷ 5 = _ r _", demands=("as-written",))

ROWS = [
    Row("a remainder", SHARED, "3 r 2", RIGHT, YES, (2, 2)),
    Row("without spaces", SHARED, "3r2", RIGHT, YES, (2, 2)),
    Row("a large R", SHARED, "3 R 2", RIGHT, YES, (2, 2)),
    Row("in words", SHARED, "3 remainder 2", RIGHT, YES, (2, 2)),
    Row("in short", SHARED, "3 rem. 2", RIGHT, YES, (2, 2)),
    Row("in German", SHARED, "3 Rest 2", RIGHT, YES, (2, 2)),
    Row("with a zero", SHARED, "03 r 2", RIGHT, zero("3 r 2"), (2, 2)),
    Row("a zero before the remainder", SHARED, "3 r 02", RIGHT, zero("3 r 2"), (2, 2)),
    Row("the remainder left out", SHARED, "3", WRONG, NO, (1, 2)),
    Row("the quotient wrong", SHARED, "4 r 2", WRONG, NO, (1, 2)),
    Row("the remainder wrong", SHARED, "3 r 1", WRONG, NO, (1, 2)),
    Row("both exchanged", SHARED, "2 r 3", WRONG, NO, (0, 2)),
    Row("a remainder that is too large", SHARED, "2 r 7", WRONG, TOO_MUCH_LEFT, (0, 2)),
    Row("a remainder of the whole", SHARED, "0 r 17", WRONG, TOO_MUCH_LEFT, (0, 2)),
    Row("a remainder that is the divisor", SHARED, "3 r 5", WRONG, TOO_MUCH_LEFT, (1, 2)),
    Row("a remainder below the divisor", SHARED, "3 r 4", WRONG, NO, (1, 2)),
    Row("no remainder", SHARED, "3 r 0", WRONG, NO, (1, 2)),
    Row("a decimal", SHARED, "3.4", UNREAD, ASK),
    Row("a decimal of quotient and remainder", SHARED, "3.2", UNREAD, ASK),
    Row("a fraction", SHARED, "3 2/5", UNREAD, ASK),
    Row("a remainder alone", SHARED, "r 2", UNREAD, ASK),
    Row("nothing after the r", SHARED, "3 r", UNREAD, ASK),
    Row("nothing left", EVEN, "3 r 0", RIGHT, YES, (2, 2)),
    Row("nothing left, not said", EVEN, "3", RIGHT, same("3 r 0"), (2, 2)),
    Row("something left", EVEN, "3 r 1", WRONG, NO, (1, 2)),
    Row("one share too few", EVEN, "2 r 5", WRONG, TOO_MUCH_LEFT, (0, 2)),
    Row("nothing left, as written", STRICT, "3 r 0", RIGHT, YES, (2, 2)),
    Row("nothing left, not said where it is asked", STRICT, "3", WRONG, "Write the remainder too.", (2, 2)),
    Row("a large quotient", LARGE, "1234 r 7", RIGHT, YES, (5, 5)),
    Row("thousands with a comma", LARGE, "1,234 r 7", RIGHT, YES, (5, 5)),
    Row("thousands with a point", LARGE, "1.234 r 7", RIGHT, YES, (5, 5), ","),
    Row("thousands with an apostrophe", LARGE, "1’234 r 7", RIGHT, YES, (5, 5)),
    Row("a large quotient, one place off", LARGE, "123 r 7", WRONG, NO, (1, 5)),
    Row("in a story", STORY, "3 r 2", RIGHT, YES, (2, 2)),
    Row("too much left in a story, whose divisor is not known", STORY, "2 r 7", WRONG, NO, (0, 2)),
]

KNOWN_FAILURES = [
    (Row("left over", SHARED, "3 left over 2", RIGHT, YES, (2, 2)), "only r, rem, rest and remainder are read"),
]


@each(ROWS, KNOWN_FAILURES)
def test_mark(row: Row) -> None:
    assert_marked(row)
