"""Automata that say which texts a format admits, symbol by symbol.

The reader of handwriting walks these while it weighs glyphs, so that it never reads a text that the format
does not admit. They know the *shape* of an answer and nothing of its value. `Shapes` keeps to the protocol
`recognizer.decode.Acceptor`, which the rules do not import.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

DIGITS = "0123456789"
MINUS = "−"

_KINDS = dict.fromkeys(DIGITS, "9") | {"-": MINUS, MINUS: MINUS, ".": ".", ",": ".", "/": "/", " ": " "}


@dataclass(frozen=True)
class Shapes:
    """A deterministic finite automaton whose states are the shapes of what was read so far.

    The shape of `−12.5` is `−99.9`: each digit becomes a 9, hyphens become minus signs and commas points.
    There are finitely many shapes, so this is a finite automaton, and a state tells its own story.
    """

    complete: frozenset[str]
    prefixes: frozenset[str]
    start: str = ""

    @classmethod
    def of(cls, shapes: Iterable[str]) -> Self:
        complete = frozenset(shapes)
        return cls(complete, frozenset(shape[:end] for shape in complete for end in range(len(shape) + 1)))

    def step(self, state: str, symbol: str) -> str | None:
        """The state after `symbol`, or None where no admitted text goes on so."""
        kind = _KINDS.get(symbol)
        if kind is None:
            return None
        longer = state + kind
        return longer if longer in self.prefixes else None

    def accepts(self, state: str) -> bool:
        """Whether what was read so far is a whole answer."""
        return state in self.complete

    def admits(self, text: str) -> bool:
        """Whether the whole of `text` is an answer of one of these shapes."""
        state = self.start
        for symbol in text:
            following = self.step(state, symbol)
            if following is None:
                return False
            state = following
        return self.accepts(state)


def digits(fewest: int, most: int) -> list[str]:
    return ["9" * count for count in range(fewest, most + 1)]


def signed(shapes: Iterable[str]) -> list[str]:
    return [sign + shape for shape in shapes for sign in ("", MINUS)]


_WHOLE = digits(1, 6)
_DECIMAL = [
    *_WHOLE,
    *(f"{whole}.{places}" for whole in ["", *_WHOLE] for places in digits(1, 4)),
]
_FRACTION = [f"{above}/{below}" for above in digits(1, 4) for below in digits(1, 4)]
_MIXED = [f"{whole} {fraction}" for whole in digits(1, 4) for fraction in _FRACTION]

NOTHING = Shapes(frozenset(), frozenset())
DIGIT = Shapes.of(digits(1, 1))
WHOLE = Shapes.of(_WHOLE)
INTEGER = Shapes.of(signed(digits(1, 9)))
DECIMAL = Shapes.of(signed(_DECIMAL))
FRACTION = Shapes.of(signed([*_WHOLE, *_FRACTION, *_MIXED]))
NUMBER = Shapes.of(signed([*_DECIMAL, *_FRACTION, *_MIXED]))
