"""A prompt is a tuple of tokens: to be set by a page, written in a table, or spoken."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from quizzes.rules.refusals import QuestionRefused
from quizzes.rules.typesetting import MINUS, POINT, in_line
from quizzes.rules.values import CURRENCIES


class Kind(StrEnum):
    """What a token is; a page may set each kind in its own way."""

    NUMBER = "number"
    OPERATOR = "operator"
    RELATION = "relation"
    BLANK = "blank"
    BRACKET = "bracket"
    SUFFIX = "suffix"
    """What clings to the number before it: `%`, `²`."""
    ROOT = "root"
    """`√`, before what it is drawn over: a number, the blank, or brackets."""
    BAR = "bar"
    """Between the top and the bottom of a fraction one of which is the blank; without it a fraction is a number."""
    UNIT = "unit"
    SEPARATOR = "separator"
    """The comma of a sequence."""
    REST = "rest"
    """Right after the blank: the remainder belongs to the answer, `3 r 2`."""
    TEXT = "text"


@dataclass(frozen=True)
class Token:
    """One piece of a prompt. `text` is canonical for a number, as it is shown for the rest, and empty for a blank."""

    kind: Kind
    text: str = ""

    def to_json(self) -> dict[str, str]:
        return {"kind": self.kind.value, "text": self.text}


Prompt = tuple[Token, ...]

BLANK = Token(Kind.BLANK)
EQUALS = Token(Kind.RELATION, "=")
OPENING = Token(Kind.BRACKET, "(")
BAR = Token(Kind.BAR, "/")
COMMA = Token(Kind.SEPARATOR, ",")
REST = Token(Kind.REST, "r")
BOX = "□"

_SPOKEN = {
    "+": "plus",
    MINUS: "minus",
    "×": "times",
    "÷": "divided by",
    "=": "equals",
    "(": "open bracket",
    ")": "close bracket",
    "%": "percent",
    "²": "squared",
    "³": "cubed",
    "√": "the square root of",
    "∛": "the cube root of",
    "/": "over",
    "min": "minutes",
    "h": "hours",
}
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_PARTS = dict(
    zip(
        ("2", "3", "4", "5", "6", "7", "8", "9", "10", "12", "100"),
        ("half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "twelfth", "hundredth"),
        strict=True,
    )
)
_MONEY = {"$": "dollar", "£": "pound", "€": "euro"}


def to_json(prompt: Prompt) -> list[dict[str, str]]:
    return [token.to_json() for token in prompt]


def from_json(data: Any) -> Prompt:
    """The prompt that `to_json` wrote. Raises QuestionRefused for anything else."""
    if not isinstance(data, list) or not data:
        raise QuestionRefused("The prompt of this question is missing.")
    return tuple(_token(item) for item in data)


def plain(prompt: Prompt, decimal_sign: str = POINT) -> str:
    """The prompt in one line, `7 × 8 = □`. `questions.write` reads notation back from it."""
    line = ""
    before: Token | None = None
    for token in prompt:
        if before is not None and _apart(before, token):
            line += " "
        line += _in_line(token, decimal_sign)
        clings = token.kind in {Kind.ROOT, Kind.BAR} or (token.kind is Kind.OPERATOR and opens(before))
        before = OPENING if clings else token  # the minus of −(3 + 4) clings to what follows, as a bracket does
    return line.strip()


def spoken(prompt: Prompt) -> str:
    """The prompt as a person says it: `7 times 8`, `what number plus 5 equals 12`, `7 squared`."""
    kinds = {token.kind for token in prompt}
    if Kind.SEPARATOR in kinds:
        return _say_sequence(prompt)
    say = _say_in_words if Kind.TEXT in kinds else _say if kinds & {Kind.RELATION, Kind.BAR} else _say_compared
    said = " ".join(say(token) for token in _without_result(prompt))
    return re.sub(r" (?=[.,;:!?])", "", said).replace("what number percent", "what percentage")


def _token(item: Any) -> Token:
    if not isinstance(item, dict) or set(item) != {"kind", "text"} or not isinstance(item["text"], str):
        raise QuestionRefused("The prompt of this question is damaged.")
    if item["kind"] not in set(Kind):
        raise QuestionRefused(f"A prompt has no “{item['kind']}”.")
    return Token(Kind(item["kind"]), item["text"])


def _in_line(token: Token, decimal_sign: str) -> str:
    match token.kind:
        case Kind.BLANK:
            return BOX
        case Kind.NUMBER:
            return in_line(token.text, decimal_sign)
        case Kind.REST:
            return f"{token.text} {BOX}"
        case Kind.SEPARATOR:
            return separator(decimal_sign)
    return token.text


def separator(decimal_sign: str) -> str:
    """What stands between the numbers of a sequence: a semicolon where the comma is the decimal sign."""
    return "," if decimal_sign == POINT else ";"


def opens(before: Token | None) -> bool:
    """Whether a sign that follows stands before a number, rather than between two."""
    return before is None or before.text == "(" or before.kind in {Kind.OPERATOR, Kind.RELATION}


def _apart(before: Token, token: Token) -> bool:
    if before.text == "(" or token.text == ")" or token.kind in {Kind.SUFFIX, Kind.BAR, Kind.SEPARATOR}:
        return False
    return Kind.TEXT not in {before.kind, token.kind}  # words bring their own spaces


def _without_result(prompt: Prompt) -> Prompt:
    """The prompt without `= □` at either end, and words without the box behind them, which nobody says."""
    if prompt[-1:] == (REST,):
        prompt = prompt[:-1]
    if prompt[-2:] == (EQUALS, BLANK):
        return prompt[:-2]
    if prompt[:2] == (BLANK, EQUALS):
        return prompt[2:]
    if prompt[-1:] == (BLANK,) and any(token.kind is Kind.TEXT for token in prompt):
        return prompt[:-1]
    return prompt


def _say_sequence(prompt: Prompt) -> str:
    if prompt[-1] == BLANK:
        return f"{', '.join(_say(token) for token in prompt[:-1] if token != COMMA)}, what number comes next?"
    said = ", ".join("blank" if token == BLANK else _say(token) for token in prompt if token != COMMA)
    return f"{said}: what number is missing?"


def _say_in_words(token: Token) -> str:
    match token.kind:
        case Kind.NUMBER:
            return _say_number(token.text)
        case Kind.BLANK:
            return "blank"
    return token.text.strip()


def _say_compared(token: Token) -> str:
    """In a prompt without a relation, the blank is where one goes."""
    return "compared with" if token.kind is Kind.BLANK else _say(token)


def _say(token: Token) -> str:
    match token.kind:
        case Kind.NUMBER:
            return _say_number(token.text)
        case Kind.BLANK:
            return "what number"
        case Kind.SUFFIX if token.text not in _SPOKEN:
            return f"to the power of {token.text.translate(_LOWERED)}"
    return _SPOKEN.get(token.text, token.text)


def _say_number(text: str) -> str:
    """`-3` as minus 3, `0.25` as 0 point 2 5, `1 1/2` as 1 and 1 half, `£3.50` as 3 pounds 50."""
    sign = "minus " if text.startswith("-") else ""
    text = text.removeprefix("-")
    whole, point, places = text.lstrip(CURRENCIES).partition(".")
    if text[0] in _MONEY:
        plural = "" if whole == "1" else "s"
        return f"{sign}{whole} {_MONEY[text[0]]}{plural} {places}".rstrip()
    said = " and ".join(_say_part(part) for part in whole.split(" "))
    said = f"{said} point {' '.join(places)}" if point else said
    return sign + said


def _say_part(text: str) -> str:
    """A whole number as it is, `3/4` as 3 quarters, `3/16` as 3 over 16."""
    top, _, bottom = text.partition("/")
    name = _PARTS.get(bottom)
    if name is None:
        return text.replace("/", " over ")
    return f"{top} {name if top == '1' else 'halves' if name == 'half' else f'{name}s'}"
