"""The same ink in harder circumstances: turned, slanted, trembling, sampled seldom, written backwards …"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from recognizer.training.evaluation.answers import Answer, Points, Strokes

Generator = np.random.Generator
Change = Callable[[Strokes, float, Generator], Strokes]


@dataclass(frozen=True, slots=True)
class Series:
    """One circumstance by degrees. The first amount changes nothing."""

    name: str
    unit: str
    amounts: tuple[float, ...]
    change: Change

    def applied(self, answers: Sequence[Answer], amount: float, rng: Generator) -> list[Answer]:
        return [replace(answer, strokes=self.change(answer.strokes, amount, rng)) for answer in answers]


def turned(strokes: Strokes, degrees: float, rng: Generator) -> Strokes:
    """Clockwise on the screen, where y grows downward."""
    angle = np.radians(degrees)
    return _mapped(strokes, np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]))


def slanted(strokes: Strokes, share: float, rng: Generator) -> Strokes:
    """The top moved to the right by a share of the height."""
    return _mapped(strokes, np.array([[1.0, -share], [0.0, 1.0]]))


def widened(strokes: Strokes, factor: float, rng: Generator) -> Strokes:
    return _mapped(strokes, np.diag([factor, 1.0]))


def enlarged(strokes: Strokes, factor: float, rng: Generator) -> Strokes:
    return _mapped(strokes, np.diag([factor, factor]))


def mirrored(strokes: Strokes) -> Strokes:
    """As in a mirror: left is right."""
    return _mapped(strokes, np.diag([-1.0, 1.0]))


def trembling(strokes: Strokes, percent: float, rng: Generator) -> Strokes:
    """Every point off its place, by a normal error of so many percent of the height."""
    off = percent / 100 * height(strokes)
    return tuple(stroke + rng.normal(0.0, off, stroke.shape) for stroke in strokes)


def thinned(strokes: Strokes, every: float, rng: Generator) -> Strokes:
    """Only each `every`-th point and the last, as a slow screen samples."""
    step = int(every)
    return tuple(np.concatenate([stroke[:-1:step], stroke[-1:]]) for stroke in strokes)


def backwards(strokes: Strokes, share: float, rng: Generator) -> Strokes:
    """A share of the strokes drawn from their end to their beginning, as small children do."""
    return tuple(stroke[::-1] if rng.random() < share else stroke for stroke in strokes)


def shuffled(strokes: Strokes, yes: float, rng: Generator) -> Strokes:
    """The strokes in any order."""
    return tuple(strokes[at] for at in rng.permutation(len(strokes))) if yes else strokes


def height(strokes: Strokes) -> float:
    """Of the ink; of flat ink, a share of its width."""
    across, down = np.ptp(np.concatenate(strokes), axis=0).tolist()
    return float(max(down, across / 8))


SERIES = (
    Series("turned", "degrees", (0.0, -30.0, -20.0, -10.0, -5.0, 5.0, 10.0, 20.0, 30.0), turned),
    Series("slanted", "share of the height", (0.0, -0.6, -0.3, 0.3, 0.6), slanted),
    Series("widened", "times", (1.0, 0.5, 0.7, 1.4, 2.0), widened),
    Series("trembling", "% of the height", (0.0, 1.0, 2.0, 3.0, 4.0), trembling),
    Series("sampled seldom", "points, one kept", (1.0, 2.0, 4.0, 8.0), thinned),
    Series("enlarged", "times", (1.0, 0.01, 10.0), enlarged),
    Series("strokes backwards", "share of the strokes", (0.0, 0.5, 1.0), backwards),
    Series("strokes in any order", "", (0.0, 1.0), shuffled),
)


def _mapped(strokes: Strokes, matrix: Points) -> Strokes:
    """By a linear map about the middle of the ink."""
    points = np.concatenate(strokes)
    middle = (points.min(axis=0) + points.max(axis=0)) / 2
    return tuple((stroke - middle) @ matrix.T + middle for stroke in strokes)
