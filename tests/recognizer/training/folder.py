"""A folder of data as training finds it beside the checkout, with what a test puts there."""

import gzip
import json
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest

from recognizer.labels import DIGITS
from recognizer.templates import write

SPLITS = ("train", "valid", "test")


def put(folder: Path, name: str, records: Iterable[dict[str, Any]]) -> None:
    """`ink/<name>.jsonl.gz`."""
    (folder / "ink").mkdir(exist_ok=True)
    with gzip.open(folder / "ink" / f"{name}.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(record) + "\n" for record in records)


def put_mnist(folder: Path, count: int = 20) -> None:
    arrays = {}
    for split in ("train", "test"):
        arrays[f"{split}_images"] = np.full((count, 28, 28), 90, np.uint8)
        arrays[f"{split}_labels"] = np.arange(count, dtype=np.uint8) % 10
    np.savez(folder / "mnist.npz", **arrays)


def digits() -> list[dict[str, Any]]:
    """Each digit once in every split."""
    return [
        {"text": digit, "strokes": write(digit, Random(f"{split} {digit}")), "writer": split, "split": split}
        for split in SPLITS
        for digit in DIGITS
    ]


def found_at(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setenv("ASTRO_DATA", str(folder))
