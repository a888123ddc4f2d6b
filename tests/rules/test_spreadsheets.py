"""Cells that a spreadsheet would spoil."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules.spreadsheets import guard, unguard


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("56", "56"),
        ("-5", "-5"),
        ("-0.25", "-0.25"),
        ("1 1/2", "1 1/2"),
        ("3 r 2", "3 r 2"),
        ("7 − 2", "7 − 2"),
        ("'Tis the season", "'Tis the season"),
        ("1/2", "'1/2"),
        ("7-2", "'7-2"),
        ("12 / 4", "'12 / 4"),
        ("2026-11-20", "'2026-11-20"),
        ("=", "'="),
        ("-5 + 3", "'-5 + 3"),
        ("  =1+1", "'  =1+1"),
        ("'=1+1", "''=1+1"),
        ("''1/2", "'''1/2"),
    ],
)
def test_only_what_would_be_spoilt_gets_an_apostrophe(text: str, written: str) -> None:
    assert guard(text) == written
    assert unguard(written) == text


@given(st.text("'=+-12/ a", max_size=8))
def test_what_was_guarded_comes_back(text: str) -> None:
    assert unguard(guard(text)) == text


@given(st.text("'=+-@12/ a\t", max_size=8))
def test_nothing_that_is_guarded_begins_a_formula(text: str) -> None:
    written = guard(text)
    assert written.lstrip(" ")[:1] not in {"=", "+", "@", "\t"}
