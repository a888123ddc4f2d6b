"""A child in a live game: the same page as at home, from the lobby to the end."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from quizzes.rules import questions
from quizzes.rules.exchange.quiz_file import QuizFile, Settings
from tests.e2e.conftest import PHONE
from tests.e2e.desk import Desk
from tests.e2e.doors import sign_in_as_teacher, take_seat
from tests.e2e.drawing import doubtful, draw, trace
from tests.e2e.serving import Site

NewPage = Callable[..., Page]

SUMS = ("9 − 2", "6 + 7", "12 ÷ 4")
CHILDREN = ("Ida", "Jon")
KEPT = "**/api/games/*/answers/"
FROM_EARTH = 101  # where a rocket stands that has not begun: `chart({ share: 0 })`
_numbers = count(1)


@dataclass
class Game:
    """A game of a class of its own, and the teacher who leads it."""

    host: Page
    new_page: NewPage
    browser: Browser
    code: str

    def child(self, name: str) -> Page:
        page = self.new_page(PHONE, has_touch=True)
        page.goto(take_seat(page.request, f"/join/{self.code}/", name))
        expect(page.locator(".play-header")).to_be_visible()
        return page

    def silent_child(self, name: str) -> None:
        """One who is in the game and never answers: while the others wait for this one, a question stays open."""
        with self.browser.new_context(base_url=self.host.url) as context:
            reply = context.request.get(take_seat(context.request, f"/join/{self.code}/", name))
            expect(reply).to_be_ok()

    def lead(self, scene: str) -> None:
        """A tap that comes before the last one is done is none."""
        expect(self.host.locator("[data-host=controls]:not([aria-busy=true])")).to_be_visible()
        self.host.keyboard.press("Space")
        expect(self.host.locator(f"body[data-scene={scene}]")).to_be_visible()


@pytest.fixture(scope="module")
def host(lasting_page: NewPage, site: Site) -> Page:
    """A teacher's screen, where one game follows the other."""
    page = lasting_page()
    sign_in_as_teacher(page, site)
    return page


@pytest.fixture
def opened(new_page: NewPage, browser: Browser, host: Page) -> Callable[..., Game]:
    """Opens a game as its teacher wants it: the fields of the form."""

    def open_game(**fields: str) -> Game:
        desk = Desk(host)
        classroom = desk.new_classroom(f"Players {next(_numbers)}", *CHILDREN)
        quiz = desk.import_quiz(QuizFile(Settings(title="Live sums"), tuple(map(questions.write, SUMS))))
        return Game(host, new_page, browser, desk.open_game(quiz, classroom, **fields))

    return open_game


@pytest.fixture
def game(opened: Callable[..., Game]) -> Game:
    return opened()


def faults(page: Page) -> list[str]:
    """What axe finds, and whether anything is wider or higher than the screen."""
    found = [violation["id"] for violation in Axe().run(page).response["violations"]]
    over = page.evaluate(
        "(({ scrollWidth, scrollHeight }) => [scrollWidth - innerWidth, scrollHeight - innerHeight])"
        "(document.documentElement)"
    )
    return [*found, *(["larger than the screen"] if max(over) > 0 else [])]


def flies(page: Page) -> None:
    """Waits until the class's rocket has left the Earth on its chart."""
    rocket = page.locator(".panel__journey [data-rocket]")
    expect(rocket).to_be_visible()
    far = "([rocket, start]) => Number(rocket.getAttribute('transform').match(/translate\\((\\d+)/)[1]) > start"
    page.wait_for_function(far, arg=[rocket.element_handle(), FROM_EARTH])


def said(page: Page, text: str) -> None:
    expect(page.locator(".reading")).to_contain_text(text)


