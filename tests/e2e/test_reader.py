"""Trying the reader, on a phone and on a desktop: ink, a picture, a mended glyph, a sample given and taken back."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.conftest import DESKTOP, PHONE
from tests.e2e.drawing import draw
from tests.recognizer.pictures import drawn, file

SCREENS = pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])


@pytest.fixture
def reader(new_page: Callable[..., Page]) -> Callable[..., Page]:
    def open_reader(viewport: dict[str, int] = PHONE) -> Page:
        page = new_page(viewport)
        page.goto("/")
        page.locator("main").get_by_role("link", name="see what the reader sees").click()
        expect(page.get_by_role("heading", name="Try the reader")).to_be_visible()
        return page

    return open_reader


@pytest.mark.parametrize("number", ["3.5", "-4", "1/2"])
def test_the_start_page_reads_any_number(new_page: Callable[..., Page], number: str) -> None:
    page = new_page(PHONE)
    page.goto("/")
    draw(page, number)
    expect(page.locator(".reading")).to_contain_text("I read")
    expect(page.locator(".reading strong")).to_have_text(number.replace("-", "−"))


def choose_picture(page: Page, text: str) -> None:
    content = file(drawn(text))
    page.locator("#picture").set_input_files(files=[{"name": "a.png", "mimeType": "image/png", "buffer": content}])


@SCREENS
def test_ink_is_read_and_explained_and_a_sample_given_and_taken_back(
    reader: Callable[..., Page], viewport: dict[str, int]
) -> None:
    page = reader(viewport)
    draw(page, "58", seed=len(str(viewport)))
    expect(page.locator(".reading")).to_contain_text("58")
    expect(page.locator(".sight")).to_have_count(2)
    first = page.get_by_role("table", name="Symbol 1: what the net takes it for")
    expect(first.get_by_role("row").first).to_contain_text("5")
    expect(page.get_by_role("img", name="Symbol 2 as the net saw it")).to_be_visible()
    expect(page.locator(".read__times")).to_contain_text("All together")

    page.get_by_label("Symbol 2: it was").select_option("3")
    expect(page.get_by_label("What it was")).to_have_value("53")
    page.get_by_role("button", name="Give this sample").click()
    expect(page.locator(".read__said")).to_contain_text("Without it nothing is kept.")
    page.get_by_label("I give this sample").check()
    page.get_by_role("button", name="Give this sample").click()
    page.locator(".read__given").get_by_role("link").click()
    expect(page.get_by_role("heading", name="Take this sample back?")).to_be_visible()
    expect(page.locator("main")).to_contain_text("as “53”")
    page.get_by_role("button", name="Take it back").click()
    expect(page.locator(".messages")).to_contain_text("The sample is deleted.")


@SCREENS
def test_a_picture_is_read_in_place_of_the_sheet(reader: Callable[..., Page], viewport: dict[str, int]) -> None:
    page = reader(viewport)
    choose_picture(page, "42")
    expect(page.locator(".reading")).to_contain_text("42")
    expect(page.locator(".read__frame .pad__box")).to_have_count(2)
    box, frame = (page.locator(each).bounding_box() for each in (".read__frame .pad__box >> nth=0", ".read__frame"))
    assert box is not None
    assert frame is not None
    assert frame["x"] <= box["x"] < box["x"] + box["width"] <= frame["x"] + frame["width"]
    page.get_by_role("button", name="Back to the sheet").click()
    expect(page.locator(".pad__canvas")).to_be_focused()
    expect(page.locator(".reading")).to_contain_text("Go on")


def test_another_format_reads_the_same_ink_anew(reader: Callable[..., Page]) -> None:
    page = reader()
    draw(page, "42")
    expect(page.locator(".reading")).to_contain_text("42")
    page.get_by_label("What do you write?").select_option("digit")
    expect(page.locator(".reading")).to_contain_text("I can't read this.")


def test_a_sum_is_evaluated(reader: Callable[..., Page]) -> None:
    page = reader(DESKTOP)
    page.get_by_label("What do you write?").select_option("expression")
    draw(page, "12+7")
    expect(page.locator(".read__verdict")).to_have_text("= 19")


def test_a_reply_that_was_overtaken_is_let_go(reader: Callable[..., Page]) -> None:
    page = reader()
    late: list[Route] = []
    page.route("**/api/read/explain/", lambda route: late.append(route) if not late else route.continue_())
    draw(page, "4")
    expect(page.locator(".reading")).to_contain_text("I am reading")
    page.get_by_role("button", name="Clear").click()
    draw(page, "7")
    expect(page.locator(".reading")).to_contain_text("7")
    late[0].continue_()
    page.wait_for_load_state("networkidle")
    expect(page.locator(".reading")).to_contain_text("7")
    expect(page.locator(".sight")).to_have_count(1)


@pytest.mark.parametrize(
    ("status", "sentence"),
    [(None, "Is this device online?"), (429, "That was very fast."), (503, "I can't read right now.")],
    ids=["no network", "throttled", "a server that is down"],
)
def test_what_went_wrong_is_said(reader: Callable[..., Page], status: int | None, sentence: str) -> None:
    page = reader()
    page.route("**/api/read/explain/", lambda route: route.abort() if status is None else route.fulfill(status=status))
    draw(page, "4")
    expect(page.locator(".reading")).to_contain_text(sentence)
    expect(page.locator(".sight")).to_have_count(0)


def test_what_is_no_picture_is_said(reader: Callable[..., Page]) -> None:
    page = reader()
    page.locator("#picture").set_input_files(
        files=[{"name": "a.png", "mimeType": "image/png", "buffer": b"no picture"}]
    )
    expect(page.locator(".reading")).to_contain_text("Choose a PNG or JPEG picture")
    expect(page.locator(".pad__canvas")).to_be_visible()


def test_what_was_read_before_does_not_outlast_a_failure(reader: Callable[..., Page]) -> None:
    page = reader()
    choose_picture(page, "42")
    expect(page.locator(".read__frame .pad__box")).to_have_count(2)
    page.route("**/api/read/picture/explain/", lambda route: route.abort())
    page.get_by_label("What do you write?").select_option("decimal")
    expect(page.locator(".reading")).to_contain_text("Is this device online?")
    expect(page.locator(".read__frame .pad__box")).to_have_count(0)
    expect(page.get_by_role("button", name="Give this sample")).to_be_hidden()
