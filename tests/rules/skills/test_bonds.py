import pytest

from quizzes.rules.skills.sources import boxed_fact
from tests.rules.skills.drawing import drawn

BONDS = [
    ("bonds-to-10", 1, {5}),
    ("bonds-to-10", 2, {10}),
    ("bonds-to-10", 3, {6, 7, 8, 9}),
    ("bonds-to-20", 1, {20}),
    ("bonds-to-20", 2, set(range(11, 20))),
    ("bonds-to-100", 1, {100}),
    ("bonds-to-100", 2, {100}),
    ("bonds-to-100", 3, {100}),
    ("bonds-to-1000", 1, {1000}),
    ("bonds-to-1000", 2, {1000}),
    ("bonds-to-1000", 3, {1000}),
]


@pytest.mark.parametrize(("code", "level", "totals"), BONDS, ids=[f"{row[0]} {row[1]}" for row in BONDS])
def test_two_numbers_make_the_whole_and_none_is_0(code: str, level: int, totals: set[int]) -> None:
    found = [boxed_fact(question) for question in drawn(code, level, 300)]
    facts = [fact for fact, _ in filter(None, found)]
    assert len(facts) == 300
    assert {fact.result for fact in facts} == totals
    assert min(min(fact.left, fact.right) for fact in facts) >= 1


@pytest.mark.parametrize(("code", "level", "step", "off"), [("bonds-to-100", 1, 10, 0), ("bonds-to-100", 2, 10, 5)])
def test_tens_and_fives_to_100_are_that(code: str, level: int, step: int, off: int) -> None:
    assert {int(question.answer) % step for question in drawn(code, level)} == {off}


BESIDE = [
    ("one-more-one-less", 1, {1}, (0, 10), 1),
    ("one-more-one-less", 2, {1}, (9, 20), 1),
    ("one-more-one-less", 3, {1}, (19, 100), 10),
    ("count-on-and-back", 1, {2, 3}, (0, 10), 1),
    ("count-on-and-back", 2, {2, 3, 4, 5}, (2, 19), 10),
    ("count-on-and-back", 3, {2, 3, 4, 5}, (20, 100), 10),
]


@pytest.mark.parametrize(
    ("code", "level", "steps", "within", "crossing"), BESIDE, ids=[f"{row[0]} {row[1]}" for row in BESIDE]
)
def test_counting_stays_in_its_range_and_crosses_tens_where_it_says(
    code: str, level: int, steps: set[int], within: tuple[int, int], crossing: int
) -> None:
    seen = set()
    for question in drawn(code, level):
        start = int([word.rstrip(":") for word in question.notation.split() if word.rstrip(":").isdecimal()][-1])
        found = int(question.answer)
        assert within[0] <= min(start, found)
        assert max(start, found) <= within[1]
        assert ("more" in question.notation or "on" in question.notation.split()) == (found > start)
        assert crossing == 1 or start // crossing != found // crossing
        seen.add(abs(found - start))
    assert seen == steps
