"""From strokes to pixels: one path for training and serving.

A glyph keeps its aspect ratio, its longest side becomes 20 pixels and its centre of mass the middle of 28×28, as
MNIST has it (LeCun et al. 1998, III.A). Marks that are small beside the digits stay small: a point that filled
the picture would be a 0, and a comma a 1. Every pixel holds `clamp(radius + 0.5 − distance to the ink, 0, 1)`,
so neither the screen, its zoom nor the width of its pen can change what is read.

Beside the ink stand the directions of the pen, once without sense (cos 2θ, sin 2θ: the same for a stroke drawn
backwards), once with it (cos θ, sin θ), and when the pen came by, from −1 at the first point to 1 at the last.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.intp]

SIDE = 28
BOX = 20.0
RADIUS = 1.2
CHANNELS = 6  # ink, and ink times: cos 2θ, sin 2θ, cos θ, sin θ, the time
SENSELESS = 3  # of these channels, the first ones, know nothing of which way and when a stroke was drawn
STEPS_PER_SIDE = 24  # a stroke is kept as equal steps, this many to its longest side
MOST_STEPS = 10 * STEPS_PER_SIDE  # no sign is ten times as long as it is wide; a scribble may be
SMALL = 0.5  # of the size of an answer's digits: a glyph smaller than this is not magnified to 20 pixels
LEAST_SIDE = 1e-9  # a glyph smaller than this is a dot
LONGEST_STEP = 1.0  # pixels, after normalising
PORTION = 8_000  # steps rendered at once


def trace(points: Sequence[Sequence[float]] | npt.NDArray[np.float64]) -> Floats:
    """(m, 2): the stroke in equal steps, so that no reading depends on how often a screen samples."""
    xy = np.asarray([point[:2] for point in points], dtype=np.float64)
    lengths = np.hypot(*np.diff(xy, axis=0).T)
    reached = np.concatenate([[0.0], np.cumsum(lengths)])
    side = float(np.ptp(xy, axis=0).max())
    if side == 0.0:
        return xy[:1].astype(np.float32)
    steps = max(2, int(np.ceil(reached[-1] / side * STEPS_PER_SIDE - 1e-6)))
    along = np.linspace(0.0, reached[-1], min(steps, MOST_STEPS) + 1)
    return np.stack([np.interp(along, reached, xy[:, 0]), np.interp(along, reached, xy[:, 1])], 1).astype(np.float32)


def segments(traced: Floats) -> Floats:
    """(m − 1, 4) of x0, y0, x1, y1; a dot is one segment without length."""
    if len(traced) == 1:
        return np.concatenate([traced, traced], axis=1)
    return np.concatenate([traced[:-1], traced[1:]], axis=1)


def render(glyphs: Sequence[Sequence[Floats]], size: float | Floats = 0.0) -> Floats:
    """(n, 6, 28, 28) float32, ink = 1.0, of n glyphs: sequences of traced strokes.

    `size`: how tall a digit is beside each glyph, in the units of its strokes; 0 where nothing is beside it.
    """
    sizes = np.broadcast_to(np.asarray(size, dtype=np.float32), (len(glyphs),))
    images = np.zeros((len(glyphs), CHANNELS, SIDE, SIDE), np.float32)
    for first, end in _portions([sum(map(len, glyph)) for glyph in glyphs]):
        images[first:end] = _render(glyphs[first:end], sizes[first:end])
    return images


def _portions(lengths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Runs of glyphs of about PORTION steps, so that a page of scribbles needs no more memory than a digit."""
    first, steps = 0, 0
    for index, length in enumerate(lengths):
        if steps and steps + length > PORTION:
            yield first, index
            first, steps = index, 0
        steps += length
    if steps:
        yield first, len(lengths)


def _render(glyphs: Sequence[Sequence[Floats]], sizes: Floats) -> Floats:
    pieces = [segments(stroke) for glyph in glyphs for stroke in glyph]
    owners = [index for index, glyph in enumerate(glyphs) for _ in glyph]
    owner = np.repeat(np.asarray(owners, dtype=np.intp), [len(piece) for piece in pieces])
    steps = normalise(np.concatenate(pieces), owner, len(glyphs), SMALL * sizes)
    return splat(steps, owner, RADIUS, len(glyphs))


