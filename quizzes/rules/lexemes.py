"""The pieces that notation is made of: numbers, signs, boxes, each as it was written and as a prompt shows it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from quizzes.rules import automata, grammar, keyboards
from quizzes.rules.prompts import BAR, BLANK, EQUALS, Kind, Token
from quizzes.rules.refusals import QuestionRefused
from quizzes.rules.typesetting import MINUS
from quizzes.rules.values import CURRENCIES, Money, Time

LONGEST = 200
MOST_DIGITS = 9
BOXES = "_?□☐▢"

_SIGNS = {
    **dict.fromkeys("+", "+"),
    "-": MINUS,
    **dict.fromkeys("×*xX·⋅∙✕✖", "×"),
    **dict.fromkeys("÷:/", "÷"),
}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_CLOCK = r"(?<![\d.,/:])(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?![\d.,/:])"
_UNIT = r"(?:min(?:ute)?s?|h(?:ou)?r?s?)(?![^\W_])"
_SPAN = re.compile(rf"[\d{BOXES}] ?{_UNIT}", re.IGNORECASE)
_LEXEME = rf"""\s*(?:
      (?P<money> [{CURRENCIES}]\ ?[.,]?\d(?:[\d.,]*\d)? | \d(?:[\d.,]*\d)?\ ?[{CURRENCIES}](?![\d.,]) )
    | (?P<number>
          (?<![/.,\d]) (?:\d+\ +)? \d+/\d+ (?! \s*[/.,\d])   # 1/2 and 1 1/2, but not a part of 12/4/2
        | \d+[.,]\d+ | [.,]\d+ | \d+ )
    | (?P<bar> (?<=\d)/(?=[{BOXES}]) | (?<=[{BOXES}])/(?=\d) )   # of a fraction with a box in it
    | (?P<box> _+ | [{BOXES}] )
    | (?P<equals> = )
    | (?P<bracket> [()] )
    | (?P<percent> % )
    | (?P<power> \^\ ?\d+ | [⁰¹²³⁴⁵⁶⁷⁸⁹]+ )
    | (?P<root> √ | ∛ | sqrt )
    | (?P<of> of(?![^\W_]) )
    | (?P<unit> {_UNIT} )
    | (?P<sign> [^\w\s] | x )
    | (?P<other> [^\W\d_]+ | \S )
    )"""
_FLAGS = re.VERBOSE | re.IGNORECASE
_UNTIMED = re.compile(_LEXEME, _FLAGS)
_TIMED = re.compile(rf"\s*(?P<clock>{_CLOCK})|{_LEXEME}", _FLAGS)


@dataclass(frozen=True)
class Lexeme:
    """A piece of the notation: its kind (a group of _LEXEME), as it was written, and as a prompt shows it."""

    kind: str
    written: str
    token: Token


END = Lexeme("end", "", Token(Kind.TEXT))


def checked(notation: str) -> str:
    """The notation in the signs of one keyboard. Raises QuestionRefused where it is empty or too long."""
    text = keyboards.plain(notation)
    if not text:
        raise QuestionRefused("Write a question, such as 7 × 8.")
    if len(text) > LONGEST:
        raise QuestionRefused(f"A question has at most {LONGEST} characters; this one has {len(text)}.")
    return text


def lexemes(text: str, *, timed: bool = False) -> list[Lexeme]:
    """The pieces of `text`, which has at most one box and one =. Raises QuestionRefused for what cannot be read.

    Where it is `timed`, `3:45` is a time; elsewhere the colon divides.
    """
    pieces = [_lexeme(match, timed=timed) for match in (_TIMED if timed else _UNTIMED).finditer(text)]
    if sum(lexeme.kind == "box" for lexeme in pieces) > 1:
        raise QuestionRefused("That has more than one box to fill: use only one _ .")
    if sum(lexeme.kind == "equals" for lexeme in pieces) > 1:
        raise QuestionRefused("That has more than one = : use only one.")
    return pieces


def tells_times(text: str) -> bool:
    """Whether what looks like times is some: `3:45 + 0:20`, `3:45 + 20 min`. Raises QuestionRefused in doubt.

    A colon divides too: `20:10` is 2 where every such colon comes out even, and `3:45` alone is neither.
    """
    clocks = re.findall(_CLOCK, text)
    odd = [clock for clock in clocks if not _divides(Time.of(clock))]
    if clocks and (_SPAN.search(text) or (odd and len(clocks) > 1)):
        return True
    if odd:
        raise QuestionRefused(f"“{odd[0]}” looks like a time: write 3:45 + 0:20 for times, and divide with ÷ .")
    return False


def _divides(clock: Time) -> bool:
    return clock.hours > 0 and clock.minutes >= 10 and clock.hours % clock.minutes == 0


def _lexeme(match: re.Match[str], *, timed: bool) -> Lexeme:
    kind = str(match.lastgroup)
    written = match[kind]
    if kind == "unit" and not timed:
        raise QuestionRefused(f"“{written}” goes with times: write 3:45 + 20 min, or ask in words.")
    if kind not in _TOKENS or (kind == "sign" and written not in _SIGNS):
        raise QuestionRefused(f"“{written}” cannot be read here: use numbers, + − × ÷ ( ) = and _ .")
    return Lexeme(_ALIKE.get(kind, kind), written, _TOKENS[kind](written))


def _tidy_money(written: str) -> str:
    """The amount as prompts show it: `3,5 €` as €3.50. Raises QuestionRefused where it is none."""
    plain = keyboards.money(written)
    if not automata.MONEY.admits(plain):
        raise QuestionRefused(f"“{written}” is no amount of money: write it as £3.50, with at most 6 digits before.")
    return str(Money.of(plain))


def _tidy_number(written: str) -> str:
    """The number as prompts show it: `0,5` as 0.5, `07` as 7. Raises QuestionRefused if it is too long."""
    if re.fullmatch(r"[0-9]{1,3},[0-9]{3}", written):
        bare, point = written.replace(",", ""), written.replace(",", ".")
        raise QuestionRefused(f"“{written}” can be read in two ways: write {bare}, or {point}.")
    parts = re.split(r"([.,/]| +)", written)
    if any(len(part) > MOST_DIGITS for part in parts):
        raise QuestionRefused(f"“{written}” is too long: use at most {MOST_DIGITS} digits.")
    whole, point, places = written.replace(",", ".").partition(".")
    if len(places) > grammar.MOST_PLACES:
        raise QuestionRefused(f"“{written}” is too long: use at most {grammar.MOST_PLACES} decimal places.")
    if "/" in written and int(parts[-1]) == 0:
        raise QuestionRefused(f"“{written}” has 0 at the bottom: a fraction cannot.")
    tidy = re.sub(r"[0-9]+", lambda digits: str(int(digits[0])), whole or "0")
    return tidy + point + places


_ALIKE = {"money": "number", "clock": "number", "of": "sign"}
_TOKENS: dict[str, Callable[[str], Token]] = {
    "money": lambda written: Token(Kind.NUMBER, _tidy_money(written)),
    "clock": lambda written: Token(Kind.NUMBER, str(Time.of(written))),
    "number": lambda written: Token(Kind.NUMBER, _tidy_number(written)),
    "bar": lambda _: BAR,
    "box": lambda _: BLANK,
    "equals": lambda _: EQUALS,
    "bracket": lambda written: Token(Kind.BRACKET, written),
    "percent": lambda written: Token(Kind.SUFFIX, written),
    "power": lambda written: Token(Kind.SUFFIX, written.lstrip("^ ").translate(_RAISED)),
    "root": lambda written: Token(Kind.ROOT, "∛" if written == "∛" else "√"),
    "of": lambda _: Token(Kind.OPERATOR, "of"),
    "unit": lambda written: Token(Kind.UNIT, "min" if written[0] in "mM" else "h"),
    "sign": lambda written: Token(Kind.OPERATOR, _SIGNS[written]),
}
"""The token of each group of _LEXEME; what is in none of them cannot be read."""
