"""Hints from one process to the others, by Redis. Without Redis there is one process, and nothing to relay."""

import asyncio
import logging
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress

from channels.layers import get_channel_layer

from quizzes.services.hints import GROUP, LAYER, Hint, from_message, to_message

logger = logging.getLogger(__name__)

PATIENCE = 2.0
TRY_AGAIN = 2.0


class Relay:
    """`heard` is called in the event loop with what other processes have told."""

    def __init__(self, heard: Callable[[Sequence[Hint]], None]) -> None:
        self._heard = heard
        self._me = secrets.token_hex(8)
        self._works = True

    @property
    def is_on(self) -> bool:
        return get_channel_layer(LAYER) is not None

    async def send(self, hints: Sequence[Hint]) -> None:
        """Tells the other processes. Where Redis is away they find out by themselves, two seconds later."""
        try:
            async with asyncio.timeout(PATIENCE):
                await get_channel_layer(LAYER).group_send(GROUP, to_message(hints, sender=self._me))
        except Exception as failure:
            self._is_away(failure)
        else:
            self._is_back()

    async def run(self) -> None:
        """Listens for as long as it is not cancelled, and comes back when Redis does."""
        while self.is_on:
            try:
                await self._listen()
            except Exception as failure:
                self._is_away(failure)
                await self._begin_anew()
            await asyncio.sleep(TRY_AGAIN)

    async def _listen(self) -> None:
        layer = get_channel_layer(LAYER)
        async with asyncio.timeout(PATIENCE):
            channel = await layer.new_channel()
            await layer.group_add(GROUP, channel)
        self._is_back()
        while True:
            message = await layer.receive(channel)
            if message["sender"] != self._me:
                self._heard(from_message(message))

    async def _begin_anew(self) -> None:
        """The layer keeps a queue for whoever wanted to listen, though it could not, and would fill it for nobody."""
        with suppress(Exception):
            async with asyncio.timeout(PATIENCE):
                await get_channel_layer(LAYER).flush()

    def _is_away(self, failure: Exception) -> None:
        if self._works:
            logger.error("Redis is away (%s): other processes learn of changes by looking", type(failure).__name__)
        self._works = False

    def _is_back(self) -> None:
        if not self._works:
            logger.warning("Redis is back")
        self._works = True
