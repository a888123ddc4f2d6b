"""A student who learns and forgets, to try schedules of practice on. Nobody's real data: a model, with its sources.

* A level that is not learnt is answered right by a guess. After each question, with the answer shown, it is learnt with
  the chance `learns` (Bayesian knowledge tracing: Corbett & Anderson 1995); with a fraction of it while the level below
  cannot be recalled.
* What is learnt is recalled with the chance 2^(−days / half-life) (half-life regression: Settles & Meeder 2016), and
  answered right unless by a slip.
* A success lengthens the half-life by the factor 1 + gain · (1 − recall): the harder it was to recall, the more it
  helps, and a repeat after a minute is worth nothing (the spacing effect: Pavlik & Anderson 2008, Cepeda et al. 2008).
* A failure halves it, and the answer that is shown brings the level back.
"""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from quizzes.rules.practice import Step

GUESS, SLIP = 0.05, 0.10
DAY = timedelta(days=1)
RECALLED = 0.5


@dataclass(frozen=True)
class Nature:
    """What a student is like. `half_life` in days; `unready` is the share of `learns` without the level below."""

    learns: float
    half_life: float
    gain: float
    unready: float

    @classmethod
    def drawn(cls, rng: random.Random, *, forgets: float = 1.0, unready: float = 0.25) -> "Nature":
        """`forgets` divides the half-life: 2 forgets twice as fast."""
        return cls(
            learns=rng.uniform(0.1, 0.35),
            half_life=rng.uniform(0.5, 1.5) / forgets,
            gain=rng.uniform(2.0, 5.0),
            unready=unready,
        )


@dataclass
class Memory:
    half_life: float
    at: datetime


class Learner:
    def __init__(self, nature: Nature, rng: random.Random) -> None:
        self.nature = nature
        self._rng = rng
        self._memories: dict[Step, Memory] = {}

    def recall(self, step: Step, now: datetime) -> float:
        """The chance that the step is recalled now; 0 where it was never learnt."""
        memory = self._memories.get(step)
        return 0.0 if memory is None else 2.0 ** (-((now - memory.at) / DAY) / memory.half_life)

    def right(self, step: Step, now: datetime) -> float:
        """The chance of a right answer now."""
        recalled = self.recall(step, now)
        return recalled * (1 - SLIP) + (1 - recalled) * GUESS

    def answer(self, step: Step, now: datetime) -> bool:
        """Whether the answer is right; the question is learnt from."""
        recall = self.recall(step, now)
        recalled = self._rng.random() < recall
        memory = self._memories.get(step)
        if memory is not None:
            growth = 1 + self.nature.gain * (1 - recall) if recalled else 0.5
            self._memories[step] = Memory(max(self.nature.half_life, memory.half_life * growth), now)
        elif self._rng.random() < self._readiness(step, now):
            self._memories[step] = Memory(self.nature.half_life, now)
        return self._rng.random() < ((1 - SLIP) if recalled else GUESS)

    def _readiness(self, step: Step, now: datetime) -> float:
        ready = step.below is None or self.recall(step.below, now) >= RECALLED
        return self.nature.learns * (1.0 if ready else self.nature.unready)
