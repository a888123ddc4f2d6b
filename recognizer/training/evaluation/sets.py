"""Which ink is measured, under which name, and in which formats."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from recognizer.training import data
from recognizer.training.data import Sample
from recognizer.training.evaluation import answers, nonsense
from recognizer.training.evaluation.answers import Answer
from recognizer.training.evaluation.changes import backwards
from recognizer.training.formats import admits
from recognizer.training.strings import Hands, compose, hands, strings

SEED = 26

PENDIGITS = "pendigits test"
BACKWARDS = "pendigits test, every stroke reversed"
TOUCH = "touchrecorder (phone)"
CROHME_DIGITS = "CROHME test digits"
UNIPEN_DIGITS = "UNIPEN valid digits (thresholds were chosen on them)"
INTEGERS = "CROHME test integers"
NEGATIVES = "CROHME test negatives"
DECIMALS = "CROHME test decimals"
FRACTIONS = "CROHME test fractions"
COMPARISONS = "CROHME test signs < = >"
LINES = "CROHME test arithmetic lines"
LETTERS = "CROHME test letters, no digit alike"
SIGNS = "CROHME test operators and other signs"
LOOKALIKES = "CROHME test signs drawn as digits are (o, l, s, z …)"
SCRIBBLES = "scribbles"

COMPOSED = ("integer", "decimal", "fraction", "mixed", "remainder", "money", "time", "expression")
COMPOSED_EACH = 250
LENT = (":", "$")
ADMITTED = ", as far as the format goes"
LONGEST_STRING = 6
PENDIGIT_STRINGS = f"pendigits test, 2 to {LONGEST_STRING} digits put together"
TOUCH_STRINGS = f"touchrecorder, 2 to {LONGEST_STRING} digits put together"


@dataclass(frozen=True, slots=True)
class Paper:
    """A set to be read in each of these formats."""

    name: str
    formats: tuple[str, ...]
    answers: Sequence[Answer]


def written() -> Iterator[Paper]:
    """Answers as people wrote them."""
    pendigits = answers.digits("pendigits", "test")
    yield Paper(PENDIGITS, ("digit", "number"), pendigits)
    yield Paper(BACKWARDS, ("digit",), changed(pendigits, lambda answer, rng: backwards(answer.strokes, 1.0, rng)))
    yield Paper(TOUCH, ("digit", "number"), answers.digits("touchrecorder_digits", "test"))
    yield Paper(CROHME_DIGITS, ("digit", "number"), answers.digits("crohme_symbols", "test"))
    yield Paper(UNIPEN_DIGITS, ("digit",), answers.digits("unipen_symbols", "valid"))
    yield Paper(INTEGERS, ("whole", "number"), answers.numbers("crohme_numbers", "test", "integer"))
    yield Paper(NEGATIVES, ("integer", "number"), answers.numbers("crohme_numbers", "test", "negative"))
    yield Paper(DECIMALS, ("decimal", "number"), answers.numbers("crohme_numbers", "test", "decimal", "comma_number"))
    yield Paper(FRACTIONS, ("fraction", "number"), answers.numbers("crohme_numbers", "test", "fraction"))
    yield Paper(COMPARISONS, ("comparison",), answers.comparisons("crohme_symbols", "test"))
    yield Paper(LINES, ("expression",), answers.lines("crohme_arith", "test"))
    yield Paper("UNIPEN valid integers (likewise)", ("whole",), answers.numbers("unipen_numbers", "valid", "integer"))
    yield Paper("UNIPEN valid slashes (likewise)", ("fraction",), answers.numbers("unipen_numbers", "valid", "slash"))


def composed() -> Iterator[Paper]:
    """Answers put together of real glyphs of one writer of a test split: the spacing is invented."""
    everyone = test_hands()
    for at, form in enumerate(COMPOSED):
        samples = compose(form, everyone, COMPOSED_EACH, np.random.default_rng(SEED + at))
        also = ("number",) if all(admits("number", sample.text) for sample in samples) else ()
        yield Paper(f"{form}, put together", (form, *also), [Answer.of(sample) for sample in samples])
    for name, source in ((PENDIGIT_STRINGS, "pendigits"), (TOUCH_STRINGS, "touchrecorder_digits")):
        yield Paper(name, ("whole", "number"), put_together(list(data.digits([source], "test")), 1_000))


def test_hands() -> Hands:
    """The digits and signs of every test writer. Colon and dollar, which none of them wrote, are of UNIPEN's valid."""
    lent = (sample for sample, _ in data.signs("unipen_symbols", "valid") if sample.text in LENT)
    digits = data.digits(["pendigits", "touchrecorder_digits", "crohme_symbols"], "test")
    signs = (sample for sample, _ in data.signs("crohme_symbols", "test"))
    return hands([*digits, *signs, *lent])


def put_together(glyphs: Sequence[Sample], count: int) -> list[Answer]:
    """Whole numbers of 2 to LONGEST_STRING digits."""
    samples = strings(glyphs, count, np.random.default_rng(SEED), most=LONGEST_STRING)
    return [Answer.of(sample) for sample in samples]


def nothing() -> Iterator[Paper]:
    """Ink that is no number."""
    formats = ("whole", "number")
    digits = answers.digits("pendigits", "test")[::8]
    yield Paper(LETTERS, formats, answers.letters("crohme_symbols", "test", every=3))
    yield Paper(SIGNS, formats, answers.other_signs("crohme_symbols", "test", every=5))
    pen_letters = answers.letters("unipen_symbols", "valid", every=8)
    yield Paper("UNIPEN valid letters (thresholds were chosen on a part)", formats, pen_letters)
    yield Paper("UNIPEN valid other signs (likewise)", formats, answers.other_signs("unipen_symbols", "valid"))
    yield Paper(SCRIBBLES, formats, nonsense.scribbles(500))
    yield Paper("drawings (a house, a star …)", formats, nonsense.drawings(160))
    yield Paper("pendigits test, a line through each", formats, nonsense.struck_out(digits))
    yield Paper("pendigits test, a zigzag over each", formats, nonsense.scratched_out(digits))
    yield Paper(LOOKALIKES, formats, answers.lookalikes("crohme_symbols", "test", every=5))


def changed(paper: Sequence[Answer], change: Callable[[Answer, np.random.Generator], answers.Strokes]) -> list[Answer]:
    rng = np.random.default_rng(SEED)
    return [replace(answer, strokes=change(answer, rng)) for answer in paper]
