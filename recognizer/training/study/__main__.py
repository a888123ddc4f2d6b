"""Trains the nets of the study, or goes on with them, and writes docs/study.md. `make study`.

RUNS=1 trains every net once instead of five times; EPOCHS=2 bounds the length of each run. What is finished is kept in
var/study and not trained again; the report holds all that is finished.
"""

import os
from pathlib import Path

import torch

from recognizer.training.data import ROOT
from recognizer.training.export import export
from recognizer.training.study import pictures
from recognizer.training.study.fit import fit
from recognizer.training.study.measure import ink_sets, measured
from recognizer.training.study.nets import WithoutDirections
from recognizer.training.study.plan import RUNS, Run, plan
from recognizer.training.study.results import WORK, finished, keep
from recognizer.training.study.write import write
from recognizer.training.train import say


def main() -> None:
    torch.set_num_threads(1)  # faster than two beside any other work
    runs = int(os.environ.get("RUNS", RUNS))
    epochs = int(os.environ["EPOCHS"]) if "EPOCHS" in os.environ else None
    if missing := [run for run in plan(runs, epochs) if not finished(run)]:
        train(missing)
    page = write([result for run in plan(max(runs, RUNS), epochs) if (result := finished(run))])
    say(f"wrote {page.relative_to(ROOT)}")


def train(runs: list[Run], work: Path = WORK) -> None:
    """Trains and measures each of `runs`, and keeps what it gave; the first of each net is exported too."""
    work.mkdir(parents=True, exist_ok=True)
    learnt, held_out = pictures.learnt_and_held_out()
    test, ink = pictures.test(), ink_sets()
    for number, run in enumerate(runs, start=1):
        checkpoint = work / f"{run.name}.pt"
        training = fit(run, learnt, held_out, checkpoint, say)
        result = measured(run, training, test, ink)
        if run.table == "nets" and not run.seed:
            export(WithoutDirections(training.kept), work / f"{run.net}.onnx")
        keep(result, work)
        checkpoint.unlink()
        say(f"{number}/{len(runs)}  {run.name}: {100 * result.error:.2f} % of MNIST's test misread")


if __name__ == "__main__":
    main()
