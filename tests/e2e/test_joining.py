"""Into a live game in a real browser: from the child's own page, which notices it by itself, and as a guest."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from quizzes.rules import questions
from quizzes.rules.exchange.quiz_file import QuizFile, Settings
from tests.e2e.conftest import PHONE
from tests.e2e.desk import Desk
from tests.e2e.doors import sign_in_as_teacher
from tests.e2e.serving import Site

TITLE = "Ten seconds to lift-off"
PICTURES = ("Rocket", "Moon", "Star")
_numbers = count(1)


@dataclass(frozen=True)
class School:
    """A class of its own for each test: a live game changes what every page of a class shows."""

    desk: Desk
    name: str
    code: str

    def open_game(self) -> str:
        """Its code."""
        sums = (questions.write("3 + 4"), questions.write("5 + 8"))
        quiz = self.desk.import_quiz(QuizFile(Settings(title=TITLE, tries=1), sums))
        page = self.desk.page
        page.goto(f"/teach/quizzes/{quiz}/live/")
        page.get_by_label(self.name).check()
        page.get_by_text("Guests, leaderboard, speed").click()
        page.locator("[name=guests]").check()
        page.get_by_role("button", name="Open the game").click()
        return page.locator(".lobby__code [aria-hidden]").inner_text()


@pytest.fixture
def school(new_page: Callable[..., Page], site: Site) -> School:
    page = new_page()
    sign_in_as_teacher(page, site)
    name = f"Live class {next(_numbers)}"
    desk = Desk(page)
    classroom = desk.new_classroom(name, "Zoe Zimmer", "Yan Yates")
    return School(desk, name, desk.join_code(classroom))


def tap_pictures(page: Page) -> None:
    for heading in ("Choose three pictures", "Now tap the same three again"):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
        for picture in PICTURES:
            page.get_by_role("button", name=picture).click()


def faults(page: Page) -> list[str]:
    """What axe finds, and whether anything is wider than the screen."""
    found = [violation["id"] for violation in Axe().run(page).response["violations"]]
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [*found, *(["wider than the screen"] if wider > 0 else [])]


def test_a_game_appears_on_the_page_of_a_child_who_waits(new_page: Callable[..., Page], school: School) -> None:
    child = new_page(PHONE, has_touch=True)
    child.goto(f"/join/{school.code}/")
    child.get_by_role("link", name="Zoe").click()
    tap_pictures(child)
    child.wait_for_url("**/play/")
    live = child.get_by_role("region", name=re.compile("Your class is"))
    expect(live).to_be_hidden()

    school.open_game()

    expect(live).to_be_visible()  # without a reload
    expect(live).to_contain_text(TITLE)
    expect(child.get_by_text("Nothing to do right now")).to_be_hidden()
    expect(child.get_by_role("status").filter(has_text="Your class is")).to_have_count(1)
    assert faults(child) == []
    live.get_by_role("link", name="Join").click()
    child.wait_for_url("**/play/*/")
    expect(school.desk.page.get_by_text("Zoe", exact=True).first).to_be_visible()


def test_a_child_who_is_not_on_the_list_plays_as_a_guest(new_page: Callable[..., Page], school: School) -> None:
    code = school.open_game()
    guest = new_page(PHONE, has_touch=True)
    guest.goto("/join/")
    guest.get_by_label("Your code").fill(code.lower())
    guest.keyboard.press("Enter")
    expect(guest.get_by_text(f"Live now: {TITLE}")).to_be_visible()
    assert faults(guest) == []

    guest.get_by_role("link", name="I am not on the list").click()
    assert faults(guest) == []
    names = guest.locator(".names button")
    before = names.all_inner_texts()
    guest.get_by_role("link", name="Other names").click()
    expect(names).not_to_have_text(before)
    expect(names).to_have_count(3)
    name = names.first.inner_text().replace("\n", " ")
    names.first.click()

    guest.wait_for_url("**/play/*/")
    expect(school.desk.page.get_by_text(name, exact=True).first).to_be_visible()
    guest.goto("/play/")
    guest.wait_for_url("**/play/*/")


def test_who_sits_already_is_in_the_game_by_its_code_at_once(new_page: Callable[..., Page], school: School) -> None:
    child = new_page(PHONE, has_touch=True)
    child.goto(f"/join/{school.code}/")
    child.get_by_role("link", name="Yan").click()
    tap_pictures(child)
    child.wait_for_url("**/play/")

    child.goto(f"/join/{school.open_game()}/")

    child.wait_for_url("**/play/*/")
    expect(school.desk.page.get_by_text("Yan", exact=True).first).to_be_visible()
