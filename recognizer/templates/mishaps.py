"""What goes wrong with writing: strokes in, strokes out, the input untouched.

Each of them leaves the times rising, as a screen reports them.
"""

import itertools
from random import Random

from recognizer.templates.layout import PAD_HEIGHT, PAD_WIDTH, write
from recognizer.templates.pen import PEN_UP_MS, Pen, Strokes

PAUSE_MS = sum(PEN_UP_MS) / 2


def mirrored(strokes: Strokes) -> Strokes:
    """Left and right exchanged, in the same place: a child's 3 like an E."""
    left, _, right, _ = _box(strokes)
    return [[[round(left + right - x, 1), y, t] for x, y, t in stroke] for stroke in strokes]


def struck_out(strokes: Strokes, rng: Random) -> Strokes:
    """With one straight line through the ink, longer than what crosses a 7."""
    left, top, right, bottom = _box(strokes)
    tall = bottom - top
    middle, slope = (top + bottom) / 2, rng.uniform(-0.15, 0.15) * tall
    reach = max(0.1 * tall, (0.9 * tall - (right - left)) / 2)
    line = [(left - reach, middle + slope), (right + reach, middle - slope)]
    return [*strokes, _pen_after(strokes, rng).follow(line)]


def scratched_out(strokes: Strokes, rng: Random) -> Strokes:
    """With a zigzag over the ink."""
    left, top, right, bottom = _box(strokes)
    turns = rng.randint(7, 11)
    step = (right - left) / (turns - 1)
    inset = (bottom - top) * rng.uniform(0.05, 0.15)
    corners = [
        (left + turn * step + rng.uniform(-0.3, 0.3) * step, (bottom - inset, top + inset)[turn % 2])
        for turn in range(turns)
    ]
    return [*strokes, _pen_after(strokes, rng).follow(corners)]


def rewritten(wrong: str, right: str, rng: Random, *, width: float = PAD_WIDTH, height: float = PAD_HEIGHT) -> Strokes:
    """`wrong` in the left half of the pad, scratched out, and `right` written in the other half."""
    crossed = scratched_out(write(wrong, rng, width=width / 2, height=height), rng)
    written = write(right, rng, width=width / 2, height=height)
    return _in_turn([*crossed, *([[round(x + width / 2, 1), y, t] for x, y, t in stroke] for stroke in written)])


def backwards(strokes: Strokes) -> Strokes:
    """Every stroke from its end to its start, as small children draw them."""
    return [[[x, y, t] for (x, y, _), (_, _, t) in zip(reversed(stroke), stroke, strict=True)] for stroke in strokes]


def shuffled(strokes: Strokes, rng: Random) -> Strokes:
    """The strokes in any order: the 7 is crossed when all else is written."""
    return _in_turn(rng.sample(strokes, len(strokes)))


def with_stray_dot(strokes: Strokes, rng: Random, *, width: float = PAD_WIDTH, height: float = PAD_HEIGHT) -> Strokes:
    """With a touch of the palm near a corner of the pad, before, between or after the strokes."""
    across, down = rng.uniform(0.02, 0.08), rng.uniform(0.02, 0.08)
    corner = (rng.choice((across, 1 - across)) * width, rng.choice((down, 1 - down)) * height)
    at = rng.randint(0, len(strokes))
    return _in_turn([*strokes[:at], Pen(rng).follow([corner]), *strokes[at:]])


def _box(strokes: Strokes) -> tuple[float, float, float, float]:
    xs, ys = ([point[axis] for stroke in strokes for point in stroke] for axis in (0, 1))
    return min(xs), min(ys), max(xs), max(ys)


def _pen_after(strokes: Strokes, rng: Random) -> Pen:
    return Pen(rng, strokes[-1][-1][2] + PAUSE_MS)


def _in_turn(strokes: Strokes) -> Strokes:
    """Every stroke at its own pace, each after the one before it in the list."""
    spans = [stroke[-1][2] - stroke[0][2] + PAUSE_MS for stroke in strokes]
    starts = itertools.accumulate(spans[:-1], initial=0.0)
    return [
        [[x, y, round(start + t - stroke[0][2])] for x, y, t in stroke]
        for stroke, start in zip(strokes, starts, strict=True)
    ]
