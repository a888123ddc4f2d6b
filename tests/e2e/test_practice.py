"""A child practises a round on her own, and her teacher sees what she knows."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.conftest import PHONE
from tests.e2e.doors import sign_in_as_teacher, sit_down
from tests.e2e.drawing import draw
from tests.e2e.serving import Site
from tests.e2e.test_journey import onward, type_answer

NewPage = Callable[..., Page]
NOBODY_ELSES_PLACE = 10  # of the demo's class: Isla has not practised yet


def test_a_round_of_practice(new_page: NewPage, site: Site) -> None:
    isla = new_page(PHONE, has_touch=True)
    sit_down(isla, site, NOBODY_ELSES_PLACE)
    isla.get_by_role("link", name="Choose what to practise").click()
    isla.get_by_role("button", name="Start Addition within 100").click()

    write_the_answer(isla)
    for _ in range(9):
        onward(isla)
        expect(isla.locator(".prompt")).to_be_visible()
        type_answer(isla, answer_of(isla))
    isla.locator("[data-play=primary]").click()
    isla.wait_for_url("**/score/")
    expect(isla.locator("main")).to_contain_text("10 of 10 right")

    isla.get_by_role("button", name="Another round").click()
    isla.wait_for_url(re.compile(r"/play/\d+/$"))
    write_the_answer(isla)
    onward(isla)
    isla.get_by_role("button", name="Stop").click()
    isla.wait_for_url("**/score/")
    expect(isla.locator("main")).to_contain_text("1 of 1 right")

    teacher = new_page()
    sign_in_as_teacher(teacher, site)
    teacher.get_by_role("link", name="4B").first.click()
    teacher.get_by_role("link", name="Practice").click()
    row = teacher.locator("tr", has_text="Isla Petrova")
    expect(row).to_contain_text("Addition within 100, with carrying: known")
    row.get_by_role("link", name="look at the last round").click()
    expect(teacher.locator("table")).to_contain_text("Isla Petrova")


def write_the_answer(page: Page) -> None:
    expect(page.locator(".prompt")).to_be_visible()
    draw(page, answer_of(page))
    expect(page.locator(".reading")).to_contain_text(re.compile(r"\d"))
    yes = page.get_by_role("button", name=answer_of(page), exact=True)
    if yes.is_visible():  # the reader asks
        yes.click()
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".stamp")).to_contain_text("Right")


def answer_of(page: Page) -> str:
    """Of the addition that is shown."""
    assignment = page.url.rstrip("/").rpartition("/")[2]
    question = page.request.get(f"/api/assignments/{assignment}/next/").json()["question"]
    return str(sum(int(token["text"]) for token in question["prompt"] if token["kind"] == "number"))
