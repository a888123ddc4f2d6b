"""What the decoder weighs is fitted to groupings that people marked. Needs torch (requirements-train.txt)."""

import pytest

pytest.importorskip("torch", reason="torch is not installed: pip install -r requirements-train.txt")

import numpy as np

from recognizer.card import Card, load_weights
from recognizer.classifier import Classifier
from recognizer.decode import MEASURES
from recognizer.layout import lay_out
from recognizer.reader import Reader
from recognizer.training.data import Sample
from recognizer.training.formats import acceptor
from recognizer.training.odds import covers, fit_odds, lattices
from recognizer.training.strings import compose, hands
from tests.recognizer.handwriting import WEIGHTS
from tests.recognizer.training.hands import hand_with_signs

FORMATS = ("whole", "decimal", "fraction", "mixed", "remainder")


def answers(form: str, count: int, seed: int = 3) -> list[Sample]:
    return compose(form, hands(hand_with_signs()), count, np.random.default_rng(seed))


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    model, card = load_weights(WEIGHTS)
    return Classifier(model, card.temperature)


@pytest.mark.parametrize("form", FORMATS)
def test_covers_use_every_stroke_once_and_none_twice(form: str) -> None:
    for sample in answers(form, 10):
        for layout in lay_out(sample.strokes):
            found = covers(layout)
            assert len(set(found)) == len(found)
            for cover in found:
                used = [stroke for index in cover for stroke in layout.groups[index].strokes]
                assert sum(1 << stroke for stroke in used) == layout.everything
                assert len(set(used)) == len(used)


@pytest.mark.parametrize("form", FORMATS)
def test_the_marked_grouping_is_among_the_covers(form: str, classifier: Classifier) -> None:
    samples = answers(form, 20)
    found = lattices(samples, classifier, acceptor(form).alphabet)
    assert len(found) >= 0.95 * len(samples)
    for lattice in found:
        assert lattice.truth < len(lattice.stacks)
        said = sorted(group for group, _ in lattice.said)
        assert said == sorted(group for cover, group in lattice.members if cover == lattice.truth)


def test_the_true_grouping_of_a_fraction_stands_on_its_bar(classifier: Classifier) -> None:
    for sample in answers("fraction", 20):
        for lattice in lattices([sample], classifier, acceptor("fraction").alphabet):
            groups = [group for cover, group in lattice.members if cover == lattice.truth]
            stacked = any(lattice.bars[group] for group in groups)
            bar = sample.strokes[sample.groups[sample.symbols.index("/")][0]]
            assert stacked == bool(np.ptp(bar[:, 0]) > 2 * np.ptp(bar[:, 1]))


def test_ink_that_is_no_answer_has_nothing_as_its_truth(classifier: Classifier) -> None:
    for lattice in lattices(answers("decimal", 5), classifier, acceptor("whole").alphabet, nothing=True):
        assert lattice.truth == len(lattice.stacks)
        assert lattice.said == []


def test_fitted_odds_make_the_marked_readings_likely(classifier: Classifier) -> None:
    examples = [
        lattice
        for form in FORMATS
        for lattice in lattices(answers(form, 30), classifier, acceptor(form).alphabet)
    ]  # fmt: skip
    odds = fit_odds(examples)
    assert tuple(odds) == MEASURES
    reader = Reader(classifier, Card("", 1.0, odds, 1.0, 0.0), again=False)
    unseen = [(form, sample) for form in FORMATS for sample in answers(form, 8, seed=4)]
    read = [reader.hypotheses(sample.strokes, acceptor(form))[0].text == sample.text for form, sample in unseen]
    assert sum(read) >= 0.9 * len(read)
