"""A reading with what led to it, for the page that shows how the reader works. Nothing of it is kept."""

from dataclasses import dataclass

from quizzes.rules.expressions import Verdict, evaluate
from quizzes.services.reading import acceptor_of, get_reader
from recognizer.ink import Ink
from recognizer.picture import Picture
from recognizer.reading import Explanation

EXPRESSION = "expression"


@dataclass(frozen=True)
class Explained:
    """`verdict` is there for a sum that was read."""

    explanation: Explanation
    verdict: Verdict | None


def explain_ink(*, strokes: object, format: str) -> Explained:
    """Raises InkRefused, UnknownFormat, WeightsMissing, WeightsAltered."""
    return _explained(get_reader().explain(Ink.from_json(strokes), acceptor_of(format)), format)


def explain_picture(*, data: bytes, format: str) -> Explained:
    """As explain_ink, for a PNG or JPEG. Raises PictureRefused, too."""
    return _explained(get_reader().explain_picture(Picture.from_bytes(data), acceptor_of(format)), format)


def _explained(explanation: Explanation, format: str) -> Explained:
    text = explanation.reading.text
    return Explained(explanation, evaluate(text) if format == EXPRESSION and text else None)
