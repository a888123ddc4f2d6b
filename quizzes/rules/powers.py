"""Powers and roots of exact numbers."""

from fractions import Fraction
from math import isqrt

from quizzes.rules.refusals import QuestionRefused

_MOST_BITS = 120
_NAMES = {2: "square root", 3: "cube root"}


def power(base: Fraction, exponent: int) -> Fraction:
    """`base` times itself. Raises QuestionRefused where nobody could write the answer."""
    if base == 0 and exponent == 0:
        raise QuestionRefused("0 to the power of 0 has no single answer: use another number.")
    bits = max(base.numerator.bit_length(), base.denominator.bit_length())
    if bits * exponent > _MOST_BITS:
        raise QuestionRefused("The power is too large: use smaller numbers.")
    return base**exponent


def root(number: Fraction, degree: int) -> Fraction:
    """The number, at least 0, whose power is `number`; `degree` is 2 or 3. Raises QuestionRefused where none is."""
    found = exact_root(number, degree)
    if found is None:
        raise QuestionRefused(
            f"{number} is below zero and has no {_NAMES[degree]} here."
            if number < 0
            else f"The {_NAMES[degree]} of {number} does not come out even: use one such as √49."
        )
    return found


def exact_root(number: Fraction, degree: int) -> Fraction | None:
    """The positive root, or None where it is no fraction."""
    if number < 0:
        return None
    top, bottom = _whole_root(number.numerator, degree), _whole_root(number.denominator, degree)
    return Fraction(top, bottom) if top**degree == number.numerator and bottom**degree == number.denominator else None


def _whole_root(number: int, degree: int) -> int:
    """The largest whole number whose power is at most `number`."""
    if degree == 2:
        return isqrt(number)
    low, high = 0, 1 << (number.bit_length() // degree + 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**degree <= number else (low, middle - 1)
    return low
