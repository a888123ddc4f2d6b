"""Figures of a reader on handwriting: shares, with what they are shares of."""

import statistics
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from recognizer.card import Card
from recognizer.classifier import Classifier
from recognizer.decode import Acceptor
from recognizer.labels import DIGITS, SYMBOLS
from recognizer.raster import CHANNELS, render
from recognizer.reader import Reader
from recognizer.segment import lay_out
from recognizer.training.data import Sample


@dataclass(frozen=True, slots=True)
class Verdict:
    """The likeliest text of one answer, before any threshold. `truth` is None for ink that is no number."""

    truth: str | None
    text: str
    confidence: float

    @property
    def right(self) -> bool:
        return self.text == self.truth


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over answers that have a truth."""

    answers: int
    wrong: int  # the likeliest text is another
    wrong_and_sure: int
    right_but_asked: int
    right_but_unread: int


@dataclass(frozen=True, slots=True)
class Refusals:
    """Counts over ink that is no answer of the format."""

    answers: int
    sure: int
    asked: int


def judge(reader: Reader, samples: Iterable[Sample], acceptor: Acceptor, *, nothing: bool = False) -> list[Verdict]:
    """What the reader makes of samples; `nothing` where none of them is an answer."""
    verdicts = []
    for sample in samples:
        found = reader.hypotheses(sample.strokes, lay_out(sample.strokes), acceptor)
        truth = None if nothing else sample.text
        verdicts.append(Verdict(truth, found[0].text, found[0].probability) if found else Verdict(truth, "", 0.0))
    return verdicts


def tally(verdicts: Sequence[Verdict], card: Card) -> Tally:
    right = [verdict for verdict in verdicts if verdict.right]
    wrong = [verdict for verdict in verdicts if not verdict.right]
    return Tally(
        answers=len(verdicts),
        wrong=len(wrong),
        wrong_and_sure=above(card.sure, wrong),
        right_but_asked=above(card.ask, right) - above(card.sure, right),
        right_but_unread=len(right) - above(card.ask, right),
    )


def refusals(verdicts: Sequence[Verdict], card: Card) -> Refusals:
    sure = above(card.sure, verdicts)
    return Refusals(len(verdicts), sure, above(card.ask, verdicts) - sure)


def above(level: float, verdicts: Iterable[Verdict]) -> int:
    return sum(verdict.confidence >= level for verdict in verdicts)


def calibration(verdicts: Sequence[Verdict], bins: int = 10) -> list[tuple[float, float, int]]:
    """For each tenth of confidence: mean confidence, share right, answers. Empty tenths are left out."""
    rows = []
    for number in range(bins):
        inside = [v for v in verdicts if number <= v.confidence * bins < number + 1 or (number, v.confidence) == (9, 1)]
        if inside:
            mean = statistics.fmean(v.confidence for v in inside)
            rows.append((mean, sum(v.right for v in inside) / len(inside), len(inside)))
    return rows


def reversed_strokes(samples: Iterable[Sample]) -> list[Sample]:
    """Every stroke drawn from its end to its beginning, as small children do."""
    return [replace(sample, strokes=tuple(stroke[::-1] for stroke in sample.strokes)) for sample in samples]


def wrong_groupings_known(classifier: Classifier, samples: Iterable[Sample]) -> tuple[int, int]:
    """(wrong, answers) when the true grouping is given and only the signs are read: what the lattice could reach."""
    wrong = answers = 0
    for sample in samples:
        images = render([[sample.strokes[stroke] for stroke in group] for group in sample.groups])
        signs = classifier.log_probabilities(images)[:, : len(SYMBOLS)].argmax(axis=1)
        wrong += "".join(SYMBOLS[sign] for sign in signs) != sample.text
        answers += 1
    return wrong, answers


def wrong_pictures(classifier: Classifier, pictures: np.ndarray, labels: np.ndarray) -> int:
    """How many pictures (n, 28, 28) uint8 are read as another digit, by their ink alone."""
    images = np.zeros((len(pictures), CHANNELS, *pictures.shape[1:]), np.float32)
    images[:, 0] = pictures.astype(np.float32) / 255
    parts = [classifier.log_probabilities(part) for part in np.array_split(images, max(1, len(images) // 1000))]
    read = np.concatenate(parts)[:, : len(DIGITS)].argmax(axis=1)
    return int((read != labels).sum())


def milliseconds(reader: Reader, samples: Sequence[Sample], acceptor: Acceptor) -> tuple[float, float, float]:
    """Median and 95th percentile of the processor time of an answer, and the mean of a candidate glyph."""
    spent, glyphs = [], 0
    for sample in samples:
        began = time.process_time()
        layout = lay_out(sample.strokes)
        reader.hypotheses(sample.strokes, layout, acceptor)
        spent.append(1000 * (time.process_time() - began))
        glyphs += len(layout.groups)
    return statistics.median(spent), float(np.percentile(spent, 95)), sum(spent) / max(1, glyphs)
