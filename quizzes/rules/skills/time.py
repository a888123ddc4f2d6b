"""Time: later and earlier, how long between, hours and minutes, and the 24-hour clock."""

import random
from fractions import Fraction

from quizzes.rules.questions import Question
from quizzes.rules.skills.drawing import by_word, source, such_that, sums, words
from quizzes.rules.skills.kinds import Example, Family, Level, Skill
from quizzes.rules.typesetting import MINUS
from quizzes.rules.values import Time

_FORM = "time"
_DAY = 24 * 60
_ONE_PM = 13 * 60


def _time(minutes: int) -> Time:
    return Time(*divmod(minutes, 60))


def _start(rng: random.Random, step: int, first: int = 1, last: int = 11) -> int:
    """A time of day in minutes, of these hours, in steps of so many minutes."""
    return 60 * rng.randint(first, last) + rng.randrange(0, 60, step)


def is_told_alike(start: int, end: int) -> bool:
    """Whether there is one way to tell the end, in minutes of the day, by the clock that tells the start.

    70 minutes after 12:10 it is 13:20, and 1:20 to whoever reads twelve hours: nothing says which is meant.
    """
    return 60 <= end < (_ONE_PM if start < _ONE_PM else _DAY)


@source
def _moved(rng: random.Random, step: int, most: int, past_hour: bool) -> Question:
    """`3:45 + 0:20` or `3:45 − 0:20`, by minutes in steps to `most`; into another hour, or within the same one."""

    def draw() -> tuple[int, int, int]:
        return _start(rng, step, 2, 20), rng.choice([1, -1]), rng.randrange(step, most + 1, step)

    def holds(drawn: tuple[int, int, int]) -> bool:
        start, way, span = drawn
        crosses = (start % 60 + way * (span % 60)) not in range(60)
        return span % 60 != 0 and crosses == past_hour and is_told_alike(start, start + way * span)

    start, way, span = such_that(draw, holds)
    return sums(f"{_time(start)} {'+' if way > 0 else MINUS} {_time(span)}", _FORM)


@source
def _later(rng: random.Random, step: int, most: int) -> Question:
    """What time it is some minutes after or before."""
    start, way, span = such_that(
        lambda: (_start(rng, step, 2, 20), rng.choice([1, -1]), rng.randrange(2 * step, most + 1, step)),
        lambda drawn: is_told_alike(drawn[0], drawn[0] + drawn[1] * drawn[2]),
    )
    word = "after" if way > 0 else "before"
    return words(f"What time is it {span} minutes {word} {_time(start)}? _", _time(start + way * span), _FORM)


@source
def _minutes_between(rng: random.Random, step: int, most: int, past_hour: bool) -> Question:
    start, span = such_that(
        lambda: (_start(rng, step, 1, 20), rng.randrange(2 * step, most + 1, step)),
        lambda drawn: (drawn[0] % 60 + drawn[1] >= 60) == past_hour,
    )
    prompt = f"How many minutes are there from {_time(start)} to {_time(start + span)}? _"
    return words(prompt, Fraction(span), "whole")


@source
def _between(rng: random.Random, step: int, hours: int) -> Question:
    """More than an hour and no whole hours: the answer is written 1:35."""
    start = _start(rng, step, 1, 22 - hours)
    span = such_that(lambda: rng.randrange(60, 60 * (hours + 1), step), lambda minutes: minutes % 60 != 0)
    prompt = f"How long is it from {_time(start)} to {_time(start + span)}, in hours:minutes? _"
    return words(prompt, _time(span), _FORM)


@source
def _to_minutes(rng: random.Random, most: int, minutes: bool) -> Question:
    """Hours in minutes; or hours and minutes, in steps of 5."""
    hours, rest = rng.randint(1 if minutes else 2, most), rng.randrange(5, 60, 5) if minutes else 0
    said = f"{hours} {_plural(hours, 'hour')}" + (f" and {rest} minutes" if rest else "")
    return words(f"How many minutes are there in {said}? _", Fraction(60 * hours + rest), "whole")


