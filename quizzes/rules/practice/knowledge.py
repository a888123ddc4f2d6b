"""What a student knows: attempts, folded step by step."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
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
    fold = _Fold(parameters)
    for attempt in attempts:
        fold.take(attempt)
    return Standing(
        step,
        tuple(attempts),
        right=fold.right,
        wrong=fold.wrong,
        known=fold.due is not None,
        learnt=fold.learnt,
        retests=fold.retests,
        due=fold.due,
        spell=tuple(fold.spell),
        speed=_speed(step, attempts, pace, parameters),
    )


class _Fold:
    """A standing while it is made, attempt by attempt; known where a retest is due some day."""

    def __init__(self, parameters: Parameters) -> None:
        self._parameters = parameters
        self.right = self.wrong = self.retests = 0
        self.learnt = False
        self.due: date | None = None
        self.spell: list[date] = []

    def take(self, attempt: Attempt) -> None:
        day = attempt.at.date()
        if attempt.outcome is Outcome.RIGHT:
            self._take_right(day)
        else:
            self._take_wrong()
        if self.due is None:
            self.spell.append(day)

    def _take_right(self, day: date) -> None:
        """Becomes known, or passes a retest on its day; before that day it shows nothing that was not known."""
        self.right, self.wrong = self.right + 1, 0
        if self.due is None:
            if self.right >= (1 if self.learnt else self._parameters.in_a_row):
                self.learnt, self.due = True, self._retest(day)
                self.spell.clear()
        elif day >= self.due:
            self.retests += 1
            self.due = self._retest(day)

    def _take_wrong(self) -> None:
        """No longer known, and one box back, as in Leitner's; no longer learnt, where it was not known before."""
        self.learnt = self.due is not None
        self.retests = max(0, self.retests - self.learnt)
        self.right, self.wrong, self.due = 0, self.wrong + 1, None

    def _retest(self, day: date) -> date:
        days = self._parameters.retest_days
        return day + timedelta(days=days[min(self.retests, len(days) - 1)])


def _speed(step: Step, attempts: list[Attempt], pace: float | None, parameters: Parameters) -> float | None:
    """Seconds of thought, of what is to be known by heart."""
    if not fluency.asked_by_heart(step.skill):
        return None
    right = [attempt for attempt in attempts if attempt.outcome is Outcome.RIGHT]
    return fluency.speed(right, pace, most=parameters.thoughts, fewest=parameters.fewest_thoughts)
