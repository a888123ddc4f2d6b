"""The pad under real pointer events of a real Chromium: mouse, fingers, pen."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import CDPSession, Page, Route, expect

from tests.e2e.conftest import PHONE
from tests.e2e.drawing import OPEN

Strokes = list[list[list[float]]]


class Hand:
    """Fingers and a pen on the pad, at parts of its width and height."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.devtools: CDPSession = page.context.new_cdp_session(page)
        self.fingers: dict[int, tuple[float, float]] = {}

    def place(self, x: float, y: float) -> tuple[float, float]:
        box = self.page.locator(".pad__canvas").bounding_box()
        assert box
        return box["x"] + x * box["width"], box["y"] + y * box["height"]

    def touch(self, kind: str, finger: int, x: float = 0, y: float = 0) -> None:
        """`kind` as in CDP: touchStart, touchMove, touchEnd, touchCancel (which takes all fingers away)."""
        if kind in {"touchStart", "touchMove"}:
            self.fingers[finger] = self.place(x, y)
        elif kind == "touchCancel":
            self.fingers.clear()
        else:
            del self.fingers[finger]
        points = [{"x": at[0], "y": at[1], "id": each} for each, at in self.fingers.items()]
        self.devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def pen(self, kind: str, x: float, y: float) -> None:
        """`kind` as in CDP: mousePressed, mouseMoved, mouseReleased."""
        at = self.place(x, y)
        pressed = kind != "mouseReleased"
        self.devtools.send(
            "Input.dispatchMouseEvent",
            {
                "type": kind, "x": at[0], "y": at[1], "pointerType": "pen", "force": 0.5,
                "button": "left", "buttons": int(pressed), "clickCount": 1,
            },
        )  # fmt: skip

    def mouse_line(self, *places: tuple[float, float], steps: int = 8) -> None:
        self.page.mouse.move(*self.place(*places[0]))
        self.page.mouse.down()
        for place in places[1:]:
            self.page.mouse.move(*self.place(*place), steps=steps)
        self.page.mouse.up()


@contextmanager
def ink_read(page: Page) -> Iterator[Callable[[], Strokes]]:
    """The strokes that the page sends to the reader when the hand rests."""
    with page.expect_request("**/api/read/") as request:
        yield lambda: strokes
    strokes: Strokes = request.value.post_data_json["strokes"]


@pytest.fixture(scope="module")
def phone(lasting_page: Callable[..., Page]) -> Page:
    return lasting_page(PHONE, has_touch=True, is_mobile=True)


@pytest.fixture
def pad(phone: Page) -> Page:
    phone.set_viewport_size(PHONE)
    phone.goto("/")
    expect(phone.locator(OPEN)).to_be_visible()
    phone.locator(".pad__canvas").scroll_into_view_if_needed()
    return phone


@pytest.fixture
def hand(pad: Page) -> Hand:
    return Hand(pad)


def test_a_sheet_rests_until_its_script_takes_the_ink_down(new_page: Callable[..., Page]) -> None:
    page = new_page(PHONE)
    late: list[Route] = []
    page.route("**/js/ink/pad*.js", lambda route: late.append(route))
    with page.expect_event("request", lambda asked: "/js/ink/pad" in asked.url):
        page.goto("/", wait_until="commit")
    expect(page.locator(".pad")).to_have_attribute("data-state", "resting")
    expect(page.locator(".pad__canvas")).to_have_css("cursor", "default")
    late[0].continue_()
    expect(page.locator(OPEN)).to_be_visible()
    with ink_read(page) as strokes:
        Hand(page).mouse_line((0.2, 0.2), (0.6, 0.3))
    assert len(strokes()) == 1


def test_every_sample_between_two_frames_is_recorded(pad: Page) -> None:
    with ink_read(pad) as strokes:
        pad.evaluate(
            """() => {
                const canvas = document.querySelector('.pad__canvas');
                const {left, top, width} = canvas.getBoundingClientRect();
                const event = (type, x, rest) => new PointerEvent(type, {
                    pointerId: 1, pointerType: 'pen', buttons: 1, bubbles: true,
                    clientX: left + x * width, clientY: top + 50, ...rest,
                });
                canvas.dispatchEvent(event('pointerdown', 0.1));
                const coalescedEvents = [0.2, 0.3, 0.4].map((x) => event('pointermove', x));
                canvas.dispatchEvent(event('pointermove', 0.4, {coalescedEvents}));
                canvas.dispatchEvent(event('pointerup', 0.4));
            }"""
        )
    (stroke,) = strokes()
    assert [round(x) for x, _, _ in stroke] == [100, 200, 300, 400]


def test_times_count_from_the_first_point_on(pad: Page, hand: Hand) -> None:
    with ink_read(pad) as strokes:
        hand.mouse_line((0.2, 0.2), (0.6, 0.3))
        hand.mouse_line((0.3, 0.5), (0.6, 0.6))
    times = [t for stroke in strokes() for _, _, t in stroke]
    assert times[0] == 0
    assert times == sorted(times)
    assert 0 < times[-1] < 20_000


