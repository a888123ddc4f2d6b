"""Ink for the tests: written by rule, and the research handwriting where it lies beside the checkout."""

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from recognizer import templates
from recognizer.ink import Ink

ROOT = Path(__file__).resolve().parents[2]
WEIGHTS = ROOT / "models" / "reader.onnx"
DATA = Path(os.environ.get("ASTRO_DATA", ROOT.parent / "shared" / "data"))

real_ink = [
    pytest.mark.real_ink,
    pytest.mark.skipif(not (DATA / "ink").is_dir(), reason=f"no handwriting at {DATA}: set ASTRO_DATA to where it is"),
]


def written(text: str, seed: int = 0) -> Ink:
    return Ink.from_json(templates.write(text, Random(seed)))


def moved(ink: Ink, *, scale: float = 1.0, by: tuple[float, float] = (0.0, 0.0)) -> Ink:
    strokes = ink.to_json()
    return Ink.from_json(
        [[[x * scale + by[0], y * scale + by[1], *rest] for x, y, *rest in stroke] for stroke in strokes]
    )


def real(name: str, split: str) -> Iterator[dict]:
    with gzip.open(DATA / "ink" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from (record for record in map(json.loads, lines) if record["split"] == split)
