"""How long reading takes on this machine. `make bench`."""

from random import Random
from typing import Any

import pytest

from recognizer import templates
from recognizer.ink import Ink
from recognizer.raster import render
from recognizer.reader import Reader, traced
from tests.recognizer.acceptors import WHOLE
from tests.recognizer.handwriting import WEIGHTS, written


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load(WEIGHTS)


@pytest.mark.parametrize("text", ["7", "42", "1984", "123456"])
def test_reading_an_answer(benchmark: Any, reader: Reader, text: str) -> None:
    reading = benchmark(reader.read, written(text), WHOLE)
    assert reading.text == text


def test_refusing_a_scribble(benchmark: Any, reader: Reader) -> None:
    scribble = Ink.from_json(templates.scribble(Random(1)))
    assert benchmark(reader.read, scribble, WHOLE).decision == "unread"


def test_rendering_ten_glyphs(benchmark: Any) -> None:
    glyphs = [traced(written(digit)) for digit in "0123456789"]
    assert benchmark(render, glyphs).shape == (10, 3, 28, 28)


def test_taking_ink_in(benchmark: Any) -> None:
    strokes = templates.write("123456", Random(1))
    assert len(benchmark(Ink.from_json, strokes).strokes) >= 6


def test_loading_the_weights(benchmark: Any) -> None:
    assert benchmark(Reader.load, WEIGHTS).version
