"""Puts the report, its plots, and the sheets that are not to be committed, into their places."""

import platform
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from recognizer.classifier import Classifier
from recognizer.labels import DIGITS
from recognizer.raster import CHANNELS, SIDE
from recognizer.training import data
from recognizer.training.data import ROOT
from recognizer.training.study import plots
from recognizer.training.study.report import Served, grid_errors, of_table, report
from recognizer.training.study.results import WORK, Result
from recognizer.training.timing import timed

PAGE = ROOT / "docs" / "study.md"
PLOTS = ROOT / "docs" / "images" / "study"
GLYPHS = 300  # one by one, to be timed


def write(results: Sequence[Result]) -> Path:
    """Writes docs/study.md of all `results`."""
    images, labels = data.mnist("train")
    test_images, test_labels = data.mnist("test")
    counts = {
        "train": np.bincount(labels, minlength=len(DIGITS)).tolist(),
        "test": np.bincount(test_labels, minlength=len(DIGITS)).tolist(),
    }
    nets, augmented = of_table(results, "nets"), of_table(results, "augmentation")
    ours = nets["d"][0]
    plots.save(
        {
            "classes.svg": plots.classes(counts),
            "means.svg": plots.means(images, labels),
            "ways.svg": plots.ways(),
            "transfer.svg": plots.transfer([same[0] for same in nets.values()]),
            "grid.svg": plots.grid(grid_errors(results)),
            "curves.svg": plots.curves([same[0] for same in (*nets.values(), *augmented.values())]),
            "confusion.svg": plots.confusion(ours.confusion),
        },
        PLOTS,
    )
    plots.save(
        {"samples.png": plots.samples(images, labels), "misread.png": plots.misread(ours, test_images)},
        WORK,
    )
    served = {name: _served(WORK / f"{name}.onnx") for name in nets}
    PAGE.write_text(report(results, counts, served, _machine()), encoding="utf-8")
    return PAGE


def _served(path: Path) -> Served:
    model = path.read_bytes()
    net, glyph = Classifier(model, temperature=1.0), np.zeros((1, CHANNELS, SIDE, SIDE), np.float32)
    return Served(len(model), timed([lambda: net.log_probabilities(glyph)] * GLYPHS))


def _machine() -> str:
    """The processor's name where the system tells it."""
    path = Path("/proc/cpuinfo")
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    names = [line.split(":")[1].strip() for line in lines if line.startswith("model name")]
    return f"one core of an {names[0]}" if names else f"one core ({platform.machine()})"
