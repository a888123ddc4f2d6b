import re
from string import printable

import pytest
from hypothesis import given

from quizzes.rules import automata
from quizzes.rules.automata import DIGITS, Shapes
from quizzes.rules.grammar import FORMATS
from tests.rules.strategies import near_numbers

_WHOLE = r"\d{1,6}"
_DECIMAL = r"(\d{1,9}(\.\d{1,9})?|\.\d{1,9})"
_PART = r"\d{1,4}/\d{1,4}"

ORACLES = {
    "digit": r"\d",
    "whole": _WHOLE,
    "integer": r"-?\d{1,9}",
    "decimal": rf"-?{_DECIMAL}",
    "fraction": rf"-?({_WHOLE}|(\d{{1,4}} )?{_PART})",
    "mixed": rf"-?({_WHOLE}|(\d{{1,4}} )?{_PART})",
    "remainder": rf"{_WHOLE}( r \d{{1,4}})?",
    "comparison": r"[<=>]",
    "money": r"[$£€]?(\d{1,6}(\.\d{1,2})?|\.\d{1,2})",
    "time": r"([01]?\d|2[0-3]):[0-5]\d",
    "number": rf"-?({_DECIMAL}|(\d{{1,4}} )?{_PART})",
    "text": r"(?!)",
}
ALPHABETS = {
    "digit": DIGITS,
    "whole": DIGITS,
    "integer": DIGITS + "-",
    "decimal": DIGITS + "-.",
    "fraction": DIGITS + "-/",
    "mixed": DIGITS + "-/",
    "remainder": DIGITS + "r",
    "comparison": "<=>",
    "money": DIGITS + ".$£€",
    "time": DIGITS + ":",
    "number": DIGITS + "-./",
    "text": "",
}


def test_every_format_has_an_oracle() -> None:
    assert list(ORACLES) == list(ALPHABETS) == list(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
@given(text=near_numbers)
def test_an_acceptor_admits_what_its_regular_expression_matches(name: str, text: str) -> None:
    assert FORMATS[name].acceptor.admits(text) == bool(re.fullmatch(ORACLES[name], text))


@pytest.mark.parametrize("name", FORMATS)
def test_every_state_leads_to_an_answer(name: str) -> None:
    acceptor = FORMATS[name].acceptor
    assert all(any(whole.startswith(state) for whole in acceptor.complete) for state in acceptor.prefixes)


@pytest.mark.parametrize("name", FORMATS)
def test_the_alphabet_are_the_signs_that_ink_may_consist_of(name: str) -> None:
    acceptor = FORMATS[name].acceptor
    assert acceptor.alphabet == set(ALPHABETS[name])
    known = {sign for sign in printable + "£€×÷−" for state in acceptor.prefixes if acceptor.step(state, sign)}
    assert known - {" "} == acceptor.alphabet


def test_the_start_of_a_number_is_no_number_yet() -> None:
    state = automata.INTEGER.step(automata.INTEGER.start, "-")
    assert state == "-"
    assert not automata.INTEGER.accepts("-")
    assert automata.INTEGER.accepts("-9")


def test_words_are_never_read_from_ink() -> None:
    assert automata.NOTHING.step(automata.NOTHING.start, "7") is None
    assert not automata.NOTHING.accepts(automata.NOTHING.start)


def test_an_automaton_knows_every_beginning_of_its_shapes() -> None:
    assert Shapes.of(["9/9"]).prefixes == {"", "9", "9/", "9/9"}
