"""A student's attempts for tests, told as `"+++- +"`: a sign for each question, a space for each night."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from quizzes.rules.marking import Outcome
from quizzes.rules.practice import Attempt, Step

MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
OUTCOMES = {"+": Outcome.RIGHT, "-": Outcome.WRONG, "?": Outcome.UNREAD}


def on_day(number: int, minutes: int = 0) -> datetime:
    """Nine o'clock, so many days after that Monday."""
    return MONDAY + timedelta(days=number, minutes=minutes)


def attempts(step: Step, told: str, *, day: int = 0, thinking: float | None = None) -> list[Attempt]:
    """A minute apart, from nine o'clock of the day on."""
    return [
        Attempt(step, on_day(day + days, minutes), OUTCOMES[sign], thinking=thinking)
        for days, signs in enumerate(told.split(" "))
        for minutes, sign in enumerate(signs)
    ]


def in_order(*parts: Iterable[Attempt]) -> list[Attempt]:
    return sorted((attempt for part in parts for attempt in part), key=lambda attempt: attempt.at)
