"""The host's screen by keyboard alone: nothing for axe to find, nothing cut off, the question large."""

import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect

from quizzes.rules import questions
from quizzes.rules.exchange.quiz_file import QuizFile
from quizzes.rules.exchange.quiz_file import Settings as QuizSettings
from tests.e2e.conftest import DESKTOP, PHONE
from tests.e2e.desk import Desk
from tests.e2e.doors import sign_in_as_teacher, take_seat
from tests.e2e.serving import Site

NewPage = Callable[..., Page]

PROJECTOR = {"width": 1920, "height": 1080}
CHILDREN = ("Ada", "Ben")
SUMS = ("7 × 8", "12 ÷ 4", "6 + 7")
GUESTS = ("Brave Otter", "Sparkling Waterfall", "Kind Heron", "Twinkling Telescope")


def open_game(page: Page, site: Site, *, race: bool = False, leaderboard: bool = False, teams: str = "0") -> str:
    """The code of a new game whose screen is open, opened without a mouse."""
    sign_in_as_teacher(page, site)
    desk = Desk(page)
    classroom = desk.new_classroom("Host", *CHILDREN)
    quiz = desk.import_quiz(QuizFile(QuizSettings(title="Three sums"), tuple(map(questions.write, SUMS))))
    page.goto(f"/teach/quizzes/{quiz}/live/?classroom={classroom}")
    if race:
        page.locator("[name=pace][value=led]").press("ArrowDown")
    page.locator("[name=teams]").select_option(teams)
    if leaderboard:
        page.locator("form details summary").press("Enter")
        page.locator("[name=leaderboard]").press("Space")
    page.get_by_role("button", name="Open the game").press("Enter")
    page.wait_for_url(re.compile(r"/teach/games/\d+/$"))
    return page.locator(".lobby__code [aria-hidden]").inner_text()


def sit_down(page: Page, code: str, name: str) -> Page:
    page.goto(take_seat(page.request, f"/join/{code}/", name))
    return page


def type_answer(child: Page, host: Page, text: str) -> None:
    """Sends an answer as the child's page does."""
    game = host.url.rstrip("/").rpartition("/")[2]
    public = host.request.get(f"/api/games/{game}/host/").json()["public"]
    status = child.evaluate(
        """async ([address, body]) => (await fetch(address, {method: "POST", body: JSON.stringify(body), headers: {
            "Content-Type": "application/json",
            "X-CSRFToken": document.querySelector('meta[name="csrf-token"]').content,
        }})).status""",
        [f"/api/games/{game}/answers/", {"id": str(uuid4()), "question": public["question"]["id"], "typed": text}],
    )
    assert status == 201


def scene(page: Page, name: str) -> None:
    """Waits for the scene, and looks at it."""
    expect(page.locator("body")).to_have_attribute("data-scene", name)
    while page.evaluate("document.getAnimations().some(each => each.playState === 'running')"):
        page.wait_for_timeout(50)
    assert faults(page) == []


def faults(page: Page) -> list[Any]:
    found: list[Any] = [
        (violation["id"], [node["html"][:160] for node in violation["nodes"][:3]])
        for violation in Axe().run(page).response["violations"]
    ]
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    higher = page.evaluate("document.documentElement.scrollHeight - document.documentElement.clientHeight")
    return found + [f"{wider} px wider"] * (wider > 0) + [f"{higher} px higher"] * (higher > 0)