def test_a_whole_game_with_a_keyboard_alone(game: Game) -> None:
    ida, jon = game.child("Ida"), game.child("Jon")
    expect(ida.locator(".panel__title")).to_have_text("You are in, Ida.")
    for child in (ida, jon):  # whatever is heard from here on: an error of a page fails the test
        child.get_by_role("button", name="Sounds").press("Enter")
        expect(child.get_by_role("button", name="Sounds")).to_have_attribute("aria-pressed", "true")
    assert faults(ida) == []
    game.lead("question")

    ida.get_by_role("button", name="Type the answer").focus()
    ida.keyboard.press("Enter")
    expect(ida.get_by_label("Your answer")).to_be_focused()
    ida.keyboard.type("7")
    ida.keyboard.press("Enter")
    said(ida, "It's in! You wrote 7. Now the others.")
    assert faults(ida) == []

    draw(jon, "9")
    said(jon, "9")
    jon.get_by_role("button", name="Send").click()
    expect(ida.locator(".stamp")).to_have_text("Right")
    expect(jon.locator(".stamp")).to_contain_text("Have another look.")
    expect(jon.locator(".stamp__note").first).to_have_text("The answer is 7.")
    expect(ida.locator("[data-strip=figures]")).to_have_text(re.compile(r"1 of 1 right\s*100 points"))
    expect(jon.locator("[data-strip=figures]")).to_have_text(re.compile(r"0 of 1 right\s*0 points"))
    assert faults(ida) == faults(jon) == []

    game.lead("standings")
    expect(ida.locator(".panel__title")).to_have_text("1 of 3 done")
    expect(ida.locator(".panel")).to_be_focused()  # what had the focus is gone
    expect(ida.locator(".course")).to_have_attribute("aria-label", "Question 2 of 3")
    flies(ida)  # the class's rocket goes on with the game
    assert faults(ida) == []
    game.lead("question")
    expect(ida.get_by_label("Your answer")).to_be_focused()
    ida.keyboard.type("13")
    ida.keyboard.press("Enter")
    said(ida, "It's in!")
    game.host.keyboard.press("e")
    game.host.get_by_role("dialog").get_by_role("button", name=re.compile("End")).click()
    expect(ida.locator(".panel__title")).to_have_text("The game is over.")
    expect(ida.locator("[data-panel=figures]")).to_contain_text("2 of 2")
    expect(ida.locator("[data-panel=words]")).to_contain_text("Your class is on its way to the Moon.")
    assert faults(ida) == []
    ida.keyboard.press("Tab")
    expect(ida.get_by_role("link", name="Look at what I did")).to_be_focused()
    ida.keyboard.press("Enter")
    ida.wait_for_url("**/score/")


def test_the_rocket_does_not_fly_back_when_the_game_ends_between_two_questions(game: Game) -> None:
    ida = game.child("Ida")
    for scene in ("question", "reveal", "standings"):
        game.lead(scene)
    course = ida.locator(".course")
    expect(course).to_have_attribute("aria-label", "Question 2 of 3")
    game.host.keyboard.press("e")
    game.host.get_by_role("dialog").get_by_role("button", name=re.compile("End")).click()
    expect(ida.locator(".panel__title")).to_have_text("The game is over.")
    expect(course).to_have_attribute("aria-label", "Question 2 of 3")


def test_a_child_is_asked_after_the_fact_and_again_after_a_reload(game: Game) -> None:
    ida = game.child("Ida")
    game.silent_child("Jon")
    game.lead("question")
    trace(ida, doubtful())
    expect(ida.locator(".reading")).to_have_attribute("data-state", "ask")
    ida.get_by_role("button", name="Send").click()
    expect(ida.get_by_role("button", name="Leave it for my teacher")).to_be_visible()
    ida.reload()
    expect(ida.get_by_role("button", name="Leave it for my teacher")).to_be_visible()
    ida.locator("[data-choice=confirm]", has_text="7").or_(ida.get_by_role("button", name="Yes")).first.click()
    said(ida, "It's in!")
    game.lead("reveal")
    expect(ida.locator(".stamp")).to_be_visible()


