"""A quiz as CSV (RFC 4180): lines with the settings, a heading, and a line for each question."""

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from quizzes.rules import prompts
from quizzes.rules.exchange.quiz_file import (
    MOST_QUESTIONS,
    Fault,
    FileRefused,
    QuizFile,
    Settings,
    instructions_of,
    refused,
    shortened,
)
from quizzes.rules.exchange.records import Record, question_of, record_of
from quizzes.rules.phrases import listed
from quizzes.rules.questions import Question
from quizzes.rules.refusals import QuestionRefused
from quizzes.rules.spreadsheets import guard, unguard
from quizzes.rules.words import tidy

ALWAYS = ("question", "answer", "format")
COLUMNS = (*ALWAYS, "skill", "level", "layout", "figure", "demands", "parts")
SETTINGS = ("title", "instructions", "show marks", "tries", "shuffle")

_SEPARATORS = ",;\t"
_LOOKED_AT = 30  # lines, among which the heading is
_YES = {"yes", "y", "true", "1"}
_NO = {"no", "n", "false", "0", ""}
_TOO_MANY_CELLS = "There are more cells than the heading names: put quotation marks around a cell with a comma."
_MORE_THAN_A_QUESTION = "There is more than a question here: name the columns in the first line: question,answer."
_EXCELS_OWN = "sep="  # a first line that tells Excel the separator
_SECONDS = re.compile(r"([0-9]{1,2}:[0-9]{2}):00")


@dataclass(frozen=True)
class _Row:
    """A row of the table, and the line of the file at which it starts."""

    line: int
    cells: tuple[str, ...]

    @property
    def where(self) -> str:
        return f"Line {self.line}"

    @property
    def found(self) -> str:
        return shortened(" | ".join(cell for cell in self.cells if cell))


def write_csv(quiz: QuizFile) -> str:
    """The table. To be encoded with a byte order mark, without which Excel takes UTF-8 for Latin-1.

    Columns that no question needs are left out.
    """
    lines = [_cells_of(record_of(question)) for question in quiz.questions]
    columns = [name for name in COLUMNS if name in ALWAYS or any(line[name] for line in lines)]
    table = [*_settings_lines(quiz.settings), [], columns, *([line[name] for name in columns] for line in lines)]
    out = io.StringIO()
    csv.writer(out).writerows([[guard(cell) for cell in line] for line in table])
    return out.getvalue()


def read_csv(text: str) -> QuizFile:
    """The quiz of a table, which may be no more than a column of questions, with a heading or without.

    Raises FileRefused with every line that cannot be used.
    """
    separator, headed = _layout_of(text)
    rows = [row for row in _rows(text, separator) if any(row.cells) and not row.cells[0].startswith(_EXCELS_OWN)]
    if not headed:
        return _quiz(Settings(), [], rows, ("question", "answer"))
    at = next(place for place, row in enumerate(rows) if _is_heading(row.cells))
    columns, faults = _columns(rows[at])
    settings, unsettled = _settings(rows[:at])
    return _quiz(settings, [*unsettled, *faults], rows[at + 1 :], columns)


def _quiz(settings: Settings, faults: Sequence[Fault], rows: Sequence[_Row], columns: Sequence[str]) -> QuizFile:
    if len(rows) > MOST_QUESTIONS:  # before any of them is worked out
        raise refused(f"That is {len(rows)} questions, and a quiz holds {MOST_QUESTIONS}: split it.")
    read = list(_questions(rows, columns))
    found = [*faults, *(each for each in read if isinstance(each, Fault))]
    if found:
        raise FileRefused(found)
    if not read:
        raise refused("There is no question in it.")
    return QuizFile(settings, tuple(each for each in read if isinstance(each, Question)))


def _layout_of(text: str) -> tuple[str, bool]:
    """The separator, and whether there is a heading. Without one, commas are left alone: 0,5 + 0,25 is a question."""
    best = max(_SEPARATORS, key=lambda separator: (_named(text, separator), separator == "\t"))
    if _named(text, best):
        return best, True
    return next((separator for separator in "\t;" if separator in text), "\t"), False


