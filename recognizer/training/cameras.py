"""Clean pictures, white on black, as scanners, screens and cameras would bring them."""

import io
from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt
from PIL import Image

Greys = npt.NDArray[np.uint8]
Taken = Callable[[Greys, np.random.Generator], Greys]

ENLARGED = 6
MARGIN = 8  # pixels of the clean picture


def inverted(picture: Greys, _: np.random.Generator) -> Greys:
    return 255 - picture


def compressed(picture: Greys, _: np.random.Generator) -> Greys:
    return _jpeg(255 - _enlarged(picture), quality=30)


def grainy(picture: Greys, rng: np.random.Generator) -> Greys:
    return _rounded(picture + rng.normal(0, 25, picture.shape))


def photographed(picture: Greys, rng: np.random.Generator) -> Greys:
    """Ink on paper; one side, whichever, has less than half the light of the other."""
    return _lit(_on_paper(picture, ink=40), _slope(rng, 0.6), rng)


def pencilled(picture: Greys, rng: np.random.Generator) -> Greys:
    """Faint, in even enough light."""
    return _lit(_on_paper(picture, ink=150), _slope(rng, 0.2), rng)


def shadowed(picture: Greys, rng: np.random.Generator) -> Greys:
    """The edge of a shadow lies across the paper."""

    def light(x: npt.NDArray[np.float64], y: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        edge = rng.uniform(-0.2, 0.2) + rng.uniform(-0.5, 0.5) * y
        return 1 - 0.45 / (1 + np.exp((edge - x) * 40))

    return _lit(_on_paper(picture, ink=40), light, rng)


def chalked(picture: Greys, rng: np.random.Generator) -> Greys:
    """Light on a dark board."""
    return 255 - photographed(picture, rng)


TAKEN: Mapping[str, Taken] = {
    "dark on light": inverted,
    "JPEG of quality 30": compressed,
    "grain of 25 in 255": grainy,
    "ink on paper, lit from one side": photographed,
    "pencil, faint": pencilled,
    "under the edge of a shadow": shadowed,
    "chalk on a board": chalked,
}

_Light = Callable[[npt.NDArray[np.float64], npt.NDArray[np.float64]], npt.NDArray[np.float64]]


def _slope(rng: np.random.Generator, lost: float) -> _Light:
    turn = rng.uniform(0, 2 * np.pi)
    return lambda x, y: 1 - lost * (0.5 + (np.cos(turn) * x + np.sin(turn) * y) / np.sqrt(2))


def _on_paper(picture: Greys, *, ink: int, paper: int = 215) -> npt.NDArray[np.float64]:
    return paper + (ink - paper) * (_enlarged(np.pad(picture, MARGIN)) / 255)


def _lit(paper: npt.NDArray[np.float64], light: _Light, rng: np.random.Generator) -> Greys:
    """`light`: its share by x and y, each from −0.5 to 0.5."""
    y, x = (np.mgrid[: paper.shape[0], : paper.shape[1]].T / paper.shape[::-1]).T - 0.5
    return _jpeg(_rounded(paper * light(x, y) + rng.normal(0, 5, paper.shape)), quality=60)


def _enlarged(picture: Greys) -> Greys:
    height, width = picture.shape
    size = width * ENLARGED, height * ENLARGED
    return np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.BICUBIC))


def _jpeg(picture: Greys, quality: int) -> Greys:
    stream = io.BytesIO()
    Image.fromarray(picture).save(stream, "JPEG", quality=quality)
    return np.asarray(Image.open(stream))


def _rounded(values: npt.NDArray[np.float64]) -> Greys:
    return np.clip(np.round(values), 0, 255).astype(np.uint8)
