"""The formats of an answer: which texts each admits, what they are worth, and how a value is written.

There are two doors into a format. The narrow one, `Format.acceptor`, is for ink: the shapes that the reader
looks for. The wide one, `parse`, is for any text, read or typed: whatever the acceptor admits, and the
forms that a keyboard brings along (`½`, `１２`, `1 000`, `- 5`, `42.`). Both are about form alone; neither
knows the right answer.
"""

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction

from quizzes.rules import automata
from quizzes.rules.automata import DIGITS, MINUS, Shapes
from quizzes.rules.words import tidy

LONGEST_ANSWER = 200
MOST_PLACES = 4


Value = Fraction | str
"""What an answer is worth: an exact number, or words. Never a float."""


@dataclass(frozen=True)
class NotAnAnswer:
    """The text is no answer of the format that was asked for. `reason` is a sentence for the child."""

    reason: str


@dataclass(frozen=True)
class Format:
    """A form that answers may have.

    `label` is for teachers, `hint` for children ("a whole number"). `symbols` are what ink may consist of,
    one character each, and empty where the format cannot be drawn. `typed` admits at least what `acceptor`
    admits.
    """

    name: str
    label: str
    hint: str
    symbols: str
    acceptor: Shapes
    typed: Shapes

    @property
    def drawable(self) -> bool:
        """Whether ink can be such an answer at all. Whether the weights know its symbols is the reader's to say."""
        return bool(self.symbols)


_ALL = (
    Format("digit", "One digit", "one digit", DIGITS, automata.DIGIT, automata.DIGIT),
    Format("whole", "Whole number", "a whole number", DIGITS, automata.WHOLE, automata.WHOLE),
    Format(
        "integer",
        "Whole number, with a minus sign where it needs one",
        "a whole number, with a minus sign if it needs one",
        DIGITS + MINUS,
        automata.INTEGER,
        automata.INTEGER,
    ),
    Format("decimal", "Decimal", "a number", DIGITS + MINUS + ".", automata.DECIMAL, automata.NUMBER),
    Format("fraction", "Fraction", "a fraction", DIGITS + MINUS + "/ ", automata.FRACTION, automata.NUMBER),
    Format("mixed", "Mixed number", "a mixed number", DIGITS + MINUS + "/ ", automata.FRACTION, automata.NUMBER),
    Format("number", "Any number", "a number", DIGITS + MINUS + "./ ", automata.NUMBER, automata.NUMBER),
    Format("text", "Words", "your answer", "", automata.NOTHING, automata.NOTHING),
)
FORMATS: dict[str, Format] = {form.name: form for form in _ALL}


def parse(text: str, format_name: str) -> Value | NotAnAnswer:
    """What `text` is worth as an answer of the format: a Fraction, or for `text` the words, spaces tidied.

    Leading zeros are admitted (`07` is 7): a child who writes them knows the number. A comma is a decimal
    point, save that whole numbers, which have none, take it for the thousands (`1,000`). A text that the
    format does not admit gives NotAnAnswer, never an exception.
    """
    form = FORMATS[format_name]
    if len(text) > LONGEST_ANSWER:
        return NotAnAnswer(f"That is too long. Write {form.hint}.")
    if form.name == "text":
        return tidy(text) or NotAnAnswer("Write your answer.")
    plain = plain_number(text, thousands=" ,'’" if form.typed in _WHOLE_SHAPES else " ")
    if not form.typed.admits(plain):
        return NotAnAnswer(f"Write {form.hint}.")
    return _worth(plain)


def render(value: Value, format_name: str) -> str:
    """The one canonical way to write `value`: no leading zeros, a true minus sign, a point, lowest terms.

    Raises ValueError where the format has no way to write the value; ask `can_write` first.
    """
    text = _written(value, format_name)
    if text is None:
        raise ValueError(f"{value} cannot be written as {FORMATS[format_name].hint}")
    return text


def can_write(value: Value, format_name: str) -> bool:
    """Whether `render` has a way to write the value."""
    return _written(value, format_name) is not None


_WHOLE_SHAPES = (automata.DIGIT, automata.WHOLE, automata.INTEGER)
_KEYBOARDS = str.maketrans(
    {
        **dict.fromkeys("-‐‑‒–—﹣", MINUS),  # hyphens and dashes
        **dict.fromkeys("⁄∕", "/"),  # the slashes of fractions
        "٫": ",",
    }
)


def plain_symbols(text: str) -> str:
    """`text` with the digits, signs and spaces of all keyboards written alike, and single spaces."""
    plain = "".join(_plain_character(character) for character in text)
    return " ".join(plain.translate(_KEYBOARDS).split())


def plain_number(text: str, thousands: str = " ") -> str:
    """`text` in the symbols of the automata, if it is a number. `thousands` may stand between groups."""
    plain = re.sub(rf"^([+{MINUS}]) ", r"\1", plain_symbols(text)).removeprefix("+")
    plain = re.sub(r" ?/ ?", "/", plain)
    if re.fullmatch(rf"{MINUS}?[0-9]{{1,3}}([{thousands}][0-9]{{3}})+([.,][0-9]+)?", plain):
        plain = re.sub(rf"[{thousands}](?=[0-9]{{3}})", "", plain)
    if re.search(r"[0-9]\.$", plain):
        plain = plain[:-1]  # the full stop of a sentence
    return plain.replace(",", ".")


def _plain_character(character: str) -> str:
    """Digits of any script and full-width signs as ASCII, `½` as ` 1/2`.

    Not plain NFKC, which would make `1½` eleven halves and `7²` seventy-two.
    """
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    decomposition = unicodedata.decomposition(character)
    if decomposition.startswith("<fraction>"):
        return " " + unicodedata.normalize("NFKC", character)
    if decomposition.startswith("<wide>"):
        return unicodedata.normalize("NFKC", character)
    return character


def _worth(plain: str) -> Fraction | NotAnAnswer:
    sign = -1 if plain.startswith(MINUS) else 1
    total = Fraction(0)
    for part in plain.removeprefix(MINUS).split(" "):
        above, _, below = part.partition("/")
        if below and int(below) == 0:
            return NotAnAnswer("A fraction cannot have 0 at the bottom.")
        total += Fraction(above) / int(below or 1)
    return sign * total


def _written(value: Value, format_name: str) -> str | None:
    if isinstance(value, str):
        return value if format_name == "text" and parse(value, "text") == value else None
    number = _number(value, format_name)
    return number if number is not None and FORMATS[format_name].acceptor.admits(number) else None


def _number(value: Fraction, format_name: str) -> str | None:
    """The number in the manner of the format, however long it is."""
    sign = MINUS if value < 0 else ""
    if value.denominator == 1:
        return f"{sign}{abs(value.numerator)}"
    places = _decimal(abs(value))
    match format_name:
        case "decimal":
            return None if places is None else sign + places
        case "number" if places is not None:
            return sign + places
        case "fraction" | "number":
            return f"{sign}{abs(value.numerator)}/{value.denominator}"
        case "mixed":
            whole, above = divmod(abs(value.numerator), value.denominator)
            return f"{sign}{whole} {above}/{value.denominator}" if whole else f"{sign}{above}/{value.denominator}"
    return None


def _decimal(value: Fraction) -> str | None:
    """A value that is not negative as a decimal, or None where it needs more than MOST_PLACES places."""
    scaled = value * 10**MOST_PLACES
    if scaled.denominator != 1:
        return None
    whole, places = divmod(scaled.numerator, 10**MOST_PLACES)
    return f"{whole}.{places:0{MOST_PLACES}d}".rstrip("0").rstrip(".")
