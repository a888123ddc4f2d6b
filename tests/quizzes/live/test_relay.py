"""Telling other processes, where Redis is not there."""

import asyncio
from typing import Any

import pytest
from channels.layers import get_channel_layer

from quizzes.live import relay
from quizzes.live.relay import Relay
from quizzes.services.hints import LAYER
from tests.e2e.serving import free_port


def test_while_redis_is_away_nothing_grows(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relay, "TRY_AGAIN", 0.01)
    backend = "channels_redis.pubsub.RedisPubSubChannelLayer"
    hosts = [f"redis://127.0.0.1:{free_port()}/0"]
    settings.CHANNEL_LAYERS = {LAYER: {"BACKEND": backend, "CONFIG": {"hosts": hosts}}}
    tries = 0

    async def listen_for_a_while() -> int:
        nonlocal tries
        listening = Relay(lambda _: None)
        monkeypatch.setattr(listening, "_is_away", counted)
        running = asyncio.ensure_future(listening.run())
        while tries < 5:
            await asyncio.sleep(0.01)
        running.cancel()
        layer = get_channel_layer(LAYER)
        left = len(layer.channels)
        await layer.flush()
        return left

    def counted(_: Exception) -> None:
        nonlocal tries
        tries += 1

    assert asyncio.run(listen_for_a_while()) <= 1
