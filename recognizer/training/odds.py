"""Fitting what the decoder weighs: when strokes join, how symbols lie beside each other, when ink is no answer.

A conditional log-linear model over all covers of an answer's strokes in all its layouts, over what each of their
groups may say, and *nothing*: the logarithm of the true reading's share is climbed by L-BFGS. The truth is the
grouping that a person marked, or that strings.py put together.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional

from recognizer.alphabet import SLASH, Alphabet
from recognizer.classifier import Classifier
from recognizer.decode import MEASURES
from recognizer.labels import SYMBOLS
from recognizer.layout import Layout, lay_out
from recognizer.measures import (
    FORM_MEASURES,
    GROUP_MEASURES,
    KIND_OF_SYMBOL,
    KINDS,
    PAIR_MEASURES,
    SPACE_MEASURES,
    STACK_MEASURES,
    measure_forms,
    measure_groups,
    measure_pairs,
    measure_spaces,
    measure_stack,
)
from recognizer.raster import Floats, render
from recognizer.training.data import Sample

MOST_COVERS = 600  # of a layout
MOST_SYMBOLS = 24
RIDGE = 3e-5
IMPOSSIBLE = -40.0


@dataclass(frozen=True, slots=True)
class Lattice:
    """All covers of one answer, nothing last; `truth` is the row of the true one, `said` what its groups say."""

    groups: Floats  # (g, 6)
    forms: Floats  # (g, 7)
    is_symbol: Floats  # (g,)
    symbols: Floats  # (g, SYMBOLS) log probabilities, IMPOSSIBLE outside the format
    bars: npt.NDArray[np.bool_]  # (g,): which are fractions' bars
    members: list[tuple[int, int]]  # cover, group
    said: list[tuple[int, int]]  # group, symbol: of the true cover
    joints: list[int]  # the cover of each pair
    pairs: Floats  # (p, 11)
    spaces: Floats  # (p, 5)
    spaced: list[int]  # of each pair: 1 where the truth has a space, 0 where it has none, -1 where none may be
    stacks: Floats  # (covers, 6)
    strokes: int
    truth: int
    weight: float


def lattices(
    samples: Iterable[Sample],
    classifier: Classifier,
    symbols: frozenset[str],
    *,
    nothing: bool = False,
    weight: float = 1.0,
) -> list[Lattice]:
    """Of answers in the `symbols` of their format. `nothing`: they are no answers, however they be grouped."""
    alphabet = Alphabet(symbols)
    found = (_lattice(sample, classifier, alphabet, nothing, weight) for sample in samples)
    return [lattice for lattice in found if lattice is not None]


def fit_odds(examples: Sequence[Lattice]) -> dict[str, float]:
    """The weight of every measure. Deterministic."""
    model = _Model(examples)
    odds = torch.zeros(len(MEASURES), dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([odds], max_iter=600, history_size=30, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        optimizer.zero_grad()
        error = model.loss(odds) + RIDGE * (odds**2).sum()
        error.backward()
        return error

    optimizer.step(loss)
    return {name: round(float(value), 4) for name, value in zip(MEASURES, odds.detach(), strict=True)}


class _Model:
    """All lattices in one row of arrays, so that a step of the fit is a few sums."""

    def __init__(self, examples: Sequence[Lattice]) -> None:
        group_starts = np.cumsum([0, *(len(example.groups) for example in examples)])
        cover_starts = np.cumsum([0, *(len(example.stacks) + 1 for example in examples)])  # nothing is one more
        self.groups = _rows([example.groups for example in examples])
        self.forms = _rows([example.forms for example in examples])
        self.is_symbol = _rows([example.is_symbol for example in examples])
        self.symbols = _rows([example.symbols for example in examples])
        self.bars = torch.from_numpy(np.concatenate([example.bars for example in examples]))
        self.member_cover, self.member_group = _pairs(
            [[(c + cover, g + group) for c, g in example.members]
             for example, cover, group in zip(examples, cover_starts, group_starts, strict=False)]
        )  # fmt: skip
        self.said_group, self.said_symbol = _pairs(
            [[(g + group, s) for g, s in example.said]
             for example, group in zip(examples, group_starts, strict=False)]
        )  # fmt: skip
        self.said_owner = torch.repeat_interleave(
            torch.arange(len(examples)), torch.tensor([len(example.said) for example in examples])
        )
        self.joint_cover = torch.tensor(
            [joint + start for example, start in zip(examples, cover_starts, strict=False) for joint in example.joints],
            dtype=torch.long,
        )
        self.pairs = _rows([example.pairs for example in examples])
        self.spaces = _rows([example.spaces for example in examples])
        self.spaced = torch.tensor([flag for example in examples for flag in example.spaced], dtype=torch.long)
        nothing = np.zeros((1, len(STACK_MEASURES)), np.float32)
        self.stacks = _rows([np.concatenate([example.stacks, nothing]) for example in examples])
        self.nothing = torch.tensor([start - 1 for start in cover_starts[1:]])
        self.strokes = torch.tensor([example.strokes for example in examples], dtype=torch.float64)
        self.truth = torch.tensor(
            [start + example.truth for example, start in zip(examples, cover_starts, strict=False)]
        )
        self.owner = torch.repeat_interleave(torch.arange(len(examples)), torch.tensor(np.diff(cover_starts)))
        self.weight = torch.tensor([example.weight for example in examples], dtype=torch.float64)
        self.kinds = torch.tensor(KIND_OF_SYMBOL)

    def loss(self, odds: Tensor) -> Tensor:
        """The mean of −log of the true reading's share."""
        parts = torch.split(odds, [len(GROUP_MEASURES), 1, len(KINDS) * len(FORM_MEASURES), len(PAIR_MEASURES),
                                   len(SPACE_MEASURES), len(STACK_MEASURES), 2])  # fmt: skip
        group, symbol, kind, pair, space, stack, nothing = parts
        base = self.groups @ group + self.is_symbol * symbol
        by_kind = self.forms @ kind.view(len(KINDS), len(FORM_MEASURES)).T  # (g, kinds)
        said = self.symbols + by_kind[:, self.kinds]  # (g, symbols)
        anything = base + torch.where(self.bars, 0.0, torch.logsumexp(said, dim=1))
        joints = self.pairs @ pair
        spaces = self.spaces @ space
        either = joints + torch.where(self.spaced >= 0, functional.softplus(spaces), torch.zeros_like(spaces))
        scores = self.stacks @ stack
        scores = scores.index_add(0, self.member_cover, anything[self.member_group])
        scores = scores.index_add(0, self.joint_cover, either)
        scores = scores.index_put((self.nothing,), nothing[0] + nothing[1] * self.strokes)
        most = torch.full((len(self.weight),), -torch.inf, dtype=torch.float64)
        most = most.scatter_reduce(0, self.owner, scores.detach(), "amax")
        sums = torch.zeros(len(self.weight), dtype=torch.float64)
        evidence = most + sums.index_add(0, self.owner, torch.exp(scores - most[self.owner])).log()
        true = scores[self.truth] + self._told(base, said, anything, spaces, either, joints)
        return (self.weight * (evidence - true)).sum() / self.weight.sum()

    def _told(
        self, base: Tensor, said: Tensor, anything: Tensor, spaces: Tensor, either: Tensor, joints: Tensor
    ) -> Tensor:
        """How much less the true cover has when its groups say what is true, and its spaces are where they are."""
        groups, symbols = self.said_group, self.said_symbol
        exactly = base[groups] + torch.where(self.bars[groups], 0.0, said[groups, symbols])
        less = torch.zeros(len(self.weight), dtype=torch.float64)
        less = less.index_add(0, self.said_owner, exactly - anything[groups])
        true_cover = self.joint_cover == self.truth[self.owner[self.joint_cover]]
        exact_joint = joints + torch.where(self.spaced == 1, spaces, torch.zeros_like(spaces))
        gap = torch.where(true_cover, exact_joint - either, torch.zeros_like(either))
        return less.index_add(0, self.owner[self.joint_cover], gap)


