"""Glyphs put together for training: what is no symbol, and signs that no source has."""

from collections.abc import Sequence

import numpy as np

from recognizer.labels import JUNK, LABELS
from recognizer.raster import STEPS_PER_SIDE, Floats, trace
from recognizer.training.data import Sample
from recognizer.training.glyphs import Glyphs, gather

_JUNK = LABELS.index(JUNK)


def merges(digits: Glyphs, count: int, rng: np.random.Generator) -> Glyphs:
    """Two digits side by side, which together are no digit."""
    pairs = digits.take(rng.integers(0, len(digits), 2 * count))
    starts = pairs.begin[:-1]
    left = np.minimum.reduceat(pairs.steps[:, 0::2].min(axis=1), starts)
    right = np.maximum.reduceat(pairs.steps[:, 0::2].max(axis=1), starts)
    shift = np.zeros(2 * count, np.float32)
    shift[1::2] = right[0::2] - left[1::2] + rng.uniform(-1.0, 8.0, count)
    steps = pairs.steps.copy()
    steps[:, 0::2] += shift[pairs.owner, None]
    second = (pairs.owner % 2).astype(np.int16)
    strokes = int(pairs.stroke.max()) + 1
    return Glyphs(
        steps, pairs.stroke + strokes * second, pairs.begin[::2], np.full(count, _JUNK), np.ones(count, np.float32)
    )


def crossed_out(digits: Glyphs, count: int, rng: np.random.Generator) -> Glyphs:
    """Digits with a zigzag over them: what was taken back is no answer."""
    chosen = digits.take(rng.integers(0, len(digits), count))
    strokes = [[*_strokes(chosen, at), _zigzag(np.concatenate(_strokes(chosen, at)), rng)] for at in range(count)]
    return gather(strokes, [_JUNK] * count)


def slashed_zeros(zeros: Glyphs, count: int, rng: np.random.Generator) -> Glyphs:
    """Zeros with a line through them, as engineers and some schools write them."""
    chosen = zeros.take(rng.integers(0, len(zeros), count))
    strokes = [[*_strokes(chosen, at), _slash(np.concatenate(_strokes(chosen, at)), rng)] for at in range(count)]
    return gather(strokes, [LABELS.index("0")] * count)


def scribbles(count: int, rng: np.random.Generator) -> Glyphs:
    """Pens that wander."""
    return gather([[_wander(rng) for _ in range(rng.integers(1, 4))] for _ in range(count)], [_JUNK] * count)


def currency(symbol: str, letters: Sequence[Sample], count: int, rng: np.random.Generator) -> Glyphs:
    """`$`, `£` and `€` as people write them: an S, an L or a C with bars. `letters`: single letters, traced."""
    letter, bars = {"$": ("S", "|"), "£": ("L", "-"), "€": ("C", "--")}[symbol]
    hands = [sample for sample in letters if sample.text == letter]
    strokes = []
    for _ in range(count):
        written = hands[int(rng.integers(len(hands)))].strokes
        points = np.concatenate(written)
        low, side = points.min(axis=0), np.maximum(np.ptp(points, axis=0), 1e-6)
        shapes = [(stroke - low) / side for stroke in written]
        drawn = [_pound(rng)] if symbol == "£" and rng.random() < 0.7 else shapes
        heights = np.sort(rng.uniform(0.35, 0.65, len(bars)))
        marks = [_bar(bar, at, symbol, rng) for bar, at in zip(bars, heights, strict=True)]
        if symbol == "$" and rng.random() < 0.25:
            marks.append(_bar("|", 0.0, symbol, rng))
        wide = rng.uniform(0.5, 0.85)
        strokes.append([trace((stroke * [wide, 1.0]).tolist()) for stroke in [*drawn, *marks]])
    return gather(strokes, [LABELS.index(symbol)] * count)


