from random import Random

import numpy as np
import pytest
from PIL import Image

from recognizer.reader import Reader
from recognizer.training.cameras import TAKEN
from recognizer.training.formats import acceptor
from recognizer.training.pictures import HEIGHT, Gallery, OneOf, count, strings
from tests.recognizer.pictures import drawn


def small(text: str) -> np.ndarray:
    """White on black, 28 by 28, as MNIST is."""
    image = drawn(text, ink=255, paper=0, pen=40)
    return np.asarray(image.crop(image.getbbox()).resize((14, 20), Image.Resampling.BOX).crop((-7, -4, 21, 24)))


DIGITS = Gallery([small(text) for text in "3579"], list("3579"))


def test_strings_are_digits_side_by_side() -> None:
    made = strings(DIGITS, 30, (2, 8), np.random.default_rng(0))
    assert {len(text) for text in made.texts} == {2, 3, 4}
    assert {picture.shape[0] for picture in made.pictures} == {HEIGHT}
    for picture, text in zip(made.pictures, made.texts, strict=True):
        inked = picture.any(axis=0).astype(int)
        assert (np.diff(inked) > 0).sum() >= len(text)


@pytest.mark.parametrize("name", TAKEN)
def test_pictures_are_read_however_they_were_taken(reader: Reader, name: str) -> None:
    counts = count(reader, DIGITS.taken(name, np.random.default_rng(0)), acceptor("digit"))
    assert counts["answers"] == counts["right"] + counts["wrong"] + counts["unread"] == 4
    assert counts["right"] >= 3


def test_what_is_wrong_is_counted_as_wrong(reader: Reader) -> None:
    counts = count(reader, Gallery(DIGITS.pictures, ["0"] * 4), acceptor("digit"))
    assert (counts["right"], counts["wrong"] + counts["unread"]) == (0, 4)
    assert counts["wrong_and_sure"] > 0


def test_of_many_pictures_some_are_chosen_evenly() -> None:
    texts = [str(Random(0).randint(0, 9)) for _ in range(100)]
    assert Gallery([DIGITS.pictures[0]] * 100, texts).some(25).texts == texts[::4]


def test_one_sign_is_admitted_alone() -> None:
    signs = OneOf(frozenset("+-"))
    assert signs.accepts(signs.step(signs.start, "+") or "")
    assert signs.step("+", "-") is None
    assert signs.step(signs.start, "7") is None
    assert not signs.accepts(signs.start)
