"""What a student knows: attempts, folded step by step."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import IntEnum

from quizzes.rules.marking import Outcome
from quizzes.rules.practice import fluency
from quizzes.rules.practice.attempts import Attempt, Step
from quizzes.rules.practice.parameters import PARAMETERS, Parameters


class Stars(IntEnum):
    """How a step stands, as its child sees it."""

    NONE = 0
    BEGUN = 1
    KNOWN = 2
    LASTING = 3  # still known at a retest a week or more after it was learnt


@dataclass(frozen=True)
class Standing:
    """How one step stands for one student.

    It is *known* from so many right in a row until a wrong answer, and `learnt` still after that one: the next
    right one makes it known again, another wrong one undoes it. `retests` counts those passed, less one for each
    time that it was not known; `due` is the day of the next one, and None while the step is not known. `right` and
    `wrong` are in a row, up to now. `spell` holds the days of the attempts since the step was last begun or
    forgotten.
    """

    step: Step
    attempts: tuple[Attempt, ...] = ()
    right: int = 0
    wrong: int = 0
    known: bool = False
    learnt: bool = False
    retests: int = 0
    due: date | None = None
    spell: tuple[date, ...] = ()
    speed: float | None = None

    @property
    def begun(self) -> bool:
        return bool(self.attempts)

    @property
    def last(self) -> Attempt | None:
        return self.attempts[-1] if self.attempts else None

    def asked_on(self, day: date) -> int:
        return sum(attempt.at.date() == day for attempt in self.attempts)

    def tried_on(self, day: date) -> int:
        """How often it was asked on that day without being known."""
        return 0 if self.known else self.spell.count(day)

    def right_since(self, moment: datetime) -> int:
        """How many were right in a row, up to now, of those after the moment."""
        count = 0
        for attempt in reversed(self.attempts):
            if attempt.at <= moment or attempt.outcome is not Outcome.RIGHT:
                break
            count += 1
        return count

    def stars(self, parameters: Parameters = PARAMETERS) -> Stars:
        if not self.known:
            return Stars.BEGUN if self.begun else Stars.NONE
        kept = parameters.retest_days[: self.retests]
        return Stars.LASTING if any(days >= _LASTING for days in kept) else Stars.KNOWN


_LASTING = 7

Knowledge = dict[Step, Standing]


def knowledge_of(attempts: Iterable[Attempt], parameters: Parameters = PARAMETERS) -> Knowledge:
    """How every step stands that was attempted, from the attempts in the order of time."""
    marked = [attempt for attempt in attempts if attempt.outcome is not Outcome.UNREAD]
    pace = fluency.pace(marked)
    by_step: defaultdict[Step, list[Attempt]] = defaultdict(list)
    for attempt in marked:
        by_step[attempt.step].append(attempt)
    return {step: _standing(step, own, pace, parameters) for step, own in by_step.items()}


def _standing(step: Step, attempts: list[Attempt], pace: float | None, parameters: Parameters) -> Standing:
    standing = Standing(step)
    for attempt in attempts:
        standing = _right(standing, attempt, parameters) if attempt.outcome is Outcome.RIGHT else _wrong(standing)
        if not standing.known:
            standing = replace(standing, spell=(*standing.spell, attempt.at.date()))
    right = [attempt for attempt in attempts if attempt.outcome is Outcome.RIGHT]
    speed = (
        fluency.speed(right, pace, most=parameters.thoughts, fewest=parameters.fewest_thoughts)
        if fluency.asked_by_heart(step.skill)
        else None
    )
    return replace(standing, attempts=tuple(attempts), speed=speed)


def _right(standing: Standing, attempt: Attempt, parameters: Parameters) -> Standing:
    """Becomes known, or passes a retest on its day; before that day it shows nothing that was not known."""
    day = attempt.at.date()
    standing = replace(standing, right=standing.right + 1, wrong=0)
    if standing.due is None:
        if standing.right < (1 if standing.learnt else parameters.in_a_row):
            return standing
        due = _retest(day, standing.retests, parameters)
        return replace(standing, known=True, learnt=True, due=due, spell=())
    if day < standing.due:
        return standing
    retests = standing.retests + 1
    return replace(standing, retests=retests, due=_retest(day, retests, parameters))


def _wrong(standing: Standing) -> Standing:
    """No longer known, and one box back, as in Leitner's; no longer learnt, where it was not known before."""
    retests = max(0, standing.retests - 1) if standing.known else standing.retests
    wrong = standing.wrong + 1
    return replace(standing, right=0, wrong=wrong, known=False, learnt=standing.known, retests=retests, due=None)


def _retest(day: date, retests: int, parameters: Parameters) -> date:
    days = parameters.retest_days
    return day + timedelta(days=days[min(retests, len(days) - 1)])
