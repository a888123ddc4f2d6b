import numpy as np
import pytest
from PIL import Image

from recognizer.picture import Picture
from recognizer.reader import Reader, Reading
from tests.recognizer.acceptors import DIGIT, WHOLE, UpTo
from tests.recognizer.handwriting import DATA, real_ink
from tests.recognizer.pictures import drawn, file, grainy, lit


def read(reader: Reader, image: Image.Image, acceptor: UpTo = WHOLE) -> Reading:
    return reader.read_picture(Picture.from_bytes(file(image)), acceptor)


SEEN = {
    "dark on light": drawn("42"),
    "light on dark": drawn("42", ink=230, paper=30),
    "faint": drawn("42", ink=170, paper=215),
    "fine": drawn("42", pen=4),
    "thick": drawn("42", pen=40),
    "grainy, in poor light": grainy(lit(drawn("42"))),
    "tiny": drawn("42").resize((80, 48), Image.Resampling.BOX),
    "large": drawn("42").resize((2_400, 1_440)),
}


@pytest.mark.parametrize("image", SEEN.values(), ids=SEEN)
def test_a_number_is_read_however_it_is_seen(reader: Reader, image: Image.Image) -> None:
    reading = read(reader, image)
    assert (reading.text, reading.decision) == ("42", "sure")
    four, two = reading.glyphs
    assert 0 < four.box[0] < four.box[2] < two.box[2] < image.width


def test_paper_without_ink_is_unread(reader: Reader) -> None:
    reading = read(reader, Image.new("L", (300, 200), 230))
    assert reading == Reading("", 0.0, "unread", (), (), reader.version)


def test_a_page_of_noise_is_nothing_to_be_sure_of(reader: Reader) -> None:
    for seed in range(5):
        noise = np.random.default_rng(seed).integers(0, 256, (300, 300), dtype=np.uint8)
        assert read(reader, Image.fromarray(noise)).decision != "sure"


class TestRealPictures:
    """MNIST's last five thousand of train, which chose how pictures are rendered; its test is for docs/reader.md."""

    pytestmark = real_ink

    def test_digits_of_mnist_are_read(self, reader: Reader) -> None:
        with np.load(DATA / "mnist.npz") as arrays:
            pictures, labels = arrays["train_images"][-5_000::50], arrays["train_labels"][-5_000::50]
        readings = [read(reader, Image.fromarray(picture), DIGIT) for picture in pictures]
        right = [reading.text == str(label) for reading, label in zip(readings, labels, strict=True)]
        sure = [reading.decision == "sure" for reading in readings]
        assert sum(right) >= 96
        assert sum(each and not well for each, well in zip(sure, right, strict=True)) <= 1
