import pytest

pytest.importorskip("torch", reason="torch is not installed: pip install -r requirements-train.txt")

import numpy as np

from recognizer.card import load_weights
from recognizer.classifier import Classifier
from recognizer.decode import MEASURES
from recognizer.segment import lay_out
from recognizer.training.odds import covers, fit_odds, lattices
from recognizer.training.strings import strings
from tests.recognizer.handwriting import WEIGHTS
from tests.recognizer.training.hands import hand


def test_covers_use_every_stroke_once_and_none_twice() -> None:
    for sample in strings(hand(), 20, np.random.default_rng(2)):
        layout = lay_out(sample.strokes)
        found = covers(layout)
        assert len(set(found)) == len(found) > 0
        for cover in found:
            used = [stroke for index in cover for stroke in layout.groups[index].strokes]
            assert sorted(used) == list(range(len(sample.strokes)))


def test_fitted_odds_make_the_marked_groupings_likely() -> None:
    model, card = load_weights(WEIGHTS)
    classifier = Classifier(model, card.temperature)
    examples = lattices(strings(hand(), 60, np.random.default_rng(3)), classifier)
    odds = fit_odds(examples)
    assert tuple(odds) == MEASURES
    best = [int((example.rows @ np.array(list(odds.values()))).argmax()) for example in examples]
    assert sum(row == example.truth for row, example in zip(best, examples, strict=True)) >= 0.95 * len(examples)
