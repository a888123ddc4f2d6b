"""What a player's page asks for, before Django: when a question is over, and after an outage, a whole class asks.

Those who ask at the same time are answered together, by a few queries for all of them. What is not taken here has the
same address in `quizzes.api.games`.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from django.core.handlers.asgi import ASGIRequest
from django.utils import timezone
from rest_framework.exceptions import Throttled
from rest_framework.renderers import JSONRenderer

from quizzes.api.games_serializers import PlayOut, SameVersion
from quizzes.api.seat import SEAT_HEADER
from quizzes.live.quick import Reply, refusal, token_of
from quizzes.live.rates import rate_of
from quizzes.live.threads import Together
from quizzes.models import LiveGame
from quizzes.queries.game_play import plays_of
from quizzes.queries.intake import students_by_token
from quizzes.rules.game import Player
from quizzes.services.budgets import address_of
from quizzes.services.games import current
from quizzes.services.intake import look_after
from quizzes.services.refusals import GameBusy, NoSeat

_ADDRESS = re.compile(r"/api/games/([0-9]{1,9})/play/")
_QUERY = re.compile(rb"(?:since=([0-9a-f.]{0,40}))?")


@dataclass(frozen=True)
class Ask:
    """Who asks, in which game, and which version is known already. `seat`: whose page it says it is, where it does."""

    token: str
    game: int
    since: str
    seat: str | None


class Plays:
    """A `quick.Way`."""

    def __init__(self) -> None:
        self._asks = Together(replies)
        self._seats, self._strangers = rate_of("game"), rate_of("address")

    def takes(self, scope: Mapping[str, object]) -> bool:
        return scope["method"] == "GET" and _ADDRESS.fullmatch(str(scope["path"])) is not None

    async def reply(self, request: ASGIRequest) -> Reply | None:
        ask, address = _ask(request), address_of(request)
        if ask is None or self._strangers.is_used_up(address):
            return None
        if wait := self._seats.spend(ask.token):
            return refusal(Throttled(wait=wait))
        reply = await self._asks.find(ask)
        if isinstance(reply, NoSeat):
            self._strangers.spend(address)
            return None
        return reply


def _ask(request: ASGIRequest) -> Ask | None:
    address, query = _ADDRESS.fullmatch(request.path), _QUERY.fullmatch(request.scope["query_string"])
    token = token_of(request)
    if not (address and query and token):
        return None
    return Ask(token, int(address[1]), (query[1] or b"").decode(), request.headers.get(SEAT_HEADER))


def replies(asks: Sequence[Ask]) -> list[Reply | NoSeat | None]:
    """What is said to each, in their order; None is not for here. How many queries does not depend on how many ask."""
    look_after()
    students = students_by_token({ask.token for ask in asks})
    said: list[Reply | NoSeat | None] = [None if ask.token in students else NoSeat() for ask in asks]
    places: dict[int, list[tuple[int, Ask]]] = defaultdict(list)
    for place, ask in enumerate(asks):
        student = students.get(ask.token)
        if student is not None and ask.seat in (None, str(student)):
            places[ask.game].append((place, ask))
    for game in _games(places):
        playing = {player.id: player for player in game.value.playing}
        known = [(place, playing.get(students[ask.token]), ask.since) for place, ask in places[game.pk]]
        wanted = [(place, player, since) for place, player, since in known if player is not None]
        for (place, _, _), reply in zip(wanted, _replies(game, [each[1:] for each in wanted]), strict=True):
            said[place] = reply
    return said


def _games(ids: Collection[int]) -> list[LiveGame]:
    """As they stand now; without those that somebody is changing again and again."""
    found = []
    for game in LiveGame.objects.filter(pk__in=ids).select_related("assignment__classroom").defer("state"):
        with suppress(GameBusy, LiveGame.DoesNotExist):
            found.append(current(game=game))
    return found


def _replies(game: LiveGame, wanted: Sequence[tuple[Player, str]]) -> list[Reply]:
    views = plays_of(game, wanted, timezone.now().timestamp())
    return [
        Reply(
            200,
            _json(
                _SAME.to_representation({"version": since, "changed": False})
                if view is None
                else _PLAY.to_representation(view)
            ),
        )
        for (_, since), view in zip(wanted, views, strict=True)
    ]


_PLAY, _SAME, _json = PlayOut(), SameVersion(), JSONRenderer().render

plays = Plays()