def _rows(parts: Sequence[Floats]) -> Tensor:
    return torch.from_numpy(np.concatenate(parts)).double()


def _pairs(parts: Sequence[list[tuple[int, int]]]) -> tuple[Tensor, Tensor]:
    flat = torch.tensor([pair for part in parts for pair in part], dtype=torch.long).reshape(-1, 2)
    return flat[:, 0], flat[:, 1]


def covers(layout: Layout) -> list[tuple[int, ...]]:
    """Every way to use each stroke once, groups in reading order; no more than MOST_COVERS of them."""
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
            if not covered & masks[index] and len(chosen) < MOST_SYMBOLS:
                open_ends.append((index + 1, covered | masks[index], (*chosen, index)))
    return found


def _lattice(
    sample: Sample, classifier: Classifier, alphabet: Alphabet, nothing: bool, weight: float
) -> Lattice | None:
    layouts = [layout for layout in lay_out(sample.strokes) if layout.stack is None or SLASH in alphabet.symbols]
    ways = [(number, way) for number, layout in enumerate(layouts) for way in covers(layout)]
    truth = len(ways) if nothing else _truth(sample, layouts, ways)
    if truth is None or not ways:
        return None
    starts = np.cumsum([0, *(len(layout.groups) for layout in layouts)]).tolist()
    logs = [
        classifier.log_probabilities(
            render([[sample.strokes[stroke] for stroke in group.strokes] for group in layout.groups], layout.sizes)
        )
        for layout in layouts
    ]
    log = np.concatenate(logs)
    symbols = np.full((len(log), len(SYMBOLS)), IMPOSSIBLE, np.float32)
    symbols[:, alphabet.admitted] = np.maximum(alphabet.symbol(log), IMPOSSIBLE)
    pairs, spaces = zip(*((measure_pairs(layout), measure_spaces(layout)) for layout in layouts), strict=True)
    joints = [(row, number, left, right) for row, (number, way) in enumerate(ways) for left, right in pairwise(way)]
    return Lattice(
        groups=np.concatenate([measure_groups(layout) for layout in layouts]),
        forms=np.concatenate([measure_forms(layout) for layout in layouts]),
        is_symbol=np.concatenate(
            [alphabet.clear(part, layout.bar) for part, layout in zip(logs, layouts, strict=True)], dtype=np.float32
        ),
        symbols=symbols,
        bars=np.concatenate([np.arange(len(layout.groups)) == layout.bar for layout in layouts]),
        members=[(row, starts[number] + at) for row, (number, way) in enumerate(ways) for at in way],
        said=[] if nothing else _said(sample, layouts, ways[truth], starts),
        joints=[row for row, *_ in joints],
        pairs=np.array([pairs[n][a, b] for _, n, a, b in joints], np.float32).reshape(-1, len(PAIR_MEASURES)),
        spaces=np.array([spaces[n][a, b] for _, n, a, b in joints], np.float32).reshape(-1, len(SPACE_MEASURES)),
        spaced=_spaced(sample, layouts, ways, joints, truth, SLASH in alphabet.symbols),
        stacks=np.array([measure_stack(layouts[number]) for number, _ in ways], np.float32),
        strokes=layouts[0].everything.bit_count(),
        truth=truth,
        weight=weight,
    )


