"""A teacher mends a reading or a mark; every score follows, and who, when and why is kept."""

from django.db import transaction
from django.utils import timezone

from quizzes.models import Answer, Correction, User
from quizzes.rules import marking
from quizzes.rules.grammar import FORMATS
from quizzes.rules.marking import Outcome
from quizzes.services import evidence
from quizzes.services.assignments import note_change
from quizzes.services.refusals import NotEditable


def correct_answer(*, answer: Answer, teacher: User, mark: Outcome, reason: str, text: str | None = None) -> Correction:
    """Puts the teacher's mark (and, where given, the teacher's reading) in place of what stands.

    The same correction by the same teacher again (a second tap) is the one that stands. Raises NotEditable for a
    reading of a typed answer: what a child typed stays as it was typed.
    """
    with transaction.atomic():
        answer = _locked(answer)
        if text is not None and answer.source == Answer.Source.TYPED:
            raise NotEditable("This answer was typed, so there is nothing to read. Choose the mark instead.")
        text = answer.text if text is None else text
        standing = _standing(answer)
        if standing and (standing.teacher, standing.mark, standing.text, standing.reason) == (
            teacher,
            mark,
            text,
            reason,
        ):
            return standing
        correction = Correction.objects.create(
            answer=answer,
            teacher=teacher,
            text=text,
            mark=mark,
            reason=reason,
            ended_wait=answer.awaits_child,
            created_at=timezone.now(),
        )
        answer.awaits_child = False  # the teacher has spoken
        _apply(answer)
        return correction


def correct_reading(*, answer: Answer, teacher: User, text: str, reason: str) -> Correction:
    """Puts the teacher's reading in place of what stands; the rules mark it as any other answer.

    It is kept in the signs of canonical text: `3r2` as `3 r 2`, as the reader would have read it.
    Raises NotEditable where the rules cannot mark the text, and as correct_answer does.
    """
    question = answer.question.question
    plain = marking.canonical(question, text, answer.sitting.assignment.classroom.decimal_sign)
    made = marking.mark(question, plain)
    if made.outcome == Outcome.UNREAD:
        raise NotEditable(
            f"“{text}” cannot be marked: this question asks for {FORMATS[question.format].hint}. "
            "Change it, or choose the mark yourself."
        )
    return correct_answer(answer=answer, teacher=teacher, mark=made.outcome, reason=reason, text=plain)


def undo_correction(*, answer: Answer, teacher: User, correction: int | None = None) -> None:
    """Takes back the latest correction that stands.

    `correction` says which one that was on the teacher's screen, so that a second tap does not undo a second one.
    Raises NotEditable where it no longer stands, or there is none.
    """
    with transaction.atomic():
        answer = _locked(answer)
        latest = _standing(answer)
        if latest is None or correction not in (None, latest.pk):
            raise NotEditable("There is no such correction to undo any more. This is how the answer stands now.")
        latest.undone_at, latest.undone_by = timezone.now(), teacher
        latest.save(update_fields=["undone_at", "undone_by"])
        answer.awaits_child = latest.ended_wait
        _apply(answer)


def _locked(answer: Answer) -> Answer:
    found = Answer.objects.select_related("sitting__assignment__classroom", "question")
    return found.select_for_update(of=("self",)).get(pk=answer.pk)


def _standing(answer: Answer) -> Correction | None:
    return answer.corrections.filter(undone_at=None).first()


def _apply(answer: Answer) -> None:
    standing = _standing(answer)
    answer.text = standing.text if standing else answer.automatic_text
    answer.mark = standing.mark if standing else answer.automatic_mark
    answer.note = _note(answer) if standing else answer.automatic_note
    evidence.gather(answer, teachers=standing is not None)
    derived = ["digits_right", "digits_asked", "misconceptions"]
    answer.save(update_fields=["text", "mark", "note", "awaits_child", *derived])
    note_change(assignment_id=answer.sitting.assignment_id)


def _note(answer: Answer) -> str:
    """What the rules say about the text, where they agree with the teacher's mark; else nothing."""
    decimal_sign = answer.sitting.assignment.classroom.decimal_sign
    made = marking.mark(answer.question.question, answer.text, decimal_sign)
    return made.note if made.outcome == answer.mark else ""
