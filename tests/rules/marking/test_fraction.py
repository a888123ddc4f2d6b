"""Fractions, simplified or not, and in the form that is asked for."""

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

ASK = "Write a fraction."
HALF = write("1/4 + 1/4")
THIRD = write("1 ÷ 3")
FIVE_QUARTERS = write("3/4 + 1/2")
MINUS = write("1/4 − 3/4")
TWELFTHS = write("1/4 + 1/3")
SIMPLE = write("1/4 + 1/4", demands=("lowest-terms",))
SIMPLE_ONE = write("1/2 + 1/2", demands=("lowest-terms",))
MIXED = write("3/4 + 1/2", demands=("mixed",))
IMPROPER = write("3/4 + 1/2", demands=("improper",))
BOTH = write("3/4 + 3/4", demands=("lowest-terms", "mixed"))
STRICT = write("1/4 + 1/4", demands=("as-written",))

ROWS = [
    Row("a half", HALF, "1/2", RIGHT, YES, (2, 2)),
    Row("spaces round the bar", HALF, "1 / 2", RIGHT, YES, (2, 2)),
    Row("one sign", HALF, "½", RIGHT, YES, (2, 2)),
    Row("a slash for fractions", HALF, "1⁄2", RIGHT, YES, (2, 2)),
    Row("a division slash", HALF, "1∕2", RIGHT, YES, (2, 2)),
    Row("full width", HALF, "１／２", RIGHT, YES, (2, 2)),
    Row("two quarters", HALF, "2/4", RIGHT, terms("1/2"), (2, 2)),
    Row("fifty hundredths", HALF, "50/100", RIGHT, terms("1/2"), (2, 2)),
    Row("a decimal", HALF, "0.5", RIGHT, same("1/2"), (2, 2)),
    Row("a decimal with a comma", HALF, "0,5", RIGHT, same("1/2"), (2, 2), ","),
    Row("a zero in front", HALF, "01/2", RIGHT, zero("1/2"), (2, 2)),
    Row("tops and bottoms added", HALF, "2/8", WRONG, NO, (0, 2)),
    Row("the top right", HALF, "1/4", WRONG, NO, (1, 2)),
    Row("the bottom right", HALF, "3/2", WRONG, NO, (1, 2)),
    Row("upside down", HALF, "2/1", WRONG, NO, (0, 2)),
    Row("one for a half", HALF, "1", WRONG, NO, (0, 2)),
    Row("another decimal", HALF, "0.4", WRONG, NO, (0, 2)),
    Row("below zero", HALF, "-1/2", WRONG, NO, (2, 2)),
    Row("zero at the bottom", HALF, "1/0", UNREAD, "A fraction cannot have 0 at the bottom."),
    Row("nothing at the bottom", HALF, "1/", UNREAD, ASK),
    Row("nothing at the top", HALF, "/2", UNREAD, ASK),
    Row("three floors", HALF, "1/2/1", UNREAD, ASK),
    Row("a word", HALF, "half", UNREAD, ASK),
    Row("a colon", HALF, "1:2", UNREAD, ASK),
    Row("a third", THIRD, "1/3", RIGHT, YES, (2, 2)),
    Row("nearly a third", THIRD, "0.3333", WRONG, NO, (0, 2)),
    Row("two sixths", THIRD, "2/6", RIGHT, terms("1/3"), (2, 2)),
    Row("two digits at the bottom", TWELFTHS, "7/12", RIGHT, YES, (3, 3)),
    Row("one digit at the bottom wrong", TWELFTHS, "7/13", WRONG, NO, (2, 3)),
    Row("one digit at the bottom missing", TWELFTHS, "7/2", WRONG, NO, (2, 3)),
    Row("the numerators added", TWELFTHS, "2/7", WRONG, NO, (0, 3)),
    Row("fourteen twenty-fourths", TWELFTHS, "14/24", RIGHT, terms("7/12"), (3, 3)),
    Row("minus a half", MINUS, "-1/2", RIGHT, YES, (2, 2)),
    Row("minus a half with a true minus", MINUS, "−½", RIGHT, YES, (2, 2)),
    Row("minus two quarters", MINUS, "-2/4", RIGHT, terms("−1/2"), (2, 2)),
    Row("a minus below", MINUS, "1/-2", UNREAD, ASK),
    Row("improper", FIVE_QUARTERS, "5/4", RIGHT, YES, (2, 2)),
    Row("mixed for improper", FIVE_QUARTERS, "1 1/4", RIGHT, YES, (2, 2)),
    Row("tenths of eighths", FIVE_QUARTERS, "10/8", RIGHT, terms("5/4"), (2, 2)),
    Row("mixed, not in lowest terms", FIVE_QUARTERS, "1 2/8", RIGHT, terms("5/4"), (2, 2)),
    Row("mixed without its space", FIVE_QUARTERS, "11/4", WRONG, NO, (1, 2)),
    Row("mixed, the fraction wrong", FIVE_QUARTERS, "1 3/4", WRONG, NO, (1, 2)),
    Row("in lowest terms as asked", SIMPLE, "1/2", RIGHT, YES, (2, 2)),
    Row("one sign, in lowest terms", SIMPLE, "½", RIGHT, YES, (2, 2)),
    Row("two quarters where lowest terms are asked", SIMPLE, "2/4", WRONG, SIMPLIFY, (2, 2)),
    Row("hundredths where lowest terms are asked", SIMPLE, "50/100", WRONG, SIMPLIFY, (2, 2)),
    Row("a decimal where lowest terms are asked", SIMPLE, "0.5", WRONG, AS_FRACTION, (2, 2)),
    Row("wrong, and not in lowest terms", SIMPLE, "2/8", WRONG, NO, (0, 2)),
    Row("a spare zero where lowest terms are asked", SIMPLE, "01/2", RIGHT, zero("1/2"), (2, 2)),
    Row("one whole, simplified", SIMPLE_ONE, "1", RIGHT, YES, (1, 1)),
    Row("one whole, not simplified", SIMPLE_ONE, "2/2", WRONG, SIMPLIFY, (1, 1)),
    Row("one over one", SIMPLE_ONE, "1/1", WRONG, SIMPLIFY, (1, 1)),
    Row("mixed as asked", MIXED, "1 1/4", RIGHT, YES, (3, 3)),
    Row("mixed as asked, as signs", MIXED, "1¼", RIGHT, YES, (3, 3)),
    Row("mixed as asked, not in lowest terms", MIXED, "1 2/8", RIGHT, terms("1 1/4"), (3, 3)),
    Row("improper where mixed is asked", MIXED, "5/4", WRONG, AS_MIXED, (3, 3)),
    Row("a whole left inside where mixed is asked", MIXED, "0 5/4", WRONG, AS_MIXED, (3, 3)),
    Row("a decimal where mixed is asked", MIXED, "1.25", WRONG, AS_FRACTION, (3, 3)),
    Row("the whole right", MIXED, "1 3/4", WRONG, NO, (2, 3)),
    Row("the whole alone", MIXED, "1", WRONG, NO, (1, 3)),
    Row("improper as asked", IMPROPER, "5/4", RIGHT, YES, (2, 2)),
    Row("improper as asked, not in lowest terms", IMPROPER, "10/8", RIGHT, terms("5/4"), (2, 2)),
    Row("mixed where improper is asked", IMPROPER, "1 1/4", WRONG, AS_IMPROPER, (2, 2)),
    Row("a decimal where improper is asked", IMPROPER, "1.25", WRONG, AS_FRACTION, (2, 2)),
    Row("mixed and in lowest terms", BOTH, "1 1/2", RIGHT, YES, (3, 3)),
    Row("mixed, not in lowest terms, both asked", BOTH, "1 2/4", WRONG, SIMPLIFY, (3, 3)),
    Row("improper in lowest terms, both asked", BOTH, "3/2", WRONG, AS_MIXED, (3, 3)),
    Row("neither of both", BOTH, "6/4", WRONG, AS_MIXED, (3, 3)),
    Row("as written", STRICT, "1/2", RIGHT, YES, (2, 2)),
    Row("not as written: not simplified", STRICT, "2/4", WRONG, SIMPLIFY, (2, 2)),
    Row("not as written: a decimal", STRICT, "0.5", WRONG, AS_FRACTION, (2, 2)),
]

KNOWN_FAILURES = [
    (Row("a half in words", HALF, "one half", RIGHT, YES, (2, 2)), "fractions in words are not read"),
    (Row("a minus at the bottom", MINUS, "1/-2", RIGHT, same("−1/2"), (2, 2)), "a minus stands in front of a fraction"),
]


@each(ROWS, KNOWN_FAILURES)
def test_mark(row: Row) -> None:
    assert_marked(row)
