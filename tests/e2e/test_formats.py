"""A question of each format, from the teacher's editor to a drawn answer and the table of results."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import PHONE
from tests.e2e.doors import sign_in_as_teacher, sit_down
from tests.e2e.drawing import agree, draw, until_read, written
from tests.e2e.serving import Site

TITLE = "A bit of everything"
QUESTIONS: list[tuple[str | tuple[str, str], str, str]] = [
    # as the teacher writes it, the answer in canonical text, the same as a page sets it
    ("7 × 8", "56", "56"),
    ("5 - 12", "-7", "−7"),
    ("0.5 + 4.1", "4.6", "4.6"),
    ("1/8 + 3/4", "7/8", "7/8"),
    ("1 1/2 + 1 1/4", "2 3/4", "2 3/4"),
    ("25 ÷ 7 = _ r _", "3 r 4", "3 r 4"),
    ("3/4 _ 1/2", ">", ">"),
    ("£2.50 + £1.25", "£3.75", "£3.75"),
    (("The film begins at 5:05 and lasts 70 minutes. It ends at _.", "6:15"), "6:15", "6:15"),
]


@pytest.fixture(scope="module")
def _given(browser: Browser, site: Site) -> None:
    """The demo's fourth grade has a quiz with a question of each format."""
    context = browser.new_context(base_url=site.url)
    page = context.new_page()
    sign_in_as_teacher(page, site)
    page.goto("/teach/quizzes/new/")
    page.locator("[name=title]").fill(TITLE)
    page.get_by_role("button", name="Write its questions").click()
    for count, (question, _, _) in enumerate(QUESTIONS, start=1):
        write(page, question)
        expect(page.locator(".question")).to_have_count(count)
    page.get_by_role("link", name="Give to a class").click()
    page.get_by_label("4B").check()
    page.get_by_role("button", name="Give as homework").click()
    expect(page.locator("svg").first).to_be_visible()
    context.close()


def write(page: Page, question: str | tuple[str, str]) -> None:
    if isinstance(question, str):
        page.get_by_label("Write a question", exact=True).fill(question)
        page.get_by_label("Write a question", exact=True).press("Enter")
        return
    prompt, answer = question
    page.get_by_text("Write a question in words").click()
    page.get_by_label("Question in words").fill(prompt)
    page.get_by_label("The right answer").fill(answer)
    page.locator("details").filter(has_text="Question in words").get_by_role("button", name="Add").click()


@pytest.fixture
def at_the_quiz(new_page: Callable[..., Page], site: Site, _given: None) -> Callable[[int], Page]:
    """The page of the child at that place of the list, at the first question."""

    def begin(place: int) -> Page:
        page = new_page(PHONE, has_touch=True)
        sit_down(page, site, place)
        page.locator(".sheet-link", has_text=TITLE).click()
        return page

    return begin


def test_an_answer_of_each_format_is_drawn_read_and_marked(
    at_the_quiz: Callable[[int], Page], new_page: Callable[..., Page], site: Site
) -> None:
    child = at_the_quiz(0)
    for number, (_, text, shown) in enumerate(QUESTIONS, start=1):
        arrives_at(child, number)
        draw(child, text)
        until_read(child)
        expect(child.locator(".reading__text strong")).to_have_text(shown)
        agree(child)
        send(child)
    all_are_right(child)

    teacher = new_page()
    sign_in_as_teacher(teacher, site)
    teacher.goto("/teach/assignments/")
    teacher.get_by_role("row", name=TITLE).get_by_role("link", name="Results").click()
    row = teacher.locator("tbody tr").first
    expect(row.locator(".results__cell[data-mark=right]")).to_have_count(len(QUESTIONS))
    expect(teacher.locator('[data-results="clock"]')).to_have_text("Updated just now.")  # a cell is a link until then
    row.locator(".results__cell").nth(4).click()
    expect(teacher.locator("dialog dl")).to_contain_text("Sign by sign")
    expect(teacher.locator("dialog")).to_contain_text("Type a mixed number, such as 1 1/2.")


def test_an_answer_of_each_format_is_typed_with_the_keys_on_the_screen(at_the_quiz: Callable[[int], Page]) -> None:
    child = at_the_quiz(1)
    for number, (_, _, shown) in enumerate(QUESTIONS, start=1):
        arrives_at(child, number)
        if child.locator(".keypad").is_hidden():
            child.get_by_role("button", name="Type the answer").click()
        for key in shown.replace(" r ", "r").removeprefix("£"):
            child.locator(f'[data-key="{key}"]').click()
        send(child)
    all_are_right(child)


def test_a_child_who_asks_is_shown_how_a_fraction_is_written(at_the_quiz: Callable[[int], Page]) -> None:
    child = at_the_quiz(2)
    for number in (1, 2, 3):
        arrives_at(child, number)
        draw(child, QUESTIONS[number - 1][1])
        agree(child)
        send(child)
    arrives_at(child, 4)
    expect(child.locator(".pad__guide")).to_be_hidden()
    child.get_by_role("button", name="How do I write it?").click()
    expect(child.locator(".pad__guide")).to_be_visible()
    expect(child.locator(".reading")).to_have_text("Write the top number, a bar under it, then the bottom number.")
    with child.expect_request("**/api/read/") as request:
        draw(child, "7/8")
    sent: Any = request.value.post_data_json
    assert len(sent["strokes"]) == len(written("7/8", seed=7))
    child.get_by_role("button", name="How do I write it?").click()
    expect(child.locator(".pad__guide")).to_be_hidden()


def arrives_at(child: Page, number: int) -> None:
    expect(child.locator(".course")).to_have_attribute("aria-label", f"Question {number} of {len(QUESTIONS)}")


def send(child: Page) -> None:
    child.get_by_role("button", name="Send").click()
    expect(child.locator(".stamp")).to_contain_text("Right")
    child.locator("[data-play=primary]:not([aria-disabled=true])").click()


def all_are_right(child: Page) -> None:
    child.wait_for_url("**/score/")
    expect(child.locator(".finish__score")).to_have_text(f"{len(QUESTIONS)} of {len(QUESTIONS)} right")
