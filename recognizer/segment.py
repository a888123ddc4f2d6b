"""Which strokes may belong together, and how well they do: the geometry of an answer before anything is read.

An answer is covered by *groups* of one to four strokes, each to be read as one symbol. Strokes of a group need
not follow one another: a 7 may be crossed after the next digit was begun. Every measure is relative to the
size of the ink, so that neither place nor size on the pad matters.

A format with marks as small as a point will want their size and place beside the digits; `Group.box` and
`Layout.size` are what such a measure needs, and another name in GROUP_MEASURES is how it reaches the decoder.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

MOST_STROKES_OF_A_SYMBOL = 4
MOST_STROKES_OF_AN_ANSWER = 24
MOST_GROUPS = 150  # a tangle beyond this is a scribble: of 3,000 real numbers none had more than 61
REACH_ACROSS = 0.25  # of the size: strokes farther apart are never one symbol
REACH_DOWN = 0.60
WIDEST = 2.2  # a 4 in two strokes may be flat; two digits side by side are rarely narrower
FAR = 0.5
TOUCHING = 0.06

GROUP_MEASURES = ("group", "joins", "joined_gap", "joined_overlap", "short", "wide", "interrupted", "loose")
PAIR_MEASURES = ("pair", "gap", "overlap", "step", "uneven", "stacked", "out_of_turn", "touching")


_NO_DISTANCES = np.zeros((0, 0), np.float32)


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2

    def around(self, other: "Box") -> "Box":
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True)
class Group:
    """Strokes that may be one symbol, by their indices in the ink, ascending."""

    strokes: tuple[int, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Layout:
    """The candidate groups from left to right, and the size that everything is measured by. No group: unreadable."""

    groups: tuple[Group, ...]
    boxes: tuple[Box, ...]  # of the strokes
    size: float
    distances: Floats  # (strokes, strokes), of their nearest points in sizes, at most FAR


def lay_out(strokes: Sequence[Floats]) -> Layout:
    """The groups that traced strokes may form. Too many strokes, or a tangle of them, give none."""
    boxes = tuple(_box(stroke) for stroke in strokes)
    size = _size(boxes)
    if not 0 < len(strokes) <= MOST_STROKES_OF_AN_ANSWER or size == 0.0:
        return Layout((), boxes, size, _NO_DISTANCES)
    neighbours = _neighbours(boxes, size)
    found = _connected(neighbours, boxes, size)
    if len(found) > MOST_GROUPS:
        return Layout((), boxes, size, _NO_DISTANCES)
    groups = (Group(tuple(sorted(members)), box) for members, box in found.items())
    ordered = sorted(groups, key=lambda group: (group.box.centre, group.strokes))
    return Layout(tuple(ordered), boxes, size, _distances(strokes, neighbours, size))


def measure_groups(layout: Layout) -> Floats:
    """(n, 8): the GROUP_MEASURES of every group."""
    return np.array([_group_measures(group, layout) for group in layout.groups], dtype=np.float32)


def measure_pairs(layout: Layout) -> Floats:
    """(n, n, 8): the PAIR_MEASURES of [left, right], were one group read right after the other."""
    sides = np.array(
        [(g.box.left, g.box.top, g.box.right, g.box.bottom, g.strokes[0], g.strokes[-1]) for g in layout.groups]
    )
    left, top, right, bottom, first, last = sides.T
    size = layout.size
    apart = (left[None, :] - right[:, None]) / size
    thin = np.maximum(np.minimum.outer(right - left, right - left) / size, 0.1)
    overlap = np.clip(-apart / thin, 0.0, 1.5)
    height = np.maximum((bottom - top) / size, 0.05)
    middle = (top + bottom) / 2
    down = (np.maximum.outer(top, top) - np.minimum.outer(bottom, bottom)) / size
    return np.stack(
        [
            np.ones_like(apart),
            np.clip(apart, 0.0, 1.0),
            overlap,
            np.abs(np.subtract.outer(middle, middle)) / size,
            np.minimum(np.abs(np.log(np.divide.outer(height, height))), 2.0),
            overlap * (down > 0.0),
            (last[:, None] > first[None, :]).astype(float),
            np.clip(1.0 - _group_distances(layout) / TOUCHING, 0.0, 1.0),
        ],
        axis=-1,
    ).astype(np.float32)


def _box(stroke: Floats) -> Box:
    left, top = stroke.min(axis=0).tolist()
    right, bottom = stroke.max(axis=0).tolist()
    return Box(left, top, right, bottom)


def _size(boxes: Sequence[Box]) -> float:
    """The height of the ink; of very flat ink, a share of its width."""
    if not boxes:
        return 0.0
    width = max(box.right for box in boxes) - min(box.left for box in boxes)
    height = max(box.bottom for box in boxes) - min(box.top for box in boxes)
    return max(height, width / 8)


def _neighbours(boxes: Sequence[Box], size: float) -> list[list[int]]:
    return [
        [at for at, other in enumerate(boxes) if at != index and _near(box, other, size)]
        for index, box in enumerate(boxes)
    ]


def _near(one: Box, other: Box, size: float) -> bool:
    across = max(one.left, other.left) - min(one.right, other.right)
    down = max(one.top, other.top) - min(one.bottom, other.bottom)
    return across <= REACH_ACROSS * size and down <= REACH_DOWN * size


def _distances(strokes: Sequence[Floats], neighbours: list[list[int]], size: float) -> Floats:
    """Only neighbours are measured, by every other point of their traces and the last; whatever else is FAR."""
    points = [np.concatenate([stroke[::2], stroke[-1:]]) for stroke in strokes]
    distances = np.full((len(strokes), len(strokes)), FAR, np.float32)
    for one, others in enumerate(neighbours):
        for other in others:
            if one < other:
                apart = points[one][:, None, :] - points[other][None, :, :]
                nearest = float(np.sqrt((apart**2).sum(axis=2).min())) / size
                distances[one, other] = distances[other, one] = min(nearest, FAR)
    return distances


def _connected(neighbours: list[list[int]], boxes: Sequence[Box], size: float) -> dict[frozenset[int], Box]:
    """Every connected set of up to four strokes; a little more than MOST_GROUPS where there would be more."""
    found = {frozenset([index]): box for index, box in enumerate(boxes)}
    grown = list(found)
    for _ in range(MOST_STROKES_OF_A_SYMBOL - 1):
        larger: dict[frozenset[int], Box] = {}
        for members in grown:
            for stroke in {near for member in members for near in neighbours[member]} - members:
                box = found[members].around(boxes[stroke])
                if box.width <= WIDEST * size:
                    larger[members | {stroke}] = box
            if len(found) + len(larger) > MOST_GROUPS:
                return found | larger
        found |= larger
        grown = list(larger)
    return found


def _group_measures(group: Group, layout: Layout) -> tuple[float, ...]:
    gap, overlap = _joints(sorted((layout.boxes[stroke] for stroke in group.strokes), key=lambda box: box.left), layout)
    count = len(group.strokes)
    return (
        1.0,
        float(count - 1),
        gap,
        overlap,
        max(0.0, 0.7 - group.box.height / layout.size),
        min(2.0, max(0.0, group.box.width / layout.size - 0.9)),
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
    nearest: Floats = np.minimum.reduceat(rows[:, members], starts, axis=1)
    return nearest


def _joints(boxes: Sequence[Box], layout: Layout) -> tuple[float, float]:
    """The widest gap between strokes joined from left to right, and how far they overlap on average (0 to 1)."""
    reached = boxes[0]
    gap, overlaps = 0.0, []
    for box in boxes[1:]:
        apart = box.left - reached.right
        gap = max(gap, apart / layout.size)
        thin = max(min(box.width, reached.width), 0.1 * layout.size)
        overlaps.append(min(1.0, max(0.0, -apart / thin)))
        reached = reached.around(box)
    return gap, sum(overlaps) / len(overlaps) if overlaps else 0.0
