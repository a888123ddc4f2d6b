"""Hints are cheap, come from anywhere, and never fail."""

import json
import logging
from collections.abc import Callable, Iterator

import pytest
from channels.layers import channel_layers
from django.test import override_settings

from quizzes.services import hints
from quizzes.services.hints import Hint
from tests.e2e.serving import free_port


@pytest.fixture
def heard() -> Iterator[list[Hint]]:
    heard: list[Hint] = []
    stop = hints.listen(heard.append)
    yield heard
    stop()


HINTS = [
    ("the game changed", lambda: hints.tell_everybody(game=5), Hint("everybody", 5)),
    ("answers or players changed", lambda: hints.tell_host(game=5), Hint("host", 5)),
    ("one player's own changed", lambda: hints.tell_player(game=5, student=31), Hint("player", 5, 31)),
    ("a player was removed", lambda: hints.tell_gone(game=5, student=31), Hint("gone", 5, 31)),
    ("a seat was left", lambda: hints.tell_gone(student=31), Hint("gone", None, 31)),
    ("a teacher signed out", lambda: hints.tell_gone(), Hint("gone")),
]


@pytest.mark.parametrize(("tell", "hint"), [case[1:] for case in HINTS], ids=[case[0] for case in HINTS])
def test_a_hint_is_heard_in_this_process_and_read_in_another(
    tell: Callable[[], None], hint: Hint, heard: list[Hint]
) -> None:
    tell()
    assert heard == [hint]
    assert hints.from_message(json.loads(json.dumps(hints.to_message(heard)))) == [hint]


def test_nobody_need_listen() -> None:
    hints.tell_everybody(game=5)


def test_who_stopped_listening_hears_no_more() -> None:
    heard: list[Hint] = []
    hints.listen(heard.append)()
    hints.tell_host(game=5)
    assert heard == []


def test_a_hint_that_cannot_be_told_is_logged_by_its_ids_and_hurts_nobody(caplog: pytest.LogCaptureFixture) -> None:
    def fails(_: Hint) -> None:
        raise OSError("no more threads")

    stop = hints.listen(fails)
    with caplog.at_level(logging.ERROR):
        hints.tell_player(game=5, student=31)
    stop()
    assert "hint player of game 5, student 31 was not told" in caplog.text


def test_a_command_goes_on_where_redis_is_away(caplog: pytest.LogCaptureFixture) -> None:
    away = {
        "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
        "CONFIG": {"hosts": [f"redis://127.0.0.1:{free_port()}"]},
    }
    with override_settings(CHANNEL_LAYERS={hints.LAYER: away}):
        channel_layers.backends = {}
        hints.tell_everybody(game=5)
    channel_layers.backends = {}
    assert "hint everybody of game 5, student None was not told" in caplog.text
