"""Every format, from ink written by rule to its text."""

from random import Random

import pytest

from quizzes.rules.grammar import FORMATS
from recognizer.ink import Ink
from recognizer.reader import Reader
from recognizer.templates import write
from recognizer.training.formats import acceptor

SEEDS = range(12)
STACKED, IN_LINE = True, False

WRITTEN = [
    ("digit", "7", STACKED),
    ("whole", "305", STACKED),
    ("integer", "-5", STACKED),
    ("decimal", "-3.5", STACKED),
    ("decimal", "12.75", STACKED),
    ("fraction", "1/2", STACKED),
    ("fraction", "3/4", IN_LINE),
    ("fraction", "11/16", STACKED),
    ("mixed", "1 1/2", STACKED),
    ("mixed", "-1 1/2", STACKED),
    ("mixed", "10 3/16", STACKED),
    ("remainder", "3 r 2", STACKED),
    ("remainder", "17 r 3", STACKED),
    ("comparison", "<", STACKED),
    ("comparison", "=", STACKED),
    ("comparison", ">", STACKED),
    ("money", "3.50", STACKED),
    ("money", "$3.50", STACKED),
    ("money", "£3.50", STACKED),
    ("money", "€3.50", STACKED),
    ("time", "3:45", STACKED),
    ("time", "12:05", STACKED),
    ("number", "-3.5", STACKED),
    ("number", "2 3/4", STACKED),
    ("expression", "12+7×2=26", STACKED),
    ("expression", "(2+3)×4", STACKED),
    ("expression", "8÷2<5", STACKED),
]


@pytest.mark.parametrize(("form", "text", "stacked"), WRITTEN)
def test_what_is_written_is_read_and_mostly_for_sure(reader: Reader, form: str, text: str, stacked: bool) -> None:
    readings = [
        reader.read(Ink.from_json(write(text, Random(seed), stacked=stacked)), acceptor(form)) for seed in SEEDS
    ]
    assert sum(reading.text == text for reading in readings) >= 0.9 * len(readings)
    assert sum(reading.decision == "sure" for reading in readings) >= 0.5 * len(readings)
    assert not [reading.text for reading in readings if reading.decision == "sure" and reading.text != text]


def test_every_format_that_is_drawn_is_among_these() -> None:
    assert {form for form, _, _ in WRITTEN} == {*FORMATS, "expression"} - {"text"}


@pytest.mark.parametrize("text", ["2 3/4", "1 1/2"])
def test_a_mixed_number_in_a_line_is_asked_about(reader: Reader, text: str) -> None:
    """How wide a space is, no two hands agree."""
    for seed in SEEDS:
        reading = reader.read(Ink.from_json(write(text, Random(seed), stacked=IN_LINE)), acceptor("mixed"))
        assert reading.decision == "ask" or reading.text == text
        assert text in (reading.text, *dict(reading.alternatives))


def test_the_bar_of_a_fraction_is_the_glyph_of_its_slash(reader: Reader) -> None:
    reading = reader.read(Ink.from_json(write("-1 1/2", Random(3))), acceptor("mixed"))
    assert "".join(glyph.text for glyph in reading.glyphs) == "-11/2"
    bar = next(glyph for glyph in reading.glyphs if glyph.text == "/")
    assert bar.confidence > 0.9
    assert bar.box[2] - bar.box[0] > bar.box[3] - bar.box[1]
