"""Telling whoever watches a live game that something changed.

Hints may be lost: every page can ask for how it stands. They are cheap, come from any thread, and never fail: a game
goes on where nobody can be told. In a process that serves, `quizzes.live` listens; from another one (a command, say)
they travel by Redis, where there is one.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import astuple, dataclass
from typing import Any, Literal

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer

logger = logging.getLogger(__name__)

LAYER = "hints"
GROUP = "games"


@dataclass(frozen=True)
class Hint:
    """What changed: the game for everybody, its answers or players for the host, what is one player's own; or a
    student (of one game, or of any) or a teacher's session may have lost the right to watch."""

    kind: Literal["everybody", "host", "player", "gone"]
    game: int | None = None
    student: int | None = None


def tell_everybody(*, game: int) -> None:
    """The game's value changed: its public view goes to players and host."""
    _tell(Hint("everybody", game))


def tell_host(*, game: int) -> None:
    """Answers or players changed: the host asks anew, at most five times a second."""
    _tell(Hint("host", game))


def tell_player(*, game: int, student: int) -> None:
    """What is this player's own changed."""
    _tell(Hint("player", game, student))


def tell_gone(*, student: int | None = None, game: int | None = None) -> None:
    """Somebody may no longer belong here: removed, or a seat was left. The sockets that have lost their right close.

    game None: of every game; student None: of every student and teacher, when a teacher signs out.
    """
    _tell(Hint("gone", game, student))


_listeners: list[Callable[[Hint], None]] = []


def listen(listener: Callable[[Hint], None]) -> Callable[[], None]:
    """Hands every hint of this process to `listener`, in the thread that gave it; the result ends that."""
    _listeners.append(listener)
    return lambda: _listeners.remove(listener)


def to_message(hints: Iterable[Hint], *, sender: str = "") -> dict[str, Any]:
    """Hints as they travel between processes; `sender` is the process that has heard them already."""
    return {"type": "hints", "sender": sender, "hints": [list(astuple(hint)) for hint in hints]}


def from_message(message: dict[str, Any]) -> list[Hint]:
    return [Hint(*each) for each in message["hints"]]


def _tell(hint: Hint) -> None:
    try:
        for listener in _listeners:
            listener(hint)
        if not _listeners and (layer := get_channel_layer(LAYER)) is not None:
            async_to_sync(layer.group_send)(GROUP, to_message([hint]))
    except Exception:
        logger.exception("hint %s of game %s, student %s was not told", hint.kind, hint.game, hint.student)
