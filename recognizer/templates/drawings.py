"""Ink that is no answer: drawings, letters, scribbles."""

import math
from random import Random

from recognizer.templates.layout import PAD_HEIGHT, PAD_WIDTH
from recognizer.templates.pen import Hand, Pen, Run, Strokes, Style, width_of


def _ring(across: float, down: float, radius: float) -> Run:
    """Once around and a little further, from the top, anticlockwise."""
    turns = [-math.pi / 2 - step * math.pi / 4 for step in range(10)]
    return tuple((across + radius * math.cos(turn), down + radius * math.sin(turn)) for turn in turns)


DRAWINGS: dict[str, Style] = {
    "house": (
        (((0.10, 0.45), (0.10, 1.00)), ((0.10, 1.00), (0.90, 1.00)), ((0.90, 1.00), (0.90, 0.45)),
         ((0.90, 0.45), (0.10, 0.45))),
        (((0.00, 0.50), (0.50, 0.00)), ((0.50, 0.00), (1.00, 0.50))),
        (((0.42, 1.00), (0.42, 0.68)), ((0.42, 0.68), (0.60, 0.68)), ((0.60, 0.68), (0.60, 1.00))),
    ),
    "smiley": (
        (_ring(0.50, 0.50, 0.50),),
        (((0.33, 0.32), (0.34, 0.36), (0.33, 0.40)),),
        (((0.66, 0.32), (0.67, 0.36), (0.66, 0.40)),),
        (((0.25, 0.62), (0.36, 0.76), (0.50, 0.81), (0.64, 0.76), (0.75, 0.62)),),
    ),
    "star": (
        (((0.20, 1.00), (0.51, 0.00)), ((0.51, 0.00), (0.82, 0.99)), ((0.82, 0.99), (0.00, 0.39)),
         ((0.00, 0.39), (1.02, 0.37)), ((1.02, 0.37), (0.20, 1.00))),
    ),
    "heart": (
        (((0.50, 0.26), (0.38, 0.06), (0.16, 0.04), (0.02, 0.24), (0.08, 0.50), (0.28, 0.76), (0.50, 1.00)),
         ((0.50, 1.00), (0.74, 0.76), (0.94, 0.50), (0.98, 0.22), (0.84, 0.04), (0.62, 0.06), (0.50, 0.26))),
    ),
    "wave": (
        (((0.00, 0.50), (0.15, 0.28), (0.30, 0.50), (0.45, 0.72), (0.60, 0.50), (0.75, 0.28), (0.90, 0.50),
          (1.05, 0.72), (1.20, 0.50), (1.35, 0.28), (1.50, 0.50), (1.65, 0.72), (1.80, 0.52)),),
    ),
    "flower": (
        (_ring(0.50, 0.30, 0.10),),
        *((_ring(0.50 + 0.20 * math.cos(turn), 0.30 + 0.20 * math.sin(turn), 0.10),)
          for turn in (0.0, 1.26, 2.51, 3.77, 5.03)),
        (((0.50, 0.60), (0.48, 0.80), (0.50, 1.00)),),
    ),
}  # fmt: skip

LETTERS: dict[str, tuple[Style, ...]] = {
    "A": (((((0.30, 0.00), (0.02, 1.00)),), (((0.30, 0.00), (0.60, 1.00)),), (((0.12, 0.64), (0.50, 0.63)),)),),
    "E": (((((0.04, 0.00), (0.03, 1.00)), ((0.03, 1.00), (0.50, 0.99))), (((0.04, 0.01), (0.52, 0.00)),),
           (((0.04, 0.49), (0.42, 0.48)),)),),
    "H": (((((0.03, 0.00), (0.03, 1.00)),), (((0.56, 0.00), (0.55, 1.00)),), (((0.04, 0.50), (0.55, 0.49)),)),),
    "K": (((((0.04, 0.00), (0.03, 1.00)),), (((0.52, 0.02), (0.06, 0.54)), ((0.06, 0.54), (0.56, 1.00)))),),
    "M": (((((0.02, 1.00), (0.08, 0.00)), ((0.08, 0.00), (0.38, 0.66)), ((0.38, 0.66), (0.68, 0.00)),
            ((0.68, 0.00), (0.76, 1.00))),),),
    "W": (((((0.00, 0.00), (0.18, 1.00)), ((0.18, 1.00), (0.40, 0.32)), ((0.40, 0.32), (0.60, 1.00)),
            ((0.60, 1.00), (0.80, 0.00))),),),
    "a": (((((0.42, 0.56), (0.24, 0.44), (0.06, 0.56), (0.04, 0.82), (0.20, 1.00), (0.38, 0.88), (0.43, 0.52)),
            ((0.43, 0.52), (0.43, 0.86), (0.54, 0.98))),),),
    "e": (((((0.04, 0.72), (0.44, 0.66)), ((0.44, 0.66), (0.36, 0.46), (0.16, 0.46), (0.03, 0.72), (0.14, 0.97),
             (0.46, 0.92))),),),
    "h": (((((0.04, 0.00), (0.05, 0.50), (0.04, 1.00)),
            ((0.04, 1.00), (0.10, 0.62), (0.28, 0.48), (0.42, 0.62), (0.43, 1.00))),),),
    "k": (((((0.04, 0.00), (0.05, 0.50), (0.04, 1.00)),),
           (((0.38, 0.46), (0.06, 0.72)), ((0.06, 0.72), (0.42, 1.00)))),),
    "m": (((((0.02, 0.46), (0.03, 1.00)), ((0.03, 1.00), (0.08, 0.58), (0.22, 0.46), (0.34, 0.60), (0.34, 1.00)),
            ((0.34, 1.00), (0.40, 0.58), (0.54, 0.46), (0.66, 0.60), (0.67, 1.00))),),),
}  # fmt: skip


def drawing(rng: Random, *, name: str | None = None, width: float = PAD_WIDTH, height: float = PAD_HEIGHT) -> Strokes:
    """One of DRAWINGS or LETTERS, large on the pad; any of them where no `name` is given."""
    shapes = DRAWINGS | {letter: styles[0] for letter, styles in LETTERS.items()}
    style = shapes[name or rng.choice(list(shapes))]
    tall = min(width / 2.4, height * rng.uniform(0.5, 0.75))
    place = (width * rng.uniform(0.45, 0.55) - tall * width_of(style) / 2, (height - tall) * rng.uniform(0.35, 0.65))
    return Pen(rng).draw(style, Hand(rng, tall, rng.uniform(-0.06, 0.10), *place))


def scribble(rng: Random, *, width: float = PAD_WIDTH, height: float = PAD_HEIGHT) -> Strokes:
    """Ink that says nothing: a few strokes to and fro over the middle of the pad."""
    pen = Pen(rng)
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
        strokes.append(pen.follow(corners))
    return strokes
