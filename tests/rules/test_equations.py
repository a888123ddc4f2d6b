from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from quizzes.rules.questions import QuestionRefused, write

small = st.integers(-20, 20)


@given(small, small, small)
def test_a_linear_equation_is_solved_exactly(a: int, b: int, x: int) -> None:
    assume(a != 0)
    assert write(f"{a} × _ + ({b}) = {a * x + b}").value == x


@given(st.integers(1, 40), st.integers(1, 40))
def test_a_box_to_divide_by_is_solved_exactly(a: int, x: int) -> None:
    assert write(f"{a * x} ÷ _ = {a}").value == x


@given(st.integers(1, 40), st.integers(1, 40), st.integers(1, 9), st.integers(1, 9))
def test_a_box_below_a_box_is_solved_exactly(a: int, x: int, b: int, c: int) -> None:
    """a ÷ (b + c ÷ x): every sign that can hold the box, one in another."""
    right = Fraction(a) / (b + Fraction(c, x))
    try:
        question = write(f"{a} ÷ ({b} + {c} ÷ _) = {right.numerator} ÷ {right.denominator}")
    except QuestionRefused as refused:
        raise AssertionError(refused.sentence) from refused
    assert question.value == x
