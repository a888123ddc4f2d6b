import inspect
import time
from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recognizer.ink import Ink
from recognizer.reader import Reader, Reading
from recognizer.templates.mishaps import backwards, shuffled
from recognizer.training.formats import acceptor, admits
from tests.recognizer.acceptors import DIGIT, WHOLE, UpTo
from tests.recognizer.handwriting import WEIGHTS, moved, real, real_ink, written

ANSWERS = {
    "whole": "42",
    "decimal": "-3.5",
    "mixed": "-1 1/2",
    "remainder": "3 r 2",
    "time": "3:45",
    "money": "$3.50",
    "expression": "12+7×2=26",
}
READ = st.sampled_from(list(ANSWERS.items()))


def test_a_reading_says_what_how_sure_and_where(reader: Reader) -> None:
    ink = written("42")
    reading = reader.read(ink, WHOLE)
    assert (reading.text, reading.decision, reading.weights) == ("42", "sure", reader.version)
    assert [(glyph.text, glyph.strokes) for glyph in reading.glyphs] == [("4", (0, 1)), ("2", (2,))]
    x, y = zip(*(point[:2] for stroke in ink.strokes[:2] for point in stroke.points), strict=True)
    assert reading.glyphs[0].box == (min(x), min(y), max(x), max(y))


def test_alternatives_are_other_texts_less_likely_and_at_most_four(reader: Reader) -> None:
    for form, text in ANSWERS.items():
        for seed in range(5):
            reading = reader.read(written(text, seed), acceptor(form))
            probabilities = [reading.confidence, *(probability for _, probability in reading.alternatives)]
            assert probabilities == sorted(probabilities, reverse=True)
            assert len({reading.text, *dict(reading.alternatives)}) == len(probabilities) <= 5
            assert sum(probabilities) <= 1 + 1e-6


@pytest.mark.parametrize(("form", "text"), ANSWERS.items())
def test_every_stroke_is_in_one_glyph_and_each_glyph_in_its_box(reader: Reader, form: str, text: str) -> None:
    for seed in range(5):
        ink = written(text, seed)
        glyphs = reader.read(ink, acceptor(form)).glyphs
        assert sorted(stroke for glyph in glyphs for stroke in glyph.strokes) == list(range(len(ink.strokes)))
        for glyph in glyphs:
            x, y = zip(*(point[:2] for stroke in glyph.strokes for point in ink.strokes[stroke].points), strict=True)
            assert glyph.box == (min(x), min(y), max(x), max(y))
            assert 0.0 <= glyph.confidence <= 1.0
            assert not glyph.mirrored


@pytest.mark.parametrize(("form", "text"), ANSWERS.items())
def test_an_explanation_shows_each_glyph_as_the_net_saw_it(reader: Reader, form: str, text: str) -> None:
    ink = written(text, seed=1)
    explanation = reader.explain(ink, acceptor(form))
    assert explanation.reading == reader.read(ink, acceptor(form))
    assert [(view.text, view.box) for view in explanation.glyphs] == [
        (glyph.text, glyph.box) for glyph in explanation.reading.glyphs
    ]
    for view in explanation.glyphs:
        assert (view.pixels.shape, view.pixels.dtype, view.pixels.max()) == ((28, 28), "uint8", 255)
        probabilities = [probability for _, probability in view.probabilities]
        assert probabilities == sorted(probabilities, reverse=True)
        assert 0.5 < probabilities[0] <= sum(probabilities) <= 1 + 1e-5
        assert view.probabilities[0][0] in (view.text, "-")  # a fraction's bar looks like a minus


def test_an_explanation_says_how_long_each_stage_took(reader: Reader) -> None:
    milliseconds = dict(reader.explain(written("1/2"), acceptor("fraction")).milliseconds)
    whole = milliseconds.pop("whole")
    assert set(milliseconds) == {"groups", "render", "net", "decode"}
    assert all(stage > 0 for stage in milliseconds.values())
    assert sum(milliseconds.values()) <= whole


def test_an_explanation_of_unread_ink_shows_its_likeliest_grouping(reader: Reader) -> None:
    nothing = reader.explain(Ink(), WHOLE)
    assert (nothing.reading.decision, nothing.glyphs) == ("unread", ())


