"""The wall of ink: what the class wrote, grouped by what was read. It says nothing of who wrote it, or when."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizzes.rules.marking import Outcome

MOST_INKS = 12

Point = Sequence[float]
Strokes = Sequence[Sequence[Point]]
Ink = tuple[tuple[tuple[float, float], ...], ...]
"""Strokes of points (x, y)."""


@dataclass(frozen=True)
class Written:
    """One answer: its canonical text, its mark, and the ink as it is kept, [[[x, y, t], …], …]; None of a typed one."""

    text: str
    mark: Outcome
    strokes: Strokes | None


@dataclass(frozen=True)
class Group:
    """The answers with one text and one mark: how many, and the ink of some. Of the unread, `text` is empty."""

    text: str
    mark: Outcome
    count: int
    inks: tuple[Ink, ...]


def wall(written: Iterable[Written], most_inks: int = MOST_INKS) -> tuple[Group, ...]:
    """The groups, most frequent first whether right or wrong, and the unread last.

    Inks stand in an order of their own: that in which answers came, or in which the class sits, would tell whose they
    are. Times are left out, since the rhythm of a hand is known to its neighbours.
    """
    inks: dict[tuple[str, Outcome], list[Ink | None]] = defaultdict(list)
    for each in written:
        text = "" if each.mark is Outcome.UNREAD else each.text
        inks[text, each.mark].append(_timeless(each.strokes))
    groups = [
        Group(text, mark, len(found), tuple(sorted(ink for ink in found if ink)[:most_inks]))
        for (text, mark), found in inks.items()
    ]
    return tuple(sorted(groups, key=_place))


def _place(group: Group) -> tuple[bool, int, str, str]:
    return group.mark is Outcome.UNREAD, -group.count, group.text, group.mark


def _timeless(strokes: Strokes | None) -> Ink | None:
    return tuple(tuple((x, y) for x, y, *_ in stroke) for stroke in strokes) if strokes else None
