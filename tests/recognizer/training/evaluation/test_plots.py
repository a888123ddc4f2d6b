from pathlib import Path

import pytest

pytest.importorskip("matplotlib", reason="matplotlib is not installed: pip install -r requirements-train.txt")

from recognizer.training.evaluation.plots import PLOTS, draw_all
from tests.recognizer.training.evaluation.made_up import figures


def test_every_plot_is_drawn_small_and_the_same_every_time(tmp_path: Path) -> None:
    first = [path.read_bytes() for path in draw_all(figures(), tmp_path / "first")]
    again = [path.read_bytes() for path in draw_all(figures(), tmp_path / "again")]
    assert len(first) == len(PLOTS)
    assert sum(map(len, first)) < 500_000
    assert first == again
