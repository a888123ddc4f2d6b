"""The parts of `make bench`, without its clock."""

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.bench import inks, older
from tests.bench.__main__ import columns, png
from tests.bench.flask_app import application
from tests.recognizer.handwriting import WEIGHTS, written


def test_every_kind_of_answer_has_ink_where_no_handwriting_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ASTRO_DATA", str(tmp_path))
    answers, source = inks.answers()
    assert source == "the project's own templates"
    assert list(answers) == ["1 digit", "2 digits", "3 digits", "4 digits", "5 digits", "6 digits", "fraction"]
    assert all(len(written) == inks.EACH and all(ink.strokes for ink in written) for written in answers.values())


def test_an_older_page_sends_a_picture_of_28_pixels_a_side_and_is_told_a_digit() -> None:
    picture = png(written("4"))
    assert Image.open(io.BytesIO(picture)).size == (28, 28)
    reply = application(WEIGHTS.read_bytes()).test_client().post("/predict", data=picture)
    assert reply.get_json()["digit"] == "4"


def test_nets_that_the_study_made_are_taken_as_they_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.onnx").write_bytes(b"")
    monkeypatch.setattr(older, "STUDY", tmp_path)
    nets, what = older.older_nets(tmp_path)
    assert nets == {"(a)": tmp_path / "a.onnx", "(b)": tmp_path / "b.onnx"}
    assert what == "as `make study` trained them"


def test_columns_put_figures_to_the_right() -> None:
    assert columns(["net", "KB"], [["(a)", "1,762"], ["this site's", "500"]]) == (
        "net             KB\n(a)          1,762\nthis site's    500"
    )
