"""Mixed numbers."""

from quizzes.rules.questions import write
from tests.rules.marking.rows import (
    AS_FRACTION,
    AS_IMPROPER,
    AS_MIXED,
    NO,
    RIGHT,
    SIMPLIFY,
    UNREAD,
    WRONG,
    YES,
    Row,
    assert_marked,
    each,
    same,
    terms,
    zero,
)

ASK = "Write a mixed number."
MIXED = write("1 1/2 + 3/4")
MINUS = write("1 1/2 − 3 3/4")
ASKED = write("1 1/2 + 3/4", demands=("mixed",))
IMPROPER = write("1 1/2 + 3/4", demands=("improper",))
SIMPLE = write("1 1/4 + 1/4", demands=("lowest-terms",))
STRICT = write("1 1/2 + 3/4", demands=("as-written",))

ROWS = [
    Row("mixed", MIXED, "2 1/4", RIGHT, YES, (3, 3)),
    Row("mixed as signs", MIXED, "2¼", RIGHT, YES, (3, 3)),
    Row("spaces round the bar", MIXED, "2 1 / 4", RIGHT, YES, (3, 3)),
    Row("improper", MIXED, "9/4", RIGHT, same("2 1/4"), (3, 3)),
    Row("a whole left inside", MIXED, "1 5/4", RIGHT, terms("2 1/4"), (3, 3)),
    Row("not in lowest terms", MIXED, "2 2/8", RIGHT, terms("2 1/4"), (3, 3)),
    Row("a decimal", MIXED, "2.25", RIGHT, same("2 1/4"), (3, 3)),
    Row("a decimal with a comma", MIXED, "2,25", RIGHT, same("2 1/4"), (3, 3), ","),
    Row("a zero in front", MIXED, "02 1/4", RIGHT, zero("2 1/4"), (3, 3)),
    Row("the fraction wrong", MIXED, "2 3/4", WRONG, NO, (2, 3)),
    Row("the whole wrong", MIXED, "1 1/4", WRONG, NO, (2, 3)),
    Row("the whole left out", MIXED, "1/4", WRONG, NO, (2, 3)),
    Row("the fraction left out", MIXED, "2", WRONG, NO, (1, 3)),
    Row("parts added apart", MIXED, "1 4/6", WRONG, NO, (0, 3)),
    Row("without its space", MIXED, "21/4", WRONG, NO, (2, 3)),
    Row("an and between", MIXED, "2 and 1/4", UNREAD, ASK),
    Row("a plus between", MIXED, "2+1/4", UNREAD, ASK),
    Row("two wholes", MIXED, "2 1 1/4", UNREAD, ASK),
    Row("zero at the bottom", MIXED, "2 1/0", UNREAD, "A fraction cannot have 0 at the bottom."),
    Row("below zero", MINUS, "-2 1/4", RIGHT, YES, (3, 3)),
    Row("below zero, improper", MINUS, "-9/4", RIGHT, same("−2 1/4"), (3, 3)),
    Row("above zero", MINUS, "2 1/4", WRONG, NO, (3, 3)),
    Row("a minus inside", MINUS, "2 -1/4", UNREAD, ASK),
    Row("mixed as asked", ASKED, "2 1/4", RIGHT, YES, (3, 3)),
    Row("improper where mixed is asked", ASKED, "9/4", WRONG, AS_MIXED, (3, 3)),
    Row("a whole left inside where mixed is asked", ASKED, "1 5/4", WRONG, AS_MIXED, (3, 3)),
    Row("not in lowest terms where only mixed is asked", ASKED, "2 2/8", RIGHT, terms("2 1/4"), (3, 3)),
    Row("a decimal where mixed is asked", ASKED, "2.25", WRONG, AS_FRACTION, (3, 3)),
    Row("improper as asked", IMPROPER, "9/4", RIGHT, YES, (2, 2)),
    Row("mixed where improper is asked", IMPROPER, "2 1/4", WRONG, AS_IMPROPER, (2, 2)),
    Row("improper as asked, not in lowest terms", IMPROPER, "18/8", RIGHT, terms("9/4"), (2, 2)),
    Row("simplified as asked", SIMPLE, "1 1/2", RIGHT, YES, (3, 3)),
    Row("simplified, improper", SIMPLE, "3/2", RIGHT, same("1 1/2"), (3, 3)),
    Row("not simplified", SIMPLE, "1 2/4", WRONG, SIMPLIFY, (3, 3)),
    Row("as written", STRICT, "2 1/4", RIGHT, YES, (3, 3)),
    Row("not as written: improper", STRICT, "9/4", WRONG, AS_MIXED, (3, 3)),
    Row("not as written: not simplified", STRICT, "2 2/8", WRONG, SIMPLIFY, (3, 3)),
    Row("not as written: a decimal", STRICT, "2.25", WRONG, AS_FRACTION, (3, 3)),
]

KNOWN_FAILURES = [
    (Row("and", MIXED, "2 and 1/4", RIGHT, YES, (3, 3)), "a mixed number in words is not read"),
]


@each(ROWS, KNOWN_FAILURES)
def test_mark(row: Row) -> None:
    assert_marked(row)
