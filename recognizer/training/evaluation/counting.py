"""From outcomes to figures."""

import statistics
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from recognizer.labels import DIGITS
from recognizer.training.evaluation.figures import Curves, Latency, Mirrored, Writers
from recognizer.training.evaluation.reading import Outcome, Read
from recognizer.training.measure import Verdict

REFUSED = tuple(step / 100 for step in (0, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 12, 15, 20))
LEAST_OF_A_WRITER = 20  # answers: of fewer, one misread is a great share


def parted(reads: Iterable[Read], key: Callable[[Read], str]) -> dict[str, list[Read]]:
    """By the key, the keys in order."""
    parts: dict[str, list[Read]] = defaultdict(list)
    for read in reads:
        parts[key(read)].append(read)
    return dict(sorted(parts.items()))


def by_writer(name: str, reads: Sequence[Read]) -> Writers:
    hands = {
        writer: (len(mine), sum(not read.outcome.right for read in mine))
        for writer, mine in parted(reads, lambda read: read.answer.writer).items()
    }
    compared = {writer: counts for writer, counts in hands.items() if counts[0] >= LEAST_OF_A_WRITER}
    worst = max(compared, key=lambda writer: compared[writer][1] / compared[writer][0])
    errors = [100 * wrong / answers for answers, wrong in compared.values()]
    return Writers(
        set=name,
        writers=len(hands),
        faultless=sum(wrong == 0 for _, wrong in hands.values()),
        least=LEAST_OF_A_WRITER,
        compared=len(compared),
        worst=worst,
        worst_answers=compared[worst][0],
        worst_wrong=compared[worst][1],
        spread=tuple(round(float(error), 2) for error in np.quantile(errors, np.linspace(0, 1, 21))),
    )


def curves(name: str, verdicts: Sequence[Verdict]) -> Curves:
    return Curves(name, tuple(rejecting(verdicts)), tuple(calibration(verdicts)))


def rejecting(verdicts: Sequence[Verdict]) -> list[tuple[float, float]]:
    """For each share of REFUSED: that share, and the share wrong when so many, the least certain, are set aside."""
    surest = sorted(verdicts, key=lambda verdict: -verdict.confidence)
    curve = []
    for share in REFUSED:
        kept = surest[: len(surest) - round(share * len(surest))]
        curve.append((share, round(sum(not verdict.right for verdict in kept) / max(1, len(kept)), 5)))
    return curve


def calibration(verdicts: Sequence[Verdict], bins: int = 10) -> list[tuple[float, float, int]]:
    """For each tenth of confidence: mean confidence, share right, answers. Empty tenths are left out."""
    rows = []
    for number in range(bins):
        inside = [v for v in verdicts if number == min(bins - 1, int(v.confidence * bins))]
        if inside:
            mean = statistics.fmean(verdict.confidence for verdict in inside)
            right = sum(verdict.right for verdict in inside) / len(inside)
            rows.append((round(mean, 4), round(right, 4), len(inside)))
    return rows


def confusion(verdicts: Iterable[Verdict], ask: float) -> tuple[tuple[int, ...], ...]:
    """(10, 11): rows are the digits written, columns the digits read, and in the last whatever is unread."""
    counts = [[0] * (len(DIGITS) + 1) for _ in DIGITS]
    for verdict in verdicts:
        known = verdict.confidence >= ask and verdict.text in DIGITS
        counts[DIGITS.index(verdict.truth or "")][DIGITS.index(verdict.text) if known else -1] += 1
    return tuple(map(tuple, counts))


def mirror(before: Sequence[Outcome], after: Sequence[Outcome], *, sure: float, ask: float) -> Mirrored:
    """`before`: the digits as written; `after`: the same in the mirror."""
    credited = [outcome for outcome in after if outcome.right and outcome.confidence >= ask]
    return Mirrored(
        answers=len(after),
        credited=len(credited),
        noticed=sum(outcome.mirrored for outcome in credited),
        taken_for_another=sum(not outcome.right and outcome.confidence >= sure for outcome in after),
        written=len(before),
        suspected=sum(outcome.mirrored and outcome.confidence >= ask for outcome in before),
    )


def latency(answer: str, format: str, outcomes: Sequence[Outcome]) -> Latency:
    spent = [outcome.milliseconds for outcome in outcomes]
    median, p95 = (round(float(np.percentile(spent, percent)), 2) for percent in (50, 95))
    return Latency(answer, format, len(outcomes), median, p95)
