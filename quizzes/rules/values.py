"""What answers are worth, exactly: never a float.

A number is a `Fraction` and words are a `str`; the other answers are values of their own. `str` writes each of those
in its one canonical way, and `of` reads that text, or any that its automaton admits, back.
"""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Self

CURRENCIES = "$£€"


@dataclass(frozen=True)
class Remainder:
    """`3 r 2`: what 17 ÷ 5 leaves. A quotient alone has the remainder 0."""

    quotient: int
    remainder: int

    @classmethod
    def of(cls, text: str) -> Self:
        quotient, _, remainder = text.partition(" r ")
        return cls(int(quotient), int(remainder or 0))

    def __str__(self) -> str:
        return f"{self.quotient} r {self.remainder}"


class Comparison(Enum):
    """The sign between two numbers."""

    LESS = "<"
    EQUAL = "="
    GREATER = ">"

    @classmethod
    def of(cls, text: str) -> Self:
        return cls(text)

    @classmethod
    def between(cls, left: Fraction, right: Fraction) -> "Comparison":
        if left == right:
            return cls.EQUAL
        return cls.LESS if left < right else cls.GREATER

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True)
class Money:
    """`£3.50`: an amount, and the sign in front of it, which may be left out. `amount` is at least 0, in hundredths."""

    amount: Fraction
    currency: str = ""

    @classmethod
    def of(cls, text: str) -> Self:
        bare = text.lstrip(CURRENCIES)
        return cls(Fraction(bare), text.removesuffix(bare))

    def pays(self, price: "Money") -> bool:
        """Whether this is the same money: the same amount, and no other currency."""
        return self.amount == price.amount and (
            self.currency == price.currency or "" in (self.currency, price.currency)
        )

    def __str__(self) -> str:
        whole, hundredths = divmod(self.amount * 100, 100)
        places = f".{hundredths}" if hundredths >= 10 else f".0{hundredths}"
        return f"{self.currency}{whole}{places if hundredths else ''}"


@dataclass(frozen=True)
class Time:
    """`3:45`: a time of day. Hours from 0 to 23, minutes from 0 to 59."""

    hours: int
    minutes: int

    @classmethod
    def of(cls, text: str) -> Self:
        hours, _, minutes = text.partition(":")
        return cls(int(hours), int(minutes))

    @property
    def by_twelve(self) -> Self:
        """As a clock of twelve hours tells it."""
        return type(self)(self.hours % 12 or 12, self.minutes)

    def __str__(self) -> str:
        return f"{self.hours}:{self.minutes:02d}"


Value = Fraction | Remainder | Comparison | Money | Time | str
