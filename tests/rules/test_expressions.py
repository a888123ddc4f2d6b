"""Lines of arithmetic: which are admitted from ink, and what is said of each."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules.expressions import EXPRESSION, LONGEST, Verdict, evaluate

F = Fraction

ADMITTED = [
    "7",
    "7=",
    "12+7×2",
    "12+7×2=",
    "12+7×2=26",
    "1+2=4",
    "2<3",
    "3>1+1",
    "-3+5",
    "2=-3",
    "4×(-2)",
    "(3+4)×2",
    "((1+2)×(3+4))÷7",
    "(((1)))",
    "0.5+1.25",
    "123456-1",
    "1+1+1+1+1+1+1+1+1+1+1+12",
]
NOT_ADMITTED = [
    "",
    "+",
    "-",
    "7+",
    "7<",
    "=7",
    "+7",
    "2×-3",
    "3--2",
    "7++2",
    ".5",
    "7.",
    "1.2.3",
    "7.+2",
    "1234567",
    "1.234567",
    "0.00000",
    "2(3+4)",
    "(3+4)2",
    "(3+4",
    "3+4)",
    "()",
    "((((1))))",
    "(1=1)",
    "1=1=1",
    "1<2<3",
    "1/2",
    "1 + 2",
    "7x8",
    "1+1+1+1+1+1+1+1+1+1+1+1+1",
]


def admits(text: str) -> bool:
    line = EXPRESSION.start
    for sign in text:
        following = EXPRESSION.step(line, sign)
        if following is None:
            return False
        line = following
    return EXPRESSION.accepts(line)


@pytest.mark.parametrize("text", ADMITTED)
def test_a_line_of_arithmetic_is_admitted(text: str) -> None:
    assert admits(text)


@pytest.mark.parametrize("text", NOT_ADMITTED)
def test_what_is_no_line_of_arithmetic_is_not_admitted(text: str) -> None:
    assert not admits(text)


def test_the_alphabet_are_the_signs_that_the_automaton_knows() -> None:
    assert EXPRESSION.alphabet == set("0123456789.+-×÷=<>()")


SAID = [
    ("a sum", "12+7×2", "= 26", F(26), None),
    ("a sum with its =", "12+7×2=", "= 26", F(26), None),
    ("a number alone", "7", "= 7", F(7), None),
    ("spaces", " 12 + 7 ", "= 19", F(19), None),
    ("below zero", "3-5", "= −2", F(-2), None),
    ("brackets", "(3+4)×2", "= 14", F(14), None),
    ("a division that ends", "1÷8", "= 0.125", F(1, 8), None),
    ("a division that does not", "1÷3", "= 1/3", F(1, 3), None),
    ("more than one, with a part", "7÷3", "= 2 1/3", F(7, 3), None),
    ("less than nothing, with a part", "0-7÷3", "= −2 1/3", F(-7, 3), None),
    ("a large result", "999999×999999", "= 999998000001", F(999998000001), None),
    ("right", "12+7×2=26", "12 + 7 × 2 is 26.", F(26), True),
    ("wrong", "1+2=4", "1 + 2 is 3, not 4.", F(3), False),
    ("wrong below zero", "1-2=1", "1 − 2 is −1, not 1.", F(-1), False),
    ("a sum on either side", "1+3=2×2", "1 + 3 is 2 × 2.", F(4), True),
    ("a wrong sum on the other side", "1+2=2×2", "1 + 2 is 3, but 2 × 2 is 4.", F(3), False),
    ("a decimal for a fraction", "1÷4=0.25", "1 ÷ 4 is 0.25.", F(1, 4), True),
    ("nearly a third", "1÷3=0.33", "1 ÷ 3 is 1/3, not 0.33.", F(1, 3), False),
    ("less", "2<3", "2 is less than 3.", F(2), True),
    ("not less", "3<2", "3 is greater than 2.", F(3), False),
    ("not less, but equal", "3<1+2", "3 is equal to 1 + 2.", F(3), False),
    ("greater", "2×2>3", "2 × 2 is greater than 3.", F(4), True),
    ("zero below", "5÷0", "Dividing by zero has no answer.", None, None),
    ("zero below, worked out", "5÷(2-2)=1", "Dividing by zero has no answer.", None, None),
    ("nothing", "", "Write a sum, such as 12 + 7 × 2.", None, None),
    ("an = alone", "=", "Write a sum, such as 12 + 7 × 2.", None, None),
    ("nothing before the =", "=7", "Write a sum, such as 12 + 7 × 2.", None, None),
    ("nothing after the <", "7<", "Write a sum, such as 12 + 7 × 2.", None, None),
    ("no closing bracket", "(3+4", "After “(3 + 4” a closing bracket is missing.", None, None),
    ("no opening bracket", "3+4)", "After “3 + 4” there is a closing bracket too many.", None, None),
    ("nothing after the sign", "7×", "After “7 ×” a number is missing.", None, None),
    ("no sign", "2(3+4)", "Between “2” and “(” a sign is missing: + − × or ÷.", None, None),
    ("two =", "1=1=1", "Write numbers and signs alone, without = and _ .", None, None),
    ("two <", "1<2<3", "“<” cannot be read here: use numbers, + − × ÷ ( ) = and _ .", None, None),
    ("a box", "1+_=3", "Write numbers and signs alone, without = and _ .", None, None),
]


@pytest.mark.parametrize(
    ("text", "sentence", "value", "holds"), [row[1:] for row in SAID], ids=[row[0] for row in SAID]
)
def test_evaluate_says(text: str, sentence: str, value: Fraction | None, holds: bool | None) -> None:
    assert evaluate(text) == Verdict(sentence, value, holds)


@given(st.text("0123456789.+-×÷=<>()", max_size=LONGEST + 2))
def test_a_line_that_is_admitted_has_a_verdict_unless_it_divides_by_zero(text: str) -> None:
    verdict = evaluate(text)
    if admits(text):
        assert verdict.value is not None or verdict.sentence == "Dividing by zero has no answer."
    assert verdict.sentence


@given(st.text(max_size=210))
def test_any_text_at_all_gets_a_sentence(text: str) -> None:
    assert evaluate(text).sentence[-1] in ".0123456789"


@given(st.integers(-999, 999), st.integers(-999, 999))
def test_a_comparison_holds_where_the_numbers_do(left: int, right: int) -> None:
    said = {sign: evaluate(f"{left}{sign}{right}").holds for sign in "<=>"}
    assert said == {"<": left < right, "=": left == right, ">": left > right}
