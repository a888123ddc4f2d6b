"""Why answers are wrong, as teachers and children are told."""

from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from quizzes.models import Assignment, Classroom, Quiz, Student, User
from quizzes.rules import questions
from quizzes.rules.misconceptions import CATALOGUE
from quizzes.services.assignments import give_quiz
from quizzes.services.quizzes import add_questions
from tests.quizzes.giving import drawn, reading, typed

SignedIn = Callable[[User], Client]
Seated = Callable[[Student], Client]

SMALLER_FROM_LARGER = CATALOGUE["SUB-SFL"]


@pytest.fixture
def taken(alice: User, classroom: Classroom, zoe: Student, yan: Student) -> Assignment:
    quiz = Quiz.objects.create(teacher=alice, title="Take away", tries=1)
    written = ("63 - 29", "52 - 17", "85 - 38")
    add_questions(quiz=quiz, added=[questions.write(notation) for notation in written])
    return give_quiz(quiz=quiz, classroom=classroom)


def text(client: Client, address: str) -> str:
    reply = client.get(address)
    assert reply.status_code == 200
    return unescape(reply.content.decode())


def test_the_results_say_why_answers_are_wrong(
    taken: Assignment, zoe: Student, yan: Student, alice: User, signed_in: SignedIn
) -> None:
    teacher, address = signed_in(alice), reverse("results", args=[taken.pk])
    assert "No wrong answer of this class has a cause that the site knows." in text(teacher, address)
    typed(zoe, taken, 1, "46")
    page = text(teacher, address)
    assert "Nothing shows more than once so far" in page
    assert SMALLER_FROM_LARGER.name in page
    typed(yan, taken, 2, "45")
    page = text(teacher, address)
    assert SMALLER_FROM_LARGER.name in page
    assert SMALLER_FROM_LARGER.teach in page
    assert "2 students" in page
    part = text(teacher, reverse("results-causes", args=[taken.pk]))
    assert SMALLER_FROM_LARGER.name in part
    assert "<html" not in part


def test_the_opened_answer_says_what_it_looks_like(
    taken: Assignment, zoe: Student, alice: User, signed_in: SignedIn
) -> None:
    answer = drawn(zoe, taken, 1, "46", misconceptions=["SUB-SFL"])
    page = text(signed_in(alice), reverse("answer", args=[answer.pk]))
    assert f"This looks like: <strong>{SMALLER_FROM_LARGER.name}" in page
    answer.misconceptions = ["SUB-SFL", "SLIP"]
    answer.save()
    page = text(signed_in(alice), reverse("answer", args=[answer.pk]))
    assert f"One possible cause: <strong>{SMALLER_FROM_LARGER.name}" in page
    assert CATALOGUE["SLIP"].name in page


def test_a_telling_quiz_is_made_of_what_the_class_shows(
    taken: Assignment, alice: User, zoe: Student, signed_in: SignedIn
) -> None:
    reply = signed_in(alice).post(
        reverse("results-telling-apart", args=[taken.pk]), {"misconception": ["SUB-SFL", "SUB-BND"]}
    )
    quiz = Quiz.objects.get(title="Telling apart: Take away")
    assert reply["Location"] == reverse("quiz", args=[quiz.pk])
    assert quiz.questions.count() > 0


@pytest.mark.parametrize("sent", [{}, {"misconception": "NOT-ONE"}, {"misconception": "SLIP"}])
def test_what_names_no_cause_is_refused_with_a_sentence(
    taken: Assignment, alice: User, signed_in: SignedIn, sent: dict[str, str]
) -> None:
    reply = signed_in(alice).post(reverse("results-telling-apart", args=[taken.pk]), sent, follow=True)
    assert "Choose" in " ".join(str(message) for message in reply.context["messages"])
    assert Quiz.objects.count() == 1


def test_a_students_page_tells_what_keeps_going_wrong(
    taken: Assignment, zoe: Student, alice: User, signed_in: SignedIn
) -> None:
    teacher, address = signed_in(alice), reverse("student", args=[zoe.pk])
    assert "No answers yet" in text(teacher, address)
    typed(zoe, taken, 1, "46")
    assert "Nothing shows again and again." in text(teacher, address)
    typed(zoe, taken, 2, "45")
    drawn(zoe, taken, 3, "53", misconceptions=["SUB-SFL"], read=reading("53", mirrored="3"))
    page = text(teacher, address)
    assert "it showed in 3 of the 3 questions where it could" in page
    assert SMALLER_FROM_LARGER.name in page
    assert "<strong>3</strong> in 1 answer" in page
    reply = teacher.post(reverse("student-telling-apart", args=[zoe.pk]), {"misconception": "SUB-SFL"})
    quiz = Quiz.objects.get(title__startswith="Telling apart: Subtraction")
    assert reply["Location"] == reverse("quiz", args=[quiz.pk])
    assert "Zoe" not in quiz.title  # the whole class may be given it


def test_a_students_page_says_that_only_the_latest_answers_are_looked_at(
    taken: Assignment, zoe: Student, alice: User, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    teacher, address = signed_in(alice), reverse("student", args=[zoe.pk])
    monkeypatch.setattr("quizzes.queries.student_history.MOST_ANSWERS", 2)
    typed(zoe, taken, 1, "46")
    assert "1 answer so far" in text(teacher, address)
    typed(zoe, taken, 2, "45")
    typed(zoe, taken, 3, "53")
    assert "From the latest 2 answers" in text(teacher, address)


def test_a_child_is_told_what_to_think_of_once_the_answer_is_known(
    taken: Assignment, zoe: Student, seated: Seated
) -> None:
    typed(zoe, taken, 1, "46")
    page = text(seated(zoe), reverse("play-score", args=[taken.pk]))
    assert SMALLER_FROM_LARGER.explanation in page
    assert SMALLER_FROM_LARGER.name not in page


def test_a_child_with_a_try_left_gets_no_hint(taken: Assignment, zoe: Student, seated: Seated) -> None:
    Assignment.objects.filter(pk=taken.pk).update(tries=2)
    taken.refresh_from_db()
    typed(zoe, taken, 1, "46")
    assert SMALLER_FROM_LARGER.explanation not in text(seated(zoe), reverse("play-score", args=[taken.pk]))


def test_where_several_things_explain_an_answer_a_child_is_told_none(
    taken: Assignment, zoe: Student, seated: Seated
) -> None:
    drawn(zoe, taken, 1, "46", misconceptions=["SUB-SFL", "SUB-BND"])
    assert SMALLER_FROM_LARGER.explanation not in text(seated(zoe), reverse("play-score", args=[taken.pk]))
