"""The ink of answers: real handwriting where the research data is beside the checkout, else from templates."""

import json
from collections.abc import Callable, Iterable, Sequence
from random import Random

import numpy as np

from recognizer import templates
from recognizer.training import data, strings
from recognizer.training.strings import hands

EACH = 20
DIGIT = 300.0  # the height of a digit on the pad, which is 1000 wide
STEP = 16.0  # milliseconds between two points


class Pens:
    """Some inks of each text, as JSON ready to be sent."""

    def __init__(self, texts: Iterable[str], rng: Random) -> None:
        write, self.source = _writer(rng)
        self._inks = {text: [json.dumps(_timed(write(text))) for _ in range(EACH)] for text in sorted(set(texts))}

    def write(self, text: str, rng: Random) -> str:
        return rng.choice(self._inks[text])


def _writer(rng: Random) -> tuple[Callable[[str], Sequence[Sequence[Sequence[float]]]], str]:
    if not (data.folder() / "ink").is_dir():
        return lambda text: templates.write(text, rng), "the project's own templates"
    pens, dice = hands(data.digits(["pendigits"], "valid")), np.random.default_rng(rng.randrange(2**32))
    return (
        lambda text: [DIGIT * stroke for stroke in strings.written(text, pens, dice).strokes],
        "digits of pendigits valid, put together",
    )


def _timed(strokes: Sequence[Sequence[Sequence[float]]]) -> list[list[list[float]]]:
    left = min(float(point[0]) for stroke in strokes for point in stroke)
    top = min(float(point[1]) for stroke in strokes for point in stroke)
    now, timed = 0.0, []
    for stroke in strokes:
        points = []
        for x, y, *_ in stroke:
            points.append([round(float(x) - left + 50, 1), round(float(y) - top + 50, 1), now])
            now += STEP
        timed.append(points)
        now += 8 * STEP
    return timed
