"""Money and time: units that are not tens."""

import re
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from quizzes.rules.misconceptions.kinds import Example, Misconception
from quizzes.rules.misconceptions.shapes import Predict, on_operation, operation, words
from quizzes.rules.questions import Question
from quizzes.rules.typesetting import MINUS
from quizzes.rules.values import CURRENCIES, Time, Value

_HOUR = 60
_CLOCK = re.compile(r"(?<![0-9:])([0-9]{1,2}):([0-9]{2})(?![0-9:])")
_AFTERNOON = re.compile(r"(?<![0-9:])([0-9]{1,2}):([0-9]{2}) ?p\.?m", re.IGNORECASE)


def _on_times(worked: Callable[[Time, str, Time], Iterable[int]]) -> Predict:
    """What comes, in minutes, of a sum or difference of times; also of how long it is between two in words."""

    def predict(question: Question) -> Iterator[Value]:
        asked = _times(question)
        if asked is None:
            return
        for minutes in worked(*asked):
            if question.format == "time" and minutes >= 0:
                yield Time(*divmod(minutes, _HOUR))
            elif question.format == "whole":
                yield Fraction(minutes)

    return predict


def _times(question: Question) -> tuple[Time, str, Time] | None:
    asked = operation(question)
    if asked is not None and _CLOCK.fullmatch(asked.left) and _CLOCK.fullmatch(asked.right):
        return Time.of(asked.left), asked.sign, Time.of(asked.right)
    clocks = [Time.of(match[0]) for match in _CLOCK.finditer(words(question))]
    if len(clocks) == 2 and _minutes(clocks[1]) > _minutes(clocks[0]):
        return clocks[1], MINUS, clocks[0]
    return None


def _minutes(time: Time) -> int:
    return _HOUR * time.hours + time.minutes


def _hundreds(left: Time, sign: str, right: Time) -> Iterator[int]:
    """As if an hour had 100 minutes."""
    first, second = (100 * time.hours + time.minutes for time in (left, right))
    total = first + second if sign == "+" else first - second
    hours, minutes = divmod(total, 100)
    if total >= 0 and (minutes < _HOUR or hours == 0):
        yield minutes + _HOUR * hours


def _hour_not_carried(left: Time, sign: str, right: Time) -> Iterator[int]:
    if sign == "+":
        yield _HOUR * (left.hours + right.hours) + (left.minutes + right.minutes) % _HOUR
    elif left.hours >= right.hours:
        yield _HOUR * (left.hours - right.hours) + (left.minutes - right.minutes) % _HOUR


def _smaller_minutes(left: Time, sign: str, right: Time) -> Iterator[int]:
    if sign == MINUS and left.hours >= right.hours:
        yield _HOUR * (left.hours - right.hours) + abs(left.minutes - right.minutes)


def _afternoon(question: Question) -> Iterator[Time]:
    """In the afternoon, ten hours are added, or none."""
    found = _AFTERNOON.search(words(question))
    if found and question.format == "time":
        hours, minutes = int(found[1]), int(found[2])
        yield from (Time(other, minutes) for other in (hours, hours + 10))


def _too_much_change(left: str, sign: str, right: str) -> Iterator[Fraction]:
    """Pounds are taken from pounds and pence from a whole pound, which is not taken off."""
    money = left[0] in CURRENCIES and right[0] in CURRENCIES
    if money and sign == MINUS:
        paid, price = (Fraction(text[1:]) for text in (left, right))
        if paid % 1 < price % 1:
            yield paid - price + 1


MISCONCEPTIONS = (
    Misconception(
        "TIME-100",
        "Counts 100 minutes to an hour",
        "An hour has 60 minutes: at 60 a new hour begins.",
        Example("3:45 + 0:55", "4:00"),
        "Jump along a time line to the next full hour first, then on from there.",
        ("time-move", "time-minutes-between"),
        "Kamii & Russell 2012; Ashlock",
        _on_times(_hundreds),
    ),
    Misconception(
        "TIME-HOUR",
        "Does not carry the hour",
        "When the minutes pass 60, a new hour has begun: count it too.",
        Example("3:45 + 0:20", "3:05"),
        "Jump along a time line to the next full hour first, then on from there.",
        ("time-move",),
        "Kamii & Russell 2012",
        _on_times(_hour_not_carried),
    ),
    Misconception(
        "TIME-SFL",
        "Takes the fewer minutes from the more",
        "Count on from the earlier time to the later: first to the full hour, then on.",
        Example("10:15 - 8:50", "2:35"),
        "Count on along a time line instead of subtracting.",
        ("time-between", "time-minutes-between"),
        "Ashlock, as in subtraction; Kamii & Russell 2012",
        _on_times(_smaller_minutes),
    ),
    Misconception(
        "TIME-24",
        "Adds 10 to the hours of the afternoon, or nothing",
        "After noon, add 12 to the hours: 1 o'clock is 13:00.",
        Example("Write 3:40 pm as a 24-hour time: _", "13:40", "15:40"),
        "Go round the clock a second time: 12, 13, 14, 15.",
        ("time-24-hour",),
        "By reasoning: the 1 of 13 taken for the afternoon",
        _afternoon,
    ),
    Misconception(
        "MON-CHANGE",
        "Gives a pound, dollar or euro too much change",
        "Count up from the price: first to the next whole pound, then to what was paid.",
        Example("£10 - £3.45", "£7.55"),
        "Give change by counting up with coins.",
        ("money-change-pounds", "money-change-dollars", "money-change-euros"),
        "By reasoning: 10 − 3 and 100 − 45, without the pound that the pence were taken from",
        on_operation(_too_much_change),
    ),
)
