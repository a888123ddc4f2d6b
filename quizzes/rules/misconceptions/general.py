"""What can go wrong in any question: another operation, a shifted place, digits exchanged, a slip."""

from collections.abc import Iterator
from fractions import Fraction

from quizzes.rules import grammar
from quizzes.rules.misconceptions.kinds import Example, Misconception
from quizzes.rules.misconceptions.shapes import Operation, amount, calculated, operation, right_value
from quizzes.rules.questions import Question
from quizzes.rules.typesetting import MINUS
from quizzes.rules.values import Value

_SLIPS = (-10, -2, -1, 1, 2, 10)
_SHIFTS = tuple(Fraction(10) ** places for places in (-3, -2, -1, 1, 2, 3))


def _other_operation(question: Question) -> Iterator[Fraction]:
    asked = operation(question)
    if asked is None or asked.numbers is None or "/" in asked.left + asked.right:
        return
    low, high = sorted(asked.numbers)
    if low <= 0:
        return  # what becomes of 0 and of minus signs has names of its own
    for sign in f"+{MINUS}×÷":
        if sign != asked.sign and asked.sign != "of":
            yield from calculated(high, sign, low)


def _shifted(question: Question) -> Iterator[Fraction]:
    """Sums and differences of numbers without places keep theirs; what decimals do in products has names of its own."""
    right, asked = amount(right_value(question)), operation(question)
    if not right or (asked and _keeps_places(asked)):
        return
    same = set() if asked is None or asked.numbers is None else set(asked.numbers)
    yield from (shifted for shift in _SHIFTS if (shifted := right * shift) not in same)


def _keeps_places(asked: Operation) -> bool:
    if asked.sign == "×":
        return "." in asked.left and "." in asked.right
    return asked.sign in ("+", MINUS) and "." not in asked.left + asked.right


def _exchanged(question: Question) -> Iterator[Value]:
    """Two neighbouring digits of the answer; a 0 keeps its place."""
    text = question.answer
    for at in range(len(text) - 1):
        pair = text[at : at + 2]
        if pair.isdecimal() and "0" not in pair:
            value = grammar.parse(text[:at] + pair[::-1] + text[at + 2 :], question.format)
            if not isinstance(value, grammar.NotAnAnswer):
                yield value


def _slipped(question: Question) -> Iterator[Fraction]:
    right = right_value(question)
    if isinstance(right, Fraction) and right.denominator == 1:
        yield from (right + by for by in _SLIPS)


def _in_the_ink(question: Question) -> Iterator[Fraction]:
    """Seen in how an answer is written, never in what it is worth."""
    yield from ()


MISCONCEPTIONS = (
    Misconception(
        "OP-SWAP",
        "Does another operation with the same numbers",
        "Look at the sign once more: which of + − × ÷ is it?",
        Example("7 × 3", "10"),
        "Mix operations on one sheet, and let the sign be circled and said first.",
        ("tables-mixed", "subtract-within-20", "add-within-20"),
        "Brown & Burton 1978; Campbell & Graham 1985: operation errors",
        _other_operation,
    ),
    Misconception(
        "PV-SHIFT",
        "Right digits, in the wrong place",
        "Your digits are right. Estimate how large the answer must be, and check their places.",
        Example("30 × 4", "12"),
        "Move digits on a place-value chart, and estimate before calculating.",
        ("times-10-100-1000", "decimals-times-10-100-1000"),
        "Hart 1981 (CSMS); Steinle & Stacey 2004",
        _shifted,
    ),
    Misconception(
        "SWAP",
        "Two neighbouring digits exchanged",
        "You have the right digits. Say the number aloud, and write it in the order of its places.",
        Example("6 × 9", "45"),
        "Write spoken numbers, with the teens among them, and read them back.",
        ("hundreds-tens-and-ones", "tables-mixed"),
        "Zuber and others 2009: inversion errors in writing numbers",
        _exchanged,
    ),
    Misconception(
        "REVERSED",
        "Writes a digit as in a mirror",
        "Your answer is right. One of your digits is the wrong way round: try it once more.",
        Example("9 + 4", "13", "13"),
        "Trace the digit that was turned, saying where to begin; common and harmless until age 7.",
        (),
        "Fischer 2011. Seen in the ink alone: marked right, and noted",
        _in_the_ink,
    ),
    Misconception(
        "SLIP",
        "Very close: one, two or ten out",
        "You are very close. Check your counting once more.",
        Example("7 + 8", "14"),
        "Nothing new: let it be checked by another way.",
        (),
        "Cox 1975: careless errors do not recur",
        _slipped,
        careless=True,
    ),
)
