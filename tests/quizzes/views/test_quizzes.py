from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from quizzes.models import AskedQuestion, Assignment, Quiz, User
from quizzes.rules import questions
from quizzes.services.quizzes import add_questions

SignIn = Callable[[User], Client]


@pytest.fixture
def browser(alice: User, signed_in: SignIn) -> Client:
    return signed_in(alice)


def said(response: object) -> list[str]:
    return [str(message) for message in response.context["messages"]]  # type: ignore[attr-defined]


def test_a_first_visit_says_what_to_do_and_offers_it(browser: Client) -> None:
    page = browser.get("/teach/quizzes/")
    assertContains(page, "Make your first quiz")
    assertContains(page, 'href="/teach/quizzes/new/"', count=1)


def test_the_list_counts_questions_and_how_often_a_quiz_was_given(browser: Client, assignment: Assignment) -> None:
    (listed,) = browser.get("/teach/quizzes/").context["page"]
    assert (listed.title, listed.question_count, listed.times_given) == ("Times and divide", 2, 1)


def test_the_quiz_that_was_changed_last_comes_first(browser: Client, alice: User, quiz: Quiz) -> None:
    later = Quiz.objects.create(teacher=alice, title="Later")
    assert list(browser.get("/teach/quizzes/").context["page"]) == [later, quiz]
    add_questions(quiz=quiz, added=[questions.write("1 + 1")])
    assert list(browser.get("/teach/quizzes/").context["page"]) == [quiz, later]


def test_the_list_shows_no_quiz_of_another_teacher(bob: User, signed_in: SignIn, quiz: Quiz) -> None:
    assertNotContains(signed_in(bob).get("/teach/quizzes/"), quiz.title)


@pytest.mark.parametrize("searched", ["\x00", "zz " * 1500, "ü" * 3000], ids=["no letter", "many words", "a long word"])
def test_whatever_is_searched_for_is_answered(browser: Client, quiz: Quiz, searched: str) -> None:
    page = browser.get("/teach/quizzes/", {"q": searched})
    assert page.status_code == 200
    assert (quiz.title in page.content.decode()) == (searched == "\x00")


def test_the_search_finds_titles_that_have_all_the_words(browser: Client, alice: User, quiz: Quiz) -> None:
    Quiz.objects.create(teacher=alice, title="Times tables")
    assert [found.title for found in browser.get("/teach/quizzes/?q=DIVIDE times").context["page"]] == [quiz.title]
    page = browser.get("/teach/quizzes/?q=fractions")
    assertContains(page, "No quiz has “fractions” in its title.")
    assertContains(page, 'value="fractions"')


