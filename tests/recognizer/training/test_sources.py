"""What may be sold learns from nothing that may not."""

from pathlib import Path

import numpy as np
import pytest

from recognizer.labels import JUNK, LABELS, SIGNS
from recognizer.training import corpus
from recognizer.training.data import LICENCES
from recognizer.training.sources import COMMERCIAL, EVERYTHING, Sources, written_letters, written_numbers, written_signs
from tests.recognizer.training.folder import digits, found_at, put, put_mnist


@pytest.fixture(autouse=True)
def _only_files_that_may_be_sold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "pendigits", digits())
    put_mnist(tmp_path)
    found_at(monkeypatch, tmp_path)
    monkeypatch.setattr(corpus, "WRITTEN", {"train": (4, 1), "valid": (2, 2)})


def test_the_commercial_weights_name_no_file_whose_licence_forbids_selling() -> None:
    assert COMMERCIAL.files == ["ink/pendigits.jsonl.gz", "mnist.npz"]
    assert not any("NC" in LICENCES[name] or "research" in LICENCES[name] for name in COMMERCIAL.files)


def test_every_file_that_teaches_has_its_licence_told() -> None:
    assert set(EVERYTHING.files) <= set(LICENCES)


def test_the_commercial_corpus_opens_no_other_file() -> None:
    pools = corpus.corpus(COMMERCIAL, np.random.default_rng(0))
    assert len(pools.digits) == len(pools.clean) == 10
    assert sorted(pools.signs) == sorted(SIGNS)
    assert len(corpus.sign_glyphs(COMMERCIAL, "valid")) == 2 * len(SIGNS)
    assert len(corpus.other_glyphs(COMMERCIAL, "valid")) == 2


@pytest.mark.parametrize("borrowed", ["digits", "symbols", "numbers", "groups"])
def test_whatever_else_is_taken_is_looked_for_in_a_file_of_its_own(borrowed: str) -> None:
    name = {"groups": "crohme_junk", "numbers": "crohme_numbers"}.get(borrowed, "crohme_symbols")
    sources = Sources(**{"digits": ("pendigits",), "written": True, borrowed: (name,)})
    with pytest.raises(FileNotFoundError, match=name):
        corpus.corpus(sources, np.random.default_rng(0))


def test_signs_are_written_as_often_as_asked_for_and_each_anew() -> None:
    found = list(written_signs(3, 1))
    assert [sample.text for sample in found] == [sign for sign in SIGNS for _ in range(3)]
    dots = [sample.strokes[0].tolist() for sample in found if sample.text == "+"]
    assert dots[0] != dots[1] != dots[2]


def test_letters_are_written_as_what_is_no_symbol() -> None:
    glyphs = corpus.other_glyphs(COMMERCIAL, "train")
    assert glyphs.label.tolist() == [LABELS.index(JUNK)] * 4
    assert [sample.text for sample in written_letters(2, 1)] == ["", ""]


def test_numbers_are_written_with_the_strokes_of_each_symbol() -> None:
    (sample,) = written_numbers(["4.5"], 1)
    assert sample.symbols == ("4", ".", "5")
    assert [stroke for group in sample.groups for stroke in group] == list(range(len(sample.strokes)))