def _truth(sample: Sample, layouts: Sequence[Layout], ways: Sequence[tuple[int, tuple[int, ...]]]) -> int | None:
    """The row of the marked grouping, on its bar if it has one; None where the candidates do not hold it."""
    marked = _marked(sample)
    fits = [
        row
        for row, (number, way) in enumerate(ways)
        if {layouts[number].groups[index].strokes for index in way} == set(marked)
        and _bar_fits(layouts[number], marked)
    ]
    stacked = [row for row in fits if layouts[ways[row][0]].stack is not None]
    return next(iter([*stacked, *fits]), None)


def _bar_fits(layout: Layout, marked: dict[tuple[int, ...], str]) -> bool:
    return layout.bar is None or marked.get(layout.groups[layout.bar].strokes) == SLASH


def _marked(sample: Sample) -> dict[tuple[int, ...], str]:
    groups = sample.groups or (tuple(range(len(sample.strokes))),)
    symbols = sample.symbols or (sample.text,)
    return {tuple(sorted(group)): symbol for group, symbol in zip(groups, symbols, strict=True)}


def _said(
    sample: Sample, layouts: Sequence[Layout], way: tuple[int, tuple[int, ...]], starts: Sequence[int]
) -> list[tuple[int, int]]:
    marked = _marked(sample)
    number, chosen = way
    return [(starts[number] + at, SYMBOLS.index(marked[layouts[number].groups[at].strokes])) for at in chosen]


def _spaced(
    sample: Sample,
    layouts: Sequence[Layout],
    ways: Sequence[tuple[int, tuple[int, ...]]],
    joints: Sequence[tuple[int, int, int, int]],
    truth: int,
    spacious: bool,
) -> list[int]:
    """Spaces are drawn only in a line: in a fraction on its bar they follow from the rows."""
    place = sample.text.find(" ") if " r " not in sample.text else -1
    flags, before = [], 0
    for row, number, _, _ in joints:
        possible = spacious and layouts[number].stack is None
        before = before + 1 if row == truth else 0  # the symbols of the true cover up to this joint
        flags.append((1 if row == truth and before == place else 0) if possible else -1)
    return flags
