"""A student's practice page, and a round from tap to score."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from quizzes.models import Assignment, Classroom, Student
from quizzes.rules.practice import Step
from quizzes.services.offers import offer_steps
from quizzes.services.practice import begin_round, stop_round
from tests.quizzes.services.test_practice import answer_next

Seated = Callable[[Student], Client]
SUMS, MORE_SUMS, TABLES = Step("add-within-20", 1), Step("add-within-20", 2), Step("tables-2-5-10", 1)


def page(response: HttpResponse) -> str:
    return response.content.decode()


@pytest.fixture
def offered(classroom: Classroom) -> None:
    offer_steps(classroom=classroom, steps=[SUMS, MORE_SUMS, TABLES])


def test_without_anything_to_practise_the_page_says_what_will_come(seated: Seated, zoe: Student) -> None:
    browser = seated(zoe)
    assert "Nothing to practise yet" in page(browser.get(reverse("practice")))
    assert "Practise on your own" not in page(browser.get(reverse("play")))


@pytest.mark.usefixtures("offered")
def test_the_page_lists_the_skills_with_their_stars(seated: Seated, zoe: Student) -> None:
    practice = begin_round(student=zoe)
    for _ in range(6):
        answer_next(zoe, practice)
    shown = seated(zoe).get(reverse("practice")).context["page"]
    assert [(skill.name, skill.levels) for skill in shown.skills] == [
        (SUMS.skill.name, ((SUMS.level_name, 2), (MORE_SUMS.level_name, 1))),
        (TABLES.skill.name, ((TABLES.level_name, 1),)),
    ]
    assert shown.opened == practice


@pytest.mark.usefixtures("offered")
def test_one_tap_begins_a_round(seated: Seated, zoe: Student) -> None:
    browser = seated(zoe)
    assert "Practise on your own" in page(browser.get(reverse("play")))
    reply = browser.post(reverse("practice-round"))
    practice = Assignment.objects.get(practised_by=zoe)
    assert reply["Location"] == reverse("play-question", args=[practice.pk])
    assert "Your round is not over yet" in page(browser.get(reverse("play")))
    assert browser.post(reverse("practice-round"))["Location"] == reply["Location"]


@pytest.mark.usefixtures("offered")
def test_a_chosen_skill_is_practised(seated: Seated, zoe: Student) -> None:
    seated(zoe).post(reverse("practice-round"), {"skill": TABLES.code})
    assert Assignment.objects.get().practised_skill == TABLES.code


@pytest.mark.parametrize("skill", ["", "no-such-skill"])
def test_what_cannot_be_practised_is_said(seated: Seated, zoe: Student, skill: str) -> None:
    reply = seated(zoe).post(reverse("practice-round"), {"skill": skill}, follow=True)
    assert reply.redirect_chain == [(reverse("practice"), 302)]
    assert "There is nothing to practise here today." in page(reply)


@pytest.mark.usefixtures("offered")
def test_stopping_leads_to_the_score_of_what_was_answered(seated: Seated, zoe: Student) -> None:
    practice = begin_round(student=zoe)
    answer_next(zoe, practice)
    reply = seated(zoe).post(reverse("practice-stop", args=[practice.pk]), follow=True)
    shown = page(reply)
    assert reply.redirect_chain == [(reverse("play-score", args=[practice.pk]), 302)]
    assert "1 <small>of 1 right</small>" in shown
    assert "Another round" in shown


@pytest.mark.usefixtures("offered")
def test_the_end_of_a_round_shows_its_stars_and_which_are_new(seated: Seated, zoe: Student) -> None:
    browser = seated(zoe)

    def stars_after(*answers: bool) -> list[tuple[str, int, int]]:
        practice = begin_round(student=zoe, skill=TABLES.code)
        for right in answers:
            answer_next(zoe, practice, right=right)
        stop_round(student=zoe, assignment=practice)
        reply = browser.get(reverse("play-score", args=[practice.pk]))
        shown = page(reply)
        assert shown.index("Another round") < shown.index("score__lines")
        assert shown.count("new star") == sum(gained > 0 for *_, gained in stars_of(reply))
        return stars_of(reply)

    first = stars_after(True)
    assert first == [(TABLES.name, 1, 1)]
    assert stars_after(True, True) == [(TABLES.name, 2, 1)]
    assert stars_after(True) == [(TABLES.name, 2, 0)]
    earliest = Assignment.objects.filter(practised_by=zoe).earliest("pk")
    assert stars_of(browser.get(reverse("play-score", args=[earliest.pk]))) == first  # as it was then


def stars_of(response: HttpResponse) -> list[tuple[str, int, int]]:
    return [(step.name, step.stars, step.gained) for step in response.context["stars"]]


@pytest.mark.usefixtures("offered")
def test_stopping_before_the_first_answer_leads_back(seated: Seated, zoe: Student) -> None:
    practice = begin_round(student=zoe)
    assert seated(zoe).post(reverse("practice-stop", args=[practice.pk]))["Location"] == reverse("practice")


def test_a_given_quiz_cannot_be_stopped(seated: Seated, assignment: Assignment, zoe: Student) -> None:
    browser = seated(zoe)
    assert browser.post(reverse("practice-stop", args=[assignment.pk])).status_code == 404
    assert "Another round" not in page(browser.get(reverse("play-question", args=[assignment.pk])))


@pytest.mark.usefixtures("offered")
def test_practice_is_not_among_what_was_given(seated: Seated, zoe: Student, assignment: Assignment) -> None:
    practice = begin_round(student=zoe)
    answer_next(zoe, practice)
    stop_round(student=zoe, assignment=practice)
    home = seated(zoe).get(reverse("play"))
    listed = [item.assignment for item in [*home.context["to_do"], *home.context["done"]]]
    assert listed == [assignment]


@pytest.mark.usefixtures("offered")
def test_the_page_asks_the_database_the_same_however_much_there_is(
    seated: Seated, zoe: Student, django_assert_num_queries: Any
) -> None:
    browser = seated(zoe)
    for _ in range(3):
        practice = begin_round(student=zoe)
        for _ in range(3):
            answer_next(zoe, practice)
        stop_round(student=zoe, assignment=practice)
    with django_assert_num_queries(7):  # seat, skills, games, ink, answers, the open round, the last rounds
        browser.get(reverse("practice"))
