"""Marking an answer, by named checks.

Two questions, two functions. *Can this be marked?* needs no key: a text that the format does not admit is asked for
again and counts for nothing. *Is it right?* is asked only of what can be marked, and looks at the value: a child
who writes 07 or 2/4 knows the number, and a note says how it is usually written. Marks are right, wrong or unread.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from math import gcd

from quizzes.rules import grammar
from quizzes.rules.grammar import FORMATS, NotAnAnswer
from quizzes.rules.questions import Question
from quizzes.rules.typesetting import POINT, in_line
from quizzes.rules.values import Money, Value


class Outcome(StrEnum):
    RIGHT = "right"
    WRONG = "wrong"
    UNREAD = "unread"


@dataclass(frozen=True)
class Mark:
    """An outcome, a sentence for the child, and the names of the checks that the answer passed."""

    outcome: Outcome
    note: str
    checks: tuple[str, ...] = ()


RIGHT_NOTE = "Yes, that is right."
WRONG_NOTE = "Not yet. Have another look."

_Passes = Callable[[Question, str], bool]


@dataclass(frozen=True)
class Check:
    """Something that an answer may be asked. `remark` is said of a right answer that does not pass; `{answer}`
    stands for the answer as it is usually written."""

    name: str
    passes: _Passes
    remark: str = ""


def mark(question: Question, text: str, decimal_sign: str = POINT) -> Mark:
    """The mark for `text`, which is what was read or typed; it may be any text at all.

    A wrong note never says by how much: the child looks again before being told. A note that names the answer
    writes it with the `decimal_sign`.
    """
    value = grammar.parse(text, question.format)
    if isinstance(value, NotAnAnswer):
        return Mark(Outcome.UNREAD, value.reason)
    if not _same(question, value):
        return Mark(Outcome.WRONG, WRONG_NOTE, (_FORM.name,))
    passed = tuple(check.name for check in CHECKS if check.passes(question, text))
    remarks = (check.remark for check in CHECKS if check.name not in passed)
    note = next(remarks, RIGHT_NOTE).format(answer=in_line(question.answer, decimal_sign))
    return Mark(Outcome.RIGHT, note, passed)


def can_be_marked(question: Question, text: str) -> bool:
    """Whether `text` is an answer of the form asked for. Knows nothing of the right answer."""
    return not isinstance(grammar.parse(text, question.format), NotAnAnswer)


def is_right(question: Question, text: str) -> bool:
    """Whether `text` has the value asked for."""
    value = grammar.parse(text, question.format)
    return not isinstance(value, NotAnAnswer) and _same(question, value)


def _same(question: Question, value: Value) -> bool:
    key = question.value
    if isinstance(key, str) and isinstance(value, str):
        return fold(key) == fold(value)
    if isinstance(key, Money) and isinstance(value, Money):
        return value.pays(key)
    return key == value


def fold(words: str) -> str:
    """Words without what a spelling of the same words may differ in: case, accents, spaces, the stops around them.

    Only the accents of Latin, Greek and Cyrillic fall away; the vowel signs of other scripts are letters.
    """
    apart = unicodedata.normalize("NFKD", words.casefold())
    bare = "".join(character for character in apart if not "\u0300" <= character <= "\u036f")
    alike = "".join(bare.translate(_APOSTROPHES).split())
    return alike.strip(".,;:!?\"'") or alike or words


_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‐": "-", "–": "-"})


def _has_no_spare_zeros(question: Question, text: str) -> bool:
    """Whether no number in the text begins with one. A time may: 03:45 is how clocks write it."""
    return question.format in {"text", "time"} or not re.search(r"(?<![0-9.])0[0-9]", _plain(question, text))


def _is_in_lowest_terms(question: Question, text: str) -> bool:
    """Whether every fraction in the text is: 2/4, 4/1 and 1 5/2 are not. Whatever has no fraction is.

    Where any number will do and the answer is given as a decimal, there are no terms to speak of.
    """
    *whole, last = _plain(question, text).split(" ")
    above, slash, below = last.removeprefix("-").partition("/")
    if question.format == "text" or not slash or (question.format == "number" and "/" not in question.answer):
        return True
    return gcd(int(above), int(below)) == 1 and int(below) > 1 and not (whole and int(above) > int(below))


def _is_written_as_asked(question: Question, text: str) -> bool:
    """Whether a decimal was answered with a decimal, a fraction with a fraction, money with all its places …"""
    plain = _plain(question, text)
    match question.format:
        case "decimal":
            return "/" not in plain
        case "fraction":
            return "." not in plain
        case "mixed":
            return "." not in plain and (" " in plain or " " not in question.answer)
        case "remainder":
            return " r " in plain
        case "money":
            return not re.search(r"\.[0-9]?$", plain)
    return True


def _plain(question: Question, text: str) -> str:
    return FORMATS[question.format].plain(text)


def _is_spelt_as_given(question: Question, text: str) -> bool:
    return question.format != "text" or grammar.parse(text, "text") == question.answer


_FORM = Check("is an answer of the form asked for", can_be_marked)
CHECKS: tuple[Check, ...] = (
    _FORM,
    Check("has the right value", is_right),
    Check(
        "has no spare zeros in front",
        _has_no_spare_zeros,
        "Yes, that is right. Without the 0 in front it is {answer}.",
    ),
    Check("is written as asked", _is_written_as_asked, "Yes, that is right. It is the same as {answer}."),
    Check("is in lowest terms", _is_in_lowest_terms, "Yes, that is right. In lowest terms it is {answer}."),
    Check("is spelt as given", _is_spelt_as_given, "Yes, that is right. It is written {answer}."),
)
