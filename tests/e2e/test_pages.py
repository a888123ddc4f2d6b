"""Every page that links lead to: nothing for axe to find, nothing wider than the screen, no console complaints."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.e2e.conftest import DESKTOP, PHONE
from tests.e2e.serving import Site
from tests.e2e.tour import OF_TEACHERS, pages, settled, sign_in_as_teacher, sit_down

NewPage = Callable[..., Page]

SCREENS = pytest.mark.parametrize(
    ("viewport", "scheme"), [(PHONE, "light"), (DESKTOP, "dark")], ids=["phone by day", "desktop by night"]
)


def look_at(page: Page, *starts: str) -> list[str]:
    """What is wrong on the pages from `starts` on, a line each; and at least one page was seen."""
    faults, visited = [], 0
    for path in pages(page, *starts):
        visited += 1
        settled(page)
        for violation in Axe().run(page).response["violations"]:
            nodes = "; ".join(node["html"][:160] for node in violation["nodes"][:3])
            faults.append(f"{path}: {violation['id']}: {nodes}")
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wider > 0:
            faults.append(f"{path}: {wider} px wider than the screen")
    assert visited
    return faults


@SCREENS
def test_pages_for_everybody(new_page: NewPage, site: Site, viewport: dict[str, int], scheme: str) -> None:
    page = new_page(viewport, color_scheme=scheme)
    assert look_at(page, "/", f"/join/{site.code}/") == []


@SCREENS
def test_pages_of_a_student(new_page: NewPage, site: Site, viewport: dict[str, int], scheme: str) -> None:
    page = new_page(viewport, color_scheme=scheme)
    sit_down(page, site)
    assert look_at(page, "/play/") == []


@SCREENS
def test_pages_of_a_teacher(new_page: NewPage, site: Site, viewport: dict[str, int], scheme: str) -> None:
    page = new_page(viewport, color_scheme=scheme)
    sign_in_as_teacher(page, site)
    assert look_at(page, *OF_TEACHERS) == []
