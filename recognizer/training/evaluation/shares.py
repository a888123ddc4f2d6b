"""A share and how sure one can be of it."""

import math
from dataclasses import dataclass

_Z = 1.96  # 95 %


@dataclass(frozen=True, slots=True)
class Share:
    count: int
    of: int

    @property
    def percent(self) -> float:
        return 100 * self.count / self.of

    def __str__(self) -> str:
        low, high = self.interval()
        return f"{self.percent:.2f} % ({100 * low:.2f}–{100 * high:.2f})"

    def interval(self) -> tuple[float, float]:
        """By Wilson."""
        share = self.count / self.of
        middle = share + _Z * _Z / (2 * self.of)
        reach = _Z * math.sqrt(share * (1 - share) / self.of + _Z * _Z / (4 * self.of * self.of))
        whole = 1 + _Z * _Z / self.of
        return max(0.0, (middle - reach) / whole), min(1.0, (middle + reach) / whole)
