"""What one run gave, kept as JSON so that a study goes on where it was stopped."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from recognizer.training.data import ROOT
from recognizer.training.study.plan import Run

WORK = ROOT / "var" / "study"


@dataclass(frozen=True, slots=True)
class Result:
    run: Run
    parameters: int
    seconds: float  # of the processor, to train it
    curve: tuple[tuple[float, int], ...]  # for each epoch: loss, wrong of the pictures held out
    wrong: dict[str, tuple[int, int]]  # by set: misread, of how many
    confusion: tuple[tuple[int, ...], ...]  # MNIST test, [truth][read]
    misread: tuple[tuple[int, int, int, float], ...]  # MNIST test, the surest first: picture, truth, read, probability

    @property
    def error(self) -> float:
        """The share of MNIST's test that was misread."""
        return self.share("MNIST test")

    def share(self, name: str) -> float:
        """The share of a set that was misread."""
        wrong, answers = self.wrong[name]
        return wrong / answers


def finished(run: Run, work: Path = WORK) -> Result | None:
    path = _path(run, work)
    return _result(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else None


def keep(result: Result, work: Path = WORK) -> None:
    """Written whole or not at all: a study may be stopped at any moment."""
    path = _path(result.run, work)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    unfinished.write_text(json.dumps(asdict(result)), encoding="utf-8")
    os.replace(unfinished, path)


def _path(run: Run, work: Path) -> Path:
    return work / "runs" / f"{run.name}.json"


def _result(kept: dict[str, Any]) -> Result:
    return Result(
        run=Run(**kept["run"]),
        parameters=kept["parameters"],
        seconds=kept["seconds"],
        curve=tuple((loss, wrong) for loss, wrong in kept["curve"]),
        wrong={name: (wrong, answers) for name, (wrong, answers) in kept["wrong"].items()},
        confusion=tuple(map(tuple, kept["confusion"])),
        misread=tuple((at, truth, read, p) for at, truth, read, p in kept["misread"]),
    )
