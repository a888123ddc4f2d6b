"""Pictures for the tests: ink written by rule, drawn as a camera or a screen would show it."""

import io
from random import Random
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from recognizer import templates

DARK, LIGHT = 40, 230


def drawn(text: str, seed: int = 0, *, ink: int = DARK, paper: int = LIGHT, pen: int = 14) -> Image.Image:
    """Grey, 500 by 300."""
    image = Image.new("L", (1000, 600), paper)
    pencil = ImageDraw.Draw(image)
    for stroke in templates.write(text, Random(seed)):
        points = [(x, y) for x, y, _ in stroke]
        pencil.line(points, fill=ink, width=pen, joint="curve")
        for x, y in points:
            pencil.ellipse((x - pen / 2, y - pen / 2, x + pen / 2, y + pen / 2), fill=ink)
    return image.resize((500, 300), Image.Resampling.BOX)


def lit(image: Image.Image) -> Image.Image:
    """By a lamp to the left: the right edge has half its light."""
    greys = np.asarray(image, np.float32)
    return Image.fromarray((greys * np.linspace(1.0, 0.5, greys.shape[1])).astype(np.uint8))


def grainy(image: Image.Image, seed: int = 0) -> Image.Image:
    greys = np.asarray(image, np.float32) + np.random.default_rng(seed).normal(0, 8, image.size[::-1])
    return Image.fromarray(np.clip(greys, 0, 255).astype(np.uint8))


def file(image: Image.Image, format: str = "PNG", **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, format, **options)
    return stream.getvalue()
