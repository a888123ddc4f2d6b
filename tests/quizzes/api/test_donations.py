"""Giving a sample of handwriting: with agreement alone, without a name, and with the way back in hand."""

import io
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from quizzes.api.throttles import PerPlace
from quizzes.models import Donation, Student
from tests.quizzes.api.asking import Seated, ink, post
from tests.recognizer.pictures import drawn, file

pytestmark = pytest.mark.django_db


def give(client: Client, **fields: object) -> Any:
    sample = {"strokes": ink("42"), "format": "whole", "text": "47", "agreed": True}
    return post(client, reverse("api-donations"), sample | fields)


def sent(data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("line", data)


def give_picture(client: Client, **fields: object) -> Any:
    sample = {"picture": sent(file(drawn("42"))), "format": "whole", "text": "47", "agreed": True}
    return client.post(reverse("api-donations-picture"), sample | fields)


def test_ink_is_kept_with_what_was_read_and_what_it_was(client: Client) -> None:
    assert give(client).status_code == 201
    kept = Donation.objects.get()
    assert (kept.strokes, kept.format, kept.read_as, kept.text) == (ink("42"), "whole", "42", "47")
    assert (kept.decision, kept.state, kept.segments, kept.picture) == ("sure", "new", None, None)
    assert kept.weights == post(client, reverse("api-read"), {"strokes": ink("42")}).json()["weights"]


def test_nothing_is_kept_of_who_gave_it(zoe: Student, seated: Seated) -> None:
    give(seated(zoe))
    kept = Donation.objects.values().get()
    assert set(kept) - {"id", "strokes", "picture", "format", "text", "segments"} == {
        "read_as",
        "decision",
        "weights",
        "given_on",
        "state",
        "decided_by_id",
        "decided_at",
        "digest",
        "removal_digest",
    }
    assert kept["decided_by_id"] is None


def test_glyphs_that_were_named_are_kept_with_their_strokes(client: Client) -> None:
    glyphs = post(client, reverse("api-read"), {"strokes": ink("42")}).json()["glyphs"]
    give(client, labels=["4", "7"])
    assert Donation.objects.get().segments == [
        {"label": "4", "strokes": glyphs[0]["strokes"]},
        {"label": "7", "strokes": glyphs[1]["strokes"]},
    ]


def test_a_picture_is_drawn_anew_without_what_the_camera_wrote(client: Client) -> None:
    notes = Image.Exif()
    notes[0x010F] = "Zoe's camera"
    photograph = file(drawn("42").resize((1000, 600)), "JPEG", exif=notes)
    reply = give_picture(client, picture=sent(photograph))
    assert reply.status_code == 201
    kept = Donation.objects.get()
    picture = Image.open(io.BytesIO(bytes(kept.picture or b"")))
    assert (picture.format, picture.mode, max(picture.size)) == ("PNG", "L", 640)
    assert b"camera" not in bytes(kept.picture or b"")
    assert (kept.strokes, kept.text) == (None, "47")


@pytest.mark.parametrize("give_it", [give, give_picture], ids=["ink", "picture"])
def test_without_agreement_nothing_is_kept(client: Client, give_it: Any) -> None:
    reply = give_it(client, agreed=False)
    assert reply.status_code == 400
    assert reply.json()["detail"] == "agreed: A sample is kept only where its writer agrees."
    assert not Donation.objects.exists()


@pytest.mark.parametrize("give_it", [give, give_picture], ids=["ink", "picture"])
def test_the_same_sample_is_kept_once(client: Client, give_it: Any) -> None:
    assert give_it(client).status_code == 201
    reply = give_it(client, text="42")
    assert (reply.status_code, reply.json()["code"]) == (409, "known")
    assert Donation.objects.get().text == "47"


NOT_CHOSEN = "is not what was chosen under “What do you write?”. Change the one or the other."
NOT_FOUND = "That does not fit the symbols that were found. Type what all of it was."


@pytest.mark.parametrize(
    ("fields", "status", "detail"),
    [
        ({"text": "forty"}, 409, f"“forty” {NOT_CHOSEN}"),
        ({"text": "-4"}, 409, f"“-4” {NOT_CHOSEN}"),
        ({"text": "42", "labels": ["4"]}, 409, NOT_FOUND),
        ({"text": "42", "labels": ["4", "7"]}, 409, NOT_FOUND),
        ({"text": ""}, 400, "text: This field may not be blank."),
        ({"strokes": []}, 400, "strokes: The sheet is empty: write something first."),
    ],
)
def test_what_does_not_fit_is_refused(client: Client, fields: dict[str, object], status: int, detail: str) -> None:
    reply = give(client, **fields)
    assert (reply.status_code, reply.json()["detail"]) == (status, detail)
    assert not Donation.objects.exists()


def test_an_unknown_format_is_refused(client: Client) -> None:
    assert give(client, format="roman").status_code == 400


@pytest.mark.parametrize(
    ("format", "typed", "kept"),
    [("whole", "1 000", "1000"), ("digit", " ７ ", "7")],
)
def test_what_was_typed_is_kept_in_canonical_signs(client: Client, format: str, typed: str, kept: str) -> None:
    give(client, format=format, text=typed)
    assert Donation.objects.get().text == kept


def test_the_table_has_a_bound(client: Client, settings: Any) -> None:
    settings.MOST_DONATIONS = 1
    give(client)
    reply = give(client, strokes=ink("43"))
    assert (reply.status_code, reply.json()["code"]) == (409, "full")
    assert Donation.objects.count() == 1


def test_an_address_gives_only_so_many(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PerPlace, "THROTTLE_RATES", {"donation": "2/hour"})
    assert [give(Client(), strokes=ink("42", seed)).status_code for seed in range(3)] == [201, 201, 429]


def test_the_link_that_takes_it_back_is_told_at_once_and_kept_nowhere(client: Client) -> None:
    removal = give(client).json()["removal"]
    token = urlsplit(removal).path.rstrip("/").rpartition("/")[2]
    kept = Donation.objects.get()
    assert removal == f"http://testserver/read/donations/{token}/"
    assert token not in (kept.digest, kept.removal_digest)
