"""The handwriting beside the checkout, as values. Nothing of it is kept in the repository.

`ASTRO_DATA` names the folder; without it, `../shared/data` from the root of the repository.
"""

import gzip
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from recognizer.labels import DIGITS
from recognizer.raster import Floats, trace

ROOT = Path(__file__).resolve().parents[2]

LICENCES = {
    "ink/pendigits.jsonl.gz": "UCI Pen-Based Recognition of Handwritten Digits, CC BY 4.0",
    "ink/unipen_symbols.jsonl.gz": "UNIPEN train_r01_v07, CC BY 4.0 on Zenodo; its CD notice: research use",
    "ink/unipen_numbers.jsonl.gz": "UNIPEN train_r01_v07, CC BY 4.0 on Zenodo; its CD notice: research use",
    "ink/crohme_symbols.jsonl.gz": "CROHME, CC BY-NC-SA 3.0",
    "ink/crohme_numbers.jsonl.gz": "CROHME, CC BY-NC-SA 3.0",
    "ink/crohme_junk.jsonl.gz": "CROHME, CC BY-NC-SA 3.0",
    "mnist.npz": "MNIST, CC BY-SA 3.0",
}

# Signs that are drawn as some digit is. They teach no net and measure none: nobody could tell them apart alone.
LOOK_LIKE_DIGITS = frozenset("oOlI|/\\()[]zZsSbGqgBDQ'`,.&yY") | {
    "\\beta", "\\sigma", "\\theta", "\\int", "\\prime", "\\gamma", "\\lt", "\\}", "\\{",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sample:
    """Ink with what it says. `groups` are the strokes of each symbol, where a person has marked them."""

    text: str
    strokes: tuple[Floats, ...]  # traced
    writer: str
    groups: tuple[tuple[int, ...], ...] = ()
    symbols: tuple[str, ...] = ()


def folder() -> Path:
    return Path(os.environ.get("ASTRO_DATA", ROOT.parent / "shared" / "data"))


def read(name: str, split: str) -> Iterator[dict[str, Any]]:
    """The records of one split of `ink/<name>.jsonl.gz`, as they are stored."""
    with gzip.open(folder() / "ink" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["split"] == split:
                yield record


def samples(name: str, split: str) -> Iterator[Sample]:
    return (as_sample(record) for record in read(name, split))


def as_sample(record: dict[str, Any]) -> Sample:
    segments = record.get("segments") or []
    return Sample(
        text=record["text"],
        strokes=tuple(trace(stroke) for stroke in record["strokes"]),
        writer=str(record["writer"]),
        groups=tuple(tuple(segment["strokes"]) for segment in segments),
        symbols=tuple(segment["label"] for segment in segments),
    )


def digits(names: Iterable[str], split: str) -> Iterator[Sample]:
    """Single digits of the named sets."""
    for name in names:
        yield from (as_sample(record) for record in read(name, split) if record["text"] in DIGITS)


def other_symbols(name: str, split: str, *, every: int = 1) -> Iterator[Sample]:
    """Letters, operators and marks that look like no digit; each `every`-th of them."""
    others = (
        record
        for record in read(name, split)
        if record["text"] not in DIGITS and record["text"] not in LOOK_LIKE_DIGITS and len(record["strokes"]) <= 6
    )
    return (as_sample(record) for index, record in enumerate(others) if index % every == 0)


def lookalikes(name: str, split: str) -> Iterator[Sample]:
    """Signs that only their neighbours tell from digits."""
    return (as_sample(record) for record in read(name, split) if record["text"] in LOOK_LIKE_DIGITS)


def wrong_groups(split: str) -> Iterator[Sample]:
    """Strokes that make no symbol together. One stroke of a 4 may well be a 1: of single strokes, only dashes."""
    for sample in samples("crohme_junk", split):
        if len(sample.strokes) > 1 or _is_dash(sample.strokes[0]):
            yield sample


def whole_numbers(name: str, split: str) -> Iterator[Sample]:
    """Numbers of one to six digits, with the strokes of each digit as a person marked them."""
    for record in read(name, split):
        text = record["text"].replace(" ", "")
        if text.isdecimal() and text.isascii() and len(text) <= 6 and record.get("segments"):
            sample = as_sample({**record, "text": text})
            if "".join(sample.symbols) == text:
                yield sample


def mnist(split: str) -> tuple[np.ndarray, np.ndarray]:
    """(n, 28, 28) uint8 and (n,) labels."""
    with np.load(folder() / "mnist.npz") as arrays:
        return arrays[f"{split}_images"], arrays[f"{split}_labels"]


def fingerprints() -> dict[str, str]:
    """sha256 of every file that teaches, to be written in the card."""
    return {name: hashlib.sha256((folder() / name).read_bytes()).hexdigest() for name in LICENCES}


def _is_dash(stroke: Floats) -> bool:
    wide, tall = np.ptp(stroke, axis=0)
    return bool(tall < 0.35 * wide)
