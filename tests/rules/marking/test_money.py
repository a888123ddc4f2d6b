"""Amounts of money, in the ways of several countries."""

from quizzes.rules.questions import write, write_text
from tests.rules.marking.rows import NO, RIGHT, UNREAD, WRONG, YES, Row, assert_marked, each, same, zero

ASK = "Write an amount of money, such as 3.50."
BILL = write("£3.50 + £1.20")
TILL = write_text("It costs £_.", "4.70")
ROUND = write("£3 + £1")
CAR = write_text("The car costs €_.", "€1250.50")
PENCE = write("£1 − £0.95")
TWO = write_text("Write four pounds.", "£4", demands=("places:2",))

ROWS = [
    Row("money", BILL, "£4.70", RIGHT, YES, (3, 3)),
    Row("without its sign", BILL, "4.70", RIGHT, YES, (3, 3)),
    Row("with a comma", BILL, "4,70", RIGHT, YES, (3, 3)),
    Row("with a comma in its class", BILL, "£4,70", RIGHT, YES, (3, 3), ","),
    Row("with its sign behind", BILL, "4.70 £", RIGHT, YES, (3, 3)),
    Row("with a space after the sign", BILL, "£ 4.70", RIGHT, YES, (3, 3)),
    Row("with one place", BILL, "£4.7", RIGHT, same("£4.70"), (3, 3)),
    Row("with one place, in a class with commas", BILL, "£4,7", RIGHT, same("£4,70"), (3, 3), ","),
    Row("with a zero in front", BILL, "£04.70", RIGHT, zero("£4.70"), (3, 3)),
    Row("another currency", BILL, "$4.70", WRONG, NO, (3, 3)),
    Row("another currency behind", BILL, "4,70 €", WRONG, NO, (3, 3)),
    Row("a penny less", BILL, "£4.69", WRONG, NO, (1, 3)),
    Row("the pence wrong", BILL, "£4.50", WRONG, NO, (2, 3)),
    Row("the pounds alone", BILL, "£4", WRONG, NO, (1, 3)),
    Row("ten times the money", BILL, "£47", WRONG, NO, (0, 3)),
    Row("pence for pounds", BILL, "470", WRONG, NO, (0, 3)),
    Row("in words", BILL, "four pounds", UNREAD, ASK),
    Row("with four places", BILL, "4.7000", UNREAD, ASK),
    Row("below zero", BILL, "-£4.70", UNREAD, ASK),
    Row("two currencies", BILL, "£4.70€", UNREAD, ASK),
    Row("a sign alone", BILL, "£", UNREAD, ASK),
    Row("a currency that is not known", BILL, "¥4.70", UNREAD, ASK),
    Row("its sign is beside the box", TILL, "4.70", RIGHT, YES, (3, 3)),
    Row("its sign once more", TILL, "£4.70", RIGHT, YES, (3, 3)),
    Row("round", ROUND, "£4", RIGHT, YES, (1, 1)),
    Row("round with its places", ROUND, "£4.00", RIGHT, YES, (1, 1)),
    Row("round with a point", ROUND, "£4.", RIGHT, YES, (1, 1)),
    Row("round with one place", ROUND, "£4.0", RIGHT, same("£4"), (1, 1)),
    Row("not round", ROUND, "£3.99", WRONG, NO, (0, 1)),
    Row("thousands with a point", CAR, "1.250,50 €", RIGHT, YES, (6, 6), ","),
    Row("thousands with a comma", CAR, "€1,250.50", RIGHT, YES, (6, 6)),
    Row("thousands with a space", CAR, "1 250,50", RIGHT, YES, (6, 6), ","),
    Row("thousands with an apostrophe", CAR, "1'250.50", RIGHT, YES, (6, 6)),
    Row("thousands with a point, in a class with points", CAR, "1.250,50", RIGHT, YES, (6, 6)),
    Row("a thousandth of the thousands", CAR, "1.25", WRONG, NO, (0, 6)),
    Row("no cents", CAR, "1.250", WRONG, NO, (4, 6)),
    Row("five pence", PENCE, "£0.05", RIGHT, YES, (3, 3)),
    Row("fifty pence for five", PENCE, "£0.5", WRONG, NO, (1, 3)),
    Row("no pounds before the point", PENCE, "£.05", RIGHT, YES, (3, 3)),
    Row("no pounds and a space before the point", PENCE, "£ .05", RIGHT, YES, (3, 3)),
    Row("five pounds for five pence", PENCE, "5", WRONG, NO, (0, 3)),
    Row("in pence", PENCE, "5p", RIGHT, YES, (3, 3)),
    Row("in more pence than a pound", BILL, "470p", RIGHT, YES, (3, 3)),
    Row("in pence that are not enough", BILL, "47p", WRONG, NO, (0, 3)),
    Row("pence for euros", CAR, "125050p", WRONG, NO, (6, 6)),
    Row("cents for euros", CAR, "125050c", RIGHT, YES, (6, 6)),
    Row("a point and pence", PENCE, "£0.05p", UNREAD, ASK),
    Row("all places as asked", TWO, "£4.00", RIGHT, YES, (3, 3)),
    Row("no places where two are asked", TWO, "£4", WRONG, "Right value: write it with 2 decimals.", (3, 3)),
    Row("one place where two are asked", TWO, "4.0", WRONG, "Right value: write it with 2 decimals.", (3, 3)),
]


@each(ROWS)
def test_mark(row: Row) -> None:
    assert_marked(row)
