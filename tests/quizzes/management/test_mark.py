"""`manage.py mark`: JSON Lines in, JSON Lines out."""

import io
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from quizzes.management.commands import mark
from quizzes.rules.grammar import FORMATS

FORM, VALUE = "is an answer of the form asked for", "has the right value"
KNOWN = "id, question, answer, expected, format, demands, layout, decimal_sign"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return tmp_path / "answers.jsonl"


def replies(source: Path, *wanted: dict[str, Any]) -> list[dict[str, Any]]:
    source.write_text("\n".join(json.dumps(each) for each in wanted), encoding="utf-8")
    out = io.StringIO()
    call_command("mark", str(source), stdout=out)
    return [json.loads(reply) for reply in out.getvalue().splitlines()]


def test_the_carry_written_in_full(source: Path) -> None:
    (reply,) = replies(source, {"question": "47 + 26", "answer": "613"})
    assert reply["misconceptions"][0] == "ADD-CONCAT"
    del reply["misconceptions"]
    assert reply == {"mark": "wrong", "note": "Not yet. Have another look.", "checks": [FORM], "digits": [1, 2]}


MARKED = [
    ("right", {"question": "47 + 26", "answer": "73"}, "right", "Yes, that is right.", [2, 2]),
    ("unread", {"question": "47 + 26", "answer": "x"}, "unread", "Write a whole number.", None),
    ("not in lowest terms", {"question": "1/4 + 1/4", "answer": "2/4", "demands": ["lowest-terms"]},
     "wrong", "Right value: can you simplify it?", [2, 2]),
    ("thousands of its class", {"question": "999 + 1", "answer": "1.000", "decimal_sign": ","},
     "right", "Yes, that is right.", [4, 4]),
    ("the note in its class", {"question": "0.25 + 0.5", "answer": "3/4", "decimal_sign": ","},
     "right", "Yes, that is right. It is the same as 0,75.", [3, 3]),
    ("a question in words", {"question": "When does it leave?", "expected": "3:45", "answer": "03:45"},
     "right", "Yes, that is right.", [3, 3]),
    ("a unit", {"question": "How long is it?", "expected": "15", "answer": "15", "demands": ["unit:cm"]},
     "wrong", "Right value: which unit?", [2, 2]),
    ("another format", {"question": "1/2 + 1/4", "answer": "0.75", "format": "decimal"},
     "right", "Yes, that is right.", [3, 3]),
    ("words with a format", {"question": "Half of one", "expected": "0.5", "answer": "1/2", "format": "number"},
     "right", "Yes, that is right.", [2, 2]),
    ("in columns", {"question": "47 + 26", "answer": "73", "layout": "column"}, "right", "Yes, that is right.", [2, 2]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "made", "note", "digits"), [row[1:] for row in MARKED], ids=[row[0] for row in MARKED]
)
def test_an_answer_is_marked(source: Path, wanted: dict[str, Any], made: str, note: str, digits: list[int]) -> None:
    (reply,) = replies(source, wanted)
    assert (reply["mark"], reply["note"], reply["digits"], reply["misconceptions"]) == (made, note, digits, [])
    assert (VALUE in reply["checks"]) == (made == "right" or note.startswith("Right value"))


def test_answers_are_marked_in_order_and_keep_their_ids(source: Path) -> None:
    found = replies(
        source,
        {"id": "a", "question": "7 × 8", "answer": "56"},
        {"question": "7 × 8", "answer": "54"},
        {"id": None, "question": "7 × 8", "answer": "?"},
    )
    assert [(reply.get("id", "none"), reply["mark"]) for reply in found] == [
        ("a", "right"),
        ("none", "wrong"),
        (None, "unread"),
    ]
    assert list(found[0]) == ["id", "mark", "note", "checks", "digits", "misconceptions"]


BAD = [
    ("no object", "[1]", {"error": "The line is no JSON object."}),
    ("no question", '{"id": 3}', {"id": 3, "error": "The line has no “question”."}),
    ("no answer", '{"question": "7 × 8"}', {"error": "The line has no “answer”."}),
    ("a number", '{"question": "7 × 8", "answer": 56}', {"error": "“answer” is no text: put it in quotation marks."}),
    (
        "no notation",
        '{"question": "7 @ 8", "answer": "56"}',
        {"error": "“@” cannot be read here: use numbers, + − × ÷ ( ) = and _ ."},
    ),
    ("a slip of the pen", '{"question": "1", "anwser": "1"}', {"error": f"There is no “anwser”. Known: {KNOWN}."}),
    (
        "no such format",
        '{"question": "7 × 8", "answer": "56", "format": "roman"}',
        {"error": f"“format” is one of {', '.join(FORMATS)}."},
    ),
    (
        "a format that does not suit",
        '{"question": "7 × 8", "answer": "56", "format": "digit"}',
        {"error": "The answer 56 is not one digit: choose another “format”."},
    ),
    (
        "no such demand",
        '{"question": "7 × 8", "answer": "56", "demands": ["politely"]}',
        {"error": "There is no demand “politely”."},
    ),
    (
        "demands that are no list",
        '{"question": "7 × 8", "answer": "56", "demands": "mixed"}',
        {"error": '“demands” is a list of words, such as ["lowest-terms"].'},
    ),
    (
        "no such sign",
        '{"question": "1 + 1", "answer": "2", "decimal_sign": ";"}',
        {"error": "“decimal_sign” is one of ., ,."},
    ),
    (
        "no such layout",
        '{"question": "1 + 1", "answer": "2", "layout": []}',
        {"error": "“layout” is one of line, column."},
    ),
]


@pytest.mark.parametrize(("bad", "reply"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_a_bad_line_says_what_is_wrong_and_marking_goes_on(source: Path, bad: str, reply: dict[str, Any]) -> None:
    source.write_text(f'{bad}\n\n{{"question": "7 × 8", "answer": "56"}}\n', encoding="utf-8")
    out = io.StringIO()
    with pytest.raises(CommandError, match="1 line could not be marked") as failure:
        call_command("mark", str(source), stdout=out)
    first, second = [json.loads(line) for line in out.getvalue().splitlines()]
    assert first == reply
    assert second["mark"] == "right"
    assert failure.value.returncode == 1


def test_each_reply_is_written_before_the_next_line_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Line by line, as a program at the other end of a pipe needs it."""
    out = io.StringIO()
    asked = []

    class Slow(io.RawIOBase):
        pending = ['{"question": "7 × 8", "answer": "56"}', '{"question": "7 × 8", "answer": "54"}']

        def readline(self, size: int | None = -1) -> bytes:
            asked.append(out.getvalue().count("\n"))
            return (self.pending.pop(0) + "\n").encode() if self.pending else b""

    monkeypatch.setattr(mark.sys, "stdin", SimpleNamespace(buffer=Slow()))
    call_command("mark", stdout=out)
    assert asked == [0, 1, 2]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"No such file or directory: '.*none\.jsonl'"):
        call_command("mark", str(tmp_path / "none.jsonl"))
