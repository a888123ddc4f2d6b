"""The decoder on scores made by hand: three upright strokes, of which the first two may be one symbol."""

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from recognizer.alphabet import Alphabet
from recognizer.card import load_weights
from recognizer.decode import MEASURES, Acceptor, Hypothesis, Scores, Sign, decode, score
from recognizer.labels import LABELS
from recognizer.layout import Layout, Row, Stack
from recognizer.segment import Box, Group
from recognizer.training.formats import acceptor
from tests.recognizer.acceptors import DIGIT, WHOLE, UpTo
from tests.recognizer.handwriting import WEIGHTS

SYMBOLS = ("0", "1")
NEVER = {"nothing": -50.0, "nothing_strokes": 0.0}


def in_line(*groups: Group, boxes: tuple[Box, ...]) -> Layout:
    row = Row(tuple(range(len(boxes))), Box.around_all(boxes), 10.0)
    return Layout(groups, (0,) * len(groups), (row,), boxes, np.zeros((len(boxes),) * 2, np.float32))


THREE = in_line(
    Group((0,), Box(0, 0, 1, 10)),
    Group((0, 1), Box(0, 0, 4, 10)),
    Group((1,), Box(3, 0, 4, 10)),
    Group((2,), Box(9, 0, 10, 10)),
    boxes=(Box(0, 0, 1, 10), Box(3, 0, 4, 10), Box(9, 0, 10, 10)),
)


def scores(group: list[float], *, one: float = 0.9, alphabet: tuple[str, ...] = SYMBOLS) -> Scores:
    """Every group is a 1 with probability `one`, and else a 0."""
    count = len(group)
    return Scores(
        symbols=np.array(group, np.float32)[:, None] + np.log(np.array([1 - one, one], np.float32)),
        pair=np.zeros((count, count), np.float32),
        space=np.zeros((count, count), np.float32),
        stack=0.0,
        alphabet=alphabet,
        likely=(True,) * count,
    )


def found(known: Scores, acceptor: Acceptor = WHOLE, odds: dict[str, float] = NEVER) -> list[Hypothesis]:
    return decode([THREE], [known], odds, acceptor)


def texts(*given: Any, **named: Any) -> dict[str, float]:
    return {each.text: round(each.probability, 4) for each in found(*given, **named)}


def groups(hypothesis: Hypothesis) -> tuple[int, ...]:
    return tuple(sign.group for sign in hypothesis.signs)


def test_all_covers_and_all_symbols_share_the_probability() -> None:
    shares = texts(scores([0.0, 0.0, 0.0, 0.0], one=0.5))
    assert sum(shares.values()) == pytest.approx(1.0, abs=1e-3)
    assert shares["11"] == pytest.approx(0.5 * 0.25, abs=1e-4)  # one of two covers, one of its four texts
    assert shares["111"] == pytest.approx(0.5 * 0.125, abs=1e-4)


def test_the_better_cover_gives_the_text_and_its_groups() -> None:
    joined = found(scores([-3.0, 3.0, -3.0, 0.0]))[0]
    assert (joined.text, joined.layout, joined.signs) == ("11", 0, (Sign(1, "1"), Sign(3, "1")))
    split = found(scores([3.0, -3.0, 3.0, 0.0]))[0]
    assert (split.text, groups(split)) == ("111", (0, 2, 3))


def test_an_acceptor_shuts_out_whatever_it_does_not_admit() -> None:
    assert set(texts(scores([3.0, -3.0, 3.0, 0.0]), UpTo(2))) == {"11", "10", "01", "00"}
    assert texts(scores([0.0] * 4), DIGIT) == {}
    assert set(texts(scores([0.0] * 4, one=0.5), UpTo(6, symbols="0"))) == {"00", "000"}


def test_nothing_competes_with_every_text() -> None:
    alone = scores([0.0, -50.0, 0.0, 0.0], one=1 - 1e-7)
    assert texts(alone, odds={"nothing": 0.0, "nothing_strokes": 0.0}) == {"111": 0.5, "11": 0.0}
    assert texts(alone, odds={"nothing": -3.0, "nothing_strokes": 1.0}) == {"111": 0.5, "11": 0.0}  # of three strokes


def test_how_neighbours_lie_is_weighed() -> None:
    lying = scores([0.0] * 4)
    lying.pair[1, 3] = 5.0
    assert groups(found(lying)[0]) == (1, 3)
    lying.pair[1, 3] = -5.0
    assert groups(found(lying)[0]) == (0, 2, 3)


