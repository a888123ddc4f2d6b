"""How well strokes make a symbol, symbols a line, and lines a fraction: geometry as numbers, for the decoder to weigh.

All measures are relative to the size of the digits in the row. How tall, wide and high up a mark stands is
measured by the kind of symbol that it is taken for: a point is small and low, a minus flat and in the middle.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from recognizer.labels import DIGITS, SYMBOLS
from recognizer.layout import Layout
from recognizer.raster import Floats
from recognizer.segment import Box

TOUCHING = 0.06
SMALL = 0.4  # of the size: a mark less tall lies beside digits in its own way
LEAST = 0.04  # of the size: marks smaller than this are alike

GROUP_MEASURES = ("group", "joins", "joined_gap", "joined_overlap", "interrupted", "loose")
PAIR_MEASURES = (
    "pair", "gap", "overlap", "step", "uneven", "stacked", "out_of_turn", "touching",
    "small_pair", "small_gap", "small_overlap",
)  # fmt: skip
SPACE_MEASURES = ("space", "space_gap", "space_wider", "space_shrinks", "space_rises")
STACK_MEASURES = ("stack", "stack_overhang", "stack_gap", "stack_off_centre", "stack_slope", "stack_short")

KINDS = ("digit", "minus", "point", "colon", "slash", "sign")
_KIND = dict.fromkeys(DIGITS, "digit") | {"-": "minus", ".": "point", ":": "colon", "/": "slash"}
KIND_OF_SYMBOL: tuple[int, ...] = tuple(KINDS.index(_KIND.get(symbol, "sign")) for symbol in SYMBOLS)
FORM_MEASURES = ("form", "width", "width²", "height", "height²", "place", "place²")
KIND_MEASURES = tuple(f"{kind}_{measure}" for kind in KINDS for measure in FORM_MEASURES)


def measure_groups(layout: Layout) -> Floats:
    """(n, 6): the GROUP_MEASURES of every group."""
    return np.array([_group_measures(index, layout) for index in range(len(layout.groups))], dtype=np.float32)


def measure_forms(layout: Layout) -> Floats:
    """(n, 7): the FORM_MEASURES of every group: its sides as logarithms, and its place from 0, the row's top, to 1."""
    left, top, right, bottom = _sides(layout)
    size = layout.sizes
    rows = [layout.rows[row].box for row in layout.row]
    highest, lowest = np.array([(row.top, row.bottom) for row in rows]).T
    width = np.log(np.maximum((right - left) / size, LEAST))
    height = np.log(np.maximum((bottom - top) / size, LEAST))
    place = ((top + bottom) / 2 - highest) / np.maximum(lowest - highest, 0.3 * size) - 0.5
    return np.stack([np.ones_like(width), width, width**2, height, height**2, place, place**2], axis=1).astype(
        np.float32
    )


def measure_pairs(layout: Layout) -> Floats:
    """(n, n, 11): the PAIR_MEASURES of [left, right], were one group read right after the other.

    From row to row there is nothing to measure: zeros.
    """
    left, top, right, bottom = _sides(layout)
    first = np.array([group.strokes[0] for group in layout.groups])
    last = np.array([group.strokes[-1] for group in layout.groups])
    size = layout.sizes
    apart = (left[None, :] - right[:, None]) / size
    thin = np.maximum(np.minimum.outer(right - left, right - left) / size, 0.1)
    overlap = np.clip(-apart / thin, 0.0, 1.5)
    height = np.maximum((bottom - top) / size, 0.05)
    middle = (top + bottom) / 2
    down = (np.maximum.outer(top, top) - np.minimum.outer(bottom, bottom)) / size
    tall = np.logical_and.outer(height > SMALL, height > SMALL)
    measures = np.stack(
        [
            np.ones_like(apart),
            np.clip(apart, 0.0, 1.0) * tall,
            overlap * tall,
            np.abs(np.subtract.outer(middle, middle)) / size * tall,
            np.minimum(np.abs(np.log(np.divide.outer(height, height))), 2.0) * tall,
            overlap * (down > 0.0) * tall,
            (last[:, None] > first[None, :]).astype(float),
            np.clip(1.0 - _group_distances(layout) / TOUCHING, 0.0, 1.0),
            ~tall,
            np.clip(apart, 0.0, 1.0) * ~tall,
            overlap * ~tall,
        ],
        axis=-1,
    )
    return (measures * _same_row(layout)[:, :, None]).astype(np.float32)


