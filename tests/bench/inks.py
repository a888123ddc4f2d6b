"""What the bench has read: answers of one to six digits and fractions, as people wrote them where that is to be had."""

from itertools import islice
from random import Random

import numpy as np

from recognizer import templates
from recognizer.ink import Ink, Stroke
from recognizer.training import data, strings
from recognizer.training.data import Sample
from recognizer.training.strings import hands

LENGTHS = range(1, 7)
FRACTION = "fraction"
EACH = 100
SEED = 6

Answers = dict[str, list[Ink]]


def answers() -> tuple[Answers, str]:
    """The ink of each kind of answer, and where it comes from."""
    if (data.folder() / "ink").is_dir():
        return written(), "digits of pendigits valid, put together; fractions of CROHME valid"
    return drawn(), "the project's own templates"


def written() -> Answers:
    pens, numbers, rng = hands(data.digits(["pendigits"], "valid")), Random(SEED), np.random.default_rng(SEED)
    found = {
        _kind(length): [_ink(strings.written(_number(length, numbers), pens, rng)) for _ in range(EACH)]
        for length in LENGTHS
    }
    fractions = (sample for sample in data.numbers("crohme_numbers", "valid") if "/" in sample.text)
    return found | {FRACTION: [_ink(fraction) for fraction in islice(fractions, EACH)]}


def drawn() -> Answers:
    rng = Random(SEED)

    def ink(text: str) -> Ink:
        return Ink.from_json(templates.write(text, rng))

    return {_kind(length): [ink(_number(length, rng)) for _ in range(EACH)] for length in LENGTHS} | {
        FRACTION: [ink(f"{rng.randint(1, 9)}/{rng.randint(2, 12)}") for _ in range(EACH)]
    }


def _kind(length: int) -> str:
    return "1 digit" if length == 1 else f"{length} digits"


def _number(length: int, rng: Random) -> str:
    return "".join(rng.choice("0123456789") for _ in range(length))


def _ink(sample: Sample) -> Ink:
    return Ink(tuple(Stroke(tuple((float(x), float(y)) for x, y in stroke)) for stroke in sample.strokes))
