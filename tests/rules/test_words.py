import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules.words import tidy

UNTIDY = [
    ("spaces", "  the \t Moon\n", "the Moon"),
    ("a no-break space", "the\u00a0Moon", "the Moon"),
    ("a line separator", "the\u2028Moon", "the Moon"),
    ("a control character", "Mo\x00on", "Moon"),
    ("text turned round", "\u202enooM", "nooM"),
    ("a space of no width", "Mo\u200bon", "Moon"),
    ("accents apart", "e\u0301te\u0301", "été"),
    ("the joiner of a Persian word", "می\u200cخواهم", "می\u200cخواهم"),
    ("the joiner of an emoji", "👩\u200d🚀", "👩\u200d🚀"),
]


@pytest.mark.parametrize(("text", "shown"), [row[1:] for row in UNTIDY], ids=[row[0] for row in UNTIDY])
def test_tidy(text: str, shown: str) -> None:
    assert tidy(text) == shown


@given(st.text())
def test_what_is_tidy_stays_as_it_is(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
