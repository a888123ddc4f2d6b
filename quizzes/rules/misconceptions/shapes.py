"""What a question asks, as far as misconceptions care: its operation, its operands, their digits."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from quizzes.rules.prompts import BLANK, EQUALS, Kind, Prompt, Token
from quizzes.rules.questions import Question, write
from quizzes.rules.skills import stories
from quizzes.rules.typesetting import MINUS
from quizzes.rules.values import CURRENCIES, Money, Value

Predict = Callable[[Question], Iterable[Value]]

_NUMBER = re.compile(rf"-?[{CURRENCIES}]?(?:[0-9]+ )?[0-9]+(?:\.[0-9]+|/[0-9]+)?")
_IN_WORDS = re.compile(rf"(?<![\w./:])[-{MINUS}]?[{CURRENCIES}]?[0-9]+(?:\.[0-9]+)?(?![\w/:%]|\.[0-9])")
_ALL_ASK = 16  # every misconception asks the same of a question, one after another
_CHOICE = re.compile(r"\b(?P<word>largest|smallest): (?P<numbers>[^?]+)\?")
_SIGNS = f"+{MINUS}×÷"


@dataclass(frozen=True)
class Operation:
    """`left sign right`, the operands as the prompt writes them; the box is the result."""

    left: str
    sign: str
    right: str

    @property
    def numbers(self) -> tuple[Fraction, Fraction] | None:
        """What the operands are worth, where both are numbers or amounts."""
        if _NUMBER.fullmatch(self.left) and _NUMBER.fullmatch(self.right):
            return number(self.left), number(self.right)
        return None

    @property
    def wholes(self) -> tuple[int, int] | None:
        """The operands, where both are whole and not negative."""
        return (int(self.left), int(self.right)) if self.left.isdecimal() and self.right.isdecimal() else None


@lru_cache(maxsize=_ALL_ASK)
def operation(question: Question) -> Operation | None:
    """The one operation that a question asks for, with the box as its result: in signs, or told in a story."""
    side = result_of(question)
    if question.is_text:
        notation = story(question)
        if not notation:
            return _told(question)
        if notation.endswith("r"):
            return None  # a story asks for one of the two numbers of such an answer
        side = result_of(write(notation))
    match side:
        case (Token(Kind.NUMBER, left), Token(Kind.OPERATOR, sign), Token(Kind.NUMBER, right)):
            return Operation(left, sign, right)
        case (Token(Kind.NUMBER, left), Token(Kind.SUFFIX, "%"), Token(Kind.OPERATOR, "of"), Token(Kind.NUMBER, right)):
            return Operation(f"{left}%", "of", right)
        case (Token(Kind.NUMBER, left), Token(Kind.OPERATOR, sign), Token(Kind.NUMBER, right), Token(Kind.UNIT, "min")):
            return Operation(left, sign, f"0:{right:0>2}")
    return None


def result_of(question: Question) -> Prompt:
    """What is to be worked out, where the box is the result; empty where it is not."""
    prompt = tuple(token for token in question.prompt if token.kind is not Kind.REST)
    if prompt[-2:] == (EQUALS, BLANK):
        return prompt[:-2]
    return prompt[2:] if prompt[:2] == (BLANK, EQUALS) else ()


@lru_cache(maxsize=_ALL_ASK)
def story(question: Question) -> str:
    """What a story of this site asks, in notation; empty for other questions."""
    return stories.arithmetic(question) if question.is_text else ""


def _told(question: Question) -> Operation | None:
    """The operation of a teacher's story with two numbers, where one alone leads to the answer."""
    told = [text.replace(MINUS, "-") for text in _IN_WORDS.findall(words(question))]
    right = amount(right_value(question))
    if len(told) != 2 or right is None:
        return None
    found = {
        Operation(one, sign, other)
        for one, other in (told, told[::-1])
        for sign in _SIGNS
        if right in calculated(number(one), sign, number(other))
        if sign not in "+×" or one == told[0]
    }
    return found.pop() if len(found) == 1 else None


def calculated(left: Fraction, sign: str, right: Fraction) -> tuple[Fraction, ...]:
    """`left sign right`, or nothing where that cannot be done."""
    match sign:
        case "+":
            return (left + right,)
        case "−":
            return (left - right,)
        case "×" | "of":
            return (left * right,)
        case "÷" if right:
            return (left / right,)
    return ()


