"""The weights are shipped in the precision that costs nothing. Needs torch (requirements-train.txt)."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="torch is not installed: pip install -r requirements-train.txt")
pytest.importorskip("onnx", reason="onnx is not installed: pip install -r requirements-train.txt")

import torch

from recognizer.classifier import Classifier
from recognizer.labels import JUNK, LABELS
from recognizer.raster import RADIUS
from recognizer.training.glyphs import Glyphs, gather, images
from recognizer.training.net import Net
from recognizer.training.precision import Count, Export, chosen, exported, measured, ship
from tests.recognizer.training.hands import hand

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

HALF = Export("half", Count(digits=70, signs=370, junk=640), 0.0004, 0.004, 500_000, 0.45)
INT8 = replace(HALF, precision="int8", mean_difference=0.03, largest_difference=0.3, size=280_000, milliseconds=0.15)


@pytest.fixture
def net() -> Net:
    torch.manual_seed(1)
    return Net((8, 16, 16)).eval()


@pytest.fixture
def glyphs() -> Glyphs:
    """Ten digits, and each once more as if it were a sign and as if it were junk."""
    samples = hand() * 3
    labels = [*range(10), *range(10, 20), *[LABELS.index(JUNK)] * 10]
    return gather([sample.strokes for sample in samples], labels)


@pytest.mark.parametrize(
    ("int8", "kept"),
    [
        pytest.param(INT8, "int8", id="as good, smaller and faster"),
        pytest.param(replace(INT8, milliseconds=HALF.milliseconds), "int8", id="as fast"),
        pytest.param(replace(INT8, misread=Count(73, 388, 672)), "int8", id="hardly more misread"),
        pytest.param(replace(INT8, misread=Count(74, 370, 640)), "half", id="more digits misread"),
        pytest.param(replace(INT8, misread=Count(60, 389, 640)), "half", id="more signs, though fewer digits"),
        pytest.param(replace(INT8, size=HALF.size), "half", id="no smaller"),
        pytest.param(replace(INT8, milliseconds=0.46), "half", id="slower"),
    ],
)
def test_int8_is_shipped_where_it_loses_nothing_that_matters(int8: Export, kept: str) -> None:
    assert chosen([HALF, int8]).precision == kept


@pytest.mark.parametrize(("precision", "most"), [("float32", 1e-4), ("half", 5e-3), ("int8", 0.3)])
def test_every_precision_says_what_torch_says(net: Net, glyphs: Glyphs, precision: str, most: float) -> None:
    drawn = images(glyphs, RADIUS)
    with torch.inference_mode():
        expected = torch.log_softmax(net(torch.from_numpy(drawn)), dim=1).numpy()
    served = Classifier(exported(net, glyphs)[precision], 1.0).log_probabilities(drawn)
    assert np.abs(served - expected).max() < most


def test_each_lower_precision_takes_fewer_bytes(net: Net, glyphs: Glyphs) -> None:
    sizes = [len(model) for model in exported(Net(), glyphs).values()]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[2] < 0.6 * sizes[1] < 0.6 * 0.6 * sizes[0]


def test_misread_glyphs_are_counted_by_what_they_are(net: Net, glyphs: Glyphs) -> None:
    with torch.no_grad():  # whatever it is shown, it says 3, then +, then junk
        net.classify[1].weight.zero_()
        net.classify[1].bias.copy_(torch.tensor([5.0 * (at == 3) + 4.0 * (at == 10) for at in range(len(LABELS))]))
    export = measured(net, exported(net, glyphs), glyphs)[0]
    assert export.misread == Count(digits=9, signs=10, junk=10)
    assert export.largest_difference < 1e-4


def test_what_is_written_is_what_was_chosen_and_the_card_tells_all_three(
    net: Net, glyphs: Glyphs, tmp_path: Path
) -> None:
    lines: list[str] = []
    facts = ship(net, tmp_path / "net.onnx", glyphs, glyphs, lines.append)
    by_name = {export["precision"]: export for export in facts["exports"]}
    assert list(by_name) == ["float32", "half", "int8"]
    assert (tmp_path / "net.onnx").stat().st_size == by_name[facts["precision"]]["size"]
    assert facts["exports_compared_on"] == {"digits": 10, "signs": 10, "junk": 10}
    assert [line.endswith(", shipped") for line in lines] == [name == facts["precision"] for name in by_name]
