import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recognizer.raster import BOX, CHANNELS, MOST_STEPS, SENSELESS, SIDE, SMALL, render, trace
from recognizer.writing import traced
from tests.recognizer.handwriting import moved, written


def picture(strokes: list[list[list[float]]], size: float = 0.0) -> np.ndarray:
    return render([[trace(stroke) for stroke in strokes]], size)[0]


def test_no_glyph_is_no_image() -> None:
    assert render([]).shape == (0, CHANNELS, SIDE, SIDE)


def test_an_upright_stroke_is_twenty_pixels_tall_in_the_middle() -> None:
    ink = picture([[[0, 0], [0, 70]]])[0]
    rows, columns = np.nonzero(ink > 0.5)
    assert (rows.min(), rows.max()) == (3, 24)  # 20 pixels, and the round end of the pen on both sides
    assert (columns.min(), columns.max()) == (13, 14)
    assert rows.max() - rows.min() == BOX + 1


def test_pixels_fade_with_their_distance_to_the_ink() -> None:
    ink = picture([[[0, 0], [0, 70]]])[0]
    assert ink[14, 10:18] == pytest.approx([0.0, 0.0, 0.2, 1.0, 1.0, 0.2, 0.0, 0.0])


def test_the_first_channels_know_nothing_of_which_way_the_pen_went() -> None:
    down, up = picture([[[0, 0], [0, 70]]]), picture([[[0, 70], [0, 0]]])
    assert np.allclose(down[:SENSELESS], up[:SENSELESS], atol=1e-5)
    assert np.allclose(down[SENSELESS:], -up[SENSELESS:], atol=1e-5)


WAYS = {
    "right": ([70, 0], (1, 0, 1, 0)),
    "down": ([0, 70], (-1, 0, 0, 1)),
    "left": ([-70, 0], (1, 0, -1, 0)),
    "down to the right": ([70, 70], (0, 1, 0.5**0.5, 0.5**0.5)),
}


@pytest.mark.parametrize(("end", "told"), WAYS.values(), ids=WAYS)
def test_the_way_of_the_pen_is_told_without_and_with_its_sense(end: list[float], told: tuple[float, ...]) -> None:
    image = picture([[[0, 0], end]])
    assert image[1:5, 14, 14] / image[0, 14, 14] == pytest.approx(told, abs=0.01)


def test_the_time_goes_from_minus_one_to_one_through_all_strokes() -> None:
    time = picture([[[0, 0], [0, 70]], [[60, 0], [60, 70]]])[5]
    first, second = time[:, :14], time[:, 14:]
    assert (first[5, :].min(), second[22, :].max()) == pytest.approx((-0.93, 0.93), abs=0.08)
    assert first.max() <= 0.0 <= second.min()


def test_a_small_mark_stays_small_beside_its_digits() -> None:
    mark = [[[0, 0], [0, 10]]]
    alone, small, large = (picture(mark, size)[0] for size in (0.0, 100.0, 10.0))
    assert np.array_equal(alone, large)
    rows = np.flatnonzero(small.max(axis=1) > 0.5)
    assert np.ptp(rows) - 1 == pytest.approx(BOX * 10 / (SMALL * 100), abs=1)


def test_a_dot_is_one_spot_in_the_middle_without_direction() -> None:
    image = picture([[[5, 5]]])
    assert 0 < (image[0] > 0).sum() <= 16
    assert np.array_equal(image[1:], np.zeros((CHANNELS - 1, SIDE, SIDE)))


def test_a_trace_does_not_depend_on_how_often_the_screen_samples() -> None:
    seldom = trace([[0, 0], [10, 0], [10, 30]])
    often = trace([[x / 10, 0] for x in range(101)] + [[10, y / 10] for y in range(301)])
    assert np.allclose(seldom, often, atol=1e-4)


def test_resting_the_pen_changes_nothing() -> None:
    assert np.allclose(trace([[0, 0], [0, 0], [10, 5], [10, 5]]), trace([[0, 0], [10, 5]]))


def test_an_endless_scribble_has_no_endless_trace() -> None:
    assert len(trace([[x % 2, x % 3] for x in range(4000)])) == MOST_STEPS + 1


def test_glyphs_render_alone_as_they_do_together() -> None:
    glyphs = [[trace(stroke.points) for stroke in written(digit).strokes] for digit in "0123456789"] * 30
    together = render(glyphs)
    assert np.allclose(together[:10], np.concatenate([render([glyph]) for glyph in glyphs[:10]]), atol=1e-5)
    assert np.array_equal(together[:10], together[-10:])


@given(
    scale=st.floats(0.01, 50),
    x=st.floats(-900, 900),
    y=st.floats(-900, 900),
    digit=st.sampled_from("0123456789"),
)
def test_place_and_size_change_no_pixel(scale: float, x: float, y: float, digit: str) -> None:
    ink = written(digit)
    there = moved(ink, scale=scale, by=(x * scale, y * scale))
    before, after = (render([traced(each)]) for each in (ink, there))
    assert np.abs(before[:, 0] - after[:, 0]).max() < 0.02
