"""Taking an answer: read, mark and store, exactly once.

The ink is stored whatever the reader makes of it. What is acknowledged is committed; what comes again under the same
id is answered with what was stored.
"""

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone

from quizzes.models import Answer, Assignment, Sitting, Student
from quizzes.queries.sittings import SittingState, sitting_state
from quizzes.rules.marking import mark
from quizzes.rules.questions import Question
from quizzes.services import judging, sittings
from quizzes.services.assignments import note_change
from quizzes.services.games import answer_changed
from quizzes.services.judging import Judgement, Submission, judge, left_to_teacher, put_down, read, readings_offered
from quizzes.services.refusals import AnswerConflict, NothingToConfirm, QuestionDone
from recognizer.reader import Reading


@dataclass(frozen=True)
class Receipt:
    answer: Answer
    state: SittingState
    repeated: bool


def submit_answer(*, student: Student, assignment: Assignment, submission: Submission) -> Receipt:
    """Stores an answer and its mark, and says what comes next.

    What comes after its race is over is *unread*, and left to the teacher. Raises AnswerConflict (same id, other
    content), QuestionDone, AskedQuestion.DoesNotExist, and what sittings.comes_late raises.
    """
    if repeat := _stored(student, assignment, submission):
        return repeat
    late = sittings.comes_late(assignment)
    question = assignment.questions.get(pk=submission.question).question
    reading = read(submission, question)
    judgement = judge(question, submission, reading, student.classroom.decimal_sign)
    if late:
        judgement = judging.late(judgement)
    sitting = sittings.begin_sitting(student=student, assignment=assignment)
    try:
        with transaction.atomic():
            locked = sittings.locked_sittings().get(pk=sitting.pk)
            if repeat := _stored(student, assignment, submission):  # it came twice at once
                return repeat
            answer = _store(locked, submission, question, reading, judgement, late=late)
            state = sittings.go_on(locked)
            note_change(assignment_id=assignment.pk)
    except IntegrityError:
        if repeat := _stored(student, assignment, submission):  # somebody else sent the same id at once
            return repeat
        raise
    answer_changed(sitting=state.sitting)
    return Receipt(answer, state, repeated=False)


def confirm_answer(*, student: Student, answer: Answer, text: str) -> Receipt:
    """The child's word on doubtful ink after it was sent: the reading's text, an alternative, or "" for the teacher.

    The same word again (its receipt was lost) changes nothing. Raises NothingToConfirm where the answer does not
    await a word, or the text is none of the readings, and QuestionDone in a led game whose question is over: the key
    is known by then, and the answer stays for the teacher.
    """
    with transaction.atomic():
        sitting = sittings.locked_sittings().get(pk=answer.sitting_id, student=student)
        answer = Answer.objects.select_for_update(of=("self",)).select_related("question").get(pk=answer.pk)
        options = readings_offered(answer.reading)
        state = sitting_state(sitting)
        if _was_said(answer, text):
            return Receipt(answer, state, repeated=True)
        if state.is_led and (state.current is None or state.current.asked.pk != answer.question_id):
            raise QuestionDone("This question is over. Your teacher will look at what you wrote.")
        latest = state.of(answer.question_id).last
        if not answer.awaits_child or answer != latest or (text and text not in options):
            raise NothingToConfirm("There is nothing to confirm here. Write your answer again.")
        said = (
            Judgement(text, mark(answer.question.question, text, student.classroom.decimal_sign))
            if text
            else left_to_teacher()
        )
        put_down(answer, said)
        answer.save()
        state = sittings.go_on(sitting)
        note_change(assignment_id=sitting.assignment_id)
    answer_changed(sitting=state.sitting)
    return Receipt(answer, state, repeated=False)


def _was_said(answer: Answer, text: str) -> bool:
    """Whether this word of the child is the one that stands."""
    return (
        not answer.awaits_child
        and answer.automatic_text == text
        and (text != "" or answer.left_to_teacher)
        and not answer.corrections.filter(undone_at=None).exists()
    )


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
    *,
    late: bool,
) -> Answer:
    if sitting.finished_at is not None and not late:  # of a round that was stopped, the question may be gone
        raise QuestionDone("This is finished already.")
    before = sitting_state(sitting).of(submission.question)
    if before.done:
        raise QuestionDone("This question is answered already.")
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
        cut_short=submission.cut_short,
        late=late,
        shown_at=sitting.shown_at if sitting.showing_id == before.asked.pk else None,
        received_at=timezone.now(),
    )
    put_down(answer, judgement)
    answer.save(force_insert=True)
    return answer
