"""Rounds of practice: begun, gone on with, stopped; and with threads that meet."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from quizzes.models import AskedQuestion, Assignment, Classroom, Sitting, Student, User
from quizzes.queries.assignments import assignment_list
from quizzes.queries.classrooms import assignments_given_to, classrooms_of, loss
from quizzes.queries.practice import attempts_of, seconds_written
from quizzes.queries.results import results
from quizzes.rules.marking import Outcome
from quizzes.rules.practice import PARAMETERS, Step
from quizzes.services.answers import Receipt, confirm_answer, submit_answer
from quizzes.services.corrections import correct_answer
from quizzes.services.erasure import erase_student
from quizzes.services.judging import Submission
from quizzes.services.offers import offer_steps, withdraw_step
from quizzes.services.practice import begin_round, stop_round
from quizzes.services.refusals import AssignmentClosed, NothingToPractise, QuestionDone
from quizzes.services.sittings import open_sitting
from tests.quizzes.giving import drawn, reading
from tests.quizzes.services.test_exactly_once import at_once

SUMS, MORE_SUMS, TABLES = Step("add-within-20", 1), Step("add-within-20", 2), Step("tables-2-5-10", 1)
ROUND = PARAMETERS.in_a_round


@pytest.fixture
def offered(classroom: Classroom) -> tuple[Step, ...]:
    steps = (SUMS, MORE_SUMS, TABLES)
    offer_steps(classroom=classroom, steps=steps)
    return steps


def send(student: Student, assignment: Assignment, question: AskedQuestion, text: str) -> Receipt:
    submission = Submission(id=uuid4(), question=question.pk, typed=text)
    return submit_answer(student=student, assignment=assignment, submission=submission)


def answer_next(student: Student, assignment: Assignment, *, right: bool = True) -> Receipt:
    """To the question that is shown, until it is done."""
    current = open_sitting(student=student, assignment=assignment).current
    assert current is not None
    key = current.asked.question.answer
    receipt = send(student, assignment, current.asked, key if right else "999")
    if not right:
        receipt = send(student, assignment, current.asked, "998")
    assert receipt.state.of(current.asked.pk).done
    return receipt


def steps_asked(assignment: Assignment) -> list[Step]:
    return [Step(row.question.skill, row.question.level) for row in assignment.questions.all()]


def test_a_round_begins_with_one_question_and_asks_the_next_after_each_answer(
    zoe: Student, offered: tuple[Step, ...]
) -> None:
    practice = begin_round(student=zoe)
    for answered in range(1, ROUND):
        receipt = answer_next(zoe, practice)
        assert (receipt.state.answered, receipt.state.total) == (answered, ROUND)
        assert practice.questions.count() == answered + 1
    last = answer_next(zoe, practice)
    assert last.state.current is None
    practice.refresh_from_db()
    sitting = Sitting.objects.get(assignment=practice)
    assert practice.questions.count() == ROUND == len(sitting.order)
    assert sitting.finished_at is not None
    assert practice.closed_at is not None
    assert (practice.title, practice.tries, practice.show_marks) == ("Practice", 2, "each")


def test_what_is_asked_follows_from_what_is_known(zoe: Student, offered: tuple[Step, ...]) -> None:
    practice = begin_round(student=zoe)
    while answer_next(zoe, practice).state.current is not None:
        pass
    in_turn = [SUMS, TABLES] * 2 + [SUMS] + [MORE_SUMS, TABLES] + [MORE_SUMS] * 2
    assert steps_asked(practice) == [*in_turn, SUMS]  # once all is known, what was known first


def test_only_the_first_try_of_a_question_proves_anything(zoe: Student, classroom: Classroom) -> None:
    offer_steps(classroom=classroom, steps=[SUMS, MORE_SUMS])
    practice = begin_round(student=zoe)
    for _ in range(3):
        current = open_sitting(student=zoe, assignment=practice).current
        assert current is not None
        send(zoe, practice, current.asked, "999")
        send(zoe, practice, current.asked, current.asked.question.answer)
    assert set(steps_asked(practice)) == {SUMS}
    assert {attempt.outcome for attempt in attempts_of([zoe], {SUMS.code})[zoe.pk]} == {Outcome.WRONG}


def test_no_question_comes_twice_in_a_round(zoe: Student, classroom: Classroom) -> None:
    offer_steps(classroom=classroom, steps=[SUMS])
    practice = begin_round(student=zoe)
    while answer_next(zoe, practice).state.current is not None:
        pass
    keys = [row.question.key for row in practice.questions.all()]
    assert len(set(keys)) == ROUND


def test_a_round_of_one_skill_stays_with_it(zoe: Student, offered: tuple[Step, ...]) -> None:
    practice = begin_round(student=zoe, skill=TABLES.code)
    for _ in range(5):
        answer_next(zoe, practice)
    assert set(steps_asked(practice)) == {TABLES}
    assert practice.title == f"Practice: {TABLES.skill.name}"


def test_the_open_round_is_gone_on_with_and_another_skill_begins_anew(zoe: Student, offered: tuple[Step, ...]) -> None:
    first = begin_round(student=zoe, skill=TABLES.code)
    answer_next(zoe, first)
    assert begin_round(student=zoe) == first
    assert begin_round(student=zoe, skill=TABLES.code) == first
    other = begin_round(student=zoe, skill=SUMS.code)
    assert other != first
    first.refresh_from_db()
    assert first.closed_at is not None


def test_stopping_keeps_what_was_answered_and_nothing_else(zoe: Student, offered: tuple[Step, ...]) -> None:
    practice = begin_round(student=zoe)
    answer_next(zoe, practice)
    for _ in range(2):  # a second tap changes nothing
        stop_round(student=zoe, assignment=practice)
    sitting = Sitting.objects.get(assignment=practice)
    assert practice.questions.count() == 1 == len(sitting.order)
    assert sitting.finished_at is not None
    assert open_sitting(student=zoe, assignment=practice).total == 1
    with pytest.raises(AssignmentClosed):
        send(zoe, Assignment.objects.get(pk=practice.pk), practice.questions.get(), "5")


def test_stopping_keeps_a_question_that_was_tried(zoe: Student, offered: tuple[Step, ...]) -> None:
    practice = begin_round(student=zoe)
    current = open_sitting(student=zoe, assignment=practice).current
    assert current is not None
    send(zoe, practice, current.asked, "999")
    stop_round(student=zoe, assignment=practice)
    assert practice.questions.count() == 1


def test_a_round_without_an_answer_never_was(zoe: Student, offered: tuple[Step, ...]) -> None:
    stop_round(student=zoe, assignment=begin_round(student=zoe))
    assert not Assignment.objects.exists()


@pytest.mark.parametrize("skill", ["", "tables-11-12", "no-such-skill", "x" * 400])
def test_without_anything_on_offer_no_round_begins(zoe: Student, classroom: Classroom, skill: str) -> None:
    if skill:
        offer_steps(classroom=classroom, steps=[SUMS])
    with pytest.raises(NothingToPractise):
        begin_round(student=zoe, skill=skill)
    assert not Assignment.objects.exists()


def test_a_round_ends_where_its_skill_is_taken_off_the_list(zoe: Student, classroom: Classroom) -> None:
    offer_steps(classroom=classroom, steps=[SUMS])
    practice = begin_round(student=zoe)
    withdraw_step(classroom=classroom, step=SUMS)
    receipt = answer_next(zoe, practice)
    assert (receipt.state.current, receipt.state.total) == (None, 1)


def test_what_one_cannot_do_rests_after_ten_tries_and_the_round_ends(zoe: Student, classroom: Classroom) -> None:
    offer_steps(classroom=classroom, steps=[SUMS])
    practice = begin_round(student=zoe)
    while answer_next(zoe, practice, right=False).state.current is not None:
        pass
    assert practice.questions.count() == PARAMETERS.tries_a_day
    with pytest.raises(NothingToPractise):
        begin_round(student=zoe)


def test_the_childs_word_brings_the_next_question(zoe: Student, offered: tuple[Step, ...]) -> None:
    practice = begin_round(student=zoe)
    key = practice.questions.get().question.answer
    doubt = reading("54", "ask", 0.6, [(key, 0.3)])
    answer = drawn(zoe, practice, 1, "54", read=doubt, mark="unread", note="", awaits_child=True)
    confirm_answer(student=zoe, answer=answer, text=key)
    assert practice.questions.count() == 2


def test_a_teachers_correction_lets_the_round_go_on(zoe: Student, alice: User, offered: tuple[Step, ...]) -> None:
    practice = begin_round(student=zoe)
    answer = send(zoe, practice, practice.questions.get(), "999").answer
    correct_answer(answer=answer, teacher=alice, mark=Outcome.RIGHT, reason="I can read it")
    state = open_sitting(student=zoe, assignment=practice)
    assert state.current is not None
    assert state.current.asked.position == 2


def test_rounds_are_no_assignments_of_the_class(
    zoe: Student, alice: User, assignment: Assignment, offered: tuple[Step, ...]
) -> None:
    practice = begin_round(student=zoe)
    now = practice.created_at
    assert list(assignment_list(alice, now)) == [assignment]
    assert list(assignments_given_to(zoe.classroom)) == [assignment]
    assert [room.assignment_count for room in classrooms_of(alice)] == [1]
    assert loss(zoe.classroom).assignments == 1
    assert [row.name for row in results(practice).rows] == ["Zoe Zimmer"]


def test_erasing_a_student_erases_their_practice(zoe: Student, yan: Student, offered: tuple[Step, ...]) -> None:
    for student in (zoe, yan):
        answer_next(student, begin_round(student=student))
    erase_student(student=zoe)
    assert [each.practised_by for each in Assignment.objects.all()] == [yan]


Browser = Callable[[Any], Any]


def test_a_classmate_sees_nothing_of_a_round(
    zoe: Student, yan: Student, offered: tuple[Step, ...], seated: Browser
) -> None:
    practice = begin_round(student=zoe)
    answer_next(zoe, practice)
    browser = seated(yan)
    pages = ("play-question", "play-score", "api-next", "api-answers", "practice-stop")
    for name in pages:
        address = reverse(name, args=[practice.pk])
        replies = {browser.get(address).status_code, browser.post(address).status_code}
        assert replies <= {404, 405}, name
        assert 404 in replies, name
    assert str(practice.pk) not in [row["id"] for row in browser.get(reverse("api-seat")).json()["assignments"]]


def test_the_time_of_writing_is_the_inks_own() -> None:
    assert seconds_written([[[0, 0, 0], [1, 1, 200]], [[2, 2, 900], [3, 3, 1500]]]) == 1.5
    assert seconds_written([[[0, 0], [1, 1]]]) is None
    assert seconds_written([]) is None


def test_attempts_cost_three_queries_however_many_there_are(
    zoe: Student, yan: Student, offered: tuple[Step, ...], django_assert_num_queries: Any
) -> None:
    for student in (zoe, yan):
        practice = begin_round(student=student)
        for _ in range(4):
            answer_next(student, practice)
    with django_assert_num_queries(3):  # games, ink, answers
        found = attempts_of([zoe, yan], {step.code for step in offered})
    assert [len(each) for each in found.values()] == [4, 4]


@pytest.mark.django_db(transaction=True)
def test_two_taps_at_once_begin_one_round(zoe: Student, offered: tuple[Step, ...]) -> None:
    begun = at_once([partial(begin_round, student=zoe)] * 6)
    assert {each.pk for each in begun} == {Assignment.objects.get().pk}, begun
    assert AskedQuestion.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_an_answer_from_two_devices_brings_one_question(zoe: Student, offered: tuple[Step, ...]) -> None:
    practice = begin_round(student=zoe)
    for answered in range(1, 4):
        current = open_sitting(student=zoe, assignment=practice).current
        assert current is not None
        key = current.asked.question.answer
        same = Submission(id=uuid4(), question=current.asked.pk, typed=key)
        repeat = partial(submit_answer, student=zoe, assignment=practice, submission=same)
        other = partial(send, zoe, practice, current.asked, key)
        look = partial(open_sitting, student=zoe, assignment=practice)
        done = at_once([repeat, other, look, repeat, other, look])
        assert {type(each) for each in done if isinstance(each, Exception)} <= {QuestionDone}
        assert list(practice.questions.values_list("position", flat=True)) == list(range(1, answered + 2))


@pytest.mark.django_db(transaction=True)
def test_stopping_while_an_answer_arrives_leaves_no_question_open(zoe: Student, offered: tuple[Step, ...]) -> None:
    for _ in range(4):
        practice = begin_round(student=zoe)
        answer_next(zoe, practice)
        current = open_sitting(student=zoe, assignment=practice).current
        assert current is not None
        answer = partial(send, zoe, practice, current.asked, current.asked.question.answer)
        done = at_once([answer, partial(stop_round, student=zoe, assignment=practice)])
        failures = [each for each in done if isinstance(each, Exception)]
        assert {type(each) for each in failures} <= {AssignmentClosed, QuestionDone, AskedQuestion.DoesNotExist}
        state = open_sitting(student=zoe, assignment=Assignment.objects.get(pk=practice.pk))
        assert state.current is None
        assert all(question.answers for question in state.questions)