def test_the_order_of_equals_is_settled() -> None:
    assert list(texts(scores([0.0] * 4, one=0.5)))[:4] == ["00", "01", "10", "11"]


def test_no_layout_has_no_texts() -> None:
    assert decode([], [], NEVER, WHOLE) == []


def test_the_sum_of_covers_counts_the_best_one_gives_the_glyphs() -> None:
    """Strokes 0 and 1 may swap their places in two covers of equal text; the text has the weight of both."""
    both = in_line(
        Group((0,), Box(0, 0, 2, 10)),
        Group((1,), Box(1, 0, 2, 10)),
        Group((0, 2), Box(0, 0, 6, 10)),
        Group((1, 2), Box(1, 0, 6, 10)),
        boxes=(Box(0, 0, 2, 10), Box(1, 0, 2, 10), Box(4, 0, 6, 10)),
    )
    known = scores([0.0, 0.0, 0.0, 1.0], one=1 - 1e-7)
    (only,) = decode([both], [known], {"nothing": 0.0, "nothing_strokes": 0.0}, WHOLE)[:1]
    assert (only.text, groups(only)) == ("11", (0, 3))
    assert only.probability == pytest.approx((1 + math.e) / (2 + math.e), abs=1e-4)


def test_a_remainders_r_is_spelt_with_its_spaces() -> None:
    remainder = acceptor("remainder")
    known = scores([0.0, -50.0, 0.0, 0.0], one=0.5, alphabet=("1", "r"))
    assert list(texts(known, remainder))[:2] == ["1 r 1", "111"]
    assert found(known, remainder)[0].signs == (Sign(0, "1"), Sign(2, "r"), Sign(3, "1"))


def test_in_a_line_a_space_is_weighed_by_its_score() -> None:
    spaced = scores([0.0, -50.0, 0.0, 0.0], one=0.5, alphabet=("1", "/"))
    four = replace_line(spaced)
    assert [each.text for each in decode(*four, NEVER, acceptor("mixed"))][:2] == ["1 1/1", "11/1"]


def replace_line(known: Scores) -> tuple[list[Layout], list[Scores]]:
    """Four strokes 1 1/1, of which the space behind the first is likely."""
    boxes = tuple(Box(x, 0, x + 1, 10) for x in (0, 9, 13, 17))
    layout = in_line(*(Group((index,), box) for index, box in enumerate(boxes)), boxes=boxes)
    sure = np.log(np.array([[0.99, 0.01], [0.99, 0.01], [0.01, 0.99], [0.99, 0.01]], np.float32))
    space = np.full((4, 4), -5.0, np.float32)
    space[0, 1] = 1.0
    return [layout], [replace(known, symbols=sure, pair=np.zeros((4, 4), np.float32), space=space)]


ABOVE, BAR, BELOW = Box(4, 0, 6, 8), Box(0, 9, 10, 10), Box(4, 11, 6, 19)


def test_a_fraction_is_read_from_its_numerator_over_its_bar_to_its_denominator() -> None:
    boxes = (BELOW, BAR, ABOVE)  # as nobody writes it
    rows = tuple(Row((stroke,), boxes[stroke], 8.0) for stroke in (2, 1, 0))
    stacked = Layout(
        tuple(Group((stroke,), boxes[stroke]) for stroke in (2, 1, 0)),
        (0, 1, 2),
        rows,
        boxes,
        np.zeros((3, 3), np.float32),
        stack=Stack((), (2,), 1, (0,)),
    )
    known = scores([0.0, 0.0, 0.0], one=0.99, alphabet=("/", "1"))
    half = decode([stacked], [known], NEVER, acceptor("fraction"))[0]
    assert (half.text, half.signs) == ("1/1", (Sign(0, "1"), Sign(1, "/"), Sign(2, "1")))
    assert decode([stacked], [known], NEVER, acceptor("whole")) == []


def test_scores_follow_the_classifier_and_the_odds_of_the_card() -> None:
    odds = load_weights(WEIGHTS)[1].odds
    assert set(odds) >= set(MEASURES)
    log = np.full((len(THREE.groups), len(LABELS)), np.log(0.01), np.float32)
    log[:, LABELS.index("7")] = np.log(0.7)
    known = score(THREE, log, odds, Alphabet(WHOLE.alphabet))
    assert known.symbols.shape == (4, 10)
    assert known.symbols.argmax(axis=1).tolist() == [7] * 4
    assert decode([THREE], [known], odds, WHOLE)[0].text in ("77", "777")
