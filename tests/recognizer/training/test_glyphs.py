"""Glyphs in bulk are drawn as the reader draws them, and redrawn as other hands do."""

from dataclasses import replace

import numpy as np
import pytest

from recognizer.labels import DIGITS, LABELS
from recognizer.raster import RADIUS, SENSELESS, SMALL, render
from recognizer.training import glyphs as bulk
from recognizer.training.glyphs import Glyphs, gather, images, join, reversed_strokes, varied
from tests.recognizer.training.hands import hand_with_signs

SAMPLES = hand_with_signs()


@pytest.fixture
def glyphs() -> Glyphs:
    return gather([sample.strokes for sample in SAMPLES], [LABELS.index(sample.text) for sample in SAMPLES])


def same(one: np.ndarray, other: np.ndarray) -> bool:
    return bool(np.abs(one - other).max() < 1e-3)


def test_glyphs_in_bulk_look_as_the_reader_renders_them(glyphs: Glyphs) -> None:
    assert same(images(glyphs, RADIUS), render([sample.strokes for sample in SAMPLES]))


@pytest.mark.parametrize("size", [1.5, 4.0])
def test_a_small_share_is_drawn_as_small_as_beside_large_digits(size: float) -> None:
    """`size`: how tall the digits beside are, by the longest side of the glyph."""
    plus = next(sample for sample in SAMPLES if sample.text == "+")
    side = float(np.ptp(np.concatenate(plus.strokes), axis=0).max())
    share = np.array([min(1.0, 1 / (SMALL * size))], np.float32)
    drawn = images(gather([plus.strokes], [0], share), RADIUS)
    assert same(drawn, render([plus.strokes], size * side))


def test_strokes_from_their_end_leave_the_ink_and_turn_the_pen(glyphs: Glyphs) -> None:
    before, after = images(glyphs, RADIUS), images(reversed_strokes(glyphs), RADIUS)
    cos_and_sin = slice(SENSELESS, SENSELESS + 2)
    assert same(after[:, :SENSELESS], before[:, :SENSELESS])
    assert same(after[:, cos_and_sin], -before[:, cos_and_sin])


def test_strokes_reversed_twice_are_as_they_were(glyphs: Glyphs) -> None:
    twice = reversed_strokes(reversed_strokes(glyphs))
    assert np.array_equal(twice.steps, glyphs.steps)
    assert np.array_equal(twice.stroke, glyphs.stroke)


def test_another_hand_may_draw_strokes_backwards_and_in_another_order(
    glyphs: Glyphs, monkeypatch: pytest.MonkeyPatch
) -> None:
    for still in ("SHRUNK", "DROPPED", "SLANT", "TURN", "STRETCH", "WAVE"):
        monkeypatch.setattr(bulk, still, 0.0)
    monkeypatch.setattr(bulk, "_misplaced", lambda each, rng: np.zeros((len(each.steps), 2)))
    monkeypatch.setattr(bulk, "BACKWARDS", 1.0)
    monkeypatch.setattr(bulk, "OUT_OF_ORDER", 1.0)
    before, after = images(glyphs, RADIUS), images(varied(glyphs, np.random.default_rng(1)), RADIUS)
    assert same(after[:, :SENSELESS], before[:, :SENSELESS])
    turned = np.abs(after[:, SENSELESS:] - before[:, SENSELESS:]).max(axis=(1, 2, 3)) > 0.5
    assert turned.mean() > 0.5


def test_a_dropped_stroke_is_the_last_of_a_digit_that_has_others(
    glyphs: Glyphs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "DROPPED", 1.0)
    after = varied(glyphs, np.random.default_rng(2))
    for at, sample in enumerate(SAMPLES):
        lost = sample.text in DIGITS and len(sample.strokes) > 1
        kept = set(after.stroke[after.begin[at] : after.begin[at + 1]].tolist())
        assert kept == set(range(len(sample.strokes) - lost))


def test_other_hands_keep_what_is_written(glyphs: Glyphs) -> None:
    after = varied(glyphs, np.random.default_rng(3))
    assert np.array_equal(after.label, glyphs.label)
    assert (after.share <= glyphs.share).all()
    assert np.isfinite(after.steps).all()


def test_glyphs_joined_are_taken_apart_again(glyphs: Glyphs) -> None:
    twice = join([glyphs, replace(glyphs, label=glyphs.label + 1)])
    second = twice.take(np.arange(len(glyphs), 2 * len(glyphs)))
    assert np.array_equal(second.steps, glyphs.steps)
    assert np.array_equal(second.label, glyphs.label + 1)
    assert np.array_equal(second.begin, glyphs.begin)
