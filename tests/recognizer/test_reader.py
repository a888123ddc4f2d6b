import inspect
import time
from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recognizer.ink import Ink
from recognizer.reader import Reader, Reading
from tests.recognizer.acceptors import DIGIT, WHOLE, UpTo
from tests.recognizer.handwriting import WEIGHTS, moved, real, real_ink, written

NUMBERS = st.text("0123456789", min_size=1, max_size=5)


def test_a_reading_says_what_how_sure_and_where(reader: Reader) -> None:
    ink = written("42")
    reading = reader.read(ink, WHOLE)
    assert (reading.text, reading.decision, reading.weights) == ("42", "sure", reader.version)
    assert [(glyph.text, glyph.strokes) for glyph in reading.glyphs] == [("4", (0, 1)), ("2", (2,))]
    x, y = zip(*(point[:2] for stroke in ink.strokes[:2] for point in stroke.points), strict=True)
    assert reading.glyphs[0].box == (min(x), min(y), max(x), max(y))


def test_a_reading_travels_as_json(reader: Reader) -> None:
    reading = reader.read(written("7", seed=3), DIGIT)
    assert reading.to_json() == {
        "text": "7",
        "confidence": round(reading.confidence, 4),
        "decision": "sure",
        "alternatives": [[text, round(probability, 4)] for text, probability in reading.alternatives],
        "glyphs": [
            {
                "text": "7",
                "strokes": list(reading.glyphs[0].strokes),
                "box": [round(side, 2) for side in reading.glyphs[0].box],
            }
        ],
        "weights": reader.version,
    }


def test_alternatives_are_other_texts_less_likely_and_at_most_four(reader: Reader) -> None:
    for seed in range(40):
        reading = reader.read(written("193", seed), WHOLE)
        probabilities = [reading.confidence, *(probability for _, probability in reading.alternatives)]
        assert probabilities == sorted(probabilities, reverse=True)
        assert len({reading.text, *dict(reading.alternatives)}) == len(probabilities) <= 5
        assert sum(probabilities) <= 1 + 1e-6


