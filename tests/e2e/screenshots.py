"""Pictures of every page, for looking at, and the README's three: `make screenshots`, into var/screenshots/.

Each page that links lead to, on a phone, a tablet and a desktop, by day and by night.
"""

import random
import re
import shutil
import sys
import tempfile
from pathlib import Path
from uuid import uuid4

from playwright.sync_api import APIRequestContext, Browser, Page, expect, sync_playwright

from quizzes.rules import questions
from quizzes.rules.exchange.quiz_file import QuizFile, Settings
from recognizer import templates
from tests.e2e.conftest import CHROMIUM, DESKTOP, PHONE, QUIET, TABLET
from tests.e2e.desk import Desk
from tests.e2e.doors import sign_in_as_teacher, sit_down
from tests.e2e.drawing import draw
from tests.e2e.serving import ROOT, Site, served
from tests.e2e.tour import OF_TEACHERS, kind, pages, settled

SCREENS = {"phone": PHONE, "tablet": TABLET, "desktop": DESKTOP}
FOR_README = ROOT / "docs" / "images"


def main(into: Path) -> None:
    shutil.rmtree(into, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        for screen in SCREENS:
            for scheme in ("light", "dark"):
                take_tour(browser, site, screen, scheme, into / f"{screen}-{scheme}")
        for_readme(browser, site)
        browser.close()


def take_tour(browser: Browser, site: Site, screen: str, scheme: str, into: Path) -> None:
    everybody, student, teacher = (opened(browser, site, screen, scheme) for _ in range(3))
    photograph(everybody, into / "everybody", "/", f"/join/{site.code}/")
    photograph_reading(everybody, into / "everybody")
    sit_down(student, site)
    photograph(student, into / "student", "/play/")
    sign_in_as_teacher(teacher, site)
    photograph(teacher, into / "teacher", *OF_TEACHERS)
    for page in (everybody, student, teacher):
        page.context.close()


def opened(browser: Browser, site: Site, screen: str, scheme: str) -> Page:
    return browser.new_context(base_url=site.url, viewport=SCREENS[screen], color_scheme=scheme).new_page()


def photograph(page: Page, into: Path, *starts: str) -> None:
    for path in pages(page, *starts):
        settled(page)
        name = re.sub(r"\W+", "-", kind(path)).strip("-") or "start"
        page.screenshot(path=into / f"{name}.png", full_page=True)
        print(into / f"{name}.png")


def photograph_reading(page: Page, into: Path) -> None:
    page.goto("/read/")
    draw(page, "427")
    expect(page.locator(".sight")).to_have_count(3)
    settled(page)
    page.screenshot(path=into / "read-427.png", full_page=True)
    print(into / "read-427.png")


def for_readme(browser: Browser, site: Site) -> None:
    """The student's page with an answer drawn and read, and results of the demo school with their causes."""
    student = opened(browser, site, "tablet", "light")
    student.set_viewport_size({"width": 760, "height": 860})
    sit_down(student, site)
    student.get_by_role("link", name="Start").first.click()
    settled(student)
    draw(student, "7")
    expect(student.locator(".reading")).to_contain_text("7")
    student.screenshot(path=FOR_README / "student.png")
    teacher = opened(browser, site, "desktop", "light")
    sign_in_as_teacher(teacher, site)
    teacher.set_viewport_size({"width": 1280, "height": 1180})
    teacher.goto("/teach/assignments/2/results/")
    settled(teacher)
    teacher.screenshot(path=FOR_README / "results.png")
    wall_for_readme(browser, site, teacher)


WROTE = {
    "Amara": "56",
    "Ben": "56",
    "Chloe": "54",
    "Daniel": "56",
    "Elif": "48",
    "Finn": "56",
    "Grace": "56",
    "Hugo": "54",
    "Isla": "56",
    "Jun": "15",
    "Kofi": "56",
    "Lena": "56",
}
"""To 7 × 8."""


def wall_for_readme(browser: Browser, site: Site, teacher: Page) -> None:
    """What a class has written to one question of a live game."""
    desk = Desk(teacher)
    classroom = desk.new_classroom("5C", *WROTE)
    asked = tuple(questions.write(text) for text in ("7 × 8", "6 × 9"))
    quiz = desk.import_quiz(QuizFile(Settings(title="Tables of the hard ones"), asked))
    teacher.set_viewport_size({"width": 1280, "height": 720})
    teacher.goto(f"/teach/quizzes/{quiz}/live/?classroom={classroom}")
    teacher.get_by_role("button", name="Open the game").click()
    teacher.wait_for_url(re.compile(r"/teach/games/\d+/$"))
    game = teacher.url.rstrip("/").rpartition("/")[2]
    code = teacher.locator(".lobby__code [aria-hidden]").inner_text()
    children = {name: child(browser, site, code, name) for name in WROTE}
    teacher.get_by_role("button", name="Start").click()
    expect(teacher.locator("body")).to_have_attribute("data-scene", "question")
    public = teacher.request.get(f"/api/games/{game}/host/").json()["public"]
    rng = random.Random(3)
    for name, text in WROTE.items():
        strokes = templates.write(text, rng)
        send(children[name], site, f"/api/games/{game}/answers/", question=public["question"]["id"], strokes=strokes)
    expect(teacher.locator("body")).to_have_attribute("data-scene", "reveal")
    settled(teacher)
    teacher.screenshot(path=FOR_README / "wall.png")


def child(browser: Browser, site: Site, code: str, name: str) -> APIRequestContext:
    """A child's browser that has joined the game of this code."""
    request = browser.new_context(base_url=site.url).request
    seats = request.get(f"/api/classrooms/{code}/").json()["seats"]
    student = next(seat["id"] for seat in seats if seat["label"] == name)
    request.get("/join/")
    send(request, site, "/api/seat/", code=code, student=student, pin=["rocket", "moon", "star"])
    request.get(f"/play/{request.get('/api/seat/').json()['live']['id']}/")
    return request


def send(request: APIRequestContext, site: Site, path: str, **body: object) -> None:
    token = next(each["value"] for each in request.storage_state()["cookies"] if each["name"] == "csrftoken")
    headers = {"X-CSRFToken": token, "Origin": site.url}
    reply = request.post(path, data={"id": str(uuid4()), **body}, headers=headers)
    assert reply.status == 201, reply.text()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "var" / "screenshots")