def normalise(steps: Floats, owner: Integers, count: int, least: float | Floats = 0.0) -> Floats:
    """The steps in pixels: longest side 20, centre of mass in the middle. `owner`: the glyph of each, ascending.

    A side shorter than `least` becomes as much shorter than 20 pixels.
    """
    starts = np.searchsorted(owner, np.arange(count))
    low = np.minimum.reduceat(np.minimum(steps[:, :2], steps[:, 2:]), starts)
    high = np.maximum.reduceat(np.maximum(steps[:, :2], steps[:, 2:]), starts)
    side = np.maximum((high - low).max(axis=1), least)
    scale = np.divide(BOX, side, out=np.zeros_like(side), where=side > LEAST_SIDE)
    steps = (steps - np.tile(low, 2)[owner]) * scale[owner, None]
    weight = np.hypot(steps[:, 2] - steps[:, 0], steps[:, 3] - steps[:, 1]) + 1e-6
    total = np.bincount(owner, weight, count)
    shift = np.stack(
        [np.bincount(owner, weight * (steps[:, a] + steps[:, a + 2]) / 2, count) / total for a in (0, 1)],
        axis=1,
    )
    return (steps + np.tile(SIDE / 2 - shift, 2)[owner]).astype(np.float32)


def splat(steps: Floats, owner: Integers, radius: float | Floats, count: int) -> Floats:
    """The images of steps in pixels. Only the pixels about a step are computed: an answer takes a millisecond."""
    radii = np.broadcast_to(np.asarray(radius, dtype=np.float32), (count,))[owner]
    near = int(np.ceil(float(radii.max()) + LONGEST_STEP / 2))  # whole pixels to look at on each side
    across = np.arange(-near, near + 1, dtype=np.float32)
    start, end = steps[:, :2], steps[:, 2:]
    way = end - start  # (m, 2)
    square = np.maximum((way**2).sum(axis=1), 1e-12)
    corner = np.floor((start + end) / 2)
    x = corner[:, :1] + across  # (m, k): the columns of pixels about each step
    y = corner[:, 1:] + across
    dx = x + 0.5 - start[:, :1]
    dy = y + 0.5 - start[:, 1:]
    share = (dx * way[:, :1])[:, None, :] + (dy * way[:, 1:])[:, :, None]  # (m, k, k): rows, then columns
    share = np.clip(share / square[:, None, None], 0.0, 1.0)
    distance = np.hypot(dx[:, None, :] - share * way[:, 0, None, None], dy[:, :, None] - share * way[:, 1, None, None])
    ink = np.clip(radii[:, None, None] + 0.5 - distance, 0.0, 1.0)
    inside = ((x >= 0) & (x < SIDE))[:, None, :] & ((y >= 0) & (y < SIDE))[:, :, None]
    step, row, column = np.nonzero(inside & (ink > 0.0))
    pixel = (owner[step] * SIDE + y[step, row].astype(np.intp)) * SIDE + x[step, column].astype(np.intp)
    return _gathered(pixel, ink[step, row, column], _told(way, square, owner, count)[:, step], count)


def _told(way: Floats, square: Floats, owner: Integers, count: int) -> Floats:
    """(5, m): what the channels beside the ink say of each step."""
    cos, sin = (way / np.sqrt(square)[:, None]).T
    number = np.bincount(owner, minlength=count)
    first = np.cumsum(number) - number
    time = 2 * (np.arange(len(owner)) - first[owner] + 0.5) / number[owner] - 1
    return np.stack([cos * cos - sin * sin, 2 * cos * sin, cos, sin, time]).astype(np.float32)


def _gathered(pixel: Integers, ink: Floats, told: Floats, count: int) -> Floats:
    """Images of touches: each pixel has the ink of the nearest, and the mean of what all tell, by their ink."""
    size = count * SIDE * SIDE
    images = np.zeros((CHANNELS, size), np.float32)
    np.maximum.at(images[0], pixel, ink)
    total = np.maximum(np.bincount(pixel, ink, size), 1e-6)
    for channel in range(1, CHANNELS):
        images[channel] = images[0] * (np.bincount(pixel, ink * told[channel - 1], size) / total)
    return np.ascontiguousarray(images.reshape(CHANNELS, count, SIDE, SIDE).swapaxes(0, 1))
