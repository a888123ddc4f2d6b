"""Ink as the parts of an SVG picture. Pure: strokes in, numbers and path data out.

The curves are those of `static/js/ink/svg.js`, so that a teacher sees the line that the child saw;
`tests/golden/ink_paths.json` holds both to it. Every number is cast and rounded; nothing else gets in.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

Point = Sequence[float]
Stroke = Sequence[Point]

MARGIN = 24.0
SMALLEST = 160.0
"""In pad units (the sheet is 1000 wide): a dot, or a lone 1, is not blown up to fill its frame."""


UNTIMED = 16.0
LONGEST_PAUSE = 700.0
LONGEST_STROKE = 4000.0
_TIME = 2  # where a point has it


@dataclass(frozen=True)
class Box:
    """A rectangle in pad units, y downward."""

    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True)
class Picture:
    """What an <svg> of ink needs. `spans` are the paths' times, `boxes` those of the glyphs that were read."""

    view_box: str
    paths: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    boxes: tuple[Box, ...]


def picture(strokes: Sequence[Stroke] | None, glyphs: Iterable[Mapping[str, Any]] = ()) -> Picture | None:
    """The ink with room around it; None where there is none. ValueError or TypeError for what is not ink."""
    drawn = [_plain(stroke) for stroke in strokes or () if stroke]
    if not drawn:
        return None
    corners = [_corners(glyph["box"]) for glyph in glyphs]
    return Picture(
        view_box=_view_box([point for stroke in drawn for point in stroke]),
        paths=tuple(path(stroke) for stroke in drawn),
        spans=spans([stroke for stroke in strokes or () if stroke]),
        boxes=tuple(_box(*each) for each in corners),
    )


def path(stroke: Stroke) -> str:
    """The `d` of one stroke: quadratic curves through the middles of its segments.

    A dot is a line too short to see, with round ends.
    """
    points = _plain(stroke)
    start = f"M{_place(points[0])}"
    if len(points) == 1:
        return f"{start}h.01"
    curves = "".join(f"Q{_place(here)} {_place(_middle(here, after))}" for here, after in pairwise(points[1:]))
    return f"{start}{curves}L{_place(points[-1])}"


def spans(strokes: Iterable[Stroke]) -> tuple[tuple[int, int], ...]:
    """When each stroke begins and ends, to watch it being written: in milliseconds from the first one's beginning.

    A pause for thought is shortened, and so is a pen that rested on the sheet. Points without a time count as
    UNTIMED milliseconds apart.
    """
    found: list[tuple[int, int]] = []
    now = before = 0.0
    for stroke in strokes:
        if all(len(point) > _TIME for point in stroke):
            first, last = _rounded(stroke[0][_TIME]), _rounded(stroke[-1][_TIME])
        else:
            first, last = before + UNTIMED, before + UNTIMED * len(stroke)
        if found:
            now += min(max(first - before, UNTIMED), LONGEST_PAUSE)
        end = now + min(max(last - first, 0.0), LONGEST_STROKE)
        found.append((round(now), round(end)))
        now, before = end, last
    return tuple(found)


def _plain(stroke: Stroke) -> list[tuple[float, float]]:
    return [(_rounded(point[0]), _rounded(point[1])) for point in stroke]


def _view_box(points: Sequence[tuple[float, float]]) -> str:
    (left, width), (top, height) = (_span(values) for values in zip(*points, strict=True))
    return " ".join(_number(value) for value in (left, top, width, height))


def _span(values: Sequence[float]) -> tuple[float, float]:
    """Where the frame begins along one axis, and how long it is."""
    low, high = min(values), max(values)
    length = max(high - low + 2 * MARGIN, SMALLEST)
    return (low + high - length) / 2, length


def _corners(box: Sequence[float]) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (_rounded(value) for value in box)
    return x0, y0, x1, y1


def _box(x0: float, y0: float, x1: float, y1: float) -> Box:
    """A little larger than the glyph, so that the line does not run along the ink."""
    room = MARGIN / 3
    sides = (x0 - room, y0 - room, x1 - x0 + 2 * room, y1 - y0 + 2 * room)
    return Box(*(_number(side) for side in sides))


def _middle(here: tuple[float, float], after: tuple[float, float]) -> tuple[float, float]:
    return _rounded((here[0] + after[0]) / 2), _rounded((here[1] + after[1]) / 2)


def _place(point: tuple[float, float]) -> str:
    return f"{_number(point[0])} {_number(point[1])}"


def _rounded(value: float) -> float:
    """To a tenth, halves upward as in JavaScript. Raises ValueError for what is not finite."""
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(f"{value} is no place on a sheet")
    return math.floor(number * 10 + 0.5) / 10


def _number(value: float) -> str:
    return f"{_rounded(value):.1f}".removesuffix(".0")
