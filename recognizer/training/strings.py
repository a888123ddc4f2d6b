"""Answers put together from the symbols of one writer: where the sources have none, or too few.

What people wrote as a whole is rarer than single symbols, and some formats nobody wrote at all. The symbols
here are real and of one hand (a sign that the hand lacks is lent by another); their spacing is invented.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from recognizer.labels import DIGITS
from recognizer.raster import Floats, trace
from recognizer.training.data import Sample

Rng = np.random.Generator


class Hands(NamedTuple):
    """The symbols of each writer of digits, and those of people who wrote too few digits to be one."""

    writers: list[dict[str, list[Sample]]]
    strays: dict[str, list[Sample]]


@dataclass(frozen=True, slots=True)
class _Place:
    """How tall (or, of flat marks, wide) a symbol is beside a digit of height 1, and where its middle lies (down)."""

    side: tuple[float, float]
    middle: tuple[float, float] = (-0.06, 0.06)
    by_width: bool = False


_DIGIT = _Place((0.88, 1.12))
_PLACES = {
    "-": _Place((0.35, 0.75), (-0.1, 0.1), by_width=True),
    "=": _Place((0.40, 0.70), (-0.05, 0.15), by_width=True),
    "+": _Place((0.40, 0.75), (-0.05, 0.15)),
    "×": _Place((0.35, 0.65), (0.0, 0.20)),
    "÷": _Place((0.45, 0.80), (-0.05, 0.15), by_width=True),
    ".": _Place((0.03, 0.22), (0.40, 0.58)),
    ":": _Place((0.35, 0.65), (-0.05, 0.15)),
    "/": _Place((1.0, 1.35)),
    "<": _Place((0.5, 0.95)),
    ">": _Place((0.5, 0.95)),
    "r": _Place((0.45, 0.9), (0.0, 0.25)),
    "(": _Place((1.0, 1.4)),
    ")": _Place((1.0, 1.4)),
    "$": _Place((1.0, 1.3)),
}


@dataclass(frozen=True, slots=True)
class _Part:
    """A symbol in its place."""

    symbol: str
    strokes: tuple[Floats, ...]


def hands(samples: Iterable[Sample]) -> Hands:
    """A writer is who wrote more than three different digits."""
    by_writer: dict[str, dict[str, list[Sample]]] = defaultdict(lambda: defaultdict(list))
    for sample in samples:
        by_writer[sample.writer][sample.text].append(sample)
    found = Hands([], defaultdict(list))
    for hand in by_writer.values():
        if sum(text in DIGITS for text in hand) > 3:
            found.writers.append(dict(hand))
        else:
            for text, samples_ in hand.items():
                found.strays[text].extend(samples_)
    return found


def strings(digits: Sequence[Sample], count: int, rng: Rng, *, most: int = 5) -> list[Sample]:
    """Numbers of 2 to `most` digits, some of them touching, some crossed late."""
    texts = ["".join(map(str, rng.integers(0, 10, rng.integers(2, most + 1)))) for _ in range(count)]
    return [written(text, hands_, rng) for hands_ in [hands(digits)] for text in texts]


def compose(form: str, everyone: Hands, count: int, rng: Rng) -> list[Sample]:
    """`count` answers of a format of TEXTS."""
    return [written(TEXTS[form](rng), everyone, rng) for _ in range(count)]


def written(text: str, everyone: Hands, rng: Rng) -> Sample:
    """Canonical `text` in one writer's symbols. A fraction stands on a bar, or now and then has a slash."""
    own = everyone.writers[int(rng.integers(len(everyone.writers)))]
    pen = _Pen(own, everyone, rng)
    if "/" in text and "=" not in text and rng.random() < 0.75:
        before, _, fraction = text.rpartition(" ") if " " in text else _signed(text)
        above, below = fraction.split("/")
        parts = pen.fraction(before, above, below)
    else:
        parts = pen.line(text)
    return _in_turn(text, parts, rng)


