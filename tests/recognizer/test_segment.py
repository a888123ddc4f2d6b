from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recognizer import templates
from recognizer.ink import Ink
from recognizer.reader import traced
from recognizer.segment import GROUP_MEASURES, MOST_GROUPS, PAIR_MEASURES, lay_out, measure_groups, measure_pairs
from tests.recognizer.handwriting import moved, real, real_ink, written

BAR = [[0.0, 30.0], [20.0, 30.0]]
SEVEN = [[0.0, 0.0], [25.0, 0.0], [10.0, 60.0]]
ONE = [[45.0, 0.0], [45.0, 60.0]]


def groups(strokes: list[list[list[float]]]) -> list[tuple[int, ...]]:
    return [group.strokes for group in lay_out(traced(Ink.from_json(strokes))).groups]


def test_no_ink_has_no_groups() -> None:
    assert groups([]) == []


def test_a_dot_alone_has_no_size_to_measure_by() -> None:
    assert groups([[[5, 5]]]) == []


def test_a_seven_crossed_after_the_next_digit_was_begun_can_be_put_together() -> None:
    assert (0, 2) in groups([SEVEN, ONE, BAR])


def test_strokes_far_apart_are_never_one_symbol() -> None:
    assert groups([[[0, 0], [0, 60]], [[90, 0], [90, 60]]]) == [(0,), (1,)]


def test_strokes_of_many_are_put_together_only_where_they_are_close() -> None:
    apart = [[[0, 0], [0, 60]], [[12, 0], [12, 60]]]
    assert (0, 1) in groups(apart)
    assert (0, 1) not in groups([*apart, *([[x, 0], [x, 60]] for x in (100, 200, 300))])


def test_a_dot_outside_all_reach_is_in_no_group() -> None:
    layout = lay_out(traced(Ink.from_json([[[120, 60]], SEVEN, ONE])))
    assert (layout.speck, layout.dotted, layout.everything) == (0, True, 0b110)
    assert {stroke for group in layout.groups for stroke in group.strokes} == {1, 2}


def test_a_dot_within_reach_may_belong_to_a_symbol() -> None:
    layout = lay_out(traced(Ink.from_json([[[50, 60]], SEVEN, ONE])))
    assert (layout.speck, layout.dotted) == (None, True)
    assert (0, 2) in [group.strokes for group in layout.groups]


def test_groups_go_from_left_to_right() -> None:
    assert groups([ONE, SEVEN])[0] == (1,)


def test_a_page_of_strokes_and_a_tangle_are_given_up() -> None:
    assert groups([[[x, 0], [x, 60]] for x in range(0, 250, 10)]) == []
    assert groups([[[0, y], [60, 60 - y]] for y in range(20)]) == []


def test_every_group_and_pair_has_its_measures() -> None:
    layout = lay_out(traced(written("47")))
    count = len(layout.groups)
    assert 2 < count <= MOST_GROUPS
    assert measure_groups(layout).shape == (count, len(GROUP_MEASURES))
    assert measure_pairs(layout).shape == (count, count, len(PAIR_MEASURES))


@given(
    text=st.text("0123456789", min_size=1, max_size=4),
    seed=st.integers(0, 50),
    scale=st.floats(0.02, 50),
    x=st.floats(-500, 500),
    y=st.floats(-500, 500),
)
def test_place_and_size_change_no_group(text: str, seed: int, scale: float, x: float, y: float) -> None:
    ink = written(text, seed)
    here, there = (lay_out(traced(each)) for each in (ink, moved(ink, scale=scale, by=(x, y))))
    assert {group.strokes for group in here.groups} == {group.strokes for group in there.groups}
    by_strokes = [
        dict(zip((group.strokes for group in layout.groups), measure_groups(layout).tolist(), strict=True))
        for layout in (here, there)
    ]
    for strokes, measures in by_strokes[0].items():
        assert by_strokes[1][strokes] == pytest.approx(measures, abs=1e-3)


@pytest.mark.parametrize("text", ["4", "57", "4747", "123456"])
def test_the_true_digits_are_among_the_groups(text: str) -> None:
    for seed in range(20):
        strokes = templates.write(text, Random(seed))
        sizes = [len(templates.write(digit, Random(seed))) for digit in text]
        found = set(groups(strokes))
        assert all((index,) in found for index in range(len(strokes)))
        assert len(found) >= max(sizes)


class TestRealInk:
    pytestmark = real_ink

    def test_marked_groupings_are_among_the_candidates(self) -> None:
        missed = []
        for record in real("crohme_numbers", "valid"):
            if not record["text"].isdecimal():
                continue
            found = set(groups(record["strokes"]))
            if not all(tuple(sorted(segment["strokes"])) in found for segment in record["segments"]):
                missed.append(record["text"])
        assert missed == []
