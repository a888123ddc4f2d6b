"""docs/quiz-files.md: what it shows can be imported, and what it lists is all there is."""

import re
from pathlib import Path

import pytest

from quizzes.rules.exchange.reading import read
from quizzes.rules.exchange.tables import COLUMNS, SETTINGS
from quizzes.rules.grammar import FORMATS

DOCUMENT = (Path(__file__).resolve().parents[3] / "docs" / "quiz-files.md").read_text()
SHOWN = re.findall(r"```(?:csv|json)\n(.*?)```", DOCUMENT, re.DOTALL)


@pytest.mark.parametrize(("shown", "questions"), list(zip(SHOWN, [4, 5, 4, 5], strict=True)))
def test_what_is_shown_can_be_imported(shown: str, questions: int) -> None:
    assert len(read(shown).questions) == questions


def test_every_column_setting_and_format_is_explained() -> None:
    assert [name for name in (*COLUMNS, *SETTINGS, *FORMATS) if f"`{name}`" not in DOCUMENT] == []
