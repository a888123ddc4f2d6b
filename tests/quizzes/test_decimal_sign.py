"""Numbers as the class writes them: wherever a child or the teacher sees one, it has the classroom's decimal sign."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from quizzes.models import Assignment, Classroom, Quiz, Student, User
from quizzes.queries.export import table
from quizzes.queries.results import results
from quizzes.rules import questions
from quizzes.services.assignments import give_quiz
from quizzes.services.quizzes import add_questions
from tests.quizzes.giving import drawn, reading, typed


@pytest.fixture
def assignment(alice: User, classroom: Classroom, zoe: Student) -> Assignment:
    Classroom.objects.update(decimal_sign=",")
    quiz = Quiz.objects.create(teacher=alice, title="Decimals", tries=2)
    add_questions(quiz=quiz, added=[questions.write("0.25 - 1"), questions.write("0.5 × 0.5")])
    return give_quiz(quiz=quiz, classroom=Classroom.objects.get())


@pytest.fixture
def answered(assignment: Assignment, zoe: Student) -> Assignment:
    zoe.refresh_from_db()
    typed(zoe, assignment, 1, "-3/4")
    drawn(zoe, assignment, 2, "2.5", read=reading("2.5", alternatives=[("0.25", 0.3)]))
    typed(zoe, assignment, 2, "1.5")
    return assignment


def words(page: Any) -> str:
    return " ".join(strip_tags(page.content.decode()).split())


def test_on_the_score_page(answered: Assignment, zoe: Student, seated: Any) -> None:
    page = words(seated(zoe).get(reverse("play-score", args=[answered.pk])))
    assert "0,25 − 1 =" in page
    assert "The answer is 0,25" in page
    assert "0.25" not in page


def test_on_the_answering_page(assignment: Assignment, zoe: Student, seated: Any) -> None:
    page = seated(zoe).get(reverse("play-question", args=[assignment.pk]))
    assert 'data-decimal-sign=","' in page.content.decode()


def test_in_the_note_that_goes_with_a_mark(answered: Assignment) -> None:
    first = answered.sittings.get().answers.get(question__position=1)
    assert first.note == "Yes, that is right. It is the same as −0,75."


def test_in_the_table_of_results(answered: Assignment, signed_in: Any, alice: User) -> None:
    found = results(answered)
    assert found.columns[0].prompt == "0,25 − 1 = □"
    assert (found.rows[0].cells[1].line, found.rows[0].cells[1].words) == ("1,5", "Wrong, 1,5, 2 tries")
    assert ">1,5</span>" in signed_in(alice).get(reverse("results", args=[answered.pk])).content.decode()


def test_in_an_opened_answer(answered: Assignment, signed_in: Any, alice: User) -> None:
    doubtful = answered.sittings.get().answers.get(question__position=2, number=1)
    page = words(signed_in(alice).get(reverse("answer", args=[doubtful.pk])))
    assert "0,5 × 0,5 =" in page
    assert "The answer is 0,25." in page
    assert "0,25 (30%)" in page


def test_a_spreadsheet_keeps_canonical_numbers(answered: Assignment) -> None:
    head, line, *_ = table(results(answered))
    assert dict(zip(head, line, strict=True))["2: answer"] == "1.5"
