"""What is put together for training is what its label says."""

import numpy as np
import pytest

from recognizer.labels import JUNK, LABELS
from recognizer.raster import trace
from recognizer.training.data import Sample
from recognizer.training.glyphs import Glyphs, gather
from recognizer.training.invented import crossed_out, currency, merges, scribbles, slashed_zeros
from tests.recognizer.training.hands import hand

JUNK_AT = LABELS.index(JUNK)

LETTERS = [  # an S, an L and a C by their corners
    Sample("S", (trace([[9, 1], [4, 0], [1, 3], [5, 5], [9, 8], [5, 10], [0, 9]]),), "one"),
    Sample("L", (trace([[1, 0], [1, 10], [7, 10]]),), "one"),
    Sample("C", (trace([[8, 1], [3, 0], [0, 5], [3, 10], [8, 9]]),), "one"),
    Sample("E", (trace([[8, 0], [0, 0], [0, 10], [8, 10]]), trace([[0, 5], [6, 5]])), "one"),
]


@pytest.fixture
def digits() -> Glyphs:
    return gather([sample.strokes for sample in hand()], range(10))


def strokes(glyphs: Glyphs) -> list[int]:
    """How many each glyph has."""
    return [len(np.unique(glyphs.stroke[a:b])) for a, b in zip(glyphs.begin, glyphs.begin[1:], strict=False)]


@pytest.mark.parametrize(("symbol", "fewest", "most"), [("$", 2, 3), ("£", 2, 2), ("€", 3, 3)])
def test_a_sign_of_money_is_a_letter_with_its_bars(symbol: str, fewest: int, most: int) -> None:
    glyphs = currency(symbol, LETTERS, 40, np.random.default_rng(1))
    assert len(glyphs) == 40
    assert set(glyphs.label) == {LABELS.index(symbol)}
    assert fewest <= min(strokes(glyphs)) <= max(strokes(glyphs)) <= most


def test_the_bar_of_a_dollar_stands_and_those_of_a_euro_lie() -> None:
    for symbol, lies in (("$", False), ("€", True)):
        glyphs = currency(symbol, LETTERS, 20, np.random.default_rng(2))
        for begin, end in zip(glyphs.begin, glyphs.begin[1:], strict=False):
            bar = glyphs.steps[begin:end][glyphs.stroke[begin:end] == 1]
            wide, tall = np.ptp(bar.reshape(-1, 2), axis=0)
            assert bool(wide > tall) is lies


def test_two_digits_side_by_side_are_no_symbol(digits: Glyphs) -> None:
    glyphs = merges(digits, 30, np.random.default_rng(3))
    assert glyphs.label.tolist() == [JUNK_AT] * 30
    assert len(glyphs.steps) == glyphs.begin[-1]
    assert min(strokes(glyphs)) >= 2
    for begin, end in zip(glyphs.begin, glyphs.begin[1:], strict=False):
        second = glyphs.stroke[begin:end] > digits.stroke.max()
        first, later = (glyphs.steps[begin:end][part][:, 0::2] for part in (~second, second))
        assert later.min() >= first.max() - 1.0 - 1e-3  # they overlap by a pixel at most


def test_what_is_crossed_out_is_no_symbol_and_lies_under_one_more_stroke(digits: Glyphs) -> None:
    glyphs = crossed_out(digits.take(np.array([8])), 20, np.random.default_rng(4))
    assert glyphs.label.tolist() == [JUNK_AT] * 20
    assert strokes(glyphs) == [strokes(digits)[8] + 1] * 20
    lengths = np.hypot(*(glyphs.steps[:, 2:] - glyphs.steps[:, :2]).T)
    zigzag = glyphs.stroke == glyphs.stroke.max()
    assert lengths[zigzag].sum() / 20 > 3 * 20  # pixels: to and fro three times at least


def test_a_slashed_zero_is_a_zero_with_a_line_through_its_middle(digits: Glyphs) -> None:
    glyphs = slashed_zeros(digits.take(np.array([0])), 20, np.random.default_rng(5))
    assert glyphs.label.tolist() == [0] * 20
    assert strokes(glyphs) == [strokes(digits)[0] + 1] * 20
    for begin, end in zip(glyphs.begin, glyphs.begin[1:], strict=False):
        last = glyphs.stroke[begin:end] == glyphs.stroke[begin:end].max()
        zero, line = (glyphs.steps[begin:end][part].reshape(-1, 2) for part in (~last, last))
        middle = (zero.min(axis=0) + zero.max(axis=0)) / 2
        assert np.hypot(*(line - middle).T).min() < 1.0


def test_scribbles_wander_and_say_nothing() -> None:
    glyphs = scribbles(25, np.random.default_rng(6))
    assert glyphs.label.tolist() == [JUNK_AT] * 25
    assert set(strokes(glyphs)) <= {1, 2, 3}
