"""Who may watch a live game: its teacher by the session, its players by their seat; never by what a message says."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from importlib import import_module

from django.conf import settings
from django.contrib.auth import get_user
from django.http import HttpRequest

from quizzes.models import LiveGame, User
from quizzes.queries.intake import students_by_token

MOST_GAMES = 64


@dataclass(frozen=True)
class Host:
    """The teacher whose class plays, by the session of this browser."""

    game: int
    session: str


@dataclass(frozen=True)
class Player:
    """A student who plays, by the seat that this browser holds."""

    game: int
    student: int
    token: str


Role = Host | Player


@dataclass(frozen=True)
class Claim:
    """What a browser brings: its two cookies, and what it would be where it is both. A teacher tries a game out."""

    game: int
    token: str = ""
    session: str = ""
    prefers_host: bool = False

    @property
    def browser(self) -> str:
        """What the browser is known by."""
        return self.token or self.session


def roles_in(claims: Sequence[Claim]) -> list[Role | None]:
    """What each is in its game; None for nobody. Two queries for all players, since a class comes back all at once."""
    seated = students_by_token({claim.token for claim in claims if claim.token})
    games = LiveGame.objects.filter(pk__in={claim.game for claim in claims})
    playing = {key[0]: _playing(*key) for key in games.values_list("pk", "version", "created_at")}
    return [_role(claim, seated, playing) for claim in claims]


def lapsed(roles: Collection[Role]) -> set[Role]:
    """Those of the roles that are no more: signed out, the seat left, removed, or the game deleted."""
    asked = list(roles)
    return {role for role, now in zip(asked, roles_in([_claim(role) for role in asked]), strict=True) if now != role}


def _claim(role: Role) -> Claim:
    if isinstance(role, Host):
        return Claim(role.game, session=role.session, prefers_host=True)
    return Claim(role.game, token=role.token)


def _role(claim: Claim, seated: Mapping[str, int], playing: Mapping[int, frozenset[int]]) -> Role | None:
    student = seated.get(claim.token)
    plays = student is not None and student in playing.get(claim.game, ())
    player = Player(claim.game, student, claim.token) if student is not None and plays else None
    if player is not None and not claim.prefers_host:
        return player
    return _host(claim.game, claim.session) or player


@lru_cache(MOST_GAMES)
def _playing(game: int, version: int, created_at: datetime) -> frozenset[int]:
    """Who plays in a game of this version: parsing it takes longer than anything else here."""
    found = LiveGame.objects.filter(pk=game).first()
    return frozenset(player.id for player in found.value.playing) if found else frozenset()


def _host(game: int, session: str) -> Host | None:
    if not session:
        return None
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(session)
    user = get_user(request)
    if not isinstance(user, User) or not LiveGame.objects.visible_to(user).filter(pk=game).exists():
        return None
    return Host(game, session)
