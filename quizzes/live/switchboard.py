"""Which sockets watch which game, and what they are to be told: one switchboard for each process that serves.

Hints come from any thread and are told from the event loop. What everybody sees is read once for each change, however
many watch. Every two seconds the games that are watched are looked at, so that a lost hint costs no more than that;
and whoever has lost the right to watch is found though nobody said so.
"""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from quizzes.live.frames import PublicFrame, public_frame
from quizzes.live.relay import Relay
from quizzes.live.roles import Host, Player, Role, lapsed
from quizzes.live.threads import in_thread
from quizzes.models import LiveGame
from quizzes.services import hints
from quizzes.services.hints import Hint

logger = logging.getLogger(__name__)

LOOK_EVERY = 2.0
ASK_FOR_RIGHTS_EVERY = 5  # looks
BETWEEN_HOST_HINTS = 0.2
PLAYERS_A_HINT = 200
"""The host's view takes 0.1 ms of processor time a player: in larger games it is asked for less often."""

MOST_OF_ONE = 8  # sockets of one seat or session in one game


class Client(Protocol):
    """One socket. Nothing here waits: what is told is sent as soon as the other end takes it."""

    role: Role

    def show(self, frame: PublicFrame) -> None:
        """The newest public view; one that was not sent yet is not worth sending any more."""

    def hint(self, kind: str) -> None: ...

    def leave(self, code: int) -> None:
        """Says farewell and closes."""


@dataclass(eq=False)
class _Room:
    """A game that somebody watches in this process."""

    game: int
    hosts: list[Client] = field(default_factory=list)
    players: dict[int, list[Client]] = field(default_factory=dict)
    frame: PublicFrame | None = None
    stale: bool = True
    reading: asyncio.Task[None] | None = None
    clock: asyncio.TimerHandle | None = None
    host_told_at: float = 0.0
    host_waits: asyncio.TimerHandle | None = None

    @property
    def between_host_hints(self) -> float:
        """Seconds, at least."""
        return BETWEEN_HOST_HINTS * max(1.0, len(self.players) / PLAYERS_A_HINT)

    @property
    def everybody(self) -> list[Client]:
        return [*self.hosts, *(client for clients in self.players.values() for client in clients)]

    def clients_of(self, student: int) -> list[Client]:
        return self.players.get(student, [])

    def add(self, client: Client) -> None:
        self._place_of(client.role).append(client)

    def remove(self, client: Client) -> None:
        place = self._place_of(client.role)
        if client in place:
            place.remove(client)
        if isinstance(client.role, Player) and not place:
            del self.players[client.role.student]

    def like(self, role: Role) -> list[Client]:
        """The sockets of the same seat or session, the oldest first."""
        return [client for client in self._place_of(role) if client.role == role]

    def _place_of(self, role: Role) -> list[Client]:
        return self.hosts if isinstance(role, Host) else self.players.setdefault(role.student, [])


