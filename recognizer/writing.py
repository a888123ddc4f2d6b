"""Writing to be read: parts that may make symbols together, from a pen's strokes or from a picture's components."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from recognizer.ink import Ink
from recognizer.raster import Floats, render, trace
from recognizer.reading import Sides

LEAST_SIZE = 1e-6  # ink smaller than this is a dot


class Writing(Protocol):
    """Parts in an order, each with points to measure; groups of them can be drawn for the net."""

    @property
    def strokes(self) -> Sequence[Floats]: ...  # (m, 2) each, y downward, in any unit

    def render(self, groups: Sequence[Sequence[int]], sizes: Floats) -> Floats: ...  # (n, 6, 28, 28)

    def source(self, strokes: Sequence[int]) -> tuple[tuple[int, ...], Sides]: ...  # their numbers and box there


class Traces:
    """Traced strokes, as they are."""

    def __init__(self, strokes: Sequence[Floats]) -> None:
        self.strokes = strokes

    def render(self, groups: Sequence[Sequence[int]], sizes: Floats) -> Floats:
        return render([[self.strokes[stroke] for stroke in group] for group in groups], sizes)

    def source(self, strokes: Sequence[int]) -> tuple[tuple[int, ...], Sides]:
        points = np.concatenate([self.strokes[stroke] for stroke in strokes])
        (left, top), (right, bottom) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
        return tuple(strokes), (left, top, right, bottom)


class TracedInk(Traces):
    """The strokes in equal steps, moved to the origin and to size 1: place and size on the pad mean nothing."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(traced(ink))
        self._ink = ink

    def source(self, strokes: Sequence[int]) -> tuple[tuple[int, ...], Sides]:
        x, y = zip(*(point[:2] for stroke in strokes for point in self._ink.strokes[stroke].points), strict=True)
        return tuple(strokes), (min(x), min(y), max(x), max(y))


class Without:
    """Writing of which some strokes are left out."""

    def __init__(self, writing: Writing, gone: frozenset[int]) -> None:
        self._writing = writing
        self._kept = [index for index in range(len(writing.strokes)) if index not in gone]
        self.strokes = [writing.strokes[index] for index in self._kept]

    def render(self, groups: Sequence[Sequence[int]], sizes: Floats) -> Floats:
        return self._writing.render([[self._kept[stroke] for stroke in group] for group in groups], sizes)

    def source(self, strokes: Sequence[int]) -> tuple[tuple[int, ...], Sides]:
        return self._writing.source([self._kept[stroke] for stroke in strokes])


def traced(ink: Ink) -> list[Floats]:
    strokes = [np.array([point[:2] for point in stroke.points]) for stroke in ink.strokes]
    if not strokes:
        return []
    points = np.concatenate(strokes)
    low, size = points.min(axis=0), float(np.ptp(points, axis=0).max())
    scale = 1.0 / size if size > LEAST_SIZE else 0.0
    return [trace((stroke - low) * scale) for stroke in strokes]
