import numpy as np

from recognizer.card import load_weights
from recognizer.classifier import Classifier
from recognizer.labels import JUNK, LABELS
from recognizer.raster import render
from recognizer.writing import traced
from tests.recognizer.handwriting import WEIGHTS, written

MODEL, CARD = load_weights(WEIGHTS)
IMAGES = render([traced(written(digit)) for digit in "0123456789"])


def test_probabilities_sum_to_one_and_name_the_digits() -> None:
    log = Classifier(MODEL, CARD.temperature).log_probabilities(IMAGES)
    assert log.shape == (10, len(LABELS))
    assert np.allclose(np.exp(log).sum(axis=1), 1.0, atol=1e-5)
    assert log.argmax(axis=1).tolist() == list(range(10))


def test_a_glyph_is_read_alone_as_it_is_in_a_batch() -> None:
    classifier = Classifier(MODEL, CARD.temperature)
    alone = np.concatenate([classifier.log_probabilities(IMAGES[row : row + 1]) for row in range(10)])
    assert np.allclose(alone, classifier.log_probabilities(IMAGES), atol=1e-4)


def test_temperature_changes_how_sure_never_what() -> None:
    cool, hot = (Classifier(MODEL, temperature).log_probabilities(IMAGES) for temperature in (1.0, 3.0))
    assert (cool.argmax(axis=1) == hot.argmax(axis=1)).all()
    assert (hot.max(axis=1) < cool.max(axis=1)).all()


def test_a_merge_of_digits_is_junk() -> None:
    log = Classifier(MODEL, CARD.temperature).log_probabilities(render([traced(written("47"))]))
    assert LABELS[int(log[0].argmax())] == JUNK


def test_signs_are_told_from_digits_by_their_picture() -> None:
    signs = "+×÷=<>r$£€"
    log = Classifier(MODEL, CARD.temperature).log_probabilities(render([traced(written(sign)) for sign in signs]))
    assert [LABELS[best] for best in log.argmax(axis=1)] == list(signs)
