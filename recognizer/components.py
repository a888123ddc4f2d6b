"""The parts of a picture of ink: its connected components, wide ones cut where two signs may touch."""

import numpy as np
import numpy.typing as npt

from recognizer.raster import Integers

Mask = npt.NDArray[np.bool_]


def components(mask: Mask) -> Integers:
    """(h, w): which component each pixel of `mask` is of, from 1, pixels touching by a side or a corner; else 0.

    By runs: each row's runs of ink are joined to those of the row below that they touch, all rows at once.
    """
    height, width = mask.shape
    stride = width + 2  # so that no run reaches into the next row
    padded = np.zeros((height, stride), np.int8)
    padded[:, 1:-1] = mask
    changes = np.diff(padded.ravel(), prepend=0)
    begin, end = np.flatnonzero(changes > 0), np.flatnonzero(changes < 0)  # of each run, end beyond its last
    first = np.searchsorted(end, begin + stride, side="left")
    beyond = np.searchsorted(begin, end + stride, side="right")
    count = np.maximum(beyond - first, 0)
    above = np.repeat(np.arange(len(begin)), count)
    below = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count) + np.repeat(first, count)
    names = _joined(len(begin), above, below)
    labels = np.zeros(height * stride, np.intp)
    labels[padded.ravel() > 0] = np.repeat(np.unique(names, return_inverse=True)[1] + 1, end - begin)
    return labels.reshape(height, stride)[:, 1:-1]


def _joined(count: int, one: Integers, other: Integers) -> Integers:
    """(count,): for each of `count` things the least of those that pairs (one, other) connect it with."""
    least = np.arange(count)
    while True:
        lower = np.minimum(least[one], least[other])
        if np.array_equal(lower, np.maximum(least[one], least[other])):
            return least
        hooked = least.copy()
        np.minimum.at(hooked, least[one], lower)
        np.minimum.at(hooked, least[other], lower)
        while not np.array_equal(hooked, hooked[hooked]):
            hooked = hooked[hooked]
        least = hooked


def thinned(mask: Mask) -> Mask:
    """The middle lines of ink, one pixel wide, connected as the ink is.

    T. Y. Zhang and C. Y. Suen, "A fast parallel algorithm for thinning digital patterns", 1984.
    """
    thin = np.pad(mask, 1)
    while True:
        before = int(thin.sum())
        for half in (0, 1):
            n = _neighbours(thin)
            around = n.sum(axis=0, dtype=np.int8)
            turns = (~n & np.roll(n, -1, axis=0)).sum(axis=0, dtype=np.int8)
            north, east, south, west = n[0], n[2], n[4], n[6]
            if half == 0:
                spare = ~(north & east & south) & ~(east & south & west)
            else:
                spare = ~(north & east & west) & ~(north & south & west)
            thin[1:-1, 1:-1] &= ~((around >= 2) & (around <= 6) & (turns == 1) & spare)
        if int(thin.sum()) == before:
            return thin[1:-1, 1:-1]


def _neighbours(padded: Mask) -> Mask:
    """(8, h, w): the neighbours of each pixel, clockwise from the one above."""
    height, width = padded.shape
    steps = ((-1, 0), (-1, 1), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1))
    return np.stack([padded[1 + dy : height - 1 + dy, 1 + dx : width - 1 + dx] for dy, dx in steps])


def cut_columns(columns: Integers, least_width: float, most: int) -> list[int]:
    """Where a wide component may be cut: up to `most` columns, the thinnest first, at least `least_width` apart.

    `columns`: how much ink each column of it holds.
    """
    found: list[int] = []
    margin = max(1, round(least_width))
    inner = np.arange(margin, len(columns) - margin + 1)
    order = inner[np.argsort(columns[inner - 1] + columns[np.minimum(inner, len(columns) - 1)], kind="stable")]
    for column in order.tolist():
        if len(found) == most:
            break
        if all(abs(column - other) >= margin for other in found):
            found.append(column)
    return sorted(found)
