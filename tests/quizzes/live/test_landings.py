"""Whoever ends a game does not wait for what the class has earned."""

import threading
from collections.abc import Iterator

import pytest

from quizzes.live.landings import Landings
from quizzes.models import Classroom, LiveGame, Student
from quizzes.rules.game.events import Ended, Started
from quizzes.services import rewards
from quizzes.services.games import act
from quizzes.services.journey import fly_on
from tests.quizzes.gaming import after, wrote


@pytest.fixture
def landings(transactional_db: None) -> Iterator[Landings]:
    landings = Landings()
    landings.start()
    yield landings
    landings.stop()


def test_a_game_ends_before_its_rewards_are_reckoned(
    game: LiveGame, zoe: Student, landings: Landings, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_land, landed = threading.Event(), threading.Event()

    def slowly(*, classroom: Classroom) -> None:
        assert may_land.wait(10)
        fly_on(classroom=classroom)
        landed.set()

    monkeypatch.setattr(rewards, "fly_on", slowly)
    wrote(after(game, Started()), zoe, 1, "56")
    assert act(game=game, event=Ended()).value.is_over
    assert Classroom.objects.get().farthest == 0
    may_land.set()
    assert landed.wait(10)
    assert Classroom.objects.get().farthest > 0


def test_a_landing_that_fails_does_not_stop_the_next(landings: Landings, caplog: pytest.LogCaptureFixture) -> None:
    landed = threading.Event()
    landings._note(fails)
    landings._note(landed.set)
    assert landed.wait(10)
    assert "a landing failed" in caplog.text


def fails() -> None:
    raise ValueError
