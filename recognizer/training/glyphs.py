"""Glyphs in bulk: flat arrays of pen steps, moved about as a hand does, rendered by the reader's own raster."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from recognizer.labels import DIGITS
from recognizer.raster import SIDE, Floats, normalise, segments, splat

SHRUNK = 0.15  # of the glyphs stand beside larger ones, as those of a fraction do
BACKWARDS, OUT_OF_ORDER = 0.20, 0.06  # of the glyphs have strokes drawn from their end, or in another order
DROPPED = 0.05  # of the digits of several strokes lack the last: a pen that hardly touched left none
SLANT, TURN, STRETCH, WAVE = 0.30, 0.20, 0.22, 0.9
RADII = (0.7, 1.8)


@dataclass(frozen=True, slots=True)
class Glyphs:
    """n glyphs: their steps (m, 4) in pixels, one after another; the stroke of each step; where each glyph begins."""

    steps: Floats
    stroke: np.ndarray  # (m,) int16, counted from 0 in each glyph
    begin: np.ndarray  # (n + 1,)
    label: np.ndarray  # (n,)
    share: Floats  # (n,) of 20 pixels that the longest side takes: less than 1 for marks small beside their digits

    def __len__(self) -> int:
        return len(self.label)

    def take(self, rows: np.ndarray) -> "Glyphs":
        counts = self.begin[rows + 1] - self.begin[rows]
        begin = np.concatenate([[0], np.cumsum(counts)])
        index = np.arange(begin[-1]) + np.repeat(self.begin[rows] - begin[:-1], counts)
        return Glyphs(self.steps[index], self.stroke[index], begin, self.label[rows], self.share[rows])

    @property
    def owner(self) -> np.ndarray:
        return np.repeat(np.arange(len(self)), np.diff(self.begin))


def gather(strokes: Iterable[Sequence[Floats]], labels: Iterable[int], share: Floats | None = None) -> Glyphs:
    """Glyphs of traced strokes."""
    pieces, numbers, counts = [], [], []
    for glyph in strokes:
        drawn = [segments(stroke) for stroke in glyph]
        pieces.extend(drawn)
        numbers.append(np.repeat(np.arange(len(drawn), dtype=np.int16), [len(piece) for piece in drawn]))
        counts.append(len(numbers[-1]))
    begin = np.concatenate([[0], np.cumsum(counts)]).astype(np.intp)
    owner = np.repeat(np.arange(len(counts)), counts)
    steps = normalise(np.concatenate(pieces), owner, len(counts))
    shares = np.ones(len(counts), np.float32) if share is None else share
    return Glyphs(steps, np.concatenate(numbers), begin, np.fromiter(labels, dtype=np.int64), shares)


def join(parts: Sequence[Glyphs]) -> Glyphs:
    begin = np.concatenate([[0], np.cumsum(np.concatenate([np.diff(part.begin) for part in parts]))])
    return Glyphs(
        np.concatenate([part.steps for part in parts]),
        np.concatenate([part.stroke for part in parts]),
        begin.astype(np.intp),
        np.concatenate([part.label for part in parts]),
        np.concatenate([part.share for part in parts]),
    )


def images(glyphs: Glyphs, radius: float | Floats) -> Floats:
    """(n, 6, 28, 28), as the reader renders them."""
    owner = glyphs.owner
    steps = normalise(glyphs.steps, owner, len(glyphs))
    small = (steps - SIDE / 2) * glyphs.share[owner, None] + SIDE / 2
    return splat(small, owner, radius, len(glyphs))


def varied(glyphs: Glyphs, rng: np.random.Generator) -> Glyphs:
    """The same signs by other hands: turned, slanted, stretched, wavy, their strokes a little out of place."""
    glyphs = _dropped(glyphs, rng)
    count = len(glyphs)
    owner = glyphs.owner
    turn, slant, stretch = (rng.normal(0, scale / 2, count) for scale in (TURN, SLANT, STRETCH))
    wide, tall = np.exp(stretch), np.exp(-stretch)
    cos, sin = np.cos(turn), np.sin(turn)
    matrix = np.stack(
        [
            np.stack([cos * wide, cos * slant - sin * tall], -1),
            np.stack([sin * wide, sin * slant + cos * tall], -1),
        ],
        1,
    ).astype(np.float32)  # (n, 2, 2)
    points = glyphs.steps.reshape(-1, 2, 2) - SIDE / 2
    points = np.einsum("mij,mpj->mpi", matrix[owner], points)
    points += _waves(points, owner, count, rng) + _misplaced(glyphs, rng)[:, None, :]
    share = np.where(rng.random(count) < SHRUNK, glyphs.share * rng.uniform(0.5, 1.0, count), glyphs.share)
    steps = points.reshape(-1, 4).astype(np.float32)
    return _redrawn(replace(glyphs, steps=steps, share=share.astype(np.float32)), rng)


def _dropped(glyphs: Glyphs, rng: np.random.Generator) -> Glyphs:
    """Some digits without their last stroke."""
    owner, starts = glyphs.owner, glyphs.begin[:-1]
    last = np.maximum.reduceat(glyphs.stroke, starts)
    several = last > np.minimum.reduceat(glyphs.stroke, starts)
    chosen = several & (glyphs.label < len(DIGITS)) & (rng.random(len(glyphs)) < DROPPED)
    kept = ~(chosen[owner] & (glyphs.stroke == last[owner]))
    begin = np.concatenate([[0], np.cumsum(np.bincount(owner[kept], minlength=len(glyphs)))])
    return replace(glyphs, steps=glyphs.steps[kept], stroke=glyphs.stroke[kept], begin=begin)


def _redrawn(glyphs: Glyphs, rng: np.random.Generator) -> Glyphs:
    """Some glyphs with strokes from end to beginning, all of them or each by chance; some in another order."""
    count, owner = len(glyphs), glyphs.owner
    strokes = int(glyphs.stroke.max()) + 1
    chance = rng.choice([0.5, 1.0], (count, 1)) * (rng.random((count, 1)) < BACKWARDS)
    backwards = (rng.random((count, strokes)) < chance)[owner, glyphs.stroke]
    mixed = rng.random((count, 1)) < OUT_OF_ORDER
    turn = np.where(mixed, rng.random((count, strokes)), np.arange(strokes))[owner, glyphs.stroke]
    along = np.where(backwards, -1, 1) * np.arange(len(owner))
    order = np.lexsort((along, turn, owner))
    steps = np.where(backwards[:, None], glyphs.steps[:, [2, 3, 0, 1]], glyphs.steps)
    return replace(glyphs, steps=steps[order], stroke=glyphs.stroke[order])


def reversed_strokes(glyphs: Glyphs) -> Glyphs:
    """Every stroke from its end to its beginning."""
    order = np.lexsort((-np.arange(len(glyphs.stroke)), glyphs.stroke, glyphs.owner))
    return replace(glyphs, steps=glyphs.steps[order][:, [2, 3, 0, 1]], stroke=glyphs.stroke[order])


def _waves(points: np.ndarray, owner: np.ndarray, count: int, rng: np.random.Generator) -> np.ndarray:
    """A slow wave along each axis, about half a wavelength over the glyph."""
    height = rng.normal(0, WAVE, (count, 1, 2))[owner]
    pitch = rng.uniform(0.08, 0.30, (count, 1, 2))[owner]
    phase = rng.uniform(0, 2 * np.pi, (count, 1, 2))[owner]
    waves: np.ndarray = height * np.sin(pitch * points[..., ::-1] + phase)
    return waves


def _misplaced(glyphs: Glyphs, rng: np.random.Generator) -> np.ndarray:
    """Each stroke off by half a pixel or so. Steps of one stroke move together."""
    strokes = int(glyphs.stroke.max()) + 1
    offsets = rng.normal(0, 0.5, (len(glyphs), strokes, 2)) * rng.integers(0, 2, (len(glyphs), 1, 1))
    moved: np.ndarray = offsets[glyphs.owner, glyphs.stroke]
    return moved
