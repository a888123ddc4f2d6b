from random import Random

import pytest

from quizzes.rules.expressions import EXPRESSION
from quizzes.rules.grammar import FORMATS
from quizzes.services.reading import READABLE_FORMATS, UnknownFormat, get_reader, read_ink, read_sheet
from recognizer import templates
from recognizer.ink import InkRefused
from recognizer.labels import SYMBOLS


def test_formats_whose_signs_the_weights_know_can_be_read() -> None:
    known = {name for name, form in FORMATS.items() if form.acceptor.alphabet <= set(SYMBOLS)}
    assert set(READABLE_FORMATS) - {"expression"} == known - {"text"}
    assert {"digit", "whole"} <= set(READABLE_FORMATS)


def test_a_line_of_arithmetic_can_be_read_where_the_weights_know_its_signs() -> None:
    assert ("expression" in READABLE_FORMATS) == (EXPRESSION.alphabet <= set(SYMBOLS))


@pytest.mark.parametrize("form", ["digit", "whole"])
def test_ink_is_read_as_its_format_admits(form: str) -> None:
    reading = read_ink(strokes=templates.write("8", Random(1)), format=form)
    assert (reading.text, reading.decision) == ("8", "sure")


def test_two_digits_are_a_whole_number_and_no_digit() -> None:
    strokes = templates.write("58", Random(1))
    assert read_ink(strokes=strokes, format="whole").text == "58"
    assert read_ink(strokes=strokes, format="digit").decision == "unread"


@pytest.mark.parametrize("height", [3, 8, 19])
def test_a_smudge_on_a_sheet_is_asked_about_and_never_sure(height: int) -> None:
    smudge = [[[500, 300], [500, 300 + height / 2], [500, 300 + height]]]
    assert read_ink(strokes=smudge, format="whole").decision == "sure", "the reader takes it for a 1"
    assert read_sheet(strokes=smudge, format="whole").decision == "ask"


def test_a_small_digit_on_a_sheet_is_read_as_any_other() -> None:
    one = [[[500, 300], [500, 320], [500, 340]]]
    assert read_sheet(strokes=one, format="whole") == read_ink(strokes=one, format="whole")
    assert read_sheet(strokes=one, format="whole").decision == "sure"
    assert read_sheet(strokes=[], format="whole").decision == "unread"


@pytest.mark.parametrize("form", ["roman", *sorted(set(FORMATS) - set(READABLE_FORMATS))])
def test_a_format_that_cannot_be_read_is_told_which_can(form: str) -> None:
    with pytest.raises(UnknownFormat) as unknown:
        read_ink(strokes=[], format=form)
    assert str(unknown.value) == f"The format “{form}” cannot be read. Known formats: {', '.join(READABLE_FORMATS)}."


def test_refused_ink_is_refused_here_too() -> None:
    with pytest.raises(InkRefused):
        read_ink(strokes=[[[1]]], format="whole")


def test_the_weights_are_loaded_once() -> None:
    assert get_reader() is get_reader()