def on_operation(worked: Callable[[str, str, str], Iterable[Fraction]]) -> Predict:
    """What comes of `worked(left, sign, right)`, all as the prompt writes them."""

    def predict(question: Question) -> Iterable[Fraction]:
        asked = operation(question)
        return () if asked is None else worked(asked.left, asked.sign, asked.right)

    return predict


def on_wholes(sign: str, worked: Callable[[int, int], Iterable[Fraction | int]]) -> Predict:
    """What comes of `worked(left, right)` where two whole numbers are asked for."""

    def predict(question: Question) -> Iterator[Fraction]:
        asked = operation(question)
        if asked is not None and asked.sign == sign and asked.wholes is not None:
            yield from map(Fraction, worked(*asked.wholes))

    return predict


def on_numbers(sign: str, worked: Callable[[Fraction, Fraction], Iterable[Fraction | int]]) -> Predict:
    """The same for numbers of any kind."""

    def predict(question: Question) -> Iterator[Fraction]:
        asked = operation(question)
        if asked is not None and asked.sign == sign and asked.numbers is not None:
            yield from map(Fraction, worked(*asked.numbers))

    return predict


def on_columns(sign: str, worked: Callable[[list[int], list[int]], Iterable[Sequence[int]]]) -> Predict:
    """What comes of a procedure on the digits of two numbers that stand under each other, point under point.

    It is given the digits from the ones of the last place up, as many of both, and gives those of the results.
    """

    def predict(question: Question) -> Iterator[Value]:
        asked = operation(question)
        numbers = None if asked is None or asked.sign != sign else asked.numbers
        if asked is None or numbers is None or "/" in asked.left + asked.right or min(numbers) < 0:
            return
        places = max(decimals(asked.left), decimals(asked.right))
        if asked.left[0] in CURRENCIES and places and not decimals(asked.left):
            return  # change from whole pounds is not worked out in columns
        scaled = [int(operand * 10**places) for operand in numbers]
        width = len(str(max(scaled)))
        for written in worked(*(digits(each, width) for each in scaled)):
            yield of_digits(written) / 10**places

    return predict


def compared(question: Question) -> tuple[str, str] | None:
    """The two numbers, as the prompt writes them, between which a sign is asked for."""
    match question.prompt:
        case (Token(Kind.NUMBER, left), Token(Kind.BLANK), Token(Kind.NUMBER, right)):
            return left, right
    return None


@dataclass(frozen=True)
class Choice:
    """Numbers as they are written, of which the largest is asked for, or the smallest."""

    numbers: tuple[str, ...]
    largest: bool


def picked(question: Question) -> Choice | None:
    """The choice that a question such as "Which number is the largest: 0.5, 0.45 or 0.405?" gives."""
    asked = _CHOICE.search(words(question))
    if not asked:
        return None
    numbers = tuple(each.replace(MINUS, "-") for each in re.split(r", | or ", asked["numbers"]))
    return Choice(numbers, asked["word"] == "largest") if all(map(_NUMBER.fullmatch, numbers)) else None


def words(question: Question) -> str:
    """The words of a question in words, with `_` for the box; empty for other questions."""
    if not question.is_text:
        return ""
    return "".join("_" if token.kind is Kind.BLANK else token.text for token in question.prompt)


def number(text: str) -> Fraction:
    """The worth of a number token: `7`, `-0.5`, `1 1/2`, `£3.50`."""
    sign = -1 if text.startswith("-") else 1
    parts = text.removeprefix("-").lstrip(CURRENCIES).split(" ")
    return sign * sum((Fraction(part) for part in parts), Fraction(0))


def decimals(text: str) -> int:
    """How many places stand behind the point."""
    return len(text.partition(".")[2])


def digits(value: int, width: int = 1) -> list[int]:
    """The digits from the ones up, at least `width` of them."""
    return [int(digit) for digit in reversed(str(value).rjust(width, "0"))]


def of_digits(values: Sequence[int]) -> Fraction:
    """The number whose columns hold `values`, from the ones up."""
    return Fraction(sum(value * 10**place for place, value in enumerate(values)))


@lru_cache(maxsize=_ALL_ASK)
def right_value(question: Question) -> Value:
    """The exact value of the answer."""
    return question.value


def amount(value: Value) -> Fraction | None:
    """A number, or how much money it is."""
    if isinstance(value, Money):
        return value.amount
    return value if isinstance(value, Fraction) else None
