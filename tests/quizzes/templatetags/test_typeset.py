import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import strip_tags

from quizzes.rules import prompts, questions
from quizzes.templatetags.typeset import in_line, numeral, typeset

GOLDEN: list[dict[str, Any]] = json.loads((Path(settings.BASE_DIR) / "tests" / "golden" / "typeset.json").read_text())


@pytest.mark.parametrize("row", GOLDEN, ids=lambda row: row["name"])
def test_a_prompt_is_set_as_the_golden_file_says(row: dict[str, Any]) -> None:
    assert [asdict(piece) for piece in typeset(row["prompt"], row.get("decimal_sign", "."))] == row["pieces"]


def test_tokens_are_set_as_their_json_is() -> None:
    prompt = questions.write("(3 + 4) × 2").prompt
    assert typeset(prompt) == typeset(prompts.to_json(prompt))


def test_a_screen_reader_hears_what_is_spoken_and_not_the_signs() -> None:
    prompt = questions.write("7 × 8").prompt
    page = render_to_string("partials/prompt.html", {"prompt": prompt, "spoken": prompts.spoken(prompt)})
    assert '<span class="visually-hidden">7 times 8</span>' in page
    assert '<span class="prompt__signs" aria-hidden="true">' in page


def test_a_mixed_number_is_not_read_as_eleven_halves() -> None:
    page = render_to_string("partials/prompt.html", {"prompt": questions.write("1 1/2 + _ = 2").prompt})
    assert strip_tags(page).split() == ["1", "1/2", "+", "blank", "=", "2"]


def test_words_run_on_around_the_box() -> None:
    prompt = questions.write_text("The film ends at _, not later.", "6:15").prompt
    page = render_to_string("partials/prompt.html", {"prompt": prompt})
    assert strip_tags(page).split() == ["The", "film", "ends", "at", "blank,", "not", "later."]


def test_an_answer_has_its_fraction_stacked() -> None:
    assert strip_tags(numeral("-1 1/2")).split() == ["−1", "1/2"]
    assert '<span class="fraction__top">1</span>' in numeral("1/2")


def test_an_answer_in_words_is_no_markup() -> None:
    assert numeral("<b>well-known</b>") == "&lt;b&gt;well-known&lt;/b&gt;"


def test_numbers_have_the_decimal_sign_of_the_classroom() -> None:
    assert (numeral("-0.5", ","), in_line("-0.5", ",")) == ("−0,5", "−0,5")
    prompt = questions.write("0.5 + 1").prompt
    assert (
        strip_tags(render_to_string("partials/prompt.html", {"prompt": prompt, "decimal_sign": ","})).split()[0]
        == "0,5"
    )
