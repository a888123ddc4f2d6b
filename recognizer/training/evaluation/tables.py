"""The tables of docs/reader.md."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from recognizer.labels import DIGITS
from recognizer.training.evaluation.changes import SERIES
from recognizer.training.evaluation.figures import Changed, Figures, Latency, Pictured, Refused, Row, Writers
from recognizer.training.evaluation.shares import Share
from recognizer.training.evaluation.targets import Target

_OFTEN = 2  # times that a digit must be read as another to be named


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def targets(held_to: Iterable[Target], figures: Figures) -> str:
    rows = []
    for target in held_to:
        found = target.found(figures)
        others = (other or "" for other in (target.likeliest(figures), target.admitted(figures)))
        must, moonshot = (f"{level:g} {target.unit}" for level in (target.must, target.moonshot))
        rows.append((target.measure, must, moonshot, found, target.judge(found.value), *others, target.known))
    heads = (
        "measure",
        "at most",
        "moonshot",
        "as answered",
        "",
        "likeliest text",
        "admitted by the format",
        "elsewhere",
    )
    return table(heads, rows)


def answers(rows: Iterable[Row]) -> str:
    heads = ("set", "format", "answers", "wrong", "wrong or unread", "wrong and sure", "right, asked about", "unread")
    return table(heads, (_answers(row) for row in rows))


def _answers(row: Row) -> tuple[object, ...]:
    tally = row.tally
    counts = (tally.wrong, tally.wrong_as_read, tally.wrong_and_sure, tally.right_but_asked, tally.unread)
    return row.set, row.format, f"{tally.answers:,}", *(Share(count, tally.answers) for count in counts)


def refused(rows: Iterable[Refused]) -> str:
    return table(
        ("ink", "format", "answers", "taken for a sure number", "asked about"),
        (
            (row.set, row.format, f"{each.answers:,}", Share(each.sure, each.answers), Share(each.asked, each.answers))
            for row in rows
            for each in (row.refusals,)
        ),
    )


def writers(sets: Iterable[Writers]) -> str:
    rows = (
        (
            each.set,
            f"{each.writers:,}",
            f"{each.faultless:,}",
            f"{each.spread[len(each.spread) // 2]:.1f} %",
            f"`{each.worst}`",
            f"{each.worst_wrong} of {each.worst_answers}",
        )
        for each in sets
    )
    return table(("set", "writers", "without a misread", "median writer", "worst writer", "misread"), rows)


def changed(rows: Sequence[Changed]) -> str:
    """A line a series: the share wrong at every amount."""
    lines = []
    for series in SERIES:
        for name in dict.fromkeys(row.row.set for row in rows):
            mine = [row for row in rows if (row.series, row.row.set) == (series.name, name)]
            amounts = sorted((row.amount, 100 * row.row.tally.wrong / row.row.tally.answers) for row in mine)
            shares = ", ".join(f"{amount:g}: {wrong:.1f} %" for amount, wrong in amounts)
            lines.append((f"{series.name} ({series.unit})", name, shares))
    return table(("change", "set", "wrong, by amount"), lines)


def latency(rows: Iterable[Latency]) -> str:
    return table(
        ("answer", "format", "timed", "median", "95th percentile"),
        ((row.answer, row.format, row.answers, f"{row.median} ms", f"{row.p95} ms") for row in rows),
    )


def exports(rows: Iterable[Mapping[str, Any]]) -> str:
    """`rows`: as the card has them."""
    return table(
        ("precision", "digits misread", "signs misread", "others taken for signs", "log p differs by", "at most",
         "bytes", "a glyph"),
        (
            (
                row["precision"],
                *(f"{row['misread'][kind]:,}" for kind in ("digits", "signs", "junk")),
                row["mean_difference"],
                row["largest_difference"],
                f"{row['size']:,}",
                f"{row['milliseconds']} ms",
            )
            for row in rows
        ),
    )  # fmt: skip


def pictures(rows: Iterable[Pictured]) -> str:
    return table(
        ("set", "pictures", "not read right", "wrong and sure", "right, asked about", "unread"),
        (
            (
                row.set,
                f"{row.answers:,}",
                *(
                    Share(count, row.answers)
                    for count in (row.answers - row.right, row.wrong_and_sure, row.right_but_asked, row.unread)
                ),
            )
            for row in rows
        ),
    )


def confusions(counts: Sequence[Sequence[int]]) -> str:
    """The digits that were read as others, the most frequent first: `4 as 9 (5)`."""
    found = [
        (count, written, read)
        for written, row in zip(DIGITS, counts, strict=True)
        for read, count in zip(DIGITS, row, strict=False)
        if written != read and count >= _OFTEN
    ]
    return ", ".join(f"{written} as {read} ({count})" for count, written, read in sorted(found, key=lambda f: -f[0]))


def compared(figures: Figures, other: Sequence[Row], version: str) -> str:
    """The sets of these figures beside the same of other weights."""
    theirs = {(row.set, row.format): row.tally for row in other}
    rows = (
        (row.set, row.format, *(Share(tally.wrong_as_read, tally.answers) for tally in (row.tally, theirs[key])))
        for row in figures.sets
        if (key := (row.set, row.format)) in theirs
    )
    return table(("set", "format", "wrong or unread", f"the same, by {version}"), rows)
