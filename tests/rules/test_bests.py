"""Own bests: beaten by getting better, never lost, and no word about a few questions."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules.bests import STREAK, Best, News, Run, bests_of, news, quickest
from quizzes.rules.marking import Outcome
from quizzes.rules.practice import Attempt, Step

R, W, U = Outcome.RIGHT, Outcome.WRONG, Outcome.UNREAD


def run(outcomes: str, kind: str = "tables") -> Run:
    """`RWU`: questions at their first try; `w` is one that was wrong and then right, `.` one without an answer."""
    tries = {"R": (R,), "W": (W,), "U": (U,), "w": (W, R), ".": ()}
    return Run(kind, kind.title(), tuple(tries[each] for each in outcomes))


runs = st.lists(st.builds(run, st.text("RWUw.", max_size=12), st.sampled_from(["tables", "sums"])), max_size=12)


@pytest.mark.parametrize(
    ("history", "best"),
    [
        pytest.param(["RRRWW"], Best("Tables", 3, 5), id="the first one"),
        pytest.param(["RRRWW", "RRRRW"], Best("Tables", 4, 5, beaten=1), id="beaten"),
        pytest.param(["RRRRW", "RRRWW"], Best("Tables", 4, 5), id="a worse one takes nothing back"),
        pytest.param(["RRRWW", "RRRWW"], Best("Tables", 3, 5), id="as good is not better"),
        pytest.param(["RRRWW", "RRRRRRWWWW"], Best("Tables", 3, 5), id="twice as long and as good is not better"),
        pytest.param(["RRRWWW", "RRRRUWW"], Best("Tables", 4, 6, beaten=1), id="what nobody could read does not count"),
        pytest.param(["RRRWW", "RRRww"], Best("Tables", 5, 5, beaten=1), id="right at a second try is right"),
    ],
)
def test_the_best_of_a_kind(history: list[str], best: Best) -> None:
    assert bests_of(map(run, history)).of_kind == {"tables": best}


@pytest.mark.parametrize(
    ("history", "streak"),
    [
        ([], 0),
        (["RRWRRR"], 3),
        (["RRR", "RR"], 5),
        (["RRUR"], 3),
        (["RRwR"], 2),
        (["RR.RRR"], 3),
    ],
)
def test_a_streak_is_of_first_tries_and_forgives_what_nobody_could_read(history: list[str], streak: int) -> None:
    assert bests_of(map(run, history)).streak == streak


def test_few_questions_make_no_best() -> None:
    assert bests_of([run("RRRR")]).of_kind == {}


def test_kinds_are_compared_with_themselves() -> None:
    found = bests_of([run("RRRRR", "tables"), run("RRWWW", "sums"), run("RRRWW", "sums")])
    assert found.of_kind == {"tables": Best("Tables", 5, 5), "sums": Best("Sums", 3, 5, beaten=1)}
    assert found.beaten == 1


@given(runs, runs)
def test_bests_only_grow(before: list[Run], after: list[Run]) -> None:
    one, other = bests_of(before), bests_of([*before, *after])
    assert one.beaten <= other.beaten
    assert one.streak <= other.streak
    for kind, best in one.of_kind.items():
        later = other.of_kind[kind]
        assert best.right * later.counting <= later.right * best.counting


def test_the_first_run_is_no_news() -> None:
    assert news([run("RRRRRRR")]) == News()


def test_a_better_run_and_a_longer_streak_are_news() -> None:
    told = news([run("RRRWW"), run("RRRRRR")])
    assert told == News(Best("Tables", 6, 6, beaten=1), Best("Tables", 3, 5), streak=6)


def test_a_short_streak_is_no_news() -> None:
    assert news([run("RW"), run("R" * (STREAK - 1))]).streak is None
    assert news([run("RW"), run("R" * STREAK)]).streak == STREAK


def attempts(step: Step, thinking: list[float | None], outcome: Outcome = R) -> list[Attempt]:
    start = datetime(2026, 11, 2, 9, tzinfo=UTC)
    return [Attempt(step, start + timedelta(minutes=n), outcome, thinking=each) for n, each in enumerate(thinking)]


TABLES, SUMS = Step("tables-3-4-8", 1), Step("add-within-100", 1)


def test_the_quickest_is_the_least_that_the_median_of_five_ever_was() -> None:
    assert quickest(attempts(TABLES, [4, 4, 4, 2, 2, 2, 9, 9, 9, 9])) == (TABLES, 2)


def test_two_quick_answers_are_luck() -> None:
    assert quickest(attempts(TABLES, [1, 1])) is None


def test_speed_is_asked_of_nothing_that_is_to_be_thought_about() -> None:
    assert quickest(attempts(SUMS, [1, 1, 1, 1])) is None


def test_wrong_answers_are_not_quick() -> None:
    assert quickest(attempts(TABLES, [1, 1, 1], W)) is None


def test_what_was_not_measured_says_nothing() -> None:
    assert quickest(attempts(TABLES, [None, None, None])) is None
