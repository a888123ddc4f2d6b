"""Having a picture of ink read."""

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import resolve, reverse

from quizzes.api.throttles import PerBrowser
from quizzes.rules.exchange import quiz_file
from recognizer.picture_file import MOST_BYTES
from tests.recognizer.pictures import drawn, file

ADDRESS = "/api/read/picture/"
EMPTY_PAPER = file(drawn("4", ink=255, paper=255))


def send(client: Client, data: bytes, **fields: str) -> tuple[int, dict]:
    reply = client.post(ADDRESS, {"picture": SimpleUploadedFile("answer.png", data), **fields})
    return reply.status_code, reply.json()


def test_anybody_may_have_a_picture_read(client: Client, db: None) -> None:
    status, reading = send(client, file(drawn("42")), format="whole")
    assert status == 200
    assert (reading["text"], reading["decision"]) == ("42", "sure")
    assert [glyph["text"] for glyph in reading["glyphs"]] == ["4", "2"]
    left, right = (glyph["box"] for glyph in reading["glyphs"])
    assert 0 < left[0] < left[2] < right[2] < 500


def test_paper_without_ink_is_unread(client: Client, db: None) -> None:
    status, reading = send(client, EMPTY_PAPER)
    assert (status, reading["text"], reading["decision"]) == (200, "", "unread")


@pytest.mark.parametrize(
    ("data", "fields", "status", "code", "sentence"),
    [
        (b"42", {}, 400, "malformed", "That is no picture that can be opened. Send a PNG or a JPEG."),
        (b"", {}, 400, "malformed", "picture: The submitted file is empty."),
        (
            bytes(MOST_BYTES + 1),
            {},
            413,
            "too_large",
            "That picture is too large a file: at most 2 MB are read. Send a smaller one.",
        ),
        (
            bytes(MOST_BYTES + 20_000),
            {},
            413,
            "too_large",
            "That is too large: at most 2064 KB can be sent at once.",
        ),
        (
            EMPTY_PAPER,
            {str(number): "" for number in range(1_001)},
            413,
            "too_large",
            "That is more than can be sent at once.",
        ),
    ],
    ids=["no picture", "nothing", "a large file", "a larger one", "a thousand fields"],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(
    client: Client, db: None, data: bytes, fields: dict[str, str], status: int, code: str, sentence: str
) -> None:
    assert send(client, data, **fields) == (status, {"detail": sentence, "code": code})


def test_without_a_picture_the_field_is_named(client: Client, db: None) -> None:
    reply = client.post(ADDRESS, {"format": "whole"})
    assert (reply.status_code, reply.json()["detail"]) == (400, "picture: No file was submitted.")


@pytest.mark.parametrize("type", ["application/json", "multipart/form-data", "multipart/form-data; boundary=x"])
def test_a_body_that_is_no_form_is_refused(client: Client, db: None, type: str) -> None:
    reply = client.post(ADDRESS, b"{}", content_type=type)
    assert reply.status_code in {400, 415}
    assert set(reply.json()) == {"detail", "code"}


def test_a_form_without_a_boundary_is_refused_in_json_where_its_token_would_be_looked_for(db: None) -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies["csrftoken"] = "a" * 32
    reply = client.post(ADDRESS, b"{}", content_type="multipart/form-data")
    told = {"detail": "This form is broken: it does not say where its fields end.", "code": "parse_error"}
    assert (reply.status_code, reply.json()) == (400, told)


def test_an_unknown_format_is_named(client: Client, db: None) -> None:
    status, refused = send(client, file(drawn("4")), format="roman")
    assert status == 400
    assert "roman" in refused["detail"]


def test_larger_bodies_are_taken_where_files_are_and_nowhere_else(client: Client, db: None) -> None:
    assert reverse("api-read-picture") == ADDRESS
    for address, most in settings.LARGER_BODIES.items():
        assert resolve(address)
        file = MOST_BYTES if "picture" in address else quiz_file.MOST_BYTES
        assert file < most <= file + settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    assert client.post("/api/read/", bytes(MOST_BYTES), content_type="application/json").status_code == 413


def test_one_browser_may_send_so_many(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PerBrowser, "THROTTLE_RATES", {"picture": "2/min", "read": "9/min"})
    client.cookies["csrftoken"] = "a" * 32
    assert [send(client, EMPTY_PAPER)[0] for _ in range(3)] == [200, 200, 429]
