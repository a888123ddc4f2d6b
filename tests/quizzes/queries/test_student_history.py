"""What one student's answers say together."""

import pytest
from pytest_django import DjangoAssertNumQueries

from quizzes.models import Assignment, Classroom, Quiz, Student, User
from quizzes.queries.student_history import student_history
from quizzes.rules import questions
from quizzes.rules.marking import Outcome
from quizzes.services.assignments import give_quiz
from quizzes.services.corrections import correct_answer
from quizzes.services.quizzes import add_questions
from tests.quizzes.giving import drawn, reading, typed

TAKEN_AWAY = ["63 - 29", "52 - 17", "85 - 38", "71 - 46"]
SMALLER_FROM_LARGER = ["46", "45", "53", "35"]


@pytest.fixture
def taken(alice: User, classroom: Classroom, zoe: Student) -> Assignment:
    quiz = Quiz.objects.create(teacher=alice, title="Take away", tries=1)
    written = [questions.write(notation) for notation in TAKEN_AWAY]
    add_questions(quiz=quiz, added=[written[0].as_practice_of("subtract-within-100", 2), *written[1:]])
    return give_quiz(quiz=quiz, classroom=classroom)


def test_a_student_without_answers_has_an_empty_history(zoe: Student) -> None:
    history = student_history(zoe)
    assert (history.likely, history.skills, history.mirrored, history.answers) == ((), (), (), 0)


def test_what_recurs_is_likely_with_its_answers_latest_first(taken: Assignment, zoe: Student) -> None:
    for place, text in enumerate(SMALLER_FROM_LARGER[:3], start=1):
        typed(zoe, taken, place, text)
    (likely,) = student_history(zoe).likely
    assert (likely.misconception.id, likely.opportunities) == ("SUB-SFL", 3)
    assert [(sign.question.plain(), sign.line) for sign in likely.signs] == [
        ("85 − 38 = □", "53"),
        ("52 − 17 = □", "45"),
        ("63 − 29 = □", "46"),
    ]


def test_once_is_nothing(taken: Assignment, zoe: Student) -> None:
    typed(zoe, taken, 1, "46")
    assert student_history(zoe).likely == ()


def test_ink_that_is_not_beyond_doubt_makes_nothing_likely(taken: Assignment, zoe: Student) -> None:
    for place, text in enumerate(SMALLER_FROM_LARGER, start=1):
        drawn(zoe, taken, place, text, read=reading(text, "sure", 0.8))
    assert student_history(zoe).likely == ()


def test_a_teachers_word_counts_as_beyond_doubt(taken: Assignment, zoe: Student, alice: User) -> None:
    for place, text in enumerate(SMALLER_FROM_LARGER[:3], start=1):
        answer = drawn(zoe, taken, place, text, read=reading(text, "sure", 0.8))
        correct_answer(answer=answer, teacher=alice, mark=Outcome.WRONG, reason="I looked at it", text=text)
    assert [likely.misconception.id for likely in student_history(zoe).likely] == ["SUB-SFL"]


def test_mirrored_digits_are_counted(taken: Assignment, zoe: Student) -> None:
    drawn(zoe, taken, 1, "34", read=reading("34", mirrored="3"))
    drawn(zoe, taken, 2, "35", read=reading("35", mirrored="35"))
    assert student_history(zoe).mirrored == (("3", 2), ("5", 1))


def test_skills_count_a_question_by_its_best_moment(taken: Assignment, zoe: Student) -> None:
    typed(zoe, taken, 1, "34")
    typed(zoe, taken, 2, "35")
    (line,) = student_history(zoe).skills
    assert (line.code, line.tally) == ("subtract-within-100", "1 of 1")
    assert line.name.startswith("Subtract")


def test_three_queries_whatever_the_number_of_answers(
    taken: Assignment, zoe: Student, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for place, text in enumerate(SMALLER_FROM_LARGER, start=1):
        typed(zoe, taken, place, text)
    with django_assert_num_queries(3):  # games, answers, corrections
        student_history(zoe)
