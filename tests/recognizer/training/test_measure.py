import numpy as np

from recognizer.card import Card
from recognizer.training.measure import Refusals, Tally, Verdict, refusals, tally
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
    assert tally(verdicts, CARD) == Tally(
        answers=6, wrong=3, wrong_and_sure=1, right_but_asked=1, right_but_unread=1, unread=2
    )


def test_an_unread_answer_is_not_right_as_it_is_read() -> None:
    verdicts = [Verdict("42", "42", 0.95), Verdict("42", "42", 0.10), Verdict("42", "47", 0.10)]
    assert tally(verdicts, CARD).wrong_as_read == 2


def test_ink_that_is_no_answer_is_counted_by_what_became_of_it() -> None:
    verdicts = [Verdict(None, "1", 0.97), Verdict(None, "1", 0.4), Verdict(None, "", 0.0)]
    assert refusals(verdicts, CARD) == Refusals(answers=3, sure=1, asked=1)


def test_strings_keep_the_strokes_of_each_digit_together() -> None:
    for sample in strings(hand(), 50, np.random.default_rng(1)):
        assert 2 <= len(sample.text) <= 5
        assert "".join(sample.symbols) == sample.text
        assert sorted(stroke for group in sample.groups for stroke in group) == list(range(len(sample.strokes)))
