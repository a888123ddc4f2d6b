"""Crossings-out: a zigzag over what was written takes it back, and so may a line through it."""

from collections.abc import Sequence

import numpy as np

from recognizer.layout import size_of
from recognizer.raster import Floats
from recognizer.segment import Box

DENSEST = 3.2  # lengths of its box's half circumference: no symbol has as much ink in so little room
DENSE = 1.5  # of a zigzag; a trembling line has as much as its box
TURNS = 5  # of the pen, to and fro: an 8 has three
STRAIGHT = 0.93  # of its length, from end to end
STRIKING = 0.5  # of the digits' size, at least, and twice as wide as high
BEYOND = 0.05  # of the digits' size, on both sides of what is struck: the arm of a 4 begins at its edge
MIDDLE = 0.2  # of its height from the top and the bottom, where a line through ink is no underline
TALL = 0.4  # of the digits' size: what is lower is no digit to be struck
COVERED = 0.5  # of a stroke's box under the crossing, to be crossed out


def crossed_out(strokes: Sequence[Floats]) -> frozenset[int]:
    """The strokes that are crossings-out or lie under one."""
    boxes = [Box.of(stroke) for stroke in strokes]
    crossings = [index for index, stroke in enumerate(strokes) if _is_crossing(stroke, boxes[index])]
    under = {
        index
        for crossing in crossings
        for index in range(crossing)
        if _covered(boxes[index], boxes[crossing]) >= COVERED
    }
    return frozenset(under | set(crossings)) if under else frozenset()


def struck(strokes: Sequence[Floats]) -> frozenset[int]:
    """The straight lines through what was written before them. The bar of a 7 is one too."""
    boxes = [Box.of(stroke) for stroke in strokes]
    size = size_of(boxes)
    return frozenset(index for index in range(1, len(strokes)) if _strikes(strokes[index], boxes[: index + 1], size))


def _strikes(line: Floats, boxes: Sequence[Box], size: float) -> bool:
    """Whether a stroke, the last of `boxes`, goes through others and out on both sides."""
    *before, own = boxes
    if own.width < max(STRIKING * size, 2 * own.height) or not _is_straight(line):
        return False
    (left, start), (right, end) = sorted(line[[0, -1]].tolist())
    under = []
    for box in before:
        if box.height > TALL * size and left < box.centre < right:
            y = start + (end - start) * (box.centre - left) / (right - left)
            if box.top + MIDDLE * box.height < y < box.bottom - MIDDLE * box.height:
                under.append(box)
    if not under:
        return False
    ink = Box.around_all(under)
    return ink.left - own.left > BEYOND * size and own.right - ink.right > BEYOND * size


def _is_straight(line: Floats) -> bool:
    length = float(np.hypot(*np.diff(line, axis=0).T).sum())
    return float(np.hypot(*(line[-1] - line[0]))) > STRAIGHT * length


def _is_crossing(stroke: Floats, box: Box) -> bool:
    if len(stroke) < 2:
        return False
    length = float(np.hypot(*np.diff(stroke, axis=0).T).sum())
    dense = length > DENSEST * (box.width + box.height)
    return dense or (length > DENSE * (box.width + box.height) and _turns(stroke, box) >= TURNS)


def _turns(stroke: Floats, box: Box) -> int:
    """How often the pen turns back along the axis that it swings on, by a third of the box or more."""
    return max(_swings(stroke[:, 0], box.width), _swings(stroke[:, 1], box.height))


def _swings(along: Floats, side: float) -> int:
    turns, extreme, rising = 0, float(along[0]), None
    for value in along.tolist():
        if rising is not False and value < extreme - side / 3:
            turns, extreme, rising = turns + (rising is True), value, False
        elif rising is not True and value > extreme + side / 3:
            turns, extreme, rising = turns + (rising is False), value, True
        elif (rising and value > extreme) or (rising is False and value < extreme):
            extreme = value
    return turns


def _covered(box: Box, by: Box) -> float:
    """The share of a box under another; of a flat or thin one, of its length."""
    wide, tall = max(box.width, 1e-6), max(box.height, 1e-6)
    across = min(box.right, by.right) - max(box.left, by.left)
    down = min(box.bottom, by.bottom) - max(box.top, by.top)
    return max(0.0, min(1.0, across / wide) if box.width > 1e-6 else float(across >= 0)) * max(
        0.0, min(1.0, down / tall) if box.height > 1e-6 else float(down >= 0)
    )
