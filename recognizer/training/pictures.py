"""Figures of the reader on pictures: single signs and strings of digits, as files, scans and photographs.

`python -m recognizer.training.pictures` prints them; nothing is chosen on them.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from recognizer.decode import Acceptor
from recognizer.picture import Picture
from recognizer.reader import Reader
from recognizer.training import data
from recognizer.training.cameras import TAKEN, Greys
from recognizer.training.formats import acceptor

SEED = 27
TAKEN_EACH = 500
STRINGS_EACH = 300
HEIGHT = 40  # of a string of MNIST's digits, each 20 high
GAPS = {"apart": (2, 8), "close or touching": (-3, 3)}  # pixels between the digits of a string
SIGNS = {
    "bhmsds": {"plus": "+", "minus": "-", "slash": "/", "x": "×"},
    "mdas": {
        "addition_plus": "+",
        "subtraction_minus": "-",
        "multiplication_cross": "×",
        "division_obelus": "÷",
        "division_slash": "/",
    },
}


@dataclass(frozen=True, slots=True)
class Gallery:
    """Pictures, white on black, with what they say."""

    pictures: Sequence[Greys]
    texts: Sequence[str]

    def some(self, count: int) -> "Gallery":
        """`count` of them, evenly chosen."""
        every = max(1, len(self.texts) // count)
        return Gallery(self.pictures[::every], self.texts[::every])

    def taken(self, name: str, rng: np.random.Generator) -> "Gallery":
        return Gallery([TAKEN[name](picture, rng) for picture in self.pictures], self.texts)


@dataclass(frozen=True)
class OneOf:
    """Admits each of some signs alone: no format of the rules has an operator for an answer."""

    alphabet: frozenset[str]
    start: str = ""

    def step(self, state: str, character: str) -> str | None:
        return character if not state and character in self.alphabet else None

    def accepts(self, state: str) -> bool:
        return bool(state)


def measured(reader: Reader) -> dict[str, dict[str, int]]:
    """By set: answers, right (asked or not), right_but_asked, unread, wrong and wrong_and_sure."""
    return {
        name: count(reader, gallery, admitted) for name, gallery, admitted in galleries(np.random.default_rng(SEED))
    }


def count(reader: Reader, gallery: Gallery, admitted: Acceptor) -> dict[str, int]:
    counts = dict.fromkeys(("answers", "right", "right_but_asked", "unread", "wrong", "wrong_and_sure"), 0)
    for picture, text in zip(gallery.pictures, gallery.texts, strict=True):
        reading = reader.read_picture(Picture.from_greys(picture.astype(np.float32)), admitted)
        right = reading.text == text
        unread = reading.decision == "unread"
        counts["answers"] += 1
        counts["right"] += right
        counts["right_but_asked"] += right and reading.decision == "ask"
        counts["unread"] += unread
        counts["wrong"] += not right and not unread
        counts["wrong_and_sure"] += not right and reading.decision == "sure"
    return counts


def galleries(rng: np.random.Generator) -> Iterator[tuple[str, Gallery, Acceptor]]:
    """Every set with its name and what it is read as."""
    digit, whole = acceptor("digit"), acceptor("whole")
    images, labels = data.mnist("test")
    mnist = Gallery(list(images), labels.astype(str).tolist())
    yield "MNIST test", mnist, digit
    yield "hwd1000", _set("hwd1000", {label: str(label) for label in range(10)}), digit
    yield "bhmsds digits", _set("bhmsds", {text: text for text in "0123456789"}).some(2_000), digit
    for name, said in SIGNS.items():
        signs = OneOf(frozenset(said.values()))
        yield f"{name} signs", _set(name, said, "test_" if name == "mdas" else "").some(1_000), signs
    for name in TAKEN:
        yield f"MNIST test, {name}", mnist.some(TAKEN_EACH).taken(name, rng), digit
    for name, gap in GAPS.items():
        yield f"MNIST test, strings of 2 to 4, {name}", strings(mnist, STRINGS_EACH, gap, rng), whole


def strings(single: Gallery, count: int, gap: tuple[int, int], rng: np.random.Generator) -> Gallery:
    """Digits of `single` side by side, 2 to 4 of them, `gap` pixels between one's ink and the next."""
    pictures, texts = [], []
    for _ in range(count):
        chosen = rng.integers(0, len(single.texts), rng.integers(2, 5)).tolist()
        pictures.append(_beside([single.pictures[index] for index in chosen], gap, rng))
        texts.append("".join(single.texts[index] for index in chosen))
    return Gallery(pictures, texts)


def _beside(digits: Sequence[Greys], gap: tuple[int, int], rng: np.random.Generator) -> Greys:
    canvas = np.zeros((HEIGHT, HEIGHT * (len(digits) + 1)), np.uint8)
    right = HEIGHT // 4
    for digit in digits:
        ink = digit[np.ix_(digit.any(axis=1), digit.any(axis=0))]
        height, width = ink.shape
        top = int(np.clip(round((HEIGHT - height) / 2 + rng.normal()), 0, HEIGHT - height))
        place = canvas[top : top + height, right : right + width]
        np.maximum(place, ink, out=place)
        right += width + int(rng.integers(gap[0], gap[1] + 1))
    return canvas[:, : right + HEIGHT // 4]


def _set(name: str, said: Mapping[Any, str], part: str = "") -> Gallery:
    """The pictures of `raster/<name>.npz` whose label is one of those, with what each label says."""
    with np.load(data.folder() / "raster" / f"{name}.npz") as arrays:
        pictures, names = arrays[f"{part}images"], arrays[f"{part}labels"]
    kept = np.isin(names, list(said))
    return Gallery(list(pictures[kept]), [said[label.item()] for label in names[kept]])


if __name__ == "__main__":
    weights = Path(sys.argv[1]) if len(sys.argv) > 1 else data.ROOT / "models" / "reader.onnx"
    print(json.dumps(measured(Reader.load(weights)), indent=1, ensure_ascii=False))