def _signed(text: str) -> tuple[str, str, str]:
    return ("-", "", text[1:]) if text.startswith("-") else ("", "", text)


class _Pen:
    """One writer's symbols, set beside each other."""

    def __init__(self, own: dict[str, list[Sample]], everyone: Hands, rng: Rng) -> None:
        self._own = own
        self._everyone = everyone
        self._rng = rng
        self._spacing = float(rng.uniform(-0.02, 0.35))

    def line(self, text: str, size: float = 1.0) -> list[_Part]:
        """Symbols from left to right, digits of height `size` about the height 0."""
        right, parts = 0.0, []
        for character in text.replace(" r ", "r"):
            if character == " ":
                right += size * float(self._rng.uniform(0.25, 0.7))
                continue
            part = self._placed(character, size, right)
            parts.append(part)
            right = _sides(part.strokes)[1][0] + size * (self._spacing + float(self._rng.normal(0, 0.05)))
        return parts

    def fraction(self, before: str, above: str, below: str) -> list[_Part]:
        """Written in its order: what stands before, numerator, bar, denominator; or the bar first."""
        rng = self._rng
        storeys = [self.line(text, float(rng.uniform(0.8, 1.1))) for text in (above, below)]
        widths = [_width(storey) for storey in storeys]
        wide = max(widths) * float(rng.uniform(0.95, 1.7)) + float(rng.uniform(0.0, 0.4))
        bar = self._bar(wide)
        gap = rng.uniform(0.08, 0.4, 2)
        top, bottom = (_moved(storey, wide / 2 - (low + high) / 2, 0.0) for storey in storeys
                       for low, high in [_span(storey)])  # fmt: skip
        top = _moved(top, float(rng.normal(0, 0.06)), -_lowest(top) - float(gap[0]))
        bottom = _moved(bottom, float(rng.normal(0, 0.06)), -_highest(bottom) + float(gap[1]))
        stacked = [bar, *top, *bottom] if rng.random() < 0.2 else [*top, bar, *bottom]
        if not before:
            return stacked
        first = self.line(before, float(rng.uniform(0.9, 1.6)))
        left = min(_span(part)[0] for part in (top, [bar], bottom))
        return [*_moved(first, left - _span(first)[1] - float(rng.uniform(0.05, 0.5)), 0.0), *stacked]

    def _bar(self, wide: float) -> _Part:
        strokes = self._some("-").strokes
        low, high = _sides(strokes)
        scale = np.array([wide / max(high[0] - low[0], 1e-6), min(1.0, wide / max(high[0] - low[0], 1e-6))])
        middle = (low + high) / 2
        return _Part("/", tuple(((s - middle) * scale + [wide / 2, 0.0]).astype(np.float32) for s in strokes))

    def _placed(self, symbol: str, size: float, left: float) -> _Part:
        place = _DIGIT if symbol in DIGITS else _PLACES.get(symbol, _DIGIT)
        sample = self._some(symbol)
        low, high = _sides(sample.strokes)
        wide, tall = np.maximum(high - low, 1e-6)
        length = wide if place.by_width else max(tall, wide / 2)
        if symbol == "." and max(wide, tall) > 2.5 * min(wide, tall):
            scale = size * float(self._rng.uniform(0.2, 0.5)) / max(tall, wide)  # a comma is longer than a point
        else:
            scale = size * float(self._rng.uniform(*place.side)) / length
        middle = size * float(self._rng.uniform(*place.middle))
        shift = np.array([left - low[0] * scale, middle - (low[1] + high[1]) / 2 * scale])
        return _Part(symbol, tuple((stroke * scale + shift).astype(np.float32) for stroke in sample.strokes))

    def _some(self, symbol: str) -> Sample:
        own = self._own.get(symbol)
        if not own:
            lenders = [hand[symbol] for hand in self._everyone.writers if symbol in hand]
            lenders = lenders or [self._everyone.strays[symbol]]
            own = lenders[int(self._rng.integers(len(lenders)))]
        return own[int(self._rng.integers(len(own)))]


