"""The handwriting beside the checkout, as values. Nothing of it is kept in the repository.

`ASTRO_DATA` names the folder; without it, `../shared/data` from the root of the repository.
"""

import gzip
import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from recognizer.labels import DIGITS, SYMBOLS
from recognizer.raster import Floats, trace

ROOT = Path(__file__).resolve().parents[2]

LICENCES = {
    "ink/pendigits.jsonl.gz": "UCI Pen-Based Recognition of Handwritten Digits, CC BY 4.0",
    "ink/unipen_symbols.jsonl.gz": "UNIPEN train_r01_v07, CC BY 4.0 on Zenodo; its CD notice: research use",
    "ink/unipen_numbers.jsonl.gz": "UNIPEN train_r01_v07, CC BY 4.0 on Zenodo; its CD notice: research use",
    "ink/crohme_symbols.jsonl.gz": "CROHME, CC BY-NC-SA 3.0",
    "ink/crohme_numbers.jsonl.gz": "CROHME, CC BY-NC-SA 3.0",
    "ink/crohme_arith.jsonl.gz": "CROHME, CC BY-NC-SA 3.0",
    "ink/crohme_junk.jsonl.gz": "CROHME, CC BY-NC-SA 3.0",
    "mnist.npz": "MNIST, CC BY-SA 3.0",
}

CUT = frozenset({"ibm"})  # collections of UNIPEN in which digits lack strokes

WRITTEN_AS = {"\\times": "×", "x": "×", "X": "×", "\\div": "÷", "\\lt": "<", "\\gt": ">", ",": ".", "R": "r"}
"""The symbol that is meant by a label of the sources, where it is not the label itself."""

# Signs that are drawn as some digit is. They are no junk and measure none: nobody could tell them apart alone.
LOOK_LIKE_DIGITS = frozenset("oOlI|/\\()[]zZsSbGqgBDQ'`,.&yY") | {
    "\\beta", "\\sigma", "\\theta", "\\int", "\\prime", "\\gamma", "\\lt", "\\}", "\\{",
}  # fmt: skip
LOOK_LIKE_SIGNS = frozenset('cCtTv_";:!i') | {"\\ldots", "\\pm"}


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
    """Single digits of the named sets; of train, without those that are known to be cut."""
    for name in names:
        for record in read(name, split):
            if record["text"] in DIGITS and not (split == "train" and record.get("subset") in CUT):
                yield as_sample(record)


def no_symbols(name: str, split: str, *, every: int = 1) -> Iterator[Sample]:
    """Letters and marks that look like no symbol of the reader; each `every`-th of them: junk to learn from."""
    others = (
        record
        for record in read(name, split)
        if symbol(record["text"]) not in SYMBOLS
        and record["text"] not in LOOK_LIKE_DIGITS | LOOK_LIKE_SIGNS
        and len(record["strokes"]) <= 6
    )
    return (as_sample(record) for index, record in enumerate(others) if index % every == 0)


def symbol(label: str) -> str:
    """The reader's symbol for a label of the sources; the label itself where the reader has none."""
    return WRITTEN_AS.get(label, label)


def signs(name: str, split: str) -> Iterator[tuple[Sample, str]]:
    """Single signs that are no digits, by the reader's symbols, each with the label of the source."""
    for record in read(name, split):
        text = symbol(record["text"])
        if text in SYMBOLS and text not in DIGITS and len(record["strokes"]) <= 6:
            yield as_sample(record | {"text": text}), record["text"]


def samples_of(name: str, split: str, labels: str) -> Iterator[Sample]:
    """Single symbols of these labels, each a character."""
    return (as_sample(record) for record in read(name, split) if record["text"] in set(labels))


def parts(number: Sample) -> Iterator[Sample]:
    """The symbols of a number, each by itself; a fraction's bar is a minus to look at."""
    for label, group in zip(number.symbols, number.groups, strict=True):
        flat = label == "/" and _is_flat([number.strokes[stroke] for stroke in group])
        yield Sample("-" if flat else label, tuple(number.strokes[stroke] for stroke in group), number.writer)


def wrong_groups(split: str) -> Iterator[Sample]:
    """Strokes that make no symbol together. One stroke of a 4 may well be a 1: no single strokes."""
    return (sample for sample in samples("crohme_junk", split) if len(sample.strokes) > 1)


def numbers(name: str, split: str) -> Iterator[Sample]:
    """Whole answers in canonical text, with the strokes of each symbol as a person marked them."""
    for record in read(name, split):
        if record.get("segments"):
            sample = as_sample(record)
            symbols = [symbol(label) for label in sample.symbols]
            if "\\frac" in record["text"]:
                symbols[_bar(sample)] = "/"
            if set(symbols) <= set(SYMBOLS):
                yield replace(sample, text=canonical(record["text"]), symbols=tuple(symbols))


def _bar(fraction: Sample) -> int:
    """Which symbol is the bar: the sources label it a minus, and it is the widest of them."""
    flat = [at for at, label in enumerate(fraction.symbols) if label == "-"]
    return max(flat, key=lambda at: float(np.ptp(fraction.strokes[fraction.groups[at][0]][:, 0])))


def canonical(label: str) -> str:
    r"""A label of the sources as the site writes it: `\frac{1}{2}` is `1/2`, `3 , 5` is `3.5`."""
    plain = re.sub(r"\\frac\{(.*)\}\{(.*)\}", r"\1/\2", label.replace(" ", ""))
    for theirs in (r"\times", r"\div", r"\lt", r"\gt", ","):
        plain = plain.replace(theirs, WRITTEN_AS[theirs])
    return plain


def mnist(split: str) -> tuple[np.ndarray, np.ndarray]:
    """(n, 28, 28) uint8 and (n,) labels."""
    with np.load(folder() / "mnist.npz") as arrays:
        return arrays[f"{split}_images"], arrays[f"{split}_labels"]


def size(name: str, split: str) -> int:
    """The samples of a split in a file below the folder."""
    if name == "mnist.npz":
        return len(mnist(split)[1])
    return sum(1 for _ in read(name.removeprefix("ink/").removesuffix(".jsonl.gz"), split))


def fingerprint(name: str) -> str:
    """sha256 of a file below the folder."""
    return hashlib.sha256((folder() / name).read_bytes()).hexdigest()


def _is_flat(strokes: list[Floats]) -> bool:
    wide, tall = np.ptp(np.concatenate(strokes), axis=0)
    return bool(tall < 0.5 * wide)
