"""Automata that say which texts a format admits, sign by sign.

The reader of handwriting walks these while it weighs glyphs, so that it never reads a text that the format
does not admit. They know the *shape* of an answer and nothing of its value. `Shapes` keeps to the protocol
`recognizer.decode.Acceptor`, which the rules do not import.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from quizzes.rules.values import CURRENCIES

DIGITS = "0123456789"
ALIKE = dict.fromkeys(DIGITS, "9")
"""Where any digit may stand for any other, the shape has a 9."""


@dataclass(frozen=True, eq=False)
class Shapes:
    """A deterministic finite automaton whose states are the shapes of what was read so far.

    The shape of `-12.5` is `-99.9`: `kinds` says which signs are alike, and every other is its own kind. There are
    finitely many shapes, so this is a finite automaton, and a state tells its own story. `alphabet` are the
    signs of ink; a space is only where the ink leaves one.
    """

    complete: frozenset[str]
    prefixes: frozenset[str]
    kinds: Mapping[str, str]
    alphabet: frozenset[str]
    start: str = ""

    @classmethod
    def of(cls, shapes: Iterable[str], kinds: Mapping[str, str] = ALIKE) -> Self:
        complete = frozenset(shapes)
        used = {kind for shape in complete for kind in shape}
        return cls(
            complete,
            prefixes=frozenset(shape[:end] for shape in complete for end in range(len(shape) + 1)),
            kinds=kinds,
            alphabet=frozenset(sign for sign in {*kinds, *used} if kinds.get(sign, sign) in used) - {" "},
        )

    def step(self, state: str, sign: str) -> str | None:
        """The state after `sign`, or None where no admitted text goes on so."""
        longer = state + self.kinds.get(sign, sign)
        return longer if longer in self.prefixes else None

    def accepts(self, state: str) -> bool:
        """Whether what was read so far is a whole answer."""
        return state in self.complete

    def admits(self, text: str) -> bool:
        """Whether the whole of `text` is an answer of one of these shapes."""
        state = self.start
        for sign in text:
            following = self.step(state, sign)
            if following is None:
                return False
            state = following
        return self.accepts(state)


def digits(fewest: int, most: int) -> list[str]:
    return ["9" * count for count in range(fewest, most + 1)]


def signed(shapes: Iterable[str]) -> list[str]:
    return [sign + shape for shape in shapes for sign in ("", "-")]


def _pointed(wholes: Iterable[str], places: Iterable[str]) -> list[str]:
    return [f"{whole}.{part}" for whole in ("", *wholes) for part in places]


_WHOLE = digits(1, 6)
_DECIMAL = [*digits(1, 9), *_pointed(digits(1, 9), digits(1, 9))]  # long ones are read as they stand, not unread
_FRACTION = [f"{above}/{below}" for above in digits(1, 4) for below in digits(1, 4)]
_MIXED = [f"{whole} {fraction}" for whole in digits(1, 4) for fraction in _FRACTION]
_REMAINDER = [f"{quotient} r {left}" for quotient in _WHOLE for left in digits(1, 4)]
_AMOUNT = [*_WHOLE, *_pointed(_WHOLE, digits(1, 2))]
_HOURS = [*(str(hour) for hour in range(24)), *(f"0{hour}" for hour in range(10))]

NOTHING = Shapes.of([])
DIGIT = Shapes.of(digits(1, 1))
WHOLE = Shapes.of(_WHOLE)
INTEGER = Shapes.of(signed(digits(1, 9)))
DECIMAL = Shapes.of(signed(_DECIMAL))
FRACTION = Shapes.of(signed([*_WHOLE, *_FRACTION, *_MIXED]))
REMAINDER = Shapes.of([*_WHOLE, *_REMAINDER])  # a quotient alone is a child's answer too, most often a wrong one
COMPARISON = Shapes.of("<=>")
MONEY = Shapes.of(sign + amount for sign in ("", *CURRENCIES) for amount in _AMOUNT)
TIME = Shapes.of((f"{hour}:{minute:02d}" for hour in _HOURS for minute in range(60)), kinds={})
NUMBER = Shapes.of(signed([*_DECIMAL, *_FRACTION, *_MIXED]))
