"""What is made of a submission: doubt is asked about or left to the teacher, and never marked."""

from typing import Any
from uuid import uuid4

import pytest

from quizzes.models import Answer, Assignment, Classroom, Quiz, Student
from quizzes.queries.sittings import sitting_state
from quizzes.rules import questions
from quizzes.rules.marking import Outcome
from quizzes.services.answers import confirm_answer, submit_answer
from quizzes.services.assignments import give_quiz
from quizzes.services.judging import MOST_RESPONSES, Judgement, Submission, judge
from quizzes.services.refusals import NothingToConfirm, QuestionDone
from quizzes.services.sittings import open_sitting
from recognizer.reader import Decision, Reading
from tests.quizzes.giving import INK, drawn, reading, typed

QUESTION = questions.write("7 × 8")
LEFT = "Your teacher will look at this one."
CUT_SHORT = "Time was up while you were writing. Your teacher will look at this one."
AGAIN = "I could not read this. Write it again, large and clear."


def read(text: str, decision: Decision, *others: str) -> Reading:
    return Reading(text, 0.9, decision, tuple((other, 0.05) for other in others), (), "test")


def sent(typed: str | None = None, confirmed: str | None = None, cut_short: bool = False) -> Submission:
    strokes = None if typed else INK
    return Submission(uuid4(), 1, strokes, typed, confirmed, cut_short=cut_short)


SURE, ASK, NOTHING = read("56", "sure", "58"), read("54", "ask", "56"), read("", "unread")

JUDGEMENTS = [
    # what was sent, what was read → text, mark, whether the child is asked, whether it is left to the teacher
    ("typed", sent(typed="56"), None, ("56", "right", False, False)),
    ("typed with spaces", sent(typed=" 54 "), None, ("54", "wrong", False, False)),
    ("typed with a keyboard's own signs", sent(typed="５６."), None, ("56", "right", False, False)),
    ("typed, no number", sent(typed="seven"), None, ("seven", "unread", False, False)),
    ("sure", sent(), SURE, ("56", "right", False, False)),
    ("sure, and agreed", sent(confirmed="56"), SURE, ("56", "right", False, False)),
    ("sure, but the child chose another", sent(confirmed="58"), SURE, ("58", "wrong", False, False)),
    ("sure, but what was agreed to is no reading", sent(confirmed="99"), SURE, ("56", "unread", True, False)),
    ("in doubt", sent(), ASK, ("54", "unread", True, False)),
    ("in doubt, and agreed", sent(confirmed="54"), ASK, ("54", "wrong", False, False)),
    ("in doubt, and the child chose another", sent(confirmed="56"), ASK, ("56", "right", False, False)),
    ("in doubt, and a key that was not read", sent(confirmed="560"), ASK, ("54", "unread", True, False)),
    ("in doubt, left to the teacher", sent(confirmed=""), ASK, ("", "unread", False, True)),
    ("unread", sent(), NOTHING, ("", "unread", False, False)),
    ("unread, whatever the child says", sent(confirmed="56"), NOTHING, ("", "unread", False, False)),
    ("unread, left to the teacher", sent(confirmed=""), NOTHING, ("", "unread", False, True)),
    ("cut short, and right", sent(cut_short=True), SURE, ("56", "right", False, False)),
    ("cut short: the 5 of 56", sent(cut_short=True), read("5", "sure"), ("5", "unread", False, True)),
    ("cut short while typing", sent(typed="5", cut_short=True), None, ("5", "unread", False, True)),
    ("cut short, in doubt", sent(cut_short=True), ASK, ("54", "unread", False, True)),
    ("cut short, though agreed before", sent(confirmed="54", cut_short=True), ASK, ("54", "wrong", False, False)),
    ("the reader failed", sent(), None, ("", "unread", False, False)),
    ("the reader failed, left to the teacher", sent(confirmed=""), None, ("", "unread", False, True)),
]


@pytest.mark.parametrize(
    ("submission", "made", "expected"), [row[1:] for row in JUDGEMENTS], ids=[row[0] for row in JUDGEMENTS]
)
def test_a_submission_is_judged(submission: Submission, made: Reading | None, expected: tuple[Any, ...]) -> None:
    found: Judgement = judge(QUESTION, submission, made)
    assert (found.text, found.mark.outcome, found.awaits_child, found.left_to_teacher) == expected
    if found.mark.outcome is Outcome.UNREAD and submission.typed is None:
        left = CUT_SHORT if submission.cut_short else LEFT
        assert found.mark.note == (left if found.left_to_teacher else AGAIN)


@pytest.fixture
def doubtful(zoe: Student, assignment: Assignment) -> Answer:
    """Ink that says 54 or 56, where 56 is right; Zoe is asked."""
    doubt = reading("54", "ask", 0.6, [("56", 0.3)])
    return drawn(zoe, assignment, 1, "54", read=doubt, mark="unread", note=AGAIN, awaits_child=True)


