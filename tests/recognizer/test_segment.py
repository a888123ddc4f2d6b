import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recognizer.raster import trace
from recognizer.segment import CLOSE, MOST_GROUPS, ROOMY, Box, Reach, find_groups, near, nearest

SIZE = 60.0
SEVEN = Box(0, 0, 25, 60)
ITS_BAR = Box(2, 28, 22, 32)
ONE = Box(45, 0, 45, 60)


def groups(*boxes: Box, reach: Reach = ROOMY) -> list[tuple[int, ...]] | None:
    found = find_groups(range(len(boxes)), boxes, SIZE, reach)
    return None if found is None else [group.strokes for group in found]


def test_a_box_has_sides_a_centre_and_a_middle() -> None:
    box = Box.of(np.array([[1, 5], [4, 2], [3, 9]], np.float32))
    assert box == Box(1, 2, 4, 9)
    assert (box.width, box.height, box.centre, box.middle) == (3, 7, 2.5, 5.5)
    assert box.around(Box(0, 3, 2, 10)) == Box.around_all([box, Box(0, 3, 2, 10)]) == Box(0, 2, 4, 10)


def test_every_stroke_is_a_group_of_itself() -> None:
    assert groups(SEVEN) == [(0,)]
    assert groups() == []


def test_a_seven_crossed_after_the_next_digit_was_begun_can_be_put_together() -> None:
    assert (0, 2) in groups(SEVEN, ONE, ITS_BAR)


def test_strokes_far_apart_are_never_one_symbol() -> None:
    assert groups(Box(0, 0, 0, 60), Box(90, 0, 90, 60)) == [(0,), (1,)]


def test_two_tall_strokes_with_room_between_them_are_two_symbols() -> None:
    assert groups(Box(0, 0, 0, 60), Box(10, 0, 10, 60)) == [(0,), (1,)]
    assert (0, 1) in groups(Box(0, 0, 0, 60), Box(5, 0, 5, 60))


def test_many_strokes_are_put_together_only_where_they_are_close() -> None:
    digit, below = Box(0, 0, 30, 25), Box(0, 70, 30, 90)
    assert (0, 1) in groups(digit, below, reach=ROOMY)
    assert (0, 1) not in groups(digit, below, reach=CLOSE)


def test_bars_and_dots_one_above_the_other_are_put_together_from_farther() -> None:
    assert (0, 1) in groups(Box(0, 0, 30, 2), Box(0, 60, 30, 62), reach=CLOSE)
    assert (0, 1) not in groups(Box(0, 0, 30, 20), Box(0, 60, 30, 80), reach=CLOSE)


def test_a_symbol_has_at_most_four_strokes() -> None:
    assert max(map(len, groups(*(Box(x, 0, x + 3, 40) for x in range(0, 15, 3))))) == 4


def test_groups_go_from_left_to_right() -> None:
    assert groups(ONE, SEVEN)[0] == (1,)


def test_a_tangle_is_given_up() -> None:
    tangle = [Box(x, y, x + 12, y + 12) for x in range(0, 60, 10) for y in range(0, 60, 10)]
    assert groups(*tangle) is None
    assert len(groups(*tangle[:6])) <= MOST_GROUPS


@given(
    places=st.lists(st.tuples(*[st.integers(0, 100)] * 4), min_size=1, max_size=7),
    scale=st.sampled_from([0.25, 2.0, 16.0]),
    x=st.integers(-500, 500),
    y=st.integers(-500, 500),
)
def test_place_and_size_change_no_group(places: list, scale: float, x: int, y: int) -> None:
    here = [Box(left, top, left + wide, top + tall) for left, top, wide, tall in places]
    there = [
        Box((b.left + x) * scale, (b.top + y) * scale, (b.right + x) * scale, (b.bottom + y) * scale) for b in here
    ]
    one = find_groups(range(len(here)), here, 64.0, ROOMY)
    other = find_groups(range(len(there)), there, 64.0 * scale, ROOMY)
    assert [group.strokes for group in one or ()] == [group.strokes for group in other or ()]


@pytest.mark.parametrize("boxes", [(SEVEN, ITS_BAR), (SEVEN, ONE), (ITS_BAR, ONE)])
def test_nearness_is_mutual(boxes: tuple[Box, Box]) -> None:
    assert near(*boxes, SIZE, CLOSE) == near(*boxes[::-1], SIZE, CLOSE)


def test_distances_are_of_the_nearest_points_and_end_at_what_is_far() -> None:
    strokes = [trace([[x, 0], [x, 40]]) for x in (0, 30, 300)]
    distances = nearest(strokes, [Box.of(stroke) for stroke in strokes], SIZE, 0.75)
    assert distances == pytest.approx(np.array([[0.75, 0.5, 0.75], [0.5, 0.75, 0.75], [0.75, 0.75, 0.75]]), abs=0.01)
