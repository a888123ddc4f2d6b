from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules.grammar import FORMATS, NotAnAnswer, can_write, parse, render
from quizzes.rules.values import Comparison, Money, Remainder, Time, Value
from tests.rules.strategies import answers, near_numbers

F = Fraction
LESS, EQUAL, GREATER = Comparison

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
    ("any number, negative", "- 3/4", "number", F(-3, 4)),
    ("a remainder", "3 r 2", "remainder", Remainder(3, 2)),
    ("a remainder without spaces", "3r2", "remainder", Remainder(3, 2)),
    ("a remainder in capitals", "3 R 2", "remainder", Remainder(3, 2)),
    ("a remainder, short", "3 rem 2", "remainder", Remainder(3, 2)),
    ("a remainder, short, with a stop", "3 rem. 2", "remainder", Remainder(3, 2)),
    ("a remainder in full", "3 remainder 2", "remainder", Remainder(3, 2)),
    ("a remainder in German", "3 Rest 2", "remainder", Remainder(3, 2)),
    ("a remainder in full width", "３ｒ２", "remainder", Remainder(3, 2)),
    ("no remainder, said", "3 r 0", "remainder", Remainder(3, 0)),
    ("no remainder, left out", "3", "remainder", Remainder(3, 0)),
    ("a large quotient", "123456 r 7890", "remainder", Remainder(123456, 7890)),
    ("zeros in front of a remainder", "03 r 02", "remainder", Remainder(3, 2)),
    ("less", "<", "comparison", LESS),
    ("equal", "=", "comparison", EQUAL),
    ("greater", ">", "comparison", GREATER),
    ("spaces around a sign", " > ", "comparison", GREATER),
    ("a full-width sign", "＜", "comparison", LESS),
    ("less in words", "less than", "comparison", LESS),
    ("less in a sentence", "Is less than.", "comparison", LESS),
    ("smaller", "smaller than", "comparison", LESS),
    ("equal in words", "equals", "comparison", EQUAL),
    ("equal to", "is equal to", "comparison", EQUAL),
    ("the same", "the same as", "comparison", EQUAL),
    ("greater in capitals", "GREATER THAN", "comparison", GREATER),
    ("more", "more than", "comparison", GREATER),
    ("bigger", "is bigger than", "comparison", GREATER),
    ("money", "3.50", "money", Money(F(7, 2))),
    ("money without places", "3", "money", Money(F(3))),
    ("money with one place", "3.5", "money", Money(F(7, 2))),
    ("pence alone", "0.75", "money", Money(F(3, 4))),
    ("pence without a zero", ".75", "money", Money(F(3, 4))),
    ("pounds", "£3.50", "money", Money(F(7, 2), "£")),
    ("dollars", "$3", "money", Money(F(3), "$")),
    ("dollars and a space", "$ 3", "money", Money(F(3), "$")),
    ("euros in front", "€3.50", "money", Money(F(7, 2), "€")),
    ("euros behind", "3,50 €", "money", Money(F(7, 2), "€")),
    ("euros close behind", "3,50€", "money", Money(F(7, 2), "€")),
    ("full-width dollars", "＄３", "money", Money(F(3), "$")),
    ("money with a full stop", "£3.", "money", Money(F(3), "£")),
    ("thousands of pounds", "£1,250", "money", Money(F(1250), "£")),
    ("thousands of pounds and pence", "£1,250.50", "money", Money(F(2501, 2), "£")),
    ("thousands of euros", "1.250,50 €", "money", Money(F(2501, 2), "€")),
    ("thousands of euros with a space", "1 250 €", "money", Money(F(1250), "€")),
    ("no money", "0", "money", Money(F(0))),
    ("pence by their letter", "75p", "money", Money(F(3, 4), "£")),
    ("more pence than a pound", "350 p", "money", Money(F(7, 2), "£")),
    ("cents by their sign", "5¢", "money", Money(F(1, 20))),
    ("cents by their letter", "40c.", "money", Money(F(2, 5))),
    ("a time", "3:45", "time", Time(3, 45)),
    ("a time with a zero", "03:45", "time", Time(3, 45)),
    ("midnight", "0:00", "time", Time(0, 0)),
    ("midnight as clocks write it", "00:00", "time", Time(0, 0)),
    ("noon", "12:05", "time", Time(12, 5)),
    ("the last minute", "23:59", "time", Time(23, 59)),
    ("a time with a point", "3.45", "time", Time(3, 45)),
    ("a time with an h", "15h30", "time", Time(15, 30)),
    ("a time with an h and spaces", "15 H 30", "time", Time(15, 30)),
    ("a time with spaces", "3 : 45", "time", Time(3, 45)),
    ("a full-width time", "３：４５", "time", Time(3, 45)),
    ("words", "  the  Moon ", "text", "the Moon"),
    ("accents, composed", "e\u0301te\u0301", "text", "été"),
    ("a number among words", "3.5 kg", "text", "3.5 kg"),
]

