import numpy as np
import pytest
from PIL import Image

from recognizer.paper import ink_of, otsu
from tests.recognizer.pictures import DARK, LIGHT, drawn, grainy, lit

INK = np.asarray(drawn("42")) < 128
SEEN = {
    "dark on light": drawn("42"),
    "light on dark": drawn("42", ink=LIGHT, paper=DARK),
    "pencil, faint": drawn("42", ink=170, paper=215),
    "chalk, in poor light": lit(drawn("42", ink=LIGHT, paper=90)),
    "ink, in poor light": lit(drawn("42")),
    "grainy": grainy(drawn("42")),
    "grainy, in poor light": grainy(lit(drawn("42"))),
}


@pytest.mark.parametrize("picture", SEEN.values(), ids=SEEN)
def test_ink_is_told_from_paper(picture: Image.Image) -> None:
    ink = ink_of(np.asarray(picture, np.float32))
    assert (ink.min(), ink.max()) == (0.0, 1.0)
    assert ((ink > 0.5) != INK).mean() < 0.004  # of all pixels; the ink has 0.04


EMPTY = {
    "white": Image.new("L", (500, 300), 255),
    "black": Image.new("L", (500, 300), 0),
    "grainy paper": grainy(Image.new("L", (500, 300), 200)),
    "grainy paper, in poor light": grainy(lit(Image.new("L", (500, 300), 200))),
    "a shade on paper": drawn("42", ink=190, paper=200),
}


@pytest.mark.parametrize("picture", EMPTY.values(), ids=EMPTY)
def test_paper_alone_has_no_ink(picture: Image.Image) -> None:
    assert not ink_of(np.asarray(picture, np.float32)).any()


def test_otsu_parts_two_heaps_between_them() -> None:
    threshold, explained = otsu(np.array([10.0] * 90 + [200.0] * 10, np.float32))
    assert 10 < threshold < 200
    assert explained == pytest.approx(1.0)
