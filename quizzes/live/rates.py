"""How often somebody may do what costs little and comes often: answers of a live game, and opening its sockets."""

import sys
import time
from collections import Counter

from rest_framework.throttling import ScopedRateThrottle


class Rate:
    """How often something may be done, counted in this process alone.

    Coarser than `api.throttles`, which asks the cache twice for each request: one time runs for all.
    """

    def __init__(self, most: int, seconds: float) -> None:
        self._most, self._seconds = most, seconds
        self._spent: Counter[str] = Counter()
        self._ends = 0.0

    def spend(self, key: str) -> float:
        """Counts one more: 0, or the seconds to wait."""
        wait = self._left()
        self._spent[key] += 1
        return wait if self._spent[key] > self._most else 0

    def is_used_up(self, key: str) -> bool:
        self._left()
        return self._spent[key] >= self._most

    def _left(self) -> float:
        """Seconds of the time that runs; where it is over, another begins."""
        now = time.monotonic()
        if now >= self._ends:
            self._spent.clear()
            self._ends = now + self._seconds
        return self._ends - now


def rate_of(scope: str) -> Rate:
    """One of the API's; a rate of None bounds nothing."""
    throttle = ScopedRateThrottle()
    most, seconds = throttle.parse_rate(throttle.THROTTLE_RATES[scope])
    return Rate(sys.maxsize if most is None else most, seconds or 60)
