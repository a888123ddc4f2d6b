import numpy as np
import pytest

from recognizer.card import Card
from recognizer.training.measure import Refusals, Tally, Verdict, calibration, refusals, reversed_strokes, tally
from recognizer.training.strings import strings
from tests.recognizer.training.hands import hand

CARD = Card(version="", temperature=1.0, odds={}, sure=0.9, ask=0.3)


def test_a_tally_tells_right_from_wrong_and_sure_from_asked() -> None:
    verdicts = [
        Verdict("42", "42", 0.95),
        Verdict("42", "42", 0.50),
        Verdict("42", "42", 0.10),
        Verdict("42", "47", 0.95),
        Verdict("42", "47", 0.50),
        Verdict("42", "", 0.0),
    ]
    assert tally(verdicts, CARD) == Tally(answers=6, wrong=3, wrong_and_sure=1, right_but_asked=1, right_but_unread=1)


def test_ink_that_is_no_answer_is_counted_by_what_became_of_it() -> None:
    verdicts = [Verdict(None, "1", 0.97), Verdict(None, "1", 0.4), Verdict(None, "", 0.0)]
    assert refusals(verdicts, CARD) == Refusals(answers=3, sure=1, asked=1)


def test_calibration_has_a_row_for_each_tenth_in_use() -> None:
    verdicts = [Verdict("1", "1", 1.0), Verdict("1", "7", 0.92), Verdict("1", "1", 0.05)]
    assert calibration(verdicts) == [(0.05, 1.0, 1), (pytest.approx(0.96), 0.5, 2)]


def test_reversing_turns_every_stroke_and_keeps_their_order() -> None:
    sample = hand()[4]
    turned = reversed_strokes([sample])[0]
    assert [stroke[::-1].tolist() for stroke in turned.strokes] == [stroke.tolist() for stroke in sample.strokes]


def test_strings_keep_the_strokes_of_each_digit_together() -> None:
    for sample in strings(hand(), 50, np.random.default_rng(1)):
        assert 2 <= len(sample.text) <= 5
        assert "".join(sample.symbols) == sample.text
        assert sorted(stroke for group in sample.groups for stroke in group) == list(range(len(sample.strokes)))
