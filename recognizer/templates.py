"""Digits written by rule, for wherever there must be ink and nobody to write it.

The demo school, the tests and the browser tests draw with these strokes. The shapes were made for this
project: no person's handwriting is in them, and no reader was trained on them.

A template is drawn in a box one unit high, `y` downward. A stroke is a chain of *runs*, each a smooth curve
through its points; two runs meet in a corner.
"""

import itertools
import math
from collections.abc import Sequence
from random import Random

Point = tuple[float, float]
Run = tuple[Point, ...]
StrokeTemplate = tuple[Run, ...]
Style = tuple[StrokeTemplate, ...]

PAD_WIDTH, PAD_HEIGHT = 1000.0, 600.0
SAMPLE_MS = 12  # a touch screen reports 60 to 120 points a second
PEN_UP_MS = (90, 220)
SPEED = 1.1  # pad units a millisecond, in the middle of a stroke

_DOWN_THE_FIVE: Run = ((0.12, 0.02), (0.10, 0.22), (0.08, 0.44))
_BELLY_OF_THE_FIVE: Run = ((0.08, 0.44), (0.30, 0.36), (0.52, 0.50), (0.53, 0.76), (0.32, 0.99), (0.04, 0.91))
_BELLY_OF_THE_THREE: Run = (
    (0.22, 0.45),
    (0.45, 0.53),
    (0.54, 0.75),
    (0.38, 0.97),
    (0.14, 0.98),
    (0.00, 0.86),
)

STYLES: dict[str, tuple[Style, ...]] = {
    "0": (
        ((((0.36, 0.02), (0.14, 0.13), (0.03, 0.50), (0.10, 0.84), (0.29, 1.00), (0.49, 0.86), (0.57, 0.50),
           (0.49, 0.14), (0.32, 0.02)),),),
        ((((0.30, 0.00), (0.08, 0.20), (0.02, 0.55), (0.14, 0.92), (0.36, 0.99), (0.56, 0.75), (0.58, 0.38),
           (0.44, 0.06), (0.24, 0.05)),),),
    ),
    "1": (
        ((((0.28, 0.00), (0.28, 0.50), (0.27, 1.00)),),),
        ((((0.10, 0.24), (0.31, 0.00)), ((0.31, 0.00), (0.30, 0.50), (0.29, 1.00))),),
        ((((0.08, 0.20), (0.30, 0.00)), ((0.30, 0.00), (0.30, 1.00))), (((0.06, 1.00), (0.54, 0.99)),)),
    ),
    "2": (
        ((((0.05, 0.22), (0.20, 0.03), (0.42, 0.05), (0.52, 0.26), (0.40, 0.54), (0.20, 0.80), (0.02, 0.98)),
          ((0.02, 0.98), (0.30, 0.97), (0.60, 0.98))),),
        ((((0.08, 0.18), (0.26, 0.00), (0.48, 0.12), (0.48, 0.40), (0.28, 0.74), (0.08, 0.97), (0.02, 0.86),
           (0.16, 0.80), (0.36, 0.95), (0.60, 0.94)),),),
    ),
    "3": (
        ((((0.05, 0.13), (0.24, 0.00), (0.46, 0.10), (0.46, 0.32), (0.22, 0.45)), _BELLY_OF_THE_THREE),),
        ((((0.05, 0.03), (0.52, 0.02)), ((0.52, 0.02), (0.36, 0.24), (0.22, 0.42)), _BELLY_OF_THE_THREE),),
    ),
    "4": (
        ((((0.20, 0.00), (0.12, 0.32), (0.03, 0.62)), ((0.03, 0.62), (0.32, 0.61), (0.62, 0.59))),
         (((0.45, 0.22), (0.44, 0.60), (0.42, 1.00)),)),
        ((((0.42, 0.00), (0.22, 0.34), (0.01, 0.67)), ((0.01, 0.67), (0.32, 0.66), (0.64, 0.66))),
         (((0.43, 0.02), (0.43, 0.50), (0.42, 1.00)),)),
    ),
    "5": (
        ((((0.52, 0.02), (0.12, 0.02)), _DOWN_THE_FIVE, _BELLY_OF_THE_FIVE),),
        ((_DOWN_THE_FIVE, _BELLY_OF_THE_FIVE), (((0.12, 0.03), (0.54, 0.01)),)),
    ),
    "6": (
        ((((0.44, 0.00), (0.20, 0.24), (0.05, 0.62), (0.12, 0.92), (0.33, 1.00), (0.53, 0.84), (0.48, 0.60),
           (0.26, 0.53), (0.07, 0.72)),),),
        ((((0.34, 0.00), (0.14, 0.30), (0.04, 0.68), (0.20, 0.98), (0.44, 0.94), (0.54, 0.74), (0.40, 0.56),
           (0.18, 0.60), (0.06, 0.78)),),),
    ),
    "7": (
        ((((0.03, 0.03), (0.30, 0.03), (0.57, 0.02)), ((0.57, 0.02), (0.36, 0.50), (0.22, 1.00))),),
        ((((0.03, 0.03), (0.30, 0.03), (0.57, 0.02)), ((0.57, 0.02), (0.38, 0.48), (0.24, 1.00))),
         (((0.16, 0.50), (0.56, 0.48)),)),
    ),
    "8": (
        ((((0.46, 0.12), (0.28, 0.00), (0.09, 0.14), (0.16, 0.38), (0.41, 0.56), (0.53, 0.80), (0.30, 1.00),
           (0.06, 0.83), (0.16, 0.57), (0.41, 0.38), (0.50, 0.18), (0.42, 0.06)),),),
        ((((0.30, 0.46), (0.12, 0.34), (0.12, 0.10), (0.30, 0.00), (0.47, 0.11), (0.46, 0.34), (0.29, 0.47),
           (0.08, 0.60), (0.05, 0.84), (0.28, 1.00), (0.52, 0.86), (0.50, 0.60), (0.28, 0.46)),),),
    ),
    "9": (
        ((((0.50, 0.16), (0.30, 0.01), (0.08, 0.16), (0.10, 0.42), (0.30, 0.50), (0.49, 0.34), (0.52, 0.10)),
          ((0.52, 0.10), (0.51, 0.55), (0.47, 1.00))),),
        ((((0.48, 0.12), (0.26, 0.00), (0.06, 0.20), (0.14, 0.45), (0.38, 0.44), (0.52, 0.18), (0.52, 0.52),
           (0.38, 0.94), (0.10, 0.97)),),),
    ),
}  # fmt: skip


