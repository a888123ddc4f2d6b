"""A picture file as an array of greys: what is opened, and what is refused before any of it is decoded."""

import io
import zlib

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageOps

Greys = npt.NDArray[np.float32]

FORMATS = ("PNG", "JPEG")
MOST_BYTES = 2 * 1024 * 1024
MOST_PIXELS = 4_000_000
LEAST_SIDE = 8  # pixels: nothing smaller shows a digit
LONGEST_SIDE = 1_024  # of what is looked at: a line of ten digits has a hundred pixels for each

_BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, zlib.error)  # what Pillow raises on bytes that lie
_DEEP = {"I;16": 65535, "I;16B": 65535, "I;16L": 65535, "I": 65535}  # the white of PNGs of sixteen bits


class PictureRefused(ValueError):
    """A picture that is not taken. The message is a sentence for people; `too_large` tells size from kind."""

    def __init__(self, message: str, *, too_large: bool = False) -> None:
        super().__init__(message)
        self.too_large = too_large


def greys(data: bytes) -> tuple[Greys, float]:
    """(h, w) from 0, black, to 255, as a person sees the picture; and how many of its pixels one of these is wide.

    The first frame alone, turned as the camera was held. Raises PictureRefused, and nothing else.
    """
    if len(data) > MOST_BYTES:
        raise PictureRefused(
            f"That picture is too large a file: at most {MOST_BYTES // 1024**2} MB are read. Send a smaller one.",
            too_large=True,
        )
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            _refuse_size(*image.size)  # by its header: decoding a page of nothing can take gigabytes
            image.load()
            return _shrunk(_grey(ImageOps.exif_transpose(image)))
    except _BOMBS as bomb:
        raise _too_many_pixels() from bomb
    except PictureRefused:
        raise
    except _BROKEN as broken:
        raise PictureRefused("That is no picture that can be opened. Send a PNG or a JPEG.") from broken


def _refuse_size(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise _too_many_pixels()
    if min(width, height) < LEAST_SIDE:
        raise PictureRefused(f"That picture is too small: it has less than {LEAST_SIDE} pixels to a side.")


def _too_many_pixels() -> PictureRefused:
    millions = MOST_PIXELS // 1_000_000
    return PictureRefused(
        f"That picture has too many pixels: at most {millions} million are read. "
        "Cut out the answer, or send it smaller.",
        too_large=True,
    )


def _grey(image: Image.Image) -> Image.Image:
    """Mode F, 0 to 255."""
    if image.mode in _DEEP:
        return Image.fromarray(np.asarray(image, dtype=np.float32) * (255 / _DEEP[image.mode]))
    if image.has_transparency_data:
        image = _flattened(image.convert("RGBA"))
    return image.convert("RGB").convert("L").convert("F")


def _flattened(image: Image.Image) -> Image.Image:
    """On paper that its ink can be seen on: black under light ink, white under dark."""
    alpha = np.asarray(image.getchannel("A"), dtype=np.float32)
    seen = np.asarray(image.convert("L"), dtype=np.float32) * alpha
    paper = "black" if seen.sum() > 127.5 * alpha.sum() else "white"
    return Image.alpha_composite(Image.new("RGBA", image.size, paper), image)


def _shrunk(image: Image.Image) -> tuple[Greys, float]:
    shrink = max(1.0, max(image.size) / LONGEST_SIDE)
    if shrink > 1.0:
        size = [max(1, round(side / shrink)) for side in image.size]
        image = image.resize((size[0], size[1]), Image.Resampling.BOX)
    return np.asarray(image, dtype=np.float32), shrink
