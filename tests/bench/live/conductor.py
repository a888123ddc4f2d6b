"""A whole game: everybody comes in, question by question is answered, and in one of them the server is killed."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.bench.live.host import Host
from tests.bench.live.ledger import Ledger
from tests.bench.live.options import SPREAD, Options
from tests.bench.live.pens import Pens
from tests.bench.live.player import Player

AT_ONCE = 20
"""Seats that are taken at the same time: children type at different speeds."""

LONGEST = 90.0
"""Seconds that everybody's answer to one question may take, whatever happens."""

KILL_AFTER = SPREAD / 2
BETWEEN = 0.5


@dataclass
class Played:
    """What a game has shown. Delays in seconds: from the last acknowledgement to the host's page being right."""

    game: int
    host_counts: list[float] = field(default_factory=list)
    read: list[float] = field(default_factory=list)
    """From an acknowledgement until the host's page has one answer more that is read and marked."""

    unfinished: int = 0
    """Questions to which the host's page never had every answer counted."""

    told: list[float] = field(default_factory=list)
    """From when the host's page has the reveal until a player's page has what became of the answer."""

    foreign: int = 0
    killed_for: float = 0.0
    seating: float = 0.0
    last_seen: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Points and right answers of each student, as the player's page had them at the end."""


class Conductor:
    def __init__(
        self,
        url: str,
        school: dict[str, Any],
        drop: float,
        seed: int,
        pens: Pens,
        tell: Callable[[str], None] = lambda line: None,
    ) -> None:
        self.ledger = Ledger()
        self._tell = tell
        self._school, self._host = school, Host(url)
        dice = random.Random(seed)
        self._players = [
            Player(url, student, dice.getrandbits(32), self.ledger, pens, drop) for student in school["students"]
        ]

    async def play(self, options: Options, kill: Callable[[], Awaitable[float]] | None = None) -> Played:
        """Plays to the end; `kill` kills the server during the question that the options name."""
        await self._host.sign_in(self._school["email"], self._school["password"])
        await self._host.open_game(self._school["quiz"], self._school["classroom"])
        played = Played(self._host.game)
        began = time.monotonic()
        await _some_at_once([self._seat(player) for player in self._players])
        await self._everybody_hears()
        played.seating = time.monotonic() - began
        self._tell(f"{len(self._players):,} players are seated and hear the game after {played.seating:.1f} s.")
        try:
            for number in range(1, options.questions + 1):
                await self._host.do("start" if number == 1 else "next")
                is_the_one = kill is not None and number == options.killed_at
                await asyncio.gather(self._question(played), self._outage(kill, played) if is_the_one else _nothing())
            await self._host.do("next")
            await self._everybody_sees_the_end(played)
        finally:
            played.foreign = self._host.feed.foreign + sum(player.foreign for player in self._players)
            await asyncio.gather(self._host.leave(), *(player.leave() for player in self._players))
        return played

    async def _seat(self, player: Player) -> None:
        await player.take_seat(self._school["code"])
        await player.come_in(self._host.game, self._school["keys"])

    async def _everybody_hears(self) -> None:
        await _until(lambda: all(player.hears for player in self._players))
        everybody = len(self._players)
        await self._host.feed.until(lambda state: len(state["players"]) == everybody)

    async def _question(self, played: Played) -> None:
        """One question, from when it is asked to the standings after it."""
        host, question = self._host, self._host.feed.public["question"]["id"]
        everybody = len(self._players)
        done = await _until(lambda: len(host.settled[question]) == everybody and self._is_acknowledged(question))
        played.unfinished += not done
        number, total = host.feed.public["number"], host.feed.public["total"]
        self._tell(f"Question {number} of {total}: {len(host.settled[question]):,} read and marked.")
        acknowledged = self.ledger.acknowledgements(question)
        played.read += [max(0.0, read - at) for read, at in zip(host.settled[question], acknowledged, strict=False)]
        if question in host.counted and acknowledged:
            played.host_counts.append(max(0.0, host.counted[question] - acknowledged[-1]))
        await _until(lambda: host.feed.public["phase"] != "question", BETWEEN)
        if host.feed.public["phase"] == "question":
            await host.do("next")
        await self._everybody_is_told(question, played)
        await asyncio.sleep(BETWEEN)
        await host.do("next")
        await self._everybody_sees("standings", "over")
        await asyncio.sleep(BETWEEN)

    async def _everybody_is_told(self, question: int, played: Played) -> None:
        """The class looks at the right answer: no teacher goes on before everybody has seen it."""
        revealed = time.monotonic()
        await _until(lambda: all(question in player.told for player in self._players))
        played.told += [max(0.0, at - revealed) for player in self._players if (at := player.told.get(question))]

    async def _everybody_sees(self, *phases: str) -> None:
        """The class looks at how far all have come, which each page asks for."""
        await _until(lambda: all(player.phase in phases for player in self._players))

    def _is_acknowledged(self, question: int) -> bool:
        sent = self.ledger.by_question[question]
        return len(sent) == len(self._players) and all(each.acknowledged for each in sent)

    async def _outage(self, kill: Callable[[], Awaitable[float]], played: Played) -> None:
        await asyncio.sleep(KILL_AFTER)
        played.killed_for = await kill()
        since = self.ledger.serving_since = time.monotonic()
        await asyncio.gather(*(player.is_back(since) for player in self._players))

    async def _everybody_sees_the_end(self, played: Played) -> None:
        await self._everybody_sees("over")
        for player in self._players:
            player.refresh()
        await asyncio.sleep(BETWEEN + len(self._players) / 200)
        played.last_seen = {player.student: player.score for player in self._players}


async def _some_at_once(work: Sequence[Awaitable[None]]) -> None:
    gate = asyncio.Semaphore(AT_ONCE)

    async def each(one: Awaitable[None]) -> None:
        async with gate:
            await one

    await asyncio.gather(*(each(one) for one in work))


async def _until(holds: Callable[[], bool], longest: float = LONGEST) -> bool:
    """Waits until it holds; whether it does in the end."""
    end = time.monotonic() + longest
    while not holds() and time.monotonic() < end:
        await asyncio.sleep(0.02)
    return holds()


async def _nothing() -> None:
    pass
