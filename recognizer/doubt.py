"""What a text passes over: a point that the format does not admit, a space that one hand leaves and another not, or a
line that strikes a digit out.

A child's 3.5 where a whole number is asked for holds a 3 and a 5, and the net sees a serif in the point. `2 3/4`
written in a line is 23/4 to whoever writes closer. Such texts lose half of their probability: they are asked about.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from recognizer.decode import SPACE, Hypothesis
from recognizer.labels import LABELS
from recognizer.layout import Layout
from recognizer.raster import Floats

LEFT = 0.5  # of the probability
POINT = 0.5  # of the probability that a stroke by itself is a point
LIKELY = 0.07  # of a text's probability, for the same signs spaced otherwise: not a twentieth where nobody left a space
WITH_POINTS = frozenset(".:÷")
UNBARRED = frozenset("01235689<>")


def doubted(
    found: Sequence[Hypothesis], layouts: Sequence[Layout], points: int, lines: frozenset[int] = frozenset()
) -> list[Hypothesis]:
    """The hypotheses, the most probable first, less probable where they pass over something.

    `points`: the strokes that look like a point by themselves, a bit each. `lines`: those that go through others.
    """
    meant = [points | layout.dots for layout in layouts]
    probability = {hypothesis.text: hypothesis.probability for hypothesis in found}
    doubtful = [
        replace(hypothesis, probability=hypothesis.probability * LEFT)
        if _passes_over_a_point(hypothesis, layouts[hypothesis.layout], meant[hypothesis.layout])
        or _may_be_spaced(hypothesis, probability)
        or _is_struck(hypothesis, layouts[hypothesis.layout], lines)
        else hypothesis
        for hypothesis in found
    ]
    return sorted(doubtful, key=lambda hypothesis: -hypothesis.probability)


def points(layout: Layout, log_probabilities: Floats) -> int:
    """The strokes that look like a point by themselves, a bit each. `log_probabilities`: (groups, classes)."""
    like = np.exp(log_probabilities[:, LABELS.index(".")]) >= POINT
    single = (group.strokes for group, so in zip(layout.groups, like, strict=True) if so and len(group.strokes) == 1)
    return sum(1 << stroke for (stroke,) in single)


def _passes_over_a_point(hypothesis: Hypothesis, layout: Layout, meant: int) -> bool:
    """Whether any of the strokes that may be points, a bit each, is read as something else."""
    for sign in hypothesis.signs:
        if sign.symbol in WITH_POINTS:
            meant &= ~sum(1 << stroke for stroke in layout.groups[sign.group].strokes)
    return meant != 0


def _is_struck(hypothesis: Hypothesis, layout: Layout, lines: frozenset[int]) -> bool:
    """Whether a line through ink was taken for a part of some digit: only a 7 has one that sticks out on both sides."""
    return any(
        sign.symbol in UNBARRED and lines.intersection(layout.groups[sign.group].strokes) for sign in hypothesis.signs
    )


def _may_be_spaced(hypothesis: Hypothesis, probability: dict[str, float]) -> bool:
    signs = hypothesis.text.replace(SPACE, "")
    return any(
        text != hypothesis.text and text.replace(SPACE, "") == signs and other >= LIKELY * hypothesis.probability
        for text, other in probability.items()
    )