def _bar(kind: str, at: float, symbol: str, rng: np.random.Generator) -> Floats:
    if kind == "|":
        x = rng.uniform(0.35, 0.65)
        return np.array([[x, rng.uniform(-0.25, 0.0)], [x + rng.normal(0, 0.08), rng.uniform(1.0, 1.25)]], np.float32)
    start, end = (rng.uniform(-0.35, 0.0), rng.uniform(0.55, 0.95))
    y = at if symbol == "€" else rng.uniform(0.45, 0.65)
    return np.array([[start, y], [end, y + rng.normal(0, 0.05)]], np.float32)


def _pound(rng: np.random.Generator) -> Floats:
    """The body of a `£`: a hook, a stem, a loop or none, and a foot."""
    corners = np.array(
        [[0.85, 0.22], [0.66, 0.02], [0.40, 0.10], [0.36, 0.45], [0.38, 0.75], [0.22, 0.98], [0.02, 0.92],
         [0.16, 0.82], [0.45, 0.97], [0.75, 1.0], [0.95, 0.88]]
    )  # fmt: skip
    if rng.random() < 0.5:
        corners = np.delete(corners, [6, 7], axis=0)
    return _smooth(corners + rng.normal(0, 0.04, corners.shape))


def _zigzag(points: Floats, rng: np.random.Generator) -> Floats:
    """To and fro over ink, from left to right or from top to bottom."""
    low, high = points.min(axis=0), points.max(axis=0)
    turns = int(rng.integers(4, 12))
    along = np.linspace(rng.uniform(-0.1, 0.1), rng.uniform(0.9, 1.1), turns)
    across = np.where(np.arange(turns) % 2, rng.uniform(-0.1, 0.2, turns), rng.uniform(0.8, 1.1, turns))
    corners = np.stack([along, across] if rng.random() < 0.6 else [across, along], axis=1)
    corners += rng.normal(0, 0.05, corners.shape)
    side = np.maximum(high - low, 0.4 * (high - low).max())
    return _smooth(low + (corners * side))


def _slash(points: Floats, rng: np.random.Generator) -> Floats:
    """A line through the middle, rising to the right, or level."""
    low, high = points.min(axis=0), points.max(axis=0)
    middle, half = (low + high) / 2, (high - low) / 2 * rng.uniform(0.7, 1.25, 2)
    if rng.random() < 0.25:
        half[1] *= rng.uniform(-0.15, 0.15)
    return trace([middle + half * [-1, 1], middle + half * [1, -1]])


def _strokes(glyphs: Glyphs, at: int) -> list[Floats]:
    """The traced strokes of one glyph."""
    steps = glyphs.steps[glyphs.begin[at] : glyphs.begin[at + 1]]
    numbers = glyphs.stroke[glyphs.begin[at] : glyphs.begin[at + 1]]
    return [_points(steps[numbers == number]) for number in np.unique(numbers)]


def _points(steps: Floats) -> Floats:
    """The traced stroke that these steps came from."""
    return np.concatenate([steps[:, :2], steps[-1:, 2:]])


def _wander(rng: np.random.Generator) -> Floats:
    turns = rng.integers(5, 22)
    corners = rng.normal(0, 1, (turns, 2)) * np.exp(rng.normal(0, 0.4, 2))
    corners += np.linspace(0, rng.uniform(0, 4), turns)[:, None] * [1, 0]
    return _smooth(corners)


def _smooth(corners: np.ndarray) -> Floats:
    """Through the corners, in steps fine enough, rounded."""
    steps = STEPS_PER_SIDE // 3
    at = np.linspace(0, len(corners) - 1, steps * len(corners))
    line = np.stack([np.interp(at, np.arange(len(corners)), corners[:, axis]) for axis in (0, 1)], axis=1)
    kernel = np.hanning(steps + 2)[1:-1]
    padded = np.pad(line, ((steps, steps), (0, 0)), mode="edge")
    smooth = np.stack([np.convolve(padded[:, axis], kernel / kernel.sum(), mode="same") for axis in (0, 1)], axis=1)
    return smooth[steps:-steps].astype(np.float32)
