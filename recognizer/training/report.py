"""docs/reader.md, from the figures and the prose of report.md beside this module."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recognizer.training.tune import RIGHT_BUT_ASKED, RIGHT_BUT_UNREAD

PROSE = Path(__file__).with_name("report.md")
SLOWEST_MS = 8.0
LARGEST_KB = 1000
_TALLIED = ("wrong", "wrong_and_sure", "right_but_asked", "right_but_unread")


@dataclass(frozen=True, slots=True)
class Target:
    measure: str
    part: str
    set: str
    count: str
    percent: float  # at most
    elsewhere: str = ""


TARGETS = (
    Target("pendigits test, 14 unseen writers, error", "digits", "pendigits test", "wrong", 0.5, "nets: 0.5–1.5 %"),
    Target("the same, every stroke reversed", "digits", "pendigits test, every stroke reversed", "wrong", 1.0),
    Target("touchrecorder digits (phone), error", "digits", "touchrecorder", "wrong", 0.4),
    Target("CROHME test digits, error", "digits", "CROHME test", "wrong", 0.8),
    Target("CROHME test integers, not exact", "numbers", "CROHME test integers", "wrong", 5.0, "scans: 3–16 %"),
    Target("right single digits asked about", "digits", "pendigits test", "right_but_asked", 3.0),
    Target("single digits wrong and sure", "digits", "pendigits test", "wrong_and_sure", 0.2),
    Target("letters taken for a sure number", "refused", "CROHME test letters, no digit alike", "sure", 2.0),
    Target("scribbles taken for a sure number", "refused", "scribbles", "sure", 2.0),
)


@dataclass(frozen=True, slots=True)
class Share:
    count: int
    of: int

    @property
    def percent(self) -> float:
        return 100 * self.count / self.of

    def __str__(self) -> str:
        low, high = self.interval()
        return f"{self.percent:.2f} % ({100 * low:.2f}–{100 * high:.2f})"

    def interval(self) -> tuple[float, float]:
        """95 %, by Wilson."""
        z, share = 1.96, self.count / self.of
        middle = share + z * z / (2 * self.of)
        reach = z * math.sqrt(share * (1 - share) / self.of + z * z / (4 * self.of * self.of))
        whole = 1 + z * z / self.of
        return max(0.0, (middle - reach) / whole), min(1.0, (middle + reach) / whole)


def report(facts: Mapping[str, Any], figures: Mapping[str, Any]) -> str:
    """The page. `facts`: the card; `figures`: counts, as evaluate has them."""
    numbers = figures["numbers"]
    return PROSE.read_text(encoding="utf-8").format(
        **{key: facts[key] for key in ("version", "date", "parameters", "size")},
        **{key: facts["thresholds"][key] for key in ("sure", "ask")},
        unread=f"{100 * RIGHT_BUT_UNREAD:g} %",
        asked=f"{100 * RIGHT_BUT_ASKED:g} %",
        targets=_targets(facts, figures),
        digits=_answers(figures["digits"]),
        numbers=_answers(numbers),
        grouped="; ".join(
            f"{name} {Share(c['wrong_given_the_grouping'], c['answers'])}" for name, c in numbers.items()
        ),
        refused=_refused(figures["refused"]),
        calibration=_calibration(figures["digits"]),
        pictures="; ".join(
            f"{name} {Share(c['wrong'], c['answers'])} wrong" for name, c in figures["pictures"].items()
        ),
        speed="; ".join(
            f"{name}, median {c['median_ms']} ms, 95th percentile {c['p95_ms']} ms"
            for name, c in figures["speed"].items()
        ),
        glyph_ms=figures["speed"]["four digits"]["glyph_ms"],
        sources="\n".join(f"  * `{source['file']}`: {source['licence']}" for source in facts["sources"]),
    )


def _targets(facts: Mapping[str, Any], figures: Mapping[str, Any]) -> str:
    rows: list[tuple[object, ...]] = []
    for target in TARGETS:
        counts = figures[target.part][target.set]
        share = Share(counts[target.count], counts["answers"])
        met = _met(share.percent <= target.percent)
        rows.append((target.measure, f"≤ {target.percent} %", share, met, target.elsewhere))
    slow, size = figures["speed"]["four digits"]["p95_ms"], facts["size"] / 1000
    rows.append(
        ("four digits read, 95th percentile", f"≤ {SLOWEST_MS:g} ms", f"{slow} ms", _met(slow <= SLOWEST_MS), "")
    )
    rows.append(("weights", f"≤ {LARGEST_KB} KB", f"{size:.0f} KB", _met(size <= LARGEST_KB), ""))
    return _table(("measure", "target", "measured", "", "known elsewhere"), rows)


def _met(met: bool) -> str:
    return "met" if met else "**missed**"


def _answers(sets: Mapping[str, Any]) -> str:
    rows = [
        (name, f"{counts['answers']:,}", *(Share(counts[key], counts["answers"]) for key in _TALLIED))
        for name, counts in sets.items()
    ]
    return _table(("set", "answers", "wrong", "wrong and sure", "right but asked about", "right but unread"), rows)


def _refused(sets: Mapping[str, Any]) -> str:
    rows = [
        (name, f"{c['answers']:,}", Share(c["sure"], c["answers"]), Share(c["asked"], c["answers"]))
        for name, c in sets.items()
    ]
    return _table(("ink", "answers", "taken for a sure number", "asked about"), rows)


def _calibration(sets: Mapping[str, Any]) -> str:
    rows = [
        (name, f"{mean:.2f}", f"{right:.2f}", f"{answers:,}")
        for name, counts in sets.items()
        for mean, right, answers in counts.get("calibration", ())
    ]
    return _table(("set", "mean confidence", "share right", "answers"), rows)


def _table(heads: tuple[str, ...], rows: Sequence[tuple[object, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)
