"""Where any number will do."""

from quizzes.rules.questions import write_text
from tests.rules.marking.rows import (
    AS_DECIMAL,
    AS_FRACTION,
    NO,
    RIGHT,
    SIMPLIFY,
    UNREAD,
    WRONG,
    YES,
    Row,
    assert_marked,
    each,
    terms,
    zero,
)

ASK = "Write a number."
ANY = write_text("Three quarters, as you like", "0.75", "number")
THIRD = write_text("A third, as you like", "1/3", "number")
LARGE = write_text("A thousand and a quarter", "1000.25", "number")
SIMPLE = write_text("Three quarters as a fraction in lowest terms", "3/4", "number", demands=("lowest-terms",))
STRICT = write_text("Three quarters as a decimal", "0.75", "number", demands=("as-written",))

ROWS = [
    Row("a decimal", ANY, "0.75", RIGHT, YES, (3, 3)),
    Row("a fraction", ANY, "3/4", RIGHT, YES, (3, 3)),
    Row("a fraction as one sign", ANY, "¾", RIGHT, YES, (3, 3)),
    Row("a fraction not in lowest terms", ANY, "6/8", RIGHT, YES, (3, 3)),
    Row("a zero in front", ANY, "00.75", RIGHT, zero("0.75"), (3, 3)),
    Row("a zero behind", ANY, "0.750", RIGHT, YES, (3, 3)),
    Row("another fraction", ANY, "1/2", WRONG, NO, (0, 3)),
    Row("another decimal", ANY, "0.7", WRONG, NO, (2, 3)),
    Row("a percentage", ANY, "75%", UNREAD, ASK),
    Row("a word", ANY, "three", UNREAD, ASK),
    Row("a third", THIRD, "1/3", RIGHT, YES, (2, 2)),
    Row("two sixths", THIRD, "2/6", RIGHT, terms("1/3"), (2, 2)),
    Row("nearly a third", THIRD, "0.33", WRONG, NO, (0, 2)),
    Row("a large number", LARGE, "1000.25", RIGHT, YES, (6, 6)),
    Row("a large number of a class with commas", LARGE, "1.000,25", RIGHT, YES, (6, 6), ","),
    Row("a large number of a class with points", LARGE, "1,000.25", RIGHT, YES, (6, 6)),
    Row("a large number, mixed", LARGE, "1000 1/4", RIGHT, YES, (6, 6)),
    Row("lowest terms as asked", SIMPLE, "3/4", RIGHT, YES, (3, 3)),
    Row("six eighths where lowest terms are asked", SIMPLE, "6/8", WRONG, SIMPLIFY, (3, 3)),
    Row("a decimal where lowest terms are asked", SIMPLE, "0.75", WRONG, AS_FRACTION, (3, 3)),
    Row("as written", STRICT, "0.75", RIGHT, YES, (3, 3)),
    Row("as written, with a comma", STRICT, "0,75", RIGHT, YES, (3, 3), ","),
    Row("a fraction where a decimal is asked", STRICT, "3/4", WRONG, AS_DECIMAL, (3, 3)),
]


@each(ROWS)
def test_mark(row: Row) -> None:
    assert_marked(row)
