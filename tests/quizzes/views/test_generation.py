from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from quizzes.forms.generation import PRESETS
from quizzes.models import Quiz, User
from quizzes.rules import questions
from quizzes.rules.questions import Question
from quizzes.services.quizzes import MOST_QUESTIONS, add_questions

TABLES = {
    "operations": ["multiply"],
    "left_least": "2",
    "left_most": "10",
    "right_least": "2",
    "right_most": "10",
    "most": "",
    "count": "5",
}


@pytest.fixture
def browser(alice: User, signed_in: Callable[[User], Client]) -> Client:
    return signed_in(alice)


@pytest.fixture
def address(quiz: Quiz) -> str:
    return f"/teach/quizzes/{quiz.pk}/generation/"


def notations(shown: tuple[Question, ...]) -> list[str]:
    return [question.notation for question in shown]


def test_a_set_is_shown_and_nothing_is_stored_yet(browser: Client, quiz: Quiz, address: str) -> None:
    page = browser.post(address, TABLES)
    shown = page.context["shown"]
    assert len(shown) == 5
    assert all(question.skill.startswith("tables-") for question in shown)
    assertContains(page, "Add these 5 to the quiz")
    assert quiz.questions.count() == 2


def test_what_was_shown_is_what_is_added(browser: Client, quiz: Quiz, address: str) -> None:
    shown = browser.post(address, TABLES).context["shown"]
    answer = browser.post(address, TABLES | {"question": notations(shown), "add": ""}, follow=True)
    assert [str(message) for message in answer.context["messages"]] == ["5 questions were added."]
    assert tuple(row.question for row in quiz.questions.all()[2:]) == shown


def test_one_question_is_replaced_and_the_others_stay(browser: Client, address: str) -> None:
    shown = notations(browser.post(address, TABLES).context["shown"])
    page = browser.post(address, TABLES | {"question": shown, "another": "3"})
    after = notations(page.context["shown"])
    assert [*after[:3], *after[4:]] == [*shown[:3], *shown[4:]]
    assert after[3] not in shown
    assertContains(page, 'name="another" value="3" autofocus>', count=1)


@pytest.mark.parametrize("place", ["5", "-1", "²", "third"])
def test_a_place_that_is_none_replaces_nothing(browser: Client, address: str, place: str) -> None:
    shown = notations(browser.post(address, TABLES).context["shown"])
    page = browser.post(address, TABLES | {"question": shown, "another": place})
    assert notations(page.context["shown"]) == shown


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.code)
def test_every_preset_shows_ten_questions_at_once(browser: Client, address: str, preset: object) -> None:
    page = browser.get(address, {"preset": preset.code})  # type: ignore[attr-defined]
    assert len(page.context["shown"]) == 10
    assert not page.context["form"].errors


def test_the_tables_of_division_stay_within_the_tables(browser: Client, address: str) -> None:
    shown = browser.get(address, {"preset": "divide-10"}).context["shown"]
    assert all(int(question.answer) <= 10 for question in shown)


def test_a_tampered_question_is_refused_with_the_sentence(browser: Client, quiz: Quiz, address: str) -> None:
    page = browser.post(address, TABLES | {"question": ["7 × 8", "7 × <b>"], "add": ""})
    assertContains(page, "“&lt;” cannot be read here: use numbers, + − × ÷ ( ) = and _ .")
    assert quiz.questions.count() == 2


def test_an_answer_is_never_taken_from_the_page(browser: Client, quiz: Quiz, address: str) -> None:
    browser.post(address, TABLES | {"question": ["7 × 8 = 57"], "answer": "57", "add": ""})
    assert quiz.questions.count() == 2
    browser.post(address, TABLES | {"question": ["7 × 8"], "answer": "57", "add": ""})
    last = quiz.questions.last()
    assert last is not None
    assert last.question.answer == "56"


def test_more_questions_than_a_set_has_are_refused(browser: Client, quiz: Quiz, address: str) -> None:
    page = browser.post(address, TABLES | {"question": ["1 + 1"] * 51, "add": ""})
    assertContains(page, "At most 50 questions can be added at once.")
    assert quiz.questions.count() == 2


def test_a_full_quiz_says_so_and_keeps_what_was_shown(browser: Client, quiz: Quiz, address: str) -> None:
    add_questions(quiz=quiz, added=[questions.write("1 + 1")] * (MOST_QUESTIONS - 2))
    page = browser.post(address, TABLES | {"question": ["7 × 8"], "add": ""})
    assertContains(page, "A quiz holds at most 100 questions; this one has 100.")
    assert notations(page.context["shown"]) == ["7 × 8"]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"operations": []}, "Choose at least one: add, subtract, multiply or divide."),
        ({"left_least": "9", "left_most": "3"}, "The first number goes from 9 to 3: put the smaller one first."),
        ({"right_most": "many"}, "Write a whole number from 0 to 999,999."),
        ({"count": "51"}, "Write a whole number from 1 to 50."),
        ({"left_most": "2", "right_most": "3"}, "Those ranges give only 2 different questions"),
    ],
)
def test_a_set_that_cannot_be_is_told_in_a_sentence_and_the_form_keeps_the_rest(
    browser: Client, address: str, change: dict[str, object], sentence: str
) -> None:
    page = browser.post(address, TABLES | change)
    assertContains(page, sentence)
    assertContains(page, 'name="right_least" value="2"')
    assertNotContains(page, "to the quiz</button>")
