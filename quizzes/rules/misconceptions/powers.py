"""Squares, cubes and roots."""

from collections.abc import Iterator
from fractions import Fraction

from quizzes.rules.misconceptions.kinds import Example, Misconception
from quizzes.rules.misconceptions.shapes import number, result_of
from quizzes.rules.prompts import Kind, Token
from quizzes.rules.questions import Question

_EXPONENTS = {"²": 2, "³": 3}


def _times_exponent(question: Question) -> Iterator[Fraction]:
    match result_of(question):
        case (Token(Kind.NUMBER, base), Token(Kind.SUFFIX, exponent)) if exponent in _EXPONENTS:
            yield number(base) * _EXPONENTS[exponent]


def _halved(question: Question) -> Iterator[Fraction]:
    match result_of(question):
        case (Token(Kind.ROOT, "√"), Token(Kind.NUMBER, square)):
            yield number(square) / 2


MISCONCEPTIONS = (
    Misconception(
        "POW-TIMES",
        "Multiplies by the exponent",
        "7² is 7 times itself, 7 × 7: a square with 7 on each side.",
        Example("7²", "14"),
        "Draw the square of dots, and write the product out before working it out.",
        ("square", "cube"),
        "Cangelosi and others 2013; Pitta-Pantazi, Christou & Zachariades 2007",
        _times_exponent,
    ),
    Misconception(
        "ROOT-HALF",
        "Halves instead of taking the root",
        "Which number times itself makes it? That is the side of the square.",
        Example("√64", "32"),
        "Lay the number of tiles as a square, and read off its side.",
        ("square-root",),
        "By reasoning: the square taken for a double (POW-TIMES), undone",
        _halved,
    ),
)
