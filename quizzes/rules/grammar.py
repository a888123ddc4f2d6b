"""The formats of an answer: which texts each admits, what they are worth, and how a value is written.

There are two doors into a format. The narrow one, `Format.acceptor`, is for ink: the shapes that the reader
looks for, in canonical text. The wide one, `parse`, is for any text, read or typed: whatever the acceptor admits,
and the forms that a keyboard brings along (`½`, `１２`, `1 000`, `- 5`, `42.`). Both are about form alone; neither
knows the right answer.

Canonical text is ASCII but for the signs of money: `-3.5`, `1 1/2`, `3 r 2`, `<`, `€3.50`, `3:45`. How a page sets it
is another matter (`typesetting`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from quizzes.rules import automata, keyboards
from quizzes.rules.automata import Shapes
from quizzes.rules.values import Comparison, Money, Remainder, Time, Value
from quizzes.rules.words import tidy

LONGEST_ANSWER = 200
MOST_PLACES = 4


@dataclass(frozen=True)
class NotAnAnswer:
    """The text is no answer of the format that was asked for. `reason` is a sentence for the child."""

    reason: str


def _number(plain: str) -> Fraction | NotAnAnswer:
    """The worth of a text that `automata.NUMBER` admits."""
    sign = -1 if plain.startswith("-") else 1
    total = Fraction(0)
    for part in plain.removeprefix("-").split(" "):
        above, _, below = part.partition("/")
        if below and int(below) == 0:
            return NotAnAnswer("A fraction cannot have 0 at the bottom.")
        total += Fraction(above) / int(below or 1)
    return sign * total


@dataclass(frozen=True)
class Format:
    """A form that answers may have.

    `label` is for teachers, `hint` for children ("a whole number"). `acceptor` admits what ink may be, and nothing
    where the format cannot be drawn; `typed` at least as much, once `plain` has put what was typed into canonical
    signs. `worth` is the value of what `typed` admits, of the `kind` of the format.
    """

    name: str
    label: str
    hint: str
    acceptor: Shapes
    typed: Shapes
    plain: Callable[[str], str] = keyboards.number
    worth: Callable[[str], Value | NotAnAnswer] = _number
    kind: type[object] = Fraction


_WHOLE_HINT = "a whole number"
_ALL = (
    Format("digit", "One digit", "one digit", automata.DIGIT, automata.DIGIT, keyboards.whole),
    Format("whole", "Whole number", _WHOLE_HINT, automata.WHOLE, automata.WHOLE, keyboards.whole),
    Format(
        "integer",
        "Whole number, with a minus sign where it needs one",
        f"{_WHOLE_HINT}, with a minus sign if it needs one",
        automata.INTEGER,
        automata.INTEGER,
        keyboards.whole,
    ),
    Format("decimal", "Decimal", "a number", automata.DECIMAL, automata.NUMBER),
    Format("fraction", "Fraction", "a fraction", automata.FRACTION, automata.NUMBER),
    Format("mixed", "Mixed number", "a mixed number", automata.FRACTION, automata.NUMBER),
    Format(
        "remainder",
        "Whole number with a remainder",
        f"{_WHOLE_HINT} with its remainder, such as 3 r 2",
        automata.REMAINDER,
        automata.REMAINDER,
        keyboards.remainder,
        Remainder.of,
        Remainder,
    ),
    Format(
        "comparison",
        "Comparison sign",
        "one of the signs < = >",
        automata.COMPARISON,
        automata.COMPARISON,
        keyboards.comparison,
        Comparison.of,
        Comparison,
    ),
    Format(
        "money",
        "Money",
        "an amount of money, such as 3.50",
        automata.MONEY,
        automata.MONEY,
        keyboards.money,
        Money.of,
        Money,
    ),
    Format("time", "Time", "a time, such as 3:45", automata.TIME, automata.TIME, keyboards.time, Time.of, Time),
    Format("number", "Any number", "a number", automata.NUMBER, automata.NUMBER),
    Format("text", "Words", "your answer", automata.NOTHING, automata.NOTHING, tidy, str, str),
)
FORMATS: dict[str, Format] = {form.name: form for form in _ALL}


def parse(text: str, format_name: str) -> Value | NotAnAnswer:
    """What `text` is worth as an answer of the format; words have their spaces tidied.

    Leading zeros are admitted (`07` is 7): a child who writes them knows the number. A comma is a decimal
    point, save that whole numbers, which have none, take it for the thousands (`1,000`). A text that the
    format does not admit gives NotAnAnswer, never an exception.
    """
    form = FORMATS[format_name]
    if len(text) > LONGEST_ANSWER:
        return NotAnAnswer(f"That is too long. Write {form.hint}.")
    plain = form.plain(text)
    admitted = bool(plain) if form.kind is str else form.typed.admits(plain)
    return form.worth(plain) if admitted else NotAnAnswer(f"Write {form.hint}.")


def canonical(text: str, format_name: str, decimal_sign: str) -> str:
    """What was typed in a class with this decimal sign, in the signs of canonical text: with a comma, `1.250,5` is
    1250.5. What is no answer of the format comes out as some text that is none."""
    form = FORMATS[format_name]
    return form.plain(keyboards.together(text, decimal_sign) if form.kind in {Fraction, Remainder} else text)


def render(value: Value, format_name: str) -> str:
    """The one canonical way to write `value`: no leading zeros, a hyphen for the minus, a point, lowest terms.

    Raises ValueError where the format has no way to write the value; ask `can_write` first.
    """
    text = _written(value, format_name)
    if text is None:
        raise ValueError(f"{value} cannot be written as {FORMATS[format_name].hint}")
    return text


def can_write(value: Value, format_name: str) -> bool:
    """Whether `render` has a way to write the value."""
    return _written(value, format_name) is not None


def written_number(value: Fraction, format_name: str) -> str:
    """The number in the manner of the format, however long it is; as a fraction where the format has no better way."""
    sign = "-" if value < 0 else ""
    if value.denominator == 1:
        return f"{sign}{abs(value.numerator)}"
    places = _decimal(abs(value))
    match format_name:
        case "decimal" | "number" if places is not None:
            return sign + places
        case "mixed" if abs(value) > 1:
            whole, above = divmod(abs(value.numerator), value.denominator)
            return f"{sign}{whole} {above}/{value.denominator}"
    return f"{sign}{abs(value.numerator)}/{value.denominator}"


def _written(value: Value, format_name: str) -> str | None:
    form = FORMATS[format_name]
    if not isinstance(value, form.kind):
        return None
    if isinstance(value, str):
        return value if parse(value, format_name) == value else None
    text = written_number(value, format_name) if isinstance(value, Fraction) else str(value)
    return text if form.acceptor.admits(text) else None


def _decimal(value: Fraction) -> str | None:
    """A value that is not negative as a decimal, or None where it needs more than MOST_PLACES places."""
    scaled = value * 10**MOST_PLACES
    if scaled.denominator != 1:
        return None
    whole, places = divmod(scaled.numerator, 10**MOST_PLACES)
    return f"{whole}.{places:0{MOST_PLACES}d}".rstrip("0").rstrip(".")
