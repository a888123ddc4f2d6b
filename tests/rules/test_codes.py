import random

import pytest
from hypothesis import given

from quizzes.rules.codes import ALPHABET, CODE_LENGTH, is_code, new_code, normalise
from tests.rules.strategies import seeds

TYPED = [
    ("as it stands", "HFK67P", "HFK67P"),
    ("small letters", "hfk67p", "HFK67P"),
    ("a space", " HFK 67P ", "HFK67P"),
    ("a dash", "hfk-67p", "HFK67P"),
    ("full width", "ＨＦＫ６７Ｐ", "HFK67P"),
    ("a G for the 6", "HFKG7P", "HFK67P"),
    ("a 1 for the 7", "HFK61P", "HFK67P"),
    ("Cyrillic letters", "НFК67Р", "HFK67P"),
    ("something else", "oh no!", "OHNO"),
    ("nothing", "", ""),
]


@pytest.mark.parametrize(("text", "code"), [row[1:] for row in TYPED], ids=[row[0] for row in TYPED])
def test_what_a_child_types_is_read(text: str, code: str) -> None:
    assert normalise(text) == code


@given(seeds)
def test_a_new_code_is_a_code_and_normal(seed: int) -> None:
    code = new_code(random.Random(seed))
    assert is_code(code)
    assert normalise(code.lower()) == code


def test_no_symbol_can_be_mistaken_and_no_word_be_spelt() -> None:
    assert not set(ALPHABET) & set("0O1IL5S2Z8BUVGQ" + "AEIOU" + "34")
    assert len(set(ALPHABET)) == len(ALPHABET) == 17
    assert len(ALPHABET) ** CODE_LENGTH > 24_000_000


@pytest.mark.parametrize("text", ["", "HFK67", "HFK67PP", "hfk67p", "HFK07P", "HFK 7P"])
def test_what_is_no_code(text: str) -> None:
    assert not is_code(text)
