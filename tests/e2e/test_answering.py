"""A child at a question, when the network, the page or the device does what it should not."""

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Request, Route, expect

from tests.e2e.conftest import DESKTOP, PHONE, TABLET
from tests.e2e.doors import sign_in_as_teacher, sit_down, take_seat
from tests.e2e.drawing import draw
from tests.e2e.serving import Site
from tests.e2e.tour import NEXT_FRAME

SHEET = "What is in the box?"  # of the demo's: other tests give this class more
ANSWERS = "**/api/assignments/*/answers/"
_numbers = count(1)


@pytest.fixture(scope="module")
def _crowd(browser: Browser, site: Site) -> None:
    """Children enough for each test to have one of her own."""
    context = browser.new_context(base_url=site.url)
    page = context.new_page()
    sign_in_as_teacher(page, site)
    page.get_by_role("link", name="4B").first.click()
    page.goto(f"{page.url}students/new/")
    page.locator("textarea").fill("\n".join(f"Tester {number}" for number in range(1, 41)))
    page.get_by_role("button", name="Add to 4B").click()
    page.wait_for_url("**/classrooms/*/")
    context.close()


@pytest.fixture
def child(new_page: Callable[..., Page], site: Site, _crowd: None) -> Page:
    """A child of the demo's classroom, another one for each test, at the first question of a sheet."""
    page = new_page(PHONE, has_touch=True)
    sit_down_as_somebody_new(page, site)
    page.locator(".sheet-link:not([data-state=done])", has_text=SHEET).click()
    expect(page.locator(".prompt")).to_be_visible()
    return page


def sit_down_as_somebody_new(page: Page, site: Site) -> None:
    page.goto(take_seat(page.request, f"/join/{site.code}/", f"Tester {next(_numbers)}"))


def sent_by(page: Page) -> list[Any]:
    """The answers that leave the page from now on."""
    sent: list[Any] = []

    def note(request: Request) -> None:
        if request.method == "POST" and request.url.endswith("/answers/"):
            sent.append(request.post_data_json)

    page.on("request", note)
    return sent


def reading(page: Page, text: str) -> None:
    expect(page.locator(".reading")).to_have_attribute("data-state", "sure")
    expect(page.locator(".reading")).to_contain_text(text)


def test_a_reload_brings_unfinished_ink_back(child: Page) -> None:
    draw(child, "42")
    reading(child, "42")
    child.reload()
    reading(child, "42")
    expect(child.get_by_role("button", name="Send")).to_be_enabled()


def test_an_acknowledgement_that_was_lost_costs_nothing_and_counts_once(child: Page) -> None:
    sent = sent_by(child)

    def swallow(route: Route) -> None:
        route.fetch()  # the server has it
        route.abort()  # the child does not know

    child.route(ANSWERS, swallow, times=1)
    draw(child, "999")
    child.get_by_role("button", name="Send").click()
    expect(child.locator(".stamp")).to_contain_text("One try left", timeout=20_000)
    assert len(sent) >= 2
    assert all(answer == sent[0] for answer in sent)


def test_an_answer_that_waits_survives_a_reload_with_its_ink(child: Page) -> None:
    sent = sent_by(child)
    child.route(ANSWERS, lambda route: route.abort())
    draw(child, "42")
    child.get_by_role("button", name="Send").click()
    expect(child.locator(".reading")).to_contain_text("safe on this device. 1 answer waiting")
    child.reload()
    expect(child.locator(".reading")).to_contain_text("1 answer waiting")
    child.unroute(ANSWERS)
    expect(child.locator(".stamp")).to_be_visible(timeout=20_000)
    assert len({answer["id"] for answer in sent}) == 1


def test_no_answer_goes_out_once_another_child_has_taken_the_seat(child: Page) -> None:
    sent = sent_by(child)
    child.route("**/api/seat/", lambda route: route.fulfill(json={"id": 999_999}))
    draw(child, "42")
    child.get_by_role("button", name="Send").click()
    expect(child.locator(".reading")).to_contain_text("Somebody else has taken a seat")
    assert sent == []