def test_what_is_on_the_sheet_when_the_time_is_up_goes_by_itself_and_counts(opened: Callable[..., Game]) -> None:
    game = opened(seconds="10")
    ida, jon = game.child("Ida"), game.child("Jon")
    game.lead("question")
    expect(ida.locator("[data-clock=words]")).to_have_text(re.compile(r"^\d+ s$"))
    draw(ida, "7")
    expect(ida.locator(".stamp")).to_have_text("Right", timeout=20_000)
    expect(jon.locator(".stamp")).to_contain_text("No answer this time.")
    expect(jon.locator(".stamp__note")).to_have_text("The answer is 7.")
    assert faults(ida) == faults(jon) == []


def test_what_was_not_sent_when_the_teacher_goes_on_is_seen_by_the_teacher(game: Game) -> None:
    ida = game.child("Ida")
    game.silent_child("Jon")
    game.lead("question")
    draw(ida, "7")
    said(ida, "7")
    game.lead("reveal")
    expect(ida.locator(".stamp")).to_contain_text("Time was up while you were writing.")
    expect(ida.locator(".stamp")).to_contain_text("It is not counted as wrong. Your teacher will look at it.")


def test_a_break_keeps_the_ink_and_takes_none(game: Game) -> None:
    ida = game.child("Ida")
    game.silent_child("Jon")
    game.lead("question")
    draw(ida, "7")
    said(ida, "7")
    game.host.keyboard.press("p")
    said(ida, "A short break.")
    expect(ida.locator(".pad")).to_have_attribute("data-state", "resting")
    expect(ida.get_by_role("button", name="Send")).to_be_disabled()
    game.host.keyboard.press("p")
    said(ida, "7")
    ida.get_by_role("button", name="Send").click()
    said(ida, "It's in! I read 7.")


def test_an_answer_without_a_network_waits_and_comes_late_and_is_not_lost(game: Game) -> None:
    ida = game.child("Ida")
    game.silent_child("Jon")
    game.lead("question")
    ida.route(KEPT, lambda route: route.abort())
    draw(ida, "7")
    said(ida, "7")
    ida.get_by_role("button", name="Send").click()
    said(ida, "safe on this device. 1 answer waiting")
    game.lead("reveal")
    expect(ida.locator(".stamp")).to_contain_text("Your answer is on its way.")
    ida.unroute(KEPT)
    expect(ida.locator(".stamp")).to_contain_text("Your answer came late.", timeout=20_000)
    game.lead("standings")
    game.lead("question")
    expect(ida.locator(".stamp")).to_be_hidden()
    draw(ida, "13")
    said(ida, "13")
    ida.get_by_role("button", name="Send").click()
    said(ida, "It's in! I read 13.")


def test_another_device_finds_the_same_place(game: Game) -> None:
    ida = game.child("Ida")
    game.silent_child("Jon")
    game.lead("question")
    draw(ida, "7")
    said(ida, "7")
    ida.get_by_role("button", name="Send").click()
    said(ida, "It's in!")
    tablet = game.child("Ida")
    said(tablet, "It's in! I read 7.")
    game.lead("reveal")
    for page in (ida, tablet):
        expect(page.locator(".stamp")).to_have_text("Right")
        expect(page.locator("[data-strip=figures]")).to_contain_text("100 points")


def test_a_race_is_homework_with_the_game_around_it(opened: Callable[..., Game]) -> None:
    game = opened(pace="own", minutes="3")
    ida = game.child("Ida")
    game.silent_child("Jon")
    expect(ida.locator(".panel__title")).to_have_text("You are in, Ida.")
    game.host.keyboard.press("Space")
    expect(ida.locator("[data-clock=words]")).to_have_text(re.compile(r"^[23]:\d\d$"))
    ida.get_by_role("button", name="Type the answer").click()
    for answer, onward in (("7", "Next"), ("13", "Next"), ("3", "Finish")):
        ida.get_by_label("Your answer").fill(answer)
        ida.get_by_role("button", name="Send").click()
        expect(ida.locator(".stamp")).to_have_text("Right")
        ida.get_by_role("button", name=onward).click()
    expect(ida.locator(".panel__title")).to_have_text("You have landed.")
    expect(ida.locator("[data-panel=figures]")).to_contain_text("3 of 3")
    assert faults(ida) == []
    ida.reload()
    expect(ida.locator(".panel__title")).to_have_text("You have landed.")


