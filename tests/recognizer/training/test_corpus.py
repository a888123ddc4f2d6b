"""An epoch is drawn in its shares, and signs are as large as they stand beside digits."""

from pathlib import Path
from random import Random

import numpy as np
import pytest

from recognizer.labels import DIGITS, JUNK, LABELS, SIGNS
from recognizer.raster import SMALL
from recognizer.templates import write
from recognizer.training import corpus as module
from recognizer.training.corpus import Corpus, corpus, epoch, sign_glyphs
from recognizer.training.sources import COMMERCIAL, Sources
from tests.recognizer.training.folder import digits, found_at, put, put_mnist

ALONE = Sources(digits=(), symbols=("crohme_symbols",))


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    put(tmp_path, "pendigits", digits())
    put_mnist(tmp_path)
    found_at(monkeypatch, tmp_path)
    monkeypatch.setattr(module, "WRITTEN", {"train": (6, 1), "valid": (2, 2)})
    return tmp_path


@pytest.fixture
def pools(data: Path) -> Corpus:
    return corpus(COMMERCIAL, np.random.default_rng(0))


def test_an_epoch_has_every_digit_and_no_more_of_the_rest_than_its_share(
    pools: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SIGN_AN_EPOCH", 5)
    monkeypatch.setattr(module, "SLASHED_AN_EPOCH", 3)
    monkeypatch.setattr(module, "JUNK_AN_EPOCH", {"symbols": 4, "merges": 6, "crossed out": 2, "scribbles": 7})
    drawn = epoch(pools, np.random.default_rng(1))
    counts = {label: int((drawn.label == at).sum()) for at, label in enumerate(LABELS)}
    assert counts == {
        **dict.fromkeys(DIGITS, 2),  # all are clean, and come twice
        "0": 2 + 3,
        **dict.fromkeys(SIGNS, 5),
        JUNK: 4 + 6 + 2 + 7,
    }


def test_another_epoch_draws_others(pools: Corpus) -> None:
    one, other = (epoch(pools, np.random.default_rng(seed)) for seed in (1, 2))
    assert len(one) == len(other)
    assert one.steps.shape != other.steps.shape or not np.allclose(one.steps, other.steps)


@pytest.mark.parametrize(("sign", "opposite"), [("<", ">"), ("(", ")")])
def test_the_mirror_image_of_a_sign_teaches_its_opposite(pools: Corpus, sign: str, opposite: str) -> None:
    assert len(pools.signs[sign]) == len(pools.signs[opposite]) == 2 * len(pools.signs["+"])
    assert set(pools.signs[opposite].label) == {LABELS.index(opposite)}


def test_a_sign_is_as_large_as_it_stands_in_its_number(data: Path) -> None:
    """The minus of -7 is a fifth as long as the 7 is tall."""
    record = {
        "text": "-7",
        "strokes": [[[0, 5], [2, 5]], [[4, 0], [9, 0], [6, 10]]],
        "segments": [{"label": "-", "strokes": [0]}, {"label": "7", "strokes": [1]}],
        "writer": "one",
        "split": "valid",
    }
    put(data, "crohme_numbers", [record])
    glyphs = sign_glyphs(Sources(digits=(), numbers=("crohme_numbers",)), "valid")
    assert glyphs.label.tolist() == [LABELS.index("-")]
    assert glyphs.share.tolist() == pytest.approx([0.2 / SMALL])


def test_a_sign_cut_out_of_its_number_is_as_large_as_such_signs_are(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SIZES", {".": (0.1, 0.0)})
    records = [
        {"text": label, "strokes": write(sign, Random(1)), "writer": "one", "split": "valid"}
        for label, sign in ((".", "."), ("+", "+"))
    ]
    put(data, "crohme_symbols", records)
    glyphs = sign_glyphs(ALONE, "valid")
    assert dict(zip(glyphs.label.tolist(), glyphs.share.tolist(), strict=True)) == pytest.approx(
        {LABELS.index("."): 0.1 / SMALL, LABELS.index("+"): 1.0}
    )


def test_letters_that_look_like_digits_teach_nothing(data: Path) -> None:
    letters = [
        {"text": letter, "strokes": write("7", Random(1)), "writer": "one", "split": "valid"} for letter in "akmoOlz|"
    ]
    put(data, "crohme_symbols", letters)
    glyphs = module.other_glyphs(ALONE, "valid")
    assert glyphs.label.tolist() == [LABELS.index(JUNK)] * 3  # a, k and m
