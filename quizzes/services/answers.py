"""Taking an answer: read, mark and store, exactly once.

The ink is stored whatever the reader makes of it. What is acknowledged is committed; what comes again under the same
id is answered with what was stored.
"""

import json
import logging
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from quizzes.models import Answer, Assignment, Sitting, Student
from quizzes.queries.sittings import SittingState, sitting_state
from quizzes.rules import scoring
from quizzes.rules.marking import Mark, Outcome, canonical, mark
from quizzes.rules.questions import Question
from quizzes.rules.typesetting import POINT
from quizzes.services import evidence, sittings
from quizzes.services.assignments import note_change
from quizzes.services.reading import read_sheet
from quizzes.services.refusals import AnswerConflict, NothingToConfirm, QuestionDone
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
    """

    id: UUID
    question: int
    strokes: list[list[list[float]]] | None = None
    typed: str | None = None
    confirmed: str | None = None
    thinking_ms: int | None = None

    @property
    def digest(self) -> str:
        content = [self.question, self.strokes, self.typed, self.confirmed]
        return sha256(json.dumps(content, separators=(",", ":")).encode()).hexdigest()


@dataclass(frozen=True)
class Receipt:
    answer: Answer
    state: SittingState
    repeated: bool


@dataclass(frozen=True)
class Judgement:
    """What is made of a submission: the text that is marked, and the mark."""

    text: str
    mark: Mark
    awaits_child: bool = False
    left_to_teacher: bool = False


def submit_answer(*, student: Student, assignment: Assignment, submission: Submission) -> Receipt:
    """Stores an answer and its mark, and says what comes next.

    Raises AnswerConflict (same id, other content), AssignmentClosed, QuestionDone, AskedQuestion.DoesNotExist.
    """
    if repeat := _stored(student, assignment, submission):
        return repeat
    sittings.require_open(assignment)
    question = assignment.questions.get(pk=submission.question).question
    reading = _read(submission, question)
    judgement = judge(question, submission, reading, student.classroom.decimal_sign)
    sitting = sittings.begin_sitting(student=student, assignment=assignment)
    try:
        with transaction.atomic():
            locked = sittings.locked_sittings().get(pk=sitting.pk)
            if repeat := _stored(student, assignment, submission):  # it came twice at once
                return repeat
            answer = _store(locked, submission, question, reading, judgement)
            state = sittings.go_on(locked)
            note_change(assignment_id=assignment.pk)
    except IntegrityError:
        if repeat := _stored(student, assignment, submission):  # somebody else sent the same id at once
            return repeat
        raise
    return Receipt(answer, state, repeated=False)


def confirm_answer(*, student: Student, answer: Answer, text: str) -> Receipt:
    """The child's word on doubtful ink after it was sent: the reading's text, an alternative, or "" for the teacher.

    The same word again (its receipt was lost) changes nothing. Raises NothingToConfirm where the answer does not
    await a word, or the text is none of the readings.
    """
    with transaction.atomic():
        sitting = sittings.locked_sittings().get(pk=answer.sitting_id, student=student)
        answer = Answer.objects.select_for_update(of=("self",)).select_related("question").get(pk=answer.pk)
        options = readings_offered(answer.reading)
        state = sitting_state(sitting)
        if _was_said(answer, text):
            return Receipt(answer, state, repeated=True)
        latest = state.of(answer.question_id).last
        if not answer.awaits_child or answer != latest or (text and text not in options):
            raise NothingToConfirm("There is nothing to confirm here. Write your answer again.")
        said = (
            Judgement(text, mark(answer.question.question, text, student.classroom.decimal_sign))
            if text
            else _left_to_teacher()
        )
        _settle(answer, said, answer.reading)
        answer.save()
        state = sittings.go_on(sitting)
        note_change(assignment_id=sitting.assignment_id)
    return Receipt(answer, state, repeated=False)


def _was_said(answer: Answer, text: str) -> bool:
    """Whether this word of the child is the one that stands."""
    return (
        not answer.awaits_child
        and answer.automatic_text == text
        and (text != "" or answer.left_to_teacher)
        and not answer.corrections.filter(undone_at=None).exists()
    )


def judge(question: Question, submission: Submission, reading: Reading | None, decimal_sign: str = POINT) -> Judgement:
    """Doubt is never marked: it is asked about, or left to the teacher.

    What was typed is kept in the signs of canonical text, as ink is read: `−7` as `-7`, `3r2` as `3 r 2`. What is no
    answer stays as it was typed.
    """
    typed = (submission.typed or "").strip()
    if submission.confirmed == "":
        return _left_to_teacher(typed)
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


_UNREAD = Mark(Outcome.UNREAD, "I could not read this. Write it again, large and clear.")


def _left_to_teacher(text: str = "") -> Judgement:
    return Judgement(text, Mark(Outcome.UNREAD, "Your teacher will look at this one."), left_to_teacher=True)


def readings_offered(reading: dict[str, Any] | None) -> set[str]:
    """The texts that a child may confirm: what was read, and its alternatives."""
    if not reading or reading["decision"] == "unread":
        return set()
    return {reading["text"], *(text for text, _ in reading["alternatives"])}


def _read(submission: Submission, question: Question) -> Reading | None:
    """The reader is handed the ink and the format; the question's value stays here."""
    if submission.strokes is None:
        return None
    try:
        return read_sheet(strokes=submission.strokes, format=question.format)
    except Exception:  # whatever is wrong with the reader, the child's ink is kept, as *unread*
        logger.exception("answer %s could not be read", submission.id)
        return None


