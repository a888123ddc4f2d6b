"""The ink that is measured, as it was recorded, and what it says in the site's own way of writing.

Nothing of the handwriting beside the checkout is kept in the repository. What is measured on a *valid* split is named
so wherever it is reported: temperature, odds and thresholds were chosen there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from recognizer.ink import Ink, Stroke
from recognizer.labels import DIGITS
from recognizer.training import data
from recognizer.training.data import Sample

Points = npt.NDArray[np.float64]
Strokes = tuple[Points, ...]

COMPARISONS = ("<", "=", ">")


@dataclass(frozen=True, slots=True)
class Answer:
    """Ink with the text that it says, or None where it says nothing that a format admits. Strokes are (m, 2) points."""

    text: str | None
    strokes: Strokes
    writer: str = ""
    source: str = ""  # the device or, where none is known, the collection

    @classmethod
    def of(cls, sample: Sample) -> "Answer":
        return cls(sample.text, tuple(stroke.astype(np.float64) for stroke in sample.strokes), sample.writer)

    @property
    def ink(self) -> Ink:
        return Ink(tuple(Stroke(tuple(map(tuple, stroke.tolist()))) for stroke in self.strokes))


def digits(name: str, split: str) -> list[Answer]:
    return [_answer(record) for record in _records(name, split) if record["text"] in DIGITS]


def comparisons(name: str, split: str) -> list[Answer]:
    """Single signs `<`, `=` and `>`."""
    return [answer for answer in map(_answer, _records(name, split)) if answer.text in COMPARISONS]


def numbers(name: str, split: str, *kinds: str) -> list[Answer]:
    """Numbers as written, of the named kinds: every one, however long."""
    return [_answer(record) for record in _records(name, split) if record["kind"] in kinds]


def lines(name: str, split: str) -> list[Answer]:
    """Arithmetic on one line."""
    return [_answer(record) for record in _records(name, split)]


def letters(name: str, split: str, *, every: int = 1) -> list[Answer]:
    """Letters that are drawn as no digit is; each `every`-th of them."""
    return _nothing(record for record in _others(name, split) if _is_letter(record))[::every]


def other_signs(name: str, split: str, *, every: int = 1) -> list[Answer]:
    """Operators, marks and words that are drawn as no digit is; each `every`-th of them."""
    return _nothing(record for record in _others(name, split) if not _is_letter(record))[::every]


def lookalikes(name: str, split: str, *, every: int = 1) -> list[Answer]:
    """Signs that only their neighbours tell from digits (o, l, s, z …)."""
    return _nothing(record for record in _records(name, split) if record["text"] in data.LOOK_LIKE_DIGITS)[::every]


@lru_cache(maxsize=2)  # the sets are asked for again and again, one after the other
def _records(name: str, split: str) -> tuple[dict[str, Any], ...]:
    return tuple(data.read(name, split))


def _others(name: str, split: str) -> Iterator[dict[str, Any]]:
    for record in _records(name, split):
        if record["text"] not in DIGITS and record["text"] not in data.LOOK_LIKE_DIGITS:
            yield record


def _is_letter(record: dict[str, Any]) -> bool:
    return len(record["text"]) == 1 and record["text"].isalpha()


def _nothing(records: Iterable[dict[str, Any]]) -> list[Answer]:
    return [Answer(None, *_hand(record)) for record in records]


def _answer(record: dict[str, Any]) -> Answer:
    return Answer(data.canonical(record["text"]), *_hand(record))


def _hand(record: dict[str, Any]) -> tuple[Strokes, str, str]:
    strokes = tuple(np.array([point[:2] for point in stroke], dtype=np.float64) for stroke in record["strokes"])
    return strokes, str(record["writer"]), record.get("device") or record.get("subset", "")
