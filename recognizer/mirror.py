"""Mirrored digits: what reads clearly in a mirror, and not as it was written, was written mirrored."""

import numpy as np
import numpy.typing as npt

from recognizer.alphabet import Alphabet
from recognizer.labels import DIGITS
from recognizer.raster import Floats

MIRRORABLE = frozenset("12345679")
CLEAR = 0.9  # of the probability, in the mirror
UNCLEAR = 0.3  # at most, that it is a symbol of the format as it was written
DOUBT = 0.1  # is left to the writing as it is

_SENSES = np.array([1, 1, -1, -1, 1, 1], np.float32)[:, None, None]  # sin 2θ and cos θ turn round in a mirror


def mirror(images: Floats) -> Floats:
    """(n, 6, 28, 28): the images of the same glyphs in a mirror, their channels with them."""
    return np.ascontiguousarray(images[..., ::-1] * _SENSES)


def seen_in_it(straight: Floats, flipped: Floats, alphabet: Alphabet) -> tuple[Floats, dict[int, str]]:
    """The log probabilities that are believed, (n, classes), and the digit that each mirrored glyph is."""
    written = np.exp(straight[:, alphabet.admitted]).sum(axis=1)
    best: npt.NDArray[np.intp] = flipped[:, : len(DIGITS)].argmax(axis=1)
    rows = np.arange(len(flipped))
    clear = (np.exp(flipped[rows, best]) >= CLEAR) & (written <= UNCLEAR)
    found = {
        int(row): DIGITS[best[row]]
        for row in np.flatnonzero(clear)
        if DIGITS[best[row]] in MIRRORABLE & set(alphabet.symbols)
    }
    believed = straight.copy()
    for row in found:
        believed[row] = np.logaddexp(straight[row] + np.log(DOUBT), flipped[row] + np.log(1 - DOUBT))
    return believed, found