def test_an_answer_that_waits_in_one_tab_does_not_go_out_under_the_seat_taken_in_another(
    child: Page, site: Site
) -> None:
    child.context.route(ANSWERS, lambda route: route.abort())
    draw(child, "42")
    child.get_by_role("button", name="Send").click()
    expect(child.locator(".reading")).to_contain_text("1 answer waiting")

    other = child.context.new_page()
    other.goto("/play/")
    other.get_by_role("button", name="Not me").click()
    sit_down_as_somebody_new(other, site)
    child.context.unroute(ANSWERS)
    expect(child.locator(".reading")).to_contain_text("Somebody else", timeout=20_000)
    other.locator(".sheet-link:not([data-state=done])", has_text=SHEET).click()
    expect(other.locator(".prompt")).to_be_visible()
    expect(other.locator(".ask__note", has_text="try left")).to_have_count(0)


def test_a_second_tap_on_send_sends_once_and_does_not_skip_the_stamp(child: Page) -> None:
    sent = sent_by(child)
    draw(child, "999")
    reading(child, "999")
    child.get_by_role("button", name="Send").dblclick()
    expect(child.locator(".stamp")).to_contain_text("One try left")
    assert len(sent) == 1


def test_a_keyboard_is_enough(child: Page) -> None:
    child.get_by_role("button", name="Type the answer").focus()
    child.keyboard.press("Enter")
    child.keyboard.type("999")
    child.keyboard.press("Enter")
    expect(child.locator(".stamp")).to_contain_text("One try left")
    expect(child.get_by_role("button", name="Try again")).to_be_enabled()
    child.keyboard.press("Enter")
    expect(child.locator(".stamp")).to_be_hidden()
    expect(child.get_by_label("Your answer")).to_be_focused()


def test_what_the_reader_cannot_read_is_left_to_the_teacher_after_one_chance(child: Page) -> None:
    unreadable = {"text": "", "confidence": 0.1, "decision": "unread", "alternatives": [], "glyphs": [], "weights": "-"}
    child.route("**/api/read/", lambda route: route.fulfill(json=unreadable))
    draw(child, "42")
    expect(child.locator(".reading")).to_contain_text("I can't read this yet. Write it again, large and clear.")
    expect(child.get_by_role("button", name="Leave it for my teacher")).to_have_count(0)
    expect(child.get_by_role("button", name="Send")).to_be_enabled()


def test_what_was_read_is_boxed_and_a_right_answer_is_written_into_the_question(child: Page) -> None:
    draw(child, "7")  # _ + 5 = 12
    reading(child, "7")
    expect(child.locator(".pad__box")).to_have_count(1)
    child.get_by_role("button", name="Send").click()
    expect(child.locator(".stamp")).to_have_text("Right")
    expect(child.locator(".prompt__blank")).to_have_text("7")
    child.get_by_role("button", name="Next").click()
    expect(child.locator(".prompt__blank")).to_have_text("")


def test_the_last_try_is_told_the_answer_and_not_to_look_again(child: Page) -> None:
    child.get_by_role("button", name="Type the answer").click()
    for onward in ("Try again", "Next"):
        child.get_by_label("Your answer").fill("999")
        child.get_by_role("button", name="Send").click()
        button = child.get_by_role("button", name=onward)
        expect(button).to_be_enabled()
        if onward == "Try again":
            button.click()
    expect(child.locator(".stamp")).to_contain_text("Not this time.")
    expect(child.get_by_text("One try left.")).to_be_hidden()
    expect(child.locator(".stamp__note")).to_have_text("The answer is 7.")
    expect(child.locator(".prompt__blank")).to_have_text("7")


