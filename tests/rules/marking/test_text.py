"""Words. What a spelling may differ in is right, with a remark, unless the spelling is asked for."""

from quizzes.rules.questions import write_text
from tests.rules.marking.rows import NO, RIGHT, UNREAD, WRONG, YES, Row, assert_marked, each, spelt

CITY = write_text("The capital of France", "Paris")
SUMMER = write_text("Summer in French", "l’été")
ROAD = write_text("Street in German", "Straße")
WATER = write_text("Water in Thai", "น้ำ")
STRICT = write_text("The capital of France, with its capital letter", "Paris", demands=("as-written",))
NEARLY = "Nearly. Look at how it is spelt."

ROWS = [
    Row("as given", CITY, "Paris", RIGHT, YES),
    Row("in small letters", CITY, "paris", RIGHT, spelt("Paris")),
    Row("in capitals", CITY, "PARIS", RIGHT, spelt("Paris")),
    Row("with a full stop", CITY, "Paris.", RIGHT, spelt("Paris")),
    Row("with an exclamation mark", CITY, "Paris!", RIGHT, spelt("Paris")),
    Row("in pieces", CITY, "P a r i s", RIGHT, spelt("Paris")),
    Row("spaces around", CITY, "  Paris ", RIGHT, YES),
    Row("another word", CITY, "Lyon", WRONG, NO),
    Row("nearly the word", CITY, "Pari", WRONG, NO),
    Row("the word and more", CITY, "Paris, I think", WRONG, NO),
    Row("no word", CITY, "   ", UNREAD, "Write your answer."),
    Row("signs for a word", CITY, "...", WRONG, NO),
    Row("a number for a word", CITY, "1,250.5", WRONG, NO),
    Row("too many words", CITY, "Paris " * 50, UNREAD, "That is too long. Write your answer."),
    Row("another apostrophe", SUMMER, "l'été", RIGHT, spelt("l’été")),
    Row("no accents", SUMMER, "l’ete", RIGHT, spelt("l’été")),
    Row("accents apart", SUMMER, "l’e\u0301te\u0301", RIGHT, YES),
    Row("a sharp s as two", ROAD, "strasse", RIGHT, spelt("Straße")),
    Row("a tone mark", WATER, "น้ำ", RIGHT, YES),
    Row("no tone mark: another word", WATER, "นำ", WRONG, NO),
    Row("as spelt", STRICT, "Paris", RIGHT, YES),
    Row("a small letter where the spelling is asked", STRICT, "paris", WRONG, NEARLY),
    Row("a full stop where the spelling is asked", STRICT, "Paris.", WRONG, NEARLY),
    Row("another word where the spelling is asked", STRICT, "Lyon", WRONG, NO),
]


@each(ROWS)
def test_mark(row: Row) -> None:
    assert_marked(row)
