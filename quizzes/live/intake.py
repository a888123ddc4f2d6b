"""The quick way in for answers of a led game, before Django: a class of a thousand sends within two seconds.

It takes what a page sends when all is well. Whatever is unusual (no seat, a page out of date, a malformed body) is
handed on to Django, where `quizzes.api.keeping` has the same address and says what is wrong.
"""

import re
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from dataclasses import dataclass, field
from io import BytesIO
from json import dumps
from typing import Any, cast

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpResponse
from django.middleware.clickjacking import XFrameOptionsMiddleware
from django.middleware.security import SecurityMiddleware
from rest_framework.exceptions import APIException, Throttled
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from rest_framework.utils.json import loads

from astro.middleware import NothingKeptMiddleware
from quizzes.api.errors import sentence
from quizzes.api.games_serializers import KeptOut
from quizzes.api.seat import SEAT_HEADER, csrf_fault
from quizzes.api.serializers import AnswerIn
from quizzes.live.batches import Batches, NotKept
from quizzes.live.rates import rate_of
from quizzes.live.settler import Settler
from quizzes.middleware import SEAT_COOKIE
from quizzes.services.budgets import address_of
from quizzes.services.intake import Arrival, settled_by
from quizzes.services.judging import Submission
from quizzes.services.refusals import NoSeat, Refused

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Mapping[str, Any], Receive, Send], Awaitable[None]]

_ADDRESS = re.compile(r"/api/games/([0-9]{1,9})/answers/")
_STUDENT = re.compile(r"[1-9][0-9]{0,17}")

LONGEST_TOKEN = 64
"""Characters; a seat's has 43. What anybody may send is remembered for a minute, to be counted."""


class Intake:
    """An ASGI application before another one: `otherwise` gets whatever is not taken here."""

    def __init__(self) -> None:
        self._batches = Batches(tell=lambda ids: self._settler.add(ids))
        self._settler = Settler(is_rush=lambda: self._batches.is_rush)
        self._seats, self._strangers = rate_of("answer"), rate_of("address")
        self._undo: Callable[[], None] = lambda: None
        self._is_on = False

    def start(self) -> None:
        self._batches.start()
        self._settler.start()
        self._undo = settled_by(self._settler.wake)
        self._is_on = True

    def stop(self) -> None:
        """When everything that came in is kept; what is not read yet is read at the next start."""
        self._is_on = False
        self._undo()
        self._batches.stop()
        self._settler.stop()

    def takes(self, scope: Mapping[str, Any]) -> bool:
        """Nothing before its start: a server that tells of none (ASGI's lifespan) leaves all to Django."""
        return self._is_on and scope["method"] == "POST" and _ADDRESS.fullmatch(scope["path"]) is not None

    async def __call__(self, scope: Mapping[str, Any], receive: Receive, send: Send, otherwise: Application) -> None:
        """Answers a request that it `takes`, whose whole body has been received."""
        message = await receive()
        request = ASGIRequest(dict(scope), BytesIO(message.get("body", b"")))
        reply = await self._reply(request) if _is_plain(request, message) else None
        if reply is None:
            await otherwise(scope, _again(message, receive), send)
        else:
            await _send(reply, request, send)

    async def _reply(self, request: ASGIRequest) -> "Reply | None":
        """None: not for here."""
        token, address = request.COOKIES.get(SEAT_COOKIE, ""), address_of(request)
        if not 0 < len(token) <= LONGEST_TOKEN or self._strangers.is_used_up(address) or csrf_fault(request):
            return None
        if wait := self._seats.spend(token):
            return _refusal(Throttled(wait=wait))
        arrival = _arrival(request, token)
        if arrival is None:
            return None
        try:
            outcome = await self._batches.keep(arrival)
        except NotKept:
            return Reply(503, {"detail": _LATER, "code": "busy"}, {"Retry-After": "1"})
        if isinstance(outcome, NoSeat):
            self._strangers.spend(address)
            return None
        if isinstance(outcome, Refused):
            return _refusal(outcome)
        return Reply(200 if outcome.repeated else 201, _KEPT.to_representation(outcome))


_LATER = "Too much comes in at once. What you wrote is kept on this device and sent again."


@dataclass(frozen=True)
class Reply:
    status: int
    body: Any
    headers: Mapping[str, str] = field(default_factory=dict)


def _is_plain(request: ASGIRequest, message: Message) -> bool:
    """Whether it is whole, and came to this site the way pages send.

    A body whose length was not declared is none to Django: here too nobody gets round the largest that there may be.
    """
    if message["type"] != "http.request" or message.get("more_body") or not request.META.get("CONTENT_LENGTH"):
        return False
    if request.content_type != "application/json":
        return False
    try:
        request.get_host()
    except SuspiciousOperation:
        return False
    return request.is_secure() or not settings.SECURE_SSL_REDIRECT


def _arrival(request: ASGIRequest, token: str) -> Arrival | None:
    """None of a body that is not as it should be."""
    seat, game = request.headers.get(SEAT_HEADER), _ADDRESS.fullmatch(request.path)
    if game is None or not (seat is None or _STUDENT.fullmatch(seat)):
        return None
    try:
        said = _SHAPE.run_validation(_parsed(request.body, request.encoding or "utf-8"))
    except (ValueError, RecursionError, APIException, SuspiciousOperation):
        return None
    return Arrival(token, int(game[1]), Submission(**said), int(seat) if seat else None)


_SHAPE, _KEPT = AnswerIn(), KeptOut()  # made once: to copy their fields for each answer takes as long as to check it


def _parsed(body: bytes, encoding: str) -> Any:
    """As `api.parsers` has it: half a character can be written in JSON, but neither stored nor sent back."""
    data = loads(body.decode(encoding))
    if b"\\u" in body:
        dumps(data, ensure_ascii=False).encode()
    return data


def _refusal(refused: Refused | Throttled) -> Reply:
    told = cast("Response", sentence(refused, {}))  # these two it always knows
    return Reply(told.status_code, told.data, dict(told.items()))


def _again(message: Message, receive: Receive) -> Receive:
    """A `receive` that begins with the message once more."""
    waiting = [message]

    async def replay() -> Message:
        return waiting.pop() if waiting else await receive()

    return replay


async def _send(reply: Reply, request: ASGIRequest, send: Send) -> None:
    body = JSONRenderer().render(reply.body)
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


intake = Intake()
