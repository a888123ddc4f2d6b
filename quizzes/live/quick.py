"""What a whole class asks for at once, answered before Django: requests as a page sends them when all is well.

Whatever is unusual (no seat, a page out of date, a malformed body) is handed on to Django, where the same address is
and says what is wrong.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Protocol, cast

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpResponse
from django.middleware.clickjacking import XFrameOptionsMiddleware
from django.middleware.security import SecurityMiddleware
from rest_framework.exceptions import Throttled
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response

from astro.middleware import NothingKeptMiddleware
from quizzes.api.errors import sentence
from quizzes.middleware import SEAT_COOKIE
from quizzes.services.refusals import Refused

logger = logging.getLogger(__name__)

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Mapping[str, Any], Receive, Send], Awaitable[None]]

LONGEST_TOKEN = 64
"""Characters; a seat's has 43. What anybody may send is remembered for a minute, to be counted."""


@dataclass(frozen=True)
class Reply:
    """`body` is what a serializer has made, or the text of its JSON."""

    status: int
    body: Any
    headers: Mapping[str, str] = field(default_factory=dict)


class Way(Protocol):
    """One kind of request that is answered here."""

    def takes(self, scope: Mapping[str, Any]) -> bool: ...

    async def reply(self, request: ASGIRequest) -> Reply | None:
        """None: not for here."""


async def answer(way: Way, scope: Mapping[str, Any], receive: Receive, send: Send, otherwise: Application) -> None:
    """Answers a request that `way` takes, whose whole body has been received; `otherwise` gets what is unusual."""
    message = await receive()
    request = ASGIRequest(dict(scope), BytesIO(message.get("body", b"")))
    reply = None
    if _is_plain(request, message):
        try:
            reply = await way.reply(request)
        except Exception:  # a fault of this way alone hinders nobody; of another, Django says and logs it as ever
            logger.exception("%s was not answered before Django", request.path)
    if reply is None:
        await otherwise(scope, _again(message, receive), send)
    else:
        await _send(reply, request, send)


def token_of(request: ASGIRequest) -> str:
    """Of the seat that the browser holds; "" where it holds none, or what can be none."""
    token = request.COOKIES.get(SEAT_COOKIE, "")
    return token if len(token) <= LONGEST_TOKEN else ""


def refusal(refused: Refused | Throttled) -> Reply:
    """In the words of the API."""
    told = cast("Response", sentence(refused, {}))  # these two it always knows
    return Reply(told.status_code, told.data, dict(told.items()))


def _is_plain(request: ASGIRequest, message: Message) -> bool:
    """Whether it is whole, and came to this site the way pages send."""
    if message["type"] != "http.request" or message.get("more_body"):
        return False
    try:
        request.get_host()
    except SuspiciousOperation:
        return False
    return request.is_secure() or not settings.SECURE_SSL_REDIRECT


def _again(message: Message, receive: Receive) -> Receive:
    """A `receive` that begins with the message once more."""
    waiting = [message]

    async def replay() -> Message:
        return waiting.pop() if waiting else await receive()

    return replay


async def _send(reply: Reply, request: ASGIRequest, send: Send) -> None:
    body = reply.body if isinstance(reply.body, bytes) else JSONRenderer().render(reply.body)
    headers = {**reply.headers, **_standing_headers(request), "Content-Length": str(len(body))}
    lines = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": reply.status, "headers": lines})
    await send({"type": "http.response.body", "body": body})


_standing: dict[bool, dict[str, str]] = {}


def _standing_headers(request: ASGIRequest) -> dict[str, str]:
    """What middleware says with every reply of the site; over https, a line more."""
    secure = request.is_secure()
    if secure not in _standing:
        innermost = NothingKeptMiddleware(lambda _: HttpResponse(content_type="application/json"))
        said = SecurityMiddleware(CSPMiddleware(XFrameOptionsMiddleware(innermost)))(request)
        _standing[secure] = dict(cast("HttpResponse", said).items())
    return _standing[secure]
