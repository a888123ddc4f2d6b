"""Digits correct: credit for each right digit in the right place.

The scoring of curriculum-based measurement (Deno & Mirkin 1977; the rules as in Fuchs & Fuchs, *Using CBM for Progress
Monitoring in Math*, 2005): a digit in a wrong place is wrong, a zero that holds a place counts, and a reversed digit is
no error, which ink has settled before it comes here. The digits of the right answer are asked. Whole numbers are
aligned at the right, decimals at the point; a fraction, a mixed number, a quotient with remainder and a time are
compared part by part. Digits too many cost nothing and earn nothing; signs, currencies and units are no digits.

It measures fluency, beside the mark: 156 for 56 is wrong and has two digits of two.
"""

from dataclasses import dataclass

from quizzes.rules.checks import given, is_right
from quizzes.rules.grammar import NotAnAnswer
from quizzes.rules.questions import Question
from quizzes.rules.values import CURRENCIES

_FROM_THE_LEFT = "places"


@dataclass(frozen=True)
class Digits:
    """`right` of `asked`, which are the digits of the right answer."""

    right: int
    asked: int


def digits_correct(question: Question, text: str) -> Digits | None:
    """The digits of an answer that are right. Whoever has the right value has them all, however it is written.

    None where there are none to count: of words and signs, and of a text that is no answer.
    """
    answer = given(question, text)
    if question.format in {"text", "comparison"} or isinstance(answer.value, NotAnAnswer):
        return None
    wanted, found = _parts(answer.wanted), _parts(answer.plain)
    asked = sum(map(len, wanted.values()))
    if is_right(question, text):
        return Digits(asked, asked)
    return Digits(sum(_alike(part, wanted[part], found.get(part, "")) for part in wanted), asked)


def _alike(part: str, wanted: str, found: str) -> int:
    pairs = zip(wanted, found, strict=False) if part == _FROM_THE_LEFT else zip(wanted[::-1], found[::-1], strict=False)
    return sum(one == other for one, other in pairs)


def _parts(plain: str) -> dict[str, str]:
    """The digits of canonical text, part by part."""
    bare = plain.lstrip("-" + CURRENCIES)
    if ":" in bare:
        hours, _, minutes = bare.partition(":")
        return {"hours": _number(hours), "minutes": minutes}
    if " r " in bare:
        quotient, _, remainder = bare.partition(" r ")
        return {"whole": _number(quotient), "remainder": _number(remainder)}
    *whole, last = bare.split(" ")
    top, slash, bottom = last.partition("/")
    if slash:
        return {"whole": "".join(whole), "top": _number(top), "bottom": _number(bottom)}
    number, _, places = bare.partition(".")
    return {"whole": _number(number), _FROM_THE_LEFT: places}


def _number(digits: str) -> str:
    return digits.lstrip("0") or "0"
