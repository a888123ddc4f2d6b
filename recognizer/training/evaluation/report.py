"""docs/reader.md, from the card, the figures, and the prose of report.md beside this module."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recognizer.training.evaluation import tables
from recognizer.training.evaluation.figures import Figures, Row, rows_from
from recognizer.training.evaluation.shares import Share
from recognizer.training.evaluation.targets import TARGETS, size
from recognizer.training.tune import RIGHT_BUT_ASKED, RIGHT_BUT_UNREAD

PROSE = Path(__file__).with_name("report.md")


@dataclass(frozen=True, slots=True)
class Beside:
    """The figures of other weights, from their card."""

    version: str
    sources: tuple[str, ...]
    rows: tuple[Row, ...]

    @classmethod
    def from_card(cls, facts: Mapping[str, Any]) -> "Beside":
        files = tuple(source["file"] for source in facts["sources"])
        return cls(facts["version"], files, rows_from(facts["figures"]["sets"]))


def report(facts: Mapping[str, Any], figures: Figures, beside: Sequence[Beside] = ()) -> str:
    """The page. `facts`: the card."""
    return PROSE.read_text(encoding="utf-8").format(
        **{key: facts[key] for key in ("version", "date", "parameters", "size", "precision")},
        **{key: facts["thresholds"][key] for key in ("sure", "ask")},
        unread=f"{100 * RIGHT_BUT_UNREAD:g} %",
        asked=f"{100 * RIGHT_BUT_ASKED:g} %",
        targets=tables.targets((*TARGETS, size(facts["size"])), figures),
        answers=tables.answers(figures.sets),
        sources_read=tables.answers(figures.sources),
        lengths=tables.answers(figures.lengths),
        writers=tables.writers(figures.writers),
        refused=tables.refused(figures.refused),
        confusions=tables.confusions(figures.confusion),
        changed=tables.changed(figures.changed),
        mirrored=_mirrored(figures),
        latency=tables.latency(figures.latency),
        exports=tables.exports(facts["exports"]),
        pictures=tables.pictures(figures.pictures),
        beside="\n\n".join(_beside(figures, other) for other in beside) or "None were measured for this report.",
        sources="\n".join(f"  * `{source['file']}`: {source['licence']}" for source in facts["sources"]),
    )


def _mirrored(figures: Figures) -> str:
    found = figures.mirrored
    credited, another = (Share(count, found.answers) for count in (found.credited, found.taken_for_another))
    return (
        f"Of {found.answers:,} digits of pendigits test held before a mirror, {credited} are read as the digit that "
        f"was meant, {found.noticed:,} of these {found.credited:,} with the remark that they are mirrored; {another} "
        "are read as another digit and sure. Of the same digits as they were written, "
        f"{Share(found.suspected, found.written)} are said to be mirrored."
    )


def _beside(figures: Figures, other: Beside) -> str:
    learnt = ", ".join(f"`{file}`" for file in other.sources)
    return f"**{other.version}** learnt from {learnt} alone.\n\n{tables.compared(figures, other.rows, other.version)}"
