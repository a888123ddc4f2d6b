"""What a class may practise."""

from quizzes.models import Classroom, Quiz, Student
from quizzes.queries.practice import steps_on_offer
from quizzes.rules import questions
from quizzes.rules.practice import Step
from quizzes.services.assignments import give_quiz
from quizzes.services.offers import offer_steps, withdraw_step
from quizzes.services.quizzes import add_questions

SUMS, MORE_SUMS = Step("add-within-20", 1), Step("add-within-20", 2)


def test_a_given_quiz_puts_its_skills_on_the_list_once(quiz: Quiz, classroom: Classroom) -> None:
    sum_, by_hand = questions.write("3 + 4"), questions.write("5 + 6")
    practised = [sum_.as_practice_of(step.code, step.level) for step in (MORE_SUMS, SUMS, SUMS)]
    add_questions(quiz=quiz, added=[*practised, by_hand, sum_.as_practice_of("of-another-curriculum", 1)])
    for _ in range(2):
        give_quiz(quiz=quiz, classroom=classroom)
    assert steps_on_offer(classroom.pk) == (SUMS, MORE_SUMS)
    assert classroom.skills.count() == 2


def test_what_is_taken_off_the_list_is_off_for_this_class_alone(classroom: Classroom, xan: Student) -> None:
    for each in (classroom, xan.classroom):
        offer_steps(classroom=each, steps=[SUMS, MORE_SUMS])
    withdraw_step(classroom=classroom, step=SUMS)
    withdraw_step(classroom=classroom, step=SUMS)  # a second tap
    assert steps_on_offer(classroom.pk) == (MORE_SUMS,)
    assert steps_on_offer(xan.classroom_id) == (SUMS, MORE_SUMS)


def test_one_skill_can_be_asked_for(classroom: Classroom) -> None:
    offer_steps(classroom=classroom, steps=[SUMS, Step("tables-2-5-10", 1)])
    assert steps_on_offer(classroom.pk, "add-within-20") == (SUMS,)
