"""Speed of thought, apart from the speed of writing.

A child who writes slowly is not slow at sums. What is counted is the time until the first ink, and of the time after
it only what exceeds this child's own pace of writing: who thinks with the pen on the paper is not quicker for it.
"""

from collections.abc import Iterable, Sequence
from statistics import median
from typing import Protocol

from quizzes.rules.practice.attempts import Attempt
from quizzes.rules.skills import Family, Skill

FLUENCIES = frozenset({"K.OA.A.5", "1.OA.C.6", "2.OA.B.2", "3.OA.C.7"})
"""The Common Core's required fluencies within 20 and of the tables: what is to be known from memory. England's tables
to 12 × 12 come on top. Speed is never asked of anything else."""

_FEWEST = 3  # of measured answers, to tell a child's pace of writing


class Timed(Protocol):
    """What was measured of an answer: see Attempt."""

    @property
    def thinking(self) -> float | None: ...
    @property
    def writing(self) -> float | None: ...
    @property
    def signs(self) -> int: ...


def asked_by_heart(skill: Skill) -> bool:
    return skill.family is Family.TABLES or not FLUENCIES.isdisjoint(skill.standard.split(", "))


def pace(attempts: Iterable[Timed]) -> float | None:
    """The child's own seconds of writing for one sign: the median over all that was measured; None with too little.

    The median, since the answers over which the child thought with the pen in hand are the exceptions.
    """
    measured = [
        attempt.writing / attempt.signs for attempt in attempts if attempt.writing is not None and attempt.signs
    ]
    return median(measured) if len(measured) >= _FEWEST else None


def thought(attempt: Timed, pace: float | None) -> float | None:
    """Seconds of thought: until the first ink, and what the writing took longer than at the child's own `pace`."""
    if attempt.thinking is None:
        return None
    if attempt.writing is None or pace is None:
        return attempt.thinking
    return attempt.thinking + max(0.0, attempt.writing - pace * attempt.signs)


def speed(attempts: Sequence[Attempt], pace: float | None, *, most: int, fewest: int) -> float | None:
    """The median seconds of thought of the latest `most` attempts that were measured; None of fewer than `fewest`."""
    measured = [seconds for attempt in attempts if (seconds := thought(attempt, pace)) is not None]
    return median(measured[-most:]) if len(measured) >= fewest else None
