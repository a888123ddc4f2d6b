import json
from pathlib import Path

import pytest

from quizzes.rules.typesetting import in_line

GOLDEN = json.loads((Path(__file__).parents[1] / "golden" / "lines.json").read_text())


@pytest.mark.parametrize("row", GOLDEN, ids=[row["name"] for row in GOLDEN])
def test_canonical_text_in_one_line(row: dict[str, str]) -> None:
    assert in_line(row["text"], row["decimal_sign"]) == row["line"]


def test_the_decimal_sign_is_a_point_where_none_is_named() -> None:
    assert in_line("-0.5") == "−0.5"
