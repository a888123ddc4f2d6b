from collections import Counter

import pytest

from quizzes.rules.questions import Question, write
from quizzes.rules.skills import SKILLS
from quizzes.rules.skills.sources import knows
from quizzes.rules.values import Remainder
from tests.rules.skills.drawing import drawn, facts

EXACT = [
    ("divide-tens-hundreds", 1, (40, 810), (2, 9), (20, 90)),
    ("divide-tens-hundreds", 2, (400, 8_100), (2, 9), (200, 900)),
    ("divide-tens-hundreds", 3, (40, 810), (20, 90), (2, 9)),
    ("divide-2-digits", 1, (22, 99), (2, 9), (11, 44)),
    ("divide-2-digits", 2, (22, 99), (2, 9), (11, 49)),
    ("divide-3-digits", 1, (222, 999), (2, 9), (111, 499)),
    ("divide-3-digits", 2, (100, 999), (2, 9), (21, 499)),
    ("divide-3-digits", 3, (202, 999), (2, 9), (101, 309)),
    ("divide-4-digits", 1, (1_000, 9_999), (2, 9), (112, 4_999)),
    ("divide-4-digits", 2, (2_002, 9_999), (2, 9), (1_001, 4_999)),
    ("divide-by-2-digits", 1, (132, 999), (11, 19), (12, 89)),
    ("divide-by-2-digits", 2, (231, 999), (21, 49), (11, 47)),
    ("divide-by-2-digits", 3, (1_000, 9_999), (12, 99), (21, 499)),
]
IDS = [f"{row[0]} {row[1]}" for row in EXACT]


@pytest.mark.parametrize(("code", "level", "dividends", "divisors", "quotients"), EXACT, ids=IDS)
def test_exact_divisions_keep_to_their_ranges(
    code: str, level: int, dividends: tuple[int, int], divisors: tuple[int, int], quotients: tuple[int, int]
) -> None:
    for fact in facts(code, level):
        assert fact.left % fact.right == 0
        assert dividends[0] <= fact.left <= dividends[1]
        assert divisors[0] <= fact.right <= divisors[1]
        assert quotients[0] <= fact.result <= quotients[1]


LEFT_OVER = [
    ("divide-2-digits", 1, {0}, False),
    ("divide-2-digits", 2, {1}, False),
    ("divide-3-digits", 1, {0}, False),
    ("divide-3-digits", 2, {1, 2}, False),
    ("divide-3-digits", 3, {0, 1}, True),
    ("divide-4-digits", 1, {1, 2, 3}, False),
    ("divide-4-digits", 2, {0, 1, 2}, True),
]


@pytest.mark.parametrize(
    ("code", "level", "columns", "zero"), LEFT_OVER, ids=[f"{row[0]} {row[1]}" for row in LEFT_OVER]
)
def test_as_many_columns_leave_something_as_the_level_says(
    code: str, level: int, columns: set[int], zero: bool
) -> None:
    drawn = facts(code, level, 400)
    tens = [10**at for at in range(1, 4)]
    seen = {sum(fact.left // ten % fact.right > 0 for ten in tens if ten <= fact.left) for fact in drawn}
    assert seen == columns
    assert all(("0" in str(fact.result)) is zero for fact in drawn)


REMAINDERS = [
    ("remainders-in-tables", 1, {2, 5, 10}, (1, 10), (3, 109)),
    ("remainders-in-tables", 2, {3, 4, 8}, (1, 10), (4, 87)),
    ("remainders-in-tables", 3, set(range(2, 13)), (2, 12), (5, 155)),
    ("remainders-large", 1, set(range(2, 9)), (11, 49), (23, 99)),
    ("remainders-large", 2, set(range(2, 10)), (21, 499), (101, 999)),
    ("remainders-large", 3, set(range(2, 10)), (112, 4_999), (1_001, 9_999)),
    ("remainders-by-2-digits", 1, set(range(11, 20)), (11, 89), (125, 999)),
    ("remainders-by-2-digits", 2, set(range(12, 100)), (21, 499), (1_000, 9_999)),
]


def parts(question: Question) -> tuple[int, int, Remainder]:
    value = question.value
    assert isinstance(value, Remainder)
    return int(question.prompt[0].text), int(question.prompt[2].text), value


@pytest.mark.parametrize(
    ("code", "level", "divisors", "quotients", "dividends"), REMAINDERS, ids=[f"{r[0]} {r[1]}" for r in REMAINDERS]
)
def test_a_remainder_is_never_0_and_less_than_the_divisor(
    code: str, level: int, divisors: set[int], quotients: tuple[int, int], dividends: tuple[int, int]
) -> None:
    for question in drawn(code, level, 300):
        dividend, divisor, value = parts(question)
        assert 1 <= value.remainder < divisor
        assert value.quotient * divisor + value.remainder == dividend
        assert divisor in divisors
        assert quotients[0] <= value.quotient <= quotients[1]
        assert dividends[0] <= dividend <= dividends[1]


def test_every_remainder_comes_up() -> None:
    seen = Counter(
        value.remainder for _, divisor, value in map(parts, drawn("remainders-in-tables", 3, 900)) if divisor == 8
    )
    assert set(seen) == set(range(1, 8))


OWN = [("17 ÷ 5 = _ r _", True), ("15 ÷ 5 = _ r _", False), ("17 ÷ 3 = _ r _", False), ("15 ÷ 5", False)]


@pytest.mark.parametrize(("notation", "its"), OWN, ids=[row[0] for row in OWN])
def test_a_division_with_remainder_knows_its_own(notation: str, its: bool) -> None:
    assert knows(SKILLS["remainders-in-tables"].level(1).source, write(notation)) is its
