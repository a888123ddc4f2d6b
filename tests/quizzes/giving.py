"""Answers for tests, by the short way: typed, or with ink and a reading of which the test decides."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from quizzes.models import Answer, Assignment, Student
from quizzes.rules.marking import mark
from quizzes.services.answers import submit_answer
from quizzes.services.assignments import note_change
from quizzes.services.judging import Submission
from quizzes.services.sittings import begin_sitting

INK = [[[100, 100, 0], [200, 300, 16]], [[400, 100, 500], [400, 300, 516], [500, 300, 532]]]


def typed(student: Student, assignment: Assignment, place: int, text: str) -> Answer:
    """An answer to the question at this place (from 1), as a device sends it."""
    question = assignment.questions.get(position=place)
    submission = Submission(id=uuid4(), question=question.pk, typed=text)
    return submit_answer(student=student, assignment=assignment, submission=submission).answer


def reading(
    text: str,
    decision: str = "sure",
    confidence: float = 0.98,
    alternatives: Sequence[tuple[str, float]] = (),
    mirrored: str = "",
) -> dict[str, Any]:
    boxes = [[100, 100, 200, 300], [400, 100, 500, 300]]
    return {
        "text": text,
        "confidence": confidence,
        "decision": decision,
        "alternatives": [list(each) for each in alternatives],
        "glyphs": [
            {"text": symbol, "strokes": [place], "box": box, "confidence": confidence, "mirrored": symbol in mirrored}
            for place, (symbol, box) in enumerate(zip(text, boxes, strict=False))
        ],
        "weights": "test",
    }


def drawn(
    student: Student,
    assignment: Assignment,
    place: int,
    text: str,
    *,
    read: dict[str, Any] | None = None,
    shown_at: datetime | None = None,
    **fields: Any,
) -> Answer:
    """An answer with ink that was read so, and marked by the rules unless `fields` say otherwise."""
    sitting = begin_sitting(student=student, assignment=assignment)
    asked = assignment.questions.get(position=place)
    made = mark(asked.question, text)
    derived = {"text": text, "mark": made.outcome, "note": made.note} | fields
    answer = Answer.objects.create(
        id=uuid4(),
        sitting=sitting,
        question=asked,
        number=sitting.answers.filter(question=asked).count() + 1,
        source=Answer.Source.DRAWN,
        strokes=INK,
        reading=read or reading(text),
        mirrored="".join(glyph["text"] for glyph in (read or {}).get("glyphs", []) if glyph.get("mirrored")),
        automatic_text=derived["text"],
        automatic_mark=derived["mark"],
        automatic_note=derived["note"],
        shown_at=shown_at,
        received_at=timezone.now() if shown_at is None else shown_at + timedelta(seconds=12),
        **derived,
    )
    note_change(assignment_id=assignment.pk)
    return answer
