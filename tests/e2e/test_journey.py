"""The main job, end to end: a teacher's quiz, a drawn answer, a mark, the results."""

import csv
import io
import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.conftest import PHONE
from tests.e2e.drawing import doubtful, draw, trace
from tests.e2e.serving import Site

NewPage = Callable[..., Page]

PASSWORD = "orbit lantern seven"


def test_from_sign_up_to_export(new_page: NewPage, site: Site) -> None:
    teacher = new_page()
    sign_up(teacher)
    make_classroom(teacher, "6C", "Ada Lovell\nBen Marsh")
    make_quiz(teacher, "Friday check")
    link = give(teacher)

    ada = new_page(PHONE, has_touch=True)
    take_seat(ada, link, "Ada")
    answer_with_ink(ada, "56")
    expect(ada.locator(".stamp")).to_contain_text("Right")
    onward(ada)
    lose_the_network_while_sending(ada, "7")
    onward(ada)
    doubt_is_asked_about(ada)
    onward(ada)
    while ada.locator(".ask").count() and not ada.url.endswith("/score/"):
        type_answer(ada, "1")
        onward(ada)
    ada.wait_for_url("**/score/")
    expect(ada.locator("main")).to_contain_text("56")

    correct_one(teacher)
    export(teacher)


def sign_up(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="I teach").click()
    page.get_by_role("link", name="Make an account").click()
    page.get_by_label("Your name").fill("Mx Journey")
    page.get_by_label("E-mail address").fill("journey@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Make my account").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("lassroom")


def make_classroom(page: Page, name: str, roster: str) -> None:
    page.goto("/teach/classrooms/new/")
    page.get_by_label("Name", exact=True).fill(name)
    page.locator("main form button[type=submit]").click()
    page.get_by_label("Names").fill(roster)
    page.get_by_role("button", name=f"Add to {name}").click()
    expect(page.locator("main")).to_contain_text("Ada Lovell")


def make_quiz(page: Page, title: str) -> None:
    page.goto("/teach/quizzes/new/")
    page.locator("[name=title]").fill(title)
    page.get_by_role("button", name="Write its questions").click()
    for notation in ("7*8", "_ + 5 = 12"):
        page.get_by_label("Write a question").fill(notation)
        page.get_by_label("Write a question").press("Enter")
        expect(page.get_by_label("Write a question")).to_have_value("")
    page.get_by_role("link", name="By ranges of numbers").click()
    page.get_by_label("How many questions").fill("3")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("button", name=re.compile("Add these 3")).click()
    expect(page.locator(".question")).to_have_count(5)


def give(page: Page) -> str:
    """The link that the teacher shows."""
    page.get_by_role("link", name="Give to a class").click()
    page.get_by_label("6C").check()
    page.get_by_role("button", name="Give as homework").click()
    expect(page.locator("svg").first).to_be_visible()
    found = re.search(r"https?://[^\s\"<]+/join/\w{6}/\?assignment=\d+", page.content().replace("&amp;", "&"))
    assert found
    return found[0]


def take_seat(page: Page, link: str, name: str) -> None:
    page.goto(link)
    page.get_by_role("link", name=name).click()
    for heading in ("Choose three pictures", "Now tap the same three again"):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
        for picture in ("Rocket", "Moon", "Star"):
            page.get_by_role("button", name=picture).click()
    page.wait_for_url(re.compile(r"/play/\d+/$"))


def answer_with_ink(page: Page, text: str) -> None:
    draw(page, text)
    expect(page.locator(".reading")).to_contain_text(text)
    page.get_by_role("button", name="Send").click()


def onward(page: Page) -> None:
    page.locator("[data-play=primary]:not([aria-disabled=true])").click()
    expect(page.locator(".stamp")).to_be_hidden()


def lose_the_network_while_sending(page: Page, text: str) -> None:
    """The answer is kept on the device, says so, and arrives when the network returns."""
    draw(page, text)
    expect(page.locator(".reading")).to_contain_text(text)
    page.context.set_offline(True)
    page.get_by_role("button", name="Send").click()
    expect(page.locator("main")).to_contain_text(re.compile("safe|waiting|kept", re.IGNORECASE))
    page.context.set_offline(False)
    expect(page.locator(".stamp")).to_contain_text("Right", timeout=40_000)


def doubt_is_asked_about(page: Page) -> None:
    """Ink that could be two things is not sent until the child has said what it is."""
    trace(page, doubtful())
    reading = page.locator(".reading")
    expect(reading).to_have_attribute("data-state", "ask")
    expect(reading).to_contain_text(re.compile(r"Is this \d+\?"))
    expect(reading.get_by_role("button", name="Write again")).to_be_visible()
    reading.get_by_role("button", name="Yes").click()
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".stamp")).to_be_visible()


def type_answer(page: Page, text: str) -> None:
    keyboard, field = page.get_by_role("button", name="Type the answer"), page.get_by_label("Your answer")
    expect(keyboard.or_(field).filter(visible=True)).to_have_count(1)
    if keyboard.is_visible():
        keyboard.click()
    expect(field).to_be_focused()
    page.keyboard.type(text)
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".stamp")).to_be_visible()


def correct_one(page: Page) -> None:
    page.goto("/teach/assignments/")
    page.get_by_role("link", name="Results").first.click()
    expect(page.locator('[data-results="clock"]')).to_have_text("Updated just now.")  # a cell is a link until then
    wrong = page.locator(".results__cell[data-mark=wrong]").first
    wrong.click()
    expect(page.locator("dialog")).to_be_visible()
    page.locator("dialog").get_by_role("button", name=re.compile("right", re.IGNORECASE)).first.click()
    expect(page.locator("dialog")).to_contain_text("Corrections")
    page.keyboard.press("Escape")
    expect(page.locator(".results__cell[data-corrected=true]")).to_have_count(1)


def export(page: Page) -> None:
    with page.expect_download() as download:
        page.get_by_role("link", name="Spreadsheet").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[1][0] == "Ada Lovell"
