"""Shapes of what the page about the reader asks for."""

from base64 import b64encode
from typing import Any

from rest_framework import serializers

from quizzes.api.serializers import ReadingOut
from quizzes.services.explaining import Explained
from recognizer.reading import GlyphView

MOST_PROBABILITIES = 5


class GlyphViewOut(serializers.Serializer[Any]):
    """What the net saw of one glyph: 28×28 bytes in base64, rows from the top, ink 255; and what it takes it for.

    Of an unread reading, the likeliest glyphs are shown.
    """

    box = serializers.ListField(child=serializers.FloatField(), min_length=4, max_length=4)
    pixels = serializers.CharField()
    probabilities = serializers.ListField(child=serializers.ListField(), max_length=MOST_PROBABILITIES)


class MillisecondsOut(serializers.Serializer[Any]):
    groups = serializers.FloatField()
    render = serializers.FloatField()
    net = serializers.FloatField()
    decode = serializers.FloatField()
    whole = serializers.FloatField()


class VerdictOut(serializers.Serializer[Any]):
    """What there is to say of a sum: `= 26` of 12 + 7 × 2. `holds` is null where it claims nothing."""

    sentence = serializers.CharField()
    holds = serializers.BooleanField(allow_null=True)


class ExplanationOut(ReadingOut):
    glyph_views = GlyphViewOut(many=True)
    milliseconds = MillisecondsOut()
    verdict = VerdictOut(allow_null=True)


def explanation_of(explained: Explained) -> dict[str, Any]:
    """What ExplanationOut shows."""
    explanation = explained.explanation
    return {
        **explanation.reading.to_json(),
        "glyph_views": [_view(view) for view in explanation.glyphs],
        "milliseconds": {stage: round(taken, 2) for stage, taken in explanation.milliseconds.items()},
        "verdict": explained.verdict,
    }


def _view(view: GlyphView) -> dict[str, Any]:
    return {
        "box": [round(side, 2) for side in view.box],
        "pixels": b64encode(view.pixels.tobytes()).decode(),
        "probabilities": [[label, round(odds, 4)] for label, odds in view.probabilities[:MOST_PROBABILITIES]],
    }
