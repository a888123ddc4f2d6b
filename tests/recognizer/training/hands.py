"""One writer's ten digits, by rule."""

from random import Random

from recognizer.raster import trace
from recognizer.templates import write
from recognizer.training.data import Sample


def hand() -> list[Sample]:
    return [
        Sample(digit, tuple(trace([point[:2] for point in stroke]) for stroke in write(digit, Random(1))), "one")
        for digit in "0123456789"
    ]
