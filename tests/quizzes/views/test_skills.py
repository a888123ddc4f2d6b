from collections.abc import Callable

import pytest
from django.test import Client
from django.utils.html import escape
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains

from quizzes.models import Quiz, User
from quizzes.rules.skills import SKILLS, Skill
from quizzes.templatetags.curriculum import worked

SignIn = Callable[[User], Client]
ANY = next(iter(SKILLS.values()))

pytestmark = pytest.mark.django_db


def found(page: object) -> list[Skill]:
    return [skill for _, skills in page.context["families"] for skill in skills]  # type: ignore[attr-defined]


def test_a_visitor_sees_every_skill_with_a_question_of_it(client: Client) -> None:
    page = client.get("/skills/")
    assert {skill.code for skill in found(page)} == set(SKILLS)
    assertContains(page, f'href="/skills/{ANY.code}/"', count=1)
    assertContains(page, 'class="skill__example"', count=len(SKILLS))


def test_the_list_of_skills_asks_the_database_for_nothing(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        client.get("/skills/")


def test_skills_are_found_by_name_grade_and_operation(client: Client) -> None:
    page = client.get("/skills/", {"q": ANY.name, "stage": f"grade-{ANY.grade}"})
    assert ANY in found(page)
    assert all(skill.grade == ANY.grade for skill in found(page))
    by_operation = found(client.get("/skills/", {"operation": "÷"}))
    assert by_operation
    assert all("÷" in skill.operations for skill in by_operation)


def test_what_nothing_is_called_says_so_and_shows_the_way_back(client: Client) -> None:
    page = client.get("/skills/", {"q": "photosynthesis"})
    assertContains(page, "No skill is called that")
    assertContains(page, "Show all skills")
    assertContains(page, 'value="photosynthesis"')


@pytest.mark.parametrize("query", [{"stage": "grade-99"}, {"stage": "x"}, {"operation": "%"}, {"q": "\x00"}])
def test_a_search_that_makes_no_sense_leaves_nothing_out(client: Client, query: dict[str, str]) -> None:
    assert len(found(client.get("/skills/", query))) == len(SKILLS)


@pytest.mark.parametrize("skill", SKILLS.values(), ids=SKILLS)
def test_every_skill_has_a_page_with_its_levels_and_its_example(client: Client, skill: Skill) -> None:
    page = client.get(f"/skills/{skill.code}/")
    assert [shown.level for shown in page.context["levels"]] == list(skill.levels)
    assert all(shown.examples for shown in page.context["levels"])
    assertContains(page, "Worked example")
    assertContains(page, f'<span class="visually-hidden">{escape(worked(skill).spoken())}</span>')


def test_an_unknown_skill_is_not_found(client: Client) -> None:
    assert client.get("/skills/no-such-skill/").status_code == 404


def test_five_others_are_others_and_an_address_keeps_its_questions(client: Client) -> None:
    address = f"/skills/{ANY.code}/"
    first, others = client.get(address), client.get(address, {"level": len(ANY.levels), "seed": 1})
    at = len(ANY.levels) - 1
    assert first.context["levels"][at].examples != others.context["levels"][at].examples
    again = client.get(address, {"level": len(ANY.levels), "seed": 1})
    assert again.context["levels"][at].examples == others.context["levels"][at].examples


@pytest.mark.parametrize("seed", ["", "-1", "²", "9" * 40, "many"])
def test_a_seed_that_is_none_shows_the_usual_questions(client: Client, seed: str) -> None:
    usual = client.get(f"/skills/{ANY.code}/").context["levels"]
    assert client.get(f"/skills/{ANY.code}/", {"level": 1, "seed": seed}).context["levels"] == usual


def test_a_teacher_can_add_a_level_to_a_quiz_and_a_visitor_sees_nobodys(
    client: Client, alice: User, bob: User, quiz: Quiz, signed_in: SignIn
) -> None:
    address = f"/skills/{ANY.code}/"
    added = f'href="/teach/quizzes/{quiz.pk}/generation/?part={ANY.code}:1:10"'
    assertContains(signed_in(alice).get(address), added)
    for other in (client, signed_in(bob)):
        assertNotContains(other.get(address), quiz.title)
