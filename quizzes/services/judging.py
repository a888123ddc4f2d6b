"""What is made of an answer: read, judged, and set down on its row.

One way for answers that are marked while the child waits, and for those that are kept first and read after.
"""

import json
import logging
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

from quizzes.models import Answer
from quizzes.rules import scoring
from quizzes.rules.marking import Mark, Outcome, canonical, mark
from quizzes.rules.questions import Question
from quizzes.rules.typesetting import POINT
from quizzes.services import evidence
from quizzes.services.reading import read_sheet
from recognizer.reader import Reading

logger = logging.getLogger(__name__)

MOST_RESPONSES = 40
"""To one question. Unread ink uses up no try, so the last of them is left to the teacher: nobody draws for ever."""


@dataclass(frozen=True)
class Submission:
    """What a student's device sends: exactly one of `strokes` and `typed`.

    `confirmed` is the text that the child agreed to; "" leaves the answer to the teacher; None says nothing.
    `thinking_ms` is the time from the question's appearance to the first ink or key, where the device knows it. It is
    no part of the digest: the same answer measured anew is the same answer, and the first measure stays.
    `cut_short`: it was sent by itself when the time was up.
    """

    id: UUID
    question: int
    strokes: list[list[list[float]]] | None = None
    typed: str | None = None
    confirmed: str | None = None
    thinking_ms: int | None = None
    cut_short: bool = False

    @property
    def digest(self) -> str:
        content = [self.question, self.strokes, self.typed, self.confirmed, *[True] * self.cut_short]
        return sha256(json.dumps(content, separators=(",", ":")).encode()).hexdigest()


@dataclass(frozen=True)
class Judgement:
    """What is made of a submission: the text that is marked, and the mark."""

    text: str
    mark: Mark
    awaits_child: bool = False
    left_to_teacher: bool = False


def read(submission: Submission, question: Question) -> Reading | None:
    """The reader is handed the ink and the format; the question's value stays here."""
    if submission.strokes is None:
        return None
    try:
        return read_sheet(strokes=submission.strokes, format=question.format)
    except Exception:  # whatever is wrong with the reader, the child's ink is kept, as *unread*
        logger.exception("answer %s could not be read", submission.id)
        return None


def judge(question: Question, submission: Submission, reading: Reading | None, decimal_sign: str = POINT) -> Judgement:
    """Doubt is never marked: it is asked about, or left to the teacher.

    What was typed is kept in the signs of canonical text, as ink is read: `−7` as `-7`, `3r2` as `3 r 2`; what is no
    answer stays as it was typed. What the child had no time to finish, the 4 of a 42, is never wrong.
    """
    judged = _judged(question, submission, reading, decimal_sign)
    if submission.cut_short and submission.confirmed is None and judged.mark.outcome is not Outcome.RIGHT:
        return Judgement(judged.text, _CUT_SHORT, left_to_teacher=True)
    return judged


def _judged(question: Question, submission: Submission, reading: Reading | None, decimal_sign: str) -> Judgement:
    typed = (submission.typed or "").strip()
    if submission.confirmed == "":
        return left_to_teacher(typed)
    if typed:
        text = canonical(question, typed, decimal_sign)
        return Judgement(text, mark(question, text, decimal_sign))
    if reading is None or reading.decision == "unread":
        return Judgement("", _UNREAD)
    if submission.confirmed is None and reading.decision == "sure":
        return Judgement(reading.text, mark(question, reading.text, decimal_sign))
    if submission.confirmed and submission.confirmed in readings_offered(reading.to_json()):
        return Judgement(submission.confirmed, mark(question, submission.confirmed, decimal_sign))
    return Judgement(reading.text, _UNREAD, awaits_child=True)


_CUT_SHORT = Mark(Outcome.UNREAD, "Time was up while you were writing. Your teacher will look at this one.")
_UNREAD = Mark(Outcome.UNREAD, "I could not read this. Write it again, large and clear.")


def left_to_teacher(text: str = "") -> Judgement:
    return Judgement(text, Mark(Outcome.UNREAD, "Your teacher will look at this one."), left_to_teacher=True)


def late(judgement: Judgement) -> Judgement:
    """Of an answer that came when its question was over: read like any other, and the teacher's to judge."""
    return Judgement(judgement.text, _LATE, left_to_teacher=True)


_LATE = Mark(Outcome.UNREAD, "This came after its question was over. Your teacher will look at it.")


def readings_offered(reading: dict[str, Any] | None) -> set[str]:
    """The texts that a child may confirm: what was read, and its alternatives."""
    if not reading or reading["decision"] == "unread":
        return set()
    return {reading["text"], *(text for text, _ in reading["alternatives"])}


def put_down(answer: Answer, judgement: Judgement) -> None:
    """Sets all that follows from the judgement and the answer's number and reading, unsaved."""
    if judgement.mark.outcome is Outcome.UNREAD and answer.number >= MOST_RESPONSES:
        judgement = left_to_teacher(judgement.text)
    answer.text = answer.automatic_text = judgement.text
    answer.mark = answer.automatic_mark = judgement.mark.outcome
    answer.note = answer.automatic_note = judgement.mark.note
    answer.awaits_child = judgement.awaits_child
    answer.left_to_teacher = judgement.left_to_teacher
    reading = answer.reading
    answer.mirrored = _mirrored(reading)
    answer.look_at_ink = reading is not None and scoring.look_at_the_ink(
        [(reading["text"], reading["confidence"]), *reading["alternatives"]],
        judgement.text,
        answer.question.question,
    )
    evidence.gather(answer, teachers=False)


def _mirrored(reading: dict[str, Any] | None) -> str:
    """The digits that were written the wrong way round, each once: a teacher may want to practise them."""
    glyphs = reading["glyphs"] if reading else []
    return "".join(sorted({glyph["text"] for glyph in glyphs if glyph.get("mirrored")}))
