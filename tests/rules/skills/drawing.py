"""Questions drawn for the tests of the families."""

import random

from quizzes.rules.facts import Fact, fact_of
from quizzes.rules.planning import generate
from quizzes.rules.questions import Question
from quizzes.rules.skills import SKILLS


def drawn(code: str, level: int, count: int = 150) -> list[Question]:
    """As many questions of a level, of a seed of their own."""
    rng = random.Random(f"{code} {level}")
    return [generate(SKILLS[code], level, rng) for _ in range(count)]


def facts(code: str, level: int, count: int = 150) -> list[Fact]:
    """The same as facts; every one of the questions must be one."""
    found = [fact_of(question) for question in drawn(code, level, count)]
    assert None not in found
    return [fact for fact in found if fact is not None]


def carrying_columns(left: int, right: int) -> list[int]:
    """The columns of `left + right`, from the ones at 0, that carry: what stands up to there comes to too much."""
    return [at for at in range(7) if left % 10 ** (at + 1) + right % 10 ** (at + 1) >= 10 ** (at + 1)]


def exchanging_columns(left: int, right: int) -> list[int]:
    """The columns of `left − right` that exchange: what stands up to there is too little."""
    return [at for at in range(7) if left % 10 ** (at + 1) < right % 10 ** (at + 1)]
