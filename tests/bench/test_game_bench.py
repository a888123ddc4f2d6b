"""What `make bench` times of a led game: 64 answers kept in one transaction, 8 of them read and marked, and 64 players
told at the reveal what became of theirs."""

from random import Random
from typing import Any
from uuid import uuid4

import pytest

from quizzes.live.plays import Ask, Reply, replies
from quizzes.models import Answer, Classroom, LiveGame, Quiz, Student
from quizzes.rules.game.events import Started, WentOn
from quizzes.services.games import act
from quizzes.services.intake import AT_ONCE, Arrival, Kept, keep, settle, settle_these
from quizzes.services.judging import Submission
from recognizer import templates
from tests.quizzes.gaming import after, play
from tests.quizzes.services.test_intake import seat

pytestmark = pytest.mark.django_db(transaction=True)

BATCH = 64
ROUNDS = 5


@pytest.fixture
def players(classroom: Classroom) -> list[Student]:
    return [Student.objects.create(classroom=classroom, name=f"Student {number}") for number in range(BATCH)]


@pytest.fixture
def game(quiz: Quiz, classroom: Classroom, players: list[Student]) -> LiveGame:
    for player in players:
        seat(player)
    return after(play(quiz, classroom, players), Started())


def answers(game: LiveGame, players: list[Student], seed: int) -> list[Arrival]:
    """One of each player, all in different handwriting: what was read already is not read again."""
    rng = Random(seed)
    question = game.value.questions[0]
    return [
        Arrival(seat(player), game.pk, Submission(uuid4(), question, templates.write(str(rng.randint(10, 99)), rng)))
        for player in players
    ]


def test_keeping_64_answers(benchmark: Any, game: LiveGame, players: list[Student]) -> None:
    seeds = iter(range(ROUNDS))

    def another() -> tuple[tuple[list[Arrival]], dict[str, Any]]:
        Answer.objects.all().delete()
        return (answers(game, players, next(seeds)),), {}

    outcomes = benchmark.pedantic(keep, setup=another, rounds=ROUNDS)
    assert [type(outcome) for outcome in outcomes] == [Kept] * BATCH


def test_reading_and_marking_8_answers(benchmark: Any, game: LiveGame, players: list[Student]) -> None:
    seeds = iter(range(ROUNDS))

    def another() -> tuple[tuple[list[Any]], dict[str, Any]]:
        Answer.objects.all().delete()
        few = answers(game, players[:AT_ONCE], next(seeds))
        keep(few)
        return ([arrival.submission.id for arrival in few],), {}

    assert benchmark.pedantic(settle_these, setup=another, rounds=ROUNDS) == AT_ONCE


def test_telling_64_players(benchmark: Any, game: LiveGame, players: list[Student]) -> None:
    keep(answers(game, players, 0))
    settle()
    act(game=game, event=WentOn())
    asks = [Ask(seat(player), game.pk, "", None) for player in players]
    told = benchmark.pedantic(replies, args=(asks,), rounds=ROUNDS)
    assert [type(reply) for reply in told] == [Reply] * BATCH
