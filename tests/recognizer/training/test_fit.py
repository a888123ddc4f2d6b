"""Fitting goes on where it was stopped. Needs torch (requirements-train.txt)."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="torch is not installed: pip install -r requirements-train.txt")

import torch

from recognizer.labels import JUNK, LABELS
from recognizer.training import corpus as pools_of
from recognizer.training import fit as module
from recognizer.training.corpus import Corpus
from recognizer.training.fit import Cycle, Recipe, fit
from recognizer.training.glyphs import Glyphs, gather
from tests.recognizer.training.hands import hand, hand_with_signs

RECIPE = Recipe(cycles=(Cycle(1, 4e-3), Cycle(2, 1e-3)), batch=16)


class Stopped(Exception):
    pass


@pytest.fixture(autouse=True)
def _one_thread() -> Iterator[None]:
    """Of so little work, threads only wait for each other."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture
def valid() -> Glyphs:
    """Every symbol once, and a 7 as junk."""
    samples = [*hand_with_signs(), hand()[7]]
    return gather([sample.strokes for sample in samples], range(len(LABELS)))


@pytest.fixture
def pools(valid: Glyphs, monkeypatch: pytest.MonkeyPatch) -> Corpus:
    """Of each a few: an epoch takes some steps."""
    monkeypatch.setattr(pools_of, "JUNK_AN_EPOCH", {"symbols": 1, "merges": 4, "crossed out": 2})
    monkeypatch.setattr(pools_of, "SLASHED_AN_EPOCH", 2)
    monkeypatch.setattr(module, "PICTURES_AN_EPOCH", 4)
    digits = valid.take(np.arange(10))
    return Corpus(
        digits=digits,
        clean=digits,
        signs={"+": valid.take(np.array([LABELS.index("+")]))},
        junk={"symbols": valid.take(np.array([LABELS.index(JUNK)]))},
        pictures=np.full((8, 28, 28), 90, np.uint8),
        picture_labels=np.arange(8),
    )


def test_a_fit_that_was_stopped_goes_on_with_the_next_epoch(pools: Corpus, valid: Glyphs, tmp_path: Path) -> None:
    def stop_after_the_first(line: str) -> None:
        raise Stopped(line)

    with pytest.raises(Stopped, match="epoch 1/3"):
        fit(RECIPE, pools, valid, tmp_path / "fit.pt", stop_after_the_first)
    lines: list[str] = []
    fit(RECIPE, pools, valid, tmp_path / "fit.pt", lines.append)
    assert [line.split("  ")[0] for line in lines] == ["going on after epoch 1", "epoch 2/3", "epoch 3/3"]


def test_a_fit_that_is_done_gives_the_same_net_again(pools: Corpus, valid: Glyphs, tmp_path: Path) -> None:
    first = fit(RECIPE, pools, valid, tmp_path / "fit.pt", str)
    lines: list[str] = []
    again = fit(RECIPE, pools, valid, tmp_path / "fit.pt", lines.append)
    assert lines == ["going on after epoch 3"]
    for one, other in zip(first.parameters(), again.parameters(), strict=True):
        assert torch.equal(one, other)


def test_another_recipe_begins_anew(pools: Corpus, valid: Glyphs, tmp_path: Path) -> None:
    fit(Recipe(cycles=(Cycle(1, 4e-3),), batch=16), pools, valid, tmp_path / "fit.pt", str)
    lines: list[str] = []
    fit(Recipe(cycles=(Cycle(1, 2e-3),), batch=16), pools, valid, tmp_path / "fit.pt", lines.append)
    assert [line.split("  ")[0] for line in lines] == ["epoch 1/1"]


@pytest.mark.parametrize(
    ("epoch", "rate"),
    [(0, 0.04), (4, 1.0), (12, 0.5), (19.999, 0.0), (20, 0.02), (22, 0.5), (26, 0.25), (29.999, 0.0), (30, 0.0)],
)
def test_each_cycle_rises_for_a_fifth_and_falls_to_nothing(epoch: float, rate: float) -> None:
    recipe = Recipe(cycles=(Cycle(20, 1.0), Cycle(10, 0.5)))
    assert recipe.rate_at(epoch) == pytest.approx(rate, abs=2e-3)
