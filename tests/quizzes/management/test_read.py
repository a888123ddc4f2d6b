"""`manage.py read`: JSON Lines in, JSON Lines out."""

import io
import json
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from quizzes.management import json_lines
from quizzes.management.commands import read
from quizzes.services import reading
from recognizer import templates

KNOWN = "digit, whole, integer, decimal, fraction, mixed, remainder, comparison, money, time, number, expression"


def line(identity: Any, text: str, form: str = "whole") -> str:
    strokes = templates.write(text, Random(1))
    return json.dumps({"id": identity, "strokes": strokes, "format": form})


def replies(source: Path) -> list[dict[str, Any]]:
    out = io.StringIO()
    call_command("read", str(source), stdout=out)
    return [json.loads(reply) for reply in out.getvalue().splitlines()]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return tmp_path / "answers.jsonl"


def test_answers_are_read_in_order(source: Path) -> None:
    source.write_text("\n".join([line("a", "42"), line(7, "90"), line(None, "5", "digit")]))
    found = replies(source)
    assert [(reply["id"], reply["text"], reply["decision"]) for reply in found] == [
        ("a", "42", "sure"),
        (7, "90", "sure"),
        (None, "5", "sure"),
    ]
    assert list(found[0]) == ["id", "text", "confidence", "decision", "alternatives", "glyphs"]
    assert [glyph["strokes"] for glyph in found[0]["glyphs"]] == [[0, 1], [2]]


def test_ink_that_says_nothing_is_an_answer_too(source: Path) -> None:
    source.write_text('{"id": 1, "strokes": [], "format": "whole"}')
    assert replies(source) == [
        {"id": 1, "text": "", "confidence": 0.0, "decision": "unread", "alternatives": [], "glyphs": []}
    ]


@pytest.mark.parametrize(
    ("bad", "reply"),
    [
        pytest.param("[1]", {"id": None, "error": "The line is no JSON object."}, id="no object"),
        pytest.param('{"id": 3}', {"id": 3, "error": "The line has no “strokes”."}, id="no strokes"),
        pytest.param(
            '{"id": 3, "strokes": []}',
            {"id": 3, "error": f"The line names no format. Known formats: {KNOWN}."},
            id="no format",
        ),
        pytest.param(
            '{"id": 3, "strokes": [], "format": "roman"}',
            {"id": 3, "error": f"The format “roman” cannot be read. Known formats: {KNOWN}."},
            id="an unknown format",
        ),
        pytest.param(
            '{"id": 3, "strokes": [[]], "format": "digit"}',
            {"id": 3, "error": "Stroke 1 is empty: a stroke has at least one point."},
            id="refused ink",
        ),
        pytest.param(
            '{"id": NaN, "strokes": [], "format": "digit"}',
            {"id": None, "error": "The line is no JSON: NaN is no JSON number."},
            id="no number",
        ),
    ],
)
def test_a_bad_line_says_what_is_wrong_and_reading_goes_on(source: Path, bad: str, reply: dict[str, Any]) -> None:
    source.write_text(f"{bad}\n\n{line(4, '6')}\n")
    found = replies(source)
    assert found[0] == reply
    assert [(reply["id"], reply["text"]) for reply in found[1:]] == [(4, "6")]


@pytest.mark.parametrize(
    "bad", [b"nonsense", b"\xff\xfe", b"[" * 100_000, b'{"id": 1' + b" " * json_lines.LONGEST_LINE * 3 + b"}"]
)
def test_bytes_that_are_no_json_stop_nothing(source: Path, bad: bytes) -> None:
    source.write_bytes(bad + b"\n" + line(4, "6").encode())
    first, second = replies(source)
    assert first["id"] is None
    assert first["error"].startswith("The line is ")
    assert (second["id"], second["text"]) == (4, "6")


def test_each_reply_is_written_before_the_next_line_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Line by line, as a program at the other end of a pipe needs it."""
    out = io.StringIO()
    asked = []

    class Slow(io.RawIOBase):
        pending = [line(1, "3"), line(2, "4")]

        def readline(self, size: int | None = -1) -> bytes:
            asked.append(out.getvalue().count("\n"))
            return (self.pending.pop(0) + "\n").encode() if self.pending else b""

    monkeypatch.setattr(read.sys, "stdin", SimpleNamespace(buffer=Slow()))
    call_command("read", stdout=out)
    assert asked == [0, 1, 2]


def test_a_file_that_is_not_there_is_named(source: Path) -> None:
    with pytest.raises(CommandError, match=r"No such file or directory: '.*answers\.jsonl'"):
        replies(source)


def test_missing_weights_are_said_at_once(source: Path, settings: Any, tmp_path: Path) -> None:
    source.write_text(line(1, "3"))
    settings.READER_WEIGHTS = tmp_path / "none.onnx"
    reading.get_reader.cache_clear()
    try:
        with pytest.raises(CommandError, match=r"The reader's weights are not at .*make train"):
            replies(source)
    finally:
        reading.get_reader.cache_clear()
