from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recognizer.ink import Ink
from recognizer.layout import MOST_STROKES_OF_AN_ANSWER, Layout, Stack, lay_out, size_of
from recognizer.segment import Box
from recognizer.templates import write, write_glyphs
from recognizer.templates.mishaps import struck_out
from recognizer.writing import traced
from tests.recognizer.handwriting import moved, real, real_ink, written

UP, DOWN = [[0, 0], [0, 60]], [[0, 90], [0, 150]]
BAR = [[-30, 75], [30, 75]]
BESIDE = [[-60, 45], [-60, 105]]
SEVEN = [[0.0, 0.0], [25.0, 0.0], [10.0, 60.0]]
ONE = [[45.0, 0.0], [45.0, 60.0]]


def layouts(strokes: list[list[list[float]]]) -> tuple[Layout, ...]:
    return lay_out(traced(Ink.from_json(strokes)))


def stacks(strokes: list[list[list[float]]]) -> list[Stack]:
    return [layout.stack for layout in layouts(strokes) if layout.stack is not None]


NOTHING = {
    "no ink": [],
    "a dot, which has no size to measure by": [[[5, 5]]],
    "a page of strokes": [[[x, 0], [x, 60]] for x in range(0, 10 * MOST_STROKES_OF_AN_ANSWER + 10, 10)],
    "a tangle": [[[0, y], [60, 60 - y]] for y in range(20)],
}


@pytest.mark.parametrize("strokes", NOTHING.values(), ids=NOTHING)
def test_what_cannot_be_laid_out_has_no_layout(strokes: list) -> None:
    assert layouts(strokes) == ()


def test_ink_in_a_line_has_one_layout_of_one_row() -> None:
    (layout,) = layouts([SEVEN, ONE])
    assert layout.stack is layout.bar is layout.speck is None
    assert [row.strokes for row in layout.rows] == [(0, 1)]
    assert (layout.everything, layout.dots) == (0b11, 0)


def test_a_flat_stroke_with_ink_above_and_below_may_be_a_fractions_bar() -> None:
    line, fraction = layouts([UP, BAR, DOWN])
    assert line.stack is None
    assert fraction.stack == Stack(before=(), above=(0,), bar=1, below=(2,))
    assert [row.strokes for row in fraction.rows] == [(0,), (1,), (2,)]
    assert fraction.bar is not None
    assert fraction.groups[fraction.bar].strokes == (1,)


def test_what_stands_beside_a_bar_across_its_height_comes_before_the_fraction() -> None:
    assert stacks([BESIDE, UP, BAR, DOWN]) == [Stack((0,), (1,), 2, (3,))]


def test_a_minus_before_a_fraction_is_measured_by_its_digits() -> None:
    minus = [[-70, 75], [-45, 75]]
    (layout,) = [layout for layout in layouts([minus, UP, BAR, DOWN]) if layout.stack]
    assert layout.stack == Stack((0,), (1,), 2, (3,))
    assert layout.rows[0].size == 0.5 * layout.size


NO_FRACTION = {
    "nothing below": [UP, BAR],
    "something behind": [UP, BAR, DOWN, [[60, 45], [60, 105]]],
    "a bar too steep": [UP, [[-30, 95], [30, 55]], DOWN],
    "a bar too short": [UP, [[-5, 75], [5, 75]], DOWN],
    "struck out": [[[-15, 0], [-15, 60]], [[15, 0], [15, 60]], [[-30, 30], [30, 28]]],
}


@pytest.mark.parametrize("strokes", NO_FRACTION.values(), ids=NO_FRACTION)
def test_what_stands_in_no_fractions_place_makes_none(strokes: list) -> None:
    assert stacks(strokes) == []


@pytest.mark.parametrize("text", ["305", "1984"])
def test_a_line_through_an_answer_makes_no_fraction_of_it(text: str) -> None:
    for seed in range(30):
        assert stacks(struck_out(write(text, Random(seed)), Random(seed))) == []


