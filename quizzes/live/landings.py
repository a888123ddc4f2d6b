"""What a game earned is reckoned when it is over, beside everything else: nobody waits for rockets."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from quizzes.live.threads import asked
from quizzes.services.rewards import landed_by

logger = logging.getLogger(__name__)


class Landings:
    """One after the other, in a thread. What is not done when the server stops, the next landing makes up for."""

    def start(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="landing")
        self._undo = landed_by(self._note)

    def stop(self) -> None:
        self._undo()
        self._thread.shutdown(cancel_futures=True)

    def _note(self, land: Callable[[], None]) -> None:
        self._thread.submit(_land, land)


def _land(land: Callable[[], None]) -> None:
    try:
        asked(land)
    except Exception:
        logger.exception("a landing failed; the next one makes up for it")


landings = Landings()
