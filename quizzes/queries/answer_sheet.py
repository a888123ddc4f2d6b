"""All that one student gave for one question: the ink, what was read, the marks, and what was corrected."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Prefetch

from quizzes.models import Answer, AskedQuestion, Assignment, Correction, Student
from quizzes.queries.causes import named
from quizzes.queries.late import as_if_in_time
from quizzes.queries.results import Cell, Results, clock, looks_doubtful, results, told_left_out
from quizzes.rules.marking import Outcome
from quizzes.rules.misconceptions import Misconception
from quizzes.rules.questions import Question
from quizzes.rules.typesetting import in_line

WORTH_SAYING = 0.01
"""From this probability on, an alternative is named: as for *look at the ink* (`rules.scoring.PLAUSIBLE`)."""


@dataclass(frozen=True)
class Neighbour:
    """An answer beside this one in the table of results."""

    answer: UUID
    label: str


@dataclass(frozen=True)
class Attempt:
    """One answer, as its teacher looks at it. `standing` is the correction that undoing takes back."""

    answer: Answer
    corrections: tuple[Correction, ...]
    standing: Correction | None
    look_at_ink: bool
    decimal_sign: str

    @property
    def title(self) -> str:
        """`First answer`; figures from the sixth on."""
        ordinals = ("First", "Second", "Third", "Fourth", "Fifth")
        number = self.answer.number
        return f"{ordinals[number - 1]} answer" if number <= len(ordinals) else f"Answer {number}"

    @property
    def late(self) -> bool:
        """It came after its question was over, and no teacher has spoken yet."""
        return self.answer.late and self.standing is None

    @property
    def counts_as(self) -> Outcome | None:
        """How an answer that came late is marked where the teacher counts it; None where it cannot be."""
        counted = as_if_in_time(self.answer) if self.late else None
        return counted.outcome if counted else None

    @property
    def ink_label(self) -> str:
        return f"Ink, read as {self._line(self.read)}" if self.read else "Ink that could not be read"

    @property
    def choices(self) -> list[tuple[str, str, str]]:
        """The marks that a tap may give: value, icon, label. The one that stands only where it is in doubt."""
        icons = {Outcome.RIGHT: "check", Outcome.WRONG: "cross", Outcome.UNREAD: "question"}
        stands = Outcome(self.answer.mark)
        return [
            (outcome.value, icon, f"It is {outcome}" if outcome is stands else f"Mark {outcome}")
            for outcome, icon in icons.items()
            if outcome is not stands or self.look_at_ink
        ]

    @property
    def time(self) -> str:
        return clock(self.answer.seconds)

    @property
    def causes(self) -> tuple[Misconception, ...]:
        """What may have led to a wrong answer, most specific first."""
        return named(self.answer)

    @property
    def digits(self) -> str:
        """`2 of 3`: right digits in the right place; nothing where there are none to count."""
        answer = self.answer
        return "" if answer.digits_asked is None else f"{answer.digits_right} of {answer.digits_asked}"

    @property
    def glyphs(self) -> list[Mapping[str, Any]]:
        return list(self._reading.get("glyphs", []))

    @property
    def read(self) -> str:
        """What the reader made of the ink, empty where it made nothing of it."""
        return str(self._reading.get("text", ""))

    @property
    def certainty(self) -> str:
        """How sure the reader was, in words: `sure (98%)`."""
        words = {"sure": "sure", "ask": "in doubt", "unread": "could not be read"}
        decision = self._reading.get("decision", "unread")
        if decision == "unread":
            return words["unread"]
        return f"{words[decision]} ({_percent(self._reading['confidence'])})"

    @property
    def reader(self) -> str:
        """The version of the weights that read the ink."""
        return str(self._reading.get("weights", ""))

    @property
    def signs(self) -> list[str]:
        """Each sign that was read, with its own certainty: `4 (99%)`. A reading of older weights gives none."""
        told = [glyph for glyph in self.glyphs if "confidence" in glyph]
        return [f"{self._line(glyph['text'])} ({_percent(glyph['confidence'])})" for glyph in told]

    @property
    def alternatives(self) -> list[str]:
        """What else it could be, likeliest first: `47 (1%)`. What is less likely than that is left out."""
        likely = [each for each in self._reading.get("alternatives", []) if each[1] >= WORTH_SAYING]
        return [f"{self._line(text)} ({_percent(share)})" for text, share in likely]

    @property
    def child(self) -> str:
        """What the child said to what was read."""
        answer = self.answer
        if answer.awaits_reader:
            return "Sent it"
        if answer.awaits_child:
            return "Still to be asked"
        if answer.cut_short and answer.left_to_teacher:
            return "Was still writing when the time was up"
        if answer.late:
            return "Sent it after the question was over"
        if answer.left_to_teacher:
            return "Left it to you"
        if not answer.automatic_text:
            return "Was asked to write it again"
        if self._reading.get("decision") == "ask" or answer.automatic_text != self.read:
            return f"“It is {self._line(answer.automatic_text)}.”"
        return "Sent it as it was read"

    def _line(self, text: str) -> str:
        return in_line(text, self.decimal_sign)

    @property
    def _reading(self) -> Mapping[str, Any]:
        return self.answer.reading or {}


@dataclass(frozen=True)
class AnswerSheet:
    """One cell of the results, opened. `left_out` says why it is in nobody's score; empty where it is in one."""

    assignment: Assignment
    student: Student
    asked: AskedQuestion
    question: Question
    number: int
    total: int
    left_out: str
    attempts: tuple[Attempt, ...]
    previous_student: Neighbour | None
    next_student: Neighbour | None
    previous_question: Neighbour | None
    next_question: Neighbour | None

    @property
    def latest(self) -> Answer:
        """The answer by which the table of results names this sheet."""
        return self.attempts[-1].answer


