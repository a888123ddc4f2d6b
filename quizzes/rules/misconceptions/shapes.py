"""What a question asks, as far as misconceptions care: its operation, its operands, their digits."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizzes.rules.prompts import Kind, Token
from quizzes.rules.questions import Question
from quizzes.rules.typesetting import MINUS
from quizzes.rules.values import CURRENCIES

__all__ = ["MINUS", "Operation", "digits", "number", "of_digits", "operation", "wholes"]


@dataclass(frozen=True)
class Operation:
    """`left sign right`, as the prompt writes the operands; the box is the result."""

    left: str
    sign: str
    right: str


def operation(question: Question) -> Operation | None:
    """The one operation that a question asks for, with the box as its result."""
    match question.prompt:
        case (
            Token(Kind.NUMBER, left),
            Token(Kind.OPERATOR, sign),
            Token(Kind.NUMBER, right),
            Token(Kind.RELATION, "="),
            Token(Kind.BLANK),
        ) | (
            Token(Kind.BLANK),
            Token(Kind.RELATION, "="),
            Token(Kind.NUMBER, left),
            Token(Kind.OPERATOR, sign),
            Token(Kind.NUMBER, right),
        ):
            return Operation(left, sign, right)
    return None


def wholes(question: Question, sign: str) -> tuple[int, int] | None:
    """The operands of an operation with that sign, where both are whole and not negative."""
    asked = operation(question)
    if asked is None or asked.sign != sign or not (asked.left.isdecimal() and asked.right.isdecimal()):
        return None
    return int(asked.left), int(asked.right)


def number(text: str) -> Fraction:
    """The worth of a number token: `7`, `-0.5`, `1 1/2`, `£3.50`."""
    sign = -1 if text.startswith("-") else 1
    parts = text.removeprefix("-").lstrip(CURRENCIES).split(" ")
    return sign * sum((Fraction(part) for part in parts), Fraction(0))


def digits(value: int, width: int = 1) -> list[int]:
    """The digits from the ones up, at least `width` of them."""
    return [int(digit) for digit in reversed(str(value).rjust(width, "0"))]


def of_digits(values: Sequence[int]) -> Fraction:
    """The number whose columns hold `values`, from the ones up."""
    return Fraction(sum(value * 10**place for place, value in enumerate(values)))