ASK_REMAINDER = "Write a whole number with its remainder, such as 3 r 2."
ASK_COMPARISON = "Write one of the signs < = >."
ASK_TIME = "Write a time, such as 3:45."

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
    ("ten places", "0.1234567890", "decimal", "Write a number."),
    ("a point alone", ".", "decimal", "Write a number."),
    ("no number", "NaN", "decimal", "Write a number."),
    ("an exponent", "1e5", "decimal", "Write a number."),
    ("nothing below", "1/", "fraction", "Write a fraction."),
    ("nothing above", "/2", "fraction", "Write a fraction."),
    ("zero below", "1/0", "fraction", "A fraction cannot have 0 at the bottom."),
    ("zero below a mixed number", "1 1/0", "mixed", "A fraction cannot have 0 at the bottom."),
    ("three floors", "1/2/3", "fraction", "Write a fraction."),
    ("a minus inside", "1 -1/2", "mixed", "Write a mixed number."),
    ("a decimal for a remainder", "3.4", "remainder", ASK_REMAINDER),
    ("no remainder after the r", "3 r", "remainder", ASK_REMAINDER),
    ("no quotient", "r 2", "remainder", ASK_REMAINDER),
    ("two remainders", "3 r 2 r 1", "remainder", ASK_REMAINDER),
    ("a negative remainder", "-3 r 2", "remainder", ASK_REMAINDER),
    ("five digits of a remainder", "3 r 12345", "remainder", ASK_REMAINDER),
    ("another letter", "3 t 2", "remainder", ASK_REMAINDER),
    ("nothing to compare", "", "comparison", ASK_COMPARISON),
    ("two signs for one", "<>", "comparison", ASK_COMPARISON),
    ("at most", "≤", "comparison", ASK_COMPARISON),
    ("a number for a sign", "7", "comparison", ASK_COMPARISON),
    ("the whole comparison", "3 < 4", "comparison", ASK_COMPARISON),
    ("no amount", "£", "money", "Write an amount of money, such as 3.50."),
    ("two currencies", "£3 €", "money", "Write an amount of money, such as 3.50."),
    ("another currency", "3 ¥", "money", "Write an amount of money, such as 3.50."),
    ("money below zero", "-3.50", "money", "Write an amount of money, such as 3.50."),
    ("two points in money", "3.50.20", "money", "Write an amount of money, such as 3.50."),
    ("seven digits of money", "1234567", "money", "Write an amount of money, such as 3.50."),
    ("pounds and a letter of pence", "£3.50p", "money", "Write an amount of money, such as 3.50."),
    ("a fraction of money", "1/2", "money", "Write an amount of money, such as 3.50."),
    ("a late hour", "24:00", "time", ASK_TIME),
    ("a sixtieth minute", "3:60", "time", ASK_TIME),
    ("one figure of minutes", "3:5", "time", ASK_TIME),
    ("no minutes", "3:", "time", ASK_TIME),
    ("no colon", "345", "time", ASK_TIME),
    ("three figures of hours", "003:45", "time", ASK_TIME),
    ("seconds", "3:45:10", "time", ASK_TIME),
    ("before zero", "-3:45", "time", ASK_TIME),
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
    ("integer", F(-7), "-7"),
    ("decimal", F(1, 2), "0.5"),
    ("decimal", F(-5, 4), "-1.25"),
    ("decimal", F(3), "3"),
    ("fraction", F(5, 4), "5/4"),
    ("fraction", F(-1, 2), "-1/2"),
    ("fraction", F(2), "2"),
    ("mixed", F(5, 4), "1 1/4"),
    ("mixed", F(-5, 4), "-1 1/4"),
    ("mixed", F(1, 4), "1/4"),
    ("number", F(1, 4), "0.25"),
    ("number", F(1, 3), "1/3"),
    ("remainder", Remainder(3, 2), "3 r 2"),
    ("remainder", Remainder(3, 0), "3 r 0"),
    ("comparison", LESS, "<"),
    ("comparison", EQUAL, "="),
    ("comparison", GREATER, ">"),
    ("money", Money(F(7, 2)), "3.50"),
    ("money", Money(F(3), "£"), "£3"),
    ("money", Money(F(7, 2), "€"), "€3.50"),
    ("money", Money(F(1, 20), "$"), "$0.05"),
    ("time", Time(3, 45), "3:45"),
    ("time", Time(0, 5), "0:05"),
    ("time", Time(12, 0), "12:00"),
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
    ("remainder", Remainder(-1, 2)),
    ("remainder", Remainder(3, 10_000)),
    ("remainder", F(3)),
    ("comparison", "<"),
    ("money", Money(F(1, 3))),
    ("money", Money(F(-1))),
    ("money", Money(F(1), "¥")),
    ("money", F(7, 2)),
    ("time", Time(24, 0)),
    ("time", Time(3, 60)),
    ("text", F(7)),
    ("text", Time(3, 45)),
    ("text", " untidy "),
]