def test_what_is_on_the_sheet_when_a_race_is_ended_is_seen_by_the_teacher(opened: Callable[..., Game]) -> None:
    game = opened(pace="own", minutes="3")
    ida = game.child("Ida")
    game.silent_child("Jon")
    game.host.keyboard.press("Space")
    expect(ida.locator("[data-clock=words]")).to_be_visible()
    draw(ida, "9")
    said(ida, "9")
    game.host.keyboard.press("e")
    with ida.expect_response("**/answers/"):
        game.host.get_by_role("dialog").get_by_role("button", name=re.compile("End")).click()
    expect(ida.locator(".panel__title")).to_have_text("The game is over.")
    ida.get_by_role("link", name="Look at what I did").click()
    expect(ida.locator(".score__line").first).to_contain_text("Your teacher will look")


def test_who_is_removed_is_told_so_calmly(game: Game) -> None:
    ida = game.child("Ida")
    game.host.keyboard.press("c")
    game.host.get_by_role("button", name="Remove Ida").press("Enter")
    game.host.get_by_role("button", name="Remove", exact=True).press("Enter")
    expect(ida.locator(".panel__title")).to_have_text("You are not in this game any more.")
    assert faults(ida) == []


def test_a_second_child_on_the_device_is_not_called_a_removal(game: Game) -> None:
    ida = game.child("Ida")
    game.silent_child("Jon")
    asked: list[Route] = []
    ida.route("**/api/seat/", lambda route: asked.append(route))  # so late is the answer that the next one sits there
    other = ida.context.new_page()
    other.goto("/play/")
    other.get_by_role("button", name="Not me").click()
    other.goto(f"/join/{game.code}/")
    other.get_by_role("link", name="Jon").click()
    for picture in ("Rocket", "Moon", "Star"):
        other.get_by_role("button", name=picture).click()
    expect(other.locator(".panel__title")).to_have_text("You are in, Jon.")
    asked[-1].fulfill(response=other.request.get("/api/seat/"))
    expect(ida.locator(".panel__title")).to_have_text("Somebody else plays here now.")
    assert faults(ida) == []


def test_what_still_waits_when_the_game_is_over_is_said_and_sent(game: Game) -> None:
    ida = game.child("Ida")
    game.silent_child("Jon")
    game.lead("question")
    ida.route(KEPT, lambda route: route.abort())
    draw(ida, "7")
    said(ida, "7")
    ida.get_by_role("button", name="Send").click()
    said(ida, "safe on this device")
    game.lead("reveal")
    game.lead("standings")
    note = ida.locator("[data-strip=note]")
    expect(note).to_have_text("1 answer waits for the network. Keep this page open.")
    assert faults(ida) == []
    ida.unroute(KEPT)
    expect(note).to_be_hidden(timeout=40_000)


def test_who_has_left_the_seat_on_another_page_may_come_back_in(game: Game) -> None:
    ida = game.child("Ida")
    expect(game.host.locator("main")).to_contain_text("Ida")
    ida.evaluate("""() => fetch(document.querySelector("form.seat").action, { method: "POST",
        body: new FormData(document.querySelector("form.seat")) })""")  # another page of this browser: "Not me"
    expect(ida.locator(".panel__title")).to_have_text("You have left your seat.")
    assert faults(ida) == []
    ida.get_by_role("link", name="Come back in").click()
    ida.wait_for_url("**/join/")
