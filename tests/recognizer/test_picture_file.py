import io
import struct
import zlib
from random import Random

import numpy as np
import pytest
from PIL import Image

from recognizer.picture_file import LONGEST_SIDE, MOST_BYTES, PictureRefused, greys
from tests.recognizer.pictures import drawn, file

NO_PICTURE = "That is no picture that can be opened. Send a PNG or a JPEG."
TOO_MANY = "That picture has too many pixels: at most 4 million are read. Cut out the answer, or send it smaller."


def header(width: int, height: int) -> bytes:
    """A PNG that says its size and holds nothing."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    size = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + size + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


REFUSED = {
    "nothing": (b"", NO_PICTURE, False),
    "a text": (b"42", NO_PICTURE, False),
    "cut short": (file(drawn("42"))[:800], NO_PICTURE, False),
    "a JPEG cut short": (file(drawn("42"), "JPEG")[:800], NO_PICTURE, False),
    "a GIF": (file(drawn("42"), "GIF"), NO_PICTURE, False),
    "a BMP": (file(drawn("42"), "BMP"), NO_PICTURE, False),
    "a page of nothing": (header(2001, 2000), TOO_MANY, True),
    "a bomb": (header(10_000, 10_000), TOO_MANY, True),
    "a larger bomb": (header(100_000, 100_000), TOO_MANY, True),
    "a dot": (file(Image.new("L", (7, 40))), "That picture is too small: it has less than 8 pixels to a side.", False),
    "a large file": (
        bytes(MOST_BYTES + 1),
        "That picture is too large a file: at most 2 MB are read. Send a smaller one.",
        True,
    ),
}


@pytest.mark.parametrize(("data", "sentence", "too_large"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_picture_of_an_answer_is_refused(data: bytes, sentence: str, too_large: bool) -> None:
    with pytest.raises(PictureRefused) as refused:
        greys(data)
    assert (str(refused.value), refused.value.too_large) == (sentence, too_large)


def test_whatever_bytes_come_are_opened_or_refused() -> None:
    rng = Random(0)
    for whole in (file(drawn("42")), file(drawn("42"), "JPEG")):
        for _ in range(150):
            data = bytearray(whole)
            for _ in range(rng.randint(1, 6)):
                data[rng.randrange(len(data))] = rng.randrange(256)
            try:
                seen, _ = greys(bytes(data))
            except PictureRefused:
                continue
            assert np.isfinite(seen).all()


def on_nothing(ink: str) -> Image.Image:
    """Ink on a transparent canvas."""
    dark = drawn("7").point(lambda grey: 255 - grey)
    picture = Image.new("RGBA", dark.size, ink)
    picture.putalpha(dark.point(lambda grey: 255 if grey > 128 else 0))
    return picture


SAME = {
    "grey": drawn("7"),
    "colours": drawn("7").convert("RGB"),
    "a palette": drawn("7").convert("P"),
    "two colours": drawn("7").convert("1", dither=Image.Dither.NONE),
    "sixteen bits": Image.fromarray(np.asarray(drawn("7")).astype(np.uint16) * 257),
    "black on nothing": on_nothing("black"),
}


@pytest.mark.parametrize("picture", SAME.values(), ids=SAME)
def test_every_kind_of_png_is_seen_alike(picture: Image.Image) -> None:
    seen, shrunk = greys(file(picture))
    assert shrunk == 1.0
    assert np.array_equal(seen > 128, np.asarray(drawn("7")) > 128)


def test_light_ink_on_nothing_is_seen_on_black() -> None:
    seen, _ = greys(file(on_nothing("white")))
    assert np.array_equal(seen > 128, np.asarray(drawn("7")) <= 128)


def test_a_jpeg_for_print_is_seen_alike() -> None:
    seen, _ = greys(file(drawn("7").convert("CMYK"), "JPEG"))
    assert ((seen > 128) == (np.asarray(drawn("7")) > 128)).mean() > 0.99


def test_a_picture_is_turned_as_the_camera_was_held() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter, clockwise
    sideways = file(drawn("7").rotate(90, expand=True), "JPEG", exif=exif.tobytes(), quality=95)
    seen, _ = greys(sideways)
    assert seen.shape == (300, 500)
    assert ((seen > 128) == (np.asarray(drawn("7")) > 128)).mean() > 0.99


def test_of_an_animation_the_first_frame_is_seen() -> None:
    stream = io.BytesIO()
    drawn("7").save(stream, "PNG", save_all=True, append_images=[drawn("4")])
    assert np.array_equal(greys(stream.getvalue())[0], np.asarray(drawn("7")))


def test_a_large_picture_is_looked_at_smaller() -> None:
    seen, shrunk = greys(file(drawn("7").resize((2_048, 1_200))))
    assert seen.shape == (600, LONGEST_SIDE)
    assert shrunk == 2.0
