"""One writer's symbols, by rule."""

from random import Random

from recognizer.labels import DIGITS, SYMBOLS
from recognizer.raster import trace
from recognizer.templates import write
from recognizer.training.data import Sample


def hand() -> list[Sample]:
    """Ten digits."""
    return [_sample(digit) for digit in DIGITS]


def hand_with_signs() -> list[Sample]:
    """Every symbol of the reader."""
    return [_sample(symbol) for symbol in SYMBOLS]


def _sample(symbol: str) -> Sample:
    return Sample(symbol, tuple(trace(stroke) for stroke in write(symbol, Random(1))), "one")
