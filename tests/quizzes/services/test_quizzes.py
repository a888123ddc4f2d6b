import pytest

from quizzes.models import Quiz, User
from quizzes.rules import questions
from quizzes.rules.questions import QuestionRefused
from quizzes.services.quizzes import (
    MOST_QUESTIONS,
    add_questions,
    archive_quiz,
    duplicate_quiz,
    move_question,
    order_questions,
    remove_question,
    restore_question,
    rewrite_question,
    unarchive_quiz,
)


def asked(quiz: Quiz) -> list[str]:
    return [row.question.notation for row in quiz.questions.all()]


@pytest.fixture
def three(quiz: Quiz) -> Quiz:
    add_questions(quiz=quiz, added=[questions.write("3 + 4")])
    return quiz


def test_questions_are_added_at_the_end(quiz: Quiz) -> None:
    add_questions(quiz=quiz, added=[questions.write("1 + 1"), questions.write("2 + 2")])
    assert asked(quiz) == ["7 × 8", "12 ÷ 4", "1 + 1", "2 + 2"]


def test_a_quiz_holds_a_hundred_questions_and_no_more(quiz: Quiz) -> None:
    add_questions(quiz=quiz, added=[questions.write("1 + 1")] * (MOST_QUESTIONS - 2))
    with pytest.raises(QuestionRefused) as refused:
        add_questions(quiz=quiz, added=[questions.write("2 + 2")])
    assert refused.value.sentence == "A quiz holds at most 100 questions; this one has 100."
    assert quiz.questions.count() == 100


def test_questions_take_the_order_of_their_ids(three: Quiz) -> None:
    ids = list(three.questions.values_list("pk", flat=True))
    order_questions(quiz=three, ids=[ids[2], ids[0], ids[1]])
    assert asked(three) == ["3 + 4", "7 × 8", "12 ÷ 4"]


def test_ordering_ignores_ids_of_other_quizzes_and_repeated_ids(three: Quiz, bob: User) -> None:
    bobs = Quiz.objects.create(teacher=bob, title="Bob's")
    (foreign,) = add_questions(quiz=bobs, added=[questions.write("9 + 9")])
    ids = list(three.questions.values_list("pk", flat=True))
    order_questions(quiz=three, ids=[ids[1], foreign.pk, ids[1], ids[0], 999_999])
    assert asked(three) == ["12 ÷ 4", "7 × 8", "3 + 4"]
    assert asked(bobs) == ["9 + 9"]


def test_questions_that_were_not_named_come_after(three: Quiz) -> None:
    last = list(three.questions.values_list("pk", flat=True))[2]
    order_questions(quiz=three, ids=[last])
    assert asked(three) == ["3 + 4", "7 × 8", "12 ÷ 4"]


@pytest.mark.parametrize(
    ("place", "by", "expected"),
    [
        (0, 1, ["12 ÷ 4", "7 × 8", "3 + 4"]),
        (2, -1, ["7 × 8", "3 + 4", "12 ÷ 4"]),
        (0, -1, ["7 × 8", "12 ÷ 4", "3 + 4"]),
        (2, 1, ["7 × 8", "12 ÷ 4", "3 + 4"]),
    ],
)
def test_a_question_moves_as_far_as_the_ends_allow(three: Quiz, place: int, by: int, expected: list[str]) -> None:
    move_question(row=three.questions.all()[place], by=by)
    assert asked(three) == expected


def test_a_removed_question_comes_back_to_its_place_once(three: Quiz) -> None:
    row = three.questions.all()[1]
    pk, position, question = row.pk, row.position, row.question
    remove_question(row=row)
    assert asked(three) == ["7 × 8", "3 + 4"]
    for _ in range(2):
        restore_question(quiz=three, pk=pk, position=position, question=question)
    assert asked(three) == ["7 × 8", "12 ÷ 4", "3 + 4"]


def test_a_full_quiz_takes_no_removed_question_back(quiz: Quiz) -> None:
    row = quiz.questions.all()[0]
    pk, position, question = row.pk, row.position, row.question
    remove_question(row=row)
    add_questions(quiz=quiz, added=[questions.write("1 + 1")] * (MOST_QUESTIONS - 1))
    with pytest.raises(QuestionRefused, match=r"^A quiz holds at most 100 questions; this one has 100\.$"):
        restore_question(quiz=quiz, pk=pk, position=position, question=question)


def test_a_copy_has_the_same_questions_and_settings_and_a_life_of_its_own(quiz: Quiz) -> None:
    quiz.shuffle = True
    quiz.save()
    copy = duplicate_quiz(quiz=quiz)
    rewrite_question(row=copy.questions.all()[0], question=questions.write("1 + 1"))
    assert (copy.title, copy.teacher, copy.tries, copy.shuffle) == (
        "Times and divide (copy)",
        quiz.teacher,
        2,
        True,
    )
    assert asked(copy) == ["1 + 1", "12 ÷ 4"]
    assert asked(quiz) == ["7 × 8", "12 ÷ 4"]


def test_the_archive_gives_back_what_it_takes(quiz: Quiz) -> None:
    archive_quiz(quiz=quiz)
    assert not Quiz.objects.current().exists()
    unarchive_quiz(quiz=quiz)
    assert list(Quiz.objects.current()) == [quiz]
