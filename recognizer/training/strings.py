"""Numbers put together of one writer's digits: what the real sets have too few of, with the grouping known."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from recognizer.raster import Floats
from recognizer.training.data import Sample


def strings(digits: Sequence[Sample], count: int, rng: np.random.Generator, *, most: int = 5) -> list[Sample]:
    """Numbers of 2 to `most` digits, some of them touching, some crossed late."""
    by_writer: dict[str, list[Sample]] = defaultdict(list)
    for digit in digits:
        by_writer[digit.writer].append(digit)
    writers = [hand for hand in by_writer.values() if len({digit.text for digit in hand}) > 3]
    return [_string(writers[int(rng.integers(len(writers)))], rng, most) for _ in range(count)]


def _string(hand: Sequence[Sample], rng: np.random.Generator, most: int) -> Sample:
    chosen = [hand[int(rng.integers(len(hand)))] for _ in range(rng.integers(2, most + 1))]
    spacing = rng.uniform(-0.02, 0.35)
    right, placed = 0.0, []
    for digit in chosen:
        low, high = _extent(digit.strokes)
        tall = max(high[1] - low[1], (high[0] - low[0]) / 2, 1e-6)
        scale = float(np.exp(rng.normal(0, 0.08))) / tall
        shift = np.array([right - low[0] * scale, rng.normal(0, 0.05) - (low[1] + high[1]) / 2 * scale])
        placed.append([(stroke * scale + shift).astype(np.float32) for stroke in digit.strokes])
        right += (high[0] - low[0]) * scale + spacing + rng.normal(0, 0.06)
    return _in_turn([digit.text for digit in chosen], placed, rng)


def _in_turn(texts: Sequence[str], placed: Sequence[Sequence[Floats]], rng: np.random.Generator) -> Sample:
    """The strokes in writing order: now and then the last stroke of a digit comes after the next digit."""
    order = [(at, stroke) for at, strokes in enumerate(placed) for stroke in range(len(strokes))]
    for place in range(len(order) - 1):
        at, stroke = order[place]
        if stroke and stroke == len(placed[at]) - 1 and rng.random() < 0.08:
            order[place], order[place + 1] = order[place + 1], order[place]
    groups: list[list[int]] = [[] for _ in placed]
    for index, (at, _) in enumerate(order):
        groups[at].append(index)
    return Sample(
        text="".join(texts),
        strokes=tuple(placed[at][stroke] for at, stroke in order),
        writer="",
        groups=tuple(map(tuple, groups)),
        symbols=tuple(texts),
    )


def _extent(strokes: Sequence[Floats]) -> tuple[np.ndarray, np.ndarray]:
    points = np.concatenate(strokes)
    return points.min(axis=0), points.max(axis=0)
