"""A child fits out the rocket by keyboard, finds it so again, flies it, and earns a part by practising."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from tests.e2e.conftest import PHONE
from tests.e2e.doors import sit_down
from tests.e2e.serving import Site
from tests.e2e.test_journey import type_answer
from tests.e2e.test_practice import answer_of

NewPage = Callable[..., Page]
NOBODY_ELSES_PLACE = 11  # of the demo's class: Jun has not practised yet


def test_a_rocket_is_fitted_out_and_flies(new_page: NewPage, site: Site) -> None:
    jun = new_page(PHONE, has_touch=True)
    sit_down(jun, site, NOBODY_ELSES_PLACE)
    jun.get_by_role("link", name="My rocket").click()

    chosen = jun.get_by_role("radio", name="Child with glasses")
    jun.get_by_role("radio", name="Child with plaits").focus()
    jun.keyboard.press("ArrowRight")
    expect(chosen).to_be_checked()
    expect(jun.locator("[data-hangar=rocket] .rocket__crew")).to_have_attribute("href", re.compile("#crew-glasses$"))
    expect(jun.locator("[data-hangar=saved]")).to_have_text("Saved")
    jun.reload()
    expect(chosen).to_be_checked()
    expect(jun.get_by_role("radio", name="Landing legs")).to_have_count(0)

    jun.get_by_role("link", name="Back to my page").click()
    jun.get_by_role("button", name="Start").last.click()
    expect(jun.locator(".course .rocket__crew")).to_have_attribute("href", re.compile("#crew-glasses$"))
    expect(jun.locator(".prompt")).to_be_visible()
    type_answer(jun, answer_of(jun))
    jun.get_by_role("button", name="Stop").click()
    jun.wait_for_url("**/score/")
    expect(jun.get_by_role("region", name="New for your rocket")).to_contain_text("Landing legs")
    jun.get_by_role("link", name="Fit out my rocket").click()
    expect(jun.get_by_role("radio", name="Landing legs")).to_have_count(1)


def test_what_was_chosen_before_the_page_listened_is_kept(new_page: NewPage, site: Site) -> None:
    jun = new_page(PHONE, has_touch=True)
    sit_down(jun, site, NOBODY_ELSES_PLACE)
    held: list[Route] = []
    jun.route(re.compile("/js/play/hangar"), lambda route: held.append(route))
    jun.goto(f"{site.url}/play/rocket/", wait_until="commit")
    jun.get_by_role("radio", name="Child with glasses").focus()
    jun.keyboard.press("ArrowRight")
    for route in held:
        route.continue_()
    expect(jun.locator("[data-hangar=saved]")).to_have_text("Saved")
