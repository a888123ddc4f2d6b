from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules.grammar import FORMATS, NotAnAnswer, Value, can_write, parse, render
from tests.rules.strategies import answers, near_numbers

F = Fraction

READ: list[tuple[str, str, str, Value]] = [
    ("a digit", "7", "digit", F(7)),
    ("a number", "42", "whole", F(42)),
    ("a zero in front", "07", "whole", F(7)),
    ("only zeros", "000", "whole", F(0)),
    ("spaces around", "  42 ", "whole", F(42)),
    ("a tab and a line", "\t42\n", "whole", F(42)),
    ("full-width digits", "４２", "whole", F(42)),
    ("arabic digits", "٤٢", "whole", F(42)),
    ("thousands with a comma", "1,000", "whole", F(1000)),
    ("thousands with a space", "12 345", "whole", F(12345)),
    ("thousands with a thin space", "12\u202f345", "whole", F(12345)),
    ("thousands with an apostrophe", "12'345", "whole", F(12345)),
    ("the end of a sentence", "42.", "whole", F(42)),
    ("a plus", "+42", "whole", F(42)),
    ("seven digits", "1000000", "integer", F(1000000)),
    ("a hyphen", "-5", "integer", F(-5)),
    ("a minus sign", "−5", "integer", F(-5)),
    ("a dash", "–5", "integer", F(-5)),
    ("a full-width minus", "－5", "integer", F(-5)),
    ("a minus and a space", "- 5", "integer", F(-5)),
    ("millions", "-1,234,567", "integer", F(-1234567)),
    ("minus nothing", "-0", "integer", F(0)),
    ("a point", "0.5", "decimal", F(1, 2)),
    ("a comma", "0,5", "decimal", F(1, 2)),
    ("a full-width comma", "0，5", "decimal", F(1, 2)),
    ("nothing before the point", ".5", "decimal", F(1, 2)),
    ("zeros behind", "2.50", "decimal", F(5, 2)),
    ("a comma with three places", "1,234", "decimal", F(1234, 1000)),
    ("thousands and places", "1 234.5", "decimal", F(2469, 2)),
    ("a fraction for a decimal", "1/2", "decimal", F(1, 2)),
    ("a fraction", "1/2", "fraction", F(1, 2)),
    ("a fraction with spaces", "1 / 2", "fraction", F(1, 2)),
    ("a fraction not in lowest terms", "2/4", "fraction", F(1, 2)),
    ("an improper fraction", "5/4", "fraction", F(5, 4)),
    ("a fraction that is whole", "4/4", "fraction", F(1)),
    ("a fraction sign", "½", "fraction", F(1, 2)),
    ("a fraction slash", "1⁄2", "fraction", F(1, 2)),
    ("a negative fraction", "-1/2", "fraction", F(-1, 2)),
    ("a decimal for a fraction", "0.5", "fraction", F(1, 2)),
    ("a whole number for a fraction", "2", "fraction", F(2)),
    ("a mixed number", "1 1/2", "mixed", F(3, 2)),
    ("a mixed number with a sign", "1½", "mixed", F(3, 2)),
    ("a negative mixed number", "-1 1/2", "mixed", F(-3, 2)),
    ("any number, whole", "12", "number", F(12)),
    ("any number, decimal", "1.25", "number", F(5, 4)),
    ("any number, mixed", "1 1/4", "number", F(5, 4)),
    ("words", "  the  Moon ", "text", "the Moon"),
    ("accents, composed", "e\u0301te\u0301", "text", "été"),
    ("a number among words", "3.5 kg", "text", "3.5 kg"),
]

