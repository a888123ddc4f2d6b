"""Samples of handwriting that visitors give, and what becomes of them."""

import io
import json
import secrets
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from PIL import Image

from quizzes.models import Donation, User
from quizzes.queries.donations import removal_digest
from quizzes.rules import keyboards
from quizzes.rules.grammar import FORMATS
from quizzes.services.pictures import read_picture
from quizzes.services.reading import acceptor_of, read_ink
from quizzes.services.refusals import DonationKnown, DonationsFull, NoSuchText
from recognizer.decode import Acceptor
from recognizer.picture_file import greys
from recognizer.reader import Glyph, Reading

LONGEST_SIDE = 640
"""Pixels of a picture that is kept: a line of ten digits has sixty for each."""

KNOWN = "We have this sample already. Thank you."
FULL = "We have as many samples as we can look at just now. Thank you all the same."

_SUM_KEYS = str.maketrans({**dict.fromkeys("xX*·", "×"), "/": "÷", ":": "÷", ",": ".", " ": ""})


def give_ink(*, strokes: list[Any], format: str, text: str, labels: Sequence[str] | None = None) -> str:
    """Keeps ink with what it was by its writer's word. The token that takes it back, which is kept nowhere.

    `labels` name each glyph of the reading in turn; then its grouping is believed, too. What the reader makes of the
    ink is found anew, whatever a page says of it. Raises InkRefused, UnknownFormat, NoSuchText, DonationKnown and
    DonationsFull.
    """
    reading = read_ink(strokes=strokes, format=format)
    text = _canonical(text, format)
    segments = None if labels is None else _segments(reading.glyphs, labels, text)
    return _give(reading, format, text, json.dumps(strokes).encode(), strokes=strokes, segments=segments)


def give_picture(*, data: bytes, format: str, text: str) -> str:
    """As give_ink, for a PNG or JPEG. It is drawn anew, so that nothing is kept but what can be seen of it.

    Raises PictureRefused, too.
    """
    reading = read_picture(data=data, format=format)
    picture = _redrawn(data)
    return _give(reading, format, _canonical(text, format), picture, picture=picture)


def take_back(*, donation: Donation) -> None:
    donation.delete()


def decide(*, donations: QuerySet[Donation], state: Donation.State, administrator: User) -> int:
    """Accepts or rejects; how many were not so before. Who and when is kept."""
    return donations.exclude(state=state).update(state=state, decided_by=administrator, decided_at=timezone.now())


def _give(reading: Reading, format: str, text: str, content: bytes, **sample: Any) -> str:
    token = secrets.token_urlsafe(16)
    try:
        with transaction.atomic():
            digest = sha256(content).hexdigest()
            if Donation.objects.filter(digest=digest).exists():
                raise DonationKnown(KNOWN)
            if Donation.objects.count() >= settings.MOST_DONATIONS:
                raise DonationsFull(FULL)
            Donation.objects.create(
                **sample,
                format=format,
                read_as=reading.text,
                decision=reading.decision,
                weights=reading.weights,
                text=text,
                given_on=timezone.localdate(),
                digest=digest,
                removal_digest=removal_digest(token),
            )
    except IntegrityError as twice:  # it came twice at once
        raise DonationKnown(KNOWN) from twice
    return token


def _canonical(text: str, format: str) -> str:
    """What was typed, in canonical signs. Raises NoSuchText where ink of the format is never that."""
    acceptor: Acceptor = acceptor_of(format)
    written = FORMATS[format].plain(text) if format in FORMATS else keyboards.plain(text).translate(_SUM_KEYS)
    state = acceptor.start
    for sign in written:
        state = acceptor.step(state, sign)
        if state is None:
            break
    if state is None or not acceptor.accepts(state):
        raise NoSuchText(f"“{text}” is not what was chosen under “What do you write?”. Change the one or the other.")
    return written


def _segments(glyphs: Sequence[Glyph], labels: Sequence[str], text: str) -> list[dict[str, Any]]:
    if len(labels) != len(glyphs) or "".join(labels) != text.replace(" ", ""):
        raise NoSuchText("That does not fit the symbols that were found. Type what all of it was.")
    return [{"label": label, "strokes": list(glyph.strokes)} for label, glyph in zip(labels, glyphs, strict=True)]


def _redrawn(data: bytes) -> bytes:
    """A PNG in grey of what can be seen: no place, no date and no camera come along."""
    picture = Image.fromarray(greys(data)[0].astype("uint8"))
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    kept = io.BytesIO()
    picture.save(kept, "PNG")
    return kept.getvalue()
