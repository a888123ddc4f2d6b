"""Writing an answer: which shape each character takes, and where on the pad it goes.

Places are measured in digit heights, 0 the top of the digits and 1 the line they stand on, until the size is known.
"""

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from recognizer.templates.digits import EVERYDAY, RARE
from recognizer.templates.pen import Hand, Pen, Strokes, Style, width_of
from recognizer.templates.signs import SIGNS

PAD_WIDTH, PAD_HEIGHT = 1000.0, 600.0

STYLES: dict[str, tuple[Style, ...]] = EVERYDAY | SIGNS
ALL_STYLES: dict[str, tuple[Style, ...]] = {sign: styles + RARE.get(sign, ()) for sign, styles in STYLES.items()}

DIGIT_ROOM = 0.86  # the same for all of them: the size of a number does not depend on its digits
SIGN_ROOM = 0.30  # around a sign
SPACE = 0.15  # besides the gaps on both sides of it
BAR_BOX = 0.3  # a bar is drawn as a shape this tall: the hand shakes in proportion to the height

# A stacked fraction, close to its whole number, or one character.
_PIECES = re.compile(r" ?(?<![\d.])\d+/\d+(?![\d.])|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character as it was written. The bar of a fraction is its `/`."""

    text: str
    strokes: Strokes


@dataclass(frozen=True, slots=True)
class _Sign:
    """A character in its place."""

    text: str
    style: Style
    left: float = 0.0
    top: float = 0.0
    tall: float = 1.0


@dataclass(frozen=True, slots=True)
class _Block:
    """What stands side by side on the line: a character, or a whole stacked fraction."""

    signs: tuple[_Sign, ...]
    width: float
    height: float
    room: float


def write(
    text: str,
    rng: Random,
    *,
    width: float = PAD_WIDTH,
    height: float = PAD_HEIGHT,
    styles: Mapping[str, Sequence[Style]] = STYLES,
    stacked: bool = True,
) -> Strokes:
    """One person writing `text` on a pad: strokes `[[[x, y, t], …], …]`, t in ms from the start.

    `text` is a canonical answer (`-3.5`, `1 1/2`, `3 r 2`, `$3.50`) or an expression. Fractions are stacked over a
    bar unless `stacked` is False. The same seed writes the same strokes. Raises KeyError for a character without a
    template.
    """
    return joined(write_glyphs(text, rng, width=width, height=height, styles=styles, stacked=stacked))


def write_glyphs(
    text: str,
    rng: Random,
    *,
    width: float = PAD_WIDTH,
    height: float = PAD_HEIGHT,
    styles: Mapping[str, Sequence[Style]] = STYLES,
    stacked: bool = True,
) -> list[Glyph]:
    """The same writing by characters, in the order they were written."""
    share = rng.uniform(0.46, 0.60)
    slant = rng.uniform(-0.06, 0.20)
    gap = rng.uniform(0.18, 0.26)
    blocks = _blocks(text, rng, styles, gap, stacked=stacked)
    room = max(DIGIT_ROOM, sum(block.room for block in blocks))
    tallest = max((block.height for block in blocks), default=1.0)
    tall = min(share * height, 0.9 * width / room, 0.82 * height / tallest)
    long = sum(block.width + gap for block in blocks) - gap
    left = (width - long * tall) / 2 + rng.uniform(-0.03, 0.03) * width
    top = (height - tall) / 2 + rng.uniform(-0.05, 0.05) * height
    pen = Pen(rng)
    glyphs = []
    for block, start in zip(blocks, _starts([block.width for block in blocks], gap), strict=True):
        for sign in block.signs:
            hand = Hand(rng, sign.tall * tall, slant, left + (start + sign.left) * tall, top + sign.top * tall)
            glyphs.append(Glyph(sign.text, pen.draw(sign.style, hand)))
    return glyphs


def joined(glyphs: Iterable[Glyph]) -> Strokes:
    return [stroke for glyph in glyphs for stroke in glyph.strokes]


def _blocks(
    text: str, rng: Random, styles: Mapping[str, Sequence[Style]], gap: float, *, stacked: bool
) -> list[_Block]:
    return [
        _single(piece, rng, styles) if len(piece) == 1 else _fraction(piece.strip(), rng, styles, gap)
        for piece in (_PIECES.findall(text) if stacked else text)
    ]


def _single(character: str, rng: Random, styles: Mapping[str, Sequence[Style]]) -> _Block:
    if character == " ":
        return _Block((), width=SPACE, height=0.0, room=SPACE + SIGN_ROOM)
    style = rng.choice(styles[character])
    room = DIGIT_ROOM if character.isdecimal() else width_of(style) + SIGN_ROOM
    return _Block((_Sign(character, style),), width=width_of(style), height=1.0, room=room)


def _fraction(text: str, rng: Random, styles: Mapping[str, Sequence[Style]], gap: float) -> _Block:
    """Two storeys of smaller digits, in the middle over and under a bar at half the height of a digit."""
    small = rng.uniform(0.60, 0.72)
    clear = rng.uniform(0.11, 0.18)
    storeys = [[(digit, rng.choice(styles[digit])) for digit in digits] for digits in text.split("/")]
    long = max(_long(storey, gap) for storey in storeys) * small + rng.uniform(0.06, 0.24)
    upper, lower = (
        _storey(storey, gap, small, middle=long / 2, top=top)
        for storey, top in zip(storeys, (0.5 - clear - small, 0.5 + clear), strict=True)
    )
    bar = _Sign("/", _bar(long / BAR_BOX), left=long / 2, top=0.5 - BAR_BOX / 2, tall=BAR_BOX)
    signs = (bar, *upper, *lower) if rng.random() < 0.15 else (*upper, bar, *lower)
    return _Block(signs, width=long, height=2 * (small + clear), room=long + SIGN_ROOM)


def _storey(digits: list[tuple[str, Style]], gap: float, tall: float, *, middle: float, top: float) -> list[_Sign]:
    left = middle - _long(digits, gap) * tall / 2
    starts = _starts([width_of(style) for _, style in digits], gap)
    return [
        _Sign(digit, style, left + start * tall, top, tall)
        for (digit, style), start in zip(digits, starts, strict=True)
    ]


def _long(digits: list[tuple[str, Style]], gap: float) -> float:
    return sum(width_of(style) + gap for _, style in digits) - gap


def _bar(long: float) -> Style:
    """Around its middle: a hand turns it about there."""
    return ((((-long / 2, 0.5), (0.0, 0.48), (long / 2, 0.5)),),)


def _starts(widths: list[float], gap: float) -> list[float]:
    return list(itertools.accumulate((width + gap for width in widths), initial=0.0))[: len(widths)]
