"""How long something takes on one core."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds of one call."""

    median: float
    p95: float
    mean: float

    @property
    def a_second(self) -> float:
        return 1000 / self.mean

    def __str__(self) -> str:
        return f"{self.median:.2f} / {self.p95:.2f}"


def summed_up(milliseconds: Iterable[float]) -> Timing:
    spent = np.fromiter(milliseconds, float)
    return Timing(float(np.median(spent)), float(np.percentile(spent, 95)), float(spent.mean()))


def timed(calls: Iterable[Callable[[], object]], clock: Clock = time.process_time) -> Timing:
    """Of one call after another, in processor time, which other work on the machine does not lengthen much."""
    return summed_up(_spent(call, clock) for call in calls)


def _spent(call: Callable[[], object], clock: Clock) -> float:
    began = clock()
    call()
    return 1000 * (clock() - began)
