"""What a question asks: most often an equation with one box, solved exactly.

An expression in which the box occurs once is always a ratio (a·x + b) / (c·x + d) of the number x in the
box: sums, products and quotients with plain numbers keep that form. So four fractions stand for any
expression, and solving is one division. Powers and roots do not: what is inside one is a ratio of its own (`Within`),
and they are undone from the outside in.
"""

from dataclasses import dataclass
from fractions import Fraction

from quizzes.rules.powers import exact_root, power
from quizzes.rules.prompts import Prompt
from quizzes.rules.refusals import QuestionRefused


@dataclass(frozen=True)
class Ratio:
    """(a·x + b) / (c·x + d), where x is the number in the box. A plain number has a = c = 0."""

    a: Fraction
    b: Fraction
    c: Fraction = Fraction(0)
    d: Fraction = Fraction(1)

    @property
    def constant(self) -> bool:
        """Whether the box has no part in it."""
        return self.a == 0 and self.c == 0

    @property
    def always_zero(self) -> bool:
        return self.a == 0 and self.b == 0

    def __add__(self, other: "Ratio") -> "Ratio":
        """The sum. One of the two must be constant."""
        if self.constant and not other.constant:
            return other + self
        number = other.number()
        return Ratio(self.a + number * self.c, self.b + number * self.d, self.c, self.d)

    def __mul__(self, other: "Ratio") -> "Ratio":
        """The product. One of the two must be constant."""
        if self.constant and not other.constant:
            return other * self
        number = other.number()
        return Ratio(self.a * number, self.b * number, self.c, self.d)

    def __neg__(self) -> "Ratio":
        return Ratio(-self.a, -self.b, self.c, self.d)

    def reciprocal(self) -> "Ratio":
        """One divided by this, which must not be always zero."""
        return Ratio(self.c, self.d, self.a, self.b)

    def number(self) -> Fraction:
        """The plain number that a constant is."""
        assert self.constant  # noqa: S101 - the box occurs once, so the other operand has none
        return self.b / self.d

    def zero_at(self, x: Fraction) -> bool:
        return self.a * x + self.b == 0


BOX = Ratio(Fraction(1), Fraction(0))


def plain_number(value: Fraction) -> Ratio:
    return Ratio(Fraction(0), value)


@dataclass(frozen=True)
class Within:
    """A power or root with the box inside: `_²`, `√(_ + 2)`. Outside of it, it is the unknown.

    `ratio` is what stands inside; `exponent` is of a power, `degree` of a root, and the other is 1. `divisors` are as
    in an Equation.
    """

    ratio: Ratio
    exponent: int = 1
    degree: int = 1
    divisors: tuple[Ratio, ...] = ()

    def undone(self, worth: Fraction) -> Fraction:
        """What the ratio comes to where the power or root comes to `worth`; the positive one of two."""
        inside = power(worth, self.degree) if worth >= 0 else None
        if self.degree == 1:
            inside = exact_root(worth, self.exponent)
        if inside is None:
            raise QuestionRefused("No number fits the box exactly: look at the numbers again.")
        return inside


@dataclass(frozen=True)
class Equation:
    """What a notation says: `left = right`, with the box on one side.

    `divisors` are whatever is divided by and depends on the box: none of them may be zero. `within` are the powers and
    roots that the box is in, from the inside out. `in_fraction` says that the box is a part of a fraction, where only
    a whole number fits.
    """

    prompt: Prompt
    left: Ratio
    right: Ratio
    divisors: tuple[Ratio, ...] = ()
    within: tuple[Within, ...] = ()
    in_fraction: bool = False


@dataclass(frozen=True)
class Inequality:
    """Two sides with the box between them, where the sign goes."""

    prompt: Prompt
    left: Fraction
    right: Fraction


@dataclass(frozen=True)
class Division:
    """A division of whole numbers that asks for its remainder. `divisor` is not zero."""

    prompt: Prompt
    dividend: int
    divisor: int


@dataclass(frozen=True)
class Sequence:
    """Numbers that go on by one rule; the one in the box is None."""

    prompt: Prompt
    numbers: tuple[Fraction | None, ...]


Asked = Equation | Inequality | Division | Sequence


def solve(equation: Equation) -> Fraction:
    """The one number that fits the box. Raises QuestionRefused where none fits, or every one.

    Of the two numbers with one square it is the positive one that fits.
    """
    left, right = equation.left, equation.right
    if left.constant:
        left, right = right, left
    x = _solved(left, right.number(), equation.divisors)
    for inner in reversed(equation.within):
        x = _solved(inner.ratio, inner.undone(x), inner.divisors)
    if equation.in_fraction and (x < 0 or x.denominator != 1):
        raise QuestionRefused("No whole number fits the box of the fraction: look at the numbers again.")
    return x


def _solved(ratio: Ratio, k: Fraction, divisors: tuple[Ratio, ...]) -> Fraction:
    """The x for which the ratio is k: (a·x + b) / (c·x + d) = k gives (a − k·c)·x = k·d − b."""
    factor, rest = ratio.a - k * ratio.c, k * ratio.d - ratio.b
    if factor == 0:
        raise QuestionRefused(
            "More than one number fits the box: ask for a single answer."
            if rest == 0
            else "No number fits the box: look at the numbers again."
        )
    x = rest / factor
    if any(divisor.zero_at(x) for divisor in divisors):
        raise QuestionRefused("No number fits the box: it would mean dividing by zero.")
    return x
