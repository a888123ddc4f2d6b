"""Figures that nobody measured, of every set that a target names."""

from recognizer.training.evaluation import sets
from recognizer.training.evaluation.changes import SERIES
from recognizer.training.evaluation.figures import (
    Changed,
    Curves,
    Figures,
    Latency,
    Mirrored,
    Pictured,
    Refused,
    Row,
    Writers,
)
from recognizer.training.measure import Refusals, Tally

GOOD = Tally(answers=1_000, wrong=1, wrong_and_sure=0, right_but_asked=8, right_but_unread=1, unread=2)
POOR = Tally(answers=1_000, wrong=400, wrong_and_sure=90, right_but_asked=80, right_but_unread=70, unread=300)

ROWS = (
    *(Row(name, "digit", GOOD) for name in (sets.PENDIGITS, sets.BACKWARDS, sets.TOUCH, sets.CROHME_DIGITS)),
    Row(sets.INTEGERS, "whole", GOOD),
    Row(sets.NEGATIVES, "integer", GOOD),
    Row(sets.DECIMALS, "decimal", GOOD),
    Row(sets.FRACTIONS, "fraction", POOR),
)


def figures() -> Figures:
    return Figures(
        sets=ROWS,
        sources=ROWS[:1],
        lengths=ROWS[4:5],
        refused=tuple(
            Refused(name, form, Refusals(answers=500, sure=sure, asked=20))
            for name, sure in ((sets.LETTERS, 5), (sets.SCRIBBLES, 0))
            for form in ("whole", "number")
        ),
        changed=tuple(
            Changed(series.name, series.unit, amount, ROWS[0]) for series in SERIES for amount in series.amounts
        ),
        writers=(Writers(sets.PENDIGITS, 14, 3, 20, 14, "test-w06", 250, 5, tuple(step / 10 for step in range(21))),),
        curves=(Curves(sets.PENDIGITS, ((0.0, 0.01), (0.02, 0.002)), ((0.5, 0.6, 10), (0.98, 0.99, 990))),),
        confusion=tuple(tuple(95 if row == column else 5 * (column == 9) for column in range(11)) for row in range(10)),
        mirrored=Mirrored(answers=700, credited=500, noticed=490, taken_for_another=10, written=700, suspected=3),
        pictures=(Pictured("MNIST test", 10_000, 9_950, 100, 20, 30, 5),),
        latency=(Latency("1 digit", "digit", 200, 0.5, 0.9), Latency("4 digits", "whole", 200, 2.1, 4.2)),
    )
