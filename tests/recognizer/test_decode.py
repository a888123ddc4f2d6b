"""The decoder on scores made by hand: three upright strokes, of which the first two may be one symbol."""

import math

import numpy as np
import pytest

from recognizer.decode import Scores, decode
from recognizer.segment import Box, Group, Layout
from tests.recognizer.acceptors import DIGIT, WHOLE, UpTo

SYMBOLS = "01"
THREE = Layout(
    groups=(
        Group((0,), Box(0, 0, 1, 10)),
        Group((0, 1), Box(0, 0, 4, 10)),
        Group((1,), Box(3, 0, 4, 10)),
        Group((2,), Box(9, 0, 10, 10)),
    ),
    boxes=(Box(0, 0, 1, 10), Box(3, 0, 4, 10), Box(9, 0, 10, 10)),
    size=10.0,
    distances=np.zeros((3, 3), np.float32),
)


def scores(group: list[float], *, one: float = 0.9, nothing: float = -50.0, layout: Layout = THREE) -> Scores:
    """Every group is a 1 with probability `one`, and else a 0."""
    count = len(layout.groups)
    return Scores(
        group=np.array(group, np.float32),
        pair=np.zeros((count, count), np.float32),
        symbols=np.tile(np.log(np.array([1 - one, one], np.float32)), (count, 1)),
        nothing=nothing,
    )


def texts(found: Scores, acceptor: UpTo = WHOLE) -> dict[str, float]:
    return {each.text: round(each.probability, 4) for each in decode(THREE, found, SYMBOLS, acceptor)}


def test_all_covers_and_all_symbols_share_the_probability() -> None:
    found = texts(scores([0.0, 0.0, 0.0, 0.0], one=0.5))
    assert sum(found.values()) == pytest.approx(1.0, abs=1e-3)
    assert found["11"] == pytest.approx(0.5 * 0.25, abs=1e-4)  # one of two covers, one of its four texts
    assert found["111"] == pytest.approx(0.5 * 0.125, abs=1e-4)


def test_the_better_cover_gives_the_text_and_its_groups() -> None:
    joined = decode(THREE, scores([-3.0, 3.0, -3.0, 0.0]), SYMBOLS, WHOLE)[0]
    assert (joined.text, joined.groups) == ("11", (1, 3))
    split = decode(THREE, scores([3.0, -3.0, 3.0, 0.0]), SYMBOLS, WHOLE)[0]
    assert (split.text, split.groups) == ("111", (0, 2, 3))


def test_an_acceptor_shuts_out_whatever_it_does_not_admit() -> None:
    assert set(texts(scores([3.0, -3.0, 3.0, 0.0]), UpTo(2))) == {"11", "10", "01", "00"}
    assert texts(scores([0.0] * 4), DIGIT) == {}
    assert set(texts(scores([0.0] * 4, one=0.5), UpTo(6, symbols="0"))) == {"00", "000"}


def test_nothing_competes_with_every_text() -> None:
    even = texts(scores([0.0, -50.0, 0.0, 0.0], one=1 - 1e-9, nothing=0.0))
    assert even == {"111": 0.5, "11": 0.0}


def test_how_neighbours_lie_is_weighed() -> None:
    lying = scores([0.0] * 4)
    lying.pair[1, 3] = 5.0
    assert decode(THREE, lying, SYMBOLS, WHOLE)[0].groups == (1, 3)
    lying.pair[1, 3] = -5.0
    assert decode(THREE, lying, SYMBOLS, WHOLE)[0].groups == (0, 2, 3)


def test_the_order_of_equals_is_settled() -> None:
    assert list(texts(scores([0.0] * 4, one=0.5)))[:4] == ["00", "01", "10", "11"]


def test_a_layout_without_groups_has_no_texts() -> None:
    empty = Layout((), (), 0.0, np.zeros((0, 0), np.float32))
    assert decode(empty, scores([], layout=empty), SYMBOLS, WHOLE) == []


def test_the_sum_of_covers_counts_the_best_one_gives_the_glyphs() -> None:
    """Strokes 0 and 1 may swap their places in two covers of equal text; the text has the weight of both."""
    both = Layout(
        groups=(
            Group((0,), Box(0, 0, 2, 10)),
            Group((1,), Box(1, 0, 2, 10)),
            Group((0, 2), Box(0, 0, 6, 10)),
            Group((1, 2), Box(1, 0, 6, 10)),
        ),
        boxes=(Box(0, 0, 2, 10), Box(1, 0, 2, 10), Box(4, 0, 6, 10)),
        size=10.0,
        distances=np.zeros((3, 3), np.float32),
    )
    found = decode(both, scores([0.0, 0.0, 0.0, 1.0], one=1 - 1e-9, nothing=0.0, layout=both), SYMBOLS, WHOLE)
    assert [(each.text, each.groups) for each in found] == [("11", (0, 3))]
    assert found[0].probability == pytest.approx((1 + math.e) / (2 + math.e), abs=1e-4)
