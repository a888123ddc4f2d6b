import pytest
from django.test import RequestFactory, override_settings

from quizzes.services.budgets import NOWHERE, Budget, address_of


def test_a_budget_counts_each_apart_and_says_when_it_is_used_up() -> None:
    budget = Budget("test", 2, 60)
    assert [budget.spend("a") for _ in range(3)] == [True, True, False]
    assert budget.spend("b")
    assert (budget.spent("a"), budget.spent("b"), budget.spent("c")) == (3, 1, 0)
    assert (budget.is_used_up("a"), budget.is_used_up("b")) == (True, False)


def test_budgets_of_other_names_are_apart() -> None:
    assert Budget("one", 1, 60).spend("a")
    assert Budget("other", 1, 60).spend("a")


def test_what_is_counted_can_not_be_told_apart_wrongly() -> None:
    budget = Budget("test", 1, 60)
    assert budget.spend("a", "bc")
    assert budget.spend("ab", "c")


def test_a_count_outlives_a_flood_of_others() -> None:
    budget = Budget("test", 1, 60)
    budget.spend("a guesser")
    for number in range(2_000):
        budget.spend(f"a made-up cookie {number}")
    assert budget.is_used_up("a guesser")


ADDRESSES = [
    ("192.0.2.7", "", False, "192.0.2.7"),
    ("192.0.2.7", "203.0.113.9", False, "192.0.2.7"),
    ("127.0.0.1", "198.51.100.1, 203.0.113.9", True, "203.0.113.9"),
    ("127.0.0.1", "", True, "127.0.0.1"),
    ("2001:db8:1:2:3:4:5:6", "", False, "2001:db8:1:2::"),
    ("127.0.0.1", "2001:db8:1:2:ffff::9", True, "2001:db8:1:2::"),
    ("::ffff:192.0.2.7", "", False, "192.0.2.7"),
    ("", "", False, NOWHERE),
    ("127.0.0.1", "unknown", True, NOWHERE),
]


@pytest.mark.parametrize(("remote", "forwarded", "behind_proxy", "address"), ADDRESSES)
def test_where_a_request_comes_from(remote: str, forwarded: str, behind_proxy: bool, address: str) -> None:
    headers = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    request = RequestFactory().get("/", REMOTE_ADDR=remote, **headers)
    with override_settings(BEHIND_PROXY=behind_proxy):
        assert address_of(request) == address
