"""The questions of every level on the page where a child answers: whole, in their place, on every screen."""

import random
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from quizzes.rules.planning import generate
from quizzes.rules.skills import SKILLS
from tests.e2e.conftest import DESKTOP, PHONE
from tests.e2e.doors import sit_down
from tests.e2e.serving import Site
from tests.e2e.test_prompts import told

SCREENS = [
    PHONE,
    {"width": 390, "height": 844},
    {"width": 740, "height": 360},
    {"width": 1366, "height": 768},
    DESKTOP,
]

TROUBLES = """async (questions) => {
  const { promptOf } = await import("/static/js/play/prompt.js");
  const place = document.querySelector("[data-play=prompt]");
  const box = (node) => node.getBoundingClientRect();
  const overlap = (a, b) =>
    a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
  const others = document.querySelectorAll(".play-header, .ask__pad, .ask__reading, .ask__send");

  function* troubles(prompt, { layout }) {
    const signs = prompt.matches(".prompt") ? prompt : prompt.querySelector(".prompt");
    const parts = [...prompt.querySelectorAll("svg, svg text, .prompt__signs, .prompt__signs *")].map(box);
    const { scrollWidth, scrollHeight } = document.body;
    if (scrollWidth > innerWidth || scrollHeight > innerHeight) yield "scrolls";
    if (parts.some(({ left, right }) => left < -0.5 || right > innerWidth + 0.5)) yield "is cut off";
    for (const other of others) {
      if (parts.some((part) => overlap(part, box(other)))) yield `lies over ${other.className}`;
    }
    const [first, ...rest] = [...signs.querySelector(".prompt__signs").children].map(box);
    const inSigns = layout === "line" && !signs.querySelector(".prompt__text");
    if (inSigns && rest.some((part) => part.top >= first.bottom)) yield "takes two lines";
    const labels = [...prompt.querySelectorAll("svg text")].map(box);
    if (labels.length === 2 && overlap(...labels)) yield "has labels over each other";
  }

  return questions.flatMap((question) => {
    const prompt = promptOf(question);
    place.replaceChildren(prompt);
    return [...troubles(prompt, question)].map((trouble) => `${question.spoken} ${trouble}`);
  });
}"""


@pytest.fixture(scope="module")
def child(lasting_page: Callable[..., Page], site: Site) -> Page:
    """At a question."""
    page = lasting_page()
    sit_down(page, site, place=3)
    page.locator(".sheet-link:not([data-state=done])").first.click()
    expect(page.locator(".prompt")).to_be_visible()
    return page


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: f"{screen['width']} by {screen['height']}")
def test_the_questions_of_every_level_fit(child: Page, screen: dict[str, int]) -> None:
    rng = random.Random(4)
    questions = [
        told(generate(skill, level, rng)) for skill in SKILLS.values() for level in range(1, len(skill.levels) + 1)
    ]
    child.set_viewport_size(screen)
    child.reload()
    expect(child.locator(".prompt")).to_be_visible()
    assert child.evaluate(TROUBLES, questions) == []
    child.get_by_role("button", name="Type the answer").click()
    expect(child.locator(".keypad")).to_be_visible()
    assert child.evaluate(TROUBLES, questions) == []