UNREADABLE = {
    "no stroke": [],
    "one dot": [[[500, 300]]],
    "one dot held long": [[[500, 300, t] for t in range(0, 900, 16)]],
    "a tiny mark": [[[500, 300], [500, 300 + 1e-7]]],
    "two dots": [[[500, 300]], [[520, 300]]],
    "a page of dots": [[[x, y]] for x in range(0, 800, 100) for y in range(0, 800, 100)],
    "a line across the pad": [[[100, 300], [900, 305]]],
    "a zigzag": [[[x, 200 + 200 * (x // 20 % 2)] for x in range(100, 900, 20)]],
    "strokes all over": [[[x, y], [x + 90, y + 40]] for x in range(0, 900, 150) for y in range(0, 600, 150)],
}


@pytest.mark.parametrize("strokes", UNREADABLE.values(), ids=UNREADABLE)
@pytest.mark.parametrize("form", ["digit", "whole", "number", "time", "money", "expression"])
def test_ink_that_says_nothing_is_unread(reader: Reader, strokes: list, form: str) -> None:
    reading = reader.read(Ink.from_json(strokes), acceptor(form))
    unnamed = tuple(replace(glyph, text="", mirrored=False) for glyph in reading.glyphs)
    assert reading == Reading("", reading.confidence, "unread", (), unnamed, reader.version)
    assert reading.confidence < 0.5


def test_two_digits_are_no_digit(reader: Reader) -> None:
    readings = [reader.read(written("38", seed), DIGIT) for seed in range(20)]
    assert not [reading for reading in readings if reading.decision == "sure"]
    assert Counter(reading.decision for reading in readings)["unread"] >= 16


def test_an_acceptor_that_admits_no_text_reads_none(reader: Reader) -> None:
    assert reader.read(written("42"), UpTo(0)).decision == "unread"


def test_reading_depends_on_ink_and_acceptor_alone(reader: Reader) -> None:
    """No question, no key, no state: a fresh reader, in another order, reads the same."""
    assert list(inspect.signature(Reader.read).parameters) == ["self", "ink", "acceptor"]
    answers = [(written(text, seed), acceptor(form)) for seed in range(4) for form, text in ANSWERS.items()]
    fresh = Reader.load(WEIGHTS)
    forwards = [reader.read(*answer) for answer in answers]
    backwards = [fresh.read(*answer) for answer in reversed(answers)]
    assert forwards == backwards[::-1]


def test_times_do_not_matter(reader: Reader) -> None:
    ink = written("58")
    still = Ink.from_json([[point[:2] for point in stroke] for stroke in ink.to_json()])
    assert reader.read(still, WHOLE) == reader.read(ink, WHOLE)


@pytest.mark.parametrize(("form", "text"), ANSWERS.items())
def test_strokes_drawn_backwards_or_in_any_order_are_read(reader: Reader, form: str, text: str) -> None:
    read = Counter()
    for seed in range(10):
        strokes = written(text, seed).to_json()
        for name, drawn in (("backwards", backwards(strokes)), ("shuffled", shuffled(strokes, Random(seed)))):
            read[name] += reader.read(Ink.from_json(drawn), acceptor(form)).text == text
    assert min(read["backwards"], read["shuffled"]) >= 8


@given(
    answer=READ,
    seed=st.integers(0, 1000),
    scale=st.floats(0.01, 50),
    x=st.floats(-800, 800),
    y=st.floats(-800, 800),
)
@settings(max_examples=40, deadline=None)
def test_place_and_size_do_not_matter(
    reader: Reader, answer: tuple[str, str], seed: int, scale: float, x: float, y: float
) -> None:
    form, text = answer
    ink = written(text, seed)
    here, there = (reader.read(each, acceptor(form)) for each in (ink, moved(ink, scale=scale, by=(x, y))))
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
        max_size=5,
    ),
    form=st.sampled_from([*ANSWERS, "number", "comparison"]),
)
@settings(max_examples=50, deadline=None)
def test_whatever_ink_comes_gives_a_reading_within_its_format(reader: Reader, strokes: list, form: str) -> None:
    reading = reader.read(Ink.from_json(strokes), acceptor(form))
    assert 0.0 <= reading.confidence <= 1.0
    assert (reading.text == "") == (reading.decision == "unread")
    assert all(admits(form, text) for text in (reading.text, *dict(reading.alternatives)) if text)
    assert "".join(glyph.text for glyph in reading.glyphs) == reading.text.replace(" ", "")
    covered = [stroke for glyph in reading.glyphs for stroke in glyph.strokes]
    assert len(set(covered)) == len(covered)
    assert len(covered) == len(strokes) or reading.decision != "sure"


@pytest.mark.parametrize("form", ["whole", "number", "expression"])
@pytest.mark.parametrize("count", [4, 6, 8, 12, 24, 64])
def test_the_worst_tangle_is_done_with_soon(reader: Reader, count: int, form: str) -> None:
    rng = Random(count)
    points = 4_000 // count
    ink = Ink.from_json([[[rng.random(), rng.random()] for _ in range(points)] for _ in range(count)])
    began = time.process_time()
    assert reader.read(ink, acceptor(form)).decision == "unread"
    assert time.process_time() - began < 2.0


FRACTIONS_WITHOUT_END = {
    "bars over each other": [[[0, y], [60, y + 1]] for y in range(0, 400, 20)],
    "a grid": [*([[0, y], [300, y]] for y in range(0, 300, 30)), *([[x, 0], [x, 300]] for x in range(0, 300, 30))],
    "a long sum": [[[40 * x, 20 * (x % 2)], [40 * x + 25, 60 - 20 * (x % 2)]] for x in range(40)],
}


@pytest.mark.parametrize("strokes", FRACTIONS_WITHOUT_END.values(), ids=FRACTIONS_WITHOUT_END)
def test_many_layouts_are_done_with_soon(reader: Reader, strokes: list) -> None:
    began = time.process_time()
    assert reader.read(Ink.from_json(strokes), acceptor("number")).decision != "sure"
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
