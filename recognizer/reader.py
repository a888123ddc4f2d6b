"""The reader: ink and the format's acceptor in, a reading out. It is never given the value of an answer.

What reads clearly is read once. What does not is looked at again in a mirror, as small children write some
digits. What was crossed out is left out. Neither is ever *sure*: it is asked about.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from recognizer.alphabet import BAR, SLASH, Alphabet
from recognizer.card import Card, WeightsAltered, WeightsMissing, load_weights
from recognizer.classifier import Classifier
from recognizer.crossing import crossed_out, struck
from recognizer.decode import MEASURES, Acceptor, Hypothesis, Sign, decode, score
from recognizer.doubt import doubted, points
from recognizer.ink import Ink
from recognizer.labels import LABELS, SYMBOLS
from recognizer.layout import Layout, lay_out
from recognizer.mirror import mirror, seen_in_it
from recognizer.picture import Picture
from recognizer.raster import SMALL, Floats
from recognizer.reading import Decision, Explanation, Glyph, GlyphView, Reading
from recognizer.writing import TracedInk, Traces, Without, Writing

__all__ = ["Decision", "Explanation", "Glyph", "GlyphView", "Reader", "Reading", "WeightsAltered", "WeightsMissing"]

MOST_ALTERNATIVES = 4
LEAST_ALTERNATIVE = 0.001
MOST_CLASSES = 5  # shown of a glyph


@dataclass(frozen=True, slots=True)
class Sight:
    """Writing as the net saw it: the images of all groups, each once, and for each layout which are its groups'."""

    writing: Writing
    layouts: tuple[Layout, ...]
    rows: tuple[tuple[int, ...], ...]
    images: Floats
    log_probabilities: Floats  # (images, classes)
    milliseconds: dict[str, float]
    mirrored: dict[int, str]  # images that are this digit in a mirror
    stacked: bool  # there may be a fraction, and the format has none

    @property
    def points(self) -> int:
        """The strokes that look like a point by themselves, a bit each."""
        return points(self.layouts[0], self.log_probabilities[list(self.rows[0])]) if self.layouts else 0


class Reader:
    """Reads ink with one set of weights. It keeps nothing between answers and may be shared by threads.

    `again`: whether unclear writing is looked at in a mirror, and what was crossed out is left out.
    """

    symbols = SYMBOLS

    def __init__(self, classifier: Classifier, card: Card, *, again: bool = True) -> None:
        self._classifier = classifier
        self._card = card
        self._again = again

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
        return self._reading(TracedInk(ink), acceptor)

    def explain(self, ink: Ink, acceptor: Acceptor) -> Explanation:
        """The reading of `ink`, with what the net saw and how long it took."""
        return self._explain(TracedInk(ink), acceptor)

    def read_picture(self, picture: Picture, acceptor: Acceptor) -> Reading:
        """The reading of a picture: the strokes of its glyphs are its parts, their boxes are in its pixels."""
        return self._reading(picture, acceptor)

    def explain_picture(self, picture: Picture, acceptor: Acceptor) -> Explanation:
        return self._explain(picture, acceptor)

    def _reading(self, writing: Writing, acceptor: Acceptor) -> Reading:
        alphabet = Alphabet(acceptor.alphabet)
        return self._decide(*self._read(writing, acceptor, alphabet), alphabet)

    def _explain(self, writing: Writing, acceptor: Acceptor) -> Explanation:
        began = time.perf_counter()
        alphabet = Alphabet(acceptor.alphabet)
        sight, found = self._read(writing, acceptor, alphabet)
        reading = self._decide(sight, found, alphabet)
        times = {**sight.milliseconds, "whole": _since(began)}
        return Explanation(reading, _views(sight, found), times)

    def hypotheses(self, strokes: Sequence[Floats], acceptor: Acceptor) -> list[Hypothesis]:
        """The texts that traced strokes may say, the most probable first."""
        return self._read(Traces(strokes), acceptor, Alphabet(acceptor.alphabet))[1]

    def _read(self, writing: Writing, acceptor: Acceptor, alphabet: Alphabet) -> tuple[Sight, list[Hypothesis]]:
        gone = crossed_out(writing.strokes) if self._again else frozenset()
        sight = self._look(Without(writing, gone) if gone else writing, alphabet)
        found = self._decode(sight, acceptor, alphabet)
        if self._again and _confidence(found) < self._card.sure and len(sight.images):
            reflected = self._reflected(sight, alphabet)
            again = self._decode(reflected, acceptor, alphabet) if reflected.mirrored else []
            if _confidence(again) > _confidence(found):
                return reflected, self._never_sure(again)
        return sight, self._never_sure(found) if gone or sight.stacked else found

    def _look(self, writing: Writing, alphabet: Alphabet) -> Sight:
        began = time.perf_counter()
        every = lay_out(writing.strokes)
        layouts = tuple(layout for layout in every if layout.stack is None or SLASH in alphabet.symbols)
        laid_out = time.perf_counter()
        groups, sizes, rows = _images_wanted(layouts)
        images = writing.render(groups, sizes)
        rendered = time.perf_counter()
        log_probabilities = self._classifier.log_probabilities(images) if groups else np.zeros((0, len(LABELS)))
        times = {
            "groups": 1000 * (laid_out - began),
            "render": 1000 * (rendered - laid_out),
            "net": _since(rendered),
            "decode": 0.0,
        }
        log_probabilities = log_probabilities.astype(np.float32)
        stacked = _may_be_stacked(every, layouts, alphabet)
        return Sight(writing, layouts, rows, images, log_probabilities, times, {}, stacked)

    def _reflected(self, sight: Sight, alphabet: Alphabet) -> Sight:
        began = time.perf_counter()
        flipped = self._classifier.log_probabilities(mirror(sight.images))
        believed, found = seen_in_it(sight.log_probabilities, flipped, alphabet)
        sight.milliseconds["net"] += _since(began)
        return replace(sight, log_probabilities=believed, mirrored=found)

    def _decode(self, sight: Sight, acceptor: Acceptor, alphabet: Alphabet) -> list[Hypothesis]:
        began = time.perf_counter()
        odds = self._card.odds
        scores = [
            score(layout, sight.log_probabilities[list(rows)], odds, alphabet)
            for layout, rows in zip(sight.layouts, sight.rows, strict=True)
        ]
        hypotheses = decode(sight.layouts, scores, odds, acceptor)
        found = doubted(hypotheses, sight.layouts, sight.points, struck(sight.writing.strokes))
        sight.milliseconds["decode"] += _since(began)
        return found

    def _never_sure(self, found: Sequence[Hypothesis]) -> list[Hypothesis]:
        """The hypotheses, none of them sure."""
        share = min(1.0, 0.999 * self._card.sure / max(_confidence(found), 1e-9))
        return [replace(hypothesis, probability=hypothesis.probability * share) for hypothesis in found]

    def _decide(self, sight: Sight, found: Sequence[Hypothesis], alphabet: Alphabet) -> Reading:
        confidence = _confidence(found)
        if not found:
            return Reading("", confidence, "unread", (), (), self.version)
        best, *others = found
        glyphs = tuple(_glyph(sign, best.layout, sight, alphabet) for sign in best.signs)
        if confidence < self._card.ask:
            unnamed = tuple(replace(glyph, text="", mirrored=False) for glyph in glyphs)
            return Reading("", confidence, "unread", (), unnamed, self.version)
        return Reading(
            text=best.text,
            confidence=confidence,
            decision="sure" if confidence >= self._card.sure else "ask",
            alternatives=tuple(
                (other.text, other.probability)
                for other in others[:MOST_ALTERNATIVES]
                if other.probability >= LEAST_ALTERNATIVE
            ),
            glyphs=glyphs,
            weights=self.version,
        )


