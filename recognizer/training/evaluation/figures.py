"""What an evaluation found: counts and curves, kept by the card, drawn by the plots and stated by the report."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from recognizer.training.measure import Refusals, Tally


@dataclass(frozen=True, slots=True)
class Row:
    """Answers of one set, read in one format."""

    set: str
    format: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class Refused:
    """Ink of one kind that is no answer, read in one format."""

    set: str
    format: str
    refusals: Refusals


@dataclass(frozen=True, slots=True)
class Changed:
    """A row whose ink was changed by `amount`."""

    series: str
    unit: str
    amount: float
    row: Row


@dataclass(frozen=True, slots=True)
class Writers:
    """How the misreads of a set lie on its writers."""

    set: str
    writers: int
    faultless: int
    least: int  # answers that a writer must have to be in `spread` and to be the worst
    compared: int  # writers who have as many
    worst: str
    worst_answers: int
    worst_wrong: int
    spread: tuple[float, ...]  # percent misread of the best, …, the worst of the compared, in 21 steps


@dataclass(frozen=True, slots=True)
class Curves:
    """Of one set: `(share not sure, share wrong among the sure)` as the threshold rises, and the calibration."""

    set: str
    reject: tuple[tuple[float, float], ...]
    calibration: tuple[tuple[float, float, int], ...]  # mean confidence, share right, answers


@dataclass(frozen=True, slots=True)
class Mirrored:
    """Digits held before a mirror, and the same as they were written. Only digits that a mirror changes."""

    answers: int
    credited: int  # of the mirrored, read as the digit that was meant, and not unread
    noticed: int  # of the credited, said to be mirrored
    taken_for_another: int  # of the mirrored, read as another digit and sure
    written: int  # as they were written
    suspected: int  # of the written, said to be mirrored


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds of the processor from ink to reading."""

    answer: str
    format: str
    answers: int
    median: float
    p95: float


@dataclass(frozen=True, slots=True)
class Pictured:
    """Pictures of one set, read as the site reads them. `wrong`: read as another text."""

    set: str
    answers: int
    right: int  # asked about or not
    right_but_asked: int
    unread: int
    wrong: int
    wrong_and_sure: int


@dataclass(frozen=True, slots=True)
class Figures:
    sets: tuple[Row, ...]
    sources: tuple[Row, ...]  # by device or collection
    lengths: tuple[Row, ...]
    refused: tuple[Refused, ...]
    changed: tuple[Changed, ...]
    writers: tuple[Writers, ...]
    curves: tuple[Curves, ...]
    confusion: tuple[tuple[int, ...], ...]  # [digit][digit it is read as, the last: unread]
    mirrored: Mirrored
    latency: tuple[Latency, ...]
    pictures: tuple[Pictured, ...]

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    def has(self, set: str, format: str) -> bool:
        return any((row.set, row.format) == (set, format) for row in self.sets)

    def tally(self, set: str, format: str) -> Tally:
        return next(row.tally for row in self.sets if (row.set, row.format) == (set, format))

    def refusals(self, set: str, format: str) -> Refusals:
        return next(row.refusals for row in self.refused if (row.set, row.format) == (set, format))


def rows_from(values: Iterable[Any]) -> tuple[Row, ...]:
    """`Figures.sets` again, of a card's figures."""
    return tuple(Row(value["set"], value["format"], Tally(**value["tally"])) for value in values)


def refused_from(values: Sequence[Any]) -> tuple[Refused, ...]:
    return tuple(Refused(value["set"], value["format"], Refusals(**value["refusals"])) for value in values)
