"""Setting prompts and answers as a schoolbook would: fractions stacked, roots drawn over, columns under each other.

A prompt becomes spans within spans; `static/js/play/typeset.js` makes the same in the browser, and
tests/golden/typeset.json holds both to it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from quizzes.rules import prompts, typesetting
from quizzes.rules.columns import Row, column
from quizzes.rules.prompts import BLANK, Kind, Prompt, Token
from quizzes.rules.questions import Layout
from quizzes.rules.typesetting import POINT

register = template.Library()

_FRACTION = re.compile(r"(?P<sign>−?)(?:(?P<whole>\d+) )?(?P<top>\d+)/(?P<bottom>\d+)")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_CLINGING = {Kind.SUFFIX, Kind.SEPARATOR, Kind.REST}


@dataclass(frozen=True)
class Span:
    """A span of a page: its classes, and the words and spans in it."""

    names: str
    children: tuple["Span | str", ...] = ()


Spans = tuple[Span | str, ...]


@register.filter
def typeset(question: Any, decimal_sign: str = POINT) -> SafeString:
    """What a question asks, in spans. `question` is a Question, or anything with a prompt and its layout."""
    return html(set_prompt(question.prompt, question.layout, decimal_sign))


@register.filter
def numeral(text: str, decimal_sign: str = POINT) -> SafeString:
    """An answer in canonical text, its fraction stacked."""
    fraction = _stacked(text, decimal_sign)
    return html((Span("prompt__signs", (Span("fraction", fraction),)),) if fraction else (in_line(text, decimal_sign),))


@register.filter
def in_line(text: str, decimal_sign: str = POINT) -> str:
    """An answer in canonical text, where there is room for one line only."""
    return typesetting.in_line(text, decimal_sign)


def set_prompt(prompt: Prompt, layout: str = Layout.LINE, decimal_sign: str = POINT) -> Spans:
    """The spans of a prompt."""
    return _column(prompt, decimal_sign) if layout == Layout.COLUMN else _line(prompt, decimal_sign)


def html(spans: Iterable[Span | str]) -> SafeString:
    return format_html_join("", "{}", ((part if isinstance(part, str) else _element(part),) for part in spans))


def _element(span: Span) -> SafeString:
    return format_html('<span class="{}">{}</span>', span.names, html(span.children))


def _line(prompt: Sequence[Token], decimal_sign: str) -> Spans:
    spans: list[Span | str] = []
    before: Token | None = None
    rest = list(prompt)
    while rest:
        if before and Kind.TEXT not in {before.kind, rest[0].kind}:
            spans.append(" ")  # words bring their own spaces
        span, taken = _first(rest, before, decimal_sign)
        clinging = list(takewhile(lambda token: token.kind in _CLINGING, rest[taken:]))
        if clinging:
            span = Span("prompt__close", (span, *(_token(token, None, decimal_sign) for token in clinging)))
        spans.append(span)
        taken += len(clinging)
        before, rest = rest[taken - 1], rest[taken:]
    return tuple(spans)


def _first(tokens: list[Token], before: Token | None, decimal_sign: str) -> tuple[Span, int]:
    """The span that the first tokens make together, and how many they are."""
    match tokens:
        case [Token(Kind.NUMBER, whole), top, Token(Kind.BAR), bottom, *_]:
            return Span("prompt__number fraction", _fraction(whole, top, bottom)), 4
        case [top, Token(Kind.BAR), bottom, *_]:
            return Span("prompt__number fraction", _fraction("", top, bottom)), 3
        case [Token(Kind.ROOT, sign), Token(Kind.BRACKET, "("), *_]:
            end = _closing(tokens)
            return _root(sign, _line(tokens[2:end], decimal_sign)), end + 1
        case [Token(Kind.ROOT, sign), *under]:
            span, taken = _first(under, None, decimal_sign)
            return _root(sign, (span,)), taken + 1
    return _token(tokens[0], before, decimal_sign), 1


def _token(token: Token, before: Token | None, decimal_sign: str) -> Span:
    text = token.text
    match token.kind:
        case Kind.NUMBER:
            fraction = _stacked(text, decimal_sign)
            return Span("prompt__number fraction", fraction) if fraction else _number(text, decimal_sign)
        case Kind.BLANK:
            return Span("prompt__blank")
        case Kind.REST:
            return Span("prompt__rest", (f" {text} ", Span("prompt__blank prompt__blank--rest")))
        case Kind.SEPARATOR:
            return Span("prompt__separator", (prompts.separator(decimal_sign),))
        case Kind.SUFFIX if text != "%":
            return Span("prompt__power", (Span("visually-hidden", ("^",)), text.translate(_LOWERED)))
        case Kind.BRACKET:
            return Span(f"prompt__bracket prompt__bracket--{'open' if text == '(' else 'close'}", (text,))
        case Kind.OPERATOR if prompts.opens(before):
            return Span("prompt__operator prompt__operator--sign", (text,))
    return Span(f"prompt__{token.kind}", (text,))


def _number(text: str, decimal_sign: str) -> Span:
    return Span("prompt__number", (typesetting.in_line(text, decimal_sign),))


def _stacked(text: str, decimal_sign: str) -> Spans:
    """What is inside a fraction that is one number, or nothing where it is none."""
    found = _FRACTION.fullmatch(typesetting.in_line(text, decimal_sign))
    if found is None:
        return ()
    whole = found["sign"] + (found["whole"] or "")
    return _fraction(whole, Token(Kind.NUMBER, found["top"]), Token(Kind.NUMBER, found["bottom"]))


def _fraction(whole: str, top: Token, bottom: Token) -> Spans:
    """The slash is for whoever hears it, or copies it."""
    storeys = Span(
        "fraction__parts",
        (
            Span("fraction__top", (_storey(top),)),
            Span("visually-hidden", ("/",)),
            Span("fraction__bottom", (_storey(bottom),)),
        ),
    )
    return (Span("fraction__whole", (whole,)), " ", storeys) if whole else (storeys,)


def _storey(part: Token) -> Span | str:
    return Span("prompt__blank") if part == BLANK else part.text


def _root(sign: str, under: Spans) -> Span:
    degree = (Span("prompt__degree", ("3",)),) if sign == "∛" else ()
    return Span("prompt__root", (*degree, Span("prompt__radical", (sign,)), Span("prompt__under", under)))


def _closing(tokens: list[Token]) -> int:
    """Where the bracket closes that the second token opens; at the end where it never does."""
    depth = 0
    for at, token in enumerate(tokens):
        depth += {"(": 1, ")": -1}.get(token.text, 0) if token.kind is Kind.BRACKET else 0
        if token.text == ")" and depth == 0:
            return at
    return len(tokens)


def _column(prompt: Prompt, decimal_sign: str) -> Spans:
    """Sign and number of each row are children of one grid, and so is the box."""
    made = column(prompt)
    rows = [_row(row, made.sign if row is made.rows[-1] else "", decimal_sign) for row in made.rows]
    return (
        Span("column", (*(span for row in rows for span in row), Span("column__answer", (Span("prompt__blank"),)))),
    )


def _row(row: Row, sign: str, decimal_sign: str) -> Spans:
    number = _number(row.number, decimal_sign)
    filling = Span("column__filling", (row.filling.replace(POINT, decimal_sign),))
    return (
        Span("column__sign", (sign,) if sign else ()),
        " ",
        Span("column__number", (number, filling) if row.filling else (number,)),
        " ",
    )