def _may_be_stacked(every: Sequence[Layout], admitted: Sequence[Layout], alphabet: Alphabet) -> bool:
    """Whether a layout was left out that may be meant. A ÷ is a bar with ink above and below too."""
    return len(admitted) < len(every) and "÷" not in alphabet.symbols


def _images_wanted(
    layouts: Sequence[Layout],
) -> tuple[list[tuple[int, ...]], Floats, tuple[tuple[int, ...], ...]]:
    """The groups of all layouts, each once for how large it is drawn; and where those of each layout are."""
    known: dict[tuple[tuple[int, ...], float], int] = {}
    rows = []
    for layout in layouts:
        own = []
        for group, size in zip(layout.groups, layout.sizes.tolist(), strict=True):
            small = max(group.box.width, group.box.height) < SMALL * size
            own.append(known.setdefault((group.strokes, size if small else 0.0), len(known)))
        rows.append(tuple(own))
    return [strokes for strokes, _ in known], np.array([size for _, size in known], np.float32), tuple(rows)


def _glyph(sign: Sign, number: int, sight: Sight, alphabet: Alphabet) -> Glyph:
    layout = sight.layouts[number]
    image = sight.rows[number][sign.group]
    shape = BAR if sign.group == layout.bar else sign.symbol
    strokes, box = sight.writing.source(layout.groups[sign.group].strokes)
    confidence = alphabet.certainty(sight.log_probabilities[image], shape)
    return Glyph(sign.symbol, strokes, box, confidence, mirrored=sight.mirrored.get(image) == sign.symbol)


def _views(sight: Sight, found: Sequence[Hypothesis]) -> tuple[GlyphView, ...]:
    if not found:
        return ()
    best = found[0]
    return tuple(_view(sign, best.layout, sight) for sign in best.signs)


def _view(sign: Sign, number: int, sight: Sight) -> GlyphView:
    image = sight.rows[number][sign.group]
    log = sight.log_probabilities[image]
    likeliest = np.argsort(-log)[:MOST_CLASSES]
    return GlyphView(
        text=sign.symbol,
        box=sight.writing.source(sight.layouts[number].groups[sign.group].strokes)[1],
        pixels=(255 * np.clip(sight.images[image, 0], 0.0, 1.0)).astype(np.uint8),
        probabilities=tuple((LABELS[at], float(np.exp(log[at]))) for at in likeliest),
    )


def _confidence(found: Sequence[Hypothesis]) -> float:
    return found[0].probability if found else 0.0


def _since(began: float) -> float:
    """Milliseconds."""
    return 1000 * (time.perf_counter() - began)
