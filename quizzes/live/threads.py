"""The database is asked in threads of its own, so that no socket waits for a page and no page for a socket."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Generic, TypeVar

from django.db import close_old_connections

A = TypeVar("A")
T = TypeVar("T")

_threads = ThreadPoolExecutor(4, thread_name_prefix="live")


async def in_thread(ask: Callable[..., T], *arguments: object) -> T:
    """What `ask` finds; its database connection is given back."""
    return await asyncio.get_running_loop().run_in_executor(_threads, asked, ask, *arguments)


def asked(ask: Callable[..., T], *arguments: object) -> T:
    """What `ask` finds, in a thread that lasts longer than its database connection."""
    close_old_connections()
    try:
        return ask(*arguments)
    finally:
        close_old_connections()


class Together(Generic[A, T]):
    """Asks for many things at once: what is wanted while one question is on its way waits for the next."""

    def __init__(self, ask: Callable[[Sequence[A]], Sequence[T]], most: int = 200) -> None:
        self._ask = ask
        self._most = most
        self._waiting: list[tuple[A, asyncio.Future[T]]] = []
        self._asking: asyncio.Task[None] | None = None

    async def find(self, wanted: A) -> T:
        """What `ask` finds for it. Raises what it raises."""
        found: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((wanted, found))
        if self._asking is None:
            self._asking = asyncio.ensure_future(self._answer())
        return await found

    async def _answer(self) -> None:
        try:
            while self._waiting:
                asked, self._waiting = self._waiting[: self._most], self._waiting[self._most :]
                await self._answer_some(asked)
        finally:
            self._asking = None

    async def _answer_some(self, asked: Sequence[tuple[A, "asyncio.Future[T]"]]) -> None:
        try:
            answers = await in_thread(self._ask, [wanted for wanted, _ in asked])
        except Exception as failure:
            for _, found in asked:
                if not found.done():
                    found.set_exception(failure)
            return
        for (_, found), answer in zip(asked, answers, strict=True):
            if not found.done():  # who hung up meanwhile wants it no more
                found.set_result(answer)
