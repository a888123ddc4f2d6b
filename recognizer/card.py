"""The card beside the weights: what they are, what they were made of, and the numbers that go with them."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recognizer.labels import LABELS


class WeightsMissing(FileNotFoundError):
    """A file of the weights is not there."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            f"The reader's weights are not at {path}. Restore the file from the repository "
            "(`git checkout -- models`), or make new weights with `make train`."
        )


class WeightsAltered(ValueError):
    """The weights are not those that their card describes."""

    def __init__(self, path: Path, why: str) -> None:
        self.path = path
        super().__init__(
            f"{path} is not what its card says: {why}. Restore the .onnx and .json of one version together "
            "(`git checkout -- models`), or make new weights with `make train`."
        )


@dataclass(frozen=True, slots=True)
class Card:
    """What serving needs of the card; the rest of it is for people."""

    version: str
    temperature: float
    odds: Mapping[str, float]  # the weight of each measure of the decoder
    sure: float  # least confidence
    ask: float


def load_weights(path: Path) -> tuple[bytes, Card]:
    """The model and its card. Raises WeightsMissing, and WeightsAltered where the two do not agree."""
    beside = path.with_suffix(".json")
    for file in (path, beside):
        if not file.is_file():
            raise WeightsMissing(file)
    model = path.read_bytes()
    try:
        facts = json.loads(beside.read_text(encoding="utf-8"))
        card = _card(facts)
        labels, digest = tuple(facts["labels"]), facts["sha256"]
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise WeightsAltered(beside, f"it cannot be understood ({error!r})") from error
    if labels != LABELS:
        raise WeightsAltered(path, f"its classes are {' '.join(labels)}, and this reader's are {' '.join(LABELS)}")
    found = hashlib.sha256(model).hexdigest()
    if found != digest:
        raise WeightsAltered(path, f"its sha256 is {found[:12]}…, and the card has {str(digest)[:12]}…")
    return model, card


def _card(facts: Mapping[str, Any]) -> Card:
    return Card(
        version=str(facts["version"]),
        temperature=float(facts["temperature"]),
        odds={str(name): float(weight) for name, weight in facts["odds"].items()},
        sure=float(facts["thresholds"]["sure"]),
        ask=float(facts["thresholds"]["ask"]),
    )