def test_a_tap_is_a_dot(pad: Page, hand: Hand) -> None:
    with ink_read(pad) as strokes:
        hand.touch("touchStart", 1, 0.5, 0.5)
        hand.touch("touchEnd", 1)
    (dot,) = strokes()
    assert [round(dot[0][0], -1), len(dot)] == [500, 1]


def test_a_second_finger_draws_nothing(pad: Page, hand: Hand) -> None:
    with ink_read(pad) as strokes:
        hand.touch("touchStart", 1, 0.2, 0.2)
        hand.touch("touchMove", 1, 0.3, 0.4)
        hand.touch("touchStart", 2, 0.8, 0.8)
        hand.touch("touchMove", 2, 0.9, 0.9)
        hand.touch("touchMove", 1, 0.3, 0.6)
        hand.touch("touchEnd", 1)
        hand.touch("touchMove", 2, 0.7, 0.7)
        hand.touch("touchEnd", 2)
    (stroke,) = strokes()
    assert max(point[0] for point in stroke) < 350


def test_a_palm_beside_the_pen_draws_nothing(pad: Page, hand: Hand) -> None:
    with ink_read(pad) as strokes:
        hand.touch("touchStart", 1, 0.8, 0.8)  # the palm lies first
        hand.touch("touchMove", 1, 0.82, 0.8)
        hand.pen("mousePressed", 0.2, 0.2)
        hand.pen("mouseMoved", 0.25, 0.4)
        hand.touch("touchMove", 1, 0.85, 0.85)
        hand.pen("mouseReleased", 0.3, 0.6)
        hand.touch("touchEnd", 1)
        hand.touch("touchStart", 2, 0.8, 0.7)  # and once more, right after the pen
        hand.touch("touchEnd", 2)
    (stroke,) = strokes()
    assert max(point[0] for point in stroke) < 350


def test_a_cancelled_line_stays_and_a_cancelled_dot_goes(pad: Page, hand: Hand) -> None:
    with ink_read(pad) as strokes:
        hand.touch("touchStart", 1, 0.2, 0.2)
        pad.wait_for_timeout(80)
        hand.touch("touchMove", 1, 0.2, 0.6)
        hand.touch("touchCancel", 1)
        hand.touch("touchStart", 2, 0.8, 0.2)
        hand.touch("touchCancel", 2)
    (stroke,) = strokes()
    assert round(stroke[-1][0], -1) == 200


def test_a_line_goes_on_outside_the_sheet_and_ends_there(pad: Page, hand: Hand) -> None:
    with ink_read(pad) as strokes:
        hand.mouse_line((0.5, 0.5), (0.5, 1.2))
        hand.page.mouse.move(*hand.place(0.2, 0.2))
    (stroke,) = strokes()
    assert stroke[-1][0] == pytest.approx(500, abs=5)


def test_turning_the_screen_keeps_the_ink_in_sight_and_as_it_was(pad: Page, hand: Hand) -> None:
    with ink_read(pad) as before:
        hand.mouse_line((0.1, 0.1), (0.1, 0.95))
    pad.set_viewport_size({"width": 740, "height": 300})
    pad.locator(".pad__canvas").scroll_into_view_if_needed()
    top, bottom = pad.evaluate(INKED_ROWS)
    assert top > 0
    assert bottom < 0.99
    with ink_read(pad) as after:
        hand.mouse_line((0.5, 0.3), (0.5, 0.5))
    assert after()[0] == before()[0]
    assert len(after()) == 2


def test_undo_redo_and_clear_by_button_and_by_key(pad: Page, hand: Hand) -> None:
    undo, redo, clear = (pad.locator(f'[data-tool="{tool}"]') for tool in ("undo", "redo", "clear"))
    for tool in (undo, redo, clear):
        expect(tool).to_be_disabled()
    hand.mouse_line((0.3, 0.2), (0.3, 0.7))
    hand.mouse_line((0.6, 0.2), (0.6, 0.7))
    pad.keyboard.press("Control+z")
    expect(redo).to_be_enabled()
    pad.keyboard.press("Control+Shift+Z")
    expect(redo).to_be_disabled()
    clear.click()
    assert pad.evaluate(INKED_ROWS) is None
    with ink_read(pad) as strokes:
        undo.click()
    assert len(strokes()) == 2
    pad.locator(".pad__canvas").focus()
    pad.keyboard.press("Delete")
    expect(clear).to_be_disabled()


def test_the_page_does_not_move_under_the_finger(pad: Page, hand: Hand) -> None:
    before: Any = pad.evaluate("window.scrollY")
    hand.touch("touchStart", 1, 0.5, 0.9)
    for y in (0.7, 0.5, 0.3, 0.1):
        hand.touch("touchMove", 1, 0.5, y)
    hand.touch("touchEnd", 1)
    assert pad.evaluate("window.scrollY") == before
    assert pad.evaluate("String(getSelection())") == ""


INKED_ROWS = """() => {
    const canvas = document.querySelector('.pad__canvas');
    const {data, width, height} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const rowOf = (i) => Math.floor(i / 4 / width) / height;
    const first = data.findIndex((value) => value > 0);
    return first < 0 ? null : [rowOf(first), rowOf(data.findLastIndex((value) => value > 0))];
}"""
"""Where ink begins and ends, as parts of the sheet's height; null for a clean sheet."""