def write(text: str, rng: Random, *, width: float = PAD_WIDTH, height: float = PAD_HEIGHT) -> list[list[list[float]]]:
    """One person writing `text` (digits) on a pad: strokes `[[[x, y, t], …], …]`, t in ms from the start.

    The same seed writes the same strokes. Raises KeyError for a character without a template.
    """
    tall = min(height * rng.uniform(0.46, 0.60), 0.9 * width / (0.86 * max(1, len(text))))
    slant = rng.uniform(-0.06, 0.20)
    gap = rng.uniform(0.18, 0.26)
    digits = [rng.choice(STYLES[character]) for character in text]
    long = sum(_width(style) + gap for style in digits) - gap
    left = (width - long * tall) / 2 + rng.uniform(-0.03, 0.03) * width
    top = (height - tall) / 2 + rng.uniform(-0.05, 0.05) * height
    clock = 0.0
    strokes = []
    for style in digits:
        place = _Hand(rng, tall, slant, left, top)
        for template in style:
            points = [place.at(point) for point in _drawn(template, rng)]
            stroke, clock = _timed(points, clock)
            strokes.append(stroke)
            clock += rng.uniform(*PEN_UP_MS)
        left += (_width(style) + gap) * tall
    return strokes


def scribble(rng: Random, *, width: float = PAD_WIDTH, height: float = PAD_HEIGHT) -> list[list[list[float]]]:
    """Ink that says nothing: a few strokes to and fro over the middle of the pad."""
    clock = 0.0
    strokes = []
    for _ in range(rng.randint(1, 3)):
        middle = (width * rng.uniform(0.4, 0.6), height * rng.uniform(0.4, 0.6))
        reach = (width * rng.uniform(0.12, 0.22), height * rng.uniform(0.15, 0.3))
        corners = [
            (
                middle[0] + rng.uniform(-1, 1) * reach[0],
                middle[1] + (-1) ** turn * rng.uniform(0.3, 1) * reach[1],
            )
            for turn in range(rng.randint(9, 16))
        ]
        stroke, clock = _timed(_curve(corners), clock)
        strokes.append(stroke)
        clock += rng.uniform(*PEN_UP_MS)
    return strokes


class _Hand:
    """Puts the points of one digit onto the pad: size, slant, a small turn, a wandering baseline."""

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


def _width(style: Style) -> float:
    return max(x for stroke in style for run in stroke for x, _ in run)


def _drawn(template: StrokeTemplate, rng: Random) -> list[Point]:
    """One stroke with an unsteady hand: points off by a hundredth of the height, corners kept."""
    moved: dict[Point, Point] = {}
    points: list[Point] = []
    for run in template:
        for x, y in run:
            moved.setdefault((x, y), (x + rng.gauss(0, 0.012), y + rng.gauss(0, 0.012)))
        points.extend(_curve([moved[point] for point in run]))
    return points


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


def _timed(points: Sequence[Point], clock: float) -> tuple[list[list[float]], float]:
    """The stroke as a screen samples it, slow at both ends; and the time at which the pen leaves it."""
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