@pytest.mark.parametrize(("form", "value"), UNWRITABLE, ids=[f"{form} {value}" for form, value in UNWRITABLE])
def test_render_refuses_what_a_format_cannot_write(form: str, value: Value) -> None:
    assert not can_write(value, form)
    with pytest.raises(ValueError, match="cannot be written"):
        render(value, form)


@given(answers)
def test_what_is_rendered_parses_to_the_same_value(answer: tuple[str, Value]) -> None:
    form, value = answer
    text = render(value, form)
    assert parse(text, form) == value
    assert FORMATS[form].acceptor.admits(text)


@given(answers)
def test_canonical_text_has_no_sign_but_those_of_ascii_and_of_money(answer: tuple[str, Value]) -> None:
    text = render(answer[1], answer[0])
    assert text.strip("£€").isascii()
    assert set(text) - {" "} <= FORMATS[answer[0]].acceptor.alphabet


@given(st.sampled_from(sorted(FORMATS)), near_numbers)
def test_what_ink_may_be_has_a_value_unless_zero_is_below_a_fraction(form: str, text: str) -> None:
    if FORMATS[form].acceptor.admits(text):
        value = parse(text, form)
        assert isinstance(value, FORMATS[form].kind) or value == NotAnAnswer("A fraction cannot have 0 at the bottom.")


@given(st.sampled_from(sorted(FORMATS)), st.text(max_size=210))
def test_any_text_at_all_has_an_exact_value_or_a_reason(form: str, text: str) -> None:
    assert isinstance(parse(text, form), FORMATS[form].kind | NotAnAnswer)


def test_formats_are_known_by_their_names() -> None:
    assert " ".join(FORMATS) == (
        "digit whole integer decimal fraction mixed remainder comparison money time number text"
    )
    assert all(name == form.name for name, form in FORMATS.items())
    assert [form.name for form in FORMATS.values() if not form.acceptor.alphabet] == ["text"]