@pytest.mark.parametrize(
    ("viewport", "light"),
    [(PROJECTOR, "light"), (DESKTOP, "dark"), (PHONE, "light")],
    ids=["projector", "desktop by night", "phone"],
)
def test_a_whole_game_is_led_by_keyboard_alone(
    new_page: NewPage, site: Site, viewport: dict[str, int], light: str
) -> None:
    host = new_page(viewport, color_scheme=light)
    code = open_game(host, site)
    expect(host.get_by_role("button", name="Start")).to_have_attribute("aria-disabled", "true")
    host.keyboard.press("Space")  # with nobody there nothing begins
    ada, ben = (sit_down(new_page(PHONE), code, name) for name in CHILDREN)
    expect(host.locator(".lobby__count")).to_have_text("2 of 2 here")
    scene(host, "lobby")

    host.keyboard.press("Space")
    scene(host, "question")
    type_answer(ada, host, "56")
    expect(host.locator(".host__answered")).to_have_text("1 of 2 has answered")
    host.keyboard.press("p")
    expect(host.get_by_text("Paused", exact=True)).to_be_visible()
    expect(host.locator(".host__prompt")).not_to_be_visible()
    scene(host, "question")
    host.keyboard.press("p")
    expect(host.locator(".host__prompt")).to_be_visible()
    type_answer(ben, host, "54")  # everybody has answered: the answer follows by itself
    scene(host, "reveal")
    expect(host.locator(".wall__group")).to_have_count(2)
    expect(host.locator("[data-mark=right] .wall__text")).to_have_text("56")
    host.keyboard.press("ArrowRight")
    scene(host, "standings")
    host.keyboard.press("PageDown")  # a presenter's clicker
    scene(host, "question")

    host.keyboard.press("s")  # nobody has answered: nothing is lost, nothing is asked
    expect(host.locator("[data-host=place]")).to_have_text("Question 3 of 3")
    host.keyboard.press("e")
    expect(host.get_by_role("dialog")).to_contain_text("End the game now?")
    assert faults(host) == []
    host.keyboard.press("Space")  # on "Go on playing", where the cursor is
    expect(host.get_by_role("dialog")).to_have_count(0)
    expect(host.locator("body")).to_have_attribute("data-scene", "question")
    host.keyboard.press("e")
    host.keyboard.press("Tab")
    host.keyboard.press("Enter")
    scene(host, "over")
    expect(host.locator(".host-figures")).to_contain_text("1 of 2")
    host.reload()
    scene(host, "over")


def test_a_second_tap_passes_over_nothing(new_page: NewPage, site: Site) -> None:
    host = new_page()
    sit_down(new_page(PHONE), open_game(host, site), "Ada")
    expect(host.locator(".lobby__count")).to_have_text("1 of 2 here")
    host.evaluate(
        """() => { for (let taps = 0; taps < 8; taps += 1) {
            document.body.dispatchEvent(new KeyboardEvent("keydown", {key: " ", bubbles: true}));
        } }"""
    )
    expect(host.locator("body")).to_have_attribute("data-scene", "question")
    host.wait_for_timeout(500)
    expect(host.locator("[data-host=place]")).to_have_text("Question 1 of 3")
    expect(host.locator("body")).to_have_attribute("data-scene", "question")


def test_a_race_ends_where_the_teacher_ends_it(new_page: NewPage, site: Site) -> None:
    host = new_page(PROJECTOR)
    sit_down(new_page(PHONE), open_game(host, site, race=True), "Ada")
    expect(host.locator(".lobby__count")).to_have_text("1 of 2 here")
    host.keyboard.press("Space")
    scene(host, "race")
    expect(host.locator(".race__place").first.locator(".race__player")).to_have_count(1)
    host.keyboard.press("Space")  # the way on is the end: it is asked for
    expect(host.get_by_role("dialog")).to_contain_text("End the game now?")
    host.keyboard.press("Escape")
    expect(host.locator("body")).to_have_attribute("data-scene", "race")


def test_a_player_is_renamed_and_removed_by_keyboard(new_page: NewPage, site: Site) -> None:
    host = new_page()
    code = open_game(host, site)
    _, ben = (sit_down(new_page(PHONE), code, name) for name in CHILDREN)
    expect(host.locator(".lobby__count")).to_have_text("2 of 2 here")
    host.keyboard.press("c")
    assert faults(host) == []
    host.get_by_role("button", name="Rename Ada").press("Enter")
    host.keyboard.type("Countess")
    host.keyboard.press("Enter")
    expect(host.locator("[data-players=list]")).to_contain_text("Countess")
    host.get_by_role("button", name="Remove Ben").press("Enter")
    expect(host.get_by_role("button", name="Keep")).to_be_focused()
    host.keyboard.press("Escape")
    host.keyboard.press("c")
    host.get_by_role("button", name="Remove Ben").press("Enter")
    expect(host.get_by_role("button", name="Keep")).to_be_focused()
    host.keyboard.press("Shift+Tab")
    host.keyboard.press("Enter")
    expect(host.get_by_role("button", name="Let Ben back in")).to_be_focused()
    expect(host.locator("[data-players=list] .player-list__row")).to_have_count(1)
    expect(ben.locator(".panel__title")).to_have_text("You are not in this game any more.")
    assert faults(host) == []
    host.keyboard.press("Enter")
    expect(host.get_by_role("button", name="Rename Ben")).to_be_focused()
    ben.get_by_role("link", name="Try again").click()
    expect(ben.locator(".panel__title")).to_have_text("You are in, Ben.")
    host.get_by_role("button", name="Remove Ben").press("Enter")
    host.keyboard.press("Shift+Tab")
    host.keyboard.press("Enter")
    expect(host.get_by_role("button", name="Let Ben back in")).to_be_focused()
    host.keyboard.press("Escape")
    expect(host.locator(".lobby__names")).to_have_text("Countess")
    host.keyboard.press("n")
    expect(host.locator(".lobby__note")).to_have_text("Names are hidden.")
    expect(host.locator(".lobby__names li")).to_have_count(0)
    host.keyboard.press("l")
    expect(host.locator(".lobby__note")).to_have_text("The doors are closed: nobody new comes in.")


