"""A pen in a child's hand: from a shape to strokes as a touch screen reports them.

A shape is drawn in a box one unit high, `y` downward: 0 is the top of a digit, 1 the line it stands on. A stroke
is a chain of *runs*, each a smooth curve through its points; two runs meet in a corner. A run of one point is a dot.
"""

import itertools
import math
from collections.abc import Sequence
from random import Random

Point = tuple[float, float]
Run = tuple[Point, ...]
StrokeTemplate = tuple[Run, ...]
Style = tuple[StrokeTemplate, ...]

Stroke = list[list[float]]  # [[x, y, t], …], t in ms from the start of the ink
Strokes = list[Stroke]

SAMPLE_MS = 12  # a touch screen reports 60 to 120 points a second
PEN_UP_MS = (90, 220)
SPEED = 1.1  # pad units a millisecond, in the middle of a stroke


class Hand:
    """Puts the points of one shape onto the pad: size, slant, a small turn, a wandering baseline."""

    def __init__(self, rng: Random, tall: float, slant: float, left: float, top: float) -> None:
        self.tall = tall * rng.uniform(0.94, 1.06)
        self.slant = slant + rng.gauss(0, 0.02)
        self.turn = rng.gauss(0, 0.03)
        self.left = left
        self.top = top + rng.gauss(0, 0.02) * tall

    def at(self, point: Point) -> Point:
        x, y = point[0] + self.slant * (0.5 - point[1]), point[1] - 0.5
        turned = (
            x * math.cos(self.turn) - y * math.sin(self.turn),
            x * math.sin(self.turn) + y * math.cos(self.turn),
        )
        return self.left + turned[0] * self.tall, self.top + (turned[1] + 0.5) * self.tall


class Pen:
    """Draws one stroke after another; `clock` is the time, in ms, at which the next one may begin."""

    def __init__(self, rng: Random, clock: float = 0.0) -> None:
        self.rng = rng
        self.clock = clock

    def draw(self, style: Style, hand: Hand) -> Strokes:
        return [self._stroke([hand.at(point) for point in self._shaken(template)]) for template in style]

    def follow(self, corners: Sequence[Point]) -> Stroke:
        """One smooth stroke through points of the pad."""
        return self._stroke(_curve(corners))

    def _shaken(self, template: StrokeTemplate) -> list[Point]:
        """One stroke with an unsteady hand: points off by a hundredth of the height, corners kept."""
        moved: dict[Point, Point] = {}
        points: list[Point] = []
        for run in template:
            for x, y in run:
                moved.setdefault((x, y), (x + self.rng.gauss(0, 0.012), y + self.rng.gauss(0, 0.012)))
            points.extend(_curve([moved[point] for point in run]))
        return points

    def _stroke(self, points: Sequence[Point]) -> Stroke:
        stroke, self.clock = _timed(points, self.clock)
        self.clock += self.rng.uniform(*PEN_UP_MS)
        return stroke


def width_of(style: Style) -> float:
    return max(x for stroke in style for run in stroke for x, _ in run)


def _curve(points: Sequence[Point], steps: int = 12) -> list[Point]:
    """A Catmull-Rom spline through the points, the ends repeated."""
    padded = [points[0], *points, points[-1]]
    drawn = [points[0]]
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        drawn.extend(_between(a, b, c, d, step / steps) for step in range(1, steps + 1))
    return drawn


def _between(a: Point, b: Point, c: Point, d: Point, u: float) -> Point:
    weights = (
        (-u + 2 * u**2 - u**3) / 2,
        (2 - 5 * u**2 + 3 * u**3) / 2,
        (u + 4 * u**2 - 3 * u**3) / 2,
        (u**3 - u**2) / 2,
    )
    corners = (a, b, c, d)
    return (
        sum(weight * corner[0] for weight, corner in zip(weights, corners, strict=True)),
        sum(weight * corner[1] for weight, corner in zip(weights, corners, strict=True)),
    )


def _timed(points: Sequence[Point], clock: float) -> tuple[Stroke, float]:
    """The stroke as a screen samples it, slow at both ends; and the time at which the pen leaves it."""
    if len(points) == 1:
        ((x, y),) = points
        return [[round(x, 1), round(y, 1), round(clock)]], clock + SAMPLE_MS
    reached = [0.0]
    for before, after in itertools.pairwise(points):
        reached.append(reached[-1] + math.dist(before, after))
    length = reached[-1]
    samples = max(4, round(1.4 * length / SPEED / SAMPLE_MS))
    stroke = []
    index = 0
    for sample in range(samples + 1):
        along = length * (1 - math.cos(math.pi * sample / samples)) / 2
        along = 0.5 * along + 0.5 * length * sample / samples
        while index < len(points) - 2 and reached[index + 1] < along:
            index += 1
        span = reached[index + 1] - reached[index]
        share = (along - reached[index]) / span if span else 0.0
        (x0, y0), (x1, y1) = points[index], points[index + 1]
        stroke.append(
            [
                round(x0 + share * (x1 - x0), 1),
                round(y0 + share * (y1 - y0), 1),
                round(clock + sample * SAMPLE_MS),
            ]
        )
    return stroke, clock + samples * SAMPLE_MS
