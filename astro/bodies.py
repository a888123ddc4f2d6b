"""Receiving a request's body before one of the few threads is given to it.

A tablet that leaves the network in the middle of sending says nothing more, and does not hang up either: eight of
them would hold eight threads, and nobody else would be served.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any

from django.conf import settings

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]

PATIENCE = 30.0
"""Seconds for a whole body: 64 KB over a very slow line, or a picture over a slow one."""


def most_bytes(path: str) -> int:
    """The largest body that an address takes."""
    return int(settings.LARGER_BODIES.get(path, settings.DATA_UPLOAD_MAX_MEMORY_SIZE))


class NeverSent(Exception):
    """The client hung up, or ran out of PATIENCE, before its body was here."""


async def received(scope: Mapping[str, Any], receive: Receive, *, most: int, patience: float = PATIENCE) -> Receive:
    """A `receive` that has the whole body already. Raises NeverSent.

    A body that declares more than `most` bytes is left where it is: it will be refused by its declared length.
    """
    if not 0 < _declared(scope) <= most:
        return receive
    try:
        async with asyncio.timeout(patience):
            body = await _whole(receive)
    except TimeoutError as late:
        raise NeverSent from late
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Message:
        return waiting.pop() if waiting else await receive()

    return replay


async def _whole(receive: Receive) -> bytes:
    body, more = b"", True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise NeverSent
        body += message.get("body", b"")
        more = message.get("more_body", False)
    return body


def _declared(scope: Mapping[str, Any]) -> int:
    """The declared length; 0 where there is none, which is an empty body to WSGI (PEP 3333)."""
    lengths = [value for name, value in scope["headers"] if name == b"content-length"]
    return int(lengths[0]) if lengths and lengths[0].isdigit() else 0
