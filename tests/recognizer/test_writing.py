from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recognizer import templates
from recognizer.ink import Ink
from recognizer.raster import CHANNELS, SIDE
from recognizer.writing import TracedInk, Traces, Without, Writing, traced
from tests.recognizer.handwriting import moved, written

NO_SIZE = np.zeros(1, np.float32)


def test_no_ink_has_no_strokes() -> None:
    assert traced(Ink()) == []


def test_traced_ink_is_at_the_origin_and_of_size_one() -> None:
    points = np.concatenate(traced(written("42")))
    assert points.min(axis=0) == pytest.approx([0, 0], abs=0.02)  # equal steps cut a corner
    assert points.max() == pytest.approx(1.0, abs=0.02)


def test_dots_alone_have_no_size() -> None:
    strokes = traced(Ink.from_json([[[7, 7], [7, 7]]]))
    assert [stroke.tolist() for stroke in strokes] == [[[0.0, 0.0]]]


@given(seed=st.integers(0, 99), scale=st.floats(0.02, 50), x=st.floats(-800, 800), y=st.floats(-800, 800))
def test_place_and_size_change_no_trace(seed: int, scale: float, x: float, y: float) -> None:
    ink = written("-1 1/2", seed)
    for here, there in zip(traced(ink), traced(moved(ink, scale=scale, by=(x, y))), strict=True):
        assert there == pytest.approx(here, abs=1e-3)


def test_a_source_is_in_the_inks_own_coordinates() -> None:
    ink = Ink.from_json([[[100, 50], [140, 50]], [[300, 20], [310, 90]]])
    assert TracedInk(ink).source([1]) == ((1,), (300, 20, 310, 90))
    assert TracedInk(ink).source([0, 1]) == ((0, 1), (100, 20, 310, 90))


def test_a_source_of_traces_is_in_theirs() -> None:
    stroke = np.array([[0.0, 0.25], [0.5, 1.0]], np.float32)
    assert Traces([stroke]).source([0]) == ((0,), (0.0, 0.25, 0.5, 1.0))


def whole_and_rest() -> tuple[Writing, Writing]:
    ink = Ink.from_json(templates.write("47", Random(2)))
    return TracedInk(ink), Without(TracedInk(ink), frozenset([0]))


def test_writing_without_some_strokes_keeps_the_numbers_of_the_others() -> None:
    whole, rest = whole_and_rest()
    assert len(rest.strokes) == len(whole.strokes) - 1
    assert rest.source([0]) == whole.source([1])
    assert np.array_equal(rest.render([[0]], NO_SIZE), whole.render([[1]], NO_SIZE))


def test_groups_are_rendered_each_by_the_size_beside_it() -> None:
    whole, _ = whole_and_rest()
    images = whole.render([[0], [1]], np.array([0.0, 0.0], np.float32))
    assert images.shape == (2, CHANNELS, SIDE, SIDE)
    small = whole.render([[0], [1]], np.array([10.0, 10.0], np.float32))
    assert (small[:, 0].sum(axis=(1, 2)) < images[:, 0].sum(axis=(1, 2))).all()
