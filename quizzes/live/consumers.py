"""One socket of a live game: what it is told, in its own time, and how little it may say."""

import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs

from django.conf import settings
from django.core.handlers.asgi import ASGIRequest
from django.http.cookie import parse_cookie

from quizzes.live import frames
from quizzes.live.frames import PublicFrame
from quizzes.live.rates import rate_of
from quizzes.live.roles import Claim, Role, roles_in
from quizzes.live.switchboard import switchboard
from quizzes.live.threads import Together
from quizzes.middleware import SEAT_COOKIE
from quizzes.services.budgets import address_of

logger = logging.getLogger(__name__)

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

PATIENCE = 5.0
"""Seconds for one frame. Whoever does not take it in that time has stopped reading, and is dropped."""

LONGEST_MESSAGE = 1024
PINGS_A_SECOND, PINGS_AT_ONCE = 1.0, 5
PING = {"kind": "ping"}

LONGEST_KEY = 64
"""Characters of what a browser is known by, which is remembered for a minute."""

_roles = Together(roles_in)
_opened, _strangers = rate_of("game"), rate_of("address")


async def game_socket(game: int, scope: Mapping[str, Any], receive: Receive, send: Send) -> None:
    """Serves one socket until either end closes it. Everybody's is accepted: only then a browser is told the reason."""
    await receive()  # websocket.connect
    claim, address = _claim(game, scope), address_of(ASGIRequest({**scope, "method": "GET"}, BytesIO()))
    is_too_often = _strangers.is_used_up(address) or _opened.spend(claim.browser[:LONGEST_KEY] or address)
    role = None if is_too_often else await _roles.find(claim)
    if role is None:
        _strangers.spend(address)
    try:
        await send({"type": "websocket.accept"})
        if role is None:
            await send({"type": "websocket.close", "code": 1013 if is_too_often else 4404})
        else:
            await _watch(Socket(role, send), receive)
    except OSError:
        return  # hung up


async def _watch(socket: "Socket", receive: Receive) -> None:
    switchboard.attach(socket)
    both = [asyncio.ensure_future(socket.write()), asyncio.ensure_future(socket.read(receive))]
    try:
        done, _ = await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        switchboard.detach(socket)
        for task in both:
            task.cancel()
        await asyncio.gather(*both, return_exceptions=True)


class Socket:
    """Holds at most the newest public view and one hint of each kind for an end that is slow to take them."""

    def __init__(self, role: Role, send: Send) -> None:
        self.role = role
        self._send = send
        self._news = asyncio.Event()
        self._public: PublicFrame | None = None
        self._hints: dict[str, None] = {}
        self._code: int | None = None
        self._pings = float(PINGS_AT_ONCE)
        self._pinged_at = time.monotonic()

    def show(self, frame: PublicFrame) -> None:
        self._public = frame
        self._news.set()

    def hint(self, kind: str) -> None:
        self._hints[kind] = None
        self._news.set()

    def leave(self, code: int) -> None:
        self._code = code
        self._news.set()

    async def write(self) -> None:
        """Sends what there is to tell until it is time to leave. Raises OSError where the other end is gone."""
        while self._code is None:
            await self._news.wait()
            self._news.clear()
            if self._public is not None:
                public, self._public = self._public, None
                await self._say(public.text(time.monotonic()))
            while self._hints and self._code is None:
                kind = next(iter(self._hints))
                del self._hints[kind]
                await self._say(self._words(kind))
        if self._code == 4403:
            await self._say(frames.hint(self.role.game, "gone"))
        await self._in_time({"type": "websocket.close", "code": self._code})

    async def read(self, receive: Receive) -> None:
        """Answers pings; whoever says anything else, or too much, is to leave."""
        while (message := await receive())["type"] == "websocket.receive":
            if self._code is None:
                if _is_ping(message) and self._may_ping():
                    self.hint("pong")
                else:
                    self.leave(1008)

    def _words(self, kind: str) -> str:
        version = switchboard.version_of(self.role.game) if kind == "pong" else None
        return frames.hint(self.role.game, kind, **({} if version is None else {"version": version}))

    def _may_ping(self) -> bool:
        now = time.monotonic()
        self._pings = min(PINGS_AT_ONCE, self._pings + (now - self._pinged_at) * PINGS_A_SECOND)
        self._pinged_at = now
        self._pings -= 1
        return self._pings >= 0

    async def _say(self, text: str) -> None:
        await self._in_time({"type": "websocket.send", "text": text})

    async def _in_time(self, message: Message) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                await self._send(message)
        except TimeoutError:
            logger.info("a socket of game %s does not read: dropped", self.role.game)
            _abort(self._send)
            raise ConnectionAbortedError from None


def _abort(send: Send) -> None:
    """Closes the connection without waiting for what the other end would have to read first: ASGI has no word for it,
    but uvicorn's `send` is a method of the connection."""
    transport = getattr(getattr(send, "__self__", None), "transport", None)
    if transport is not None:
        transport.abort()


def _is_ping(message: Message) -> bool:
    text = message.get("text") or ""
    if not text or len(text) > LONGEST_MESSAGE:
        return False
    try:
        return bool(json.loads(text) == PING)
    except (ValueError, RecursionError):
        return False


def _claim(game: int, scope: Mapping[str, Any]) -> Claim:
    cookies = parse_cookie("; ".join(value.decode("latin-1") for name, value in scope["headers"] if name == b"cookie"))
    wants = parse_qs(scope["query_string"].decode("latin-1")).get("as", [""])[0]
    return Claim(
        game,
        token=cookies.get(SEAT_COOKIE, ""),
        session=cookies.get(settings.SESSION_COOKIE_NAME, ""),
        prefers_host=wants == "host",
    )