def test_the_list_takes_the_same_queries_for_one_quiz_and_for_thirty(
    browser: Client, alice: User, assignment: Assignment, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(30):
        quiz = Quiz.objects.create(teacher=alice, title=f"Quiz {number}")
        add_questions(quiz=quiz, added=[questions.write("1 + 1")])
    with django_assert_num_queries(4):  # session, teacher, count, quizzes
        browser.get("/teach/quizzes/")


def test_long_lists_are_paged(browser: Client, alice: User) -> None:
    for number in range(51):
        Quiz.objects.create(teacher=alice, title=f"Quiz {number}")
    assertContains(browser.get("/teach/quizzes/"), "Page 1 of 2")
    assert [quiz.title for quiz in browser.get("/teach/quizzes/?page=2").context["page"]] == ["Quiz 0"]


def test_a_title_is_enough_for_a_quiz_and_leads_to_its_first_question(browser: Client, alice: User) -> None:
    answer = browser.post("/teach/quizzes/new/", {"do": "add", "title": "Friday"})
    quiz = Quiz.objects.get()
    assert (quiz.title, quiz.teacher) == ("Friday", alice)
    assertRedirects(answer, f"/teach/quizzes/{quiz.pk}/?writing=")
    assertContains(browser.get(answer["Location"]), "autofocus")


def test_a_quiz_without_a_title_is_not_made(browser: Client) -> None:
    page = browser.post("/teach/quizzes/new/", {"do": "add", "title": "  "})
    assertContains(page, "Give the quiz a title, so that you and your students find it again.")
    assert not Quiz.objects.exists()


def test_the_editor_shows_every_question_with_its_answer(browser: Client, quiz: Quiz) -> None:
    page = browser.get(f"/teach/quizzes/{quiz.pk}/")
    assertContains(page, "7 times 8")
    assertContains(page, '<span class="visually-hidden">The answer is </span>56</span>')
    assertContains(page, f'href="/teach/quizzes/{quiz.pk}/give/"')


def test_the_editor_takes_the_same_queries_for_two_questions_and_for_forty(
    browser: Client, quiz: Quiz, assignment: Assignment, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    add_questions(quiz=quiz, added=[questions.write("1 + 1")] * 38)
    with django_assert_num_queries(5):  # session, teacher, quiz, questions, where it was given
        browser.get(f"/teach/quizzes/{quiz.pk}/")


def test_what_the_reader_cannot_read_yet_is_marked(
    browser: Client, quiz: Quiz, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizzes.views.quizzes.READABLE_FORMATS", ("whole",))
    sentence = "Answered by typing: the reader does not read this kind of number yet"
    assertNotContains(browser.get(f"/teach/quizzes/{quiz.pk}/"), sentence)
    add_questions(quiz=quiz, added=[questions.write("3 - 8"), questions.write_text("Capital of France?", "Paris")])
    page = browser.get(f"/teach/quizzes/{quiz.pk}/")
    assertContains(page, sentence, count=1)
    assertContains(page, "Answered by typing</span>", count=1)


def test_the_editor_says_calmly_who_has_the_quiz_already(browser: Client, quiz: Quiz, assignment: Assignment) -> None:
    page = browser.get(f"/teach/quizzes/{quiz.pk}/")
    assertContains(page, f'<a href="/teach/assignments/{assignment.pk}/">4B on {assignment.created_at:%-d %B}</a>')
    assertContains(page, "that class keeps its questions as they were.")


def test_an_example_is_put_into_the_field(browser: Client, quiz: Quiz) -> None:
    assertContains(browser.get(f"/teach/quizzes/{quiz.pk}/?notation=(3 %2B 4) × 2"), 'value="(3 + 4) × 2"')


def test_settings_are_saved(browser: Client, quiz: Quiz) -> None:
    sent = {"title": "New", "instructions": "Take care.", "show_marks": "end", "tries": "3", "shuffle": "on"}
    answer = browser.post(f"/teach/quizzes/{quiz.pk}/settings/", sent, follow=True)
    assert said(answer) == ["The settings are saved."]
    quiz.refresh_from_db()
    assert (quiz.title, quiz.instructions, quiz.show_marks, quiz.tries, quiz.shuffle) == (
        "New",
        "Take care.",
        "end",
        3,
        True,
    )


def test_settings_that_cannot_be_stay_on_the_page_with_a_sentence(browser: Client, quiz: Quiz) -> None:
    sent = {"title": "", "instructions": "Take care.", "show_marks": "end", "tries": "0"}
    page = browser.post(f"/teach/quizzes/{quiz.pk}/settings/", sent)
    assertContains(page, "Write a number of tries from 1 to 5.")
    assertContains(page, "Give the quiz a title, so that you and your students find it again.")
    assertContains(page, "Take care.")
    assertContains(page, "Settings of Times and divide")


def test_a_copy_opens_in_the_editor(browser: Client, quiz: Quiz) -> None:
    answer = browser.post(f"/teach/quizzes/{quiz.pk}/copy/", follow=True)
    assert answer.context["quiz"].title == "Times and divide (copy)"
    assert said(answer) == ["This is a copy of “Times and divide”. Changing it leaves the first one alone."]


def test_an_archived_quiz_leaves_the_list_and_comes_back(browser: Client, quiz: Quiz) -> None:
    answer = browser.post(f"/teach/quizzes/{quiz.pk}/archival/", follow=True)
    assert said(answer) == ["“Times and divide” is in the archive. It can be taken out again at any time."]
    assert list(answer.context["page"]) == []
    assert list(browser.get("/teach/quizzes/?show=archived").context["page"]) == [quiz]
    answer = browser.post(f"/teach/quizzes/{quiz.pk}/restoration/", follow=True)
    assert said(answer) == ["“Times and divide” is back among your quizzes."]
    assert list(browser.get("/teach/quizzes/").context["page"]) == [quiz]


def test_deleting_says_first_what_goes_and_what_stays(browser: Client, quiz: Quiz, assignment: Assignment) -> None:
    page = browser.get(f"/teach/quizzes/{quiz.pk}/deletion/")
    assert page.context["title"] == "Delete “Times and divide”?"
    assert page.context["consequences"] == [
        "2 questions go with it",
        "4B had it: the questions as they were asked, and all results, stay",
        "This cannot be undone. The archive only puts it out of sight",
    ]
    assert Quiz.objects.exists()


def test_deleting_a_quiz_leaves_what_was_given(browser: Client, quiz: Quiz, assignment: Assignment) -> None:
    answer = browser.post(f"/teach/quizzes/{quiz.pk}/deletion/", follow=True)
    assert said(answer) == ["“Times and divide” was deleted."]
    assert not Quiz.objects.exists()
    assert AskedQuestion.objects.filter(assignment=assignment).count() == 2


GETS = ["", "settings/", "deletion/", "generation/", "give/"]
POSTS = [
    "settings/",
    "copy/",
    "archival/",
    "restoration/",
    "deletion/",
    "generation/",
    "give/",
    "questions/",
    "questions/order/",
    "questions/restoration/",
]


@pytest.mark.parametrize("tail", GETS)
def test_another_teacher_finds_no_page_of_the_quiz(bob: User, signed_in: SignIn, quiz: Quiz, tail: str) -> None:
    assert signed_in(bob).get(f"/teach/quizzes/{quiz.pk}/{tail}").status_code == 404


@pytest.mark.parametrize("tail", POSTS)
def test_another_teacher_changes_nothing_of_the_quiz(bob: User, signed_in: SignIn, quiz: Quiz, tail: str) -> None:
    before = Quiz.objects.values().get()
    sent = {"title": "Mine", "notation": "1 + 1", "show_marks": "end", "tries": 1, "ids": "1"}
    assert signed_in(bob).post(f"/teach/quizzes/{quiz.pk}/{tail}", sent).status_code == 404
    assert Quiz.objects.values().get() == before
    assert quiz.questions.count() == 2


@pytest.mark.parametrize("path", ["", "new/", "preview/", "1/", *(f"1/{tail}" for tail in GETS[1:])])
def test_nobody_is_sent_to_sign_in(db: None, client: Client, path: str) -> None:
    assertRedirects(
        client.get(f"/teach/quizzes/{path}"),
        f"/accounts/sign-in/?next=/teach/quizzes/{path}",
        fetch_redirect_response=False,
    )


@pytest.mark.parametrize("tail", ["copy/", "archival/", "restoration/", "questions/", "questions/order/"])
def test_following_a_link_changes_nothing(browser: Client, quiz: Quiz, tail: str) -> None:
    assert browser.get(f"/teach/quizzes/{quiz.pk}/{tail}").status_code == 405