def test_the_keys_are_those_that_the_answer_may_need(child: Page) -> None:
    child.get_by_role("button", name="Type the answer").click()
    expect(child.get_by_role("button", name="Take one back")).to_be_visible()
    for sign in ("Minus", "Fraction bar", "Point", "Comma", "Space"):
        expect(child.get_by_role("button", name=sign)).to_have_count(0)


def test_what_is_typed_and_is_no_answer_is_told_what_to_write(child: Page) -> None:
    child.get_by_role("button", name="Type the answer").click()
    child.get_by_label("Your answer").fill("seven")
    child.get_by_role("button", name="Send").click()
    expect(child.locator(".reading")).to_contain_text("Write a whole number.")
    expect(child.get_by_role("button", name="Send")).to_be_disabled()
    child.get_by_label("Your answer").fill("7")
    child.get_by_role("button", name="Send").click()
    expect(child.locator(".stamp")).to_have_text("Right")


def test_a_child_with_a_phone_finds_the_way_to_the_class_without_scrolling(new_page: Callable[..., Page]) -> None:
    page = new_page(PHONE)
    page.goto("/")
    expect(page.locator("main").get_by_role("link", name="I have a code")).to_be_in_viewport(ratio=1)


def test_ink_is_written_again_where_a_child_asks_for_it(new_page: Callable[..., Page], site: Site) -> None:
    page = new_page(PHONE)
    sit_down(page, site)
    page.locator(".sheet-link[data-state=done]").first.click()
    ink = page.locator(".replay").first
    stroke = ink.locator(".ink__stroke").first
    written = stroke.get_attribute("d")
    stroke.evaluate("""path => {
        window.seen = [];
        const note = () => window.seen.push(path.getAttribute("d"));
        new MutationObserver(note).observe(path, { attributeFilter: ["d"] });
    }""")
    ink.get_by_role("button", name="Watch it being written").click()
    page.wait_for_function("written => window.seen.length > 1 && window.seen.at(-1) === written", arg=written)
    expect(ink).not_to_have_attribute("data-playing", "true", timeout=20_000)
    seen = page.evaluate("window.seen")
    assert all((written or "").startswith(part) for part in seen)
    assert len(seen[0]) < len(written or "")


@pytest.mark.parametrize("viewport", [PHONE, {"width": 640, "height": 360}, TABLET, DESKTOP], ids=str)
def test_a_question_fits_the_screen_drawn_and_typed(child: Page, viewport: dict[str, int]) -> None:
    child.set_viewport_size(viewport)
    for way in ("Type the answer", "Draw the answer"):
        assert overflow(child) == [0, 0]
        child.get_by_role("button", name=way).click()
    assert overflow(child) == [0, 0]


def test_with_letters_twice_as_large_everything_can_be_reached(child: Page) -> None:
    child.evaluate("document.documentElement.style.fontSize = '200%'")
    for way in ("Type the answer", "Draw the answer"):
        assert overflow(child)[0] == 0
        child.mouse.wheel(0, 2000)
        expect(child.locator("[data-play=primary]")).to_be_in_viewport(ratio=1)
        child.get_by_role("button", name=way).click()


def overflow(page: Page) -> Any:
    page.evaluate(NEXT_FRAME)
    return page.evaluate("""() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        return [scrollWidth - innerWidth, scrollHeight - innerHeight];
    }""")


def test_what_is_read_and_pressed_stands_beside_the_writing_hand(child: Page) -> None:
    child.set_viewport_size({"width": 844, "height": 390})
    sheet, question = child.locator(".pad__sheet"), child.locator(".ask__question")
    assert left(question) < left(sheet)
    child.get_by_role("button", name="Tools on the other side").click()
    expect(child.locator(".pad")).to_have_attribute("data-hand", "left")
    assert left(sheet) < left(child.locator(".pad__tools")) < left(question)


def left(part: Locator) -> float:
    box = part.bounding_box()
    assert box is not None
    return box["x"]
