"""What the browser makes of a question is what the server makes of it, element by element."""

import re
from collections.abc import Callable

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import Page

from quizzes.rules import prompts
from quizzes.rules.figures import NumberLine
from quizzes.rules.questions import Layout, Question, write, write_text
from tests.e2e.conftest import DESKTOP

SET_BY_BROWSER = """async (question) => {
  const { promptOf } = await import("/static/js/play/prompt.js");
  return promptOf(question).outerHTML;
}"""
LINE = NumberLine.of("-1/2 to 1/3 in 7 parts, arrow at 2")
QUESTIONS = [
    write("1 1/2 + _ = 2"),
    write("−(7 − 2) × 3"),
    write("_% of 80 = 20"),
    write("√(_/4) + 2³ = 19/2"),
    write("0.5, 1, 1.5, _"),
    write("17 ÷ 5 r"),
    write("12.25 + 4 + 0.5", layout=Layout.COLUMN),
    write_text("Ann has _ apples & “pears”.", "7"),
    write_text("Which number is _ at the arrow?", "-11/42", figure=LINE),
]


@pytest.fixture(scope="module")
def page(lasting_page: Callable[..., Page]) -> Page:
    page = lasting_page(DESKTOP)
    page.goto("/")
    return page


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.plain())
@pytest.mark.parametrize("decimal_sign", [".", ","])
def test_a_prompt_is_the_same_in_the_browser(page: Page, question: Question, decimal_sign: str) -> None:
    page.evaluate("(sign) => { document.body.dataset.decimalSign = sign; }", decimal_sign)
    by_browser = page.evaluate(SET_BY_BROWSER, told(question))
    by_server = render_to_string("partials/prompt.html", {"question": question, "decimal_sign": decimal_sign})
    assert elements(by_browser) == elements(by_server)


def told(question: Question) -> dict[str, object]:
    """The question as the API tells it."""
    line = question.figure
    figure = line and {"start": line.ends[0], "end": line.ends[1], "parts": line.parts, "at": line.at}
    return {
        "prompt": prompts.to_json(question.prompt),
        "spoken": question.spoken(),
        "layout": question.layout.value,
        "figure": figure,
    }


def elements(html: str) -> list[str]:
    """Tags and words, without the size that each page chooses and the two ways to close a path."""
    plain = re.sub(
        r"prompt prompt--\w+|(?<=[\"a-z])/(?=>)|</path>|>\s+<| xmlns=\"[^\"]*\"| style=\"--wide:[^\"]*\"",
        _without,
        html,
    )
    return [part for part in re.split(r"(<[^>]*>)", plain) if part.strip()]


def _without(found: re.Match[str]) -> str:
    return {"p": "prompt", ">": "><"}.get(found[0][0], "")