def answer_sheet(answer: Answer) -> AnswerSheet:
    """The sheet that this answer stands on, whichever try it is. Seven queries, whatever the size of the class."""
    sitting = answer.sitting
    found = results(sitting.assignment)
    row = next(place for place, row in enumerate(found.rows) if row.student == sitting.student_id)
    column = next(place for place, each in enumerate(found.columns) if each.id == answer.question_id)
    return AnswerSheet(
        assignment=sitting.assignment,
        student=sitting.student,
        asked=answer.question,
        question=answer.question.question,
        number=column + 1,
        total=len(found.columns),
        left_out=told_left_out([found.columns[column]]),
        attempts=_attempts(answer),
        previous_student=_student(found, range(row - 1, -1, -1), column),
        next_student=_student(found, range(row + 1, len(found.rows)), column),
        previous_question=_question(found, row, range(column - 1, -1, -1)),
        next_question=_question(found, row, range(column + 1, len(found.columns))),
    )


def _attempts(answer: Answer) -> tuple[Attempt, ...]:
    history = Prefetch("corrections", Correction.objects.select_related("teacher", "undone_by"))
    answers = Answer.objects.filter(sitting=answer.sitting_id, question=answer.question_id).order_by("number")
    decimal_sign = answer.sitting.assignment.classroom.decimal_sign
    found = answers.select_related("question", "sitting__assignment__classroom").prefetch_related(history)
    return tuple(_attempt(each, decimal_sign) for each in found)


def _attempt(answer: Answer, decimal_sign: str) -> Attempt:
    corrections = tuple(answer.corrections.all())
    return Attempt(
        answer=answer,
        corrections=corrections,
        standing=next((each for each in corrections if each.undone_at is None), None),
        look_at_ink=looks_doubtful(answer),
        decimal_sign=decimal_sign,
    )


def _student(found: Results, rows: range, column: int) -> Neighbour | None:
    """The nearest student in that direction who answered this question."""
    return _first((found.rows[row].cells[column], found.rows[row].name) for row in rows)


def _question(found: Results, row: int, columns: range) -> Neighbour | None:
    """The nearest question in that direction that this student answered."""
    return _first((found.rows[row].cells[column], f"Question {column + 1}") for column in columns)


def _first(cells: Iterator[tuple[Cell, str]]) -> Neighbour | None:
    return next((Neighbour(cell.answer, label) for cell, label in cells if cell.answer), None)


def _percent(share: float) -> str:
    """Never `100%`: a reader is not that sure."""
    return f"{min(99, round(100 * share))}%"