def _stored(student: Student, assignment: Assignment, submission: Submission) -> Receipt | None:
    answer = Answer.objects.select_related("sitting__assignment", "question").filter(pk=submission.id).first()
    if answer is None:
        return None
    same_place = (answer.sitting.student_id, answer.sitting.assignment_id) == (student.pk, assignment.pk)
    if not same_place or answer.digest != submission.digest:
        raise AnswerConflict("This answer was sent before with another content. Write it again.")
    return Receipt(answer, sitting_state(answer.sitting), repeated=True)


def _store(
    sitting: Sitting,
    submission: Submission,
    question: Question,
    reading: Reading | None,
    judgement: Judgement,
) -> Answer:
    if sitting.finished_at is not None:  # of a round that was stopped, the question may be gone
        raise QuestionDone("This is finished already.")
    before = sitting_state(sitting).of(submission.question)
    if before.done:
        raise QuestionDone("This question is answered already.")
    if judgement.mark.outcome is Outcome.UNREAD and len(before.answers) + 1 >= MOST_RESPONSES:
        judgement = _left_to_teacher(judgement.text)
    answer = Answer(
        id=submission.id,
        sitting=sitting,
        question=before.asked,
        number=len(before.answers) + 1,
        source=Answer.Source.TYPED if submission.strokes is None else Answer.Source.DRAWN,
        strokes=submission.strokes,
        reading=reading.to_json() if reading else None,
        digest=submission.digest,
        thinking_ms=submission.thinking_ms,
        shown_at=sitting.shown_at if sitting.showing_id == before.asked.pk else None,
        received_at=timezone.now(),
    )
    answer.mirrored = _mirrored(answer.reading)
    _settle(answer, judgement, answer.reading)
    answer.save(force_insert=True)
    return answer


def _mirrored(reading: dict[str, Any] | None) -> str:
    """The digits that were written the wrong way round, each once: a teacher may want to practise them."""
    glyphs = reading["glyphs"] if reading else []
    return "".join(sorted({glyph["text"] for glyph in glyphs if glyph.get("mirrored")}))


def _settle(answer: Answer, judgement: Judgement, reading: dict[str, Any] | None) -> None:
    answer.text = answer.automatic_text = judgement.text
    answer.mark = answer.automatic_mark = judgement.mark.outcome
    answer.note = answer.automatic_note = judgement.mark.note
    answer.awaits_child = judgement.awaits_child
    answer.left_to_teacher = judgement.left_to_teacher
    answer.look_at_ink = reading is not None and scoring.look_at_the_ink(
        [(reading["text"], reading["confidence"]), *reading["alternatives"]],
        judgement.text,
        answer.question.question,
    )
    evidence.gather(answer, teachers=False)
