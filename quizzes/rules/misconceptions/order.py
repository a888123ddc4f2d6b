"""The order of operations."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from quizzes.rules.misconceptions.kinds import Example, Misconception
from quizzes.rules.misconceptions.shapes import Predict, calculated, number, result_of
from quizzes.rules.prompts import Kind, Token
from quizzes.rules.questions import Question
from quizzes.rules.typesetting import MINUS

_USUAL = {"+": 0, MINUS: 0, "×": 1, "÷": 1}
_ALIKE = dict.fromkeys(_USUAL, 0)
_ACRONYM = {MINUS: 0, "+": 1, "×": 2, "÷": 3}
_OTHER_ACRONYM = {MINUS: 0, "+": 1, "÷": 2, "×": 3}

_Reading = Callable[[Sequence[Token]], Fraction | None]


def _on_chains(*read: _Reading) -> Predict:
    """What comes of reading two operations or more in other ways."""

    def predict(question: Question) -> Iterator[Fraction]:
        asked = result_of(question)
        if {token.kind for token in asked} <= {Kind.NUMBER, Kind.OPERATOR, Kind.BRACKET}:
            signs = [token.text for token in asked if token.kind is Kind.OPERATOR]
            if len(signs) > 1 and set(signs) <= set(_USUAL):
                yield from (value for each in read if (value := each(asked)) is not None)

    return predict


def _by(ranks: dict[str, int]) -> _Reading:
    """Brackets first, then the operation of the highest rank, the first of those from the left."""

    def read(tokens: Sequence[Token]) -> Fraction | None:
        flat: list[Token | Fraction] = []
        rest = list(tokens)
        while rest:
            token = rest.pop(0)
            if token.kind is Kind.BRACKET:
                end = _closing(rest)
                inside = read(rest[:end])
                if inside is None:
                    return None
                flat.append(inside)
                rest = rest[end + 1 :]
            else:
                flat.append(number(token.text) if token.kind is Kind.NUMBER else token)
        return _reduced(flat, ranks)

    return read


def _closing(tokens: Sequence[Token]) -> int:
    """Where the bracket ends that was opened before `tokens`."""
    depth = 1
    for at, token in enumerate(tokens):
        if token.kind is Kind.BRACKET:
            depth += 1 if token.text == "(" else -1
        if not depth:
            return at
    return len(tokens)


def _reduced(flat: list[Token | Fraction], ranks: dict[str, int]) -> Fraction | None:
    while len(flat) > 1:
        places = [at for at, each in enumerate(flat) if isinstance(each, Token)]
        at = max(places, key=lambda place: (ranks[_sign(flat[place])], -place))
        if not 0 < at < len(flat) - 1:
            return None
        left, right = flat[at - 1], flat[at + 1]
        if isinstance(left, Token) or isinstance(right, Token):
            return None
        values = calculated(left, _sign(flat[at]), right)
        if not values:
            return None
        flat[at - 1 : at + 2] = values
    return flat[0] if flat and isinstance(flat[0], Fraction) else None


def _sign(token: Token | Fraction) -> str:
    return token.text if isinstance(token, Token) else ""


def _without_brackets(tokens: Sequence[Token]) -> Fraction | None:
    if all(token.kind is not Kind.BRACKET for token in tokens):
        return None
    return _by(_USUAL)([token for token in tokens if token.kind is not Kind.BRACKET])


MISCONCEPTIONS = (
    Misconception(
        "ORD-LEFT",
        "Works from left to right, whatever the signs",
        "Times and divide go before plus and minus: underline those first.",
        Example("3 + 4 × 5", "35"),
        "Tell it as a story: 3 pencils and 4 packs of 5.",
        ("order-times-first",),
        "Kieran 1979; Linchevski & Livneh 1999",
        _on_chains(_by(_ALIKE)),
    ),
    Misconception(
        "ORD-ACRONYM",
        "Adds before subtracting, or multiplies before dividing, since the acronym says so",
        "Plus and minus have the same rank, and so have times and divide: go from left to right.",
        Example("12 - 4 + 3", "5"),
        "Walk such chains on a number line, step by step from the left.",
        ("order-left-to-right",),
        "Linchevski & Livneh 1999; Glidden 2008",
        _on_chains(_by(_ACRONYM), _by(_OTHER_ACRONYM)),
    ),
    Misconception(
        "ORD-BRACKETS",
        "Passes over brackets",
        "Brackets come first: work out what is inside before anything else.",
        Example("(3 + 4) × 5", "23"),
        "Tell both 3 + 4 × 5 and (3 + 4) × 5 as stories, and compare.",
        ("order-brackets",),
        "Kieran 1979; Linchevski & Livneh 1999",
        _on_chains(_without_brackets),
    ),
)
