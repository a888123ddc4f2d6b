"""Names of children: read from a pasted list, told apart, and shown short."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from quizzes.rules.refusals import RosterRefused
from quizzes.rules.words import tidy

MOST_NAMES = 60
LONGEST_NAME = 40

_BULLET = re.compile(r"^(?:[-–—−*•·‣▪●○]+\s*|\(?\d+\s*[.):]\s*|\d+\s+(?=\D))")
_SHOWN_OF_REFUSED = 60


def clean_roster(text: str) -> tuple[str, ...]:
    """The names in a pasted list, in its order, of whatever form: lines, commas, tabs, numbers, bullets.

    The same name twice is two children. A cell of digits alone is numbering and is left out. Raises RosterRefused
    with the offending line; a list without names gives an empty tuple.
    """
    names: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        for cell in re.split(r"[,;\t]", line):
            name = tidy(_BULLET.sub("", tidy(cell)))
            if not name or name.isdecimal():
                continue
            _refuse_what_is_no_name(name, number)
            names.append(name)
    if len(names) > MOST_NAMES:
        raise RosterRefused(f"That is {len(names)} names; a classroom holds {MOST_NAMES}. Leave some out.")
    return tuple(names)


def distinct(names: Iterable[str], taken: Iterable[str] = ()) -> tuple[str, ...]:
    """The names, with a number after each that is already `taken` or came before: Emma Brown, Emma Brown 2.

    Names that differ in case alone count as the same. No name grows beyond LONGEST_NAME characters.
    """
    known = {name.casefold() for name in taken}
    told_apart = []
    for name in names:
        new, number = name, 1
        while new.casefold() in known:
            number += 1
            new = f"{name[: LONGEST_NAME - len(f' {number}')].rstrip()} {number}"
        known.add(new.casefold())
        told_apart.append(new)
    return tuple(told_apart)


def labels(names: Sequence[str]) -> tuple[str, ...]:
    """What the seat picker shows for each name: the first name, and as much of the rest as tells it apart.

    Emma Brown and Emma Klein are `Emma B.` and `Emma K.`; Emma Brown and Emma Black are `Emma Br.` and `Emma Bl.`.
    Names that are different have labels that are different: see `distinct`.
    """
    rests_by_first: dict[str, list[str]] = defaultdict(list)
    for name in names:
        first, rest = _split(name)
        rests_by_first[first.casefold()].append(rest)
    return tuple(_label(name, rests_by_first[_split(name)[0].casefold()]) for name in names)


def _refuse_what_is_no_name(name: str, line: int) -> None:
    shown = name if len(name) <= _SHOWN_OF_REFUSED else f"{name[:_SHOWN_OF_REFUSED]}…"
    if not any(character.isalpha() for character in name):
        raise RosterRefused(f"Line {line}, “{shown}”, is no name: write it with letters, or leave it out.")
    if len(name) > LONGEST_NAME:
        raise RosterRefused(f"Line {line}, “{shown}”, is longer than {LONGEST_NAME} characters: shorten it.")


def _split(name: str) -> tuple[str, str]:
    first, _, rest = name.partition(" ")
    return first, rest


def _label(name: str, rests: Sequence[str]) -> str:
    first, rest = _split(name)
    if len(rests) == 1 or not rest:
        return first
    others = list(rests)
    others.remove(rest)
    for length in range(1, len(rest)):
        start = rest[:length]
        if start.endswith(" "):
            continue  # `Brown 2` is told from `Brown` by its 2, not by its space
        if not any(other.casefold().startswith(start.casefold()) for other in others):
            return f"{first} {start}."
    return f"{first} {rest}"
