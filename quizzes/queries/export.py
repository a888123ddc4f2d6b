"""The results of an assignment as a table for a spreadsheet, with the values that the page shows."""

import csv
import io
import re

from quizzes.queries.results import Cell, Column, Results, Row

Value = str | int | float

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_FRACTION = re.compile(r"[0-9]+/[0-9]+")
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def results_csv(found: Results) -> str:
    """CSV (RFC 4180). To be encoded with a byte order mark, without which Excel takes UTF-8 for Latin-1."""
    out = io.StringIO()
    csv.writer(out).writerows([[safe(value) for value in line] for line in table(found)])
    return out.getvalue()


def table(found: Results) -> list[list[Value]]:
    """A head, and a line for each student. Marks are words; answers stand beside them, so that both can be sorted."""
    return [_head(found.columns), *(_line(row) for row in found.rows)]


def safe(value: Value) -> Value:
    """What a spreadsheet takes for what it is.

    A number stays a number. What a spreadsheet would take for a date (`3/4`) or run as a formula
    (https://owasp.org/www-community/attacks/CSV_Injection) gets an apostrophe in front.
    """
    if not isinstance(value, str) or _NUMBER.fullmatch(value):
        return value
    spoilt = _FRACTION.fullmatch(value) or value.lstrip(" ").startswith(_STARTS_A_FORMULA)
    return f"'{value}" if spoilt else value


def _head(columns: tuple[Column, ...]) -> list[Value]:
    asked = [title for column in columns for title in (_title(column), f"{column.number}: answer")]
    return ["Student", "Progress", "Right", "Of", "Seconds", "Mirrored", *asked]


def _title(column: Column) -> str:
    return f"{column.number}: {column.prompt}"


def _line(row: Row) -> list[Value]:
    cells = [value for cell in row.cells for value in _pair(cell)]
    seconds = "" if row.seconds is None else row.seconds
    return [row.name, row.progress, row.score.right, row.score.counting, seconds, ", ".join(row.mirrored), *cells]


def _pair(cell: Cell) -> tuple[Value, Value]:
    return ("" if cell.outcome is None else cell.outcome.value, cell.text)
