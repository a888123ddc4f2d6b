"""The card for people: what it tells, and what it leaves out."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from quizzes.services.reader_card import Figure, ReaderCard, Source, reader_card

TALLY = {"wrong": 0, "wrong_and_sure": 0, "right_but_asked": 0, "right_but_unread": 0, "unread": 0}
FACTS: dict[str, Any] = {
    "version": "2026.11-ab12cd34",
    "date": "2026-11-20",
    "size": 500_150,
    "parameters": 247_283,
    "thresholds": {"sure": 0.815, "ask": 0.12},
    "sources": [
        {"file": "ink/a.jsonl.gz", "licence": "A, CC BY 4.0", "samples": 10},
        {"file": "ink/b.jsonl.gz", "licence": "B, research use", "samples": 5},
        {"file": "ink/a_too.jsonl.gz", "licence": "A, CC BY 4.0", "samples": 7},
    ],
    "figures": {
        "sets": [
            {"set": "A test", "format": "digit", "tally": {**TALLY, "answers": 200, "wrong": 3, "wrong_and_sure": 1}},
            {"set": "A test", "format": "number", "tally": {**TALLY, "answers": 200, "wrong": 9}},
            {"set": "B test", "format": "whole", "tally": {**TALLY, "answers": 50, "right_but_unread": 1}},
        ],
    },
}


@pytest.fixture
def card_of(settings: Any, tmp_path: Path) -> Iterator[Callable[..., ReaderCard]]:
    def read(**facts: object) -> ReaderCard:
        settings.READER_WEIGHTS = tmp_path / "reader.onnx"
        (tmp_path / "reader.json").write_text(json.dumps(FACTS | facts))
        reader_card.cache_clear()
        return reader_card()

    yield read
    reader_card.cache_clear()


def test_thresholds_are_in_per_cent(card_of: Callable[..., ReaderCard]) -> None:
    card = card_of()
    assert (card.ask_percent, card.sure_percent, card.kilobytes) == (12, 82, 500)


def test_sources_of_one_licence_are_one(card_of: Callable[..., ReaderCard]) -> None:
    card = card_of()
    assert card.sources == (Source("A, CC BY 4.0", 17), Source("B, research use", 5))
    assert card.samples == 22


def test_samples_that_are_not_counted_are_not_made_up(card_of: Callable[..., ReaderCard]) -> None:
    card = card_of(sources=[FACTS["sources"][0], {"file": "mnist.npz", "licence": "MNIST, CC BY-SA 3.0"}])
    assert card.sources == (Source("A, CC BY 4.0", 10), Source("MNIST, CC BY-SA 3.0", None))
    assert card.samples is None


def test_each_set_is_told_once_as_it_was_read_in_its_own_format(card_of: Callable[..., ReaderCard]) -> None:
    assert card_of().figures == (
        Figure("A test", 200, right_percent=98.5, sure_percent=0.5),
        Figure("B test", 50, right_percent=98.0, sure_percent=0.0),
    )


def test_weights_that_nobody_measured_have_no_figures(card_of: Callable[..., ReaderCard]) -> None:
    assert card_of(figures={}).figures == ()
