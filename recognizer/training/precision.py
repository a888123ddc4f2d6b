"""In which precision the weights are shipped: each is measured on writers whom the net never saw, and one is chosen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any, Literal

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from recognizer.classifier import Classifier
from recognizer.labels import DIGITS, JUNK, LABELS
from recognizer.raster import RADIUS, Floats
from recognizer.training.export import half, single
from recognizer.training.glyphs import Glyphs, images
from recognizer.training.quantise import int8
from recognizer.training.timing import summed_up, timed

Precision = Literal["float32", "half", "int8"]

HARDLY = 0.05  # more: of some 70 misread digits of valid three; from one late epoch to the next as many come and go
CALIBRATED_ON = 1_024  # glyphs
AT_ONCE = 1_024  # glyphs rendered
TIMED = 12  # glyphs in a call: the candidate groups of a number of three or four digits
ROUNDS = 150


@dataclass(frozen=True, slots=True)
class Count:
    """Glyphs by what they are. `junk` is what is no symbol."""

    digits: int
    signs: int
    junk: int

    def hardly_more_than(self, other: "Count") -> bool:
        """Of any kind."""
        pairs = ((self.digits, other.digits), (self.signs, other.signs), (self.junk, other.junk))
        return all(mine <= (1 + HARDLY) * theirs for mine, theirs in pairs)


@dataclass(frozen=True, slots=True)
class Export:
    """The weights in one precision, beside PyTorch's own. Of `misread` junk is taken for a symbol."""

    precision: Precision
    misread: Count
    mean_difference: float  # of log probabilities, over all glyphs and classes
    largest_difference: float
    size: int  # bytes
    milliseconds: float  # a glyph, on one core

    def __str__(self) -> str:
        return (
            f"{self.precision}: misread {self.misread.digits} digits and {self.misread.signs} signs, "
            f"{self.misread.junk} others taken for symbols; log p differ by {self.mean_difference:.4f}, "
            f"at most {self.largest_difference:.3f}; {self.size:,} bytes, {self.milliseconds:.3f} ms a glyph"
        )


def ship(net: nn.Module, weights: Path, learnt: Glyphs, valid: Glyphs, say: Callable[[str], None]) -> dict[str, Any]:
    """Writes `net` to `weights` in the precision that is chosen; gives what the card tells of all of them.

    `learnt`: glyphs of train, for the ranges of int8; `valid`: those that decide.
    """
    models = exported(net, learnt)
    exports = measured(net, models, valid)
    kept = chosen(exports)
    for export in exports:
        say(f"  {export}{', shipped' if export is kept else ''}")
    weights.write_bytes(models[kept.precision])
    return {
        "precision": kept.precision,
        "exports": [asdict(export) for export in exports],
        "exports_compared_on": asdict(_counted(valid.label, np.ones(len(valid), bool))),
    }


def chosen(exports: Sequence[Export]) -> Export:
    """Int8 where it loses nothing that matters: hardly more misread of any kind than in half precision, smaller, and as
    fast. Else half precision, which computes as float32 does.
    """
    by_name = {export.precision: export for export in exports}
    plain, whole = by_name["half"], by_name["int8"]
    gains = whole.size < plain.size and whole.milliseconds <= plain.milliseconds
    return whole if gains and whole.misread.hardly_more_than(plain.misread) else plain


def exported(net: nn.Module, learnt: Glyphs) -> dict[Precision, bytes]:
    rows = np.linspace(0, len(learnt) - 1, min(len(learnt), CALIBRATED_ON)).astype(np.intp)
    model = single(net)
    return {"float32": model, "half": half(model), "int8": int8(model, images(learnt.take(rows), RADIUS))}


def measured(net: nn.Module, models: Mapping[Precision, bytes], valid: Glyphs) -> list[Export]:
    """Each model on the glyphs of `valid`, as the site would read them."""
    net.eval()
    nets = {precision: Classifier(model, temperature=1.0) for precision, model in models.items()}
    said: dict[Precision, list[Floats]] = {precision: [] for precision in models}
    expected = []
    for rows in np.array_split(np.arange(len(valid)), -(-len(valid) // AT_ONCE)):
        drawn = images(valid.take(rows), RADIUS)
        expected.append(_by_torch(net, drawn))
        for precision, classifier in nets.items():
            said[precision].append(classifier.log_probabilities(drawn))
    spent = _milliseconds(nets, images(valid.take(np.arange(TIMED) * len(valid) // TIMED), RADIUS))
    truth = np.concatenate(expected)
    return [_export(precision, np.concatenate(said[precision]), truth, valid.label, len(model), spent[precision])
            for precision, model in models.items()]  # fmt: skip


def _export(precision: Precision, log: Floats, expected: Floats, label: np.ndarray, size: int, spent: float) -> Export:
    difference = np.abs(log - expected)
    return Export(
        precision,
        _counted(label, _misread(log, label)),
        round(float(difference.mean()), 5),
        round(float(difference.max()), 4),
        size,
        round(spent, 4),
    )


def _by_torch(net: nn.Module, drawn: Floats) -> Floats:
    with torch.inference_mode():
        log: Floats = functional.log_softmax(net(torch.from_numpy(drawn)), dim=1).numpy()
    return log


def _misread(log: Floats, label: np.ndarray) -> np.ndarray:
    """(n,) bool: a digit that is another among digits, a sign another among symbols, junk a symbol."""
    among = np.where(label < len(DIGITS), log[:, : len(DIGITS)].argmax(axis=1), log[:, :-1].argmax(axis=1))
    misread: np.ndarray = np.where(label == LABELS.index(JUNK), log.argmax(axis=1), among) != label
    return misread


def _counted(label: np.ndarray, which: np.ndarray) -> Count:
    digit, junk = label < len(DIGITS), label == LABELS.index(JUNK)
    return Count(*(int((which & kind).sum()) for kind in (digit, ~digit & ~junk, junk)))


def _milliseconds(nets: Mapping[Precision, Classifier], drawn: Floats) -> dict[Precision, float]:
    """A glyph's, the median. The nets take turns, so that other work on the machine slows all of them alike."""
    spent: dict[Precision, list[float]] = {precision: [] for precision in nets}
    for _ in range(ROUNDS):
        for precision, classifier in nets.items():
            spent[precision].append(timed([partial(classifier.log_probabilities, drawn)]).mean)
    return {precision: summed_up(each).median / len(drawn) for precision, each in spent.items()}
