"""Ink that is no answer: scribbles and drawings by rule, and real digits that were crossed out again."""

from collections.abc import Callable, Sequence
from random import Random

import numpy as np

from recognizer import templates
from recognizer.templates import DRAWINGS, mishaps
from recognizer.templates.pen import Strokes
from recognizer.training.evaluation.answers import Answer

FIRST_SEED = 3_000_000  # the scribbles that odds and thresholds are fitted to have lower ones
TALL = 300.0  # pad units: what crosses a digit out is drawn at this size


def scribbles(count: int) -> list[Answer]:
    return [_nothing(templates.scribble(Random(FIRST_SEED + at))) for at in range(count)]


def drawings(count: int) -> list[Answer]:
    """What children draw into an empty box, each in turn."""
    names = list(DRAWINGS)
    return [_nothing(templates.drawing(Random(FIRST_SEED + at), name=names[at % len(names)])) for at in range(count)]


def struck_out(answers: Sequence[Answer]) -> list[Answer]:
    """With one straight line through them."""
    return _spoilt(answers, mishaps.struck_out)


def scratched_out(answers: Sequence[Answer]) -> list[Answer]:
    """With a zigzag over them."""
    return _spoilt(answers, mishaps.scratched_out)


def _spoilt(answers: Sequence[Answer], spoil: Callable[[Strokes, Random], Strokes]) -> list[Answer]:
    return [_nothing(spoil(_on_pad(answer), Random(FIRST_SEED + at))) for at, answer in enumerate(answers)]


def _on_pad(answer: Answer) -> Strokes:
    """The ink in pad units, at no time."""
    points = np.concatenate(answer.strokes)
    low = points.min(axis=0)
    scale = TALL / max(float(np.ptp(points, axis=0).max()), 1e-9)
    return [[[x, y, 0.0] for x, y in ((stroke - low) * scale).tolist()] for stroke in answer.strokes]


def _nothing(strokes: Strokes) -> Answer:
    return Answer(None, tuple(np.array([point[:2] for point in stroke], dtype=np.float64) for stroke in strokes))
