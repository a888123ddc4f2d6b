"""The file that is served says what the net that was trained says. Needs torch (requirements-train.txt)."""

from itertools import islice
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="torch is not installed: pip install -r requirements-train.txt")
pytest.importorskip("onnx", reason="onnx is not installed: pip install -r requirements-train.txt")

import torch

from recognizer.classifier import Classifier
from recognizer.raster import render
from recognizer.training.data import samples
from recognizer.training.export import export
from recognizer.training.net import Net
from tests.recognizer.handwriting import real_ink


class TestRealInk:
    pytestmark = real_ink

    @pytest.mark.filterwarnings("ignore::DeprecationWarning")
    def test_onnx_and_torch_agree(self, tmp_path: Path) -> None:
        torch.manual_seed(1)
        net = Net().eval()
        images = render([sample.strokes for sample in islice(samples("pendigits", "valid"), 64)])
        with torch.inference_mode():
            expected = torch.log_softmax(net(torch.from_numpy(images)), dim=1).numpy()
        export(net, tmp_path / "net.onnx")
        served = Classifier((tmp_path / "net.onnx").read_bytes(), 1.0).log_probabilities(images)
        assert np.abs(served - expected).max() < 5e-3  # weights are kept in half precision
        assert (served.argmax(axis=1) == expected.argmax(axis=1)).all()
