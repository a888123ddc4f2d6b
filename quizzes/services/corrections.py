"""A teacher mends a reading or a mark; every score follows, and who, when and why is kept."""

from functools import partial

from django.db import transaction
from django.utils import timezone

from quizzes.models import Answer, Correction, User
from quizzes.queries.late import as_if_in_time
from quizzes.rules import marking
from quizzes.rules.grammar import FORMATS
from quizzes.rules.marking import Outcome
from quizzes.services import evidence
from quizzes.services.assignments import note_change
from quizzes.services.games import answer_changed
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


COUNTED = "It came late, and it counts"


def count_late(*, answer: Answer, teacher: User) -> Correction:
    """Counts an answer that came after its question was over, as the rules mark what was written.

    Undone like any correction. Raises NotEditable where there is nothing that can be marked.
    """
    counted = as_if_in_time(answer)
    if counted is None:
        raise NotEditable("Nothing of this answer can be marked by itself. Look at it, and choose the mark.")
    text = None if answer.source == Answer.Source.TYPED else counted.text
    return correct_answer(answer=answer, teacher=teacher, mark=counted.outcome, reason=COUNTED, text=text)


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


def let_stand(*, answer: Answer) -> None:
    """The answer, locked and not saved yet, was read after the teacher had spoken: what the teacher said stands, and
    the child is not asked.

    Saved twice in one transaction, a row asks for its sitting anew when that ends: after the assignment, against the
    order in which everybody locks.
    """
    if standing := _standing(answer):
        standing.ended_wait, answer.awaits_child = answer.awaits_child, False
        standing.save(update_fields=["ended_wait"])
        _put_down(answer, standing)


def _locked(answer: Answer) -> Answer:
    found = Answer.objects.select_related("sitting__assignment__classroom", "sitting__assignment__game", "question")
    return found.select_for_update(of=("self",)).get(pk=answer.pk)


def _standing(answer: Answer) -> Correction | None:
    return answer.corrections.filter(undone_at=None).first()


def _apply(answer: Answer) -> None:
    _put_down(answer, _standing(answer))
    derived = ["digits_right", "digits_asked", "misconceptions"]
    answer.save(update_fields=["text", "mark", "note", "awaits_child", *derived])
    note_change(assignment_id=answer.sitting.assignment_id)
    transaction.on_commit(partial(answer_changed, sitting=answer.sitting))


def _put_down(answer: Answer, standing: Correction | None) -> None:
    """What the teacher said, or else the site, and all that follows from it; unsaved."""
    answer.text = standing.text if standing else answer.automatic_text
    answer.mark = standing.mark if standing else answer.automatic_mark
    answer.note = _note(answer) if standing else answer.automatic_note
    evidence.gather(answer, teachers=standing is not None)


def _note(answer: Answer) -> str:
    """What the rules say about the text, where they agree with the teacher's mark; else nothing."""
    decimal_sign = answer.sitting.assignment.classroom.decimal_sign
    made = marking.mark(answer.question.question, answer.text, decimal_sign)
    return made.note if made.outcome == answer.mark else ""