@pytest.mark.parametrize("text", ["1/2", "3/4", "10/16", "-1 1/2", "2 3/4", "10 3/16"])
def test_a_stacked_fraction_has_the_layout_that_it_was_written_in(text: str) -> None:
    for seed in range(20):
        glyphs = write_glyphs(text, Random(seed))
        numbered, count = [], 0
        for glyph in glyphs:
            numbered += [glyph.text] * len(glyph.strokes)
            count += len(glyph.strokes)
        bar = numbered.index("/")
        found = [
            stack for stack in stacks([stroke for glyph in glyphs for stroke in glyph.strokes]) if stack.bar == bar
        ]
        assert any(_says(stack, numbered, text) for stack in found)


def _says(stack: Stack, numbered: list[str], text: str) -> bool:
    """Whether what is before, above and below are the strokes of the characters that belong there."""
    before, _, fraction = text.rpartition(" ")
    above, below = fraction.split("/")
    parts = (stack.before, stack.above, stack.below)
    return all(
        set(part) == {numbered[at] for at in strokes}
        for part, strokes in zip((before, above, below), parts, strict=True)
    )


def test_the_size_is_that_of_the_tallest_or_as_wide_marks_let_expect() -> None:
    assert size_of([]) == 0.0
    assert size_of([Box(0, 0, 5, 60), Box(10, 30, 30, 32)]) == 60.0
    assert size_of([Box(0, 0, 66, 2), Box(0, 40, 66, 42)]) == pytest.approx(30.0)  # an equals sign alone


def test_a_dot_outside_all_reach_is_in_no_group() -> None:
    (layout,) = layouts([[[120, 60]], SEVEN, ONE])
    assert (layout.speck, layout.dots, layout.everything) == (0, 0b001, 0b110)
    assert {stroke for group in layout.groups for stroke in group.strokes} == {1, 2}


def test_a_dot_within_reach_may_belong_to_a_symbol() -> None:
    (layout,) = layouts([[[50, 60]], SEVEN, ONE])
    assert (layout.speck, layout.dots) == (None, 0b001)
    assert (0, 2) in [group.strokes for group in layout.groups]


@given(
    text=st.sampled_from(["7", "4747", "-3.5", "1/2", "-1 1/2", "3 r 2", "3:45", "12+7×2=26"]),
    seed=st.integers(0, 50),
    scale=st.floats(0.02, 50),
    x=st.floats(-500, 500),
    y=st.floats(-500, 500),
)
def test_place_and_size_change_no_layout(text: str, seed: int, scale: float, x: float, y: float) -> None:
    ink = written(text, seed)
    here, there = (lay_out(traced(each)) for each in (ink, moved(ink, scale=scale, by=(x, y))))
    assert [layout.stack for layout in here] == [layout.stack for layout in there]
    assert [{group.strokes for group in layout.groups} for layout in here] == [
        {group.strokes for group in layout.groups} for layout in there
    ]


@pytest.mark.parametrize("text", ["4", "57", "4747", "123456", "-3.5", "3 r 2", "3:45", "$3.50", "12+7×2=26"])
def test_the_true_symbols_are_among_the_groups(text: str) -> None:
    for seed in range(20):
        glyphs = write_glyphs(text, Random(seed))
        line = layouts([stroke for glyph in glyphs for stroke in glyph.strokes])[0]
        found = {group.strokes for group in line.groups}
        first = 0
        for glyph in glyphs:
            assert tuple(range(first, first + len(glyph.strokes))) in found
            first += len(glyph.strokes)


class TestRealInk:
    pytestmark = real_ink

    def test_nearly_all_marked_groupings_are_among_the_candidates(self) -> None:
        numbers = [record for record in real("crohme_numbers", "valid") if record["text"].isdecimal()]
        missed = [record["text"] for record in numbers if not _marked(record) <= _found(record)]
        assert len(missed) <= 0.01 * len(numbers)


def _marked(record: dict) -> set[tuple[int, ...]]:
    return {tuple(sorted(segment["strokes"])) for segment in record["segments"]}


def _found(record: dict) -> set[tuple[int, ...]]:
    return {group.strokes for layout in layouts(record["strokes"]) for group in layout.groups}
