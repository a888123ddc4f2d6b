"""A student's own bests, against nobody else: the best of a kind of quiz, the longest streak, the quickest table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizzes.rules import scoring
from quizzes.rules.marking import Outcome
from quizzes.rules.practice import PARAMETERS, Attempt, Step, fluency

FEWEST = 5
"""Questions of a run, for it to be a best: three of three is soon had, and hard to beat."""

STREAK = 5
"""From so many right in a row on, a streak is worth a word."""


@dataclass(frozen=True)
class Run:
    """A finished sitting: the `kind` of which it can be the best, its name, and the outcomes of each question's tries.

    Tries are as marked, first to last; a question without any is an empty tuple.
    """

    kind: str
    name: str
    tries: tuple[tuple[Outcome, ...], ...]

    @property
    def score(self) -> scoring.Score:
        return scoring.score(scoring.outcome_of(tries) for tries in self.tries)

    @property
    def mended(self) -> int:
        """Questions that were wrong at first, and right in the end."""
        return sum(Outcome.RIGHT in tries and tries[0] is Outcome.WRONG for tries in self.tries)


@dataclass(frozen=True)
class Best:
    """The best of a kind: so many right of those that count. `beaten` says how often it took the place of another."""

    name: str
    right: int
    counting: int
    beaten: int = 0


@dataclass(frozen=True)
class Bests:
    """`streak` is the longest: questions right at the first try, one after the other."""

    of_kind: dict[str, Best]
    streak: int

    @property
    def beaten(self) -> int:
        return sum(best.beaten for best in self.of_kind.values())


@dataclass(frozen=True)
class News:
    """What a run changed: the best that it beat and the one before it, and the streak where it is the longest yet."""

    best: Best | None = None
    before: Best | None = None
    streak: int | None = None


def bests_of(runs: Iterable[Run]) -> Bests:
    """From the runs in the order of time."""
    of_kind: dict[str, Best] = {}
    streak = longest = 0
    for run in runs:
        score = run.score
        if score.counting >= FEWEST:
            of_kind[run.kind] = _better(of_kind.get(run.kind), Best(run.name, score.right, score.counting))
        for tries in run.tries:
            streak = _goes_on(streak, tries)
            longest = max(longest, streak)
    return Bests(of_kind, longest)


def news(runs: Sequence[Run]) -> News:
    """What the last of these runs changed."""
    before, after = bests_of(runs[:-1]), bests_of(runs)
    kind = runs[-1].kind
    old, new = before.of_kind.get(kind), after.of_kind.get(kind)
    beat = old is not None and new is not None and new.beaten > old.beaten
    longer = len(runs) > 1 and after.streak > before.streak and after.streak >= STREAK
    return News(new if beat else None, old if beat else None, after.streak if longer else None)


def quickest(attempts: Sequence[Attempt]) -> tuple[Step, float] | None:
    """The step with the least time of thought that there ever was, and its seconds; only of what is to be known by
    heart, and of enough right answers to tell. None where there is none.
    """
    marked = [attempt for attempt in attempts if attempt.step.skill and fluency.asked_by_heart(attempt.step.skill)]
    pace = fluency.pace(attempts)
    found = [
        (seconds, step)
        for step in {attempt.step for attempt in marked}
        if (seconds := _least(_right_of(step, marked), pace)) is not None
    ]
    if not found:
        return None
    seconds, step = min(found)
    return step, seconds


def _right_of(step: Step, attempts: Iterable[Attempt]) -> list[Attempt]:
    return [attempt for attempt in attempts if attempt.step == step and attempt.outcome is Outcome.RIGHT]


def _least(attempts: Sequence[Attempt], pace: float | None) -> float | None:
    """The least that the speed ever was, as `Standing.speed` counts it."""
    most, fewest = PARAMETERS.thoughts, PARAMETERS.fewest_thoughts
    speeds = (
        fluency.speed(attempts[max(0, end - most) : end], pace, most=most, fewest=fewest)
        for end in range(1, len(attempts) + 1)
    )
    return min((speed for speed in speeds if speed is not None), default=None)


def _better(old: Best | None, new: Best) -> Best:
    if old is None:
        return new
    if new.right * old.counting <= old.right * new.counting:
        return old
    return Best(new.name, new.right, new.counting, old.beaten + 1)


def _goes_on(streak: int, tries: Sequence[Outcome]) -> int:
    """What nobody could read neither breaks a streak nor makes it longer."""
    first = next((outcome for outcome in tries if outcome is not Outcome.UNREAD), None)
    if first is None:
        return streak if tries else 0
    return streak + 1 if first is Outcome.RIGHT else 0
