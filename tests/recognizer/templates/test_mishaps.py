from itertools import pairwise
from random import Random

import pytest

from recognizer.templates import PAD_HEIGHT, PAD_WIDTH, write
from recognizer.templates.mishaps import (
    backwards,
    mirrored,
    rewritten,
    scratched_out,
    shuffled,
    struck_out,
    with_stray_dot,
)
from recognizer.templates.pen import Strokes
from tests.recognizer.templates.boxes import Box

SEEDS = range(50)


def places(strokes: Strokes) -> list[list[list[float]]]:
    return [[point[:2] for point in stroke] for stroke in strokes]


@pytest.mark.parametrize("text", ["1", "473", "-1 1/2", "123456"])
def test_whatever_goes_wrong_stays_on_the_pad_and_moves_on_in_time(text: str) -> None:
    for seed in SEEDS:
        rng = Random(seed)
        strokes = write(text, rng)
        kept = [[list(point) for point in stroke] for stroke in strokes]
        for mishap in (
            mirrored(strokes),
            struck_out(strokes, rng),
            scratched_out(strokes, rng),
            backwards(strokes),
            shuffled(strokes, rng),
            with_stray_dot(strokes, rng),
            rewritten(text, "42", rng),
        ):
            points = [point for stroke in mishap for point in stroke]
            assert all(0 < x < PAD_WIDTH and 0 < y < PAD_HEIGHT for x, y, _ in points)
            assert all(later[2] > earlier[2] for earlier, later in pairwise(points))
        assert strokes == kept


def test_a_mirror_image_faces_the_other_way_in_the_same_place() -> None:
    three = write("3", Random(1))
    image = mirrored(three)
    assert image != three
    assert Box.of(image) == Box.of(three)
    assert [[y for _, y, _ in stroke] for stroke in image] == [[y for _, y, _ in stroke] for stroke in three]
    assert mirrored(image) == three


def test_every_stroke_is_drawn_from_its_end() -> None:
    strokes = write("47", Random(2))
    assert places(backwards(strokes)) == [stroke[::-1] for stroke in places(strokes)]
    assert backwards(backwards(strokes)) == strokes


def test_the_same_strokes_come_in_another_order() -> None:
    strokes = write("4747", Random(3))
    mixed = shuffled(strokes, Random(3))
    assert places(mixed) != places(strokes)
    assert sorted(places(mixed)) == sorted(places(strokes))


def test_a_strike_is_one_more_stroke_right_across() -> None:
    for seed in SEEDS:
        strokes = write("81", Random(seed))
        *same, line = struck_out(strokes, Random(seed))
        ink, strike = Box.of(strokes), Box.of([line])
        assert same == strokes
        assert strike.left < ink.left < ink.right < strike.right
        assert ink.top < strike.top < strike.bottom < ink.bottom
        assert strike.height < 0.5 * strike.width


def test_a_zigzag_covers_most_of_the_ink_and_little_else() -> None:
    for seed in SEEDS:
        strokes = write("81", Random(seed))
        *same, line = scratched_out(strokes, Random(seed))
        ink, zigzag = Box.of(strokes), Box.of([line])
        assert same == strokes
        assert 0.6 * ink.height < zigzag.height < 1.1 * ink.height
        assert 0.8 * ink.width < zigzag.width < 1.3 * ink.width


def test_what_is_written_anew_stands_to_the_right_of_what_is_crossed_out() -> None:
    for seed in SEEDS:
        strokes = rewritten("48", "7", Random(seed))
        crossed = [stroke for stroke in strokes if Box.of([stroke]).right < PAD_WIDTH / 2]
        anew = [stroke for stroke in strokes if Box.of([stroke]).left > PAD_WIDTH / 2]
        assert crossed + anew == strokes
        assert len(anew) in (1, 2)
        assert len(crossed) >= 3


def test_a_stray_dot_lies_off_the_writing() -> None:
    at = set()
    for seed in SEEDS:
        strokes = write("48", Random(seed))
        touched = with_stray_dot(strokes, Random(seed))
        (index,) = (index for index, stroke in enumerate(touched) if len(stroke) == 1)
        ink, ((x, y, _),) = Box.of(strokes), touched[index]
        assert not (ink.left < x < ink.right and ink.top < y < ink.bottom)
        assert places([*touched[:index], *touched[index + 1 :]]) == places(strokes)
        at.add(index)
    assert at >= {0, 1, 2}
