"""What goes wrong with writing, and what is no writing: never sure, and what can be read of it is asked about."""

from collections import Counter
from collections.abc import Callable
from random import Random

import pytest

from recognizer.ink import Ink
from recognizer.reader import Reader, Reading
from recognizer.templates import DRAWINGS, LETTERS, drawing, joined, scribble, write, write_glyphs
from recognizer.templates.mishaps import mirrored, rewritten, scratched_out, struck_out, with_stray_dot
from recognizer.templates.pen import Strokes
from recognizer.training.formats import acceptor
from tests.recognizer.handwriting import written

SEEDS = range(12)
NUMBERS = ["whole", "number"]
HEART = pytest.param("heart", marks=pytest.mark.xfail(strict=True, reason="a heart in one stroke is a 0 to the net"))


def readings(reader: Reader, ink: Callable[[int], Strokes], form: str) -> list[Reading]:
    return [reader.read(Ink.from_json(ink(seed)), acceptor(form)) for seed in SEEDS]


def sure(found: list[Reading]) -> list[str]:
    return [reading.text for reading in found if reading.decision == "sure"]


@pytest.mark.parametrize("digit", "34679")  # a 1 in a mirror is a 1, and a 2 is a 5
def test_a_mirrored_digit_is_read_asked_about_and_flagged(reader: Reader, digit: str) -> None:
    found = readings(reader, lambda seed: mirrored(write(digit, Random(seed))), "digit")
    assert sure(found) == []
    right = [reading for reading in found if reading.text == digit]
    assert len(right) >= 0.8 * len(found)
    assert all(glyph.mirrored for reading in right for glyph in reading.glyphs)


def test_only_the_mirrored_digit_of_a_number_is_flagged(reader: Reader) -> None:
    def ink(seed: int) -> Strokes:
        three, four = write_glyphs("34", Random(seed))
        return [*mirrored(three.strokes), *four.strokes]

    found = readings(reader, ink, "whole")
    assert sure(found) == []
    right = [reading for reading in found if reading.text == "34"]
    assert len(right) >= 0.8 * len(found)
    assert {tuple(glyph.mirrored for glyph in reading.glyphs) for reading in right} == {(True, False)}


@pytest.mark.parametrize("form", NUMBERS)
@pytest.mark.parametrize("text", ["7", "42", "305", "1/2"])
def test_what_was_scratched_out_is_never_sure(reader: Reader, text: str, form: str) -> None:
    assert sure(readings(reader, lambda seed: scratched_out(write(text, Random(seed)), Random(seed)), form)) == []


@pytest.mark.parametrize(("form", "text"), [("whole", "7"), ("whole", "305"), ("decimal", "-3.5"), ("fraction", "1/2")])
def test_what_is_written_beside_it_is_read_and_asked_about(reader: Reader, form: str, text: str) -> None:
    found = readings(reader, lambda seed: rewritten("37", text, Random(seed)), form)
    assert sure(found) == []
    right = [reading for reading in found if reading.text == text]
    assert len(right) >= 0.8 * len(found)
    assert all(glyph.box[0] > 450 for reading in right for glyph in reading.glyphs)  # on the right of the pad


@pytest.mark.parametrize("form", ["fraction", "mixed", "number"])
def test_a_line_through_a_number_makes_no_fraction_of_it(reader: Reader, form: str) -> None:
    found = readings(reader, lambda seed: struck_out(write("305", Random(seed)), Random(seed)), form)
    assert sure(found) == []
    assert not [reading.text for reading in found if "/" in reading.text and reading.confidence > 0.2]


@pytest.mark.parametrize("form", NUMBERS)
def test_scribbles_are_never_sure_and_nearly_never_read(reader: Reader, form: str) -> None:
    found = readings(reader, lambda seed: scribble(Random(seed)), form)
    assert sure(found) == []
    assert Counter(reading.decision for reading in found)["unread"] >= 0.9 * len(found)


@pytest.mark.parametrize("form", NUMBERS)
@pytest.mark.parametrize("name", [name for name in (*DRAWINGS, *LETTERS) if name != "heart"] + [HEART])
def test_drawings_and_letters_are_never_sure_numbers(reader: Reader, name: str, form: str) -> None:
    found = readings(reader, lambda seed: drawing(Random(seed), name=name), form)
    assert sure(found) == []


@pytest.mark.parametrize("text", ["3.5", "12.75", "0.5", "4.0"])
def test_no_point_is_lost_where_a_whole_number_is_asked_for(reader: Reader, text: str) -> None:
    assert sure(readings(reader, lambda seed: write(text, Random(seed)), "whole")) == []


@pytest.mark.parametrize("text", ["-5", "3+4", "$3"])
def test_no_sign_is_lost_where_a_whole_number_is_asked_for(reader: Reader, text: str) -> None:
    assert sure(readings(reader, lambda seed: write(text, Random(seed)), "whole")) == []


@pytest.mark.parametrize("form", ["whole", "decimal"])
def test_a_touch_of_the_palm_is_no_part_of_the_answer(reader: Reader, form: str) -> None:
    found = readings(reader, lambda seed: with_stray_dot(write("42", Random(seed)), Random(seed)), form)
    assert sure(found) == []
    assert sum(reading.text == "42" for reading in found) >= 0.9 * len(found)


DOTS = {
    "far to the right": (1.6, 0.0),
    "far to the left": (-0.5, 1.0),
    "far below": (0.5, 1.8),
    "close by": (1.05, 1.0),
}


@pytest.mark.parametrize("place", DOTS.values(), ids=DOTS)
@pytest.mark.parametrize("first", [True, False], ids=["before", "after"])
def test_a_dot_beside_an_answer_makes_it_a_question(reader: Reader, place: tuple[float, float], first: bool) -> None:
    strokes = written("42").to_json()
    x, y = zip(*(point[:2] for stroke in strokes for point in stroke), strict=True)
    dot = [[min(x) + place[0] * (max(x) - min(x)), min(y) + place[1] * (max(y) - min(y))]]
    reading = reader.read(Ink.from_json([dot, *strokes] if first else [*strokes, dot]), acceptor("whole"))
    assert (reading.text, reading.decision) == ("42", "ask")


def test_the_signs_of_half_a_number_are_no_number(reader: Reader) -> None:
    """The first half of what was written, as a pad that lost strokes would send it."""
    for seed in SEEDS:
        half = joined(write_glyphs("1/2", Random(seed))[:2])
        assert reader.read(Ink.from_json(half), acceptor("fraction")).text != "1/2"


@pytest.mark.parametrize(("text", "form"), [("1/2", "whole"), ("3 2/5", "decimal"), ("3/4", "integer")])
def test_a_fraction_is_never_a_sure_number_of_a_format_without(reader: Reader, text: str, form: str) -> None:
    for seed in range(12):
        reading = reader.read(Ink.from_json(write(text, Random(seed))), acceptor(form))
        assert reading.decision != "sure"
