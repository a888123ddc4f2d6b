"""What the net learns from: pools of glyphs by where they come from, and an epoch drawn from them."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from recognizer.labels import JUNK, LABELS
from recognizer.raster import STEPS_PER_SIDE, Floats
from recognizer.training import data
from recognizer.training.glyphs import Glyphs, gather, join

INK_SETS = ("pendigits", "unipen_symbols", "crohme_symbols")
PICTURES_AN_EPOCH = 15_000  # of MNIST's 60,000: enough for its shapes, too few to outweigh the pens
JUNK_AN_EPOCH = {"signs": 7_000, "groups": 5_000, "merges": 4_000, "scribbles": 1_000}
_JUNK = LABELS.index(JUNK)


@dataclass(frozen=True, slots=True)
class Corpus:
    digits: Glyphs
    junk: dict[str, Glyphs]
    pictures: np.ndarray  # (n, 28, 28) uint8
    picture_labels: np.ndarray


def corpus(rng: np.random.Generator) -> Corpus:
    """The train splits."""
    pictures, labels = data.mnist("train")
    return Corpus(digit_glyphs("train"), {**sign_glyphs("train"), "scribbles": scribbles(4_000, rng)}, pictures, labels)


def digit_glyphs(split: str) -> Glyphs:
    return _glyphs(data.digits(INK_SETS, split))


def sign_glyphs(split: str) -> dict[str, Glyphs]:
    every = 2 if split == "train" else 1
    return {
        "signs": join(
            [_glyphs(data.other_symbols(name, split, every=every)) for name in ("unipen_symbols", "crohme_symbols")]
        ),
        **({"groups": _glyphs(data.wrong_groups(split))} if split == "train" else {}),
    }


def epoch(pools: Corpus, rng: np.random.Generator) -> Glyphs:
    """Every digit once, and fresh junk beside them."""
    parts = [pools.digits, merges(pools.digits, JUNK_AN_EPOCH["merges"], rng)]
    for name, glyphs in pools.junk.items():
        parts.append(glyphs.take(rng.choice(len(glyphs), min(len(glyphs), JUNK_AN_EPOCH[name]), replace=False)))
    return join(parts)


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
    return Glyphs(steps, pairs.stroke + strokes * second, pairs.begin[::2], np.full(count, _JUNK))


def scribbles(count: int, rng: np.random.Generator) -> Glyphs:
    """Pens that wander, and a few dots."""
    return gather([[_wander(rng) for _ in range(rng.integers(1, 4))] for _ in range(count)], [_JUNK] * count)


def _wander(rng: np.random.Generator) -> Floats:
    if rng.random() < 0.05:
        return np.zeros((1, 2), np.float32)
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


def _glyphs(samples: Iterable[data.Sample]) -> Glyphs:
    kept = [(sample.strokes, LABELS.index(sample.text) if sample.text in LABELS else _JUNK) for sample in samples]
    return gather([strokes for strokes, _ in kept], [label for _, label in kept])
