"""Measures the weights in models/ on writers whom they never saw, and writes docs/reader.md and the card's figures.

`make evaluate`. The test sets are read for this report only: nothing is chosen on them.
"""

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from quizzes.rules.grammar import FORMATS
from recognizer.card import Card, load_weights
from recognizer.classifier import Classifier
from recognizer.reader import Reader
from recognizer.training import data, measure
from recognizer.training.data import ROOT, Sample
from recognizer.training.measure import judge, refusals, tally
from recognizer.training.report import report
from recognizer.training.strings import strings
from recognizer.training.train import WEIGHTS, say
from recognizer.training.tune import not_whole, scribbles, write_card

REPORT = ROOT / "docs" / "reader.md"
SEED = 26


def main(arguments: list[str]) -> None:
    weights = Path(arguments[0]) if arguments else WEIGHTS
    model, card = load_weights(weights)
    facts = json.loads(weights.with_suffix(".json").read_text(encoding="utf-8"))
    figures = measured(Classifier(model, card.temperature), card)
    write_card(weights, facts | {"figures": figures})
    if weights == WEIGHTS:
        REPORT.write_text(report(facts, figures), encoding="utf-8")
        say(f"wrote {REPORT.relative_to(ROOT)}")


def measured(classifier: Classifier, card: Card) -> dict[str, Any]:
    """All figures, as counts."""
    reader = Reader(classifier, card)
    return {
        "digits": _digits(reader, card),
        "numbers": _numbers(reader, card, classifier),
        "refused": _refused(reader, card),
        "pictures": _pictures(classifier),
        "speed": _speed(reader),
    }


def _digits(reader: Reader, card: Card) -> dict[str, Any]:
    """Single digits in the format `digit`."""
    digit = FORMATS["digit"].acceptor
    pendigits = list(data.digits(["pendigits"], "test"))
    sets = {
        "pendigits test": pendigits,
        "pendigits test, every stroke reversed": measure.reversed_strokes(pendigits),
        "touchrecorder": list(data.digits(["touchrecorder_digits"], "test")),
        "CROHME test": list(data.digits(["crohme_symbols"], "test")),
        "UNIPEN valid (thresholds were chosen on it)": list(data.digits(["unipen_symbols"], "valid")),
    }
    figures = {}
    for name, samples in sets.items():
        verdicts = judge(reader, samples, digit)
        figures[name] = asdict(tally(verdicts, card))
        say(f"{name}: {figures[name]}")
        if name in ("pendigits test", "CROHME test"):
            figures[name]["calibration"] = measure.calibration(verdicts)
    return figures


def _numbers(reader: Reader, card: Card, classifier: Classifier) -> dict[str, Any]:
    """Whole numbers of two to six digits in the format `whole`."""
    whole = FORMATS["whole"].acceptor
    touch = list(data.digits(["touchrecorder_digits"], "test"))
    pens = list(data.digits(["pendigits"], "test"))
    sets = {
        "CROHME test integers": list(data.whole_numbers("crohme_numbers", "test")),
        "pendigits test, strings of 2 to 5 put together": strings(pens, 1_000, np.random.default_rng(SEED)),
        "touchrecorder, strings of 2 to 5 put together": strings(touch, 1_000, np.random.default_rng(SEED)),
    }
    figures = {}
    for name, samples in sets.items():
        figures[name] = asdict(tally(judge(reader, samples, whole), card))
        figures[name]["wrong_given_the_grouping"] = measure.wrong_groupings_known(classifier, samples)[0]
        say(f"{name}: {figures[name]}")
    return figures


def _refused(reader: Reader, card: Card) -> dict[str, Any]:
    """Ink that is no whole number, in the format `whole`."""
    whole = FORMATS["whole"].acceptor
    letters, signs = _apart(data.other_symbols("crohme_symbols", "test"))
    pen_letters, pen_signs = _apart(data.other_symbols("unipen_symbols", "valid"))
    sets = {
        "CROHME test letters, no digit alike": letters,
        "CROHME test operators and other signs": signs,
        "UNIPEN valid letters (thresholds were chosen on a sixth)": pen_letters,
        "UNIPEN valid other signs (likewise)": pen_signs,
        "scribbles": scribbles(1_000, 3_000_000),
        "CROHME test negatives, decimals, fractions": not_whole("test"),
        "CROHME test signs that are drawn as digits are (o, l, s, z …)": list(
            data.lookalikes("crohme_symbols", "test")
        ),
    }
    figures = {}
    for name, samples in sets.items():
        figures[name] = asdict(refusals(judge(reader, samples, whole, nothing=True), card))
        say(f"{name}: {figures[name]}")
    return figures


def _apart(samples: Iterable[Sample]) -> tuple[list[Sample], list[Sample]]:
    """Letters, and all else."""
    every = list(samples)
    letters = [sample for sample in every if len(sample.text) == 1 and sample.text.isalpha()]
    return letters, [sample for sample in every if not (len(sample.text) == 1 and sample.text.isalpha())]


def _pictures(classifier: Classifier) -> dict[str, Any]:
    """Pictures of digits, which have no strokes: the ink channel alone."""
    images, labels = data.mnist("test")
    with np.load(data.folder() / "raster" / "hwd1000.npz") as arrays:
        drawn, drawn_labels = arrays["images"], arrays["labels"]
    figures = {
        "MNIST test": {"answers": len(labels), "wrong": measure.wrong_pictures(classifier, images, labels)},
        "hwd1000": {"answers": len(drawn_labels), "wrong": measure.wrong_pictures(classifier, drawn, drawn_labels)},
    }
    say(f"pictures: {figures}")
    return figures


def _speed(reader: Reader) -> dict[str, Any]:
    whole = FORMATS["whole"].acceptor
    pens = list(data.digits(["pendigits"], "test"))
    fours = [s for s in strings(pens, 2_000, np.random.default_rng(SEED), most=4) if len(s.text) == 4][:400]
    single = measure.milliseconds(reader, pens[:400], FORMATS["digit"].acceptor)
    four = measure.milliseconds(reader, fours, whole)
    figures = {
        "one digit": {"median_ms": round(single[0], 2), "p95_ms": round(single[1], 2)},
        "four digits": {"median_ms": round(four[0], 2), "p95_ms": round(four[1], 2), "glyph_ms": round(four[2], 3)},
    }
    say(f"speed: {figures}")
    return figures


if __name__ == "__main__":
    main(sys.argv[1:])
