"""A worksheet on paper: what Chromium prints, page by page."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from quizzes.rules.exchange.quiz_file import QuizFile
from quizzes.rules.exchange.quiz_file import Settings as QuizSettings
from quizzes.rules.questions import write
from tests.e2e.desk import Desk
from tests.e2e.doors import sign_in_as_teacher
from tests.e2e.serving import Site
from tests.e2e.tour import settled

NewPage = Callable[..., Page]

TABLE = "\n".join(f"{left} × {right}" for left in (6, 7, 8) for right in range(2, 13))


def printed(page: Page, paper: str) -> int:
    """How many pages the browser prints. Chromium writes each as an object of its own, uncompressed."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format=paper, prefer_css_page_size=True)))


@pytest.fixture
def worksheet(new_page: NewPage, site: Site) -> Page:
    """The worksheet of a quiz of 33 questions that was pasted."""
    page = new_page()
    sign_in_as_teacher(page, site)
    page.goto("/teach/quizzes/import/")
    page.get_by_label("Or paste the questions").fill(TABLE)
    page.get_by_role("button", name="Show me the quiz").click()
    page.get_by_label("Title").fill("Three tables")
    page.get_by_role("button", name="Make this quiz").click()
    page.get_by_role("link", name="Print as a worksheet").click()
    settled(page)
    return page


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_key_has_a_page_of_its_own_and_so_has_every_version(worksheet: Page, paper: str) -> None:
    questions_alone = _chosen(worksheet, Answers="None")
    alone = printed(questions_alone, paper)
    assert alone == 2
    assert printed(_chosen(worksheet, Answers="On a key page"), paper) == alone + 1
    assert printed(_chosen(worksheet, Versions="2: A to B, shuffled"), paper) == 2 * alone + 1


def test_no_question_is_broken_over_pages_and_nothing_else_is_printed(worksheet: Page) -> None:
    worksheet.emulate_media(media="print")
    expect(worksheet.get_by_role("banner")).to_be_hidden()
    expect(worksheet.get_by_role("button", name="Print")).to_be_hidden()
    expect(worksheet.get_by_role("combobox", name="Columns")).to_be_hidden()
    questions = worksheet.locator(".worksheet__question")
    assert questions.evaluate_all("all => all.map(each => getComputedStyle(each).breakInside)") == ["avoid"] * 33
    box = questions.first.locator(".prompt__blank").bounding_box()
    assert box is not None
    assert box["height"] > 37, "a box is at least a centimetre high"


def test_no_box_leaves_its_third_of_the_page(new_page: NewPage, site: Site) -> None:
    page = new_page({"width": 688, "height": 900})  # what A4 leaves between its margins
    sign_in_as_teacher(page, site)
    desk = Desk(page)
    asked = [write("809 ÷ 2 = _ r _"), write("1 1/2 + 2 1/4"), write("£3.50 + £1.20"), write("1234 × 56")]
    quiz = desk.import_quiz(QuizFile(QuizSettings(title="Wide boxes"), tuple(asked)))
    page.goto(f"/teach/quizzes/{quiz}/worksheet/?columns=3")
    page.emulate_media(media="print")
    for question in page.locator(".worksheet__question").all():
        frame = question.bounding_box()
        boxes = [blank.bounding_box() for blank in question.locator(".prompt__blank").all()]
        assert frame
        assert boxes
        assert all(box and box["x"] + box["width"] <= frame["x"] + frame["width"] + 1 for box in boxes)


def test_the_button_prints(worksheet: Page) -> None:
    worksheet.evaluate("window.print = () => { document.title = 'printed'; }")
    worksheet.get_by_role("button", name="Print").click()
    expect(worksheet).to_have_title("printed")


def _chosen(page: Page, **options: str) -> Page:
    for label, option in options.items():
        page.get_by_role("combobox", name=label).select_option(label=option)
    page.get_by_role("button", name="Show it so").click()
    settled(page)
    return page