def test_the_question_is_a_tenth_of_the_screens_height_and_the_room_may_be_dark(new_page: NewPage, site: Site) -> None:
    host = new_page(PROJECTOR)
    sit_down(new_page(PHONE), open_game(host, site), "Ada")
    expect(host.locator(".lobby__count")).to_have_text("1 of 2 here")
    host.keyboard.press("Space")
    expect(host.locator("body")).to_have_attribute("data-scene", "question")
    for width, height in ((1920, 1080), (1366, 768), (1024, 768)):
        host.set_viewport_size({"width": width, "height": height})
        host.wait_for_timeout(200)
        size = host.locator(".host__prompt .prompt__number").first.evaluate(
            "it => parseFloat(getComputedStyle(it).fontSize)"
        )
        assert size >= height / 10, (width, height, size)
    host.keyboard.press("d")
    expect(host.locator("html")).to_have_attribute("data-theme", "dark")
    host.reload()
    expect(host.locator("html")).to_have_attribute("data-theme", "dark")
    scene(host, "question")
    host.keyboard.press("?")
    expect(host.get_by_role("dialog", name="Keys")).to_be_visible()
    assert faults(host) == []


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1366, 768)])
def test_the_end_is_whole_on_a_projector_with_podium_journey_and_teams(
    new_page: NewPage, site: Site, width: int, height: int
) -> None:
    host = new_page({"width": width, "height": height})
    code = open_game(host, site, leaderboard=True, teams="4")
    ada = sit_down(new_page(PHONE), code, "Ada")
    expect(host.locator(".lobby__count")).to_have_text("1 of 2 here")
    expect(host.locator(".team-key__one")).to_have_text(["Comets", "Moons", "Novas", "Orbits"])
    expect(host.locator(".lobby__name")).to_have_attribute("data-letter", "C")
    scene(host, "lobby")
    host.keyboard.press("Space")
    expect(host.locator("body")).to_have_attribute("data-scene", "question")
    type_answer(ada, host, "56")
    expect(host.locator("body")).to_have_attribute("data-scene", "reveal")
    host.keyboard.press("ArrowRight")
    scene(host, "standings")
    assert scrolled(host, ".scene--standings") == 0
    host.keyboard.press("e")
    host.get_by_role("button", name="End the game").last.click()
    scene(host, "over")
    expect(host.locator(".podium__step")).to_have_count(1)
    expect(host.locator(".team-bars__team").last).to_be_in_viewport(ratio=1)
    assert scrolled(host, ".scene--over") == 0
    podium_of(host, Ada=300, Ben=100, Cal=100)
    steps = sorted(
        host.locator(".podium__step").all(), key=lambda step: step.evaluate("it => it.getBoundingClientRect().x")
    )
    assert [step.locator(".podium__name").inner_text() for step in steps] == ["Ben", "Ada", "Cal"]


def podium_of(host: Page, **points: int) -> None:
    """The end as if these were the first."""

    def crowned(route: Route) -> None:
        told = route.fetch().json()
        if told["changed"]:
            told["summary"]["podium"] = [{"name": name, "points": each} for name, each in points.items()]
        route.fulfill(json=told)

    host.route(re.compile(r"/api/games/\d+/host/"), crowned)
    host.reload()
    expect(host.locator(".podium__step")).to_have_count(len(points))


def scrolled(page: Page, selector: str) -> int:
    """How much of it can only be seen by scrolling, in pixels."""
    return int(page.locator(selector).last.evaluate("it => it.scrollHeight - it.clientHeight"))


def lobby_with(host: Page, count: int, *, done: int = 0, **publicly: Any) -> None:
    """The lobby as if `count` guests were in it; in a race they have done up to so many questions. `publicly` changes
    what everybody sees of the game."""

    def crowd(route: Route) -> None:
        told = route.fetch().json()
        if told["changed"]:
            ada = told["players"][0]
            guests = [{"id": at, "name": f"{GUESTS[at % 4]} {at}", "place": at % (done + 1)} for at in range(count)]
            told["players"] = [ada | guest for guest in guests]
            told["public"] |= publicly
        route.fulfill(json=told)

    host.route(re.compile(r"/api/games/\d+/(host|acts)/"), crowd)
    host.reload()
    expect(host.locator(".lobby__count")).to_contain_text(str(count))


