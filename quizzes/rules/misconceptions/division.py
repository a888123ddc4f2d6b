"""Division, exact and with a remainder."""

from collections.abc import Iterator
from fractions import Fraction

from quizzes.rules.misconceptions.kinds import Example, Misconception
from quizzes.rules.misconceptions.shapes import number, on_operation, on_wholes, operation, right_value
from quizzes.rules.questions import Question
from quizzes.rules.values import Remainder, Value


def _remainders(question: Question) -> Iterator[Value]:
    """The remainder dropped, too large, or written behind the point."""
    asked = operation(question)
    if asked is None or asked.sign != "÷" or asked.wholes is None or 0 in asked.wholes:
        return
    dividend, divisor = asked.wholes
    quotient, left = divmod(dividend, divisor)
    if question.format == "remainder":
        yield Remainder(quotient, 0)
        if quotient:
            yield Remainder(quotient - 1, left + divisor)
    elif left:
        yield Fraction(quotient)
        yield Fraction(f"{quotient}.{left}")


def _exchanged(question: Question) -> Iterator[Value]:
    right = right_value(question)
    if isinstance(right, Remainder):
        yield Remainder(right.remainder, right.quotient)


def _zero_dropped(left: int, right: int) -> Iterator[int]:
    quotient = str(left // right) if right and left % right == 0 else ""
    if "0" in quotient[1:-1]:
        yield int(quotient[0] + quotient[1:-1].replace("0", "") + quotient[-1])


def _digit_by_digit(left: int, right: int) -> Iterator[int]:
    """What is left over in a column is not carried to the next."""
    if left > 9 and 2 <= right <= 9:
        yield int("".join(str(int(digit) // right) for digit in str(left)))


def _turned_round(left: str, sign: str, right: str) -> Iterator[Fraction]:
    """Fractions have misconceptions of their own."""
    if sign == "÷" and "/" not in left + right and 0 < number(left) < number(right):
        yield number(right) / number(left)


MISCONCEPTIONS = (
    Misconception(
        "REM",
        "Drops the remainder, lets it grow too large, or writes it behind a point",
        "What is left over belongs to the answer, and there is always less of it than what you divide by.",
        Example("17 ÷ 5", "3.2"),
        "Share counters into equal groups, and say what is left as so many out of a group.",
        ("remainders-in-tables", "remainders-large"),
        "Ashlock; Silver, Shapiro & Deutsch 1993",
        _remainders,
    ),
    Misconception(
        "REM-SWAP",
        "Exchanges quotient and remainder",
        "First comes how many whole groups there are, then what is left over.",
        Example("17 ÷ 5 r", "2 r 3"),
        "Let each number of the answer be named: so many groups, so many left.",
        ("remainders-in-tables", "remainders-large"),
        "By reasoning: the two numbers are right and their roles are not",
        _exchanged,
    ),
    Misconception(
        "DIV-ZERO",
        "Drops the zero within a quotient",
        "When a digit is too small to share, write a 0 above it: it keeps the place.",
        Example("612 ÷ 6", "12"),
        "Estimate first (600 ÷ 6), then write one digit of the answer above each digit.",
        ("divide-3-digits", "divide-4-digits"),
        "Ashlock, Error Patterns in Computation; Buswell & John 1926",
        on_wholes("÷", _zero_dropped),
    ),
    Misconception(
        "DIV-DIGITS",
        "Divides each digit by itself and loses what is left over",
        "What is left over in one column is carried to the next: it is ten of those.",
        Example("72 ÷ 3", "20"),
        "Share tens and ones with blocks, exchanging every ten that is left over.",
        ("divide-2-digits", "divide-3-digits"),
        "Ashlock, Error Patterns in Computation",
        on_wholes("÷", _digit_by_digit),
    ),
    Misconception(
        "DIV-FLIP",
        "Divides the larger number by the smaller, whichever comes first",
        "The order matters: 3 cakes for 6 children is half a cake each.",
        Example("3 ÷ 6", "2"),
        "Tell stories of sharing less than one each, and write the answer as a fraction.",
        ("money-share-pounds", "decimal-divide"),
        "Bell, Swan & Taylor 1981; Graeber & Tirosh 1990",
        on_operation(_turned_round),
    ),
)
