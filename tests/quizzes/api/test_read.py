"""Having ink read."""

import pytest
from django.test import Client

from tests.quizzes.api.asking import ink, post

CLEAR = "Clear the pad and write only the answer."


def test_anybody_may_have_ink_read(client: Client, db: None) -> None:
    reply = post(client, "/api/read/", {"strokes": ink("42"), "format": "whole"})
    assert reply.status_code == 200
    reading = reply.json()
    assert (reading["text"], reading["decision"]) == ("42", "sure")
    assert [glyph["text"] for glyph in reading["glyphs"]] == ["4", "2"]


@pytest.mark.parametrize(
    ("body", "status", "sentence"),
    [
        ({"format": "whole"}, 400, "strokes: This field is required."),
        (
            {"strokes": "scribble"},
            400,
            "strokes: Ink is a list of strokes, and a stroke is a list of points.",
        ),
        ({"strokes": [[[0, 0]]] * 65}, 413, "That is 65 strokes, and at most 64 are read. " + CLEAR),
        ({"strokes": [[[0, 0]] * 4001]}, 413, "That is 4,001 points, and at most 4,000 are read. " + CLEAR),
    ],
)
def test_ink_beyond_the_limits_is_refused_with_a_sentence(
    client: Client, db: None, body: object, status: int, sentence: str
) -> None:
    reply = post(client, "/api/read/", body)
    assert (reply.status_code, reply.json()["detail"]) == (status, sentence)


def test_an_unknown_format_is_named_with_the_known_ones(client: Client, db: None) -> None:
    reply = post(client, "/api/read/", {"strokes": ink("4"), "format": "roman"})
    assert reply.status_code == 400
    assert "roman" in reply.json()["detail"]
    assert "digit" in reply.json()["detail"]
    assert "whole" in reply.json()["detail"]


def test_a_body_over_64_kb_is_refused_before_it_is_read(client: Client, db: None) -> None:
    reply = client.post("/api/read/", b"[" * (64 * 1024 + 1), content_type="application/json")
    assert reply.status_code == 413
    assert reply.json() == {
        "detail": "That is too large: at most 64 KB can be sent at once.",
        "code": "too_large",
    }


def test_a_body_that_is_not_json_is_refused(client: Client, db: None) -> None:
    reply = client.post("/api/read/", "{", content_type="application/json")
    assert reply.status_code == 400
    assert reply.json()["code"] == "parse_error"


def test_half_a_character_is_refused_and_not_sent_back(client: Client, db: None) -> None:
    reply = client.post("/api/read/", '{"strokes": [[[0, 0]]], "format": "\\ud800"}', content_type="application/json")
    assert (reply.status_code, reply.json()["detail"]) == (400, "This JSON has half a character in it.")
