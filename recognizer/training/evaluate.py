"""Measures weights on writers whom they never saw: the card's figures, docs/reader.md with its plots, and in
`var/evaluation/` the misreads as pictures. `make evaluate`.

The test sets are read for this report only: nothing is chosen on them.
"""

import argparse
import json
import re
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from recognizer.training.data import ROOT
from recognizer.training.evaluation.cards import laid_out
from recognizer.training.evaluation.examine import Examination
from recognizer.training.evaluation.figures import Writers
from recognizer.training.evaluation.plots import draw_all
from recognizer.training.evaluation.reading import Examinee, Read
from recognizer.training.evaluation.report import Beside, report
from recognizer.training.evaluation.sheets import draw_sheet

WEIGHTS = ROOT / "models" / "reader.onnx"
REPORT = ROOT / "docs" / "reader.md"
PLOTS = ROOT / "docs" / "images" / "reader"
MISREADS = ROOT / "var" / "evaluation"


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", nargs="?", type=Path, default=WEIGHTS, help="an .onnx with its card beside it")
    parser.add_argument("--beside", nargs="*", type=Path, default=[], help="cards of other, measured weights to show")
    options = parser.parse_args(arguments)
    card = options.weights.with_suffix(".json")
    facts = json.loads(card.read_text(encoding="utf-8"))
    began = time.monotonic()
    examination = Examination(Examinee(options.weights), lambda line: say(f"{time.monotonic() - began:4.0f} s  {line}"))
    figures = examination.figures()
    facts |= {"figures": figures.to_json()}
    card.write_text(laid_out(facts) + "\n", encoding="utf-8")
    draw_misreads(examination.reads, figures.writers, MISREADS)
    if options.weights == WEIGHTS:
        beside = [Beside.from_card(json.loads(path.read_text(encoding="utf-8"))) for path in options.beside]
        draw_all(figures, PLOTS)
        REPORT.write_text(report(facts, figures, beside), encoding="utf-8")
        say(f"wrote {REPORT.relative_to(ROOT)}; misreads are in {MISREADS.relative_to(ROOT)}")


def draw_misreads(reads: dict[tuple[str, str], list[Read]], writers: Iterable[Writers], folder: Path) -> None:
    """A sheet for every set and format, and one for each worst writer, the most confident misreads first."""
    sheets = {f"{name} {form}": every for (name, form), every in reads.items()}
    for each in writers:
        mine = [read for read in reads[each.set, "digit"] if read.answer.writer == each.worst]
        sheets[f"worst writer of {each.set}"] = mine
    for title, every in sheets.items():
        wrong = sorted((read for read in every if not read.outcome.right), key=lambda read: -read.outcome.confidence)
        draw_sheet(wrong, folder / f"{'-'.join(re.findall(r'[a-z0-9]+', title.lower()))}.png")


def say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
