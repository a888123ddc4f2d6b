"""Pen ink as pictures of 28×28, in three ways: a canvas squeezed, as MNIST was made, and as our reader renders it."""

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw

from recognizer.raster import BOX, SIDE, Floats, render

CANVAS = 280  # pixels a side
PEN = 18  # pixels wide
SIZES = (0.4, 0.85)  # of the canvas: nobody writes to a measure, nor in the middle
SEED = 280

Strokes = Sequence[Floats]


def squeezed(glyphs: Sequence[Strokes]) -> np.ndarray:
    """(n, 28, 28) uint8: the whole canvas scaled down, wherever the digit stands on it."""
    rng = np.random.default_rng(SEED)
    return np.stack([np.asarray(_drawn(strokes, rng).resize((SIDE, SIDE))) for strokes in glyphs])


def as_mnist(glyphs: Sequence[Strokes]) -> np.ndarray:
    """The ink of the same canvas, cut out, in a box of 20 pixels, its centre of mass in the middle (LeCun 1998)."""
    rng = np.random.default_rng(SEED)
    return np.stack([_centred(_drawn(strokes, rng)) for strokes in glyphs])


def rendered(glyphs: Sequence[Strokes]) -> np.ndarray:
    """Our own rendering from the strokes, its ink alone."""
    return (render(glyphs)[:, 0] * 255).round().astype(np.uint8)


WAYS = {"canvas squeezed": squeezed, "as MNIST was made": as_mnist, "our rendering": rendered}


def _drawn(strokes: Strokes, rng: np.random.Generator) -> Image.Image:
    """A thick white line on black."""
    points = np.concatenate(strokes)
    low, extent = points.min(axis=0), np.ptp(points, axis=0)
    scale = rng.uniform(*SIZES) * (CANVAS - PEN) / max(float(extent.max()), 1e-9)
    corner = PEN / 2 + rng.uniform(0, 1, 2) * (CANVAS - PEN - extent * scale)
    canvas = Image.new("L", (CANVAS, CANVAS))
    pen = ImageDraw.Draw(canvas)
    for stroke in strokes:
        line = [(float(x), float(y)) for x, y in (stroke - low) * scale + corner]
        pen.line(line, fill=255, width=PEN, joint="curve")
        for x, y in (line[0], line[-1]):
            pen.ellipse((x - PEN / 2, y - PEN / 2, x + PEN / 2, y + PEN / 2), fill=255)
    return canvas


def _centred(canvas: Image.Image) -> np.ndarray:
    ink = canvas.crop(canvas.getbbox())
    scale = BOX / max(ink.size)
    small = ink.resize((max(1, round(ink.width * scale)), max(1, round(ink.height * scale))), Image.Resampling.BOX)
    weights = np.asarray(small, dtype=float)
    total = weights.sum()
    x = float((weights.sum(axis=0) * (np.arange(small.width) + 0.5)).sum() / total)
    y = float((weights.sum(axis=1) * (np.arange(small.height) + 0.5)).sum() / total)
    picture = Image.new("L", (SIDE, SIDE))
    picture.paste(small, (round(SIDE / 2 - x), round(SIDE / 2 - y)))
    return np.asarray(picture)
