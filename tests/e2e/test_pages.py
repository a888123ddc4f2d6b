"""Every page that links lead to: nothing for axe to find, nothing wider than the screen, no console complaints."""

from collections.abc import Iterator

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.e2e.conftest import DESKTOP, PHONE
from tests.e2e.doors import sign_in_as_teacher, sit_down
from tests.e2e.serving import Site
from tests.e2e.tour import OF_TEACHERS, pages, settled

AS_FOR_EVERYBODY = ("/read/", "/api/docs/")
"""Looked at once. Skills and gallery are in a frame of their own for who has signed in."""
SCREENS = {"a phone by day": (PHONE, "light"), "a desktop by night": (DESKTOP, "dark")}


def look_at(page: Page, *starts: str, but: tuple[str, ...] = ()) -> list[str]:
    """What is wrong on the pages from `starts` on, a line each; and at least one page was seen. Each is loaded once,
    on a desktop, and turned into the other screens."""
    faults, visited = [], 0
    for path in pages(page, *starts, but=but):
        visited += 1
        for screen, (viewport, scheme) in SCREENS.items():
            page.set_viewport_size(viewport)
            page.emulate_media(color_scheme=scheme)
            settled(page)
            faults += [f"{path} on {screen}: {fault}" for fault in faults_of(page)]
    assert visited
    return faults


def faults_of(page: Page) -> Iterator[str]:
    for violation in Axe().run(page).response["violations"]:
        nodes = "; ".join(node["html"][:160] for node in violation["nodes"][:3])
        yield f"{violation['id']}: {nodes}"
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if wider > 0:
        yield f"{wider} px wider than the screen"


def test_pages_for_everybody(page: Page, site: Site) -> None:
    assert look_at(page, "/", f"/join/{site.code}/") == []


def test_pages_of_a_student(page: Page, site: Site) -> None:
    sit_down(page, site)
    assert look_at(page, "/play/", but=(*AS_FOR_EVERYBODY, "/skills/", "/gallery/")) == []


def test_pages_of_a_teacher(page: Page, site: Site) -> None:
    sign_in_as_teacher(page, site)
    assert look_at(page, *OF_TEACHERS, but=AS_FOR_EVERYBODY) == []
