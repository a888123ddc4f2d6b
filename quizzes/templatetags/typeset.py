"""Setting prompts and answers as a schoolbook would: fractions stacked, a true minus, the classroom's decimal sign."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from quizzes.rules import typesetting
from quizzes.rules.typesetting import POINT

register = template.Library()

_FRACTION = re.compile(r"(?P<sign>−?)(?:(?P<whole>\d+) )?(?P<top>\d+)/(?P<bottom>\d+)")


@dataclass(frozen=True)
class Piece:
    """One token of a prompt, with the class it is set in; `top` and `bottom` where it is a fraction."""

    kind: str
    text: str
    variant: str = ""
    whole: str = ""
    top: str = ""
    bottom: str = ""


@register.filter
def typeset(prompt: Iterable[Any], decimal_sign: str = POINT) -> list[Piece]:
    """The pieces of a prompt, of tokens or of their JSON."""
    pieces: list[Piece] = []
    for token in prompt:
        kind, text = (token["kind"], token["text"]) if isinstance(token, dict) else (token.kind, token.text)
        pieces.append(_piece(str(kind), text, pieces[-1] if pieces else None, decimal_sign))
    return pieces


@register.filter
def markup(piece: Piece) -> SafeString:
    """A piece that is no blank, as `static/js/play/prompt.js` makes it in the browser."""
    if piece.top:
        return format_html('<span class="prompt__number fraction">{}</span>', _stacked(piece))
    variant = f" prompt__{piece.kind}--{piece.variant}" if piece.variant else ""
    return format_html('<span class="prompt__{}{}">{}</span>', piece.kind, variant, piece.text)


@register.filter
def numeral(text: str, decimal_sign: str = POINT) -> SafeString:
    """An answer in canonical text, its fraction stacked."""
    piece = _number(text, decimal_sign)
    if piece.top:
        return format_html('<span class="prompt__signs"><span class="fraction">{}</span></span>', _stacked(piece))
    return format_html("{}", piece.text)


@register.filter
def in_line(text: str, decimal_sign: str = POINT) -> str:
    """An answer in canonical text, where there is room for one line only."""
    return typesetting.in_line(text, decimal_sign)


def _piece(kind: str, text: str, before: Piece | None, decimal_sign: str) -> Piece:
    if kind == "bracket":
        return Piece(kind, text, "open" if text == "(" else "close")
    if kind == "operator" and _opens(before):
        return Piece(kind, text, "sign")
    return _number(text, decimal_sign) if kind == "number" else Piece(kind, text)


def _number(text: str, decimal_sign: str) -> Piece:
    line = typesetting.in_line(text, decimal_sign)
    found = _FRACTION.fullmatch(line)
    if found is None:
        return Piece("number", line)
    whole = found["sign"] + (found["whole"] or "")
    return Piece("number", line, whole=whole, top=found["top"], bottom=found["bottom"])


def _stacked(piece: Piece) -> SafeString:
    """What is inside a fraction. The slash is for whoever hears it, or copies it."""
    return format_html(
        '{}<span class="fraction__parts"><span class="fraction__top">{}</span>'
        '<span class="visually-hidden">/</span><span class="fraction__bottom">{}</span></span>',
        format_html("<span>{}</span> ", piece.whole) if piece.whole else "",
        piece.top,
        piece.bottom,
    )


def _opens(before: Piece | None) -> bool:
    """Whether a sign that follows stands before a number, rather than between two."""
    return before is None or before.variant == "open" or before.kind in {"operator", "relation"}
