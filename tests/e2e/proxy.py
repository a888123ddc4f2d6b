"""A network that can be cut: a TCP proxy between browsers and site, in a thread.

`cut` throws away every connection and lets no new one through; `hold` lets nothing pass but keeps them all open, as a
network does that has gone silent; `restore` ends both. `no_sockets` refuses WebSockets alone, as some schools do.
"""

import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager, suppress
from typing import Any

PIECE = 65536
UPGRADE = b"upgrade: websocket"


class Proxy:
    def __init__(self, to: int) -> None:
        self.to = to
        self.port = 0
        self._is_cut = False
        self._takes_sockets = True
        self._open: set[asyncio.StreamWriter] = set()
        self._loop = asyncio.new_event_loop()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def cut(self) -> None:
        self._do(self._cut)

    def hold(self) -> None:
        self._do(self._flowing.clear)

    def restore(self) -> None:
        self._do(self._restore)

    def no_sockets(self) -> None:
        self._takes_sockets = False
        self.drop()

    def drop(self) -> None:
        """Throws away what is open; whoever comes again is let through."""
        self._do(self._drop)

    @contextmanager
    def running(self) -> Iterator["Proxy"]:
        ready = threading.Event()
        thread = threading.Thread(target=self._loop.run_until_complete, args=[self._serve(ready)])
        thread.start()
        ready.wait()
        try:
            yield self
        finally:
            self._do(self._over.set)
            thread.join()
            self._loop.close()

    async def _serve(self, ready: threading.Event) -> None:
        self._flowing, self._over = asyncio.Event(), asyncio.Event()
        self._flowing.set()
        server = await asyncio.start_server(self._carry, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        await self._over.wait()
        server.close()
        self._flowing.set()
        self._drop()
        while len(asyncio.all_tasks()) > 1:
            await asyncio.sleep(0.01)

    async def _carry(self, browser: asyncio.StreamReader, to_browser: asyncio.StreamWriter) -> None:
        if self._is_cut:
            to_browser.transport.abort()
            return
        await self._flowing.wait()
        site, to_site = await asyncio.open_connection("127.0.0.1", self.to)
        self._open |= {to_browser, to_site}
        ways: list[Coroutine[Any, Any, None]] = [self._pass(browser, to_site, looks=True), self._pass(site, to_browser)]
        await asyncio.gather(*ways)

    async def _pass(self, source: asyncio.StreamReader, to: asyncio.StreamWriter, *, looks: bool = False) -> None:
        with suppress(OSError):
            while piece := await source.read(PIECE):
                await self._flowing.wait()
                if looks and not self._takes_sockets and UPGRADE in piece.lower():
                    break
                to.write(piece)
                await to.drain()
        self._open.discard(to)
        to.transport.abort() if to.transport.is_closing() else to.close()

    def _cut(self) -> None:
        self._is_cut = True
        self._drop()

    def _restore(self) -> None:
        self._is_cut, self._takes_sockets = False, True
        self._flowing.set()

    def _drop(self) -> None:
        for writer in self._open:
            writer.transport.abort()
        self._open.clear()

    def _do(self, change: Callable[[], object]) -> None:
        self._loop.call_soon_threadsafe(change)
