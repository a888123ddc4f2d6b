from collections.abc import Callable

import numpy as np
import pytest

from recognizer.templates import DRAWINGS
from recognizer.training.evaluation.answers import Answer
from recognizer.training.evaluation.nonsense import drawings, scratched_out, scribbles, struck_out

POLE = Answer("1", (np.array([[5.0, 0.0], [5.0, 30.0], [4.0, 60.0]]),), "one")

MADE: dict[str, Callable[[], list[Answer]]] = {
    "scribbles": lambda: scribbles(3),
    "drawings": lambda: drawings(len(DRAWINGS)),
    "a line through a digit": lambda: struck_out([POLE] * 3),
    "a zigzag over a digit": lambda: scratched_out([POLE] * 3),
}


@pytest.mark.parametrize("make", MADE.values(), ids=MADE)
def test_nonsense_says_nothing_and_is_the_same_every_time(make: Callable[[], list[Answer]]) -> None:
    once, again = make(), make()
    assert [answer.text for answer in once] == [None] * len(once)
    assert [_points(answer) for answer in once] == [_points(answer) for answer in again]
    assert len({str(_points(answer)) for answer in once}) == len(once)


@pytest.mark.parametrize("spoil", [struck_out, scratched_out])
def test_what_is_crossed_out_is_still_under_the_crossing(spoil: Callable[[list[Answer]], list[Answer]]) -> None:
    (spoilt,) = spoil([POLE])
    digit, crossing = spoilt.strokes
    assert np.ptp(digit, axis=0) == pytest.approx([5.0, 300.0])
    assert crossing[:, 0].min() < digit[:, 0].max()
    assert crossing[:, 0].max() > digit[:, 0].min()


def _points(answer: Answer) -> list:
    return [stroke.tolist() for stroke in answer.strokes]
