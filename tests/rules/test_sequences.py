from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules.prompts import plain
from quizzes.rules.questions import QuestionRefused, write
from quizzes.rules.sequences import missing

small = st.fractions(-20, 20, max_denominator=6)
lengths = st.integers(4, 7)


@given(small, small, lengths, st.data())
def test_one_step_is_found_wherever_the_box_is(
    first: Fraction, step: Fraction, length: int, data: st.DataObject
) -> None:
    numbers = [first + step * place for place in range(length)]
    at = data.draw(st.integers(0, length - 1))
    assert missing((*numbers[:at], None, *numbers[at + 1 :])) == numbers[at]


@given(st.integers(1, 9), st.sampled_from([Fraction(2), Fraction(3), Fraction(1, 2), Fraction(-2)]), lengths, st.data())
def test_one_factor_is_found_wherever_the_box_is(
    first: int, factor: Fraction, length: int, data: st.DataObject
) -> None:
    numbers = [first * factor**place for place in range(length)]
    at = data.draw(st.integers(0, length - 1))
    given_numbers = (*numbers[:at], None, *numbers[at + 1 :])
    if factor == -2 and length == 4:  # three of four: a step may fit as well
        assert _missing_or_none(given_numbers) in {numbers[at], None}
    else:
        assert missing(given_numbers) == numbers[at]


def _missing_or_none(numbers: tuple[Fraction | None, ...]) -> Fraction | None:
    try:
        return missing(numbers)
    except QuestionRefused:
        return None


@given(st.integers(-999, 999), st.integers(-99, 99), st.sampled_from([".", ","]))
def test_a_sequence_reads_back_however_decimals_are_written(first: int, step: int, decimal_sign: str) -> None:
    written = "; ".join(f"{Fraction(first + step * place, 10).limit_denominator(10)!s}" for place in range(3))
    decimals = "; ".join(f"{sign}{whole}.{tenth}" for sign, whole, tenth in _tenths(first, step))
    question = write(decimals)
    assert question.value == write(written).value
    assert write(plain(question.prompt, decimal_sign)).prompt == question.prompt


def _tenths(first: int, step: int) -> list[tuple[str, int, int]]:
    numbers = [first + step * place for place in range(3)]
    return [("-" if number < 0 else "", *divmod(abs(number), 10)) for number in numbers]
