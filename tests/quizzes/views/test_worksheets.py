from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains

from quizzes.models import Quiz, User
from quizzes.rules import questions
from quizzes.services.quizzes import add_questions

SignIn = Callable[[User], Client]


@pytest.fixture
def browser(alice: User, signed_in: SignIn) -> Client:
    return signed_in(alice)


def address(quiz: Quiz) -> str:
    return f"/teach/quizzes/{quiz.pk}/worksheet/"


def test_the_editor_offers_the_worksheet(browser: Client, quiz: Quiz) -> None:
    assertContains(browser.get(f"/teach/quizzes/{quiz.pk}/"), f'href="{address(quiz)}"')


def test_an_address_alone_prints_the_questions_and_a_key(browser: Client, quiz: Quiz) -> None:
    page = browser.get(address(quiz))
    assertContains(page, "7 times 8")
    assertContains(page, "worksheet__questions--2")
    assertContains(page, "Times and divide: answers")
    assertContains(page, '<span class="worksheet__answer">56</span>')
    assertNotContains(page, "Version A")


def test_what_is_asked_of_an_answer_is_on_the_paper(browser: Client, quiz: Quiz) -> None:
    add_questions(quiz=quiz, added=[questions.write("3/6 + 1/6", demands=("lowest-terms",))])
    assertContains(browser.get(address(quiz)), "Answer in lowest terms.")


def test_the_key_can_be_left_out(browser: Client, quiz: Quiz) -> None:
    assertNotContains(browser.get(address(quiz), {"key": "without"}), "worksheet__answer")


def test_columns_size_and_room_are_as_the_address_says(browser: Client, quiz: Quiz) -> None:
    page = browser.get(address(quiz), {"columns": "3", "size": "large", "room": "much"})
    assertContains(page, "worksheet worksheet--large worksheet--room-much")
    assertContains(page, "worksheet__questions--3")


def test_versions_have_their_letters_and_their_own_answers(browser: Client, quiz: Quiz) -> None:
    page = browser.get(address(quiz), {"versions": "3", "seed": "7"})
    assert [sheet.name for sheet in page.context["sheets"]] == ["A", "B", "C"]
    assertContains(page, "<h3>Version C</h3>")
    assertContains(page, '<span class="worksheet__answer">', count=6)
    assertContains(page, "?versions=3&amp;seed=8")


def test_the_same_address_prints_the_same_paper(browser: Client, quiz: Quiz) -> None:
    add_questions(quiz=quiz, added=[questions.write(f"6 × {number}") for number in range(2, 12)])
    asked = {"versions": "2", "seed": "4"}
    assert browser.get(address(quiz), asked).context["sheets"] == browser.get(address(quiz), asked).context["sheets"]
    other = browser.get(address(quiz), asked | {"seed": "5"})
    assert other.context["sheets"] != browser.get(address(quiz), asked).context["sheets"]


@pytest.mark.parametrize(
    "wrong", [{"columns": "9"}, {"size": ""}, {"versions": "x"}, {"seed": "-1"}, {"seed": "9" * 400}, {"key": "\x00"}]
)
def test_what_an_address_says_wrongly_is_as_usual(browser: Client, quiz: Quiz, wrong: dict[str, str]) -> None:
    page = browser.get(address(quiz), {"room": "much"} | wrong)
    assertContains(page, "worksheet worksheet--usual worksheet--room-much")
    assert len(page.context["sheets"]) == 1


def test_an_empty_quiz_says_what_to_do_first(browser: Client, alice: User) -> None:
    empty = Quiz.objects.create(teacher=alice, title="Empty")
    page = browser.get(address(empty), {"versions": "2"})
    assertContains(page, "Nothing to print yet")
    assertNotContains(page, "data-print")


def test_the_page_takes_the_same_queries_for_two_questions_and_for_forty(
    browser: Client, quiz: Quiz, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    add_questions(quiz=quiz, added=[questions.write("1 + 1")] * 38)
    with django_assert_num_queries(4):  # session, teacher, quiz, questions
        browser.get(address(quiz))
