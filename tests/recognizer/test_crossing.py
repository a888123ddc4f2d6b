from random import Random

import pytest

from recognizer import templates
from recognizer.crossing import crossed_out, struck
from recognizer.ink import Ink
from recognizer.templates.mishaps import rewritten, scratched_out, struck_out
from recognizer.templates.pen import Strokes
from recognizer.writing import traced

SEEDS = range(30)


def crossed(strokes: Strokes) -> frozenset[int]:
    return crossed_out(traced(Ink.from_json(strokes)))


@pytest.mark.parametrize("text", ["7", "42", "384"])
def test_a_zigzag_takes_back_all_that_lies_under_it(text: str) -> None:
    for seed in SEEDS:
        strokes = scratched_out(templates.write(text, Random(seed)), Random(seed))
        assert crossed(strokes) == frozenset(range(len(strokes)))


def test_what_is_written_beside_it_stays() -> None:
    for seed in SEEDS:
        strokes = rewritten("37", "42", Random(seed))
        right_half = {index for index, stroke in enumerate(strokes) if stroke[0][0] > templates.PAD_WIDTH / 2}
        assert crossed(strokes) == frozenset(range(len(strokes))) - right_half


@pytest.mark.parametrize("text", ["8", "3", "1984", "-3.5", "1 1/2", "3 r 2", "$3.50", "€3.50", "12+7×2=26"])
def test_nothing_is_crossed_out_in_an_answer(text: str) -> None:
    for seed in SEEDS:
        assert crossed(templates.write(text, Random(seed))) == frozenset()


NO_CROSSING = {
    "nothing": [],
    "a dot": [[[5, 5]]],
    "a line, as a 7 has it": struck_out(templates.write("7", Random(1)), Random(1)),
    "a zigzag over nothing": [[[20 * turn, 100 * (turn % 2)] for turn in range(12)]],
    "a zigzag before what is written on it": [
        [[20 * turn, 100 * (turn % 2)] for turn in range(12)],
        [[100, 0], [100, 100]],
    ],
    "a trembling bar under a digit": [[[60, 0], [60, 90]], [[5 * step, 100 + step % 2] for step in range(24)]],
}


@pytest.mark.parametrize("strokes", NO_CROSSING.values(), ids=NO_CROSSING)
def test_a_crossing_is_a_zigzag_over_earlier_ink(strokes: Strokes) -> None:
    assert crossed(strokes) == frozenset()


def test_a_crossing_is_one_in_any_place_and_size() -> None:
    strokes = scratched_out(templates.write("42", Random(3)), Random(3))
    there = [[[0.01 * x - 70, 0.01 * y + 9, t] for x, y, t in stroke] for stroke in strokes]
    assert crossed(there) == crossed(strokes)


@pytest.mark.parametrize("text", ["3", "42", "384"])
def test_a_line_through_ink_is_known(text: str) -> None:
    for seed in SEEDS:
        strokes = struck_out(templates.write(text, Random(seed)), Random(seed))
        assert struck(traced(Ink.from_json(strokes))) == {len(strokes) - 1}


@pytest.mark.parametrize("text", ["4", "5", "30", "-3", "1/2", "3.5"])
def test_no_stroke_of_an_answer_is_a_line_through_it(text: str) -> None:
    for seed in SEEDS:
        assert struck(traced(Ink.from_json(templates.write(text, Random(seed))))) == frozenset()
