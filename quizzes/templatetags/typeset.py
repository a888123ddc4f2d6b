"""Setting a prompt as a schoolbook would: fractions stacked, brackets close, a sign with its number."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import template

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
def typeset(prompt: Iterable[Any]) -> list[Piece]:
    """The pieces of a prompt, of tokens or of their JSON."""
    pieces: list[Piece] = []
    for token in prompt:
        kind, text = (token["kind"], token["text"]) if isinstance(token, dict) else (token.kind, token.text)
        pieces.append(_piece(str(kind), text, pieces[-1] if pieces else None))
    return pieces


def _piece(kind: str, text: str, before: Piece | None) -> Piece:
    if kind == "bracket":
        return Piece(kind, text, "open" if text == "(" else "close")
    if kind == "operator" and _opens(before):
        return Piece(kind, text, "sign")
    found = _FRACTION.fullmatch(text) if kind == "number" else None
    if found:
        return Piece(
            kind,
            text,
            whole=found["sign"] + (found["whole"] or ""),
            top=found["top"],
            bottom=found["bottom"],
        )
    return Piece(kind, text)


def _opens(before: Piece | None) -> bool:
    """Whether a sign that follows stands before a number, rather than between two."""
    return before is None or before.variant == "open" or before.kind in {"operator", "relation"}
