"""Which handwriting teaches: all of it, or only what may be used in a product that is sold.

CROHME's licence forbids commercial use, and so does the notice on UNIPEN's discs. Without them, signs and numbers are
those that recognizer.templates writes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from recognizer import templates
from recognizer.labels import SIGNS
from recognizer.raster import trace
from recognizer.templates.pen import Strokes
from recognizer.training.data import Sample


@dataclass(frozen=True, slots=True)
class Sources:
    """Names of ink sets by what is taken from them. `written`: signs and numbers of templates stand in for people's."""

    digits: tuple[str, ...]
    symbols: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()  # wrong groupings of strokes: CROHME's
    pictures: tuple[str, ...] = ("mnist.npz",)
    written: bool = False

    @property
    def files(self) -> list[str]:
        """Below the folder of data."""
        ink = sorted({*self.digits, *self.symbols, *self.numbers, *self.groups})
        return [*(f"ink/{name}.jsonl.gz" for name in ink), *self.pictures]


EVERYTHING = Sources(
    digits=("pendigits", "unipen_symbols", "crohme_symbols", "unipen_numbers"),
    symbols=("unipen_symbols", "crohme_symbols"),
    numbers=("crohme_numbers", "crohme_arith", "unipen_numbers"),
    groups=("crohme_junk",),
)
COMMERCIAL = Sources(digits=("pendigits",), written=True)


def written_signs(count: int, seed: int) -> Iterator[Sample]:
    """Each sign `count` times by template."""
    for sign in SIGNS:
        for at in range(count):
            yield _sample(sign, templates.write(sign, Random(f"{seed} {sign} {at}")))


def written_letters(count: int, seed: int) -> Iterator[Sample]:
    """Letters and drawings by template."""
    for at in range(count):
        yield _sample("", templates.drawing(Random(f"{seed} drawing {at}")))


def written_numbers(texts: Sequence[str], seed: int) -> Iterator[Sample]:
    """Answers by template, with the strokes of each symbol."""
    for at, text in enumerate(texts):
        glyphs = templates.write_glyphs(text, Random(f"{seed} {text} {at}"))
        groups, begun = [], 0
        for glyph in glyphs:
            groups.append(tuple(range(begun, begun + len(glyph.strokes))))
            begun += len(glyph.strokes)
        sample = _sample(text, templates.joined(glyphs))
        yield Sample(text, sample.strokes, "", tuple(groups), tuple(glyph.text for glyph in glyphs))


def _sample(text: str, strokes: Strokes) -> Sample:
    return Sample(text, tuple(trace(stroke) for stroke in strokes), f"template {text}")
