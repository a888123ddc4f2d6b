"""Ink: what a pen left behind, as values, and the limits on what is accepted."""

import math
from dataclasses import dataclass
from itertools import chain
from typing import Any, cast

MOST_STROKES = 64
MOST_POINTS = 4_000
FARTHEST = 1e5
LONGEST_MS = 1e9  # a child may think for minutes between two strokes

Point = tuple[float, ...]  # (x, y) or (x, y, t)


class InkRefused(ValueError):
    """Ink that is not taken. The message is a sentence for people; `too_large` tells size from shape."""

    def __init__(self, message: str, *, too_large: bool = False) -> None:
        super().__init__(message)
        self.too_large = too_large


@dataclass(frozen=True, slots=True)
class Stroke:
    """One pen-down to pen-up: points in writing order, y downward, t in milliseconds where known."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Ink:
    """The strokes of an answer, in writing order. An empty ink is ink that cannot be read."""

    strokes: tuple[Stroke, ...] = ()

    @classmethod
    def from_json(cls, value: object) -> "Ink":
        """Ink of `[[[x, y], [x, y, t], …], …]`. Raises InkRefused, and nothing else."""
        strokes = checked(value)
        return cls(tuple(Stroke(tuple(tuple(map(float, point)) for point in stroke)) for stroke in strokes))

    def to_json(self) -> list[list[list[float]]]:
        return [[list(point) for point in stroke.points] for stroke in self.strokes]


def checked(value: object) -> list[list[list[float]]]:
    """The value itself, where it is ink as `Ink.from_json` takes it. Raises InkRefused.

    Nearly every ink is as it should be, and has hundreds of points: all of them are looked at together, and one by
    one only where something is wrong with some.
    """
    if not isinstance(value, list) or not all(isinstance(stroke, list) for stroke in value):
        raise InkRefused("Ink is a list of strokes, and a stroke is a list of points.")
    _refuse_too_much(value)
    if not _is_plain(value):
        for number, stroke in enumerate(value, start=1):
            _check_stroke(number, stroke)
    return value


def _is_plain(strokes: list[list[Any]]) -> bool:
    """Whether all points have as many numbers, each of them finite and within its limits."""
    points = list(chain.from_iterable(strokes))
    if not all(strokes) or set(map(type, points)) != {list} or set(map(len, points)) not in ({2}, {3}):
        return False
    numbers = list(chain.from_iterable(points))
    if not _NUMBERS.issuperset(map(type, numbers)):
        return False
    size = len(points[0])
    limits = (FARTHEST, FARTHEST, LONGEST_MS)
    columns = [(numbers[place::size], limits[place]) for place in range(size)]
    bounded = all(-limit <= min(column) and max(column) <= limit for column, limit in columns)
    return bounded and math.isfinite(sum(numbers))  # a NaN may hide from min and max, but not from a sum


_NUMBERS = frozenset({int, float})


def _refuse_too_much(strokes: list[list[object]]) -> None:
    if len(strokes) > MOST_STROKES:
        raise InkRefused(
            f"That is {len(strokes)} strokes, and at most {MOST_STROKES} are read. "
            "Clear the pad and write only the answer.",
            too_large=True,
        )
    points = sum(len(stroke) for stroke in strokes)
    if points > MOST_POINTS:
        raise InkRefused(
            f"That is {points:,} points, and at most {MOST_POINTS:,} are read. "
            "Clear the pad and write only the answer.",
            too_large=True,
        )


def _check_stroke(number: int, points: list[object]) -> None:
    if not points:
        raise InkRefused(f"Stroke {number} is empty: a stroke has at least one point.")
    for point in points:
        _check_point(number, point)


def _check_point(number: int, point: object) -> None:
    if not isinstance(point, list) or len(point) not in (2, 3) or not all(map(_is_number, point)):
        raise InkRefused(f"Stroke {number} has a point that is neither [x, y] nor [x, y, t] in numbers.")
    numbers = cast("list[float]", point)
    if not all(-FARTHEST <= number <= FARTHEST for number in numbers[:2]):
        raise InkRefused(f"Stroke {number} has a point outside ±{FARTHEST:,.0f}.")
    if not all(-LONGEST_MS <= time <= LONGEST_MS for time in numbers[2:]):
        raise InkRefused(f"Stroke {number} has a time that is no count of milliseconds.")


def _is_number(value: object) -> bool:
    """True and False are integers to Python, and no coordinates."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return isinstance(value, int) or math.isfinite(value)
