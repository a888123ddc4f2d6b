"""Decimals, with the decimal sign of the class and with a number of decimals that is asked for."""

from quizzes.rules.questions import write, write_text
from tests.rules.marking.rows import (
    AS_DECIMAL,
    NO,
    RIGHT,
    UNREAD,
    WRONG,
    YES,
    Row,
    assert_marked,
    each,
    same,
    zero,
)

ASK = "Write a number."
DECIMAL = write("0.25 + 0.25")
PRICE = write_text("Two at 1.25", "2.50")
ABOVE = write("1000.25 + 250.25")
BELOW = write("0.5 − 1.75")
LONG = write("2.6 + 4.07")
TWO = write("1.25 + 2.25", demands=("places:2",))
WHOLE_TWO = write("1.25 + 2.75", demands=("places:2",))
NONE = write("1.5 + 2.5", demands=("places:0",))
ONE = write("0.2 + 0.3", demands=("places:1",))
STRICT = write("0.25 + 0.25", demands=("as-written",))

WITH_2 = "Right value: write it with 2 decimals."

ROWS = [
    Row("a decimal", DECIMAL, "0.5", RIGHT, YES, (2, 2)),
    Row("a decimal comma, in any class", DECIMAL, "0,5", RIGHT, YES, (2, 2)),
    Row("a decimal comma, in its class", DECIMAL, "0,5", RIGHT, YES, (2, 2), ","),
    Row("a decimal point, in a class with commas", DECIMAL, "0.5", RIGHT, YES, (2, 2), ","),
    Row("a full-width comma", DECIMAL, "0，5", RIGHT, YES, (2, 2)),
    Row("an arabic comma", DECIMAL, "٠٫٥", RIGHT, YES, (2, 2)),
    Row("nothing before the point", DECIMAL, ".5", RIGHT, YES, (2, 2)),
    Row("nothing before the comma", DECIMAL, ",5", RIGHT, YES, (2, 2), ","),
    Row("a zero behind", DECIMAL, "0.50", RIGHT, YES, (2, 2)),
    Row("three places, in a class with points", DECIMAL, "0.500", RIGHT, YES, (2, 2)),
    Row("three places after a point, with a zero in front, are places", DECIMAL, "0.500", RIGHT, YES, (2, 2), ","),
    Row("three places after a comma, with a zero in front, are places", DECIMAL, "0,500", RIGHT, YES, (2, 2)),
    Row("zeros before", DECIMAL, "00.5", RIGHT, zero("0.5"), (2, 2)),
    Row("zeros before, in a class with commas", DECIMAL, "00,5", RIGHT, zero("0,5"), (2, 2), ","),
    Row("a fraction", DECIMAL, "1/2", RIGHT, same("0.5"), (2, 2)),
    Row("a fraction, in a class with commas", DECIMAL, "1/2", RIGHT, same("0,5"), (2, 2), ","),
    Row("a fraction that can be simplified", DECIMAL, "2/4", RIGHT, same("0.5"), (2, 2)),
    Row("added apart", DECIMAL, "0.50.5", UNREAD, ASK),
    Row("ten times as much", DECIMAL, "5", WRONG, NO, (0, 2)),
    Row("a tenth", DECIMAL, "0.05", WRONG, NO, (1, 2)),
    Row("the whole right, the place wrong", DECIMAL, "0.4", WRONG, NO, (1, 2)),
    Row("a point alone", DECIMAL, ".", UNREAD, ASK),
    Row("an exponent", DECIMAL, "5e-1", UNREAD, ASK),
    Row("a percentage", DECIMAL, "50%", UNREAD, ASK),
    Row("two decimals of a price", PRICE, "2.50", RIGHT, YES, (2, 2)),
    Row("one decimal of a price", PRICE, "2.5", RIGHT, YES, (2, 2)),
    Row("a price with its sign", PRICE, "£2.50", UNREAD, ASK),
    Row("above a thousand", ABOVE, "1250.5", RIGHT, YES, (5, 5)),
    Row("a comma for thousands", ABOVE, "1,250.5", RIGHT, YES, (5, 5)),
    Row("a comma for thousands, no places", ABOVE, "1,250", WRONG, NO, (4, 5)),
    Row("a space for thousands", ABOVE, "1 250.5", RIGHT, YES, (5, 5)),
    Row("an apostrophe for thousands", ABOVE, "1'250.5", RIGHT, YES, (5, 5)),
    Row("a point for thousands", ABOVE, "1.250,5", RIGHT, YES, (5, 5), ","),
    Row("a point for thousands, no places", ABOVE, "1.250", WRONG, NO, (4, 5), ","),
    Row("a space for thousands, with a comma", ABOVE, "1 250,5", RIGHT, YES, (5, 5), ","),
    Row("an apostrophe for thousands, with a comma", ABOVE, "1’250,5", RIGHT, YES, (5, 5), ","),
    Row("thousands of the other kind of class", ABOVE, "1.250,5", UNREAD, ASK),
    Row("thousands of the other kind of class, turned round", ABOVE, "1,250.5", UNREAD, ASK, None, ","),
    Row("places aligned at the point", ABOVE, "250.5", WRONG, NO, (4, 5)),
    Row("below zero", BELOW, "-1.25", RIGHT, YES, (3, 3)),
    Row("below zero with a true minus and a comma", BELOW, "−1,25", RIGHT, YES, (3, 3), ","),
    Row("above zero", BELOW, "1.25", WRONG, NO, (3, 3)),
    Row("places added apart", LONG, "6.13", WRONG, NO, (1, 3)),
    Row("aligned at the right", LONG, "4.33", WRONG, NO, (0, 3)),
    Row("one place too few", LONG, "6.6", WRONG, NO, (2, 3)),
    Row("one place too many", LONG, "6.671", WRONG, NO, (3, 3)),
    Row("two decimals as asked", TWO, "3.50", RIGHT, YES, (3, 3)),
    Row("two decimals as asked, with a comma", TWO, "3,50", RIGHT, YES, (3, 3), ","),
    Row("one decimal where two are asked", TWO, "3.5", WRONG, WITH_2, (3, 3)),
    Row("three decimals where two are asked", TWO, "3.500", WRONG, WITH_2, (3, 3)),
    Row("a fraction where two decimals are asked", TWO, "7/2", WRONG, WITH_2, (3, 3)),
    Row("a zero in front of two decimals", TWO, "03.50", RIGHT, zero("3.50"), (3, 3)),
    Row("two decimals, but others", TWO, "3.05", WRONG, NO, (1, 3)),
    Row("two decimals that are zero", WHOLE_TWO, "4.00", RIGHT, YES, (3, 3)),
    Row("no decimals where two are asked", WHOLE_TWO, "4", WRONG, WITH_2, (3, 3)),
    Row("a point and no decimals", WHOLE_TWO, "4.", WRONG, WITH_2, (3, 3)),
    Row("no decimals as asked", NONE, "4", RIGHT, YES, (1, 1)),
    Row("decimals where none are asked", NONE, "4.0", WRONG, "Right value: write it without decimals.", (1, 1)),
    Row("one decimal as asked", ONE, "0.5", RIGHT, YES, (2, 2)),
    Row("one decimal, nothing before the point", ONE, ".5", RIGHT, YES, (2, 2)),
    Row("two decimals where one is asked", ONE, "0.50", WRONG, "Right value: write it with 1 decimal.", (2, 2)),
    Row("as written", STRICT, "0.5", RIGHT, YES, (2, 2)),
    Row("as written, nothing before the point", STRICT, ".5", RIGHT, YES, (2, 2)),
    Row("as written, zeros in front", STRICT, "00.5", RIGHT, zero("0.5"), (2, 2)),
    Row("not as written: a fraction", STRICT, "1/2", WRONG, AS_DECIMAL, (2, 2)),
    Row("as written, a zero behind", STRICT, "0.50", RIGHT, YES, (2, 2)),
    Row("not as written, and wrong", STRICT, "1/3", WRONG, NO, (0, 2)),
]

KNOWN_FAILURES = [
    (Row("a point that floats", DECIMAL, "0·5", RIGHT, YES, (2, 2)), "the raised point of old schoolbooks is not read"),
    (Row("per cent for a decimal", DECIMAL, "50%", RIGHT, same("0.5"), (2, 2)), "a percentage is no decimal"),
]


@each(ROWS, KNOWN_FAILURES)
def test_mark(row: Row) -> None:
    assert_marked(row)