def _number(rng: Rng, most: int) -> str:
    return str(int(rng.integers(0, 10 ** int(rng.integers(1, most + 1)))))


def _sign(rng: Rng, share: float = 0.3) -> str:
    return "-" if rng.random() < share else ""


def _fraction(rng: Rng) -> str:
    return f"{_small(rng, 30)}/{1 + _small(rng, 90)}"


def _small(rng: Rng, most: int) -> int:
    """Mostly of one digit."""
    return 1 + int(rng.integers(0, 9 if rng.random() < 0.7 else most))


def _expression(rng: Rng) -> str:
    terms = [_number(rng, 3)]
    for _ in range(int(rng.integers(1, 3))):
        terms += [str(rng.choice(list("+-×÷"))), _number(rng, 2)]
    return "".join(terms) + (f"={_number(rng, 3)}" if rng.random() < 0.5 else "")


TEXTS: dict[str, Callable[[Rng], str]] = {
    "whole": lambda rng: _number(rng, 5),
    "integer": lambda rng: _sign(rng, 0.6) + _number(rng, 4),
    "decimal": lambda rng: f"{_sign(rng)}{_number(rng, 3) if rng.random() < 0.9 else ''}.{_number(rng, 3)}",
    "fraction": lambda rng: _sign(rng, 0.15) + _fraction(rng),
    "mixed": lambda rng: f"{_sign(rng, 0.1)}{_small(rng, 60)} {_fraction(rng)}",
    "remainder": lambda rng: f"{_number(rng, 3)} r {_number(rng, 2)}",
    "comparison": lambda rng: str(rng.choice(list("<=>"))),
    "money": lambda rng: f"{'$' if rng.random() < 0.3 else ''}{_number(rng, 3)}.{int(rng.integers(0, 100)):02d}",
    "time": lambda rng: f"{int(rng.integers(0, 24))}:{int(rng.integers(0, 60)):02d}",
    "expression": _expression,
}


def _in_turn(text: str, parts: Sequence[_Part], rng: Rng) -> Sample:
    """The strokes in writing order: now and then the last stroke of a symbol comes after the next symbol."""
    order = [(at, stroke) for at, part in enumerate(parts) for stroke in range(len(part.strokes))]
    for place in range(len(order) - 1):
        at, stroke = order[place]
        if stroke and stroke == len(parts[at].strokes) - 1 and rng.random() < 0.08:
            order[place], order[place + 1] = order[place + 1], order[place]
    groups: list[list[int]] = [[] for _ in parts]
    for index, (at, _) in enumerate(order):
        groups[at].append(index)
    return Sample(
        text=text,
        strokes=tuple(trace(parts[at].strokes[stroke].tolist()) for at, stroke in order),
        writer="",
        groups=tuple(map(tuple, groups)),
        symbols=tuple(part.symbol for part in parts),
    )


def _moved(parts: Sequence[_Part], right: float, down: float) -> list[_Part]:
    shift = np.array([right, down], np.float32)
    return [_Part(part.symbol, tuple(stroke + shift for stroke in part.strokes)) for part in parts]


def _sides(strokes: Sequence[Floats]) -> tuple[np.ndarray, np.ndarray]:
    points = np.concatenate(strokes)
    return points.min(axis=0), points.max(axis=0)


def _span(parts: Sequence[_Part]) -> tuple[float, float]:
    sides = [_sides(part.strokes) for part in parts]
    return min(float(low[0]) for low, _ in sides), max(float(high[0]) for _, high in sides)


def _width(parts: Sequence[_Part]) -> float:
    left, right = _span(parts)
    return right - left


def _highest(parts: Sequence[_Part]) -> float:
    return min(float(_sides(part.strokes)[0][1]) for part in parts)


def _lowest(parts: Sequence[_Part]) -> float:
    return max(float(_sides(part.strokes)[1][1]) for part in parts)
