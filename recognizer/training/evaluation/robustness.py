"""How the reader bears ink in harder circumstances, and digits in the mirror."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from recognizer.training.evaluation import answers, changes, counting
from recognizer.training.evaluation.answers import Answer
from recognizer.training.evaluation.changes import SERIES
from recognizer.training.evaluation.figures import Changed, Mirrored, Row
from recognizer.training.evaluation.reading import Examinee
from recognizer.training.evaluation.sets import INTEGERS, PENDIGITS, SEED, Paper
from recognizer.training.measure import tally

EVERY_DIGIT, EVERY_NUMBER = 6, 2  # are read, once for every amount
ALIKE_IN_A_MIRROR = ("0", "1", "8")


def changed(examinee: Examinee, say: Callable[[str], None]) -> Iterator[Changed]:
    """Every series, on single digits and on whole numbers."""
    papers = (
        Paper(PENDIGITS, ("digit",), answers.digits("pendigits", "test")[::EVERY_DIGIT]),
        Paper(INTEGERS, ("whole",), answers.numbers("crohme_numbers", "test", "integer")[::EVERY_NUMBER]),
    )
    for paper in papers:
        unchanged = _row(examinee, paper, paper.answers)
        for series in SERIES:
            yield Changed(series.name, series.unit, series.amounts[0], unchanged)
            for amount in series.amounts[1:]:
                ink = series.applied(paper.answers, amount, np.random.default_rng(SEED))
                yield Changed(series.name, series.unit, amount, _row(examinee, paper, ink))
            say(f"{paper.name}, {series.name}: {len(paper.answers):,} in each of {len(series.amounts)} amounts")


def _row(examinee: Examinee, paper: Paper, ink: Sequence[Answer]) -> Row:
    (form,) = paper.formats
    return Row(paper.name, form, tally([read.outcome for read in examinee.read(ink, form)], examinee.card))


def mirrored(examinee: Examinee) -> Mirrored:
    digits = [each for each in answers.digits("pendigits", "test")[::EVERY_DIGIT] if each.text not in ALIKE_IN_A_MIRROR]
    turned = [replace(digit, strokes=changes.mirrored(digit.strokes)) for digit in digits]
    before, after = ([read.outcome for read in examinee.read(ink, "digit")] for ink in (digits, turned))
    return counting.mirror(before, after, sure=examinee.card.sure, ask=examinee.card.ask)
