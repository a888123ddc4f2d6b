"""The study without its hours: nets, canvases, results that are kept, a tiny training that is stopped, the report."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="torch is not installed: pip install -r requirements-train.txt")
pytest.importorskip("matplotlib", reason="matplotlib is not installed: pip install -r requirements-train.txt")

import torch

from recognizer.training.net import Net, parameters
from recognizer.training.study import plots
from recognizer.training.study.canvas import WAYS
from recognizer.training.study.fit import fit
from recognizer.training.study.nets import ARCHITECTURES, WithoutDirections, build
from recognizer.training.study.pictures import Pictures, varied
from recognizer.training.study.plan import RECIPES, RUNS, Run, plan
from recognizer.training.study.report import Served, grid_errors, of_table, report, spread
from recognizer.training.study.results import finished, keep
from recognizer.training.timing import Timing
from tests.recognizer.training.hands import hand
from tests.recognizer.training.study.made_up import result

SHORT = Run("grid", "depth 1", "adam", epochs=2, pictures=64, augmented=True)


class TestNets:
    @pytest.mark.parametrize(
        ("name", "count"),
        [
            ("a", 878_730),
            ("b", 887_530),  # as it was published
            ("c", 804_554),
            ("d", parameters(Net(classes=10))),
        ],
    )
    def test_a_net_has_the_parameters_of_its_description(self, name: str, count: int) -> None:
        assert parameters(build(name)) == count

    @pytest.mark.parametrize("name", ARCHITECTURES)
    def test_a_net_gives_ten_logits_a_picture(self, name: str) -> None:
        assert build(name)(torch.zeros(2, 1, 28, 28)).shape == (2, 10)

    def test_behind_the_readers_images_a_net_sees_their_ink_alone(self) -> None:
        net = build("depth 1").eval()
        images = torch.rand(2, 3, 28, 28)
        assert torch.equal(WithoutDirections(net)(images), net(images[:, :1]))


class TestPictures:
    @pytest.mark.parametrize("way", WAYS)
    def test_ink_becomes_a_picture_of_mnists_size_with_white_ink(self, way: str) -> None:
        pictures = WAYS[way]([sample.strokes for sample in hand()])
        assert (pictures.shape, pictures.dtype) == ((10, 28, 28), np.uint8)
        assert (pictures.max(axis=(1, 2)) > 200).all()

    def test_mnists_way_puts_the_centre_of_mass_in_the_middle(self) -> None:
        pictures = WAYS["as MNIST was made"]([sample.strokes for sample in hand()]).astype(float)
        columns = (pictures.sum(axis=1) * (np.arange(28) + 0.5)).sum(axis=1) / pictures.sum(axis=(1, 2))
        assert np.abs(columns - 14).max() < 1.0

    def test_variation_keeps_about_the_ink_and_changes_every_picture(self) -> None:
        images = torch.zeros(8, 1, 28, 28)
        images[:, :, 8:20, 8:20] = 1.0
        changed = varied(images)
        assert all(not torch.equal(one, other) for one, other in zip(images, changed, strict=True))
        assert 0.6 < float(changed.sum() / images.sum()) < 1.6


class TestTraining:
    def test_a_training_that_was_stopped_ends_as_one_that_was_not(self, tmp_path: Path) -> None:
        learnt = Pictures(torch.rand(64, 1, 28, 28), torch.arange(64) % 10)
        lines: list[str] = []
        whole = fit(SHORT, learnt, learnt, tmp_path / "whole.pt", lines.append)
        fit(replace(SHORT, epochs=1), learnt, learnt, tmp_path / "stopped.pt", lines.append)
        torch.manual_seed(99)  # what else was drawn meanwhile
        resumed = fit(SHORT, learnt, learnt, tmp_path / "stopped.pt", lines.append)
        assert resumed.curve == whole.curve
        assert [line.split("  ")[1] for line in lines][-1] == "depth 1, adam, epoch 2/2"


class TestResults:
    def test_a_result_that_is_kept_is_found_again(self, tmp_path: Path) -> None:
        keep(result(SHORT), tmp_path)
        assert finished(SHORT, tmp_path) == result(SHORT)

    @pytest.mark.parametrize("other", [{"seed": 1}, {"epochs": 3}, {"augmented": False}, {"pictures": 65}])
    def test_another_recipe_is_another_run(self, tmp_path: Path, other: dict) -> None:
        keep(result(SHORT), tmp_path)
        assert finished(replace(SHORT, **other), tmp_path) is None

    def test_every_recipe_is_run_once_before_any_is_run_twice(self) -> None:
        runs = list(plan(RUNS))
        assert len(set(runs)) == RUNS * len(RECIPES)
        assert [run.seed for run in runs] == sorted(run.seed for run in runs)

    def test_a_bound_on_epochs_lengthens_no_run(self) -> None:
        assert {run.epochs for run in plan(1, epochs=4)} == {3, 4}


class TestReport:
    results = [result(run, missed=30 + 10 * run.seed) for run in plan(2)]
    served = {name: Served(500_000, Timing(0.25, 0.5, 0.3)) for name in "abcd"}
    counts = {"train": [6_000] * 10, "test": [1_000] * 10}

    def test_it_says_what_was_run_and_states_counts_as_shares(self) -> None:
        page = report(self.results, self.counts, self.served, "one core of a test")
        assert "It holds 26 recipes 2 times, trained on\none core of a test;" in page
        assert "| test | 1000 | 1000 | 1000 | 1000 | 1000 | 1000 | 1000 | 1000 | 1000 | 1000 | 10,000 |" in page
        assert "| MNIST test | 0.35 ± 0.07 % | 0.35 ± 0.07 % | 0.35 ± 0.07 % | 0.35 ± 0.07 % |" in page
        assert "Target: ≤ 0.40 % met; moonshot ≤ 0.20 % missed." in page
        assert "Most often: 9 read as 4 (30)." in page

    def test_a_missed_target_is_said_plainly(self) -> None:
        poor = [result(run, missed=50) for run in plan(1)]
        assert "Target: ≤ 0.40 % **missed**" in report(poor, self.counts, self.served, "")

    def test_one_run_has_no_spread(self) -> None:
        assert (spread([0.01]), spread([0.01, 0.02])) == ("1.00 %", "1.50 ± 0.71 %")

    def test_plots_are_written_by_name_and_the_same_each_time(self, tmp_path: Path) -> None:
        nets = [same[0] for same in of_table(self.results, "nets").values()]
        figures = {
            "classes.svg": lambda: plots.classes(self.counts),
            "grid.svg": lambda: plots.grid(grid_errors(self.results)),
            "curves.svg": lambda: plots.curves(nets),
            "transfer.svg": lambda: plots.transfer(nets),
            "confusion.svg": lambda: plots.confusion(nets[3].confusion),
        }
        for folder in ("first", "second"):
            plots.save({name: draw() for name, draw in figures.items()}, tmp_path / folder)
        for name in figures:
            assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "second" / name).read_bytes()