REFUSED = [
    ("nothing", "", "whole", "Write a whole number."),
    ("spaces", "  ", "whole", "Write a whole number."),
    ("words for a number", "seven", "whole", "Write a whole number."),
    ("a decimal for a whole number", "4.5", "whole", "Write a whole number."),
    ("a negative for a whole number", "-4", "whole", "Write a whole number."),
    ("seven digits for a whole number", "1234567", "whole", "Write a whole number."),
    ("two numbers", "4 2", "whole", "Write a whole number."),
    ("a sum", "4+2", "whole", "Write a whole number."),
    ("a power", "7²", "whole", "Write a whole number."),
    ("half a thousand", "1,00", "whole", "Write a whole number."),
    ("two digits for one", "12", "digit", "Write one digit."),
    ("two signs", "--5", "integer", "Write a whole number, with a minus sign if it needs one."),
    ("a sign alone", "-", "integer", "Write a whole number, with a minus sign if it needs one."),
    ("two points", "1.2.3", "decimal", "Write a number."),
    ("five places", "0.12345", "decimal", "Write a number."),
    ("a point alone", ".", "decimal", "Write a number."),
    ("no number", "NaN", "decimal", "Write a number."),
    ("an exponent", "1e5", "decimal", "Write a number."),
    ("nothing below", "1/", "fraction", "Write a fraction."),
    ("nothing above", "/2", "fraction", "Write a fraction."),
    ("zero below", "1/0", "fraction", "A fraction cannot have 0 at the bottom."),
    ("zero below a mixed number", "1 1/0", "mixed", "A fraction cannot have 0 at the bottom."),
    ("three floors", "1/2/3", "fraction", "Write a fraction."),
    ("a minus inside", "1 -1/2", "mixed", "Write a mixed number."),
    ("no words", " \u200b\n", "text", "Write your answer."),
    ("a novel", "a" * 201, "text", "That is too long. Write your answer."),
    ("a very long number", "1" * 1000, "whole", "That is too long. Write a whole number."),
]


@pytest.mark.parametrize(("text", "form", "value"), [row[1:] for row in READ], ids=[row[0] for row in READ])
def test_parse_reads(text: str, form: str, value: Value) -> None:
    assert parse(text, form) == value


@pytest.mark.parametrize(("text", "form", "reason"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_parse_asks_again_for(text: str, form: str, reason: str) -> None:
    assert parse(text, form) == NotAnAnswer(reason)


WRITTEN = [
    ("whole", F(7), "7"),
    ("integer", F(-7), "−7"),
    ("decimal", F(1, 2), "0.5"),
    ("decimal", F(-5, 4), "−1.25"),
    ("decimal", F(3), "3"),
    ("fraction", F(5, 4), "5/4"),
    ("fraction", F(-1, 2), "−1/2"),
    ("fraction", F(2), "2"),
    ("mixed", F(5, 4), "1 1/4"),
    ("mixed", F(-5, 4), "−1 1/4"),
    ("mixed", F(1, 4), "1/4"),
    ("number", F(1, 4), "0.25"),
    ("number", F(1, 3), "1/3"),
    ("text", "the Moon", "the Moon"),
]


@pytest.mark.parametrize(("form", "value", "text"), WRITTEN, ids=[f"{row[0]} {row[2]}" for row in WRITTEN])
def test_render_writes(form: str, value: Value, text: str) -> None:
    assert render(value, form) == text


UNWRITABLE = [
    ("digit", F(10)),
    ("whole", F(-1)),
    ("whole", F(1_000_000)),
    ("whole", F(1, 2)),
    ("integer", F(1, 2)),
    ("integer", F(10**9)),
    ("decimal", F(1, 3)),
    ("decimal", F(1, 100_000)),
    ("fraction", F(1, 10_000)),
    ("whole", "seven"),
    ("text", F(7)),
    ("text", " untidy "),
]


@pytest.mark.parametrize(("form", "value"), UNWRITABLE, ids=[f"{form} {value}" for form, value in UNWRITABLE])
def test_render_refuses_what_a_format_cannot_write(form: str, value: Value) -> None:
    assert not can_write(value, form)
    with pytest.raises(ValueError, match="cannot be written"):
        render(value, form)


@given(answers)
def test_what_is_rendered_parses_to_the_same_value(answer: tuple[str, Fraction]) -> None:
    form, value = answer
    text = render(value, form)
    assert parse(text, form) == value
    assert FORMATS[form].acceptor.admits(text)


@given(st.sampled_from(sorted(FORMATS)), near_numbers)
def test_what_ink_may_be_has_a_value_unless_zero_is_below_a_fraction(form: str, text: str) -> None:
    if FORMATS[form].acceptor.admits(text):
        value = parse(text, form)
        assert isinstance(value, Fraction) or value == NotAnAnswer("A fraction cannot have 0 at the bottom.")


@given(st.sampled_from(sorted(FORMATS)), st.text(max_size=210))
def test_any_text_at_all_has_an_exact_value_or_a_reason(form: str, text: str) -> None:
    assert isinstance(parse(text, form), Fraction | str | NotAnAnswer)


def test_formats_are_known_by_their_names() -> None:
    assert list(FORMATS) == ["digit", "whole", "integer", "decimal", "fraction", "mixed", "number", "text"]
    assert all(name == form.name for name, form in FORMATS.items())
    assert [form.name for form in FORMATS.values() if not form.drawable] == ["text"]
