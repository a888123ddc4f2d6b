"""Reading ink: the one place where the reader meets the rules. It is handed ink and a format, never a value."""

import json
from collections import OrderedDict
from dataclasses import replace
from functools import cache
from hashlib import sha256
from threading import Lock

from django.conf import settings

from quizzes.rules.automata import Shapes
from quizzes.rules.expressions import EXPRESSION, Expressions
from quizzes.rules.grammar import FORMATS
from quizzes.rules.questions import Question
from recognizer.ink import Ink
from recognizer.labels import SYMBOLS
from recognizer.reader import Reader, Reading

_ACCEPTORS: dict[str, Shapes | Expressions] = {
    **{name: form.acceptor for name, form in FORMATS.items()},
    "expression": EXPRESSION,  # a line of arithmetic, which is no answer
}
READABLE_FORMATS: tuple[str, ...] = tuple(
    name for name, acceptor in _ACCEPTORS.items() if acceptor.alphabet and acceptor.alphabet <= set(SYMBOLS)
)
"""The formats all of whose signs the weights know; words have none."""


class UnknownFormat(ValueError):
    """A format that cannot be read; the message names those that can."""

    def __init__(self, format: str) -> None:
        known = ", ".join(READABLE_FORMATS)
        super().__init__(f"The format “{format}” cannot be read. Known formats: {known}.")


@cache
def get_reader() -> Reader:
    """The reader of this process. Raises WeightsMissing, WeightsAltered."""
    return Reader.load(settings.READER_WEIGHTS)


def read_ink(*, strokes: object, format: str) -> Reading:
    """The reading of `[[[x, y(, t)], …], …]`. Raises InkRefused, UnknownFormat, WeightsMissing, WeightsAltered."""
    return get_reader().read(Ink.from_json(strokes), acceptor_of(format))


def read_sheet(*, strokes: object, format: str) -> Reading:
    """As `read_ink`, of ink on a child's sheet, which is 1,000 wide: a speck on it is never *sure*.

    The reader knows no sizes, and takes the smudge of a resting finger for a 1. A page asks what its ink says right
    before it sends it, so the latest readings are at hand.
    """
    key = (get_reader(), format, _digest(strokes))
    reading = _latest.get(key)
    if reading is None:
        ink = Ink.from_json(strokes)
        reading = get_reader().read(ink, acceptor_of(format))
        if reading.decision == "sure" and _size(ink) < SPECK:
            reading = replace(reading, decision="ask")
        _latest.put(key, reading)
    return reading


SPECK = 20
"""Two hundredths of the sheet's width: seven pixels of a phone. A digit that a child means is several times as high."""


def _size(ink: Ink) -> float:
    """The longer side of the box around it; 0 of no ink."""
    points = [point for stroke in ink.strokes for point in stroke.points]
    return max((max(along) - min(along) for along in list(zip(*points, strict=False))[:2]), default=0)


def _digest(strokes: object) -> bytes:
    return sha256(json.dumps(strokes, separators=(",", ":")).encode()).digest()


_Key = tuple[Reader, str, bytes]


class _Latest:
    """The readings made last, without the ink that they are of."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._readings: OrderedDict[_Key, Reading] = OrderedDict()
        self._lock = Lock()

    def get(self, key: _Key) -> Reading | None:
        return self._readings.get(key)

    def put(self, key: _Key, reading: Reading) -> None:
        with self._lock:
            self._readings[key] = reading
            if len(self._readings) > self._most:
                self._readings.popitem(last=False)


_latest = _Latest(most=2_000)


def can_be_drawn(question: Question) -> bool:
    """Whether the reader knows every sign of its answers. A unit has letters: such an answer is typed."""
    return question.format in READABLE_FORMATS and not question.has_letters


def acceptor_of(format: str) -> Shapes | Expressions:
    """Which texts the format admits. Raises UnknownFormat where the weights do not know its signs."""
    if format not in READABLE_FORMATS:
        raise UnknownFormat(format)
    return _ACCEPTORS[format]
