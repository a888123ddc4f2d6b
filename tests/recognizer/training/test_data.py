from pathlib import Path

import pytest

from recognizer.training.data import canonical, digits, numbers, parts
from tests.recognizer.training.folder import found_at, put

LABELS = (
    # the source's     the site's
    ("42", "42"),
    ("-3", "-3"),
    ("0.9", "0.9"),
    ("2,91", "2.91"),
    (r"\frac{1}{2}", "1/2"),
    (r"\frac{18}{-6}", "18/-6"),
    (r"( 1 7 \times 2 ) \div 5 = 6 . 8", "(17×2)÷5=6.8"),
    (r"1 \lt 2", "1<2"),
    (r"1 \leq 2", r"1\leq2"),  # no sign of ours: it stays, and no format admits it
)


@pytest.mark.parametrize(("label", "text"), LABELS, ids=[label for label, _ in LABELS])
def test_labels_are_put_as_the_site_writes_them(label: str, text: str) -> None:
    assert canonical(label) == text


def test_the_bar_of_a_fraction_is_a_slash_and_a_minus_beside_it_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sources label both a minus."""
    strokes = [[[4, 0], [4, 8]], [[0, 10], [9, 10]], [[0, 16], [2, 16]], [[5, 12], [5, 20]]]
    labels = ("1", "-", "-", "7")
    _put_number(tmp_path, monkeypatch, r"\frac{1}{-7}", strokes, labels)
    (number,) = numbers("crohme_numbers", "train")
    assert number.text == "1/-7"
    assert number.symbols == ("1", "/", "-", "7")
    assert [part.text for part in parts(number)] == ["1", "-", "-", "7"]  # to look at, a bar is a minus


def test_a_slash_that_slants_is_a_slash_to_look_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    strokes = [[[0, 0], [0, 8]], [[2, 10], [6, 0]], [[8, 0], [8, 8]]]
    _put_number(tmp_path, monkeypatch, "1/7", strokes, ("1", "/", "7"))
    (number,) = numbers("crohme_numbers", "train")
    assert [part.text for part in parts(number)] == ["1", "/", "7"]


def test_a_number_with_a_sign_that_is_none_of_ours_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _put_number(tmp_path, monkeypatch, "1!", [[[0, 0], [0, 8]], [[2, 0], [2, 8]]], ("1", "!"))
    assert list(numbers("crohme_numbers", "train")) == []


def test_digits_that_were_cut_teach_nothing_and_are_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records = [
        {"text": "4", "strokes": [[[0, 0], [0, 8]]], "writer": subset, "subset": subset, "split": split}
        for split in ("train", "test")
        for subset in ("ibm", "att")
    ]
    put(tmp_path, "unipen_symbols", records)
    found_at(monkeypatch, tmp_path)
    assert [sample.writer for sample in digits(["unipen_symbols"], "train")] == ["att"]
    assert [sample.writer for sample in digits(["unipen_symbols"], "test")] == ["ibm", "att"]


def _put_number(
    folder: Path, monkeypatch: pytest.MonkeyPatch, text: str, strokes: list[list[list[float]]], labels: tuple[str, ...]
) -> None:
    """One number in which every stroke is a symbol."""
    segments = [{"label": label, "strokes": [at]} for at, label in enumerate(labels)]
    record = {"text": text, "strokes": strokes, "segments": segments, "writer": "one", "split": "train"}
    put(folder, "crohme_numbers", [record])
    found_at(monkeypatch, folder)
