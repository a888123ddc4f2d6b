"""The teacher: signs in, opens the game by its form, and leads it."""

import asyncio
import time
from collections import defaultdict
from random import Random
from typing import Any

from tests.bench.live.browser import Browser, Offline
from tests.bench.live.feed import Feed, State
from tests.bench.live.forms import filled_in


class NotOpened(Exception):
    """The game could not be opened: there is nothing to measure."""


class Host:
    def __init__(self, url: str) -> None:
        self.browser = Browser(url)
        self.feed: Feed
        self.game = 0
        self.counted: dict[int, float] = {}
        """When this page had every player's answer to a question counted, by question."""

        self.settled: dict[int, list[float]] = defaultdict(list)
        """When this page had so many answers to a question read and marked, by question."""

    async def sign_in(self, email: str, password: str) -> None:
        page = await self.browser.get("/accounts/sign-in/")
        fields = filled_in(page.body.decode(), username=email, password=password)
        reply = await self.browser.submit("/accounts/sign-in/", fields)
        if reply.status != 302:
            raise NotOpened(f"sign-in answered {reply.status}")

    async def open_game(self, quiz: int, classroom: int) -> None:
        address = f"/teach/quizzes/{quiz}/live/"
        page = await self.browser.get(address)
        if page.status != 200:
            raise NotOpened(f"{address} answered {page.status}")
        reply = await self.browser.submit(address, filled_in(page.body.decode(), classroom=str(classroom)))
        if reply.status != 302:
            raise NotOpened(f"{address} answered {reply.status}: {reply.body.decode()[-2000:]}")
        self.game = int(reply.headers["location"].rstrip("/").rpartition("/")[2])
        self.feed = Feed(self.browser, self.game, "host", Random(self.game), heard=self._heard)
        self.feed.open()
        await self.feed.until(lambda state: True)

    async def do(self, act: str) -> State:
        """Leads; tried again for as long as the server is away. The version keeps a second try from doing it twice."""
        version = self.feed.public["version"]
        while True:
            try:
                reply = await self.browser.send(
                    "POST", f"/api/games/{self.game}/acts/", {"act": act, "version": version}
                )
            except Offline:
                reply = None
            if reply is not None and reply.status == 200:
                state: State = reply.json()
                self.feed.take(state)
                return state
            await asyncio.sleep(0.5)

    async def leave(self) -> None:
        await self.feed.close()
        self.browser.cut()

    def _heard(self, state: State) -> None:
        question: dict[str, Any] | None = state["public"]["question"]
        if question is None:
            return
        now, settled = time.monotonic(), self.settled[question["id"]]
        settled += [now] * (state["answered"] - state["reading"] - len(settled))
        if state["answered"] == len(state["players"]):
            self.counted.setdefault(question["id"], now)
