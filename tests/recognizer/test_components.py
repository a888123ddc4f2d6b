import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from recognizer.components import components, cut_columns, thinned

MASKS = arrays.arrays(bool, st.tuples(st.integers(1, 12), st.integers(1, 12)))


def mask(*rows: str) -> np.ndarray:
    return np.array([[sign == "#" for sign in row] for row in rows])


def flooded(ink: np.ndarray) -> np.ndarray:
    """The same by walking from pixel to pixel."""
    labels = np.zeros(ink.shape, int)
    for at in map(tuple, np.argwhere(ink)):
        if labels[at]:
            continue
        name, waiting = labels.max() + 1, [at]
        while waiting:
            y, x = waiting.pop()
            if ink[y, x] and not labels[y, x]:
                labels[y, x] = name
                near = ((y + dy, x + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1))
                waiting += [(b, a) for b, a in near if 0 <= b < ink.shape[0] and 0 <= a < ink.shape[1]]
    return labels


@given(MASKS)
def test_components_are_what_a_flood_fills(ink: np.ndarray) -> None:
    assert np.array_equal(components(ink), flooded(ink))


def test_a_spiral_is_one_component() -> None:
    spiral = mask("#######", "#.....#", "#.###.#", "#.#.#.#", "#.#...#", "#.#####", "#......")
    assert components(spiral).max() == 1


@given(MASKS)
def test_thinning_keeps_to_the_ink_and_parts_nothing(ink: np.ndarray) -> None:
    thin = thinned(ink)
    assert not (thin & ~ink).any()
    assert components(thin).max() <= components(ink).max()


def test_a_thick_stroke_thins_to_its_middle() -> None:
    bar = np.zeros((9, 30), bool)
    bar[2:7, 2:28] = True
    rows, columns = np.nonzero(thinned(bar))
    assert set(rows) == {4}
    assert np.array_equal(columns, np.arange(columns.min(), columns.max() + 1))


@pytest.mark.parametrize(
    ("ink", "most", "cuts"),
    [
        ([5, 5, 5, 1, 5, 5], 3, [3]),
        ([5, 5, 1, 5, 5, 2, 5, 5], 1, [2]),
        ([5, 5, 1, 5, 5, 2, 5, 5], 3, [2, 5]),
        ([5, 5], 3, []),
        ([5, 1, 1, 5], 0, []),
    ],
)
def test_cuts_are_made_where_there_is_least_ink(ink: list[int], most: int, cuts: list[int]) -> None:
    assert cut_columns(np.array(ink), 2, most) == cuts
