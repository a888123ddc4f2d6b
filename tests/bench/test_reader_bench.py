"""What `make bench` times beside its table: reading's edges, each once where the tests run."""

from random import Random
from typing import Any

import pytest

from recognizer import templates
from recognizer.ink import Ink
from recognizer.reader import Reader
from tests.recognizer.acceptors import WHOLE
from tests.recognizer.handwriting import WEIGHTS


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load(WEIGHTS)


def test_refusing_a_scribble(benchmark: Any, reader: Reader) -> None:
    scribble = Ink.from_json(templates.scribble(Random(1)))
    assert benchmark(reader.read, scribble, WHOLE).decision == "unread"


def test_taking_ink_in(benchmark: Any) -> None:
    strokes = templates.write("123456", Random(1))
    assert len(benchmark(Ink.from_json, strokes).strokes) >= 6


def test_loading_the_weights(benchmark: Any) -> None:
    assert benchmark(Reader.load, WEIGHTS).version
