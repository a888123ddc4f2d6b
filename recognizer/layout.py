"""How the strokes of an answer may be arranged: in one line, or with a fraction that stands on its bar.

A *row* is what is read from left to right by itself: the whole answer, or what stands before a fraction, its
numerator, its bar, its denominator. A *layout* is a sequence of rows and the groups that each may hold. Ink may
have several layouts: a wide flat stroke with ink above and below is a fraction's bar or something else, and both
are decoded.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from recognizer.raster import Floats
from recognizer.segment import (
    CLOSE,
    LOOSE,
    MOST_STROKES_OF_A_SYMBOL,
    ROOMY,
    Box,
    Group,
    Reach,
    find_groups,
    near,
    nearest,
)

MOST_STROKES_OF_AN_ANSWER = 40
FAR = 0.5  # sizes: distances beyond this are alike
MEANT = Reach(0.25, 0.60, 0.0)  # a dot within this of other ink may belong to it
FLATTEST = 0.45  # of its width: a fraction's bar is no higher
SHORTEST = 0.3  # of the digits' size: nor shorter than this
CROSSED = 0.3  # of a stroke's height, at least, on both sides of a line: it is struck out, and above or below nothing
BESIDE = 0.15  # of its width: what stands before a bar may reach as far into it


@dataclass(frozen=True, slots=True)
class Row:
    """Strokes read from left to right. `size`: how tall its digits are."""

    strokes: tuple[int, ...]
    box: Box
    size: float


@dataclass(frozen=True, slots=True)
class Stack:
    """A fraction's bar with what is above, below and before it."""

    before: tuple[int, ...]
    above: tuple[int, ...]
    bar: int
    below: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The candidate groups in reading order. `row` names the row of each group, ascending."""

    groups: tuple[Group, ...]
    row: tuple[int, ...]
    rows: tuple[Row, ...]
    boxes: tuple[Box, ...]  # of the strokes
    distances: Floats  # (strokes, strokes), of their nearest points in sizes, at most FAR
    speck: int | None = None  # a dot that no group holds
    stack: Stack | None = None

    @property
    def size(self) -> float:
        return max(row.size for row in self.rows)

    @property
    def sizes(self) -> Floats:
        """(n,): how tall the digits beside each group are."""
        return np.array([self.rows[row].size for row in self.row], np.float32)

    @property
    def bar(self) -> int | None:
        """The group that is the fraction's bar."""
        if self.stack is None:
            return None
        return next(index for index, group in enumerate(self.groups) if group.strokes == (self.stack.bar,))

    @property
    def everything(self) -> int:
        """The strokes to be covered, a bit each."""
        return (1 << len(self.boxes)) - 1 - (0 if self.speck is None else 1 << self.speck)

    @property
    def dots(self) -> int:
        """The strokes that are dots, a bit each."""
        size = self.size
        return sum(1 << index for index, box in enumerate(self.boxes) if box.is_dot(size))


def lay_out(strokes: Sequence[Floats]) -> tuple[Layout, ...]:
    """The layouts of traced strokes, the one in a line first. Too many strokes, or a tangle of them, give none."""
    boxes = tuple(Box.of(stroke) for stroke in strokes)
    if not 0 < len(strokes) <= MOST_STROKES_OF_AN_ANSWER:
        return ()
    speck = _speck(boxes)
    meant = tuple(index for index in range(len(strokes)) if index != speck)
    size = size_of([boxes[index] for index in meant])
    if size == 0.0:
        return ()
    distances = nearest(strokes, boxes, size, FAR)
    layouts = [_arranged([meant], boxes, distances, speck, None)]
    for stack in _stacks(meant, boxes):
        parts = [part for part in (stack.before, stack.above, (stack.bar,), stack.below) if part]
        layouts.append(_arranged(parts, boxes, distances, speck, stack))
    return tuple(layout for layout in layouts if layout is not None)


def size_of(boxes: Sequence[Box]) -> float:
    """How tall the digits are: as the tallest stroke, or as wide marks let expect; 0 for dots alone."""
    if not boxes:
        return 0.0
    whole = Box.around_all(boxes)
    tallest = max(box.height for box in boxes)
    widest = max(box.width for box in boxes)
    return max(tallest, whole.height / 2, min(widest / 2.2, whole.height), whole.width / 30)


