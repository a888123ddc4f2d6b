"""Which strokes may belong together: the candidates for one symbol each, before anything is read.

An answer is covered by *groups* of one to four strokes, each to be read as one symbol. Strokes of a group need
not follow one another: a 7 may be crossed after the next digit was begun. Every measure is relative to the
size of the writing, so that neither place nor size on the pad matters.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from recognizer.raster import Floats

MOST_STROKES_OF_A_SYMBOL = 4
MOST_GROUPS = 200  # a tangle beyond this is a scribble: of 3,000 real numbers none had more than 61
TALL = 0.8  # of the size: a stroke as tall is a symbol, or most of one
DOT = 0.06  # of the size, at most
SLIGHT = 0.25  # of the size: a bar or a dot is no higher
FLAT = 0.4  # of its width: a bar of an = is no higher
PILED = 1.1  # sizes: the two bars of an =, the dots of a : or ÷ may be this far from each other
LEANING = 0.15  # sizes: and as far beside each other


@dataclass(frozen=True, slots=True)
class Reach:
    """How far apart strokes of one symbol may be, and how wide it: in sizes."""

    across: float
    down: float
    wide: float
    apart: float = 0.12  # at most, of strokes as tall as digits: beyond it they are two symbols


LOOSE = Reach(0.30, 2.00, 2.2, apart=0.30)  # two strokes may be the halves of a 4, or the bars of an = far apart
ROOMY = Reach(0.25, 2.00, 2.2)  # few strokes may be one symbol, loosely written
CLOSE = Reach(0.25, 0.40, 1.6)  # more are several


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def of(cls, points: Floats) -> "Box":
        left, top = points.min(axis=0).tolist()
        right, bottom = points.max(axis=0).tolist()
        return cls(left, top, right, bottom)

    @classmethod
    def around_all(cls, boxes: Iterable["Box"]) -> "Box":
        sides = list(zip(*((box.left, box.top, box.right, box.bottom) for box in boxes), strict=True))
        return cls(min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3]))

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

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


def find_groups(strokes: Sequence[int], boxes: Sequence[Box], size: float, reach: Reach) -> list[Group] | None:
    """Every connected set of up to four of `strokes`, from left to right; None for a tangle."""
    neighbours = {
        stroke: [other for other in strokes if other != stroke and near(boxes[stroke], boxes[other], size, reach)]
        for stroke in strokes
    }
    found = {frozenset([stroke]): boxes[stroke] for stroke in strokes}
    grown = list(found)
    for _ in range(MOST_STROKES_OF_A_SYMBOL - 1):
        larger: dict[frozenset[int], Box] = {}
        for members in grown:
            for stroke in {other for member in members for other in neighbours[member]} - members:
                box = found[members].around(boxes[stroke])
                widest = max(boxes[member].width for member in members | {stroke})
                if box.width <= max(size * reach.wide, 1.4 * widest):  # bars one above the other are as wide as one
                    larger[members | {stroke}] = box
            if len(found) + len(larger) > MOST_GROUPS:
                return None
        found |= larger
        grown = list(larger)
    groups = (Group(tuple(sorted(members)), box) for members, box in found.items())
    return sorted(groups, key=lambda group: (group.box.centre, group.strokes))


def near(one: Box, other: Box, size: float, reach: Reach) -> bool:
    across = max(one.left, other.left) - min(one.right, other.right)
    down = max(one.top, other.top) - min(one.bottom, other.bottom)
    if across > reach.apart * size and min(one.height, other.height) > TALL * size:
        return False
    if across <= reach.across * size and down <= reach.down * size:
        return True
    slight = all(box.height < max(SLIGHT * size, FLAT * box.width) for box in (one, other))
    return slight and across <= LEANING * size and down <= PILED * size


def nearest(strokes: Sequence[Floats], boxes: Sequence[Box], size: float, far: float) -> Floats:
    """(n, n): the distance of the nearest points of two strokes in sizes, by every other point and the last."""
    points = [np.concatenate([stroke[::2], stroke[-1:]]) for stroke in strokes]
    distances = np.full((len(strokes), len(strokes)), far, np.float32)
    for one, box in enumerate(boxes):
        for other in range(one):
            if near(box, boxes[other], size, Reach(far, far, 0.0)):
                apart = points[one][:, None, :] - points[other][None, :, :]
                distance = min(far, float(np.sqrt((apart**2).sum(axis=2).min())) / size)
                distances[one, other] = distances[other, one] = distance
    return distances