class Switchboard:
    def __init__(self) -> None:
        self._rooms: dict[int, _Room] = {}
        self._waiting: deque[Hint] = deque()
        self._is_called = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._relay = Relay(self._dispatch)
        self._stop_listening: Callable[[], None] = lambda: None

    def start(self) -> None:
        """From now on the hints of this process, and of others, are told in this event loop."""
        self._loop = asyncio.get_running_loop()
        self._stop_listening = hints.listen(self.note)
        self._keep(self._look_again_and_again())
        self._keep(self._relay.run())

    async def stop(self) -> None:
        self._stop_listening()
        self._waiting.clear()
        self._is_called = False
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for room in self._rooms.values():
            self._quieten(room)
        self._rooms.clear()

    def note(self, hint: Hint) -> None:
        """Takes a hint from any thread."""
        self._waiting.append(hint)
        if not self._is_called and self._loop is not None:
            self._is_called = True
            self._loop.call_soon_threadsafe(self._tell_what_waits)

    def attach(self, client: Client) -> None:
        """The socket hears of its game from now on; the first thing is how the game stands."""
        room = self._rooms.setdefault(client.role.game, _Room(client.role.game))
        room.add(client)
        if len(same := room.like(client.role)) > MOST_OF_ONE:
            room.remove(same[0])
            same[0].leave(1008)
        if room.frame is None:
            self._refresh(room)
        else:
            client.show(room.frame)

    def detach(self, client: Client) -> None:
        room = self._rooms.get(client.role.game)
        if room is None:
            return
        room.remove(client)
        if not room.hosts and not room.players:
            self._quieten(self._rooms.pop(room.game))

    def version_of(self, game: int) -> int | None:
        """The version that was told last."""
        room = self._rooms.get(game)
        return room.frame.version if room and room.frame else None

    def _tell_what_waits(self) -> None:
        self._is_called = False
        told = list(dict.fromkeys(self._waiting.popleft() for _ in range(len(self._waiting))))
        self._dispatch(told)
        if self._relay.is_on:
            self._keep(self._relay.send(told))

    def _dispatch(self, told: Iterable[Hint]) -> None:
        suspects: list[Client] = []
        for hint in told:
            for room in self._rooms_of(hint.game):
                match hint.kind:
                    case "everybody":
                        self._refresh(room)
                    case "host":
                        self._hint_host(room)
                    case "player" if hint.student is not None:
                        for client in room.clients_of(hint.student):
                            client.hint("mine")
                    case "gone":
                        suspects += room.everybody if hint.student is None else room.clients_of(hint.student)
        if suspects:
            self._keep(self._put_out(suspects))

    def _rooms_of(self, game: int | None) -> list[_Room]:
        if game is None:
            return list(self._rooms.values())
        return [self._rooms[game]] if game in self._rooms else []

    def _refresh(self, room: _Room) -> None:
        room.stale = True
        if room.reading is None:
            room.reading = self._keep(self._read(room))

    async def _read(self, room: _Room) -> None:
        try:
            while room.stale and self._rooms.get(room.game) is room:
                room.stale = False
                frame = await in_thread(public_frame, room.game)
                if frame is None:
                    await self._put_out(room.everybody)
                    return
                self._show(room, frame)
        except Exception:
            logger.exception("game %s was not read", room.game)  # it is looked at again in two seconds
        finally:
            room.reading = None

    def _show(self, room: _Room, frame: PublicFrame) -> None:
        room.frame = frame
        if room.clock:
            room.clock.cancel()
        room.clock = None
        if frame.due is not None:
            room.clock = self._later(frame.due - time.monotonic(), lambda: self._refresh(room))
        for client in room.everybody:
            client.show(frame)

    def _hint_host(self, room: _Room) -> None:
        """At once, or as soon as the last one is long enough ago: the last change is always told."""
        if room.host_waits is not None:
            return
        wait = room.host_told_at + room.between_host_hints - time.monotonic()
        if wait > 0:
            room.host_waits = self._later(wait, lambda: self._hint_host_now(room))
        else:
            self._hint_host_now(room)

    def _hint_host_now(self, room: _Room) -> None:
        room.host_waits = None
        room.host_told_at = time.monotonic()
        for client in room.hosts:
            client.hint("host")

    async def _put_out(self, clients: Collection[Client]) -> None:
        """Closes the sockets of those who have lost the right to watch."""
        try:
            gone = await in_thread(lapsed, {client.role for client in clients})
        except Exception:
            logger.exception("whether %d sockets still have the right to watch was not found out", len(clients))
            return
        for client in clients:
            if client.role in gone:
                client.leave(4403)

    async def _look_again_and_again(self) -> None:
        looks = 0
        while True:
            await asyncio.sleep(LOOK_EVERY)
            if not self._rooms:
                continue
            looks += 1
            try:
                await self._look()
                if looks % ASK_FOR_RIGHTS_EVERY == 0:
                    await self._put_out([client for room in self._rooms.values() for client in room.everybody])
            except Exception:
                logger.exception("the games that are watched were not looked at")

    async def _look(self) -> None:
        """Finds what changed without a hint: another process may have died, or Redis."""
        versions = await in_thread(_versions, list(self._rooms))
        for room in list(self._rooms.values()):
            if room.frame is None or versions.get(room.game) != room.frame.version:
                self._refresh(room)
            self._hint_host(room)

    def _later(self, wait: float, run: Callable[[], None]) -> asyncio.TimerHandle:
        return asyncio.get_running_loop().call_later(max(0.0, wait), run)

    def _quieten(self, room: _Room) -> None:
        for timer in (room.clock, room.host_waits):
            if timer is not None:
                timer.cancel()

    def _keep(self, work: "asyncio._CoroutineLike[None]") -> asyncio.Task[None]:
        """Runs beside everything else; the loop itself keeps no task alive."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task


def _versions(games: Collection[int]) -> dict[int, int]:
    return dict(LiveGame.objects.filter(pk__in=games).values_list("pk", "version"))


switchboard = Switchboard()
