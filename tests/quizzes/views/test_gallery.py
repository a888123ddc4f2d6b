from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from quizzes.models import Quiz, User
from quizzes.queries.skills import ready_questions
from quizzes.rules.gallery import GALLERY

SignIn = Callable[[User], Client]
ANY = next(iter(GALLERY.values()))

pytestmark = pytest.mark.django_db


def test_a_visitor_sees_every_ready_quiz(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        page = client.get("/gallery/")
    for code in GALLERY:
        assertContains(page, f'href="/gallery/{code}/"', count=1)


@pytest.mark.parametrize("code", GALLERY)
def test_every_ready_quiz_can_be_looked_at(client: Client, code: str) -> None:
    page = client.get(f"/gallery/{code}/")
    assert len(page.context["questions"]) == GALLERY[code].count
    assertContains(page, "Sign in to take a copy")


def test_answers_are_for_teachers(client: Client, alice: User, signed_in: SignIn) -> None:
    address = f"/gallery/{ANY.code}/"
    assertNotContains(client.get(address), "The answer is")
    assertContains(signed_in(alice).get(address), "The answer is", count=ANY.count)


def test_a_copy_is_the_teachers_own_with_the_questions_that_were_shown(
    alice: User, bob: User, signed_in: SignIn
) -> None:
    for teacher in (alice, bob):
        answer = signed_in(teacher).post(f"/gallery/{ANY.code}/copy/")
        quiz = Quiz.objects.get(teacher=teacher)
        assertRedirects(answer, f"/teach/quizzes/{quiz.pk}/", fetch_redirect_response=False)
        assert quiz.title == ANY.title
        assert tuple(row.question for row in quiz.questions.all()) == ready_questions(ANY.code)


@pytest.mark.parametrize("tail", ["", "copy/"])
def test_what_is_no_ready_quiz_is_not_found(alice: User, signed_in: SignIn, tail: str) -> None:
    browser = signed_in(alice)
    ask = browser.post if tail else browser.get
    assert ask(f"/gallery/no-such-quiz/{tail}").status_code == 404
    assert not Quiz.objects.exists()
