from random import Random

import numpy as np
import pytest

from recognizer import templates
from recognizer.alphabet import Alphabet
from recognizer.ink import Ink
from recognizer.labels import LABELS
from recognizer.mirror import mirror, seen_in_it
from recognizer.raster import render
from recognizer.templates.mishaps import mirrored
from recognizer.writing import traced

WHOLE = Alphabet(frozenset("0123456789"))


def says(label: str, probability: float) -> np.ndarray:
    rest = (1 - probability) / (len(LABELS) - 1)
    return np.log(np.array([[probability if each == label else rest for each in LABELS]], np.float32))


@pytest.mark.parametrize("digit", "23479")
def test_an_image_in_a_mirror_is_the_image_of_mirrored_ink(digit: str) -> None:
    """All six channels of it, but for half a pixel where the ink's middle lies between two."""
    strokes = templates.write(digit, Random(1))
    straight, flipped = (render([traced(Ink.from_json(ink))]) for ink in (strokes, mirrored(strokes)))
    assert np.abs(mirror(straight) - flipped).max() < 0.05


def test_a_mirror_of_a_mirror_is_nothing() -> None:
    images = render([traced(Ink.from_json(templates.write("5", Random(2))))])
    assert np.array_equal(mirror(mirror(images)), images)


def test_what_is_clear_only_in_a_mirror_is_believed() -> None:
    believed, found = seen_in_it(says("junk", 0.97), says("3", 0.97), WHOLE)
    assert found == {0: "3"}
    assert np.exp(believed).sum() == pytest.approx(1.0, abs=1e-4)
    assert LABELS[int(believed.argmax())] == "3"


NOT_BELIEVED = {
    "clear as it was written": (says("5", 0.9), says("3", 0.97)),
    "unclear in the mirror": (says("junk", 0.97), says("3", 0.8)),
    "no digit has that mirror image": (says("junk", 0.97), says("8", 0.97)),
    "no digit at all": (says("junk", 0.97), says("+", 0.97)),
}


@pytest.mark.parametrize(("straight", "flipped"), NOT_BELIEVED.values(), ids=NOT_BELIEVED)
def test_everything_else_stays_as_it_was_written(straight: np.ndarray, flipped: np.ndarray) -> None:
    believed, found = seen_in_it(straight, flipped, WHOLE)
    assert found == {}
    assert np.array_equal(believed, straight)


def test_a_digit_that_the_format_lacks_is_not_seen_in_it() -> None:
    assert seen_in_it(says("junk", 0.97), says("3", 0.97), Alphabet(frozenset("<>=")))[1] == {}
