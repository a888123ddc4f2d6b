import math
from itertools import pairwise
from random import Random

import pytest

from recognizer.ink import Ink
from recognizer.labels import SYMBOLS
from recognizer.reader import Reader
from recognizer.templates import ALL_STYLES, PAD_HEIGHT, PAD_WIDTH, STYLES, write
from tests.recognizer.acceptors import WHOLE

ANSWERS = [".", "-3.5", "1/2", "-1 1/2", "10 3/16", "123/456", "3 r 2", "<", "3:45", "$3.50", "3.50 €", "12+7×2=26"]


def test_every_sign_can_be_written_in_several_styles() -> None:
    assert "".join(STYLES) == "0123456789+-×÷=<>.,:/()r$£€"
    assert set(STYLES) >= set(SYMBOLS)
    assert all(len(styles) >= 2 for styles in STYLES.values())


def test_rarer_hands_are_written_only_where_they_are_asked_for() -> None:
    assert set(ALL_STYLES) == set(STYLES)
    assert "".join(sign for sign in STYLES if len(ALL_STYLES[sign]) > len(STYLES[sign])) == "0145789"
    slashed = {"0": ALL_STYLES["0"][2:3]}
    assert {len(write("0", Random(seed))) for seed in range(30)} == {1}
    assert len(write("0", Random(1), styles=slashed)) == 2


def test_the_same_seed_writes_the_same_strokes() -> None:
    for text in ("1984", "-1 1/2", "12+7×2=26"):
        assert write(text, Random(7)) == write(text, Random(7))
        assert write(text, Random(7)) != write(text, Random(8))


@pytest.mark.parametrize("text", ["4x", "1/x", "x 1/2"])
def test_what_cannot_be_written_is_named(text: str) -> None:
    with pytest.raises(KeyError, match="x"):
        write(text, Random(1))


@pytest.mark.parametrize("text", ["7", "42", "305", "123456", *ANSWERS])
@pytest.mark.parametrize("pad", [(PAD_WIDTH, PAD_HEIGHT), (320.0, 240.0)])
def test_writing_stays_on_the_pad_and_moves_on_in_time(text: str, pad: tuple[float, float]) -> None:
    for seed in range(30):
        strokes = write(text, Random(seed), width=pad[0], height=pad[1], styles=ALL_STYLES)
        points = [point for stroke in strokes for point in stroke]
        assert all(0 < x < pad[0] and 0 < y < pad[1] for x, y, _ in points)
        assert all(later[2] > earlier[2] for earlier, later in pairwise(points))
        assert points[0][2] == 0


def test_strokes_are_as_smooth_as_a_screen_samples_them() -> None:
    longest = max(
        math.dist(one[:2], other[:2])
        for seed in range(60)
        for stroke in write("".join(STYLES)[seed % len(STYLES)], Random(seed))
        for one, other in pairwise(stroke)
    )
    assert longest < 0.05 * PAD_WIDTH


def test_nearly_all_that_is_written_is_read_and_for_sure(reader: Reader) -> None:
    answers = [str(Random(seed).randrange(10 ** (1 + seed % 4))) for seed in range(300)]
    readings = [reader.read(Ink.from_json(write(text, Random(seed))), WHOLE) for seed, text in enumerate(answers)]
    misread = [(text, reading.text) for text, reading in zip(answers, readings, strict=True) if reading.text != text]
    assert misread == []
    assert sum(reading.decision == "sure" for reading in readings) >= 0.98 * len(readings)
