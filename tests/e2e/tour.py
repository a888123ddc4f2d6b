"""A walk through every page that links lead to, one of each kind."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Page, Request, expect

OF_TEACHERS = (
    "/teach/assignments/1/results/",
    "/teach/classrooms/",
)  # the demo's finished assignment has answers to open
NOT_PAGES = ("/admin/", "/api/schema/", "/static/", ".csv", ".svg")

NEXT_FRAME = "() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
"""What a change of the screen begins, begins with the frame after it."""


def pages(page: Page, *starts: str, but: tuple[str, ...] = ()) -> Iterator[str]:
    """Goes to every kind of page that can be reached by links from `starts`; the paths, as they are visited.

    `but` not where these words begin a path.
    """
    waiting, seen = list(starts), {kind(start) for start in starts}
    while waiting:
        path = waiting.pop(0)
        reply = page.goto(path)
        assert reply is not None
        assert reply.status == 200, (path, reply.status)
        yield path
        for found in links(page):
            if kind(found) not in seen and not found.startswith(but) and not any(part in found for part in NOT_PAGES):
                seen.add(kind(found))
                waiting.append(found)


def links(page: Page) -> list[str]:
    addresses = page.eval_on_selector_all("a[href]:not([download])", "links => links.map(link => link.href)")
    own = [urlsplit(urljoin(page.url, address)) for address in addresses]
    here = urlsplit(page.url).netloc
    return [f"{each.path}?{each.query}" if each.query else each.path for each in own if each.netloc == here]


def kind(path: str) -> str:
    """Addresses that differ in an id or a query's value alone are one kind of page."""
    path = re.sub(r"/[0-9a-f]{8}-[0-9a-f-]{27}/", "/<uuid>/", path)
    path = re.sub(r"/(skills|gallery)/[\w-]+/", r"/\1/<code>/", path)
    path = re.sub(r"/join/[A-Z0-9]{6}/", "/join/<code>/", path)
    return re.sub(r"=[^&]*", "=", re.sub(r"/\d+(?=/)", "/<id>", path))


def settled(page: Page) -> None:
    """Waits until nothing moves: what is looked at and measured is the page at rest."""
    page.wait_for_load_state()
    expect(page.locator("body")).to_be_visible()
    heard: set[Request] = set()
    while asked := {each for each in page.requests() if each.resource_type == "fetch"} - heard:
        for each in asked:
            if reply := each.response():
                reply.finished()
        heard |= asked
        page.evaluate(NEXT_FRAME)  # what came may ask for more
    page.evaluate(NEXT_FRAME)
    page.wait_for_function("() => document.getAnimations().every(each => each.playState !== 'running')")
