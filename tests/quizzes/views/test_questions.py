import random
from collections.abc import Callable
from dataclasses import replace

import pytest
import time_machine
from django.http import QueryDict
from django.test import Client
from pytest_django.asserts import assertContains, assertRedirects

from quizzes.forms.quizzes import rewriting_form, rewritten
from quizzes.models import Question, Quiz, User
from quizzes.rules import questions
from quizzes.rules.grammar import FORMATS
from quizzes.rules.planning import Part, as_many_as_there_are, generate
from quizzes.rules.skills import SKILLS
from quizzes.services.quizzes import MOST_QUESTIONS, add_questions

SignIn = Callable[[User], Client]

EXAMPLES = {
    "digit": "7",
    "whole": "42",
    "integer": "-5",
    "decimal": "2,5",
    "fraction": "3/4",
    "mixed": "1½",
    "remainder": "3r2",
    "comparison": "less than",
    "money": "3,50 €",
    "time": "15h30",
    "number": "1/3",
    "text": "Paris",
}


@pytest.fixture
def browser(alice: User, signed_in: SignIn) -> Client:
    return signed_in(alice)


def asked(quiz: Quiz) -> list[tuple[str, str]]:
    return [(row.question.notation, row.question.answer) for row in quiz.questions.all()]


def said(response: object) -> list[str]:
    return [str(message) for message in response.context["messages"]]  # type: ignore[attr-defined]


def test_a_question_is_added_and_the_cursor_waits_for_the_next(browser: Client, quiz: Quiz) -> None:
    answer = browser.post(f"/teach/quizzes/{quiz.pk}/questions/", {"notation": "(3 + 4) × 2"})
    assertRedirects(answer, f"/teach/quizzes/{quiz.pk}/?writing=")
    assert asked(quiz) == [("7 × 8", "56"), ("12 ÷ 4", "3"), ("(3 + 4) × 2", "14")]


def test_a_refused_question_stays_in_its_field_with_the_sentence(browser: Client, quiz: Quiz) -> None:
    page = browser.post(f"/teach/quizzes/{quiz.pk}/questions/", {"notation": "7 ×"})
    assertContains(page, 'value="7 ×"')
    assertContains(page, "After “7 ×” a number is missing.")
    assertContains(page, "autofocus")
    assert len(asked(quiz)) == 2


def test_a_question_in_words_keeps_the_answer_that_is_given(browser: Client, quiz: Quiz) -> None:
    browser.post(f"/teach/quizzes/{quiz.pk}/questions/", {"prompt": "The capital of France is _ .", "answer": "Paris"})
    last = quiz.questions.last()
    assert last is not None
    assert (last.question.answer, last.question.format) == ("Paris", "text")


KINDS = [
    ("17 ÷ 5 = _ r _", "3 r 2", "remainder"),
    ("3/4 _ 2/3", ">", "comparison"),
    ("£3.50 + £1.20", "£4.70", "money"),
    ("-3 + 1", "-2", "integer"),
    ("1/2 + 1/4", "3/4", "fraction"),
    ("1 1/2 + 1/4", "1 3/4", "mixed"),
    ("0.5 × 0.5", "0.25", "decimal"),
]


@pytest.mark.parametrize(("notation", "answer", "form"), KINDS, ids=[row[2] for row in KINDS])
def test_the_format_follows_from_the_answer(browser: Client, quiz: Quiz, notation: str, answer: str, form: str) -> None:
    browser.post(f"/teach/quizzes/{quiz.pk}/questions/", {"notation": notation})
    last = quiz.questions.last()
    assert last is not None
    assert (last.question.answer, last.question.format) == (answer, form)
    assertContains(browser.get(f"/teach/questions/{last.pk}/"), f'value="{notation}"')


CHOSEN = [(form.name, EXAMPLES[form.name]) for form in FORMATS.values()]


