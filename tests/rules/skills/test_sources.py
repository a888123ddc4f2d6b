import random
from collections.abc import Iterator

import pytest

from quizzes.rules.facts import Fact, Operation
from quizzes.rules.questions import Layout, write
from quizzes.rules.skills import SKILLS, Skill
from quizzes.rules.skills.sources import (
    Boxes,
    OneOf,
    Pairs,
    Place,
    Results,
    Shares,
    boxed_fact,
    by_place,
    differences,
    products,
    sums,
    tables,
    through,
)

ADD, SUBTRACT, MULTIPLY, DIVIDE = Operation

BOXED = [
    ("7 + _ = 12", Fact(ADD, 7, 5), Place.RIGHT),
    ("12 = 7 + _", Fact(ADD, 7, 5), Place.RIGHT),
    ("_ − 4 = 9", Fact(SUBTRACT, 13, 4), Place.LEFT),
    ("9 = _ − 4", Fact(SUBTRACT, 13, 4), Place.LEFT),
    ("42 ÷ _ = 7", Fact(DIVIDE, 42, 6), Place.RIGHT),
    ("_ = 7 × 8", Fact(MULTIPLY, 7, 8), Place.RESULT),
    ("7 × 8", Fact(MULTIPLY, 7, 8), Place.RESULT),
]


@pytest.mark.parametrize(("notation", "fact", "place"), BOXED, ids=[row[0] for row in BOXED])
def test_the_fact_behind_a_box_is_found(notation: str, fact: Fact, place: Place) -> None:
    assert boxed_fact(write(notation)) == (fact, place)


@pytest.mark.parametrize(
    "notation", ["1 + 2 + 3", "8 + 5 = _ + 6", "0.5 + _ = 1", "3 _ 4", "17 ÷ 5 = _ r _", "2 - _ = 5"]
)
def test_what_is_more_than_a_fact_of_whole_numbers_has_none(notation: str) -> None:
    assert boxed_fact(write(notation)) is None


MEMBERS = [
    (Results(sums(through(1, 9), through(1, 9))), ["3 + 4", "9 + 9"], ["3 − 2", "0 + 4", "_ + 3 = 7", "3 + 4 + 5"]),
    (Results(differences(through(1, 9), through(1, 9))), ["9 − 4"], ["4 − 4", "9 + 4", "9 - 0"]),
    (Results(products(through(11, 99), through(2, 9))), ["23 × 3"], ["3 × 23", "230 × 3"]),
    (Results(tables((7,), through(2, 12))), ["7 × 8", "8 × 7"], ["8 × 8", "7 × 1"]),
    (Results(Shares((5,), through(2, 12))), ["35 ÷ 5"], ["36 ÷ 5 = _ r _", "35 ÷ 7", "5 ÷ 5"]),
    (Boxes(sums(through(1, 9), through(1, 9))), ["3 + _ = 7", "7 = _ + 4"], ["3 + 4", "3 + _ = 30"]),
    (OneOf((Results(sums((1,), (1,))), Results(sums((2,), (2,))))), ["1 + 1", "2 + 2"], ["1 + 2"]),
]


@pytest.mark.parametrize(("source", "its", "others"), MEMBERS, ids=[row[1][0] for row in MEMBERS])
def test_a_source_knows_which_questions_are_its_own(
    source: Results | Boxes | OneOf, its: list[str], others: list[str]
) -> None:
    assert all(write(notation) in source for notation in its)
    assert not any(write(notation) in source for notation in others)


def test_drawing_from_nothing_is_an_error() -> None:
    nothing = Pairs(ADD, through(1, 9), through(1, 9), lambda left, right: left + right > 18)
    with pytest.raises(LookupError):
        nothing.pick(random.Random(1))
    with pytest.raises(LookupError):
        Shares((7,), through(1, 9), lambda dividend, divisor: dividend > 63).pick(random.Random(1))


def test_a_written_method_stands_in_columns() -> None:
    question = Results(sums(through(100, 999), through(100, 999)), Layout.COLUMN).draw(random.Random(1))
    assert question.layout is Layout.COLUMN


def test_every_place_and_side_is_a_bucket_of_its_own() -> None:
    drawn = [write(notation) for notation in ("3 + _ = 7", "_ + 4 = 7", "7 = 3 + _", "7 = _ + 4")]
    assert len({by_place(question) for question in drawn}) == 4


def picks(source: object) -> Iterator[Pairs | Shares]:
    """What the source tries, where it does."""
    if isinstance(source, OneOf):
        for each in source.sources:
            yield from picks(each)
    elif isinstance(source, Results | Boxes) and isinstance(source.facts, Pairs | Shares):
        yield source.facts


@pytest.mark.parametrize("skill", SKILLS.values(), ids=SKILLS)
def test_a_fact_that_fits_is_found_in_far_fewer_tries_than_there_are(skill: Skill) -> None:
    rng = random.Random(7)
    for facts in (each for level in skill.levels for each in picks(level.source)):
        pairs = [_pair(facts, rng) for _ in range(1000)]
        assert sum(facts.fit(left, right) for left, right in pairs) >= 4


def _pair(facts: Pairs | Shares, rng: random.Random) -> tuple[int, int]:
    if isinstance(facts, Pairs):
        return rng.choice(facts.left), rng.choice(facts.right)
    divisor = rng.choice(facts.divisors)
    return divisor * rng.choice(facts.quotients), divisor
