"""Reading as the site does, with the likeliest text kept where the site would say *unread*."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from recognizer.card import load_weights
from recognizer.classifier import Classifier
from recognizer.decode import Acceptor
from recognizer.reader import Reader
from recognizer.training.evaluation.answers import Answer
from recognizer.training.formats import acceptor
from recognizer.training.measure import Verdict

_LEAST = 1e-9  # confidence of a text that is given: whatever was found


@dataclass(frozen=True, slots=True)
class Outcome(Verdict):
    """A verdict with what else is measured of it."""

    mirrored: bool = False  # one of its glyphs was read in the mirror
    milliseconds: float = 0.0  # of the processor


@dataclass(frozen=True, slots=True)
class Read:
    """An answer and what was made of it."""

    answer: Answer
    outcome: Outcome


class Examinee:
    """The reader of one file of weights: `served` as it is, and another that says what it thinks of any ink."""

    def __init__(self, weights: Path) -> None:
        self.served = Reader.load(weights)
        model, self.card = load_weights(weights)
        self._outspoken = Reader(Classifier(model, self.card.temperature), replace(self.card, ask=_LEAST))

    def read(self, answers: Sequence[Answer], form: str) -> list[Read]:
        """The answers as texts of the format, in their order."""
        admitted = acceptor(form)
        return [Read(answer, self._outcome(answer, admitted)) for answer in answers]

    def _outcome(self, answer: Answer, admitted: Acceptor) -> Outcome:
        ink = answer.ink
        began = time.process_time()
        reading = self._outspoken.read(ink, admitted)
        spent = 1000 * (time.process_time() - began)
        mirrored = any(glyph.mirrored for glyph in reading.glyphs)
        return Outcome(answer.text, reading.text, reading.confidence, mirrored, spent)
