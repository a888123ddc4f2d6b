from datetime import timedelta

import pytest
from django.utils import timezone

from quizzes.models import Assignment, Classroom, Quiz, User
from quizzes.rules import questions
from quizzes.services.assignments import close_assignment, give_quiz, reopen_assignment, set_dates
from quizzes.services.quizzes import add_questions, rewrite_question
from quizzes.services.refusals import NotEditable


def asked(assignment: Assignment) -> list[str]:
    return [row.question.notation for row in assignment.questions.all()]


def test_a_given_quiz_keeps_its_questions_and_settings_when_the_quiz_changes(
    quiz: Quiz, assignment: Assignment
) -> None:
    rewrite_question(row=quiz.questions.all()[0], question=questions.write("1 + 1"))
    add_questions(quiz=quiz, added=[questions.write("2 + 2")])
    Quiz.objects.filter(pk=quiz.pk).update(title="Another", tries=5)
    assignment.refresh_from_db()
    assert asked(assignment) == ["7 × 8", "12 ÷ 4"]
    assert (assignment.title, assignment.tries) == ("Times and divide", 2)


def test_a_given_quiz_keeps_its_questions_when_the_quiz_is_deleted(quiz: Quiz, assignment: Assignment) -> None:
    quiz.delete()
    assignment.refresh_from_db()
    assert assignment.quiz is None
    assert asked(assignment) == ["7 × 8", "12 ÷ 4"]


def test_questions_are_asked_in_the_order_of_the_quiz_and_numbered_from_one(assignment: Assignment) -> None:
    assert list(assignment.questions.values_list("position", flat=True)) == [1, 2]


def test_a_quiz_without_questions_is_not_given(alice: User, classroom: Classroom) -> None:
    empty = Quiz.objects.create(teacher=alice, title="Empty")
    with pytest.raises(NotEditable, match=r"^This quiz has no questions yet\. Add one first\.$"):
        give_quiz(quiz=empty, classroom=classroom)
    assert not Assignment.objects.exists()


def test_closing_and_reopening(assignment: Assignment) -> None:
    now = timezone.now()
    close_assignment(assignment=assignment)
    assignment.refresh_from_db()
    assert not assignment.is_open(now)
    reopen_assignment(assignment=assignment)
    assignment.refresh_from_db()
    assert assignment.is_open(now)
    assert assignment.version == 2


def test_reopening_lets_students_in_whatever_the_times_were(assignment: Assignment) -> None:
    now = timezone.now()
    set_dates(assignment=assignment, opens_at=now + timedelta(days=1), closes_at=now + timedelta(days=2))
    assignment.refresh_from_db()
    assert not assignment.is_open(now)
    reopen_assignment(assignment=assignment)
    assignment.refresh_from_db()
    assert (assignment.opens_at, assignment.closes_at) == (None, None)
    assert assignment.is_open(now)
