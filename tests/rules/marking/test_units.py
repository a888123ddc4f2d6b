"""Answers that need their unit: they are typed, and the number alone is not yet right."""

import pytest

from quizzes.rules import units
from quizzes.rules.questions import write, write_text
from tests.rules.marking.rows import (
    NO,
    OTHER_UNIT,
    RIGHT,
    SIMPLIFY,
    UNREAD,
    WHICH_UNIT,
    WRONG,
    YES,
    Row,
    assert_marked,
    each,
    zero,
)

ROPE = write_text("How long is the rope?", "15", demands=("unit:cm",))
LAWN = write_text("How large is the lawn?", "12", demands=("unit:m²",))
SHARE = write("1/4 + 1/4", demands=("unit:%",))
LITRES = write("0.25 + 1.25", demands=("unit:l", "places:2"))
CAKE = write("1/4 + 1/4", demands=("lowest-terms", "unit:kg"))
APPLES = write("7 + 8", demands=("unit:apples",))
FAR = write("1000 + 250", demands=("unit:km",))

ROWS = [
    Row("number and unit", ROPE, "15 cm", RIGHT, YES, (2, 2)),
    Row("close together", ROPE, "15cm", RIGHT, YES, (2, 2)),
    Row("in capitals", ROPE, "15 CM", RIGHT, YES, (2, 2)),
    Row("with a full stop", ROPE, "15 cm.", RIGHT, YES, (2, 2)),
    Row("in full", ROPE, "15 centimetres", RIGHT, YES, (2, 2)),
    Row("as Americans spell it", ROPE, "15 centimeters", RIGHT, YES, (2, 2)),
    Row("one of it", ROPE, "15 centimetre", RIGHT, YES, (2, 2)),
    Row("an s behind the sign", ROPE, "15 cms", RIGHT, YES, (2, 2)),
    Row("a zero in front", ROPE, "015 cm", RIGHT, zero("15 cm"), (2, 2)),
    Row("no unit", ROPE, "15", WRONG, WHICH_UNIT, (2, 2)),
    Row("another unit", ROPE, "15 m", WRONG, OTHER_UNIT, (2, 2)),
    Row("no such unit", ROPE, "15 x", WRONG, OTHER_UNIT, (2, 2)),
    Row("the unit of an area", ROPE, "15 cm²", WRONG, OTHER_UNIT, (2, 2)),
    Row("another number, no unit", ROPE, "14", WRONG, NO, (1, 2)),
    Row("another number with the unit", ROPE, "51 cm", WRONG, NO, (0, 2)),
    Row("another number with another unit", ROPE, "14 m", WRONG, NO, (1, 2)),
    Row("the unit alone", ROPE, "cm", UNREAD, "Write a whole number."),
    Row("the unit in front", ROPE, "cm 15", UNREAD, "Write a whole number."),
    Row("nothing", ROPE, "", UNREAD, "Write a whole number."),
    Row("words", ROPE, "fifteen cm", UNREAD, "Write a whole number."),
    Row("a square unit", LAWN, "12 m²", RIGHT, YES, (2, 2)),
    Row("a square unit on a plain keyboard", LAWN, "12 m2", RIGHT, YES, (2, 2)),
    Row("a square unit with a caret", LAWN, "12 m^2", RIGHT, YES, (2, 2)),
    Row("a square unit in words", LAWN, "12 square metres", RIGHT, YES, (2, 2)),
    Row("a square unit in short words", LAWN, "12 sq m", RIGHT, YES, (2, 2)),
    Row("squared", LAWN, "12 metres squared", RIGHT, YES, (2, 2)),
    Row("not squared", LAWN, "12 m", WRONG, OTHER_UNIT, (2, 2)),
    Row("cubed", LAWN, "12 m³", WRONG, OTHER_UNIT, (2, 2)),
    Row("a sign for the unit", SHARE, "1/2%", RIGHT, YES, (2, 2)),
    Row("a sign for the unit, apart", SHARE, "½ %", RIGHT, YES, (2, 2)),
    Row("the sign in words", SHARE, "1/2 per cent", RIGHT, YES, (2, 2)),
    Row("no sign", SHARE, "1/2", WRONG, WHICH_UNIT, (2, 2)),
    Row("unit and decimals", LITRES, "1.50 l", RIGHT, YES, (3, 3)),
    Row("unit and decimals with a comma", LITRES, "1,50 Liter", RIGHT, YES, (3, 3), ","),
    Row("unit without its decimals", LITRES, "1.5 l", WRONG, "Right value: write it with 2 decimals.", (3, 3)),
    Row("decimals without the unit", LITRES, "1.50", WRONG, WHICH_UNIT, (3, 3)),
    Row("neither: the decimals first", LITRES, "1.5", WRONG, "Right value: write it with 2 decimals.", (3, 3)),
    Row("unit and lowest terms", CAKE, "1/2 kg", RIGHT, YES, (2, 2)),
    Row("unit, not in lowest terms", CAKE, "2/4 kg", WRONG, SIMPLIFY, (2, 2)),
    Row("lowest terms, in grams", CAKE, "1/2 g", WRONG, OTHER_UNIT, (2, 2)),
    Row("things for a unit", APPLES, "15 apples", RIGHT, YES, (2, 2)),
    Row("one thing for a unit", APPLES, "15 apple", RIGHT, YES, (2, 2)),
    Row("other things", APPLES, "15 pears", WRONG, OTHER_UNIT, (2, 2)),
    Row("thousands and a unit", FAR, "1,250 km", RIGHT, YES, (4, 4)),
    Row("thousands with a point and a unit", FAR, "1.250 km", RIGHT, YES, (4, 4), ","),
    Row("thousands with a space and a unit", FAR, "1 250km", RIGHT, YES, (4, 4)),
]

KNOWN_FAILURES = [
    (
        Row("the same length otherwise", ROPE, "150 mm", WRONG, "Right length: in which unit?", (2, 2)),
        "no unit is converted",
    ),
    (Row("two units", FAR, "1250 km 0 m", RIGHT, YES, (4, 4)), "an answer has one unit"),
]


@each(ROWS, KNOWN_FAILURES)
def test_mark(row: Row) -> None:
    assert_marked(row)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("15 cm", ("15", "cm")),
        ("15cm²", ("15", "cm²")),
        ("1½ l", ("1 1/2", "l")),
        ("50%", ("50", "%")),
        ("-3,5 °C", ("-3,5 °", "C")),
        ("15", ("15", "")),
        ("cm", ("", "cm")),
        ("", ("", "")),
    ],
)
def test_split_finds_where_the_unit_begins(text: str, parts: tuple[str, str]) -> None:
    assert units.split(text) == parts
