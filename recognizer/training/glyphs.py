"""Glyphs in bulk: flat arrays of pen steps, moved about as a hand does, rendered by the reader's own raster."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from recognizer.raster import SIDE, Floats, normalise, segments, splat

SLANT, TURN, STRETCH, WAVE = 0.30, 0.20, 0.22, 0.9
RADII = (0.7, 1.8)


@dataclass(frozen=True, slots=True)
class Glyphs:
    """n glyphs: their steps (m, 4) in pixels, one after another; the stroke of each step; where each glyph begins."""

    steps: Floats
    stroke: np.ndarray  # (m,) int16, counted from 0 in each glyph
    begin: np.ndarray  # (n + 1,)
    label: np.ndarray  # (n,)

    def __len__(self) -> int:
        return len(self.label)

    def take(self, rows: np.ndarray) -> "Glyphs":
        counts = self.begin[rows + 1] - self.begin[rows]
        begin = np.concatenate([[0], np.cumsum(counts)])
        index = np.arange(begin[-1]) + np.repeat(self.begin[rows] - begin[:-1], counts)
        return Glyphs(self.steps[index], self.stroke[index], begin, self.label[rows])

    @property
    def owner(self) -> np.ndarray:
        return np.repeat(np.arange(len(self)), np.diff(self.begin))


def gather(strokes: Iterable[Sequence[Floats]], labels: Iterable[int]) -> Glyphs:
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
    return Glyphs(steps, np.concatenate(numbers), begin, np.fromiter(labels, dtype=np.int64))


def join(parts: Sequence[Glyphs]) -> Glyphs:
    begin = np.concatenate([[0], np.cumsum(np.concatenate([np.diff(part.begin) for part in parts]))])
    return Glyphs(
        np.concatenate([part.steps for part in parts]),
        np.concatenate([part.stroke for part in parts]),
        begin.astype(np.intp),
        np.concatenate([part.label for part in parts]),
    )


def images(glyphs: Glyphs, radius: float | Floats) -> Floats:
    """(n, 3, 28, 28), as the reader renders them."""
    owner = glyphs.owner
    return splat(normalise(glyphs.steps, owner, len(glyphs)), owner, radius, len(glyphs))


def varied(glyphs: Glyphs, rng: np.random.Generator) -> Glyphs:
    """The same signs by other hands: turned, slanted, stretched, wavy, their strokes a little out of place."""
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
    return Glyphs(points.reshape(-1, 4).astype(np.float32), glyphs.stroke, glyphs.begin, glyphs.label)


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
