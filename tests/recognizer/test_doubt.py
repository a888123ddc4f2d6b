import numpy as np
import pytest

from recognizer.decode import Hypothesis, Sign
from recognizer.doubt import LEFT, doubted, points
from recognizer.labels import LABELS
from recognizer.layout import Layout, Row
from recognizer.segment import Box, Group

BOXES = (Box(0, 0, 6, 10), Box(7, 9, 8, 10), Box(10, 0, 16, 10))  # 3 . 5
ROW = Row((0, 1, 2), Box.around_all(BOXES), 10.0)
GROUPS = (Group((0,), BOXES[0]), Group((0, 1), Box(0, 0, 8, 10)), Group((1,), BOXES[1]), Group((2,), BOXES[2]))
LAYOUT = Layout(GROUPS, (0,) * 4, (ROW,), BOXES, np.zeros((3, 3), np.float32))
POINT = 0b010


def read(text: str, probability: float, *signs: tuple[int, str]) -> Hypothesis:
    return Hypothesis(text, probability, 0, tuple(Sign(*sign) for sign in signs))


def left(*found: Hypothesis, points: int = 0) -> dict[str, float]:
    return {each.text: each.probability for each in doubted(found, [LAYOUT], points)}


SERIF = read("35", 0.8, (1, "3"), (3, "5"))
POINTED = read("3.5", 0.8, (0, "3"), (2, "."), (3, "5"))


def test_a_point_that_became_part_of_a_digit_is_doubted() -> None:
    assert left(SERIF, points=POINT) == {"35": 0.8 * LEFT}
    assert left(SERIF) == {"35": 0.8}


def test_a_point_that_is_read_is_none() -> None:
    assert left(POINTED, points=POINT) == {"3.5": 0.8}


SPACED = {
    "as likely as a tenth": (0.8, 0.08, LEFT),
    "hardly likely": (0.8, 0.01, 1.0),
}


@pytest.mark.parametrize(("closer", "wider", "share"), SPACED.values(), ids=SPACED)
def test_a_space_that_may_have_been_left_is_doubted(closer: float, wider: float, share: float) -> None:
    found = left(read("23/4", closer), read("2 3/4", wider), read("2314", 0.1))
    assert found["23/4"] == pytest.approx(closer * share)
    assert found["2314"] == 0.1


def test_what_is_doubted_may_come_after_what_is_not() -> None:
    other = read("38", 0.5, (0, "3"), (2, "."), (3, "8"))
    assert list(left(SERIF, other, points=POINT)) == ["38", "35"]


def test_points_are_strokes_that_look_like_one_by_themselves() -> None:
    looks = np.full((4, len(LABELS)), np.log(0.01), np.float32)
    looks[[1, 2], LABELS.index(".")] = np.log(0.7)
    assert points(LAYOUT, looks) == POINT
    assert points(LAYOUT, np.full_like(looks, np.log(0.03))) == 0
