"""The card beside the weights, for people: what the reader is, what it learnt from, and how well it reads."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.conf import settings


@dataclass(frozen=True)
class Source:
    """Handwriting that was learnt from: its name with its licence, and how many samples where the card says so."""

    licence: str
    samples: int | None


@dataclass(frozen=True)
class Figure:
    """How one set of handwriting was read, in per cent of its samples."""

    name: str
    answers: int
    right_percent: float
    sure_percent: float  # wrong, and sure of it


@dataclass(frozen=True)
class ReaderCard:
    version: str
    date: date
    kilobytes: int
    parameters: int
    ask_percent: int
    sure_percent: int
    sources: tuple[Source, ...]
    figures: tuple[Figure, ...]  # none before `make evaluate` has measured the weights

    @property
    def samples(self) -> int | None:
        """All that was learnt from; None where the card counts only some of it."""
        counts = [source.samples for source in self.sources]
        return None if None in counts else sum(count or 0 for count in counts)


@cache
def reader_card() -> ReaderCard:
    """The card of this process's weights. It was compared with them when they were loaded."""
    facts = json.loads(settings.READER_WEIGHTS.with_suffix(".json").read_text(encoding="utf-8"))
    return ReaderCard(
        version=facts["version"],
        date=date.fromisoformat(facts["date"]),
        kilobytes=round(facts["size"] / 1000),
        parameters=facts["parameters"],
        ask_percent=round(facts["thresholds"]["ask"] * 100),
        sure_percent=round(facts["thresholds"]["sure"] * 100),
        sources=tuple(_sources(facts["sources"])),
        figures=tuple(_figures(facts["figures"].get("sets", []))),
    )


def _sources(sources: list[dict[str, Any]]) -> Iterator[Source]:
    """One for each licence: a set of handwriting may lie in several files."""
    for licence in dict.fromkeys(source["licence"] for source in sources):
        counts = [source.get("samples") for source in sources if source["licence"] == licence]
        yield Source(licence, None if None in counts else sum(count or 0 for count in counts))


def _figures(rows: list[dict[str, Any]]) -> Iterator[Figure]:
    """One for each set of handwriting: as it was read in its own format, which the card has first."""
    first: dict[str, dict[str, Any]] = {}
    for row in rows:
        first.setdefault(row["set"], row)
    for name, row in first.items():
        counts = row["tally"]
        right = counts["answers"] - counts["wrong"] - counts["right_but_unread"]
        yield Figure(
            name,
            counts["answers"],
            right_percent=100 * right / counts["answers"],
            sure_percent=100 * counts["wrong_and_sure"] / counts["answers"],
        )
