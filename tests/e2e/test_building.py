"""A quiz from nothing: skills chosen, looked at, changed, and given to a class; with and without scripts."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import DESKTOP, PHONE
from tests.e2e.doors import sign_in_as_teacher
from tests.e2e.serving import Site

NewPage = Callable[..., Page]


def chosen(page: Page) -> list[str]:
    """The questions to look at, as they are spoken."""
    return page.locator("#building-tray .prompt > .visually-hidden").all_text_contents()


def pick(page: Page, skill: str, level: str) -> None:
    row = page.locator(f"#pick-{skill}")
    if row.get_attribute("open") is None:
        row.locator("summary").click()
    row.get_by_role("button", name=f", {level}").click()


def test_what_was_used_lately_is_picked_where_it_stands(new_page: NewPage, site: Site) -> None:
    """On a phone the same level also stands far below, in its family."""
    page = new_page(PHONE)
    sign_in_as_teacher(page, site)
    page.goto("/teach/quizzes/new/")
    lately = page.locator("#building-found .levels").first.get_by_role("button").first
    lately.click()
    expect(page.get_by_role("heading", name="5 questions to look at")).to_be_visible()
    expect(lately).to_be_focused()
    expect(lately).to_be_in_viewport()
    page.get_by_role("link", name="Look at the 5 questions").click()
    expect(page.get_by_role("heading", name="5 questions to look at")).to_be_in_viewport()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_quiz_is_made_of_two_skills(new_page: NewPage, site: Site, scripts: bool) -> None:
    page = new_page(DESKTOP, java_script_enabled=scripts)
    sign_in_as_teacher(page, site)
    page.goto("/teach/quizzes/")
    page.get_by_role("link", name="New quiz").click()
    page.get_by_label("Find a skill").fill("within 20")
    page.get_by_label("Find a skill").press("Enter")
    expect(page.locator("#pick-tables-mixed")).to_have_count(0)
    pick(page, "add-within-20", "crossing ten")
    expect(page.get_by_role("heading", name="5 questions to look at")).to_be_visible()
    pick(page, "subtract-within-20", "crossing ten")
    expect(page.get_by_role("heading", name="10 questions to look at")).to_be_visible()

    before = chosen(page)
    page.get_by_role("button", name="Another question instead of").nth(3).click()
    expect(page.locator("#building-tray .prompt > .visually-hidden").nth(3)).not_to_have_text(before[3])
    assert [*chosen(page)[:3], *chosen(page)[4:]] == [*before[:3], *before[4:]]

    page.get_by_role("button", name="Leave out").first.click()
    expect(page.get_by_role("heading", name="9 questions to look at")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name="10 questions to look at")).to_be_visible()

    page.get_by_role("button", name="Change ").first.click()
    page.get_by_label("Question", exact=True).fill("7 + 7")
    page.get_by_label("Question", exact=True).press("Enter")
    expect(page.locator("#building-tray .prompt > .visually-hidden").first).to_have_text("7 plus 7")

    expect(page.get_by_label("Title")).to_have_value(
        "Addition within 20, crossing ten and Subtraction within 20, crossing ten"
    )
    page.get_by_role("button", name="Make the quiz").click()
    page.wait_for_url("**/teach/quizzes/*/")
    expect(page.locator(".question")).to_have_count(10)
    expect(page.get_by_role("link", name="Give to a class")).to_be_visible()

    page.get_by_role("button", name="Five more questions like").first.click()
    expect(page.locator(".question")).to_have_count(15)


def test_the_keyboard_stays_where_it_was_and_the_page_says_what_changed(new_page: NewPage, site: Site) -> None:
    page = new_page(PHONE)
    sign_in_as_teacher(page, site)
    page.goto("/teach/quizzes/new/?part=tables-mixed:3:3")
    page.get_by_role("button", name="Move question 1 down").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-announcements]")).to_have_text("It is now question 2.")
    expect(page.get_by_role("button", name="Move question 2 down")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Move question 3 up")).to_be_focused()


def test_what_cannot_be_drawn_is_said_where_the_button_was_pressed(new_page: NewPage, site: Site) -> None:
    page = new_page(PHONE)
    sign_in_as_teacher(page, site)
    page.goto("/teach/quizzes/new/")
    page.get_by_label("Questions at a time").fill("50")
    page.locator("summary", has=page.get_by_role("heading", name="Times tables")).click()
    pick(page, "tables-2-5-10", "2 times table")
    expect(page.locator(".toast")).to_be_in_viewport()
    expect(page.locator(".toast")).to_contain_text("ask for fewer")
    expect(page.locator("#building-tray .message--error")).to_contain_text("ask for fewer")


def test_a_ready_made_quiz_is_copied(page: Page, site: Site) -> None:
    sign_in_as_teacher(page, site)
    page.goto("/gallery/")
    page.get_by_role("link", name="Plus and minus to twenty").click()
    page.get_by_role("button", name="Take a copy").click()
    page.wait_for_url("**/teach/quizzes/*/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Plus and minus to twenty")
    expect(page.locator(".question")).to_have_count(12)


def test_skills_are_found_while_a_visitor_types(page: Page) -> None:
    page.goto("/skills/")
    page.get_by_label("Find a skill").press_sequentially("lowest terms")
    expect(page.locator(".skill")).to_have_count(1)
    expect(page.get_by_label("Find a skill")).to_be_focused()
    page.reload()
    expect(page.locator(".skill")).to_have_count(1)
    page.get_by_role("link", name="Lowest terms").click()
    before = page.locator("#level-2 .question__answer").all_text_contents()
    page.get_by_role("link", name="Five others of divide by 2 to 6").click()
    expect(page.locator("#level-2 .question__answer")).not_to_have_text(before)
