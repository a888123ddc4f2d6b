"""The reader: ink and the format's acceptor in, a reading out. It is never given the value of an answer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import numpy as np

from recognizer.card import Card, WeightsAltered, WeightsMissing, load_weights
from recognizer.classifier import Classifier
from recognizer.decode import MEASURES, Acceptor, Hypothesis, decode, score
from recognizer.ink import Ink
from recognizer.labels import SYMBOLS
from recognizer.raster import Floats, render, trace
from recognizer.segment import Layout, lay_out

__all__ = ["Decision", "Glyph", "Reader", "Reading", "WeightsAltered", "WeightsMissing"]

MOST_ALTERNATIVES = 4
LEAST_ALTERNATIVE = 0.001
WITH_A_DOT = 0.5  # of a text's probability is left where the ink has a dot, which may be meant as a point
LEAST_SIZE = 1e-6  # ink smaller than this is a dot

Decision = Literal["sure", "ask", "unread"]


@dataclass(frozen=True, slots=True)
class Glyph:
    """One symbol of a reading: its strokes by their indices in the ink, its box in the ink's coordinates."""

    text: str
    strokes: tuple[int, ...]
    box: tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader made of ink. An unread reading has no text, no alternatives and no glyphs."""

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
            "glyphs": [
                {
                    "text": glyph.text,
                    "strokes": list(glyph.strokes),
                    "box": [round(side, 2) for side in glyph.box],
                }
                for glyph in self.glyphs
            ],
            "weights": self.weights,
        }


class Reader:
    """Reads ink with one set of weights. It keeps nothing between answers and may be shared by threads."""

    symbols = SYMBOLS

    def __init__(self, classifier: Classifier, card: Card) -> None:
        self._classifier = classifier
        self._card = card

    @classmethod
    def load(cls, path: Path) -> "Reader":
        """The reader of the weights at `path`, its card beside it. Raises WeightsMissing, WeightsAltered."""
        model, card = load_weights(path)
        if missing := set(MEASURES) - set(card.odds):
            raise WeightsAltered(path.with_suffix(".json"), f"it lacks the odds of {', '.join(sorted(missing))}")
        return cls(Classifier(model, card.temperature), card)

    @property
    def version(self) -> str:
        return self._card.version

    def read(self, ink: Ink, acceptor: Acceptor) -> Reading:
        """The reading of `ink` as one of the texts that `acceptor` admits."""
        strokes = traced(ink)
        layout = lay_out(strokes)
        return self._decide(ink, layout, self.hypotheses(strokes, layout, acceptor))

    def hypotheses(self, strokes: Sequence[Floats], layout: Layout, acceptor: Acceptor) -> list[Hypothesis]:
        """The texts that the traced strokes may say, the most probable first."""
        if not layout.groups:
            return []
        images = render([[strokes[stroke] for stroke in group.strokes] for group in layout.groups])
        scores = score(layout, self._classifier.log_probabilities(images), self._card.odds)
        found = decode(layout, scores, SYMBOLS, acceptor)
        if not layout.dotted:
            return found
        return [replace(hypothesis, probability=hypothesis.probability * WITH_A_DOT) for hypothesis in found]

    def _decide(self, ink: Ink, layout: Layout, found: Sequence[Hypothesis]) -> Reading:
        confidence = found[0].probability if found else 0.0
        if confidence < self._card.ask:
            return Reading("", confidence, "unread", (), (), self.version)
        best, *others = found
        return Reading(
            text=best.text,
            confidence=confidence,
            decision="sure" if confidence >= self._card.sure else "ask",
            alternatives=tuple(
                (other.text, other.probability)
                for other in others[:MOST_ALTERNATIVES]
                if other.probability >= LEAST_ALTERNATIVE
            ),
            glyphs=tuple(
                _glyph(symbol, layout.groups[index].strokes, ink)
                for symbol, index in zip(best.text, best.groups, strict=True)
            ),
            weights=self.version,
        )


def traced(ink: Ink) -> list[Floats]:
    """The strokes in equal steps, moved to the origin and to size 1: place and size on the pad mean nothing."""
    strokes = [np.array([point[:2] for point in stroke.points]) for stroke in ink.strokes]
    if not strokes:
        return []
    points = np.concatenate(strokes)
    low, size = points.min(axis=0), float(np.ptp(points, axis=0).max())
    scale = 1.0 / size if size > LEAST_SIZE else 0.0
    return [trace((stroke - low) * scale) for stroke in strokes]


def _glyph(symbol: str, strokes: tuple[int, ...], ink: Ink) -> Glyph:
    x, y = zip(*(point[:2] for stroke in strokes for point in ink.strokes[stroke].points), strict=True)
    return Glyph(symbol, strokes, (min(x), min(y), max(x), max(y)))
