"""The page of the rocket, and what pages show around the sums: everything, or nothing where the teacher says so."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from quizzes.models import Assignment, Classroom, Reward, Student, User
from quizzes.services.rewards import land
from tests.quizzes.giving import typed

Seated = Callable[[Student], Client]

AROUND = ("rocket", "journey", "finish.svg")
"""What is on no page of a class without the game, in whatever form."""


def fly(student: Student, assignment: Assignment) -> None:
    typed(student, assignment, 1, "54")
    typed(student, assignment, 1, "56")
    typed(student, assignment, 2, "3")
    land(assignment=assignment)


def choices(browser: Client) -> dict[str, str]:
    page = browser.get(reverse("rocket")).context["workshop"]
    return {slot: choice.part.code for slot, each in page.slots for choice in each if choice.fitted}


def test_a_child_fits_out_the_rocket_without_a_script(seated: Seated, zoe: Student) -> None:
    browser = seated(zoe)
    reply = browser.post(reverse("rocket"), choices(browser) | {"seat": zoe.pk, "crew": "crew-cat"})
    assert (reply.status_code, reply["Location"]) == (302, reverse("rocket"))
    assert choices(browser)["crew"] == "crew-cat"
    assert "flown by a cat" in browser.get(reverse("rocket")).content.decode()


def test_what_is_not_earned_is_no_choice_and_says_how_it_is_earned(seated: Seated, zoe: Student) -> None:
    browser = seated(zoe)
    page = browser.get(reverse("rocket")).content.decode()
    assert 'value="crew-owl"' not in page
    assert "Practise on 2 days" in page
    browser.post(reverse("rocket"), {"seat": zoe.pk, "crew": "crew-owl"})
    assert choices(browser)["crew"] != "crew-owl"
    Reward.objects.create(student=zoe, code="crew-owl")
    assert 'value="crew-owl"' in browser.get(reverse("rocket")).content.decode()


def test_a_page_made_for_another_child_changes_no_rocket(seated: Seated, zoe: Student, yan: Student) -> None:
    browser = seated(zoe)
    before = choices(browser)
    browser.post(reverse("rocket"), {"seat": yan.pk, "crew": "crew-cat", "hull": "hull-slim"})
    assert choices(browser) == before


def test_the_page_of_the_rocket_asks_the_database_twice(
    seated: Seated, zoe: Student, django_assert_num_queries: Any
) -> None:
    browser = seated(zoe)
    with django_assert_num_queries(2):  # seat, rewards
        browser.get(reverse("rocket"))


def test_a_guest_has_a_plain_rocket_and_no_page_for_it(seated: Seated, zoe: Student, assignment: Assignment) -> None:
    browser = seated(zoe)
    Student.objects.filter(pk=zoe.pk).update(guest_in=assignment)
    reply = browser.get(reverse("rocket"))
    assert reply["Location"] == reverse("play-question", args=[assignment.pk])


def test_the_score_page_says_what_is_new(seated: Seated, zoe: Student, assignment: Assignment) -> None:
    fly(zoe, assignment)
    page = seated(zoe).get(reverse("play-score", args=[assignment.pk])).content.decode()
    assert "New for your rocket" in page
    assert "Bubbles" in page
    assert "Your class is on its way to the Moon." in page


def test_the_childs_page_shows_rocket_and_journey(seated: Seated, zoe: Student, assignment: Assignment) -> None:
    page = seated(zoe).get(reverse("play")).content.decode()
    assert f'href="{reverse("rocket")}"' in page
    assert 'class="rocket"' in page
    assert 'class="journey"' in page


@pytest.mark.parametrize("name", ["play", "play-question", "play-score", "practice"])
def test_without_the_game_the_pages_of_a_child_are_plain(
    seated: Seated, zoe: Student, assignment: Assignment, classroom: Classroom, name: str
) -> None:
    if name == "play-score":
        fly(zoe, assignment)
    Classroom.objects.update(with_game=False)
    args = [assignment.pk] if name in {"play-question", "play-score"} else []
    page = seated(zoe).get(reverse(name, args=args)).content.decode()
    body = page.split("</head>")[1].replace('data-play="rocket"', "")
    assert [word for word in AROUND if word in body] == []


def test_without_the_game_there_is_no_page_of_the_rocket(seated: Seated, zoe: Student) -> None:
    Classroom.objects.update(with_game=False)
    browser = seated(zoe)
    assert browser.get(reverse("rocket")).status_code == 404
    assert browser.post(reverse("rocket"), {"seat": zoe.pk, "crew": "crew-cat"}).status_code == 404


def test_a_teacher_switches_the_game_off_and_on(
    signed_in: Callable[[User], Client], alice: User, classroom: Classroom
) -> None:
    browser, page = signed_in(alice), reverse("classroom-edit", args=[classroom.pk])
    fields = {"name": "4B", "emblem": "bear", "decimal_sign": "."}
    assert "journey" in browser.get(reverse("classroom", args=[classroom.pk])).context
    browser.post(page, fields)
    assert not Classroom.objects.get().with_game
    assert browser.get(reverse("classroom", args=[classroom.pk])).context["journey"] is None
    browser.post(page, fields | {"with_game": "on"})
    assert Classroom.objects.get().with_game


def test_a_classroom_begins_with_the_game_unless_its_teacher_does_not_want_it(
    signed_in: Callable[[User], Client], alice: User
) -> None:
    browser = signed_in(alice)
    assert browser.get(reverse("classroom-new")).context["form"]["with_game"].value() is True
    browser.post(reverse("classroom-new"), {"name": "4C", "emblem": "bear", "decimal_sign": "."})
    assert not Classroom.objects.get().with_game