@source
def _unit(rng: random.Random, units: tuple[tuple[str, str, int], ...], most: int) -> Question:
    """Of (large unit, small unit, how many of it)."""
    large, small, factor = rng.choice(units)
    count = rng.randint(2, most)
    return words(f"How many {small} are there in {count} {large}? _", Fraction(count * factor), "whole")


@source
def _to_hours(rng: random.Random, most: int) -> Question:
    """Minutes as hours:minutes, never whole hours."""
    minutes = such_that(lambda: rng.randrange(65, 60 * most, 5), lambda drawn: drawn % 60 != 0)
    return words(f"Write {minutes} minutes in hours:minutes: _", _time(minutes), _FORM)


@source
def _in_24_hours(rng: random.Random, step: int, around_twelve: bool) -> Question:
    time = _clock(rng, step, around_twelve)
    hour = time.hours % 12 or 12
    half = "am" if time.hours < 12 else "pm"
    return words(f"Write {hour}:{time.minutes:02d} {half} as a 24-hour time: _", time, _FORM)


@source
def _in_12_hours(rng: random.Random, step: int, around_twelve: bool) -> Question:
    time = _clock(rng, step, around_twelve)
    half = "am" if time.hours < 12 else "pm"
    prompt = f"Write {time} as a 12-hour time: _ {half}"
    return words(prompt, Time(time.hours % 12 or 12, time.minutes), _FORM)


def _clock(rng: random.Random, step: int, around_twelve: bool) -> Time:
    """A time from 1 pm on; or `around_twelve`, of the hours 0, 11, 12, 13 and 23."""
    hour = rng.choice([0, 11, 12, 13, 23]) if around_twelve else rng.randint(13, 23)
    return Time(hour, rng.randrange(0, 60, step))


def _plural(count: int, noun: str) -> str:
    return noun if count == 1 else f"{noun}s"


_BOTH_WAYS = "Plus as often as minus."
_AFTER = by_word("after")
_PLUS = by_word("+")

