"""A student's own bests, from what is finished."""

from typing import Any

from quizzes.models import Assignment, Quiz, Student
from quizzes.queries.bests import OwnBests, flights_of, news_of, own_bests
from quizzes.rules import questions
from quizzes.rules.bests import Best
from quizzes.services.assignments import give_quiz
from quizzes.services.quizzes import add_questions
from tests.quizzes.giving import typed


def long_quiz(quiz: Quiz) -> Quiz:
    add_questions(quiz=quiz, added=[questions.write(f"{number} + 1") for number in range(4)])
    return quiz


def fly(student: Student, quiz: Quiz, right: int) -> Assignment:
    """The quiz again, with so many of its six questions right at the first try."""
    given = give_quiz(quiz=quiz, classroom=student.classroom)
    for row in given.questions.all():
        good = row.position <= right
        for _ in range(1 if good else quiz.tries):
            typed(student, given, row.position, row.question.answer_in_full if good else "999")
    return given


def test_what_is_not_finished_is_no_flight(zoe: Student, assignment: Assignment) -> None:
    typed(zoe, assignment, 1, "56")
    assert flights_of([zoe]) == {zoe.pk: []}


def test_the_same_quiz_given_again_is_compared_with_itself(zoe: Student, quiz: Quiz) -> None:
    fly(zoe, long_quiz(quiz), right=3)
    again = fly(zoe, quiz, right=5)
    told = news_of(zoe.sittings.get(assignment=again))
    assert told.best == Best("Times and divide", 5, 6, beaten=1)
    assert told.before == Best("Times and divide", 3, 6)
    assert told.streak == 5


def test_a_worse_flight_is_no_news(zoe: Student, quiz: Quiz) -> None:
    fly(zoe, long_quiz(quiz), right=5)
    again = fly(zoe, quiz, right=3)
    assert news_of(zoe.sittings.get(assignment=again)).best is None


def test_nobody_is_compared_with_somebody_else(zoe: Student, yan: Student, quiz: Quiz) -> None:
    fly(zoe, long_quiz(quiz), right=2)
    other = fly(yan, quiz, right=6)
    told = news_of(yan.sittings.get(assignment=other))
    assert (told.best, told.streak) == (None, None)


def test_the_childs_page_tells_the_longest_streak(zoe: Student, quiz: Quiz, django_assert_num_queries: Any) -> None:
    fly(zoe, long_quiz(quiz), right=6)
    with django_assert_num_queries(6):  # sittings, answers, games; games, attempts, the ink of the latest
        assert own_bests(zoe) == OwnBests(streak=6, quickest=None, seconds=None)
