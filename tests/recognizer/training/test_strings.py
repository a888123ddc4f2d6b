"""Answers put together of one writer's symbols are answers of their format, and their strokes are told apart."""

import numpy as np
import pytest

from recognizer.training.data import Sample
from recognizer.training.formats import admits
from recognizer.training.strings import TEXTS, compose, hands, written
from tests.recognizer.training.hands import hand_with_signs

HANDS = hands(hand_with_signs())
SPELT = str.maketrans("", "", " ")  # spaces are not drawn


def answers(form: str, count: int = 60) -> list[Sample]:
    return compose(form, HANDS, count, np.random.default_rng(7))


@pytest.mark.parametrize("form", TEXTS)
def test_every_answer_is_one_of_its_format(form: str) -> None:
    assert [sample.text for sample in answers(form) if not admits(form, sample.text)] == []


@pytest.mark.parametrize("form", TEXTS)
def test_every_stroke_belongs_to_one_symbol_and_the_symbols_spell_the_answer(form: str) -> None:
    for sample in answers(form):
        assert sorted(stroke for group in sample.groups for stroke in group) == list(range(len(sample.strokes)))
        assert len(sample.groups) == len(sample.symbols)
        assert sorted(sample.symbols) == sorted(sample.text.translate(SPELT))


@pytest.mark.parametrize(
    ("text", "before", "above", "below"),
    [("1/2", "", "1", "2"), ("-3/14", "-", "3", "14"), ("2 3/4", "2", "3", "4"), ("-12 5/6", "-12", "5", "6")],
)
def test_a_fraction_stands_on_its_bar(text: str, before: str, above: str, below: str) -> None:
    rng = np.random.default_rng(8)
    stacked = [sample for sample in (written(text, HANDS, rng) for _ in range(40)) if _on_a_bar(sample)]
    assert len(stacked) > 20
    for sample in stacked:
        bar = _box(sample, sample.symbols.index("/"))
        places: dict[str, list[tuple[float, str]]] = {"before": [], "above": [], "below": []}
        for at, symbol in enumerate(sample.symbols):
            if symbol != "/":
                places[_place(_box(sample, at), bar)].append((_box(sample, at)[0, 0], symbol))
        found = {place: "".join(symbol for _, symbol in sorted(each)) for place, each in places.items()}
        assert found == {"before": before, "above": above, "below": below}


def test_a_fraction_with_a_slash_has_its_symbols_in_a_line() -> None:
    rng = np.random.default_rng(9)
    slashed = [sample for sample in (written("3/4", HANDS, rng) for _ in range(40)) if not _on_a_bar(sample)]
    assert len(slashed) > 3
    for sample in slashed:
        assert sample.symbols == ("3", "/", "4")
        lefts = [_box(sample, at)[0, 0] for at in range(3)]
        assert lefts == sorted(lefts)


def test_a_sign_that_a_hand_lacks_is_lent_by_another() -> None:
    """The first writer has digits alone."""
    digits = [Sample(s.text, s.strokes, "two") for s in hand_with_signs() if s.text.isdecimal()]
    everyone = hands([*digits, *hand_with_signs()])
    found = [written("4.5", everyone, np.random.default_rng(seed)) for seed in range(8)]
    assert [sample.symbols for sample in found] == [("4", ".", "5")] * 8


def test_who_wrote_three_digits_or_fewer_is_no_writer_but_lends_what_nobody_else_has() -> None:
    digits = [Sample(s.text, s.strokes, "two") for s in hand_with_signs() if s.text.isdecimal()]
    signs = [Sample(s.text, s.strokes, s.text) for s in hand_with_signs() if not s.text.isdecimal()]
    everyone = hands([*digits, *signs])
    assert len(everyone.writers) == 1
    assert written("-4.5", everyone, np.random.default_rng(1)).symbols == ("-", "4", ".", "5")


def _on_a_bar(sample: Sample) -> bool:
    wide, tall = np.ptp(_box(sample, sample.symbols.index("/")), axis=0)
    return bool(wide > 2 * tall)


def _box(sample: Sample, at: int) -> np.ndarray:
    """Left and top, right and bottom of a symbol."""
    points = np.concatenate([sample.strokes[stroke] for stroke in sample.groups[at]])
    return np.stack([points.min(axis=0), points.max(axis=0)])


def _place(box: np.ndarray, bar: np.ndarray) -> str:
    if box[1, 0] < bar[0, 0]:
        return "before"
    if box[1, 1] < bar[:, 1].mean():
        return "above"
    return "below" if box[0, 1] > bar[:, 1].mean() else "through"