SKILLS = (
    Skill(
        "time-move",
        "Adding and subtracting times",
        Family.TIME,
        3,
        4,
        (
            Level("within the hour", _moved(5, 30, False), f"Up to 30 minutes, in fives. {_BOTH_WAYS}", _PLUS),
            Level("past the hour", _moved(5, 55, True), f"Up to 55 minutes, in fives. {_BOTH_WAYS}", _PLUS),
            Level("to the minute", _moved(1, 59, True), f"Up to 59 minutes, past the hour. {_BOTH_WAYS}", _PLUS),
            Level("hours and minutes", _moved(5, 235, True), f"Up to 3:55, past the hour. {_BOTH_WAYS}", _PLUS),
        ),
        _FORM,
        Example("3:45 + 0:20", ("From 3:45 to 4:00 are 15 minutes.", "20 − 15 = 5 more: 4:05"), "4:05"),
        "3.MD.A.1",
        "Year 4: solve problems converting and adding hours and minutes",
        f"+{MINUS}",
    ),
    Skill(
        "time-later",
        "Later and earlier",
        Family.TIME,
        3,
        3,
        (
            Level("in fives, to half an hour", _later(5, 30), "10 to 30 minutes. After as often as before.", _AFTER),
            Level("in fives, to 90 minutes", _later(5, 90), "10 to 90 minutes. After as often as before.", _AFTER),
            Level("to the minute", _later(1, 90), "2 to 90 minutes. After as often as before.", _AFTER),
        ),
        _FORM,
        Example(
            "What time is it 25 minutes after 3:50? _",
            ("10 minutes after 3:50 it is 4:00.", "15 more minutes: 4:15"),
            "4:15",
        ),
        "3.MD.A.1",
        "Year 3: tell times and compare durations",
        f"+{MINUS}",
    ),
    Skill(
        "time-minutes-between",
        "Minutes between two times",
        Family.TIME,
        3,
        3,
        (
            Level("within the hour", _minutes_between(5, 50, False), "In fives, 10 to 50 minutes."),
            Level("past the hour", _minutes_between(5, 90, True), "In fives, 10 to 90 minutes, into another hour."),
            Level("to the minute", _minutes_between(1, 90, True), "2 to 90 minutes, into another hour."),
        ),
        "whole",
        Example(
            "How many minutes are there from 9:40 to 10:15? _",
            ("From 9:40 to 10:00 are 20 minutes.", "From 10:00 to 10:15 are 15.", "20 + 15 = 35"),
            "35",
        ),
        "3.MD.A.1",
        "Year 3: compare durations of events",
        MINUS,
    ),
    Skill(
        "time-between",
        "Hours and minutes between two times",
        Family.TIME,
        4,
        5,
        (
            Level("in fives, to 3 hours", _between(5, 2), "Between 1 and 3 hours, no whole hours."),
            Level("in fives, to 9 hours", _between(5, 8), "Between 1 and 9 hours, no whole hours."),
            Level("to the minute", _between(1, 8), "Between 1 and 9 hours, no whole hours."),
        ),
        _FORM,
        Example(
            "How long is it from 9:40 to 11:15, in hours:minutes? _",
            ("From 9:40 to 10:40 is 1 hour.", "From 10:40 to 11:15 are 35 minutes."),
            "1:35",
        ),
        "4.MD.A.2",
        "Year 5: solve problems with units of time",
        MINUS,
    ),
    Skill(
        "time-units",
        "Units of time",
        Family.TIME,
        4,
        4,
        (
            Level(
                "hours in minutes, weeks in days", _unit((("hours", "minutes", 60), ("weeks", "days", 7)), 12), "2–12."
            ),
            Level("hours and minutes in minutes", _to_minutes(5, True), "1 to 5 hours, and minutes in fives."),
            Level(
                "seconds, minutes, hours, days, years",
                _unit((("minutes", "seconds", 60), ("days", "hours", 24), ("years", "months", 12)), 12),
                "2 to 12 of the larger unit.",
            ),
        ),
        "whole",
        Example(
            "How many minutes are there in 2 hours and 15 minutes? _",
            ("2 hours: 2 × 60 = 120 minutes", "120 + 15 = 135"),
            "135",
        ),
        "4.MD.A.1",
        "Year 4: convert hours to minutes, minutes to seconds, years to months, weeks to days",
        "×",
    ),
    Skill(
        "time-hours",
        "Minutes as hours and minutes",
        Family.TIME,
        4,
        4,
        (
            Level("to 3 hours", _to_hours(3), "65 to 175 minutes, in fives, no whole hours."),
            Level("to 8 hours", _to_hours(8), "65 to 475 minutes, in fives, no whole hours."),
        ),
        _FORM,
        Example("Write 135 minutes in hours:minutes: _", ("2 × 60 = 120: 2 hours", "135 − 120 = 15 minutes"), "2:15"),
        "4.MD.A.1",
        "Year 4: convert between units of time",
        "÷",
    ),
    Skill(
        "time-24-hour",
        "The 24-hour clock",
        Family.TIME,
        3,
        4,
        (
            Level("from pm to 24 hours", _in_24_hours(5, False), "1 pm to 11:55 pm, in fives."),
            Level("from 24 hours to pm", _in_12_hours(5, False), "13:00 to 23:55, in fives."),
            Level(
                "to 24 hours, around 12",
                _in_24_hours(1, True),
                "The hours after midnight, 11, noon, 1 and 11 at night.",
            ),
            Level("from 24 hours, around 12", _in_12_hours(1, True), "The hours 0, 11, 12, 13 and 23."),
        ),
        _FORM,
        Example("Write 3:45 pm as a 24-hour time: _", ("After noon, add 12 to the hour: 3 + 12 = 15",), "15:45"),
        "",
        "Year 4: read, write and convert time between 12- and 24-hour clocks",
    ),
)
