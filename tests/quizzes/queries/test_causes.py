"""Why a class's answers are wrong."""

from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from quizzes.models import Answer, Assignment, Classroom, Student, User
from quizzes.queries.causes import Causes, causes, named
from quizzes.rules import questions
from quizzes.rules.marking import Outcome
from quizzes.services.assignments import give_quiz
from quizzes.services.corrections import correct_answer
from quizzes.services.quizzes import add_questions
from tests.quizzes.giving import INK, drawn, reading, typed


@pytest.fixture
def taken(quiz: Any, classroom: Classroom, zoe: Student, yan: Student) -> Assignment:
    """63 − 29 and 503 − 147, after the two of the quiz."""
    add_questions(quiz=quiz, added=[questions.write("63 - 29"), questions.write("503 - 147")])
    return give_quiz(quiz=quiz, classroom=classroom)


def test_answers_are_gathered_by_what_leads_to_them(taken: Assignment, zoe: Student, yan: Student) -> None:
    typed(zoe, taken, 3, "46")
    typed(zoe, taken, 4, "444")
    typed(yan, taken, 3, "46")
    first = causes(taken).often[0]
    assert first.misconception.id == "SUB-SFL"
    assert first.students == ("Yan Yates", "Zoe Zimmer")
    assert [(case.student, case.question.plain(), case.line) for case in first.cases] == [
        ("Yan Yates", "63 − 29 = □", "46"),
        ("Zoe Zimmer", "63 − 29 = □", "46"),
        ("Zoe Zimmer", "503 − 147 = □", "444"),
    ]
    assert first.ink is None


def test_ink_of_one_answer_stands_beside_the_cause(taken: Assignment, zoe: Student) -> None:
    drawn(zoe, taken, 3, "46", misconceptions=["SUB-SFL"])
    (cause,) = causes(taken).once
    assert cause.ink == INK
    assert cause.sure


def test_where_several_fit_none_is_alone(taken: Assignment, zoe: Student) -> None:
    drawn(zoe, taken, 3, "46", misconceptions=["SUB-SFL", "SUB-0N"])
    found = causes(taken).once
    assert {cause.misconception.id for cause in found} == {"SUB-SFL", "SUB-0N"}
    assert not any(cause.sure for cause in found)


def test_what_a_students_other_answers_show_alone_explains_the_ones_that_several_fit(
    taken: Assignment, zoe: Student, yan: Student
) -> None:
    drawn(zoe, taken, 3, "46", misconceptions=["SUB-SFL"])
    drawn(zoe, taken, 4, "444", misconceptions=["SUB-BND", "SUB-SFL"])
    drawn(yan, taken, 3, "44", misconceptions=["SUB-BND"])
    drawn(yan, taken, 4, "466", misconceptions=["SUB-BND"])
    found = {cause.misconception.id: cause.by_student for cause in causes(taken).often}
    assert {name: [student for student, _ in own] for name, own in found.items()} == {
        "SUB-BND": ["Yan Yates"],
        "SUB-SFL": ["Zoe Zimmer"],
    }
    assert [case.alone for _, cases in found["SUB-SFL"] for case in cases] == [True, False]


def test_a_student_who_left_and_one_of_the_same_name_are_two(taken: Assignment, classroom: Classroom) -> None:
    for left in (timezone.now(), None):
        ann = Student.objects.create(classroom=classroom, name="Ann Abel", removed_at=left)
        drawn(ann, taken, 3, "46", misconceptions=["SUB-SFL"])
    (cause,) = causes(taken).often
    assert cause.students == ("Ann Abel", "Ann Abel")


def test_a_slip_beside_it_takes_nothing_from_a_cause_and_is_none_itself(taken: Assignment, zoe: Student) -> None:
    drawn(zoe, taken, 3, "46", misconceptions=["SUB-SFL", "SLIP"])
    (cause,) = causes(taken).once
    assert cause.sure
    answer = Answer.objects.get()
    assert [misconception.id for misconception in named(answer)] == ["SUB-SFL", "SLIP"]


def test_doubtful_ink_has_no_cause(taken: Assignment, zoe: Student) -> None:
    doubt = reading("46", "ask", 0.6, [("34", 0.3)])
    drawn(zoe, taken, 3, "46", read=doubt, mark=Outcome.UNREAD, awaits_child=True)
    assert causes(taken) == Causes((), ())


def test_what_a_teacher_marks_right_is_no_longer_wrong_for_a_reason(
    taken: Assignment, zoe: Student, alice: User
) -> None:
    answer = typed(zoe, taken, 3, "46")
    assert causes(taken).once
    correct_answer(answer=answer, teacher=alice, mark=Outcome.RIGHT, reason="I accept this form")
    assert causes(taken) == Causes((), ())


def test_a_name_that_the_catalogue_no_longer_has_is_passed_over(taken: Assignment, zoe: Student) -> None:
    answer = drawn(zoe, taken, 3, "46", misconceptions=["GONE-LONG-AGO", "SUB-SFL"])
    assert [misconception.id for misconception in named(answer)] == ["SUB-SFL"]


def test_two_queries_but_for_the_ink_whatever_the_size_of_the_class(
    taken: Assignment, classroom: Classroom, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(6):
        student = Student.objects.create(classroom=classroom, name=f"Student {n}")
        drawn(student, taken, 3, "46", misconceptions=["SUB-SFL"])
    with django_assert_num_queries(3):  # games, answers, the ink of one
        causes(taken)
