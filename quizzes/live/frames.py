"""What the server says on a socket (docs/live.md): the public view whole, everything else as a hint."""

import json
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from quizzes.api.games_serializers import PublicOut
from quizzes.models import LiveGame
from quizzes.queries.games import public_of
from quizzes.rules.game.values import GRACE
from quizzes.services.games import current
from quizzes.services.refusals import GameBusy

SPREAD_MS = 2
"""Milliseconds for each player, over which a class asks for what is its own when a question is over."""

SLACK = 0.05


@dataclass(frozen=True)
class PublicFrame:
    """The public view as it stood `at` (seconds of time.monotonic)."""

    game: int
    version: int
    body: dict[str, Any]
    players: int
    at: float

    def text(self, now: float) -> str:
        """The frame as it is sent `now`: its countdown counts from then."""
        body, left = self.body, self.body["closes_in_ms"]
        if left is not None and not body["paused"]:
            body = body | {"closes_in_ms": max(0, left - round((now - self.at) * 1000))}
        frame = {"game": self.game, "kind": "public", "public": body, "within_ms": self.players * SPREAD_MS}
        return json.dumps(frame, separators=(",", ":"), ensure_ascii=False)

    @property
    def due(self) -> float | None:
        """When the clock will have ended what goes on, grace and all; None without a clock."""
        left = self.body["closes_in_ms"]
        return None if left is None or self.body["paused"] else self.at + left / 1000 + GRACE + SLACK


def public_frame(game: int) -> PublicFrame | None:
    """The game as everybody sees it now; None where there is none. What the clock has ended has ended."""
    found = LiveGame.objects.select_related("assignment__classroom").filter(pk=game).first()
    if found is None:
        return None
    with suppress(GameBusy):  # whoever is changing it tells of it
        found = current(game=found)
    view = public_of(found, timezone.now().timestamp())
    return PublicFrame(game, view.version, PublicOut(view).data, len(found.value.playing), time.monotonic())


def hint(game: int, kind: str, **more: int) -> str:
    return json.dumps({"game": game, "kind": kind} | more, separators=(",", ":"))
