"""Written calculation: two or more numbers under each other, the sign beside them, a rule, and the box below it."""

import re
from dataclasses import dataclass

from quizzes.rules.prompts import BLANK, EQUALS, Kind, Prompt
from quizzes.rules.refusals import QuestionRefused
from quizzes.rules.typesetting import MINUS

_NUMBER = re.compile(r"[$£€]?[0-9]+(?:\.[0-9]+)?")


@dataclass(frozen=True)
class Row:
    """A number of a column, in canonical text. `filling` stands for the places that others have and it has not."""

    number: str
    filling: str = ""


@dataclass(frozen=True)
class Column:
    """The numbers from the top down, and the sign that stands at the last."""

    rows: tuple[Row, ...]
    sign: str


def column(prompt: Prompt) -> Column:
    """The prompt in columns. Raises QuestionRefused where it cannot be set so."""
    numbers, signs = prompt[:-2:2], {token.text for token in prompt[1:-2:2]}
    plain = all(token.kind is Kind.NUMBER and _NUMBER.fullmatch(token.text) for token in numbers)
    if prompt[-2:] != (EQUALS, BLANK) or not plain or signs not in _SIGNS or len(prompt) % 2 == 0:
        raise QuestionRefused("In columns there is one sum, difference or product of plain numbers: write 47 + 26.")
    if "+" not in signs and len(numbers) > 2:
        raise QuestionRefused("In columns only sums have more than two numbers: write 47 − 26.")
    written = [token.text for token in numbers]
    sign = signs.pop()
    return Column(tuple(Row(number, "" if sign == "×" else _filling(number, written)) for number in written), sign)


_SIGNS = ({"+"}, {MINUS}, {"×"})


def _filling(number: str, others: list[str]) -> str:
    """What would bring the number's places to those of the longest: `.00` of 4 beside 12.25."""
    most = max(len(_places(other)) for other in others)
    missing = most - len(_places(number))
    return ("" if "." in number or not missing else ".") + "0" * missing


def _places(number: str) -> str:
    return number.partition(".")[2]
