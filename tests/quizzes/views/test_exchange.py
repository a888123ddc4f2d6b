import json
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from quizzes.models import Question, Quiz, User
from quizzes.queries.exchange import quiz_file
from quizzes.rules.exchange.reading import read
from quizzes.services.exchange import import_quiz
from quizzes.services.quizzes import MOST_QUESTIONS
from tests.rules.exchange.quizzes import EVERYTHING

SignIn = Callable[[User], Client]
ADDRESS = "/teach/quizzes/import/"


@pytest.fixture
def browser(alice: User, signed_in: SignIn) -> Client:
    return signed_in(alice)


def file(content: bytes, name: str = "quiz.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def confirm(browser: Client, shown: HttpResponse, **changed: str) -> HttpResponse:
    """Presses the button under the quiz that was shown."""
    made = shown.context["made"]  # type: ignore[attr-defined]
    return browser.post(ADDRESS, {name: made[name].value() or "" for name in ("title", "signed")} | changed)


def test_the_list_of_quizzes_offers_the_import(browser: Client, quiz: Quiz) -> None:
    assertContains(browser.get("/teach/quizzes/"), f'href="{ADDRESS}"')


def test_the_editor_offers_the_files(browser: Client, quiz: Quiz) -> None:
    page = browser.get(f"/teach/quizzes/{quiz.pk}/")
    assertContains(page, f'href="/teach/quizzes/{quiz.pk}/export.csv"')
    assertContains(page, f'href="/teach/quizzes/{quiz.pk}/export.json"')


@pytest.mark.parametrize(
    ("kind", "content_type"), [("csv", "text/csv; charset=utf-8"), ("json", "application/json")], ids=["CSV", "JSON"]
)
def test_a_quiz_with_everything_goes_out_and_comes_back(
    browser: Client, alice: User, kind: str, content_type: str
) -> None:
    quiz = import_quiz(teacher=alice, title="Friday: “warm-up”", file=EVERYTHING)
    export = browser.get(f"/teach/quizzes/{quiz.pk}/export.{kind}")
    assert export["Content-Type"] == content_type
    assert export["Content-Disposition"] == f'attachment; filename="friday-warm-up.{kind}"'
    shown = browser.post(ADDRESS, {"file": file(export.content)})
    assert not Quiz.objects.exclude(pk=quiz.pk).exists(), "looking makes nothing"
    made = confirm(browser, shown)
    back = Quiz.objects.exclude(pk=quiz.pk).get()
    assertRedirects(made, f"/teach/quizzes/{back.pk}/")
    assert back.teacher == alice
    assert quiz_file(back).settings == quiz_file(quiz).settings
    bodies = [[row.body | {"notation": ""} for row in each.questions.all()] for each in (quiz, back)]
    assert bodies[0] == bodies[1]


def test_excel_is_told_that_the_table_is_utf_8(browser: Client, quiz: Quiz) -> None:
    assert browser.get(f"/teach/quizzes/{quiz.pk}/export.csv").content.startswith(b"\xef\xbb\xbftitle,Times and divide")


def test_a_quiz_without_questions_can_be_saved(browser: Client, alice: User) -> None:
    quiz = Quiz.objects.create(teacher=alice, title="空")
    export = browser.get(f"/teach/quizzes/{quiz.pk}/export.json")
    assert json.loads(export.content)["questions"] == []
    assert f'filename="quiz-{quiz.pk}.json"' in export["Content-Disposition"]


def test_what_is_pasted_is_shown_with_its_answers_before_it_is_saved(browser: Client) -> None:
    page = browser.post(ADDRESS, {"text": "7 × 8\n3 + 4\n"})
    assertContains(page, "2 questions to look at")
    assertContains(page, '<span class="visually-hidden">The answer is </span>56</span>')
    assert not Quiz.objects.exists()


def test_the_title_can_be_given_at_the_import(browser: Client) -> None:
    shown = browser.post(ADDRESS, {"text": "7 × 8"})
    page = confirm(browser, shown)
    assertContains(page, "Give the quiz a title")
    assertContains(page, "1 question to look at")
    confirm(browser, page, title="Mine")
    assert [(quiz.title, quiz.questions.count()) for quiz in Quiz.objects.all()] == [("Mine", 1)]


def test_every_bad_line_is_named_and_what_was_pasted_stays(browser: Client) -> None:
    page = browser.post(ADDRESS, {"text": "question,answer\n7 × 8,54\n3 + 4,7\n2 +,"})
    assertContains(page, "2 things to mend")
    assertContains(page, "<p>The answer is 56, not 54.</p>", html=True)
    assertContains(page, "Line 4")
    assertContains(page, "7 × 8,54\n3 + 4,7\n2 +,</textarea>")
    assertNotContains(page, "Make this quiz")
    assert not Quiz.objects.exists()


def test_the_text_of_a_file_with_bad_lines_can_be_mended_on_the_page(browser: Client) -> None:
    page = browser.post(ADDRESS, {"file": file("question\n2 ÷".encode("cp1252"))})
    assertContains(page, "question\n2 ÷</textarea>")


def test_a_bad_file_that_is_too_long_to_show_is_mended_where_it_is(browser: Client) -> None:
    page = browser.post(ADDRESS, {"file": file(b"question\n" + b"2 +" + b" " * 25_000 + b"\n")})
    assertContains(page, "Line 2")
    assertNotContains(page, "question\n2 +")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04\0", b"\xff\xd8\xff\xe0\0\x10JFIF", b'{"format": 1}', b"\0"])
def test_a_file_that_is_no_quiz_is_answered_with_what_to_do(browser: Client, content: bytes) -> None:
    page = browser.post(ADDRESS, {"file": file(content)})
    assertContains(page, "One thing to mend")
    assert not Quiz.objects.exists()


def test_a_file_goes_before_what_is_pasted(browser: Client) -> None:
    page = browser.post(ADDRESS, {"file": file(b"9 + 9"), "text": "7 + 7"})
    assert [question.answer for question in page.context["quiz"].questions] == ["18"]


def test_more_than_can_be_pasted_is_refused_whole(browser: Client) -> None:
    page = browser.post(ADDRESS, {"text": "7 × 8\n" * 4000})
    assertContains(page, "That is too much to paste")
    assert "made" not in page.context


def test_a_file_larger_than_a_quiz_is_refused(browser: Client) -> None:
    assertContains(browser.post(ADDRESS, {"file": file(b"7" * (256 * 1024 + 1))}), "larger than 256 KB")
    assert browser.post(ADDRESS, {"file": file(b"7" * 400 * 1024)}).status_code == 413


def test_what_was_changed_on_its_way_is_not_imported(browser: Client) -> None:
    shown = browser.post(ADDRESS, {"text": "7 × 8"})
    page = confirm(browser, shown, title="Mine", signed=str(shown.context["made"]["signed"].value())[:-1])
    assertContains(page, "What was to be imported got lost on its way. Choose it again.")
    assert not Quiz.objects.exists()


def test_markup_in_a_file_is_only_text(browser: Client) -> None:
    page = browser.post(ADDRESS, {"text": "question,answer\n<script>alert(1)</script>,4\n<b>,"})
    assertNotContains(page, "<script>alert")
    page = browser.post(ADDRESS, {"text": "question,answer\n<script>alert(1)</script>,4"})
    assertNotContains(page, "<script>alert")


def test_a_file_holds_as_many_questions_as_a_quiz(browser: Client, alice: User) -> None:
    quiz = import_quiz(teacher=alice, title="Full", file=read("7 × 8\n" * MOST_QUESTIONS))
    assert Question.objects.filter(quiz=quiz).count() == MOST_QUESTIONS
