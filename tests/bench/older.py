"""The nets of older readers, as files: those of `make study`, or the same nets untrained, which are as fast."""

import importlib.util
from pathlib import Path

from recognizer.training.data import ROOT

NAMES = ("a", "b")
STUDY = ROOT / "var" / "study"


def older_nets(folder: Path) -> tuple[dict[str, Path], str]:
    """The ONNX file of each, and what to say of them; untrained ones are written into `folder`."""
    trained = {f"({name})": STUDY / f"{name}.onnx" for name in NAMES}
    if all(path.exists() for path in trained.values()):
        return trained, "as `make study` trained them"
    if importlib.util.find_spec("torch") is None:
        return {}, "left out: `make study` has not made them, and torch, which would, is not installed"
    untrained = {f"({name})": _untrained(name, folder) for name in NAMES}
    return untrained, "untrained, which takes as long: `make study` trains them"


def _untrained(name: str, folder: Path) -> Path:
    from recognizer.training.export import export
    from recognizer.training.study.nets import WithoutDirections, build

    path = folder / f"{name}.onnx"
    export(WithoutDirections(build(name)), path)
    return path
