import numpy as np
import pytest

from recognizer.training.evaluation.answers import Answer, Strokes
from recognizer.training.evaluation.changes import SERIES, Series, mirrored, thinned, turned

FLAG: Strokes = (
    np.array([[0.0, 0.0], [0.0, 4.0], [0.0, 8.0], [0.0, 12.0]]),
    np.array([[0.0, 0.0], [6.0, 2.0], [0.0, 4.0]]),
)


def rng() -> np.random.Generator:
    return np.random.default_rng(1)


@pytest.mark.parametrize("series", SERIES, ids=[series.name for series in SERIES])
def test_the_first_amount_of_every_series_changes_nothing(series: Series) -> None:
    (same,) = series.applied([Answer("1", FLAG)], series.amounts[0], rng())
    for stroke, before in zip(same.strokes, FLAG, strict=True):
        assert stroke == pytest.approx(before)


@pytest.mark.parametrize("series", SERIES, ids=[series.name for series in SERIES])
def test_every_other_amount_changes_the_ink_and_not_what_it_says(series: Series) -> None:
    for amount in series.amounts[1:]:
        others = series.applied([Answer("1", FLAG)] * 8, amount, rng())  # by chance, one may be as it was
        assert {(other.text, len(other.strokes)) for other in others} == {("1", len(FLAG))}
        assert any(lists(other.strokes) != lists(FLAG) for other in others)


def test_turning_by_a_quarter_lays_a_pole_down() -> None:
    pole = turned(FLAG[:1], 90, rng())[0]
    assert np.ptp(pole, axis=0) == pytest.approx([12.0, 0.0])


def test_a_slow_screen_keeps_both_ends_of_a_stroke() -> None:
    assert lists(thinned(FLAG, 2, rng())) == [[[0, 0], [0, 8], [0, 12]], [[0, 0], [0, 4]]]


def test_the_mirror_changes_sides_and_nothing_else() -> None:
    assert lists(mirrored(FLAG))[1] == [[6, 0], [0, 2], [6, 4]]
    assert lists(mirrored(mirrored(FLAG))) == lists(FLAG)


def lists(strokes: Strokes) -> list:
    return [stroke.tolist() for stroke in strokes]
