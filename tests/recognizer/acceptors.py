"""Acceptors of the tests' own: the reader asks for four members, and knows no rules."""

from dataclasses import dataclass


@dataclass(frozen=True)
class UpTo:
    """Texts of one to `most` of the symbols. The state counts them."""

    most: int
    symbols: str = "0123456789"
    start: int = 0

    @property
    def alphabet(self) -> frozenset[str]:
        return frozenset(self.symbols)

    def step(self, state: int, symbol: str) -> int | None:
        return state + 1 if state < self.most and symbol in self.symbols else None

    def accepts(self, state: int) -> bool:
        return state > 0


DIGIT = UpTo(1)
WHOLE = UpTo(6)