def _named(text: str, separator: str) -> int:
    """How many columns the heading names, were the table separated so."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    for number, cells in enumerate(reader):
        if number == _LOOKED_AT:
            break
        if _is_heading(cells):
            return len(set(COLUMNS).intersection(_heads(cells)))
    return 0


def _is_heading(cells: Sequence[str]) -> bool:
    return "question" in _heads(cells)


def _heads(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(tidy(cell).casefold() for cell in cells)


def _rows(text: str, separator: str) -> Iterator[_Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    start = 1
    try:
        for cells in reader:
            yield _Row(start, tuple(unguard(cell.strip()) for cell in cells))
            start = reader.line_num + 1
    except csv.Error as error:
        raise refused(
            "A quotation mark is not closed, or something stands behind one that is. Within a cell, write it twice.",
            where=f"Line {start}",
            found=text.splitlines()[start - 1],
        ) from error


def _columns(heading: _Row) -> tuple[tuple[str, ...], list[Fault]]:
    heads = _heads(heading.cells)
    while heads and not heads[-1]:
        heads = heads[:-1]
    unknown = [head for head in heads if head not in COLUMNS]
    twice = sorted({head for head in heads if heads.count(head) > 1})
    reasons = []
    if unknown:
        named = listed([f"“{shortened(head)}”" for head in unknown])
        reasons.append(f"There is no column {named}: the columns are {', '.join(COLUMNS)}.")
    if twice and not unknown:
        reasons.append(f"The column {listed(twice)} is there twice: leave one out.")
    return heads, [Fault(heading.where, heading.found, reason) for reason in reasons]


def _questions(rows: Sequence[_Row], columns: Sequence[str]) -> Iterator[Question | Fault]:
    for row in rows:
        try:
            yield question_of(_record(row.cells, columns))
        except QuestionRefused as no_question:
            yield Fault(row.where, row.found, no_question.sentence)


def _record(cells: Sequence[str], columns: Sequence[str]) -> Record:
    if any(cells[len(columns) :]):
        raise QuestionRefused(_TOO_MANY_CELLS if len(columns) > 1 else _MORE_THAN_A_QUESTION)
    named: dict[str, str] = dict(zip(columns, cells, strict=False))
    level = named.get("level", "")
    if level and not (level.isascii() and level.isdecimal() and len(level) < 3):
        raise QuestionRefused(f"The level “{shortened(level)}” is no number.")
    return Record(
        named.get("question", ""),
        _SECONDS.sub(r"\1", named.get("answer", "")),
        named.get("format", "").casefold(),
        named.get("skill", ""),
        int(level or 0),
        named.get("layout", "").casefold(),
        named.get("figure", ""),
        tuple(re.split(r"[\s,;]+", named["demands"])) if named.get("demands") else (),
        prompts.from_json(_parts(named["parts"])) if named.get("parts") else (),
    )


def _parts(cell: str) -> Any:
    try:
        return json.loads(cell)
    except (ValueError, RecursionError) as error:
        raise QuestionRefused("The parts of the question are damaged: leave them out.") from error


def _cells_of(record: Record) -> dict[str, str]:
    return {
        "question": record.question,
        "answer": record.answer,
        "format": record.format,
        "skill": record.skill,
        "level": str(record.level or ""),
        "layout": record.layout,
        "figure": record.figure,
        "demands": " ".join(record.demands),
        "parts": json.dumps(prompts.to_json(record.parts), ensure_ascii=False) if record.parts else "",
    }


def _settings_lines(settings: Settings) -> list[list[str]]:
    values = (
        settings.title,
        settings.instructions,
        settings.show_marks,
        str(settings.tries),
        "yes" if settings.shuffle else "no",
    )
    return [[name, value] for name, value in zip(SETTINGS, values, strict=True)]


def _settings(rows: Sequence[_Row]) -> tuple[Settings, list[Fault]]:
    """What stands above the heading: a name and its value in each row."""
    found: dict[str, Any] = {}
    faults: list[Fault] = []
    for row in rows:
        name, value, *_ = (*_named_value(row.cells), "")
        try:
            key, setting = _setting(tidy(name).casefold(), value)
            Settings(**{key: setting})
            found[key] = setting
        except QuestionRefused as refusal:
            faults.append(Fault(row.where, row.found, refusal.sentence))
    return Settings(**found), faults


def _named_value(cells: tuple[str, ...]) -> tuple[str, ...]:
    """A heading of one column tells no separator: then the first one in the line is taken."""
    return cells if any(cells[1:]) else tuple(re.split(f"[{_SEPARATORS}]", cells[0], maxsplit=1))


def _setting(name: str, value: str) -> tuple[str, Any]:
    match name:
        case "title":
            return "title", tidy(value)
        case "instructions":
            return "instructions", instructions_of(value)
        case "show marks":
            return "show_marks", value.casefold()
        case "tries" if value.isascii() and value.isdecimal() and len(value) < 3:
            return "tries", int(value)
        case "tries":
            raise QuestionRefused(f"The number of tries “{shortened(value)}” is no number.")
        case "shuffle" if value.casefold() in _YES | _NO:
            return "shuffle", value.casefold() in _YES
        case "shuffle":
            raise QuestionRefused("Questions are shuffled or not: write yes or no.")
    raise QuestionRefused(f"There is no setting “{shortened(name)}”: the settings are {', '.join(SETTINGS)}.")
