"""The symbols that ink of a format consists of, among all that the net knows."""

import math

import numpy as np

from recognizer.labels import ALIKE, LABELS, SYMBOLS
from recognizer.measures import KIND_OF_SYMBOL
from recognizer.raster import Floats

CLEAREST = 8.0  # odds beyond e⁸ that a group is one symbol count no further
BAR = "-"  # what a fraction's bar looks like; it is read as SLASH
SLASH = "/"


class Alphabet:
    """Which of the net's classes a format admits, which say that a group is none of them, and which say nothing.

    A slash alone is not to be told from a slanted 1: where a format has no slash, its likelihood is no doubt.
    """

    def __init__(self, symbols: frozenset[str]) -> None:
        self.symbols = tuple(symbol for symbol in SYMBOLS if symbol in symbols)
        self.admitted = np.array([LABELS.index(symbol) for symbol in self.symbols])
        self.foreign = np.array([at for at, label in enumerate(LABELS) if label not in symbols | ALIKE])
        self.kinds = np.array([KIND_OF_SYMBOL[at] for at in self.admitted])

    def clear(self, log_probabilities: Floats, bar: int | None) -> Floats:
        """(n,): the log odds that a group is one symbol of the format; of a fraction's bar, that it is a bar."""
        clear = _log_sum_of(log_probabilities[:, self.admitted]) - _log_sum_of(log_probabilities[:, self.foreign])
        if bar is not None:
            log = float(log_probabilities[bar, LABELS.index(BAR)])
            clear[bar] = log - math.log(-math.expm1(min(log, -1e-6)))
        bounded: Floats = np.clip(clear, -CLEAREST, CLEAREST)
        return bounded

    def symbol(self, log_probabilities: Floats) -> Floats:
        """(n, k): the log probability of each symbol, were the group one of them."""
        inside = log_probabilities[:, self.admitted]
        shares: Floats = inside - _log_sum_of(inside)[:, None]
        return shares

    def certainty(self, log_probabilities: Floats, symbol: str) -> float:
        """The probability that one group, (k + 1,), is `symbol`, by its picture alone."""
        inside = log_probabilities[np.concatenate([self.admitted, self.foreign])]
        return float(np.exp(log_probabilities[LABELS.index(symbol)] - _log_sum_of(inside[None])[0]))


def _log_sum_of(rows: Floats) -> Floats:
    """(n,): the logarithm of the sum of each row's probabilities."""
    most = rows.max(axis=1)
    sums: Floats = most + np.log(np.exp(rows - most[:, None]).sum(axis=1))
    return sums
