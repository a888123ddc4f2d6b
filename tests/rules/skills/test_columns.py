import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules.skills.columns import carries, crosses_zero, exchanges, leftovers, product_carries
from tests.rules.skills.drawing import carrying_columns, exchanging_columns

numbers = st.integers(0, 999_999)


@given(numbers, numbers)
def test_a_column_carries_where_what_stands_up_to_it_is_too_much(left: int, right: int) -> None:
    assert carries(left, right) == len(carrying_columns(left, right))


@given(numbers, numbers)
def test_a_column_exchanges_where_what_stands_up_to_it_is_too_little(one: int, other: int) -> None:
    left, right = max(one, other), min(one, other)
    assert exchanges(left, right) == len(exchanging_columns(left, right))


@given(numbers, numbers)
def test_what_carries_in_a_sum_exchanges_in_its_difference(left: int, right: int) -> None:
    assert carries(left, right) == exchanges(left + right, right)


ZEROS = [
    (503, 147, True),
    (530, 147, False),
    (400, 157, True),
    (503, 102, False),
    (4003, 1568, True),
    (4013, 1568, True),
    (4113, 1568, False),
    (5010, 1005, False),
    (1000, 1, True),
]


@pytest.mark.parametrize(("left", "right", "crosses"), ZEROS, ids=[f"{row[0]} − {row[1]}" for row in ZEROS])
def test_an_exchange_from_a_zero_is_seen(left: int, right: int, crosses: bool) -> None:
    assert crosses_zero(left, right) is crosses


PRODUCTS = [(23, 3, 0), (27, 3, 1), (41, 9, 1), (47, 3, 2), (364, 7, 3), (1001, 9, 0), (205, 3, 1), (2741, 6, 3)]


@pytest.mark.parametrize(("number", "digit", "count"), PRODUCTS, ids=[f"{row[0]} × {row[1]}" for row in PRODUCTS])
def test_the_carries_of_a_short_multiplication_are_counted(number: int, digit: int, count: int) -> None:
    assert product_carries(number, digit) == count


SHARES = [(84, 4, 0), (72, 3, 1), (738, 3, 2), (618, 6, 1), (936, 3, 0), (4536, 6, 3), (96, 8, 1)]


@pytest.mark.parametrize(("number", "digit", "count"), SHARES, ids=[f"{row[0]} ÷ {row[1]}" for row in SHARES])
def test_what_the_columns_of_a_short_division_leave_is_counted(number: int, digit: int, count: int) -> None:
    assert leftovers(number, digit) == count
