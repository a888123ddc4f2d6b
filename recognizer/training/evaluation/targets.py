"""What the reader is held to: the table of targets, typed by hand, and where each figure is found."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from recognizer.training.evaluation import sets
from recognizer.training.evaluation.figures import Figures
from recognizer.training.evaluation.shares import Share

Judgement = Literal["**missed**", "met", "moonshot"]


@dataclass(frozen=True, slots=True)
class Found:
    """A figure as it is shown, and as it is compared."""

    text: str
    value: float

    def __str__(self) -> str:
        return self.text

    @classmethod
    def share(cls, count: int, of: int) -> "Found":
        share = Share(count, of)
        return cls(str(share), share.percent)


@dataclass(frozen=True, slots=True)
class Target:
    """`found` decides. Of answers: `likeliest`, the share whose likeliest text is wrong, whatever the decision, and
    `admitted`, what is found among those that the format admits, where it does not admit all.
    """

    measure: str
    unit: str
    must: float  # at most
    moonshot: float
    found: Callable[[Figures], Found]
    likeliest: Callable[[Figures], Found | None] = lambda figures: None
    admitted: Callable[[Figures], Found | None] = lambda figures: None
    known: str = ""  # elsewhere

    def judge(self, value: float) -> Judgement:
        if value > self.must:
            return "**missed**"
        return "moonshot" if value <= self.moonshot else "met"


def error(measure: str, must: float, moonshot: float, set: str, format: str, known: str = "") -> Target:
    """Of answers: as `manage.py read` answers them, so that *unread* is an error."""

    def as_read(figures: Figures) -> Found:
        tally = figures.tally(set, format)
        return Found.share(tally.wrong_as_read, tally.answers)

    def admitted(figures: Figures) -> Found | None:
        if not figures.has(set + sets.ADMITTED, format):
            return None
        tally = figures.tally(set + sets.ADMITTED, format)
        return Found.share(tally.wrong_as_read, tally.answers)

    def likeliest(figures: Figures) -> Found:
        tally = figures.tally(set, format)
        return Found.share(tally.wrong, tally.answers)

    return Target(measure, "%", must, moonshot, as_read, likeliest, admitted, known)


def accepted(measure: str, set: str, format: str) -> Target:
    """Ink that is no number, taken for a sure one."""

    def sure(figures: Figures) -> Found:
        refusals = figures.refusals(set, format)
        return Found.share(refusals.sure, refusals.answers)

    return Target(measure, "%", 2.0, 0.2, sure)


def _sure_and_wrong(figures: Figures) -> Found:
    tally = figures.tally(sets.PENDIGITS, "digit")
    return Found.share(tally.wrong_and_sure, tally.answers)


def _neither_read_nor_asked(figures: Figures) -> Found:
    tally = figures.tally(sets.PENDIGITS, "digit")
    return Found.share(tally.wrong_and_sure + tally.unread, tally.answers)


def _asked(figures: Figures) -> Found:
    tally = figures.tally(sets.PENDIGITS, "digit")
    return Found.share(tally.right_but_asked, tally.answers)


def _slowest_four(figures: Figures) -> Found:
    p95 = next(row.p95 for row in figures.latency if row.answer == "4 digits")
    return Found(f"{p95} ms", p95)


def size(weights: int) -> Target:
    """`weights`: the bytes of the file."""
    kilobytes = weights / 1000
    return Target("weights", "KB", 1000, 200, lambda figures: Found(f"{kilobytes:.0f} KB", kilobytes))


TARGETS = (
    error("pendigits test, 14 unseen writers, error", 0.5, 0.15, sets.PENDIGITS, "digit", "nets: 0.5–1.5 %"),
    error("the same, every stroke reversed", 1.0, 0.3, sets.BACKWARDS, "digit", "directed nets: 80 %"),
    error("touchrecorder digits (phone), error", 0.4, 0.1, sets.TOUCH, "digit"),
    error("CROHME test digits, error", 0.8, 0.3, sets.CROHME_DIGITS, "digit"),
    error("CROHME test integers, not exact", 5, 0.5, sets.INTEGERS, "whole", "strings on scans: 3–16 %"),
    error("CROHME test negatives, not exact", 5, 0.5, sets.NEGATIVES, "integer"),
    error("CROHME test decimals, not exact", 12, 0.5, sets.DECIMALS, "decimal"),
    error("CROHME test fractions, not exact", 8, 0.5, sets.FRACTIONS, "fraction"),
    accepted("letters taken for a sure whole number", sets.LETTERS, "whole"),
    accepted("letters taken for a sure number", sets.LETTERS, "number"),
    accepted("scribbles taken for a sure whole number", sets.SCRIBBLES, "whole"),
    accepted("scribbles taken for a sure number", sets.SCRIBBLES, "number"),
    Target("right single digits read as another, and sure", "%", 0.2, 0.02, _sure_and_wrong),
    Target("the same, or unread", "%", 0.2, 0.02, _neither_read_nor_asked),
    Target("right single digits asked about", "%", 3, 1, _asked),
    Target("four digits read, 95th percentile", "ms", 8, 2, _slowest_four),
)
