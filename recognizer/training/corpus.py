"""What the net learns from: pools of glyphs by what they are, and an epoch drawn from them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from recognizer.labels import DIGITS, JUNK, LABELS
from recognizer.raster import SMALL, Floats
from recognizer.training import data
from recognizer.training.data import Sample
from recognizer.training.glyphs import Glyphs, gather, join
from recognizer.training.invented import crossed_out, currency, merges, scribbles, slashed_zeros
from recognizer.training.sources import Sources, written_letters, written_signs

WRITTEN = {"train": (900, 1), "valid": (60, 2)}  # of each sign by template where no people's are taken, and a seed
PICTURES_AN_EPOCH = 8_000  # of MNIST's 60,000: enough for its shapes, too few to outweigh the pens
SIGN_AN_EPOCH = 900  # of each sign at most, as many as there are of a digit's rarest
SLASHED_AN_EPOCH = 500  # zeros with a line through them, of which the sources have few
JUNK_AN_EPOCH = {"symbols": 5_000, "groups": 4_000, "merges": 3_000, "crossed out": 1_000, "scribbles": 800}
_JUNK = LABELS.index(JUNK)

# How large signs are beside their digits: the median of their longest side, and its spread (of the logarithm).
# From the numbers of CROHME's train split, whose signs have neighbours; signs cut out have lost them.
SIZES = {
    ".": (0.10, 0.9), ",": (0.45, 0.5), ":": (0.55, 0.3), "-": (0.65, 0.5), "+": (0.50, 0.4), "×": (0.42, 0.4),
    "÷": (0.62, 0.3), "=": (0.52, 0.4), "<": (0.62, 0.3), ">": (0.62, 0.3), "r": (0.60, 0.3),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Corpus:
    digits: Glyphs
    clean: Glyphs  # those of them that were asked for one by one, on a pad as ours
    signs: dict[str, Glyphs]  # by symbol
    junk: dict[str, Glyphs]
    pictures: np.ndarray  # (n, 28, 28) uint8
    picture_labels: np.ndarray


def corpus(sources: Sources, rng: np.random.Generator) -> Corpus:
    """The train splits."""
    pictures, labels = data.mnist("train")
    written = list(_signs(sources, "train", rng))
    signs = {symbol: _pool(written, symbol) for symbol in sorted({sample.text for sample, _ in written})}
    if sources.symbols:
        letters = list(data.samples_of("unipen_symbols", "train", "SCLE"))
        lent = {symbol: currency(symbol, letters, 800, rng) for symbol in "$£€"}
        signs |= {symbol: join([signs[symbol], more]) if symbol in signs else more for symbol, more in lent.items()}
    junk = {"symbols": other_glyphs(sources, "train"), "scribbles": scribbles(4_000, rng)}
    if sources.groups:
        junk["groups"] = _glyphs(data.wrong_groups("train"))
    clean = _glyphs(data.digits(("pendigits",), "train"))
    return Corpus(digit_glyphs(sources, "train"), clean, signs, junk, pictures, labels)


def digit_glyphs(sources: Sources, split: str) -> Glyphs:
    return _glyphs(data.digits(sources.digits, split))


def sign_glyphs(sources: Sources, split: str) -> Glyphs:
    return _sized(list(_signs(sources, split, np.random.default_rng(0))))


def other_glyphs(sources: Sources, split: str) -> Glyphs:
    """What is no symbol of the reader."""
    if sources.written:
        return _glyphs(written_letters(*WRITTEN[split]))
    every = 2 if split == "train" else 1
    return join([_glyphs(data.no_symbols(name, split, every=every)) for name in sources.symbols])


def epoch(pools: Corpus, rng: np.random.Generator) -> Glyphs:
    """Every digit once, clean ones twice, and of signs and junk fresh ones beside them."""
    parts = [
        pools.digits,
        pools.clean,
        merges(pools.digits, JUNK_AN_EPOCH["merges"], rng),
        crossed_out(pools.digits, JUNK_AN_EPOCH["crossed out"], rng),
        slashed_zeros(pools.digits.take(np.flatnonzero(pools.digits.label == 0)), SLASHED_AN_EPOCH, rng),
    ]
    for _, glyphs in sorted(pools.signs.items()):
        parts.append(_some(glyphs, SIGN_AN_EPOCH, rng))
    for name, glyphs in pools.junk.items():
        parts.append(_some(glyphs, JUNK_AN_EPOCH[name], rng))
    return join(parts)


def _some(glyphs: Glyphs, most: int, rng: np.random.Generator) -> Glyphs:
    return glyphs.take(rng.choice(len(glyphs), min(len(glyphs), most), replace=False))


def _glyphs(samples: Iterable[Sample]) -> Glyphs:
    kept = [(sample.strokes, LABELS.index(sample.text) if sample.text in LABELS else _JUNK) for sample in samples]
    return gather([strokes for strokes, _ in kept], [label for _, label in kept])


def _pool(written: list[tuple[Sample, float]], symbol: str) -> Glyphs:
    """The glyphs of a sign. Those that are another's mirror image are that other's too: there are few `<`."""
    opposite = {"<": ">", ">": "<", "(": ")", ")": "("}.get(symbol)
    own = [pair for pair in written if pair[0].text == symbol]
    turned = [(_mirrored(sample, symbol), size) for sample, size in written if sample.text == opposite]
    return _sized([*own, *turned])


def _mirrored(sample: Sample, symbol: str) -> Sample:
    return Sample(symbol, tuple(stroke * np.array([-1, 1], np.float32) for stroke in sample.strokes), sample.writer)


def _sized(written: list[tuple[Sample, float]]) -> Glyphs:
    """Glyphs of samples with their longest sides beside digits."""
    share = np.minimum([size / SMALL for _, size in written], 1.0).astype(np.float32)
    return gather([s.strokes for s, _ in written], [LABELS.index(s.text) for s, _ in written], share)


def _signs(sources: Sources, split: str, rng: np.random.Generator) -> Iterator[tuple[Sample, float]]:
    """Signs, each with how long it is beside the digits about it: measured where it stands in a number."""
    for name in sources.numbers:
        for number in data.numbers(name, split):
            tall = max(float(np.ptp(stroke[:, 1])) for stroke in number.strokes)
            for part in data.parts(number):
                if part.text not in DIGITS and tall > 0:
                    yield part, _side(part) / tall
    for name in sources.symbols:
        for sample, label in data.signs(name, split):
            yield sample, _beside_digits(label, sample.text, rng)
    if sources.written:
        for sample in written_signs(*WRITTEN[split]):
            yield sample, _beside_digits(sample.text, sample.text, rng)


def _beside_digits(label: str, symbol: str, rng: np.random.Generator) -> float:
    median, spread = SIZES.get(label, SIZES.get(symbol, (1.0, 0.0)))
    return median * float(np.exp(rng.normal(0, spread)))


def _side(sample: Sample) -> float:
    points: Floats = np.concatenate(sample.strokes)
    return float(np.ptp(points, axis=0).max())
