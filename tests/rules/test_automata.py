import re

import pytest
from hypothesis import given

from quizzes.rules import automata
from quizzes.rules.automata import Shapes
from quizzes.rules.grammar import FORMATS
from tests.rules.strategies import near_numbers

_WHOLE = r"\d{1,6}"
_DECIMAL = r"(\d{1,6}([.,]\d{1,4})?|[.,]\d{1,4})"
_PART = r"\d{1,4}/\d{1,4}"

ORACLES = {
    "digit": r"\d",
    "whole": _WHOLE,
    "integer": r"[-−]?\d{1,9}",
    "decimal": rf"[-−]?{_DECIMAL}",
    "fraction": rf"[-−]?({_WHOLE}|(\d{{1,4}} )?{_PART})",
    "mixed": rf"[-−]?({_WHOLE}|(\d{{1,4}} )?{_PART})",
    "number": rf"[-−]?({_DECIMAL}|(\d{{1,4}} )?{_PART})",
    "text": r"(?!)",
}


def test_every_format_has_an_oracle() -> None:
    assert set(ORACLES) == set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
@given(text=near_numbers)
def test_an_acceptor_admits_what_its_regular_expression_matches(name: str, text: str) -> None:
    assert FORMATS[name].acceptor.admits(text) == bool(re.fullmatch(ORACLES[name], text))


@pytest.mark.parametrize("name", FORMATS)
def test_every_state_leads_to_an_answer(name: str) -> None:
    acceptor = FORMATS[name].acceptor
    assert all(any(whole.startswith(state) for whole in acceptor.complete) for state in acceptor.prefixes)


@pytest.mark.parametrize("name", FORMATS)
def test_the_symbols_are_those_that_the_acceptor_knows(name: str) -> None:
    form = FORMATS[name]
    for symbol in form.symbols:
        assert any(form.acceptor.step(state, symbol) is not None for state in form.acceptor.prefixes)
    strangers = set("0123456789−./ x+") - set(form.symbols)
    assert not any(
        form.acceptor.step(state, each) is not None for state in form.acceptor.prefixes for each in strangers
    )


def test_the_start_of_a_number_is_no_number_yet() -> None:
    state = automata.INTEGER.step(automata.INTEGER.start, "-")
    assert state == "−"
    assert not automata.INTEGER.accepts("−")
    assert automata.INTEGER.accepts("−9")


def test_words_are_never_read_from_ink() -> None:
    assert automata.NOTHING.step(automata.NOTHING.start, "7") is None
    assert not automata.NOTHING.accepts(automata.NOTHING.start)


def test_an_automaton_knows_every_beginning_of_its_shapes() -> None:
    assert Shapes.of(["9/9"]).prefixes == {"", "9", "9/", "9/9"}