@pytest.mark.parametrize(("form", "answer"), CHOSEN, ids=[row[0] for row in CHOSEN])
def test_a_question_in_words_takes_every_kind_of_answer(browser: Client, quiz: Quiz, form: str, answer: str) -> None:
    words = {"prompt": "What is it?", "answer": answer, "format": form}
    page = browser.post(f"/teach/quizzes/{quiz.pk}/questions/", words, follow=True)
    last = quiz.questions.last()
    assert last is not None
    assert last.question.format == form
    assertContains(page, "What is it?")


def test_an_answer_that_is_not_of_the_chosen_kind_is_refused_with_the_sentence(browser: Client, quiz: Quiz) -> None:
    words = {"prompt": "When?", "answer": "25:00", "format": "time"}
    page = browser.post(f"/teach/quizzes/{quiz.pk}/questions/", words)
    assertContains(page, "The answer “25:00” is not a time, such as 3:45.")
    assertContains(page, '<option value="time" selected>Time</option>')


def test_a_kind_that_was_chosen_is_chosen_still_when_the_question_is_changed(browser: Client, quiz: Quiz) -> None:
    chosen, followed = (questions.write_text("How much?", "3", form) for form in ("decimal", ""))
    rows = add_questions(quiz=quiz, added=[chosen, followed])
    forms = [browser.get(f"/teach/questions/{row.pk}/").context["form"] for row in rows]
    assert [form.initial["format"] for form in forms] == ["decimal", ""]


def test_refused_words_stay_in_their_fields(browser: Client, quiz: Quiz) -> None:
    page = browser.post(f"/teach/quizzes/{quiz.pk}/questions/", {"prompt": "How many?", "answer": ""})
    assertContains(page, "How many?</textarea>")
    assertContains(page, "Write the right answer, so that the site can mark.")
    assertContains(page, '<details class="disclosure" open>')


def test_a_full_quiz_says_so(browser: Client, quiz: Quiz) -> None:
    add_questions(quiz=quiz, added=[questions.write("1 + 1")] * (MOST_QUESTIONS - 2))
    page = browser.post(f"/teach/quizzes/{quiz.pk}/questions/", {"notation": "5 + 5"})
    assertContains(page, "A quiz holds at most 100 questions; this one has 100.")
    assertContains(page, 'value="5 + 5"')


def test_what_a_teacher_writes_cannot_become_markup(browser: Client, quiz: Quiz) -> None:
    page = browser.post(
        f"/teach/quizzes/{quiz.pk}/questions/", {"prompt": "<b>bold</b>", "answer": "<i>x</i>"}, follow=True
    )
    assertContains(page, "&lt;b&gt;bold&lt;/b&gt;")
    assert b"<b>bold" not in page.content


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("7*8", {"answer": "56", "format": "Whole number", "drawable": True}),
        ("_ + 5 = 12", {"answer": "7", "format": "Whole number", "drawable": True}),
        ("7 ×", {"detail": "After “7 ×” a number is missing."}),
        ("", {"detail": "Write a question, such as 7 × 8."}),
    ],
)
def test_the_preview_works_the_answer_out_or_says_what_is_missing(
    browser: Client, notation: str, expected: dict[str, object]
) -> None:
    assert browser.get("/teach/quizzes/preview/", {"notation": notation}).json() == expected


