"""A player: takes a seat, loads the page, hears the game, and answers each question by drawing."""

import asyncio
import time
from collections.abc import Mapping
from random import Random
from typing import Any
from uuid import UUID

from tests.bench.live.browser import Browser, Offline
from tests.bench.live.feed import Feed, State, within
from tests.bench.live.ledger import Ledger, Sent
from tests.bench.live.options import SPREAD
from tests.bench.live.pens import Pens

JSON = "application/json"
PIN = ["rocket", "moon", "star"]
FIRST_WAIT, LONGEST_WAIT, SHORTEST_WAIT = 1.0, 30.0, 0.25  # of static/js/net/schedule.js
AWAY = (0.3, 1.5)
"""Seconds without a network, of whoever is cut off."""

WRONG = 0.2
"""The share of answers that are not the right ones."""


class NotSeated(Exception):
    """A player could not come in: there is nothing to measure."""


class Player:
    def __init__(self, url: str, student: int, seed: int, ledger: Ledger, pens: Pens, drop: float) -> None:
        self.student = student
        self.feed: Feed | None = None
        self._browser, self._rng = Browser(url), Random(seed)
        self._ledger, self._pens, self._drop = ledger, pens, drop
        self._keys: Mapping[str, str] = {}
        self._begun: set[int] = set()
        self._reachable = asyncio.Event()
        self._answers: list[asyncio.Task[None]] = []
        self.told: dict[int, float] = {}
        """When the page had what became of a question that is over, by question."""

    async def take_seat(self, code: str) -> None:
        await self._browser.load("/join/")
        reply = await self._browser.send("POST", "/api/seat/", {"code": code, "student": self.student, "pin": PIN})
        _demand(reply.status == 201, f"seat {self.student}: {reply.status} {reply.body[:200]!r}")

    async def come_in(self, game: int, keys: Mapping[str, str]) -> None:
        """Loads the page of the class's live game, which joins it. `keys`: the right answer to each spoken question."""
        self._keys = keys
        seat = (await self._browser.get("/api/seat/")).json()
        _demand(seat["live"] is not None, f"seat {self.student} is not told of a live game")
        page = await self._browser.load(f"/play/{seat['live']['id']}/")
        _demand(page.status == 200, f"play {self.student}: {page.status}")
        self.feed = Feed(
            self._browser, game, "play", self._rng, heard=self._heard, publicly=self._asked, linked=self._reachable.set
        )
        self.feed.open()

    @property
    def hears(self) -> bool:
        """Whether the socket is open and the page has its state."""
        return self.feed is not None and self.feed.is_open and bool(self.feed.state)

    @property
    def foreign(self) -> int:
        return self.feed.foreign if self.feed is not None else 0

    @property
    def phase(self) -> str:
        """Of the page's own state."""
        return str(self.feed.state["public"]["phase"]) if self.feed is not None else ""

    @property
    def score(self) -> tuple[int, int]:
        assert self.feed is not None
        return self.feed.state["me"]["points"], self.feed.state["me"]["right"]

    def refresh(self) -> None:
        assert self.feed is not None
        self.feed.refresh()

    async def leave(self) -> None:
        for task in self._answers:
            task.cancel()
        await asyncio.gather(*self._answers, return_exceptions=True)
        if self.feed is not None:
            await self.feed.close()
        self._browser.cut()

    async def is_back(self, since: float) -> None:
        """Waits for seat, points and every acknowledged answer to the question of the moment."""
        assert self.feed is not None
        points = self.feed.state.get("me", {}).get("points", 0)
        await self.feed.until(lambda state: self._is_as_it_was(state, points))
        self._ledger.back.append(time.monotonic() - since)

    def _is_as_it_was(self, state: State, points: int) -> bool:
        question = (state["public"]["question"] or {}).get("id")
        kept = [
            sent.id
            for sent in self._ledger.by_question.get(question, [])
            if sent.student == self.student and sent.acknowledged is not None
        ]
        seen = [state["answer"]["id"]] if state["answer"] else []
        return state["me"]["id"] == self.student and state["me"]["points"] >= points and set(kept) <= set(seen)

    def _heard(self, state: State) -> None:
        if state["public"]["phase"] == "reveal":
            self.told.setdefault(state["public"]["question"]["id"], time.monotonic())

    def _asked(self, public: State) -> None:
        question = public["question"]
        if public["phase"] == "question" and question["id"] not in self._begun:
            self._begun.add(question["id"])
            self._answers.append(asyncio.get_running_loop().create_task(self._answer(question)))

    async def _answer(self, question: dict[str, Any]) -> None:
        thought = self._rng.random() * SPREAD
        await asyncio.sleep(thought)
        name = str(UUID(int=self._rng.getrandbits(128), version=4))
        body = self._body(name, question, thought)
        sent = self._ledger.begin(name, self.student, question["id"])
        if self._rng.random() < self._drop:
            await self._vanish(sent, body)
        await self._send(sent, body)

    def _body(self, id: str, question: dict[str, Any], thought: float) -> bytes:
        texts = sorted(set(self._keys.values()))
        text = self._rng.choice(texts) if self._rng.random() < WRONG else self._keys[question["spoken"]]
        ink, thinking = self._pens.write(text, self._rng), round(thought * 1000)
        return f'{{"id":"{id}","question":{question["id"]},"strokes":{ink},"thinking_ms":{thinking}}}'.encode()

    async def _vanish(self, sent: Sent, body: bytes) -> None:
        """The network goes while the answer is on its way, at a moment from before it is sent to after it is kept."""
        assert self.feed is not None
        sent.tries += 1
        await self._browser.ask_and_vanish("POST", self._url, body, JSON, after=self._rng.random() * 0.1)
        self._browser.is_away = True
        self._browser.cut()
        self.feed.cut()
        await asyncio.sleep(self._rng.uniform(*AWAY))
        self._browser.is_away = False
        self.feed.wake()
        self._answers.append(asyncio.get_running_loop().create_task(self._back_from_away(sent)))

    async def _back_from_away(self, sent: Sent) -> None:
        assert self.feed is not None
        since = time.monotonic()
        points = self.feed.state["me"]["points"]
        await self.feed.until(
            lambda state: self._is_as_it_was(state, points) and (state["answer"] or {}).get("id") == sent.id
        )
        self._ledger.back.append(time.monotonic() - max(since, self._ledger.serving_since))

    async def _send(self, sent: Sent, body: bytes) -> None:
        """Under the same id until the server has it: static/js/net/outbox.js without a device to keep it on."""
        assert self.feed is not None
        failures = 0
        while sent.acknowledged is None:
            sent.tries += 1
            try:
                reply = await self._browser.ask("POST", self._url, body, JSON)
                status = reply.status
            except Offline:
                reply, status = None, 0
            if status in {200, 201}:
                sent.acknowledged = time.monotonic()
                if sent.tries > 1:
                    self.feed.refresh()
            elif reply is not None and status < 500 and status != 429:
                self._ledger.refused.append(f"{status} {reply.body[:200]!r}")
                return
            else:
                self._ledger.failed[str(status or "network")] += 1
                failures += 1
                await within(self._reachable, self._wait(failures))

    def _wait(self, failures: int) -> float:
        return max(SHORTEST_WAIT, self._rng.random() * min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** (failures - 1)))

    @property
    def _url(self) -> str:
        assert self.feed is not None
        return f"/api/games/{self.feed.game}/answers/"


def _demand(holds: bool, otherwise: str) -> None:
    if not holds:
        raise NotSeated(otherwise)
