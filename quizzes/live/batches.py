"""Keeping what comes in at the same time together: one thread of a process writes, many at a time."""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable, Sequence
from threading import Condition, Thread
from uuid import UUID

from django.db import OperationalError, connections

from quizzes.services.intake import Arrival, Kept, keep
from quizzes.services.refusals import Refused

logger = logging.getLogger(__name__)

MOST_AT_ONCE = 64
"""In one transaction: 30 ms of work. Larger ones keep the first waiting for the last and save nothing more."""

MOST_WAITING = 2_000
"""Two classes of a thousand. Beyond, whoever sends is asked to wait: an outbox has time, memory has an end."""

GATHER = 0.005
"""Seconds after the first of a batch in which more join it: a transaction takes 3 ms, and 0.4 ms for each answer."""

RUSH = 0.05
"""Seconds since the last arrival in which another is likely."""


class NotKept(Exception):
    """It is not on the disk, and may be sent again."""


Waiting = tuple[Arrival, "asyncio.Future[Kept | Refused]"]


class Batches:
    """Writes what `keep` is given, in a thread of its own; whatever is waiting when one batch is done is the next."""

    def __init__(self, tell: Callable[[Sequence[UUID]], None]) -> None:
        """`tell` is called with the ids of what was kept and awaits the reader."""
        self._tell = tell
        self._waiting: deque[Waiting] = deque()
        self._changed = Condition()
        self._thread: Thread | None = None
        self._stopping = False
        self._last = 0.0

    @property
    def is_rush(self) -> bool:
        return bool(self._waiting) or time.monotonic() - self._last < RUSH

    def start(self) -> None:
        self._stopping = False
        self._thread = Thread(target=self._run, name="keeping", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """When all that is waiting is kept."""
        with self._changed:
            self._stopping = True
            self._changed.notify()
        if self._thread:
            self._thread.join()

    async def keep(self, arrival: Arrival) -> Kept | Refused:
        """When it is on the disk, or refused. Raises NotKept."""
        outcome: asyncio.Future[Kept | Refused] = asyncio.get_running_loop().create_future()
        with self._changed:  # never held for longer than it takes to take something out: the event loop waits here
            if self._stopping or len(self._waiting) >= MOST_WAITING:
                raise NotKept
            self._last = time.monotonic()
            self._waiting.append((arrival, outcome))
            self._changed.notify()
        return await outcome

    def _run(self) -> None:
        while batch := self._next():
            arrivals = [arrival for arrival, _ in batch]
            outcomes = _kept(arrivals)
            batch[0][1].get_loop().call_soon_threadsafe(_deliver, [future for _, future in batch], outcomes)
            self._tell([outcome.id for outcome in outcomes if isinstance(outcome, Kept) and not outcome.repeated])
        connections.close_all()

    def _next(self) -> list[Waiting]:
        """Empty when it is time to stop. The connection to the database lasts as long as a rush."""
        if not self._wait(seconds=1):
            connections.close_all()  # SQLite's last one to close puts its log in order: not while the loop could wait
            self._wait()
        if not self._stopping:
            time.sleep(GATHER)
        with self._changed:
            return [self._waiting.popleft() for _ in range(min(len(self._waiting), MOST_AT_ONCE))]

    def _wait(self, seconds: float | None = None) -> bool:
        with self._changed:
            return self._changed.wait_for(self._has_work, seconds)

    def _has_work(self) -> bool:
        return bool(self._waiting) or self._stopping


def _kept(arrivals: Sequence[Arrival]) -> list[Kept | Refused | NotKept]:
    try:
        return list(keep(arrivals))
    except Exception as error:
        logger.exception("%d answers of a live game could not be kept", len(arrivals))
        connections.close_all()
        if len(arrivals) == 1 or isinstance(error, OperationalError):
            return [NotKept()] * len(arrivals)
        return [outcome for arrival in arrivals for outcome in _kept([arrival])]  # one of them must not stop the others


def _deliver(futures: Sequence["asyncio.Future[Kept | Refused]"], outcomes: Sequence[Kept | Refused | NotKept]) -> None:
    for future, outcome in zip(futures, outcomes, strict=True):
        if future.done():  # whoever sent it has gone; it is kept all the same
            continue
        if isinstance(outcome, NotKept):
            future.set_exception(outcome)
        else:
            future.set_result(outcome)
