import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import strip_tags

from quizzes.rules import prompts, questions
from quizzes.rules.figures import NumberLine
from quizzes.rules.questions import Question
from quizzes.templatetags.figures import drawing
from quizzes.templatetags.typeset import Span, in_line, numeral, set_prompt

_GOLDEN = Path(settings.BASE_DIR) / "tests" / "golden"
PROMPTS: list[dict[str, Any]] = json.loads((_GOLDEN / "typeset.json").read_text())
NUMBER_LINES: list[dict[str, Any]] = json.loads((_GOLDEN / "number_lines.json").read_text())


def as_list(span: Span | str) -> Any:
    return span if isinstance(span, str) else [span.names, *map(as_list, span.children)]


def page_of(question: Question, decimal_sign: str = "") -> str:
    return render_to_string("partials/prompt.html", {"question": question, "decimal_sign": decimal_sign})


def words_of(question: Question, decimal_sign: str = "") -> list[str]:
    """What a page shows of the prompt, without what only a screen reader hears."""
    return strip_tags(page_of(question, decimal_sign).partition('aria-hidden="true">')[2]).split()


@pytest.mark.parametrize("row", PROMPTS, ids=lambda row: row["name"])
def test_a_prompt_is_set_as_the_golden_file_says(row: dict[str, Any]) -> None:
    prompt = prompts.from_json(row["prompt"])
    spans = set_prompt(prompt, row.get("layout", "line"), row.get("decimal_sign", "."))
    assert [as_list(span) for span in spans] == row["spans"]


@pytest.mark.parametrize("row", NUMBER_LINES, ids=lambda row: row["name"])
def test_a_number_line_is_drawn_as_the_golden_file_says(row: dict[str, Any]) -> None:
    line = NumberLine.of(row["line"])
    drawn = drawing(line, row["decimal_sign"])
    assert [drawn.arrow, [*drawn.marks], [[*label] for label in drawn.labels]] == [*map(row["drawing"].get, ORDER)]
    assert {"start": line.ends[0], "end": line.ends[1], "parts": line.parts, "at": line.at} == row["figure"]


ORDER = ("arrow", "marks", "labels")


def test_a_screen_reader_hears_what_is_spoken_and_not_the_signs() -> None:
    page = page_of(questions.write("7 × 8"))
    assert '<span class="visually-hidden">7 times 8</span>' in page
    assert '<span class="prompt__signs" aria-hidden="true">' in page


def test_a_number_line_is_told_to_whoever_does_not_see_it() -> None:
    line = NumberLine.of("0 to 1 in 10 parts, arrow at 7")
    page = page_of(questions.write_text("Which number does the arrow point at?", "0.7", figure=line))
    assert '<svg class="number-line" viewBox="0 0 680 150" aria-hidden="true">' in page
    heard = (
        "A number line from 0 to 1 in 10 equal parts; the arrow points at mark 7. Which number does the arrow point at?"
    )
    assert f'<span class="visually-hidden">{heard}</span>' in page


def test_a_mixed_number_is_not_read_as_eleven_halves() -> None:
    assert words_of(questions.write("1 1/2 + _ = 2")) == ["1", "1/2", "+", "=", "2"]


def test_words_run_on_around_the_box() -> None:
    question = questions.write_text("The film ends at _, not later.", "6:15")
    assert words_of(question) == ["The", "film", "ends", "at", ",", "not", "later."]


def test_what_a_page_shows_can_be_copied_into_the_editor() -> None:
    for notation in ("4, 7, 10", "25% of 80", "1 1/2 + 3/4", "√49", "10^3"):
        shown = " ".join(words_of(questions.write(notation)))
        assert questions.write(shown).prompt == questions.write(notation).prompt


def test_a_remainder_has_a_box_of_its_own() -> None:
    assert page_of(questions.write("17 ÷ 5 r")).count("prompt__blank") == 3  # two boxes, and the second is the rest
    assert words_of(questions.write("17 ÷ 5 r")) == ["17", "÷", "5", "=", "r"]


def test_an_answer_has_its_fraction_stacked() -> None:
    assert strip_tags(numeral("-1 1/2")).split() == ["−1", "1/2"]
    assert '<span class="fraction__top">1</span>' in numeral("1/2")


def test_an_answer_in_words_is_no_markup() -> None:
    assert numeral("<b>well-known</b>") == "&lt;b&gt;well-known&lt;/b&gt;"


def test_numbers_have_the_decimal_sign_of_the_classroom() -> None:
    assert (numeral("-0.5", ","), in_line("-0.5", ",")) == ("−0,5", "−0,5")
    assert words_of(questions.write("0.5 + 1"), ",")[0] == "0,5"
    assert words_of(questions.write("0.5, 1, 1.5"), ",") == ["0,5;", "1;", "1,5;"]