@pytest.mark.parametrize(("width", "height", "count"), [(1366, 768, 35), (1920, 1080, 60)])
def test_all_names_of_a_full_class_are_on_the_lobby_and_of_more_the_last_to_come(
    new_page: NewPage, site: Site, width: int, height: int, count: int
) -> None:
    host = new_page({"width": width, "height": height})
    sit_down(new_page(PHONE), open_game(host, site), "Ada")
    expect(host.locator(".lobby__count")).to_have_text("1 of 2 here")
    lobby_with(host, count)
    for name in (host.locator(".lobby__name").first, host.locator(".lobby__name").last):
        expect(name).to_be_in_viewport(ratio=1)
    expect(host.locator(".lobby__more")).not_to_be_visible()
    lobby_with(host, 200)
    expect(host.locator(".lobby__name").last).to_be_in_viewport(ratio=1)
    expect(host.locator(".lobby__more")).to_be_in_viewport(ratio=1)
    shown = host.locator(".lobby__name:visible").count()
    expect(host.locator(".lobby__more")).to_have_text(f"and {200 - shown} more")
    assert shown >= count
    assert scrolled(host, ".lobby__names") <= 1
    assert faults(host) == []


def test_in_a_race_everybody_is_found_by_name_unless_names_are_hidden(new_page: NewPage, site: Site) -> None:
    host = new_page({"width": 1366, "height": 768})
    sit_down(new_page(PHONE), open_game(host, site, race=True), "Ada")
    expect(host.locator(".lobby__count")).to_have_text("1 of 2 here")
    lobby_with(host, 30, done=20, total=20)
    host.keyboard.press("Space")
    expect(host.locator(".race__player")).to_have_count(30)
    scene(host, "race")
    cut = "each => each.scrollWidth > each.clientWidth"
    for player in host.locator(".race__player").all():
        expect(player).to_be_in_viewport(ratio=1)
        assert not player.locator(".race__name").evaluate(cut)
    expect(host.locator(".race__stop").nth(1)).to_have_text("1–2")
    host.keyboard.press("n")
    expect(host.locator(".race__name:not(:empty)")).to_have_count(0)
    expect(host.locator(".race__rocket")).to_have_count(30)
    expect(host.locator(".race__stop").nth(1)).to_have_text("1")


def test_at_the_start_of_a_race_a_full_class_is_in_sight(new_page: NewPage, site: Site) -> None:
    host = new_page({"width": 1366, "height": 768})
    sit_down(new_page(PHONE), open_game(host, site, race=True), "Ada")
    expect(host.locator(".lobby__count")).to_have_text("1 of 2 here")
    lobby_with(host, 35)
    host.keyboard.press("Space")
    expect(host.locator(".race__player")).to_have_count(35)
    for player in host.locator(".race__player").all():
        expect(player).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("counts", [(19, 3, 2, 1, 1, 2), (6, 1, 1, 1, 1, 1), (1,)], ids=str)
def test_the_whole_wall_is_on_a_laptop(new_page: NewPage, site: Site, counts: tuple[int, ...]) -> None:
    host = new_page({"width": 1366, "height": 768})
    ada = sit_down(new_page(PHONE), open_game(host, site), "Ada")
    expect(host.locator(".lobby__count")).to_have_text("1 of 2 here")
    host.keyboard.press("Space")
    expect(host.locator("body")).to_have_attribute("data-scene", "question")

    def hang(route: Route) -> None:
        told = route.fetch().json()
        if told.get("reveal"):
            ink = [[[10, 10], [40, 60]]]
            marks = ["right"] + ["wrong"] * 4 + ["unread"]
            groups = [{"text": mark, "mark": mark, "count": count} for mark, count in zip(marks, counts, strict=False)]
            told["reveal"]["wall"] = [group | {"inks": [ink] * min(group["count"], 12)} for group in groups]
        route.fulfill(json=told)

    host.route(re.compile(r"/api/games/\d+/(host|acts)/"), hang)
    type_answer(ada, host, "56")
    scene(host, "reveal")
    expect(host.locator(".wall__group")).to_have_count(len(counts))
    assert scrolled(host, ".wall") <= 1
    used = host.locator(".wall").evaluate(
        "it => it.lastElementChild.getBoundingClientRect().bottom - it.firstElementChild.getBoundingClientRect().top"
    )
    assert used >= 0.7 * host.locator(".wall").evaluate("it => it.clientHeight")
