"""The results of an assignment as a table for a spreadsheet, with the values that the page shows."""

import csv
import io

from quizzes.queries.results import Cell, Column, Results, Row
from quizzes.rules.spreadsheets import guard

Value = str | int | float


def results_csv(found: Results) -> str:
    """CSV (RFC 4180). To be encoded with a byte order mark, without which Excel takes UTF-8 for Latin-1."""
    out = io.StringIO()
    csv.writer(out).writerows([[safe(value) for value in line] for line in table(found)])
    return out.getvalue()


def table(found: Results) -> list[list[Value]]:
    """A head, and a line for each student. Marks are words; answers and what may have led to
    them stand beside them, so that each can be sorted."""
    return [_head(found.columns), *(_line(row) for row in found.rows)]


def safe(value: Value) -> Value:
    """What a spreadsheet takes for what it is."""
    return guard(value) if isinstance(value, str) else value


def _head(columns: tuple[Column, ...]) -> list[Value]:
    asked = [
        title
        for column in columns
        for title in (_title(column), f"{column.number}: answer", f"{column.number}: perhaps")
    ]
    return ["Student", "Progress", "Right", "Of", "Digits right", "Seconds", "Mirrored", *asked]


def _title(column: Column) -> str:
    return f"{column.number}: {column.prompt}"


def _line(row: Row) -> list[Value]:
    cells = [value for cell in row.cells for value in _told(cell)]
    seconds = "" if row.seconds is None else row.seconds
    score = row.score
    name = f"{row.name} (guest)" if row.guest else row.name
    return [name, row.progress, score.right, score.counting, row.digits, seconds, ", ".join(row.mirrored), *cells]


def _told(cell: Cell) -> tuple[Value, Value, Value]:
    """The mark, the answer, and what may have led to it."""
    return (_mark(cell), cell.text, "; ".join(cell.causes))


def _mark(cell: Cell) -> str:
    if cell.outcome is None:
        return cell.left_out or ""
    if cell.being_read:
        return "being read"
    said = (cell.outcome, cell.left_out, "came late" if cell.late else None)
    return ", ".join(word for word in said if word)