@pytest.mark.parametrize(
    ("text", "mark", "note", "done", "tries_left"),
    [
        ("56", "right", "Yes, that is right.", True, 1),
        ("54", "wrong", "Not yet. Have another look.", False, 1),
        ("", "unread", LEFT, True, 2),
    ],
)
def test_the_childs_word_settles_doubtful_ink(
    doubtful: Answer, zoe: Student, text: str, mark: str, note: str, done: bool, tries_left: int
) -> None:
    receipt = confirm_answer(student=zoe, answer=doubtful, text=text)
    question = receipt.state.of(doubtful.question_id)
    assert (receipt.answer.mark, receipt.answer.note, receipt.repeated) == (mark, note, False)
    assert (question.done, question.tries_left) == (done, tries_left)
    assert confirm_answer(student=zoe, answer=doubtful, text=text).repeated


@pytest.mark.parametrize("text", ["57", "5", "56 "])
def test_what_was_not_read_cannot_be_agreed_to(doubtful: Answer, zoe: Student, text: str) -> None:
    with pytest.raises(NothingToConfirm):
        confirm_answer(student=zoe, answer=doubtful, text=text)
    doubtful.refresh_from_db()
    assert doubtful.awaits_child


def test_a_second_word_does_not_change_the_first(doubtful: Answer, zoe: Student) -> None:
    confirm_answer(student=zoe, answer=doubtful, text="54")
    for other in ("56", ""):
        with pytest.raises(NothingToConfirm):
            confirm_answer(student=zoe, answer=doubtful, text=other)
    doubtful.refresh_from_db()
    assert (doubtful.text, doubtful.mark) == ("54", "wrong")


def test_whoever_wrote_again_is_not_asked_about_the_first(
    doubtful: Answer, zoe: Student, assignment: Assignment
) -> None:
    typed(zoe, assignment, 1, "54")
    with pytest.raises(NothingToConfirm):
        confirm_answer(student=zoe, answer=doubtful, text="56")


def test_what_was_typed_asks_for_no_word(zoe: Student, assignment: Assignment) -> None:
    answer = typed(zoe, assignment, 1, "seven")
    with pytest.raises(NothingToConfirm):
        confirm_answer(student=zoe, answer=answer, text="56")


def test_shuffled_questions_keep_each_students_order(classroom: Classroom, zoe: Student, yan: Student) -> None:
    quiz = Quiz.objects.create(teacher=classroom.teacher, title="Shuffled", shuffle=True)
    quiz.questions.model.objects.bulk_create(
        quiz.questions.model(quiz=quiz, position=n, body=questions.write(f"{n} + 1").to_json()) for n in range(1, 21)
    )
    given = give_quiz(quiz=quiz, classroom=classroom)
    asked = list(given.questions.values_list("pk", flat=True))
    orders = []
    for student in (zoe, yan):
        first = [state.asked.pk for state in open_sitting(student=student, assignment=given).questions]
        again = [state.asked.pk for state in open_sitting(student=student, assignment=given).questions]
        assert first == again
        assert sorted(first) == asked
        orders.append(first)
    assert orders[0] != orders[1]


def test_a_receipt_does_not_fetch_the_ink_given_before(
    zoe: Student, assignment: Assignment, django_assert_max_num_queries: Any
) -> None:
    drawn(zoe, assignment, 1, "54")
    state = sitting_state(zoe.sittings.get())
    assignment = Assignment.objects.select_related("game").get()
    assert [answer.get_deferred_fields() for answer in state.questions[0].answers] == [{"strokes"}]
    with django_assert_max_num_queries(15):
        submission = Submission(id=uuid4(), question=state.questions[1].asked.pk, typed="3")
        submit_answer(student=zoe, assignment=assignment, submission=submission)


def test_beginning_is_news_for_whoever_watches_and_looking_again_is_not(zoe: Student, assignment: Assignment) -> None:
    open_sitting(student=zoe, assignment=assignment)
    assignment.refresh_from_db()
    assert assignment.version == 1
    open_sitting(student=zoe, assignment=assignment)
    assignment.refresh_from_db()
    assert assignment.version == 1


def test_nobody_draws_for_ever_and_it_costs_nothing(zoe: Student, assignment: Assignment) -> None:
    given = [typed(zoe, assignment, 1, "seven") for _ in range(MOST_RESPONSES)]
    assert {answer.left_to_teacher for answer in given[:-1]} == {False}
    assert (given[-1].left_to_teacher, given[-1].mark, given[-1].note) == (True, "unread", LEFT)
    state = sitting_state(zoe.sittings.get()).questions[0]
    assert (state.done, state.outcome, state.tries_left) == (True, "unread", 2)
    with pytest.raises(QuestionDone):
        typed(zoe, assignment, 1, "56")
