"""Reading and marking what was kept, in a thread that gives way to what still comes in."""

import logging
import time
from collections import deque
from collections.abc import Callable, Sequence
from threading import Event, Thread
from uuid import UUID

from django.db import DatabaseError, connections

from quizzes.queries.intake import awaiting
from quizzes.services.intake import AT_ONCE, settle_these

logger = logging.getLogger(__name__)

LONGEST_WAIT = 1.0
"""Seconds after which some are read however much comes in."""

A_MOMENT = 0.02
LOOK_EVERY = 2.0


class Settler:
    """Settles what this process has kept, in order; at the start, and when woken, also what another has left."""

    def __init__(self, is_rush: Callable[[], bool]) -> None:
        self._is_rush = is_rush
        self._ids: deque[UUID] = deque()
        self._something = Event()
        self._woken = False
        self._stopping = False
        self._looked = float("-inf")
        self._thread: Thread | None = None

    def start(self) -> None:
        self._stopping = False
        self._looked = float("-inf")
        self.wake()
        self._thread = Thread(target=self._run, name="settling", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """What is not read yet is read at the next start."""
        self._stopping = True
        self._something.set()
        if self._thread:
            self._thread.join()

    def add(self, ids: Sequence[UUID]) -> None:
        self._ids.extend(ids)
        self._something.set()

    def wake(self) -> None:
        """Somebody looks at a game: what waits there since a process died is to be found."""
        self._woken = True
        self._something.set()

    def _run(self) -> None:
        while not self._stopping:
            if self._woken and not self._ids:
                self._woken = False
                self._look()
            if self._ids:
                self._give_way()
                most = 1 if self._is_rush() else AT_ONCE
                _settle([self._ids.popleft() for _ in range(min(len(self._ids), most))])
            elif not self._woken:
                connections.close_all()
                self._something.wait()
            self._something.clear()
        connections.close_all()

    def _look(self) -> None:
        """Finds what nobody seems to be settling; the newest first, as somebody who is would be at the oldest."""
        now = time.monotonic()
        if now - self._looked < LOOK_EVERY:
            return
        at_the_start, self._looked = self._looked < 0, now
        try:
            self._ids.extend(reversed(awaiting(overdue=not at_the_start)))
        except DatabaseError:
            logger.exception("what awaits the reader could not be looked for")
            connections.close_all()

    def _give_way(self) -> None:
        """What comes in has precedence, but never for longer than LONGEST_WAIT."""
        until = time.monotonic() + LONGEST_WAIT
        while self._is_rush() and time.monotonic() < until and not self._stopping:
            time.sleep(A_MOMENT)


def _settle(ids: Sequence[UUID]) -> None:
    """What fails stays as it is and is tried again when somebody looks; one that fails does not stop the others."""
    try:
        settle_these(ids)
    except Exception:
        logger.exception("%d answers of a live game could not be settled", len(ids))
        connections.close_all()
        if len(ids) > 1:
            for one in ids:
                _settle([one])
