"""What a teacher sees and decides of the class's practice."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from quizzes.models import Classroom, Student, User
from quizzes.queries.practice import steps_on_offer
from quizzes.rules.practice import Step
from quizzes.services.classrooms import remove_student
from quizzes.services.offers import offer_steps
from quizzes.services.practice import begin_round
from tests.quizzes.services.test_practice import answer_next

SignedIn = Callable[[User], Client]
SUMS, MORE_SUMS, TABLES = Step("add-within-20", 1), Step("add-within-20", 2), Step("tables-2-5-10", 1)


def page(response: HttpResponse) -> str:
    return response.content.decode()


@pytest.fixture
def address(classroom: Classroom) -> str:
    return reverse("class-practice", args=[classroom.pk])


def test_an_empty_list_and_an_empty_class_say_what_to_do(
    signed_in: SignedIn, alice: User, classroom: Classroom, address: str
) -> None:
    shown = page(signed_in(alice).get(address))
    assert "Nobody is here yet" in shown
    assert "Nothing is on the list yet" in shown


def test_a_skill_is_found_added_and_taken_off(
    signed_in: SignedIn, alice: User, classroom: Classroom, address: str
) -> None:
    browser = signed_in(alice)
    assert TABLES.skill.name in page(browser.get(address, {"q": "tables"}))
    assert "No skill is called that." in page(browser.get(address, {"q": "astrology"}))
    one = {"skill": TABLES.code, "level": TABLES.level}
    added = browser.post(reverse("practice-offer", args=[classroom.pk]) + "?q=tables&other=x", one)
    assert added["Location"] == f"{address}?q=tables"
    assert steps_on_offer(classroom.pk) == (TABLES,)
    off = browser.post(reverse("practice-withdrawal", args=[classroom.pk]), one)
    assert off["Location"] == address
    assert steps_on_offer(classroom.pk) == ()


@pytest.mark.parametrize(
    "given", [{}, {"skill": "no-such-skill", "level": 1}, {"skill": SUMS.code, "level": 99}, {"skill": SUMS.code}]
)
@pytest.mark.parametrize("name", ["practice-offer", "practice-withdrawal"])
def test_what_the_curriculum_does_not_have_is_not_found(
    signed_in: SignedIn, alice: User, classroom: Classroom, name: str, given: dict[str, Any]
) -> None:
    assert signed_in(alice).post(reverse(name, args=[classroom.pk]), given).status_code == 404


def test_each_student_has_what_is_known_and_what_comes_next_and_why(
    signed_in: SignedIn, alice: User, zoe: Student, yan: Student, address: str
) -> None:
    offer_steps(classroom=zoe.classroom, steps=[SUMS, MORE_SUMS])
    practice = begin_round(student=zoe)
    for _ in range(3):
        answer_next(zoe, practice)
    shown = signed_in(alice).get(address)
    rows = {row.student.name: row for row in shown.context["practice"].rows}
    first, second = rows["Zoe Zimmer"], rows["Yan Yates"]
    assert (first.known, second.known) == (1, 0)
    assert first.next.reason == f"One level up to {MORE_SUMS.name}: {SUMS.name} is known."
    assert second.next.reason == f"{SUMS.name} is new: it was not practised yet."
    assert [offer.known for offer in shown.context["practice"].offers] == [1, 0]
    assert first.next.reason in page(shown)
    assert reverse("results", args=[practice.pk]) in page(shown)


def test_what_is_said_to_come_next_is_what_comes(zoe: Student, alice: User, signed_in: SignedIn, address: str) -> None:
    offer_steps(classroom=zoe.classroom, steps=[SUMS, MORE_SUMS, TABLES])
    browser = signed_in(alice)
    practice = begin_round(student=zoe)
    for right in (True, False, True, True, True, True, False):
        receipt = answer_next(zoe, practice, right=right)
        next_ = receipt.state.current
        assert next_ is not None
        asked = next_.asked.question
        stop_at = Step(asked.skill, asked.level)
        assert browser.get(address).context["practice"].rows[0].next.step == stop_at


def test_a_round_is_looked_at_and_its_way_leads_back(
    signed_in: SignedIn, alice: User, zoe: Student, yan: Student, address: str
) -> None:
    offer_steps(classroom=zoe.classroom, steps=[SUMS])
    practice = begin_round(student=zoe)
    answer = answer_next(zoe, practice).answer
    browser = signed_in(alice)
    shown = page(browser.get(reverse("results", args=[practice.pk])))
    assert "Zoe Zimmer" in shown
    assert "Yan Yates" not in shown
    assert address in shown
    assert address in page(browser.get(reverse("answer", args=[answer.pk])))
    assert browser.get(reverse("assignment", args=[practice.pk])).status_code == 404


def test_who_left_is_not_in_the_table(signed_in: SignedIn, alice: User, zoe: Student, address: str) -> None:
    offer_steps(classroom=zoe.classroom, steps=[SUMS])
    remove_student(student=zoe, erase=False)
    assert signed_in(alice).get(address).context["practice"].rows == ()


def test_the_page_asks_the_database_the_same_for_any_class(
    signed_in: SignedIn, alice: User, zoe: Student, yan: Student, address: str, django_assert_num_queries: Any
) -> None:
    offer_steps(classroom=zoe.classroom, steps=[SUMS, MORE_SUMS])
    students = [zoe, yan, *(Student.objects.create(classroom=zoe.classroom, name=f"Student {n}") for n in range(6))]
    for student in students:
        answer_next(student, begin_round(student=student))
    browser = signed_in(alice)
    with django_assert_num_queries(9):  # session, user, classroom, list, roster, games, ink, answers, rounds
        browser.get(address)
