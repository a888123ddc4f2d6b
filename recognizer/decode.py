"""From the scores of groups to texts: every cover of the strokes by groups, within what a format admits.

A *cover* uses each stroke once; its groups are read from left to right. Its score is a sum: for every group
what the classifier and its shape say, for every two neighbours how they lie to each other. A text's
probability is its share of all covers that the acceptor admits, and of *nothing*: that the ink is no such text.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

import numpy as np

from recognizer.raster import Floats
from recognizer.segment import GROUP_MEASURES, PAIR_MEASURES, Layout, measure_groups, measure_pairs

MOST_EXTENSIONS = 2_500  # of a set of strokes by a group; real answers take a tenth, and a tangle is unread
BEAM = 8  # texts kept for each set of strokes that is covered
HOPELESS = 8.0  # a text whose odds are e⁸ worse than those of another of the same strokes is not gone on with
LEAST = math.log(2e-3)  # of a symbol, to be considered: smoothed labels leave every symbol a thousandth
CLEAREST = 8.0  # odds beyond e⁸ that a group is one symbol count no further

NOTHING_MEASURES = ("nothing", "nothing_strokes")
SYMBOL_MEASURES = ("is_symbol",)
MEASURES = (*GROUP_MEASURES, *SYMBOL_MEASURES, *PAIR_MEASURES, *NOTHING_MEASURES)


class Acceptor(Protocol):
    """A finite automaton over symbols: which texts a format admits. It knows no value."""

    @property
    def start(self) -> Any: ...
    def step(self, state: Any, symbol: str) -> Any | None: ...
    def accepts(self, state: Any) -> bool: ...


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One text, its probability, and the best cover that says it: for each symbol the index of its group."""

    text: str
    probability: float
    groups: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """What is known of a layout's groups before a format is: log scores."""

    group: Floats  # (n,)
    pair: Floats  # (n, n), [left, right]
    symbols: Floats  # (n, k) log probabilities of the symbols, junk set aside
    nothing: float


class _Chain(NamedTuple):
    """A text in the making over one set of strokes: the log sum of its covers, and the best of them."""

    total: float
    best: float
    groups: tuple[int, ...]
    state: Any


_Texts = dict[str, _Chain]


def score(layout: Layout, log_probabilities: Floats, odds: Mapping[str, float]) -> Scores:
    """The scores of a layout. `log_probabilities`: (n, k + 1) by the classifier, junk last. `odds`: by measure."""
    return Scores(
        group=measure_groups(layout) @ _weights(odds, GROUP_MEASURES)
        + measure_symbols(log_probabilities) @ _weights(odds, SYMBOL_MEASURES),
        pair=measure_pairs(layout) @ _weights(odds, PAIR_MEASURES),
        symbols=log_probabilities[:, :-1] - _log_symbol(log_probabilities)[:, None],
        nothing=odds["nothing"] + odds["nothing_strokes"] * layout.everything.bit_count(),
    )


def measure_symbols(log_probabilities: Floats) -> Floats:
    """(n, 1): the log odds that a group is one symbol."""
    clear = _log_symbol(log_probabilities) - log_probabilities[:, -1]
    bounded: Floats = np.clip(clear, -CLEAREST, CLEAREST).astype(np.float32)[:, None]
    return bounded


def _log_symbol(log_probabilities: Floats) -> Floats:
    """(n,): log P(one symbol)."""
    log: Floats = np.log1p(-np.exp(np.minimum(log_probabilities[:, -1], -1e-6)))
    return log


def decode(layout: Layout, scores: Scores, symbols: Sequence[str], acceptor: Acceptor) -> list[Hypothesis]:
    """The texts that the acceptor admits, the most probable first. Probabilities and that of nothing sum to 1."""
    chains = _complete(layout, scores, symbols, acceptor)
    if not chains:
        return []
    evidence = _log_sum([scores.nothing, *(chain.total for chain in chains.values())])
    found = [Hypothesis(text, math.exp(chain.total - evidence), chain.groups) for text, chain in chains.items()]
    return sorted(found, key=lambda hypothesis: (-hypothesis.probability, hypothesis.text))


def _complete(layout: Layout, scores: Scores, symbols: Sequence[str], acceptor: Acceptor) -> _Texts:
    """The texts over all strokes. Groups are laid from left to right, so that each cover is met once."""
    masks = [sum(1 << stroke for stroke in group.strokes) for group in layout.groups]
    gone = _gone(masks)
    readings = _readings(scores, symbols)
    pair = scores.pair.tolist()
    ends: list[dict[int, _Texts]] = []  # by the last group: by the strokes covered, the texts
    complete: _Texts = {}
    extensions = 0
    for index, mask in enumerate(masks):
        covers: dict[int, _Texts] = {}
        if not gone[index] & ~mask:
            begun = {"": _Chain(0.0, 0.0, (), acceptor.start)}
            _extend(covers.setdefault(mask, {}), begun, index, 0.0, readings, acceptor)
        for before, earlier in enumerate(ends):
            for covered, texts in earlier.items():
                if not covered & mask and not gone[index] & ~(covered | mask):
                    target = covers.setdefault(covered | mask, {})
                    _extend(target, texts, index, pair[before][index], readings, acceptor)
                    extensions += 1
        if extensions > MOST_EXTENSIONS:
            return {}
        _admit(complete, covers.pop(layout.everything, {}), acceptor)
        ends.append({covered: _best(texts) for covered, texts in covers.items()})
    return complete


def _gone(masks: Sequence[int]) -> list[int]:
    """For each group, the strokes that no later group holds: they must be covered by now."""
    gone = []
    held = 0
    for mask in reversed(masks):
        gone.append(held)
        held |= mask
    return [held & ~later for later in reversed(gone)]


def _readings(scores: Scores, symbols: Sequence[str]) -> list[list[tuple[str, float]]]:
    """For each group the symbols it may be, with the group's whole score."""
    return [
        [(symbols[at], log + whole) for at, log in enumerate(row) if log > LEAST]
        for row, whole in zip(scores.symbols.tolist(), scores.group.tolist(), strict=True)
    ]


def _extend(
    target: _Texts,
    texts: _Texts,
    index: int,
    joint: float,
    readings: Sequence[Sequence[tuple[str, float]]],
    acceptor: Acceptor,
) -> None:
    for text, chain in texts.items():
        for symbol, log in readings[index]:
            state = acceptor.step(chain.state, symbol)
            if state is not None:
                longer = _Chain(chain.total + joint + log, chain.best + joint + log, (*chain.groups, index), state)
                _add(target, text + symbol, longer)


def _admit(complete: _Texts, texts: _Texts, acceptor: Acceptor) -> None:
    for text, chain in texts.items():
        if acceptor.accepts(chain.state):
            _add(complete, text, chain)


def _add(texts: _Texts, text: str, chain: _Chain) -> None:
    known = texts.get(text)
    if known is None:
        texts[text] = chain
        return
    better = chain if chain.best > known.best else known
    texts[text] = better._replace(total=_log_sum([known.total, chain.total]))


def _best(texts: _Texts) -> _Texts:
    least = max((chain.total for chain in texts.values()), default=0.0) - HOPELESS
    hopeful = [item for item in texts.items() if item[1].total >= least]
    return dict(sorted(hopeful, key=lambda item: -item[1].total)[:BEAM])


def _weights(odds: Mapping[str, float], names: Sequence[str]) -> Floats:
    return np.array([odds[name] for name in names], dtype=np.float32)


def _log_sum(logs: Sequence[float]) -> float:
    most = max(logs)
    return most + math.log(sum(math.exp(log - most) for log in logs))
