from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.http import urlencode
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from quizzes.models import Quiz, User
from quizzes.rules import questions
from quizzes.services.exchange import DEAD_LINKS, share_quiz
from quizzes.services.quizzes import add_questions, archive_quiz, unarchive_quiz

SignIn = Callable[[User], Client]
NOBODYS = "/shared/nobodys-link/"


@pytest.fixture
def shared(quiz: Quiz) -> Quiz:
    share_quiz(quiz=quiz)
    return quiz


def link(quiz: Quiz) -> str:
    return f"/shared/{quiz.share_token}/"


def test_a_quiz_has_no_link_until_its_teacher_makes_one(alice: User, quiz: Quiz, signed_in: SignIn) -> None:
    browser = signed_in(alice)
    address = f"/teach/quizzes/{quiz.pk}/sharing/"
    assertContains(browser.get(f"/teach/quizzes/{quiz.pk}/"), f'href="{address}"')
    assertContains(browser.get(address), "Make a link")
    assert Quiz.objects.get().share_token is None
    assertRedirects(browser.post(address), address)
    token = Quiz.objects.get().share_token
    assert token is not None
    assert len(token) >= 22
    assertContains(browser.get(address), f'value="http://testserver/shared/{token}/"')


def test_sharing_again_keeps_the_link(shared: Quiz) -> None:
    before = shared.share_token
    share_quiz(quiz=shared)
    assert shared.share_token == before


def test_anybody_with_the_link_sees_the_questions_and_the_name_and_neither_answers_nor_address(
    client: Client, shared: Quiz, alice: User
) -> None:
    page = client.get(link(shared))
    assertContains(page, "7 times 8")
    assertContains(page, "from Alice Adams")
    assertContains(page, f"/accounts/sign-in/?{urlencode({'next': link(shared)})}")
    assertNotContains(page, "The answer is")
    assertNotContains(page, ">56<")
    assertNotContains(page, alice.email)


def test_search_engines_are_asked_to_stay_away(client: Client, shared: Quiz) -> None:
    for address in (link(shared), NOBODYS):
        assert client.get(address)["X-Robots-Tag"] == "noindex, nofollow"


def test_another_teacher_sees_the_answers_and_takes_a_copy(shared: Quiz, bob: User, signed_in: SignIn) -> None:
    browser = signed_in(bob)
    assertContains(browser.get(link(shared)), '<span class="visually-hidden">The answer is </span>56</span>')
    answer = browser.post(f"{link(shared)}copy/")
    copy = Quiz.objects.get(teacher=bob)
    assertRedirects(answer, f"/teach/quizzes/{copy.pk}/")
    assert (copy.title, copy.tries, copy.share_token) == (shared.title, shared.tries, None)
    assert [row.body for row in copy.questions.all()] == [row.body for row in shared.questions.all()]


def test_a_copy_is_a_copy(shared: Quiz, bob: User, signed_in: SignIn) -> None:
    signed_in(bob).post(f"{link(shared)}copy/")
    copy = Quiz.objects.get(teacher=bob)
    add_questions(quiz=shared, added=[questions.write("9 × 9")])
    add_questions(quiz=copy, added=[questions.write("1 + 1"), questions.write("2 + 2")])
    assert (shared.questions.count(), copy.questions.count()) == (3, 4)


def test_whoever_is_signed_out_is_led_to_sign_in_and_back(client: Client, shared: Quiz, bob: User) -> None:
    assertRedirects(
        client.post(f"{link(shared)}copy/"),
        f"/accounts/sign-in/?next={link(shared)}copy/",
        fetch_redirect_response=False,
    )
    signing_in = {"username": bob.email, "password": "correct horse battery", "next": link(shared)}
    assertRedirects(client.post(f"/accounts/sign-in/?next={link(shared)}", signing_in), link(shared))
    assert not Quiz.objects.filter(teacher=bob).exists()


def test_a_copy_wants_a_button_to_be_pressed(shared: Quiz, bob: User, signed_in: SignIn) -> None:
    assert signed_in(bob).get(f"{link(shared)}copy/").status_code == 405


def test_the_owner_is_told_that_this_is_what_others_see(shared: Quiz, alice: User, signed_in: SignIn) -> None:
    page = signed_in(alice).get(link(shared))
    assertContains(page, "This is how others see your quiz.")
    assertNotContains(page, "Copy to my quizzes")


def test_a_link_that_was_turned_off_is_dead_for_good(
    client: Client, shared: Quiz, alice: User, signed_in: SignIn
) -> None:
    old = link(shared)
    browser = signed_in(alice)
    end = f"/teach/quizzes/{shared.pk}/sharing/end/"
    assertContains(browser.get(end), "The link works no more, for anybody")
    assert client.get(old).status_code == 200, "asking is not yet doing"
    browser.post(end)
    assertContains(client.get(old), "This link leads to no quiz any more", status_code=404)
    browser.post(f"/teach/quizzes/{shared.pk}/sharing/")
    assert client.get(old).status_code == 404
    shared.refresh_from_db()
    assert client.get(link(shared)).status_code == 200


def test_the_link_of_an_archived_quiz_sleeps(client: Client, shared: Quiz, bob: User, signed_in: SignIn) -> None:
    archive_quiz(quiz=shared)
    assert client.get(link(shared)).status_code == 404
    assert signed_in(bob).post(f"{link(shared)}copy/").status_code == 404
    unarchive_quiz(quiz=shared)
    assert client.get(link(shared)).status_code == 200


def test_the_link_of_a_quiz_that_is_gone_is_dead(client: Client, shared: Quiz) -> None:
    address = link(shared)
    shared.delete()
    assert client.get(address).status_code == 404


def test_the_link_of_a_deactivated_teacher_is_dead(client: Client, shared: Quiz, alice: User) -> None:
    User.objects.filter(pk=alice.pk).update(is_active=False)
    assert client.get(link(shared)).status_code == 404


def test_a_copy_of_a_quiz_of_ones_own_is_not_shared(alice: User, shared: Quiz, signed_in: SignIn) -> None:
    signed_in(alice).post(f"/teach/quizzes/{shared.pk}/copy/")
    assert [quiz.share_token for quiz in Quiz.objects.exclude(pk=shared.pk)] == [None]


def test_links_cannot_be_tried_out(client: Client, shared: Quiz) -> None:
    for _ in range(DEAD_LINKS.most):
        DEAD_LINKS.spend("127.0.0.1")
    assert client.get(NOBODYS).status_code == 429
    assert client.get(link(shared)).status_code == 429
    assert client.get(link(shared), REMOTE_ADDR="203.0.113.9").status_code == 200


def test_a_dead_link_counts_and_a_living_one_does_not(client: Client, shared: Quiz) -> None:
    client.get(NOBODYS)
    client.get(link(shared))
    assert DEAD_LINKS.spent("127.0.0.1") == 1


def test_the_page_takes_the_same_queries_for_two_questions_and_for_forty(
    client: Client, shared: Quiz, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    add_questions(quiz=shared, added=[questions.write("1 + 1")] * 38)
    with django_assert_num_queries(2):  # the quiz with its teacher, questions
        client.get(link(shared))


def test_an_archived_quiz_says_that_its_link_sleeps(alice: User, shared: Quiz, signed_in: SignIn) -> None:
    Quiz.objects.filter(pk=shared.pk).update(archived_at=timezone.now())
    assertContains(signed_in(alice).get(f"/teach/quizzes/{shared.pk}/sharing/"), "The quiz is in the archive")
