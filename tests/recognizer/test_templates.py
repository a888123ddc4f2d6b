import math
from itertools import pairwise
from random import Random

import pytest

from recognizer.ink import Ink
from recognizer.labels import DIGITS
from recognizer.reader import Reader
from recognizer.templates import PAD_HEIGHT, PAD_WIDTH, STYLES, scribble, write
from tests.recognizer.acceptors import WHOLE


def test_every_digit_can_be_written_in_several_styles() -> None:
    assert tuple(STYLES) == DIGITS
    assert all(len(styles) >= 2 for styles in STYLES.values())


def test_the_same_seed_writes_the_same_strokes() -> None:
    assert write("1984", Random(7)) == write("1984", Random(7))
    assert write("1984", Random(7)) != write("1984", Random(8))


def test_what_cannot_be_written_is_named() -> None:
    with pytest.raises(KeyError, match="x"):
        write("4x", Random(1))


@pytest.mark.parametrize("text", ["7", "42", "305", "123456"])
@pytest.mark.parametrize("pad", [(PAD_WIDTH, PAD_HEIGHT), (320.0, 240.0)])
def test_writing_stays_on_the_pad_and_moves_on_in_time(text: str, pad: tuple[float, float]) -> None:
    for seed in range(30):
        points = [point for stroke in write(text, Random(seed), width=pad[0], height=pad[1]) for point in stroke]
        assert all(0 < x < pad[0] and 0 < y < pad[1] for x, y, _ in points)
        assert all(later[2] > earlier[2] for earlier, later in pairwise(points))
        assert points[0][2] == 0


def test_strokes_are_as_smooth_as_a_screen_samples_them() -> None:
    longest = max(
        math.dist(one[:2], other[:2])
        for seed in range(30)
        for stroke in write("0123456789"[seed % 10], Random(seed))
        for one, other in pairwise(stroke)
    )
    assert longest < 0.05 * PAD_WIDTH


def test_nearly_all_that_is_written_is_read_and_for_sure(reader: Reader) -> None:
    answers = [str(Random(seed).randrange(10 ** (1 + seed % 4))) for seed in range(300)]
    readings = [reader.read(Ink.from_json(write(text, Random(seed))), WHOLE) for seed, text in enumerate(answers)]
    misread = [(text, reading.text) for text, reading in zip(answers, readings, strict=True) if reading.text != text]
    assert misread == []
    assert sum(reading.decision == "sure" for reading in readings) >= 0.98 * len(readings)


def test_scribbles_are_never_sure_and_nearly_never_read(reader: Reader) -> None:
    readings = [reader.read(Ink.from_json(scribble(Random(seed))), WHOLE) for seed in range(200)]
    assert not [reading.text for reading in readings if reading.decision == "sure"]
    assert sum(reading.decision == "unread" for reading in readings) >= 0.97 * len(readings)