def _arranged(
    parts: Sequence[tuple[int, ...]],
    boxes: tuple[Box, ...],
    distances: Floats,
    speck: int | None,
    stack: Stack | None,
) -> Layout | None:
    rows = tuple(_row(part, boxes) for part in parts)
    if stack is not None:
        rows = tuple(_as_tall_as(row, rows) for row in rows)
    groups: list[Group] = []
    numbers: list[int] = []
    for number, row in enumerate(rows):
        found = find_groups(row.strokes, boxes, row.size, _reach(len(row.strokes)))
        if found is None:
            return None
        groups.extend(found)
        numbers.extend([number] * len(found))
    return Layout(tuple(groups), tuple(numbers), rows, boxes, distances, speck, stack)


def _reach(strokes: int) -> Reach:
    """Of a row of so many strokes."""
    if strokes <= 2:
        return LOOSE
    return ROOMY if strokes <= MOST_STROKES_OF_A_SYMBOL else CLOSE


def _row(strokes: tuple[int, ...], boxes: Sequence[Box]) -> Row:
    own = [boxes[stroke] for stroke in strokes]
    return Row(strokes, Box.around_all(own), size_of(own))


def _as_tall_as(row: Row, rows: Sequence[Row]) -> Row:
    """A minus alone before a fraction has no digit beside it: it is measured by those of the fraction."""
    return Row(row.strokes, row.box, max(row.size, 0.5 * max(other.size for other in rows)))


def _speck(boxes: Sequence[Box]) -> int | None:
    """A dot outside all else, too far from it to be part of a symbol: a touch of the pad, or a point that is meant."""
    size = size_of(boxes)
    dots = (index for index, box in enumerate(boxes) if box.is_dot(size))
    return next((index for index in dots if _is_apart(index, boxes)), None)


def _is_apart(dot: int, boxes: Sequence[Box]) -> bool:
    others = [box for index, box in enumerate(boxes) if index != dot]
    size = size_of(others)
    return boxes[dot].is_dot(size) and not near(boxes[dot], Box.around_all(others), size, MEANT)


def _stacks(strokes: Sequence[int], boxes: Sequence[Box]) -> list[Stack]:
    """The fractions that there may be. What lies wholly before a bar, but not across its height, may be either."""
    found = (_stack(bar, strokes, boxes, generous) for bar in strokes for generous in (True, False))
    return list(dict.fromkeys(stack for stack in found if stack is not None))


def _stack(bar: int, strokes: Sequence[int], boxes: Sequence[Box], generous: bool) -> Stack | None:
    """The fraction that stands on `bar`, if it may be one. `generous`: all that is wholly before it belongs there."""
    line = boxes[bar]
    others = [stroke for stroke in strokes if stroke != bar]
    if not others or line.height > FLATTEST * line.width:
        return None
    if line.width < SHORTEST * size_of([boxes[stroke] for stroke in others]):
        return None
    places: dict[str, list[int]] = {"before": [], "above": [], "below": []}
    for stroke in others:
        place = _place(boxes[stroke], line, generous)
        if place is None:
            return None
        places[place].append(stroke)
    if not places["above"] or not places["below"]:
        return None
    return Stack(tuple(places["before"]), tuple(places["above"]), bar, tuple(places["below"]))


def _place(box: Box, line: Box, generous: bool) -> Literal["before", "above", "below"] | None:
    """Where a stroke stands to a fraction's bar; None where it stands in no fraction's place."""
    slack = BESIDE * line.width
    across = box.top < line.top and box.bottom > line.bottom  # as a whole number before a fraction is
    level = line.top - slack < box.middle < line.bottom + slack  # as its minus is
    wholly = generous and box.right < line.left + slack / 2
    if wholly or (box.centre < line.left and (across or level)):
        return "before"
    if box.left > line.right - slack / 2 and (across or level):
        return None
    if min(line.middle - box.top, box.bottom - line.middle) > CROSSED * box.height:
        return None
    return "above" if box.middle < line.middle else "below"
