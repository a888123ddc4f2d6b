"""What the reader made of ink, as a value."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

Decision = Literal["sure", "ask", "unread"]
Sides = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Glyph:
    """One symbol of a reading: its strokes by their indices in the ink, its box in the ink's coordinates."""

    text: str
    strokes: tuple[int, ...]
    box: Sides
    confidence: float  # that these strokes are this symbol, by their picture alone
    mirrored: bool = False

    def to_json(self) -> dict[str, Any]:
        return {
            "text": self.text,
            "strokes": list(self.strokes),
            "box": [round(side, 2) for side in self.box],
            "confidence": round(self.confidence, 4),
            "mirrored": self.mirrored,
        }


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader made of ink.

    An unread reading has no text and no alternatives; its glyphs are those of the likeliest grouping, if any, without
    a text: they show where writing again would help.
    """

    text: str
    confidence: float  # the probability of the text, or of the likeliest one where none is given
    decision: Decision
    alternatives: tuple[tuple[str, float], ...]
    glyphs: tuple[Glyph, ...]
    weights: str

    def to_json(self) -> dict[str, Any]:
        return {
            "text": self.text,
            "confidence": round(self.confidence, 4),
            "decision": self.decision,
            "alternatives": [[text, round(probability, 4)] for text, probability in self.alternatives],
            "glyphs": [glyph.to_json() for glyph in self.glyphs],
            "weights": self.weights,
        }


@dataclass(frozen=True, slots=True)
class GlyphView:
    """What the net saw of one glyph, and what it said: its classes, the likeliest first."""

    text: str
    box: Sides
    pixels: npt.NDArray[np.uint8]  # (28, 28), ink = 255
    probabilities: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A reading and how it came about. The glyphs of unread ink are those of its likeliest grouping, if any."""

    reading: Reading
    glyphs: tuple[GlyphView, ...]
    milliseconds: Mapping[str, float]  # groups, render, net, decode, whole