def measure_spaces(layout: Layout) -> Floats:
    """(n, n, 5): the SPACE_MEASURES of [left, right], were there a space between the two: `1 1/2` in a line."""
    left, top, right, bottom = _sides(layout)
    size = layout.sizes
    apart = np.clip((left[None, :] - right[:, None]) / size, -0.5, 2.0)
    height = np.maximum((bottom - top) / size, 0.05)
    shrinks = np.clip(np.log(np.divide.outer(height, height)), -1.0, 1.0)
    rises = np.clip(np.subtract.outer((top + bottom) / 2, (top + bottom) / 2) / size, -1.0, 1.0)
    wider = apart - _usual_gap(layout)
    return np.stack([np.ones_like(apart), apart, wider, shrinks, rises], axis=-1).astype(np.float32)


def _usual_gap(layout: Layout) -> float:
    """The median gap between strokes from left to right, in sizes; 0 where there are fewer than three strokes."""
    boxes = sorted((layout.boxes[stroke] for row in layout.rows for stroke in row.strokes), key=lambda box: box.centre)
    if len(boxes) < 3:
        return 0.0
    gaps = [after.left - before.right for before, after in pairwise(boxes)]
    return max(0.0, float(np.median(gaps))) / layout.size


def measure_stack(layout: Layout) -> Floats:
    """(6,): the STACK_MEASURES; zeros for a layout in one line."""
    if layout.stack is None:
        return np.zeros(len(STACK_MEASURES), np.float32)
    line = layout.boxes[layout.stack.bar]
    above, below = (_around(part, layout.boxes) for part in (layout.stack.above, layout.stack.below))
    size, width = layout.size, max(line.width, 1e-6)
    overhang = sum(max(0.0, line.left - box.left) + max(0.0, box.right - line.right) for box in (above, below))
    gap = abs(line.middle - above.bottom) + abs(below.top - line.middle)
    off_centre = abs(above.centre - line.centre) + abs(below.centre - line.centre)
    return np.array(
        [
            1.0,
            min(overhang / width, 2.0),
            min(gap / size, 2.0),
            min(off_centre / width, 2.0),
            line.height / width,
            max(0.0, 1.0 - width / max(above.width, below.width, 1e-6)),
        ],
        np.float32,
    )


def _around(strokes: Sequence[int], boxes: Sequence[Box]) -> Box:
    return Box.around_all(boxes[stroke] for stroke in strokes)


def _sides(layout: Layout) -> npt.NDArray[np.float64]:
    """(4, n): left, top, right, bottom of the groups."""
    return np.array([(g.box.left, g.box.top, g.box.right, g.box.bottom) for g in layout.groups]).T


def _same_row(layout: Layout) -> npt.NDArray[np.bool_]:
    row = np.array(layout.row)
    same: npt.NDArray[np.bool_] = row[:, None] == row[None, :]
    return same


def _group_measures(index: int, layout: Layout) -> tuple[float, ...]:
    group = layout.groups[index]
    size = layout.rows[layout.row[index]].size
    gap, overlap = _joints(sorted((layout.boxes[stroke] for stroke in group.strokes), key=lambda box: box.left), size)
    count = len(group.strokes)
    return (
        1.0,
        float(count - 1),
        gap,
        overlap,
        float(group.strokes[-1] - group.strokes[0] + 1 > count),
        _loosest(group.strokes, layout.distances),
    )


def _loosest(strokes: tuple[int, ...], distances: Floats) -> float:
    """How far the stroke that is farthest from the others is from the nearest of them."""
    if len(strokes) == 1:
        return 0.0
    return max(min(float(distances[one, other]) for other in strokes if other != one) for one in strokes)


def _group_distances(layout: Layout) -> Floats:
    """(n, n): the distance of the nearest strokes of two groups."""
    rows = np.stack([layout.distances[list(group.strokes)].min(axis=0) for group in layout.groups])  # (n, strokes)
    members = np.concatenate([group.strokes for group in layout.groups])
    starts = np.cumsum([0, *(len(group.strokes) for group in layout.groups[:-1])])
    closest: Floats = np.minimum.reduceat(rows[:, members], starts, axis=1)
    return closest


def _joints(boxes: Sequence[Box], size: float) -> tuple[float, float]:
    """The widest gap between strokes joined from left to right, and how far they overlap on average (0 to 1)."""
    reached = boxes[0]
    gap, overlaps = 0.0, []
    for box in boxes[1:]:
        apart = box.left - reached.right
        gap = max(gap, apart / size)
        thin = max(min(box.width, reached.width), 0.1 * size)
        overlaps.append(min(1.0, max(0.0, -apart / thin)))
        reached = reached.around(box)
    return gap, sum(overlaps) / len(overlaps) if overlaps else 0.0