UNREADABLE = {
    "no stroke": [],
    "one dot": [[[500, 300]]],
    "one dot held long": [[[500, 300, t] for t in range(0, 900, 16)]],
    "two dots": [[[500, 300]], [[520, 300]]],
    "a page of dots": [[[x, y]] for x in range(0, 800, 100) for y in range(0, 800, 100)],
    "a line across the pad": [[[100, 300], [900, 305]]],
    "a zigzag": [[[x, 200 + 200 * (x // 20 % 2)] for x in range(100, 900, 20)]],
    "strokes all over": [[[x, y], [x + 90, y + 40]] for x in range(0, 900, 150) for y in range(0, 600, 150)],
}


@pytest.mark.parametrize("strokes", UNREADABLE.values(), ids=UNREADABLE)
@pytest.mark.parametrize("acceptor", [DIGIT, WHOLE], ids=["digit", "whole"])
def test_ink_that_says_nothing_is_unread(reader: Reader, strokes: list, acceptor: UpTo) -> None:
    reading = reader.read(Ink.from_json(strokes), acceptor)
    assert reading == Reading("", reading.confidence, "unread", (), (), reader.version)
    assert reading.confidence < 0.5


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
    reading = reader.read(Ink.from_json([dot, *strokes] if first else [*strokes, dot]), WHOLE)
    assert (reading.text, reading.decision) == ("42", "ask")


def test_two_digits_are_no_digit(reader: Reader) -> None:
    decisions = Counter(reader.read(written("38", seed), DIGIT).decision for seed in range(50))
    assert decisions == {"unread": 50}


def test_nothing_outside_the_format_is_read(reader: Reader) -> None:
    even = UpTo(3, symbols="02468")
    for seed in range(20):
        reading = reader.read(written("137", seed), even)
        assert set(reading.text) <= set("02468")
        assert reading.decision != "sure"


def test_an_acceptor_that_admits_no_text_reads_none(reader: Reader) -> None:
    assert reader.read(written("42"), UpTo(0)).decision == "unread"


def test_reading_depends_on_ink_and_acceptor_alone(reader: Reader) -> None:
    """No question, no key, no state: a fresh reader, in another order, reads the same."""
    assert list(inspect.signature(Reader.read).parameters) == ["self", "ink", "acceptor"]
    answers = [written(str(number), seed=number) for number in range(10, 40)]
    fresh = Reader.load(WEIGHTS)
    forwards = [reader.read(ink, WHOLE) for ink in answers]
    backwards = [fresh.read(ink, WHOLE) for ink in reversed(answers)]
    assert forwards == backwards[::-1]


def test_times_do_not_matter(reader: Reader) -> None:
    ink = written("58")
    still = Ink.from_json([[point[:2] for point in stroke] for stroke in ink.to_json()])
    assert reader.read(still, WHOLE) == reader.read(ink, WHOLE)


def test_strokes_drawn_backwards_read_the_same(reader: Reader) -> None:
    for seed in range(20):
        ink = written("2479", seed)
        backwards = Ink.from_json([stroke[::-1] for stroke in ink.to_json()])
        assert reader.read(backwards, WHOLE).text == reader.read(ink, WHOLE).text


@given(
    text=NUMBERS,
    seed=st.integers(0, 1000),
    scale=st.floats(0.01, 50),
    x=st.floats(-800, 800),
    y=st.floats(-800, 800),
)
@settings(max_examples=40, deadline=None)
def test_place_and_size_do_not_matter(reader: Reader, text: str, seed: int, scale: float, x: float, y: float) -> None:
    ink = written(text, seed)
    here, there = reader.read(ink, WHOLE), reader.read(moved(ink, scale=scale, by=(x, y)), WHOLE)
    assert there.text == here.text
    assert there.confidence == pytest.approx(here.confidence, abs=0.05)
    assert [glyph.strokes for glyph in there.glyphs] == [glyph.strokes for glyph in here.glyphs]


@given(
    strokes=st.lists(
        st.lists(
            st.tuples(st.floats(-1e5, 1e5), st.floats(-1e5, 1e5)).map(list) | st.just([0.0, 1e-300]),
            min_size=1,
            max_size=6,
        ),
        max_size=8,
    )
)
@settings(max_examples=60, deadline=None)
def test_whatever_ink_comes_gives_a_reading(reader: Reader, strokes: list) -> None:
    reading = reader.read(Ink.from_json(strokes), WHOLE)
    assert 0.0 <= reading.confidence <= 1.0
    assert (reading.text == "") == (reading.decision == "unread")
    assert "".join(glyph.text for glyph in reading.glyphs) == reading.text
    covered = [stroke for glyph in reading.glyphs for stroke in glyph.strokes]
    assert len(set(covered)) == len(covered)
    assert len(covered) == len(strokes) or reading.decision != "sure"
    assert len(covered) >= len(strokes) - 1 or not reading.text  # a stray dot may be left over


@pytest.mark.parametrize("count", [4, 6, 8, 12, 24, 64])
def test_the_worst_tangle_is_done_with_soon(reader: Reader, count: int) -> None:
    rng = Random(count)
    points = 4_000 // count
    ink = Ink.from_json([[[rng.random(), rng.random()] for _ in range(points)] for _ in range(count)])
    began = time.process_time()
    assert reader.read(ink, WHOLE).decision == "unread"
    assert time.process_time() - began < 2.0


class TestRealInk:
    """On writers who chose thresholds but taught nothing (`valid`); the test sets are for docs/reader.md."""

    pytestmark = real_ink

    def test_single_digits_of_unseen_writers_are_read(self, reader: Reader) -> None:
        records = list(real("pendigits", "valid"))[::4]
        outcomes = Counter()
        for record in records:
            reading = reader.read(Ink.from_json(record["strokes"]), DIGIT)
            outcomes[reading.decision, reading.text in (record["text"], "")] += 1
        assert outcomes["sure", False] <= 0.01 * len(records)
        assert outcomes["sure", True] >= 0.94 * len(records)

    def test_whole_numbers_of_unseen_writers_are_read(self, reader: Reader) -> None:
        records = [record for record in real("crohme_numbers", "valid") if record["text"].isdecimal()]
        readings = [reader.read(Ink.from_json(record["strokes"]), WHOLE) for record in records]
        right = sum(reading.text == record["text"] for reading, record in zip(readings, records, strict=True))
        assert right >= 0.95 * len(records)

    def test_letters_are_seldom_taken_for_numbers(self, reader: Reader) -> None:
        plain = set("acdefhijkmnprtuvwxACEFHJKLMNPRTUVWX")  # no digit is drawn like these
        letters = [record for record in real("crohme_symbols", "valid") if record["text"] in plain][::5]
        decisions = Counter(reader.read(Ink.from_json(record["strokes"]), WHOLE).decision for record in letters)
        assert decisions["sure"] <= 0.04 * len(letters)
