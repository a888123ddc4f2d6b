"""Fitting what the decoder weighs: when strokes join, how digits lie beside each other, when ink is no number.

A conditional log-linear model over all covers of an answer's strokes, and *nothing*: the logarithm of the true
cover's share is climbed by L-BFGS. The truth is the grouping that a person marked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import torch

from recognizer.classifier import Classifier
from recognizer.decode import MEASURES, SYMBOL_MEASURES, measure_symbols
from recognizer.raster import Floats, render
from recognizer.segment import GROUP_MEASURES, PAIR_MEASURES, Layout, lay_out, measure_groups, measure_pairs
from recognizer.training.data import Sample

MOST_COVERS = 600
RIDGE = 1e-5
_MOST_SYMBOLS = 6


@dataclass(frozen=True, slots=True)
class Lattice:
    """All covers of one answer as sums of measures, nothing last; `truth` is the row of the true one."""

    rows: Floats  # (covers + 1, len(MEASURES))
    truth: int
    weight: float


def lattices(
    samples: Iterable[Sample], classifier: Classifier, *, nothing: bool = False, weight: float = 1.0
) -> list[Lattice]:
    """`nothing`: the samples are no numbers, however their strokes be grouped."""
    found = (_lattice(sample, classifier, nothing, weight) for sample in samples)
    return [lattice for lattice in found if lattice is not None]


def fit_odds(examples: Sequence[Lattice]) -> dict[str, float]:
    """The weight of every measure. Deterministic."""
    rows = torch.from_numpy(np.concatenate([example.rows for example in examples])).double()
    sizes = torch.tensor([len(example.rows) for example in examples])
    owner = torch.repeat_interleave(torch.arange(len(examples)), sizes)
    truths = torch.cumsum(sizes, 0) - sizes + torch.tensor([example.truth for example in examples])
    weight = torch.tensor([example.weight for example in examples], dtype=torch.float64)
    odds = torch.zeros(len(MEASURES), dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([odds], max_iter=300, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        scores = rows @ odds  # (all covers,)
        most = torch.full((len(examples),), -torch.inf, dtype=torch.float64)
        most = most.scatter_reduce(0, owner, scores.detach(), "amax")
        sums = torch.zeros(len(examples), dtype=torch.float64)
        evidence = most + sums.index_add(0, owner, torch.exp(scores - most[owner])).log()
        error = (weight * (evidence - scores[truths])).sum() / weight.sum() + RIDGE * (odds**2).sum()
        error.backward()
        return error

    optimizer.step(loss)
    return {name: round(float(value), 4) for name, value in zip(MEASURES, odds.detach(), strict=True)}


def covers(layout: Layout) -> list[tuple[int, ...]]:
    """Every way to use each stroke once, groups from left to right; no more than MOST_COVERS of them."""
    masks = [sum(1 << stroke for stroke in group.strokes) for group in layout.groups]
    everything = layout.everything
    later = [0] * (len(masks) + 1)
    for index in range(len(masks) - 1, -1, -1):
        later[index] = later[index + 1] | masks[index]
    found: list[tuple[int, ...]] = []
    open_ends: list[tuple[int, int, tuple[int, ...]]] = [(0, 0, ())]
    while open_ends and len(found) < MOST_COVERS:
        start, covered, chosen = open_ends.pop()
        if covered == everything:
            found.append(chosen)
            continue
        for index in range(start, len(masks)):
            if everything & ~(covered | later[index]):
                break
            if not covered & masks[index] and len(chosen) < _MOST_SYMBOLS:
                open_ends.append((index + 1, covered | masks[index], (*chosen, index)))
    return found


def _lattice(sample: Sample, classifier: Classifier, nothing: bool, weight: float) -> Lattice | None:
    layout = lay_out(sample.strokes)
    ways = covers(layout)
    truth = len(ways) if nothing else _truth(sample, layout, ways)
    if truth is None or not ways:
        return None
    images = render([[sample.strokes[stroke] for stroke in group.strokes] for group in layout.groups])
    group = np.concatenate([measure_groups(layout), measure_symbols(classifier.log_probabilities(images))], axis=1)
    pair = measure_pairs(layout)
    rows = np.zeros((len(ways) + 1, len(MEASURES)), np.float32)
    split = len(GROUP_MEASURES) + len(SYMBOL_MEASURES)
    for row, way in enumerate(ways):
        chosen = list(way)
        rows[row, :split] = group[chosen].sum(axis=0)
        rows[row, split : split + len(PAIR_MEASURES)] = pair[chosen[:-1], chosen[1:]].sum(axis=0)
    rows[-1, -2:] = 1.0, layout.everything.bit_count()
    return Lattice(rows, truth, weight)


def _truth(sample: Sample, layout: Layout, ways: Sequence[tuple[int, ...]]) -> int | None:
    """The row of the marked grouping; None where the candidates do not hold it."""
    marked = {tuple(sorted(group)) for group in sample.groups or (range(len(sample.strokes)),)}
    for row, way in enumerate(ways):
        if {layout.groups[index].strokes for index in way} == marked:
            return row
    return None
