from itertools import pairwise
from random import Random

import pytest

from recognizer.ink import Ink
from recognizer.templates import DRAWINGS, LETTERS, PAD_HEIGHT, PAD_WIDTH, STYLES, drawing, write
from tests.recognizer.templates.boxes import Box


@pytest.mark.parametrize("name", [*DRAWINGS, *LETTERS])
@pytest.mark.parametrize("pad", [(PAD_WIDTH, PAD_HEIGHT), (320.0, 240.0)])
def test_a_drawing_stays_on_the_pad_and_is_ink_that_is_taken(name: str, pad: tuple[float, float]) -> None:
    for seed in range(30):
        strokes = drawing(Random(seed), name=name, width=pad[0], height=pad[1])
        points = [point for stroke in strokes for point in stroke]
        assert all(0 < x < pad[0] and 0 < y < pad[1] for x, y, _ in points)
        assert all(later[2] > earlier[2] for earlier, later in pairwise(points))
        assert Ink.from_json(strokes).to_json() == strokes


def test_every_drawing_and_letter_comes_up_and_the_same_seed_draws_the_same() -> None:
    drawn = {len(drawing(Random(seed))) for seed in range(300)}
    assert drawn == {len(style) for style in DRAWINGS.values()} | {len(style) for (style,) in LETTERS.values()}
    assert drawing(Random(9)) == drawing(Random(9))


def test_letters_are_signs_of_no_answer_and_can_be_written_as_words() -> None:
    assert not set(LETTERS) & set(STYLES)
    boxes = [Box.of([stroke]) for stroke in write("mam", Random(1), styles=LETTERS)]
    assert all(one.right < other.left for one, other in pairwise(boxes))
