import re
from fractions import Fraction

import pytest

from quizzes.rules.questions import Question
from quizzes.rules.values import Money, Time
from tests.rules.skills.drawing import drawn
from tests.rules.skills.reading import minutes, numbers

CURRENCIES = [("pounds", "£"), ("dollars", "$"), ("euros", "€")]


def paid(question: Question) -> Fraction:
    assert isinstance(question.value, Money)
    return question.value.amount


@pytest.mark.parametrize(("code", "sign"), CURRENCIES)
def test_all_amounts_are_of_one_currency(code: str, sign: str) -> None:
    for skill, levels in (("total", 4), ("change", 3), ("several", 3), ("share", 2), ("percent", 3)):
        for level in range(1, levels + 1):
            for question in drawn(f"money-{skill}-{code}", level, 20):
                assert set(re.findall(r"[£$€]", question.plain() + question.answer)) == {sign}


@pytest.mark.parametrize("level", [1, 2, 3])
def test_totals_carry_as_the_level_says(level: int) -> None:
    for question in drawn("money-total-pounds", level):
        left, right = numbers(question)
        assert paid(question) == left + right
        assert (left % 1 + right % 1 >= 1) == (level > 1)
        assert level == 3 or (left * 10).denominator == (right * 10).denominator == 1


@pytest.mark.parametrize("level", [1, 2, 3])
def test_change_is_what_is_left_of_the_note(level: int) -> None:
    for question in drawn("money-change-pounds", level):
        price, note = numbers(question)
        assert paid(question) == note - price > 0
        assert price >= note / 4


@pytest.mark.parametrize("level", [1, 2, 3])
def test_several_cost_so_many_times_the_price(level: int) -> None:
    for question in drawn("money-several-pounds", level):
        shown = numbers(question)
        total = shown[0] * shown[1] + (shown[2] * shown[3] if level == 3 else 0)
        assert paid(question) == total


@pytest.mark.parametrize("level", [1, 2])
def test_shares_are_exact_to_the_hundredth(level: int) -> None:
    for question in drawn("money-share-pounds", level):
        amount, among = numbers(question)
        assert paid(question) * among == amount


@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_percentage_of_money_is_exact(level: int) -> None:
    for question in drawn("money-percent-pounds", level):
        percent, amount = numbers(question)
        assert paid(question) == percent * amount / 100


def clocks(question: Question) -> list[int]:
    return [minutes(found) for found in re.findall(r"\d+:\d\d", question.plain())]


def answered(question: Question) -> int:
    assert isinstance(question.value, Time)
    return minutes(question.answer)


@pytest.mark.parametrize(("level", "step", "most"), [(1, 5, 30), (2, 5, 55), (3, 1, 59), (4, 5, 235)])
def test_times_move_within_the_hour_or_past_it(level: int, step: int, most: int) -> None:
    ways = set()
    for question in drawn("time-move", level):
        start, span = clocks(question)
        way = 1 if "+" in question.plain() else -1
        assert answered(question) == start + way * span
        assert span <= most
        assert start % step == span % step == 0
        if level < 4:
            assert (answered(question) // 60 == start // 60) == (level == 1)
        ways.add(way)
    assert ways == {1, -1}


@pytest.mark.parametrize("level", [1, 2, 3])
def test_later_and_earlier_are_asked_for_alike(level: int) -> None:
    questions = drawn("time-later", level)
    for question in questions:
        span, *_ = numbers(question)
        way = 1 if "after" in question.plain() else -1
        assert answered(question) == clocks(question)[0] + way * span
    assert 50 < sum("after" in question.plain() for question in questions) < 100


@pytest.mark.parametrize("level", [1, 2, 3])
def test_what_is_between_is_the_difference(level: int) -> None:
    for question in drawn("time-minutes-between", level):
        start, end = clocks(question)
        assert question.value == end - start
        assert (end // 60 == start // 60) == (level == 1)
    for question in drawn("time-between", level):
        start, end = clocks(question)
        assert answered(question) == end - start > 60
        assert answered(question) % 60


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_both_clocks_tell_the_same_time(level: int) -> None:
    for question in drawn("time-24-hour", level):
        asked, answer = clocks(question)[0], answered(question)
        half = 12 * 60 if " pm" in question.plain() else 0
        twelve, full = (asked, answer) if level in {1, 3} else (answer, asked)
        assert 60 <= twelve < 13 * 60
        assert full == twelve % (12 * 60) + half


UNITS = {
    "minutes in hours": 60,
    "days in weeks": 7,
    "seconds in minutes": 60,
    "hours in days": 24,
    "months in years": 12,
}


@pytest.mark.parametrize("level", [1, 3])
def test_units_are_converted(level: int) -> None:
    for question in drawn("time-units", level, 60):
        found = re.search(r"How many (\w+) are there in (\d+) (\w+)\?", question.plain())
        assert found
        assert question.value == UNITS[f"{found[1]} in {found[3]}"] * int(found[2])


def test_hours_and_minutes_are_minutes_and_back() -> None:
    for question in drawn("time-units", 2):
        hours, rest = numbers(question)
        assert question.value == 60 * hours + rest
        assert ("1 hour " in question.plain()) == (hours == 1)
    for question in drawn("time-hours", 2):
        assert answered(question) == numbers(question)[0]


@pytest.mark.parametrize(
    ("code", "level"),
    [
        (code, level)
        for code, levels in (("time-move", 4), ("time-later", 3), ("story-time", 4))
        for level in range(1, levels + 1)
    ],
)
def test_an_answer_is_told_by_the_clock_that_the_question_tells(code: str, level: int) -> None:
    """70 minutes after 12:10 is 1:20 to a child who reads twelve hours: nothing in the question says 13:20."""
    for question in drawn(code, level, 400):
        before_one, answer = clocks(question)[0] < 13 * 60, answered(question)
        assert answer >= 60
        assert not before_one or answer < 13 * 60
