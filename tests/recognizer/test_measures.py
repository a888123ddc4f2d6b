from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recognizer.ink import Ink
from recognizer.labels import SYMBOLS
from recognizer.layout import Layout, lay_out
from recognizer.measures import (
    FORM_MEASURES,
    GROUP_MEASURES,
    KIND_MEASURES,
    KIND_OF_SYMBOL,
    KINDS,
    PAIR_MEASURES,
    SPACE_MEASURES,
    STACK_MEASURES,
    measure_forms,
    measure_groups,
    measure_pairs,
    measure_spaces,
    measure_stack,
)
from recognizer.templates import write
from recognizer.writing import traced
from tests.recognizer.handwriting import moved, written

TEXTS = ["4", "4747", "-3.5", "1/2", "-1 1/2", "3:45"]


def laid_out(text: str, seed: int = 0, *, stacked: bool = True) -> Layout:
    return lay_out(traced(Ink.from_json(write(text, Random(seed), stacked=stacked))))[-1]


def at(layout: Layout, *strokes: int) -> int:
    return next(index for index, group in enumerate(layout.groups) if group.strokes == strokes)


def test_every_symbol_is_of_a_kind() -> None:
    kinds = {symbol: KINDS[kind] for symbol, kind in zip(SYMBOLS, KIND_OF_SYMBOL, strict=True)}
    assert {kinds[digit] for digit in "0123456789"} == {"digit"}
    assert [kinds[symbol] for symbol in "-.:/+"] == ["minus", "point", "colon", "slash", "sign"]
    assert len(KIND_MEASURES) == len(KINDS) * len(FORM_MEASURES)


@pytest.mark.parametrize("text", TEXTS)
def test_every_measure_is_there_and_finite(text: str) -> None:
    layout = laid_out(text)
    count = len(layout.groups)
    measures = {
        (count, len(GROUP_MEASURES)): measure_groups(layout),
        (count, len(FORM_MEASURES)): measure_forms(layout),
        (count, count, len(PAIR_MEASURES)): measure_pairs(layout),
        (count, count, len(SPACE_MEASURES)): measure_spaces(layout),
        (len(STACK_MEASURES),): measure_stack(layout),
    }
    assert all(found.shape == shape and np.isfinite(found).all() for shape, found in measures.items())


def test_a_point_is_small_and_low_and_a_minus_flat_in_the_middle() -> None:
    layout = lay_out(traced(Ink.from_json([[[0, 50], [30, 50]], [[60, 0], [60, 100]], [[80, 95], [82, 100]]])))[0]
    measures = [dict(zip(FORM_MEASURES, measure_forms(layout)[at(layout, stroke)], strict=True)) for stroke in range(3)]
    minus, one, point = measures
    assert minus["height"] < minus["width"] < one["height"] == pytest.approx(0.0, abs=1e-4)
    assert minus["place"] == pytest.approx(0.0, abs=0.01)
    assert point["place"] > 0.4
    assert point["width"] < minus["width"]


def test_strokes_that_are_joined_out_of_turn_are_told() -> None:
    strokes = [[[0, 0], [25, 0], [10, 60]], [[45, 0], [45, 60]], [[2, 30], [22, 30]]]
    layout = lay_out(traced(Ink.from_json(strokes)))[0]
    interrupted = measure_groups(layout)[:, GROUP_MEASURES.index("interrupted")]
    assert interrupted[at(layout, 0, 2)] == 1.0
    assert interrupted[at(layout, 0)] == 0.0


def test_from_row_to_row_nothing_is_measured() -> None:
    layout = laid_out("1/2")
    row = np.array(layout.row)
    assert layout.stack is not None
    assert not measure_pairs(layout)[row[:, None] != row[None, :]].any()
    assert measure_pairs(layout)[row[:, None] == row[None, :]].any()


def test_a_line_stands_on_no_bar() -> None:
    assert not measure_stack(laid_out("47")).any()


def test_a_bar_that_its_digits_overhang_is_measured() -> None:
    def overhang(left: float) -> float:
        strokes = [[[-20, 0], [20, 50]], [[left, 60], [60, 60]], [[-20, 70], [20, 120]]]
        (stacked,) = [layout for layout in lay_out(traced(Ink.from_json(strokes))) if layout.stack]
        return float(measure_stack(stacked)[STACK_MEASURES.index("stack_overhang")])

    assert overhang(-60) == 0.0
    assert overhang(0) > 0.3


def test_a_wider_gap_than_usual_speaks_for_a_space() -> None:
    narrow, wide = (laid_out(text, 3, stacked=False) for text in ("23/4", "2 3/4"))
    wider = SPACE_MEASURES.index("space_wider")
    two, three = (measure_spaces(layout)[0, :, wider].max() for layout in (narrow, wide))
    assert three > two


@given(
    text=st.sampled_from(TEXTS),
    seed=st.integers(0, 50),
    scale=st.floats(0.02, 50),
    x=st.floats(-500, 500),
    y=st.floats(-500, 500),
)
def test_place_and_size_change_no_measure(text: str, seed: int, scale: float, x: float, y: float) -> None:
    ink = written(text, seed)
    here, there = (_measured(lay_out(traced(each))[-1]) for each in (ink, moved(ink, scale=scale, by=(x, y))))
    for strokes, measures in here.items():
        assert there[strokes] == pytest.approx(measures, abs=0.01)


def _measured(layout: Layout) -> dict[tuple[int, ...], list[float]]:
    """By the strokes of each group, since groups with the same centre may change places."""
    rows = np.concatenate([measure_groups(layout), measure_forms(layout)], axis=1).tolist()
    return dict(zip((group.strokes for group in layout.groups), rows, strict=True))
