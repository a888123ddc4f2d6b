"""Whole numbers and single digits."""

from quizzes.rules.questions import Question, write
from tests.rules.marking.rows import NO, RIGHT, UNREAD, WRONG, YES, Row, assert_marked, each, zero

ASK = "Write a whole number."
TIMES = write("7 × 8")
ZERO = write("5 − 5")
BOX = write("_ + 5 = 12")
SUM = write("47 + 26")
LARGE = write("9876 + 2469")
HUNDREDS = write("503 − 147")
DIGIT = Question(write("3 + 4").prompt, "7", "digit")

ROWS = [
    Row("the answer", TIMES, "56", RIGHT, YES, (2, 2)),
    Row("spaces around it", TIMES, " 56 ", RIGHT, YES, (2, 2)),
    Row("full-width digits", TIMES, "５６", RIGHT, YES, (2, 2)),
    Row("arabic digits", TIMES, "٥٦", RIGHT, YES, (2, 2)),
    Row("a plus", TIMES, "+56", RIGHT, YES, (2, 2)),
    Row("a full stop", TIMES, "56.", RIGHT, YES, (2, 2)),
    Row("a zero in front", TIMES, "056", RIGHT, zero("56"), (2, 2)),
    Row("zeros in front", TIMES, "000056", RIGHT, zero("56"), (2, 2)),
    Row("a neighbour in the table", TIMES, "54", WRONG, NO, (1, 2)),
    Row("the digits exchanged", TIMES, "65", WRONG, NO, (0, 2)),
    Row("the sum", TIMES, "15", WRONG, NO, (0, 2)),
    Row("the right tens", TIMES, "50", WRONG, NO, (1, 2)),
    Row("the right ones", TIMES, "6", WRONG, NO, (1, 2)),
    Row("a zero behind", TIMES, "560", WRONG, NO, (0, 2)),
    Row("a digit too many in front", TIMES, "156", WRONG, NO, (2, 2)),
    Row("half of it", TIMES, "5", WRONG, NO, (0, 2)),
    Row("nothing", TIMES, "", UNREAD, ASK),
    Row("a word", TIMES, "fifty-six", UNREAD, ASK),
    Row("a question mark", TIMES, "?", UNREAD, ASK),
    Row("the whole question", TIMES, "7 × 8 = 56", UNREAD, ASK),
    Row("two numbers", TIMES, "5 6", UNREAD, ASK),
    Row("below zero", TIMES, "-56", UNREAD, ASK),
    Row("a decimal", TIMES, "56.0", UNREAD, ASK),
    Row("a fraction", TIMES, "112/2", UNREAD, ASK),
    Row("seven digits", TIMES, "0000056", UNREAD, ASK),
    Row("half a number", TIMES, "5x", UNREAD, ASK),
    Row("a unit that nobody asked for", TIMES, "56 cm", UNREAD, ASK),
    Row("a number that goes on and on", TIMES, "5" * 201, UNREAD, "That is too long. Write a whole number."),
    Row("zero", ZERO, "0", RIGHT, YES, (1, 1)),
    Row("zero twice", ZERO, "00", RIGHT, zero("0"), (1, 1)),
    Row("a letter for zero", ZERO, "o", UNREAD, ASK),
    Row("not zero, but it ends so", ZERO, "10", WRONG, NO, (1, 1)),
    Row("not zero", ZERO, "5", WRONG, NO, (0, 1)),
    Row("a box", BOX, "7", RIGHT, YES, (1, 1)),
    Row("the sum for the box", BOX, "17", WRONG, NO, (1, 1)),
    Row("the carry written in full", SUM, "613", WRONG, NO, (1, 2)),
    Row("the carry forgotten", SUM, "63", WRONG, NO, (1, 2)),
    Row("the ones wrong", SUM, "74", WRONG, NO, (1, 2)),
    Row("smaller from larger", HUNDREDS, "444", WRONG, NO, (0, 3)),
    Row("one column wrong", HUNDREDS, "366", WRONG, NO, (2, 3)),
    Row("a column left out", HUNDREDS, "56", WRONG, NO, (2, 3)),
    Row("five digits", LARGE, "12345", RIGHT, YES, (5, 5)),
    Row("one of five digits wrong", LARGE, "12335", WRONG, NO, (4, 5)),
    Row("five digits, one place off", LARGE, "1234", WRONG, NO, (0, 5)),
    Row("thousands with a comma", LARGE, "12,345", RIGHT, YES, (5, 5)),
    Row("thousands with a space", LARGE, "12 345", RIGHT, YES, (5, 5)),
    Row("thousands with a thin space", LARGE, "12\u202f345", RIGHT, YES, (5, 5)),
    Row("thousands with an apostrophe", LARGE, "12'345", RIGHT, YES, (5, 5)),
    Row("thousands with a turned apostrophe", LARGE, "12’345", RIGHT, YES, (5, 5)),
    Row("a point in a class with points is a decimal", LARGE, "12.345", UNREAD, ASK),
    Row("a point in a class with commas parts thousands", LARGE, "12.345", RIGHT, YES, (5, 5), ","),
    Row("a comma in a class with commas", LARGE, "12,345", RIGHT, YES, (5, 5), ","),
    Row("thousands in odd places", LARGE, "1,23,45", UNREAD, ASK),
    Row("thousands in odd places, with points", LARGE, "123.45", UNREAD, ASK, None, ","),
    Row("a wrong number of thousands", LARGE, "12.346", WRONG, NO, (4, 5), ","),
    Row("a thousand and a half", LARGE, "12.345,5", UNREAD, ASK, None, ","),
    Row("one digit", DIGIT, "7", RIGHT, YES, (1, 1)),
    Row("another digit", DIGIT, "1", WRONG, NO, (0, 1)),
    Row("two digits for one", DIGIT, "07", UNREAD, "Write one digit."),
    Row("no digit", DIGIT, "", UNREAD, "Write one digit."),
]

KNOWN_FAILURES = [
    (Row("a number in words", TIMES, "fifty-six", RIGHT, YES, (2, 2)), "numbers in words are not read"),
    (Row("lakhs", write("99999 + 1"), "1,00,000", RIGHT, YES, (6, 6)), "thousands go by threes alone"),
    (Row("places that are zero", TIMES, "56.0", RIGHT, YES, (2, 2)), "a whole number has no places, not even zeros"),
    (Row("the question written out", TIMES, "7 × 8 = 56", RIGHT, YES, (2, 2)), "an answer is a number alone"),
]


@each(ROWS, KNOWN_FAILURES)
def test_mark(row: Row) -> None:
    assert_marked(row)
