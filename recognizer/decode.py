"""From the scores of groups to texts: every cover of the strokes by groups, within what a format admits.

A *cover* uses each stroke once; its groups are read in the order of their layout. Its score is a sum: for every
group what the classifier and its form say, for every two neighbours how they lie to each other, for a fraction
how it stands. A text's probability is its share of all covers, in all layouts, that the acceptor admits, and of
*nothing*: that the ink is no such text.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

import numpy as np

from recognizer.alphabet import SLASH, Alphabet
from recognizer.labels import DIGITS
from recognizer.layout import Layout
from recognizer.measures import (
    FORM_MEASURES,
    GROUP_MEASURES,
    KIND_MEASURES,
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
from recognizer.raster import Floats

MOST_STEPS = 20_000  # of a text by a symbol, in one layout: a tangle is unread before it costs more
MOST_HYPOTHESES = 20
BEAM = 8  # texts kept for each set of strokes that is covered
HOPELESS = 8.0  # a text whose odds are e⁸ worse than those of another of the same strokes is not gone on with
UNLIKELY = -5.0  # log odds of being a symbol: several strokes with less are tried no further
LEAST = math.log(5e-3)  # of the likeliest symbol, to be considered: smoothed labels leave every symbol a thousandth

SYMBOL_MEASURES = ("is_symbol",)
NOTHING_MEASURES = ("nothing", "nothing_strokes")
MEASURES = (
    *GROUP_MEASURES,
    *SYMBOL_MEASURES,
    *KIND_MEASURES,
    *PAIR_MEASURES,
    *SPACE_MEASURES,
    *STACK_MEASURES,
    *NOTHING_MEASURES,
)

SPACE = " "
SPELT = {"r": " r "}  # a remainder's r stands between spaces that nobody draws


class Acceptor(Protocol):
    """A finite automaton over the characters of texts: which of them a format admits. It knows no value."""

    @property
    def start(self) -> Any: ...
    @property
    def alphabet(self) -> frozenset[str]: ...  # the symbols that ink of the format consists of; no space
    def step(self, state: Any, character: str) -> Any | None: ...
    def accepts(self, state: Any) -> bool: ...


class Sign(NamedTuple):
    """A group of a layout, and the symbol that it is read as."""

    group: int
    symbol: str


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One text, its probability, and the best cover that says it."""

    text: str
    probability: float
    layout: int
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """What is known of a layout within a format: log scores."""

    symbols: Floats  # (n, k) of each group being each of `alphabet`: form, classifier and all
    pair: Floats  # (n, n), [left, right]
    space: Floats  # (n, n), of a space between the two
    stack: float
    alphabet: tuple[str, ...]
    likely: tuple[bool, ...]  # (n,): whether a group is worth trying


class _Chain(NamedTuple):
    """A text in the making over one set of strokes: the log sum of its covers, and the best of them."""

    total: float
    best: float
    signs: tuple[Sign, ...]
    state: Any
    after_digit: bool


_Texts = dict[str, _Chain]


def score(layout: Layout, log_probabilities: Floats, odds: Mapping[str, float], alphabet: Alphabet) -> Scores:
    """The scores of a layout. `log_probabilities`: (n, k + 1) by the classifier, junk last. `odds`: by measure."""
    clear = alphabet.clear(log_probabilities, layout.bar)
    group = measure_groups(layout) @ _weights(odds, GROUP_MEASURES) + odds["is_symbol"] * clear
    by_kind = measure_forms(layout) @ _weights(odds, KIND_MEASURES).reshape(len(KINDS), len(FORM_MEASURES)).T
    symbols = group[:, None] + alphabet.symbol(log_probabilities) + by_kind[:, alphabet.kinds]
    if (bar := layout.bar) is not None:
        symbols[bar] = group[bar]  # how it stands is measured by the stack
    return Scores(
        symbols=symbols,
        pair=measure_pairs(layout) @ _weights(odds, PAIR_MEASURES),
        space=measure_spaces(layout) @ _weights(odds, SPACE_MEASURES),
        stack=float(measure_stack(layout) @ _weights(odds, STACK_MEASURES)),
        alphabet=alphabet.symbols,
        likely=tuple(
            len(group.strokes) == 1 or odd > UNLIKELY for group, odd in zip(layout.groups, clear.tolist(), strict=True)
        ),
    )


def decode(
    layouts: Sequence[Layout], scores: Sequence[Scores], odds: Mapping[str, float], acceptor: Acceptor
) -> list[Hypothesis]:
    """The texts that the acceptor admits, the most probable first. Probabilities and that of nothing sum to 1."""
    found: dict[str, tuple[int, _Chain]] = {}
    for number, (layout, known) in enumerate(zip(layouts, scores, strict=True)):
        for text, chain in _complete(layout, known, acceptor).items():
            _collect(found, text, number, _lifted(chain, known.stack))
    if not found:
        return []
    nothing = odds["nothing"] + odds["nothing_strokes"] * layouts[0].everything.bit_count()
    evidence = _log_sum([nothing, *(chain.total for _, chain in found.values())])
    hypotheses = [
        Hypothesis(text, math.exp(chain.total - evidence), number, chain.signs)
        for text, (number, chain) in found.items()
    ]
    return sorted(hypotheses, key=lambda hypothesis: (-hypothesis.probability, hypothesis.text))[:MOST_HYPOTHESES]