def test_the_preview_says_which_numbers_are_typed(browser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizzes.services.reading.READABLE_FORMATS", ("whole",))
    assert browser.get("/teach/quizzes/preview/", {"notation": "1/2 + 1/4"}).json() == {
        "answer": "3/4",
        "format": "Fraction",
        "drawable": False,
    }


def test_a_question_is_changed_in_its_own_form(browser: Client, quiz: Quiz) -> None:
    row = quiz.questions.all()[0]
    assertContains(browser.get(f"/teach/questions/{row.pk}/"), 'value="7 × 8"')
    answer = browser.post(f"/teach/questions/{row.pk}/", {"notation": "7 × 9"})
    assertRedirects(answer, f"/teach/quizzes/{quiz.pk}/#question-{row.pk}", fetch_redirect_response=False)
    assert said(browser.get(answer["Location"])) == ["The question is changed."]
    assert asked(quiz)[0] == ("7 × 9", "63")


def test_a_change_that_is_refused_stays_in_its_field(browser: Client, quiz: Quiz) -> None:
    row = quiz.questions.all()[0]
    page = browser.post(f"/teach/questions/{row.pk}/", {"notation": "7 × ("})
    assertContains(page, 'value="7 × ("')
    assert asked(quiz)[0] == ("7 × 8", "56")


def test_a_question_in_words_is_changed_as_words(browser: Client, quiz: Quiz) -> None:
    (row,) = add_questions(quiz=quiz, added=[questions.write_text("How many legs has a cat?", "4")])
    page = browser.get(f"/teach/questions/{row.pk}/")
    assertContains(page, "How many legs has a cat?</textarea>")
    browser.post(f"/teach/questions/{row.pk}/", {"prompt": "How many legs has an ant?", "answer": "6"})
    assert asked(quiz)[2] == ("How many legs has an ant?", "6")


def test_a_question_saved_as_it_was_still_practises_its_skill(browser: Client, quiz: Quiz) -> None:
    (row,) = add_questions(quiz=quiz, added=[questions.write("6 × 6").as_practice_of("tables-6-7-9", 1)])
    browser.post(f"/teach/questions/{row.pk}/", {"notation": "6*6"})
    assert Question.objects.get(pk=row.pk).question.skill == "tables-6-7-9"
    browser.post(f"/teach/questions/{row.pk}/", {"notation": "6 + 6"})
    assert Question.objects.get(pk=row.pk).question.skill == "add-within-20"


def test_a_removed_question_is_offered_back_once(browser: Client, quiz: Quiz) -> None:
    row = quiz.questions.all()[0]
    page = browser.post(f"/teach/questions/{row.pk}/removal/", follow=True)
    assertContains(page, "7 × 8 = □ was removed.")
    assertContains(page, "autofocus>Undo</button>")
    assert asked(quiz) == [("12 ÷ 4", "3")]
    assert browser.get(f"/teach/quizzes/{quiz.pk}/").context["removed"] is None


def test_undoing_puts_a_removed_question_back_at_its_place(browser: Client, quiz: Quiz) -> None:
    row = quiz.questions.all()[0]
    token = browser.post(f"/teach/questions/{row.pk}/removal/", follow=True).context["removed"].token
    for _ in range(2):  # a second press changes nothing
        browser.post(f"/teach/quizzes/{quiz.pk}/questions/restoration/", {"removed": token})
    assert asked(quiz) == [("7 × 8", "56"), ("12 ÷ 4", "3")]


@pytest.mark.parametrize("token", ["", "made-up"])
def test_a_made_up_question_is_not_put_back(browser: Client, quiz: Quiz, token: str) -> None:
    answer = browser.post(f"/teach/quizzes/{quiz.pk}/questions/restoration/", {"removed": token}, follow=True)
    assert said(answer) == ["This question cannot be put back any more. Write it again."]
    assert len(asked(quiz)) == 2


def test_a_removed_question_returns_to_its_own_quiz_alone(browser: Client, alice: User, quiz: Quiz) -> None:
    other = Quiz.objects.create(teacher=alice, title="Other")
    row = quiz.questions.all()[0]
    token = browser.post(f"/teach/questions/{row.pk}/removal/", follow=True).context["removed"].token
    browser.post(f"/teach/quizzes/{other.pk}/questions/restoration/", {"removed": token})
    assert asked(other) == []


def test_a_removed_question_is_kept_for_a_day(browser: Client, quiz: Quiz) -> None:
    row = quiz.questions.all()[0]
    with time_machine.travel("2026-11-20 10:00 +0000") as clock:
        browser.force_login(quiz.teacher, backend="django.contrib.auth.backends.ModelBackend")
        token = browser.post(f"/teach/questions/{row.pk}/removal/", follow=True).context["removed"].token
        clock.move_to("2026-11-21 10:01 +0000")
        browser.post(f"/teach/quizzes/{quiz.pk}/questions/restoration/", {"removed": token})
    assert len(asked(quiz)) == 1


def test_questions_move_one_place_and_the_page_says_where_to(browser: Client, quiz: Quiz) -> None:
    row = quiz.questions.all()[0]
    answer = browser.post(f"/teach/questions/{row.pk}/move/", {"by": "1"})
    assertRedirects(answer, f"/teach/quizzes/{quiz.pk}/#question-{row.pk}", fetch_redirect_response=False)
    assert said(browser.get(answer["Location"])) == ["7 × 8 = □ is now question 2."]
    assert asked(quiz) == [("12 ÷ 4", "3"), ("7 × 8", "56")]
    browser.post(f"/teach/questions/{row.pk}/move/", {"by": "-1"})
    assert asked(quiz) == [("7 × 8", "56"), ("12 ÷ 4", "3")]


def test_the_whole_order_is_taken_at_once(browser: Client, quiz: Quiz) -> None:
    first, second = quiz.questions.values_list("pk", flat=True)
    assert browser.post(f"/teach/quizzes/{quiz.pk}/questions/order/", {"ids": [second, first]}).status_code == 204
    assert asked(quiz) == [("12 ÷ 4", "3"), ("7 × 8", "56")]


def test_an_order_that_is_no_order_is_refused(browser: Client, quiz: Quiz) -> None:
    answer = browser.post(f"/teach/quizzes/{quiz.pk}/questions/order/", {"ids": ["first"]})
    assert (answer.status_code, answer.json()) == (
        400,
        {"detail": "The new order could not be read. Reload the page."},
    )


@pytest.mark.parametrize("tail", ["", "more/", "move/", "removal/"])
def test_another_teacher_changes_no_question(bob: User, signed_in: SignIn, quiz: Quiz, tail: str) -> None:
    row = quiz.questions.all()[0]
    assert signed_in(bob).post(f"/teach/questions/{row.pk}/{tail}", {"notation": "1", "by": "1"}).status_code == 404
    assert asked(quiz) == [("7 × 8", "56"), ("12 ÷ 4", "3")]


@pytest.mark.parametrize("tail", ["", "more/", "move/", "removal/"])
def test_nobody_is_sent_to_sign_in(client: Client, quiz: Quiz, tail: str) -> None:
    path = f"/teach/questions/{quiz.questions.all()[0].pk}/{tail}"
    assertRedirects(client.post(path), f"/accounts/sign-in/?next={path}", fetch_redirect_response=False)


DEMANDED = [
    ({"notation": "1/4 + 1/4", "shapes": ["lowest-terms"]}, ("lowest-terms",), "in lowest terms"),
    ({"notation": "2.5 + 1.5", "places": "2"}, ("places:2",), "with 2 decimals"),
    ({"notation": "3 + 4", "unit": " cm "}, ("unit:cm",), "with its unit, cm"),
    ({"prompt": "How long is it?", "answer": "7", "format": "", "unit": "m"}, ("unit:m",), "with its unit, m"),
]


@pytest.mark.parametrize(("given", "demands", "said"), DEMANDED, ids=[row[2] for row in DEMANDED])
def test_what_is_asked_of_an_answer_is_kept_shown_and_there_again_when_the_question_is_changed(
    browser: Client, quiz: Quiz, given: dict[str, object], demands: tuple[str, ...], said: str
) -> None:
    page = browser.post(f"/teach/quizzes/{quiz.pk}/questions/", given, follow=True)
    assertContains(page, f"Asked for: {said}")
    row = quiz.questions.last()
    assert row is not None
    assert row.question.demands == demands
    form = browser.get(f"/teach/questions/{row.pk}/").context["form"]
    assert form.opened
    again = {name: value for name, value in form.initial.items() if value}
    browser.post(f"/teach/questions/{row.pk}/", again)
    assert Question.objects.get(pk=row.pk).question == row.question


def test_a_question_is_set_in_columns(browser: Client, quiz: Quiz) -> None:
    browser.post(f"/teach/quizzes/{quiz.pk}/questions/", {"notation": "47 + 26", "columns": "on"})
    row = quiz.questions.last()
    assert row is not None
    assert row.question.layout == "column"


def test_what_cannot_be_asked_of_an_answer_is_told_beside_the_question(browser: Client, quiz: Quiz) -> None:
    page = browser.post(f"/teach/quizzes/{quiz.pk}/questions/", {"notation": "3/4 _ 2/3", "shapes": ["mixed"]})
    assertContains(page, "“as a mixed number” cannot be asked where the answer is")
    assertContains(page, '<details class="disclosure disclosure--line options" open>')
    assert len(asked(quiz)) == 2


def test_a_figure_stays_with_its_question_while_the_demands_change(browser: Client, quiz: Quiz) -> None:
    line = generate(SKILLS["decimal-line"], 1, random.Random(3))
    assert line.figure is not None
    (row,) = add_questions(quiz=quiz, added=[line])
    form = browser.get(f"/teach/questions/{row.pk}/").context["form"]
    browser.post(f"/teach/questions/{row.pk}/", {**form.initial, "columns": "", "shapes": [], "places": "1"})
    after = Question.objects.get(pk=row.pk).question
    assert (after.figure, after.skill, after.level) == (line.figure, line.skill, line.level)
    assert after.demands == ("places:1",)


@pytest.mark.parametrize("code", SKILLS)
def test_a_question_of_any_skill_is_the_same_when_it_is_saved_unchanged(code: str) -> None:
    question = generate(SKILLS[code], len(SKILLS[code].levels), random.Random(5))
    data = QueryDict(mutable=True)
    for name, value in rewriting_form(question).initial.items():
        data.setlist(name, value if isinstance(value, list) else [value] * bool(value))
    form = rewriting_form(question, data)
    assert form.is_valid(), form.errors
    after = rewritten(question, form.question)
    assert replace(after, notation=question.notation) == question


def test_five_more_like_a_question_come_at_the_end_and_repeat_nothing(browser: Client, quiz: Quiz) -> None:
    (row,) = add_questions(quiz=quiz, added=[generate(SKILLS["tables-mixed"], 2, random.Random(3))])
    answer = browser.post(f"/teach/questions/{row.pk}/more/", follow=True)
    assert said(answer) == [f"5 questions like {row.question.plain()} added at the end."]
    made = [each.question for each in quiz.questions.all()][2:]
    assert {(question.skill, question.level) for question in made} == {("tables-mixed", 2)}
    assert len({question.key for question in made}) == 6


def test_a_question_by_hand_practises_the_first_level_that_may_ask_it_and_has_five_more(
    browser: Client, quiz: Quiz
) -> None:
    browser.post(f"/teach/quizzes/{quiz.pk}/questions/", {"notation": "63 - 29"})
    row = quiz.questions.last()
    assert row is not None
    assert (row.question.skill, row.question.level) == ("subtract-within-100", 4)
    before = quiz.questions.count()
    browser.post(f"/teach/questions/{row.pk}/more/")
    assert quiz.questions.count() == before + 5
    browser.post(f"/teach/questions/{row.pk}/", {"notation": "47 + 26"})
    row.refresh_from_db()
    assert row.question.skill == "add-within-100"


def test_a_level_that_is_used_up_and_a_question_by_hand_have_no_more(browser: Client, quiz: Quiz) -> None:
    part = Part("tables-2-5-10", 1, 50)
    rows = add_questions(quiz=quiz, added=as_many_as_there_are(part, random.Random(1)))
    for row in (rows[0], quiz.questions.all()[0]):
        browser.post(f"/teach/questions/{row.pk}/more/")
    assert quiz.questions.count() == len(rows) + 2
