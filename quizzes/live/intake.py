"""Answers of a led game, before Django: a class of a thousand sends within two seconds.

What is not taken here has the same address in `quizzes.api.keeping`.
"""

import re
from collections.abc import Callable, Mapping
from json import dumps
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.core.handlers.asgi import ASGIRequest
from rest_framework.exceptions import APIException, Throttled
from rest_framework.utils.json import loads

from quizzes.api.games_serializers import KeptOut
from quizzes.api.seat import SEAT_HEADER, csrf_fault
from quizzes.api.serializers import AnswerIn
from quizzes.live.batches import Batches, NotKept
from quizzes.live.quick import Reply, refusal, token_of
from quizzes.live.rates import rate_of
from quizzes.live.settler import Settler
from quizzes.services.budgets import address_of
from quizzes.services.intake import Arrival, settled_by
from quizzes.services.judging import Submission
from quizzes.services.refusals import NoSeat, Refused

_ADDRESS = re.compile(r"/api/games/([0-9]{1,9})/answers/")
_STUDENT = re.compile(r"[1-9][0-9]{0,17}")


class Intake:
    """A `quick.Way`."""

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

    async def reply(self, request: ASGIRequest) -> Reply | None:
        token, address = token_of(request), address_of(request)
        if not token or not _is_json(request) or self._strangers.is_used_up(address) or csrf_fault(request):
            return None
        if wait := self._seats.spend(token):
            return refusal(Throttled(wait=wait))
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
            return refusal(outcome)
        return Reply(200 if outcome.repeated else 201, _KEPT.to_representation(outcome))


_LATER = "Too much comes in at once. What you wrote is kept on this device and sent again."


def _is_json(request: ASGIRequest) -> bool:
    """In UTF-8, as pages write it: what else a header may name is not always an encoding of text.

    A body whose length was not declared is none to Django: nobody gets round the largest that there may be.
    """
    is_utf8 = (request.encoding or "utf-8").lower() == "utf-8"
    return bool(request.META.get("CONTENT_LENGTH")) and request.content_type == "application/json" and is_utf8


def _arrival(request: ASGIRequest, token: str) -> Arrival | None:
    """None of a body that is not as it should be."""
    seat, game = request.headers.get(SEAT_HEADER), _ADDRESS.fullmatch(request.path)
    if game is None or not (seat is None or _STUDENT.fullmatch(seat)):
        return None
    try:
        said = _SHAPE.run_validation(_parsed(request.body))
    except (ValueError, RecursionError, APIException, SuspiciousOperation):
        return None
    return Arrival(token, int(game[1]), Submission(**said), int(seat) if seat else None)


_SHAPE, _KEPT = AnswerIn(), KeptOut()  # made once: to copy their fields for each answer takes as long as to check it


def _parsed(body: bytes) -> Any:
    """As `api.parsers` has it: half a character can be written in JSON, but neither stored nor sent back."""
    data = loads(body.decode())
    if b"\\u" in body:
        dumps(data, ensure_ascii=False).encode()
    return data


intake = Intake()