def _lifted(chain: _Chain, by: float) -> _Chain:
    return chain._replace(total=chain.total + by, best=chain.best + by)


def _collect(found: dict[str, tuple[int, _Chain]], text: str, number: int, chain: _Chain) -> None:
    if text not in found:
        found[text] = (number, chain)
        return
    known_number, known = found[text]
    better = (number, chain) if chain.best > known.best else (known_number, known)
    found[text] = (better[0], better[1]._replace(total=_log_sum([known.total, chain.total])))


def _complete(layout: Layout, scores: Scores, acceptor: Acceptor) -> _Texts:
    """The texts over all strokes. Groups are laid in reading order, so that each cover is met once."""
    masks = [sum(1 << stroke for stroke in group.strokes) for group in layout.groups]
    gone = _gone(masks)
    steps = _Steps(layout, scores, acceptor)
    ends: list[dict[int, _Texts]] = []  # by the last group: by the strokes covered, the texts
    complete: _Texts = {}
    for index, mask in enumerate(masks):
        covers: dict[int, _Texts] = {}
        if not scores.likely[index]:
            ends.append(covers)
            continue
        if not gone[index] & ~mask:
            steps.begin(covers.setdefault(mask, {}), index)
        for before, earlier in enumerate(ends):
            for covered, texts in earlier.items():
                if not covered & mask and not gone[index] & ~(covered | mask):
                    steps.extend(covers.setdefault(covered | mask, {}), texts, before, index)
        if steps.taken > MOST_STEPS:
            return {}
        _admit(complete, covers.pop(layout.everything, {}), acceptor)
        ends = [{covered: texts for covered, texts in end.items() if not gone[index] & ~covered} for end in ends]
        ends.append({covered: _best(texts) for covered, texts in covers.items() if not gone[index] & ~covered})
    return complete


def _gone(masks: Sequence[int]) -> list[int]:
    """For each group, the strokes that no later group holds: they must be covered by now."""
    gone = []
    held = 0
    for mask in reversed(masks):
        gone.append(held)
        held |= mask
    return [held & ~later for later in reversed(gone)]


class _Steps:
    """Lengthening texts by one group, as the acceptor admits it."""

    def __init__(self, layout: Layout, scores: Scores, acceptor: Acceptor) -> None:
        self.taken = 0
        self._acceptor = acceptor
        self._pair = scores.pair.tolist()
        self._space = scores.space.tolist()
        self._row = layout.row
        self._in_line = layout.stack is None
        self._bar = None if layout.bar is None else layout.row[layout.bar]
        self._readings = [
            [(symbol, log) for symbol, log in zip(scores.alphabet, row, strict=True) if log > least]
            for row, least in zip(scores.symbols.tolist(), (scores.symbols.max(axis=1) + LEAST).tolist(), strict=True)
        ]
        if layout.bar is not None:
            self._readings[layout.bar] = [(SLASH, float(scores.symbols[layout.bar, 0]))]

    def begin(self, target: _Texts, index: int) -> None:
        self._append(target, "", _Chain(0.0, 0.0, (), self._acceptor.start, False), index, 0.0)

    def extend(self, target: _Texts, texts: _Texts, before: int, index: int) -> None:
        """A number and the fraction standing after it have a space between them; in a line they may have one."""
        joint = self._pair[before][index]
        same_row = self._row[before] == self._row[index]
        storey = not same_row and self._bar not in (self._row[before], self._row[index])
        for text, chain in texts.items():
            state = self._acceptor.step(chain.state, SPACE) if chain.after_digit and (self._in_line or storey) else None
            if state is not None:
                spaced = chain._replace(state=state)
                self._append(target, text + SPACE, spaced, index, joint + (self._space[before][index] * same_row))
            if same_row or not storey or not chain.after_digit:
                self._append(target, text, chain, index, joint)

    def _append(self, target: _Texts, text: str, chain: _Chain, index: int, joint: float) -> None:
        self.taken += len(self._readings[index])
        for symbol, log in self._readings[index]:
            spelt = SPELT.get(symbol, symbol)
            state = chain.state
            for character in spelt:
                state = self._acceptor.step(state, character)
                if state is None:
                    break
            else:
                signs = (*chain.signs, Sign(index, symbol))
                gain = joint + log
                longer = _Chain(chain.total + gain, chain.best + gain, signs, state, symbol in DIGITS)
                _add(target, text + spelt, longer)


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
