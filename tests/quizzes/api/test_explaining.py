"""A reading with what led to it. Nothing of what is read is kept anywhere."""

from base64 import b64decode
from random import Random
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from recognizer import templates
from recognizer.labels import LABELS
from recognizer.picture_file import MOST_BYTES
from tests.quizzes.api.asking import ink, post
from tests.quizzes.test_access import everything
from tests.recognizer.pictures import drawn, file

PIXELS = 28 * 28


def explain(client: Client, strokes: object, format: str = "whole") -> Any:
    return post(client, reverse("api-read-explain"), {"strokes": strokes, "format": format})


def explain_picture(client: Client, data: bytes, format: str = "whole") -> Any:
    sent = {"picture": SimpleUploadedFile("line.png", data), "format": format}
    return client.post(reverse("api-read-picture-explain"), sent)


@pytest.mark.django_db
def test_the_reading_is_the_one_that_is_read_without_reasons(client: Client) -> None:
    explained = explain(client, ink("42")).json()
    plain = post(client, reverse("api-read"), {"strokes": ink("42"), "format": "whole"}).json()
    assert {name: explained[name] for name in plain} == plain
    assert explained["text"] == "42"


@pytest.mark.django_db
def test_each_glyph_has_its_picture_and_the_likeliest_signs(client: Client) -> None:
    explained = explain(client, ink("42")).json()
    views = explained["glyph_views"]
    assert [view["probabilities"][0][0] for view in views] == [glyph["text"] for glyph in explained["glyphs"]]
    for view in views:
        pixels, odds = b64decode(view["pixels"]), [odds for _, odds in view["probabilities"]]
        assert len(pixels) == PIXELS
        assert max(pixels) == 255
        assert odds == sorted(odds, reverse=True)
        assert {label for label, _ in view["probabilities"]} <= set(LABELS)
        assert sum(odds) <= 1.001


@pytest.mark.django_db
def test_no_stage_takes_longer_than_the_whole(client: Client) -> None:
    taken = explain(client, ink("42")).json()["milliseconds"]
    assert list(taken) == ["groups", "render", "net", "decode", "whole"]
    assert 0 < max(taken.values()) == taken["whole"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("line", "sentence", "holds"),
    [("12+7×2", "= 26", None), ("1+2=4", "1 + 2 is 3, not 4.", False), ("1+2=3", "1 + 2 is 3.", True)],
)
def test_a_sum_is_evaluated(client: Client, line: str, sentence: str, holds: bool | None) -> None:
    explained = explain(client, ink(line), "expression").json()
    assert explained["text"] == line
    assert explained["verdict"] == {"sentence": sentence, "holds": holds}


@pytest.mark.django_db
def test_a_number_is_no_sum(client: Client) -> None:
    assert explain(client, ink("42")).json()["verdict"] is None


@pytest.mark.django_db
def test_a_scribble_is_explained_too(client: Client) -> None:
    reply = explain(client, templates.scribble(Random(3)))
    assert (reply.status_code, reply.json()["decision"], reply.json()["text"]) == (200, "unread", "")


@pytest.mark.django_db
def test_a_picture_is_explained_as_ink_is(client: Client) -> None:
    explained = explain_picture(client, file(drawn("42"))).json()
    assert explained["text"] == "42"
    assert [len(b64decode(view["pixels"])) for view in explained["glyph_views"]] == [PIXELS] * len(explained["glyphs"])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("call", "status", "word"),
    [
        (lambda client: explain(client, [[[0, 0]]] * 65), 413, "too_large"),
        (lambda client: explain(client, ink("4"), "roman"), 400, "malformed"),
        (lambda client: explain_picture(client, b"no picture"), 400, "malformed"),
        (lambda client: explain_picture(client, bytes(MOST_BYTES + 1)), 413, "too_large"),
        (lambda client: explain_picture(client, file(drawn("4")), "roman"), 400, "malformed"),
    ],
    ids=["too much ink", "an unknown format", "no picture", "too large a picture", "an unknown format of a picture"],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(client: Client, call: Any, status: int, word: str) -> None:
    reply = call(client)
    assert (reply.status_code, reply.json()["code"]) == (status, word)
    assert reply.json()["detail"].endswith(".")


@pytest.mark.django_db
def test_reading_writes_nothing(client: Client, django_assert_num_queries: Any) -> None:
    before = everything()
    with django_assert_num_queries(0):
        client.get(reverse("reader"))
        post(client, reverse("api-read"), {"strokes": ink("42"), "format": "whole"})
        explain(client, ink("42"))
        explain_picture(client, file(drawn("42")))
    assert everything() == before
    assert set(client.cookies) <= {"csrftoken"}
