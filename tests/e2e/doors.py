"""In by the doors without their pages: what comes behind is looked at, and the doors have tests of their own."""

import re
from html import unescape
from typing import Any
from urllib.parse import urlencode, urljoin

from playwright.sync_api import APIRequestContext, Page

from quizzes.rules.pictures import PIN_LENGTH
from tests.e2e.serving import Site

PIN = ("rocket", "moon", "star")
"""Of every child here: the demo's class has it, and who is new chooses it."""
assert len(PIN) == PIN_LENGTH

_signed_in: dict[str, Any] = {}
"""The cookies of the teacher of each site: by the form, and for what a password costs, a teacher signs in once."""


def sign_in_as_teacher(page: Page, site: Site) -> None:
    """On the teacher's first page."""
    if site.url in _signed_in:
        page.context.add_cookies(_signed_in[site.url])
        page.goto("/teach/classrooms/")
        return
    email, password = site.sign_in("Teacher")
    page.goto("/accounts/sign-in/")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/teach/**")
    _signed_in[site.url] = page.context.cookies()


def sit_down(page: Page, site: Site, place: int = 0) -> None:
    """In a seat of the demo's fourth grade: the first one, or that at this place of the list."""
    page.goto(take_seat(page.request, f"/join/{site.code}/", place))


def take_seat(request: APIRequestContext, door: str, who: str | int) -> str:
    """Takes the seat of this name, or at this place of the list, for the browser of these requests; where it leads."""
    names = request.get(door)
    seats = re.findall(r'<a href="(/join/\w+/\d+/[^"]*)">([^<]+)</a>', names.text())
    by_name = {unescape(name): unescape(address) for address, name in seats}
    assert by_name, names.text()
    address = urljoin(names.url, by_name[who] if isinstance(who, str) else list(by_name.values())[who])
    token = re.search(r'<meta name="csrf-token" content="([^"]+)">', names.text())
    assert token, names.text()
    fields = [("pin", picture) for picture in PIN] + [("chosen", picture) for picture in PIN]
    reply = request.post(
        address,
        data=urlencode([*fields, ("csrfmiddlewaretoken", token[1])]),
        headers={"Content-Type": "application/x-www-form-urlencoded"},
        max_redirects=0,
    )
    assert reply.status == 302, reply.text()
    return urljoin(address, reply.headers["location"])
