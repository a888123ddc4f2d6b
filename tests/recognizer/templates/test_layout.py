"""Sizes and places: what tells a point from a nought and a minus from a bar is where it stands."""

from itertools import pairwise
from random import Random

import pytest

from recognizer.templates import joined, write, write_glyphs
from tests.recognizer.templates.boxes import Box

SEEDS = range(100)


def boxes(text: str, seed: int) -> list[tuple[str, Box]]:
    return [(glyph.text, Box.of(glyph.strokes)) for glyph in write_glyphs(text, Random(seed))]


@pytest.mark.parametrize("text", ["305", "-3.5", "-1 1/2", "12+7×2=26"])
def test_the_glyphs_together_are_what_is_written(text: str) -> None:
    glyphs = write_glyphs(text, Random(5))
    assert joined(glyphs) == write(text, Random(5))
    assert sorted(glyph.text for glyph in glyphs) == sorted(text.replace(" ", ""))


@pytest.mark.parametrize("text", ["-3.5", "3 r 2", "3:45", "$3.50", "£3.50", "3.50 €", "(3+4)÷2<8"])
def test_a_line_is_written_from_left_to_right(text: str) -> None:
    for seed in SEEDS:
        placed = boxes(text, seed)
        assert "".join(sign for sign, _ in placed) == text.replace(" ", "")
        assert all(one.centre < other.centre for (_, one), (_, other) in pairwise(placed))


@pytest.mark.parametrize(
    ("sign", "above", "below", "narrowest", "widest"),
    [  # in heights of the 8 beside it, from its top; the widths with a hand's slant
        ("-", 0.30, 0.70, 0.25, 0.70),
        (".", 0.80, 1.30, 0.00, 0.15),
        (",", 0.80, 1.30, 0.00, 0.15),
        (":", 0.15, 1.00, 0.00, 0.25),
        ("r", 0.35, 1.15, 0.20, 0.60),
        ("+", 0.10, 1.00, 0.35, 0.75),
        ("×", 0.15, 1.00, 0.35, 0.75),
        ("÷", 0.15, 0.95, 0.35, 0.75),
        ("=", 0.25, 0.80, 0.35, 0.80),
        ("<", 0.00, 1.05, 0.35, 0.75),
        (">", 0.00, 1.05, 0.35, 0.75),
        ("(", -0.25, 1.30, 0.10, 0.50),
        (")", -0.25, 1.30, 0.10, 0.50),
        ("$", -0.25, 1.30, 0.40, 0.80),
    ],
)
def test_signs_have_their_size_and_place_beside_a_digit(
    sign: str, above: float, below: float, narrowest: float, widest: float
) -> None:
    for seed in SEEDS:
        (_, eight), (_, box) = boxes(f"8{sign}", seed)
        assert above * eight.height < box.top - eight.top
        assert box.bottom - eight.top < below * eight.height
        assert narrowest * eight.height <= box.width < widest * eight.height


def test_a_colon_is_two_dots_one_above_the_other() -> None:
    for seed in SEEDS:
        (upper, lower) = (Box.of([stroke]) for stroke in write(":", Random(seed)))
        assert upper.bottom < lower.top
        assert abs(upper.centre - lower.centre) < lower.top - upper.bottom


@pytest.mark.parametrize("text", ["1/2", "7/8", "12/35", "9/16", "100/7"])
@pytest.mark.parametrize("before", ["", "-", "1 ", "-20 "])
def test_a_fraction_is_stacked_and_its_storeys_stay_clear_of_the_bar(text: str, before: str) -> None:
    above, below = text.split("/")
    for seed in SEEDS:
        placed = boxes(before + text, seed)
        (bar,) = (box for sign, box in placed if sign == "/")
        storeys = [item for item in placed[len(before.replace(" ", "")) :] if item[1] != bar]
        upper, lower = storeys[: len(above)], storeys[len(above) :]
        assert ["".join(sign for sign, _ in storey) for storey in (upper, lower)] == [above, below]
        assert all(box.bottom < bar.top for _, box in upper)
        assert all(box.top > bar.bottom for _, box in lower)
        assert all(bar.left - bar.width / 4 < box.centre < bar.right + bar.width / 4 for _, box in storeys)
        assert all(one.centre < other.centre for storey in (upper, lower) for (_, one), (_, other) in pairwise(storey))


def test_a_whole_number_stands_left_of_its_fraction_and_taller() -> None:
    for seed in SEEDS:
        (_, whole), *fraction = boxes("4 5/6", seed)
        (bar,) = (box for sign, box in fraction if sign == "/")
        assert whole.right < bar.left
        assert whole.top < bar.middle < whole.bottom
        assert all(box.height < 0.85 * whole.height for _, box in fraction)


def test_the_bar_is_nearly_always_drawn_between_the_storeys() -> None:
    order = ["".join(glyph.text for glyph in write_glyphs("2/3", Random(seed))) for seed in range(200)]
    assert set(order) == {"2/3", "/23"}
    assert order.count("2/3") > 150


@pytest.mark.parametrize(("text", "line"), [("1/2", "1/2"), ("1 1/2", "11/2"), ("1.5/2", "1.5/2"), ("1/2.5", "1/2.5")])
def test_a_slash_is_as_tall_as_the_digits_where_nothing_is_stacked(text: str, line: str) -> None:
    stacked = "." in text  # over a bar goes a whole number only
    for seed in SEEDS:
        glyphs = write_glyphs(text, Random(seed), stacked=stacked)
        placed = [(glyph.text, Box.of(glyph.strokes)) for glyph in glyphs]
        assert "".join(sign for sign, _ in placed) == line
        slash = next(box for sign, box in placed if sign == "/")
        assert slash.height > 0.8 * placed[0][1].height
        assert slash.height > slash.width


def test_a_space_keeps_a_whole_number_apart_from_a_slashed_fraction() -> None:
    for seed in SEEDS:
        placed = [Box.of(glyph.strokes) for glyph in write_glyphs("2 2/2", Random(seed), stacked=False)]
        assert placed[1].left - placed[0].right > 0.3 * placed[0].height
