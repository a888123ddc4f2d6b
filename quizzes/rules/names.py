"""Names of children: read from a pasted list, told apart, and shown short."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from quizzes.rules.refusals import RosterRefused
from quizzes.rules.words import tidy

MOST_NAMES = 60
LONGEST_NAME = 40

_BULLET = re.compile(r"^(?:[-–—−*•·‣▪●○]+\s*|\(?\d+\s*[.):]\s*|\d+\s+(?=\D))")
_OUTSIDE_QUOTES = r'(?=(?:[^"]*"[^"]*")*[^"]*$)'
_SHOWN_OF_REFUSED = 60

# What schools write over the columns of their lists
_GIVEN = {"first name", "firstname", "forename", "forenames", "given name", "given names", "preferred name"}
_FAMILY = {"last name", "lastname", "surname", "family name", "second name", "legal surname"}
_FULL = {"name", "names", "full name", "student", "students", "student name", "pupil", "pupils", "pupil name"}
_HEADINGS = _GIVEN | _FAMILY | _FULL
_OTHER_CELLS = {"m", "f", "x", "male", "female", "boy", "girl"}


def clean_roster(text: str) -> tuple[str, ...]:
    """The names in a pasted list, in its order, of whatever form: lines, commas, numbers, bullets, columns.

    A row of a table is one child: its first and last name are put together, the first name first where the headings
    or a comma (`Smith, Olivia`) say which it is, and dates, numbers and classes are left out. Names in one line, or
    several to a line, are one child each. The same name twice is two children. Digits alone are numbering and are
    left out. Raises RosterRefused with the offending line; a list without names gives an empty tuple.
    """
    names: list[str] = []
    for number, cell in _cells_with_names(text.splitlines()):
        name = tidy(_BULLET.sub("", tidy(cell)))
        if not name or name.isdecimal() or name.casefold() in _HEADINGS:
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


def alphabetical(name: str) -> tuple[str, str]:
    """What sorts names as a class list does: Zoë beside Zoe, Émile with the E's, emma with Emma."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter)), name


def labels(names: Sequence[str]) -> tuple[str, ...]:
    """What the seat picker shows for each name: the first name, and as much of the rest as tells it apart.

    Emma Brown and Emma Klein are `Emma B.` and `Emma K.`; Emma Brown and Emma Black are `Emma Br.` and `Emma Bl.`.
    Names that are different have labels that are different: see `distinct`.
    """
    parts = [_split(name) for name in names]
    rests_by_first: dict[str, list[str]] = defaultdict(list)
    for first, rest in parts:
        rests_by_first[first.casefold()].append(rest.casefold())
    shared = {first: _shared(rests) for first, rests in rests_by_first.items() if len(rests) > 1}
    return tuple(
        _label(first, rest, shared[first.casefold()][rest.casefold()]) if first.casefold() in shared else first
        for first, rest in parts
    )


def _cells_with_names(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """What may be a name, with the number of its line."""
    lines = [line if "\t" in line else _BULLET.sub("", line.strip()) for line in lines]
    rows = [(number, line, _cells(line)) for number, line in enumerate(lines, start=1) if any(_cells(line))]
    if len(rows) < 2:
        yield from ((number, cell) for number, line, _ in rows for cell in _cells(line, by=",;\t"))
        return
    columns = _named_columns(rows[0][2])
    by_commas = [cells for _, line, cells in rows if "\t" not in line]
    pairs = all(len(cells) == 2 for cells in by_commas)
    records = all(any(cell[:1].isdigit() for cell in cells[1:]) for cells in by_commas if len(cells) > 1)
    for number, line, cells in rows[1:] if columns else rows:
        if columns:
            yield number, " ".join(cells[column] for column in columns if column < len(cells))
        elif "\t" in line:
            yield number, " ".join(_leading_names(cells))
        elif pairs or records:
            yield number, " ".join(reversed(_leading_names(cells)))  # with a comma, the family comes first
        else:
            yield from ((number, cell) for cell in cells)


def _cells(line: str, by: str = "") -> list[str]:
    """The cells of a line, without quotes: by its tabs if it has any, otherwise by commas and semicolons."""
    by = by or ("\t" if "\t" in line else ",;")
    outside = _OUTSIDE_QUOTES if '"' in line else ""
    cells = [_turned(cell) for cell in re.split(f"[{by}]{outside}", line)]
    while cells and not cells[-1]:
        cells.pop()  # what a line ends with separates nothing
    return cells


def _turned(cell: str) -> str:
    """`Smith, Olivia` within one cell is Olivia Smith."""
    parts = [part for part in re.split("[,;]", tidy(cell).removeprefix('"').removesuffix('"')) if part.strip()]
    return tidy(" ".join(reversed(parts)))


def _named_columns(cells: Sequence[str]) -> list[int]:
    """Where the headings say that first and last names are, in this order; nothing if these are no headings."""
    heads = [cell.casefold() for cell in cells]
    if len(heads) < 2 or not _HEADINGS.intersection(heads):
        return []
    given = [column for column, head in enumerate(heads) if head in _GIVEN]
    full = [column for column, head in enumerate(heads) if head in _FULL]
    family = [column for column, head in enumerate(heads) if head in _FAMILY]
    return (given or full)[:1] + family[:1]


def _leading_names(cells: Sequence[str]) -> list[str]:
    """The first cell that is no number, date or class, and the next to it if that goes on with letters alone."""
    start = next((at for at, cell in enumerate(cells) if cell and not cell[0].isdigit()), None)
    if start is None:
        return [cell for cell in cells if cell][:1]
    following = cells[start + 1 : start + 2]
    return [cells[start]] + [
        cell for cell in following if cell.casefold() not in _OTHER_CELLS and not re.search(r"\d", cell)
    ]


def _refuse_what_is_no_name(name: str, line: int) -> None:
    shown = name if len(name) <= _SHOWN_OF_REFUSED else f"{name[:_SHOWN_OF_REFUSED]}…"
    if not any(character.isalpha() for character in name):
        raise RosterRefused(f"Line {line}, “{shown}”, is no name: write it with letters, or leave it out.")
    if len(name) > LONGEST_NAME:
        raise RosterRefused(f"Line {line}, “{shown}”, is longer than {LONGEST_NAME} characters: shorten it.")


def _split(name: str) -> tuple[str, str]:
    first, _, rest = name.partition(" ")
    return first, rest


def _shared(rests: Sequence[str]) -> dict[str, int]:
    """Of each rest, how many characters at its start another one has too: sorted, the most alike are neighbours."""
    most = dict.fromkeys(rests, 0)
    for one, other in pairwise(sorted(rests)):
        length = len(list(takewhile(_are_alike, zip(one, other, strict=False))))
        most[one] = max(most[one], length)
        most[other] = max(most[other], length)
    return most


def _are_alike(letters: tuple[str, str]) -> bool:
    return letters[0] == letters[1]


def _label(first: str, rest: str, shared: int) -> str:
    """`shared` counts in case-folded characters, of which `ß` has two."""
    if not rest:
        return first
    for length in range(1, len(rest)):
        start = rest[:length]
        if start.endswith(" "):
            continue  # `Brown 2` is told from `Brown` by its 2, not by its space
        if len(start.casefold()) > shared:
            return f"{first} {start}."
    return f"{first} {rest}"
