import json
import re
from dataclasses import replace

import pytest

pytest.importorskip("torch", reason="torch is not installed: pip install -r requirements-train.txt")
pytest.importorskip("matplotlib", reason="matplotlib is not installed: pip install -r requirements-train.txt")

from recognizer.training.evaluation import sets
from recognizer.training.evaluation.cards import WIDTH, laid_out
from recognizer.training.evaluation.figures import Row
from recognizer.training.evaluation.plots import PLOTS
from recognizer.training.evaluation.report import Beside, report
from recognizer.training.evaluation.shares import Share
from recognizer.training.evaluation.tables import confusions, targets
from recognizer.training.evaluation.targets import TARGETS, size
from tests.recognizer.training.evaluation.made_up import GOOD, POOR, ROWS, figures

CARD = {
    "version": "2026.11-abcdef12",
    "date": "2026-11-20",
    "parameters": 250_000,
    "precision": "half",
    "exports": [
        {
            "precision": "half",
            "misread": {"digits": 70, "signs": 300, "junk": 500},
            "mean_difference": 0.001,
            "largest_difference": 0.02,
            "size": 506_418,
            "milliseconds": 0.37,
        }
    ],
    "size": 500_000,
    "thresholds": {"sure": 0.8, "ask": 0.1},
    "sources": [{"file": "mnist.npz", "licence": "CC BY-SA 3.0", "sha256": "…"}],
}


def test_every_figure_has_its_place_on_the_page() -> None:
    page = report(CARD, figures())
    assert "for the weights **2026.11-abcdef12** (2026-11-20)" in page
    assert "| pendigits test, 14 unseen writers, error | 0.5 % | 0.15 % | 0.20 % (0.05–0.73) | met |" in page
    assert "| `test-w06` | 5 of 250 |" in page
    assert "| MNIST test | 10,000 | 0.50 % (0.38–0.66) | 0.05 % (0.02–0.12) | 1.00 %" in page
    assert "Of 700 digits of pendigits test held before a mirror, 71.43 % (67.97–74.65) are read" in page
    assert "  * `mnist.npz`: CC BY-SA 3.0" in page
    assert "None were measured for this report." in page
    assert not re.search(r"\{\w+\}", page)


def test_missed_targets_are_said_plainly() -> None:
    lines = targets((*TARGETS, size(500_000)), figures()).splitlines()
    judged = {line.split(" | ")[0].strip("| "): line.split(" | ")[4] for line in lines}
    assert judged["CROHME test fractions, not exact"] == "**missed**"
    assert judged["CROHME test digits, error"] == "moonshot"
    assert judged["weights"] == "met"


def test_an_unread_answer_is_an_error_of_what_is_answered() -> None:
    target = next(target for target in TARGETS if target.measure.startswith("CROHME test fractions"))
    assert str(target.likeliest(figures())) == "40.00 % (37.01–43.07)"
    assert target.found(figures()).value == pytest.approx(47.0)


def test_answers_that_no_format_admits_count_and_are_told_apart() -> None:
    target = next(target for target in TARGETS if target.measure.startswith("CROHME test fractions"))
    short = Row(sets.FRACTIONS + sets.ADMITTED, "fraction", GOOD)
    assert target.admitted(figures()) is None
    assert str(target.admitted(replace(figures(), sets=(*ROWS, short)))) == "0.20 % (0.05–0.73)"


def test_other_weights_stand_beside_by_set_and_format() -> None:
    theirs = replace(figures(), sets=(replace(ROWS[0], tally=POOR),))
    other = Beside.from_card({**CARD, "version": "free", "figures": json.loads(json.dumps(theirs.to_json()))})
    page = report(CARD, figures(), [other])
    assert "**free** learnt from `mnist.npz` alone." in page
    assert "| pendigits test | digit | 0.20 % (0.05–0.73) | 47.00 % (43.92–50.10) |" in page


def test_confusions_name_the_most_frequent_first() -> None:
    counts = [[0] * 11 for _ in range(10)]
    counts[4][9], counts[7][1], counts[2][3], counts[5][10] = 3, 5, 1, 9
    assert confusions(counts) == "7 as 1 (5), 4 as 9 (3)"


def test_a_share_carries_its_interval() -> None:
    assert str(Share(0, 1_000)) == "0.00 % (0.00–0.38)"
    assert str(Share(5, 10)) == "50.00 % (23.66–76.34)"


def test_a_card_keeps_its_rows_on_a_line_and_is_json() -> None:
    value = {"figures": figures().to_json(), "empty": [], "note": "é" * 200}
    text = laid_out(value)
    assert json.loads(text) == json.loads(json.dumps(value))
    assert max(len(line) for line in text.splitlines() if "é" not in line) <= WIDTH
    row = '"format": "whole", "refusals": {"answers": 500, "sure": 5, "asked": 20}}'
    assert any(line.strip(" ,").startswith("{") and row in line for line in text.splitlines())


def test_the_page_shows_only_plots_that_are_drawn() -> None:
    shown = re.findall(r"images/reader/(\w+)\.svg", report(CARD, figures()))
    assert sorted(shown) == sorted(PLOTS)
