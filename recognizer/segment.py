"""Which strokes may belong together, and how well they do: the geometry of an answer before anything is read.

An answer is covered by *groups* of one to four strokes, each to be read as one symbol. Strokes of a group need
not follow one another: a 7 may be crossed after the next digit was begun. Every measure is relative to the
size of the ink, so that neither place nor size on the pad matters.

A format with marks as small as a point will want their size and place beside the digits; `Group.box` and
`Layout.size` are what such a measure needs, and another name in GROUP_MEASURES is how it reaches the decoder.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

MOST_STROKES_OF_A_SYMBOL = 4
MOST_STROKES_OF_AN_ANSWER = 24
MOST_GROUPS = 150  # a tangle beyond this is a scribble: of 3,000 real numbers none had more than 61
FAR = 0.5
TOUCHING = 0.06
DOT = 0.06  # of the size, at most

GROUP_MEASURES = ("group", "joins", "joined_gap", "joined_overlap", "short", "wide", "interrupted", "loose")
PAIR_MEASURES = ("pair", "gap", "overlap", "step", "uneven", "stacked", "out_of_turn", "touching")


@dataclass(frozen=True, slots=True)
class Reach:
    """How far apart strokes of one symbol may be, and how wide it: in sizes."""

    across: float
    down: float
    wide: float


ROOMY = Reach(0.25, 0.60, 2.2)  # few strokes may be a single digit, loosely written
CLOSE = Reach(0.15, 0.30, 1.6)  # more are several: in 754 numbers of `train` it misses one digit, of five strokes

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

    def is_dot(self, size: float) -> bool:
        return max(self.width, self.height) < DOT * size

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
    speck: int | None = None  # a dot that no group holds

    @property
    def dotted(self) -> bool:
        return any(box.is_dot(self.size) for box in self.boxes)

    @property
    def everything(self) -> int:
        """The strokes to be covered, a bit each."""
        return (1 << len(self.boxes)) - 1 - (0 if self.speck is None else 1 << self.speck)


def lay_out(strokes: Sequence[Floats]) -> Layout:
    """The groups that traced strokes may form. Too many strokes, or a tangle of them, give none."""
    boxes = tuple(_box(stroke) for stroke in strokes)
    speck = _speck(boxes)
    size = _size(_others(boxes, speck))
    if not 0 < len(strokes) <= MOST_STROKES_OF_AN_ANSWER or size == 0.0:
        return Layout((), boxes, size, _NO_DISTANCES)
    reach = ROOMY if len(strokes) <= MOST_STROKES_OF_A_SYMBOL else CLOSE
    neighbours = _neighbours(boxes, size, reach)
    found = _connected(neighbours, boxes, size * reach.wide)
    found = {members: box for members, box in found.items() if speck not in members}
    if len(found) > MOST_GROUPS:
        return Layout((), boxes, size, _NO_DISTANCES)
    groups = (Group(tuple(sorted(members)), box) for members, box in found.items())
    ordered = sorted(groups, key=lambda group: (group.box.centre, group.strokes))
    return Layout(tuple(ordered), boxes, size, _distances(strokes, neighbours, size), speck)


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


def _speck(boxes: Sequence[Box]) -> int | None:
    """A dot outside all else, too far from it to be part of a symbol: a touch of the pad, or a point that is meant."""
    dots = (index for index, box in enumerate(boxes) if box.is_dot(_size(boxes)))
    return next((index for index in dots if _is_apart(boxes[index], _others(boxes, index))), None)


def _is_apart(dot: Box, others: Sequence[Box]) -> bool:
    size = _size(others)
    return dot.is_dot(size) and not _near(dot, functools.reduce(Box.around, others), size, ROOMY)


def _others(boxes: Sequence[Box], but: int | None) -> list[Box]:
    return [box for index, box in enumerate(boxes) if index != but]


def _size(boxes: Sequence[Box]) -> float:
    """The height of the ink; of very flat ink, a share of its width."""
    if not boxes:
        return 0.0
    width = max(box.right for box in boxes) - min(box.left for box in boxes)
    height = max(box.bottom for box in boxes) - min(box.top for box in boxes)
    return max(height, width / 8)


def _neighbours(boxes: Sequence[Box], size: float, reach: Reach) -> list[list[int]]:
    return [
        [at for at, other in enumerate(boxes) if at != index and _near(box, other, size, reach)]
        for index, box in enumerate(boxes)
    ]


def _near(one: Box, other: Box, size: float, reach: Reach) -> bool:
    across = max(one.left, other.left) - min(one.right, other.right)
    down = max(one.top, other.top) - min(one.bottom, other.bottom)
    return across <= reach.across * size and down <= reach.down * size


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


def _connected(neighbours: list[list[int]], boxes: Sequence[Box], widest: float) -> dict[frozenset[int], Box]:
    """Every connected set of up to four strokes; a little more than MOST_GROUPS where there would be more."""
    found = {frozenset([index]): box for index, box in enumerate(boxes)}
    grown = list(found)
    for _ in range(MOST_STROKES_OF_A_SYMBOL - 1):
        larger: dict[frozenset[int], Box] = {}
        for members in grown:
            for stroke in {near for member in members for near in neighbours[member]} - members:
                box = found[members].around(boxes[stroke])
                if box.width <= widest:
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
