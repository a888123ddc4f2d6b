"""What a page hears of a live game: `static/js/live/feed.js` again, for players without a browser."""

import asyncio
import json
from collections.abc import Callable, Coroutine
from random import Random
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from tests.bench.live.browser import Browser, Offline

POLL = 2.0
OPENING = 8.0
LONGEST_PAUSE = 1.5
SHORTEST_PAUSE = 0.25

State = dict[str, Any]


class Feed:
    """Keeps a socket open and the page's state new. `heard` is called with each state, `publicly` with each view,
    `linked` whenever the game can be heard again, or in another way."""

    def __init__(
        self,
        browser: Browser,
        game: int,
        kind: str,
        rng: Random,
        heard: Callable[[State], None] = lambda state: None,
        publicly: Callable[[State], None] = lambda view: None,
        linked: Callable[[], None] = lambda: None,
    ) -> None:
        self.game = game
        self.state: State = {}
        self.public: State = {}
        self.is_open = False
        self.foreign = 0
        """Frames and states of another game."""
        self.is_gone = False
        self._browser, self._rng, self._heard, self._publicly = browser, rng, heard, publicly
        self._linked, self._link = linked, ""
        self._url = f"/api/games/{game}/{kind}/"
        self._role = "?as=host" if kind == "host" else ""
        self._socket: ClientConnection | None = None
        self._wanted, self._woken = asyncio.Event(), asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._waiting: list[tuple[Callable[[State], bool], asyncio.Future[None]]] = []

    def open(self) -> None:
        self._tasks = [_started(self._keep_open()), _started(self._keep_asking())]

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def cut(self) -> None:
        if self._socket is not None:
            self._socket.transport.abort()

    def wake(self) -> None:
        """The network is back."""
        self._woken.set()
        self.refresh()

    def refresh(self) -> None:
        self._wanted.set()

    async def until(self, holds: Callable[[State], bool]) -> None:
        """Waits for a state, asked for from now on, of which this holds."""
        future = asyncio.get_running_loop().create_future()
        self._waiting.append((holds, future))
        self.refresh()
        await future

    def take(self, state: State) -> None:
        self.foreign += state["public"]["game"] != self.game
        self._take_public(state["public"])
        self.state = state
        self._heard(state)
        self._settle(state)

    async def _keep_open(self) -> None:
        failures = 0
        while not self.is_gone:
            try:
                if not self._browser.is_away:
                    async with self._connected() as self._socket:
                        async for frame in self._socket:
                            failures = 0
                            self._hear(json.loads(frame))
                self._close_code(self._socket)
            except (OSError, WebSocketException, TimeoutError, EOFError):
                pass
            self.is_open, self._socket = False, None
            failures += 1
            self.refresh()
            await within(self._woken, self._pause(failures))

    def _connected(self) -> connect:
        return connect(
            f"{self._browser.url.replace('http', 'ws', 1)}/ws/games/{self.game}/{self._role}",
            origin=self._browser.url,  # type: ignore[arg-type]
            additional_headers={"Cookie": self._browser.cookie},
            open_timeout=OPENING,
            ping_interval=None,
            max_queue=None,
        )

    def _close_code(self, socket: ClientConnection | None) -> None:
        if socket is not None and socket.close_code in {4403, 4404}:
            self.is_gone = True

    def _hear(self, frame: State) -> None:
        if not self.is_open:
            self.is_open = True
            self._tell(failures=0)
            self.refresh()
        if frame.get("game") != self.game:
            self.foreign += 1
            return
        match frame["kind"]:
            case "public":
                self._hear_public(frame)
            case "mine" | "host":
                self.refresh()
            case "gone":
                self.is_gone = True

    def _hear_public(self, frame: State) -> None:
        before, view = self.public, frame["public"]
        if not self._take_public(view):
            return
        if before and before["phase"] != view["phase"] and view["phase"] in {"reveal", "standings", "over"}:
            wait = self._rng.random() * frame.get("within_ms", 0) / 1000
            asyncio.get_running_loop().call_later(wait, self.refresh)

    def _take_public(self, view: State) -> bool:
        if self.public and view["version"] < self.public["version"]:
            return False
        self.public = view
        self._publicly(view)
        return True

    async def _keep_asking(self) -> None:
        failures = 0
        while not self.is_gone:
            if failures:
                await within(self._wanted, self._pause(failures))
            else:
                await within(self._wanted, POLL if not self.is_open or self.state.get("reading") else None)
            self._wanted.clear()
            try:
                await self._ask()
            except Offline:
                failures += 1
                self._tell(failures)
                continue
            if failures and not self.is_open:
                self._woken.set()  # the server is back: it need not be waited for
            failures = 0
            self._tell(failures)

    def _tell(self, failures: int) -> None:
        link = "live" if self.is_open else "offline" if failures else "polling"
        if link != self._link and link != "offline":
            self._linked()
        self._link = link

    async def _ask(self) -> None:
        asked = self._waiting
        since = self.state.get("version", "")
        reply = await self._browser.get(f"{self._url}?since={since}" if since and not asked else self._url)
        if reply.status == 404:
            self.is_gone = True
            return
        if reply.status != 200:
            raise Offline(f"{self._url} answered {reply.status}")
        state = reply.json()
        if state["changed"]:
            self.take(state)

    def _settle(self, state: State) -> None:
        for holds, future in self._waiting:
            if not future.done() and holds(state):
                future.set_result(None)
        self._waiting = [waiting for waiting in self._waiting if not waiting[1].done()]

    def _pause(self, failures: int) -> float:
        return max(SHORTEST_PAUSE, self._rng.random() * min(LONGEST_PAUSE, 2.0 ** (failures - 1)))


def _started(work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
    return asyncio.get_running_loop().create_task(work)


async def within(event: asyncio.Event, seconds: float | None) -> None:
    """Until the event, at most so long; it is taken back."""
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        pass
    event.clear()
