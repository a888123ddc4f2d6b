"""Donated handwriting: whose it is to take back, and the accepted samples in the shape of the research data."""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from quizzes.models import Donation

LABELS = {"×": r"\times", "÷": r"\div"}
"""How the research data writes a sign, where it is not by the sign itself."""

BAR = {"label": "-", "role": "fraction_bar"}


def removal_digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def donation_by_token(token: str) -> Donation | None:
    """The donation that a removal link is about."""
    return Donation.objects.filter(removal_digest=removal_digest(token)).first()


def picture_address(donation: Donation) -> str:
    """The picture as a data address, for an <img> or a line of JSON."""
    return f"data:image/png;base64,{b64encode(bytes(donation.picture or b'')).decode()}"


def donated_samples() -> Iterator[dict[str, Any]]:
    """The accepted donations, oldest first, as `../shared/data/README.md` describes a line of ink.

    A picture has `picture`, a PNG as a data address, where ink has `strokes`. Each is a writer of its own, since
    nobody knows whether two are by one hand.
    """
    for donation in Donation.objects.accepted().order_by("pk").iterator():
        segments = _segments(donation)
        sample = {"strokes": donation.strokes} if donation.picture is None else {"picture": picture_address(donation)}
        yield {
            "text": _in_data(donation, stacked=any("role" in segment for segment in segments or ())),
            **sample,
            "segments": segments,
            "writer": f"donation-{donation.pk}",
            "split": "train",
            "format": donation.format,
            "read_as": donation.read_as,
            "decision": donation.decision,
            "weights": donation.weights,
        }


def _in_data(donation: Donation, *, stacked: bool) -> str:
    r"""The text with the research data's labels: `1 2 \times 3` for a sum, `\frac{1}{2}` for what has a bar."""
    if donation.format == "expression":
        return " ".join(LABELS.get(sign, sign) for sign in donation.text if sign != " ")
    return re.sub(r" ?(\d+)/(\d+)", r"\\frac{\1}{\2}", donation.text) if stacked else donation.text


def _segments(donation: Donation) -> list[dict[str, Any]] | None:
    if donation.segments is None or donation.strokes is None:
        return None
    return [segment | _label(segment, donation.strokes) for segment in donation.segments]


def _label(segment: Mapping[str, Any], strokes: Sequence[Sequence[Sequence[float]]]) -> dict[str, str]:
    """A slash that lies flat is the bar of a fraction."""
    if segment["label"] != "/":
        return {"label": LABELS.get(segment["label"], segment["label"])}
    points = [point for stroke in segment["strokes"] for point in strokes[stroke]]
    across, down = (max(values) - min(values) for values in zip(*(point[:2] for point in points), strict=True))
    return BAR if across > down else {"label": "/"}
