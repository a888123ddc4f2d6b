"""What a student has done that earns something: practice and getting better, never being faster than somebody."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from quizzes.rules.phrases import count


class Deed(StrEnum):
    ROUNDS = "rounds"
    STARS = "stars"
    MENDED = "mended"
    BESTS = "bests"
    GAMES = "games"
    DAYS = "days"


@dataclass(frozen=True)
class Record:
    """How often a student did each: finished a round of practice, has a star of practice, was right at a second try,
    beat an own best, flew in a live game, practised on another day."""

    rounds: int = 0
    stars: int = 0
    mended: int = 0
    bests: int = 0
    games: int = 0
    days: int = 0

    def of(self, deed: Deed) -> int:
        return int(getattr(self, deed))


@dataclass(frozen=True)
class Need:
    """What earns something: a deed, so many times."""

    deed: Deed
    times: int

    def met(self, record: Record) -> bool:
        return record.of(self.deed) >= self.times

    @property
    def words(self) -> str:
        """For the child: `Finish 3 rounds of practice`."""
        return _WORDS[self.deed](self.times)


_WORDS: dict[Deed, Callable[[int], str]] = {
    Deed.ROUNDS: lambda times: f"Finish {_some(times, 'round')} of practice",
    Deed.STARS: lambda times: f"Have {count(times, 'star')} in practice",
    Deed.MENDED: lambda times: f"Get {_some(times, 'question')} right at a second try",
    Deed.BESTS: lambda times: f"Beat your own best {_often(times)}",
    Deed.GAMES: lambda times: f"Fly in {_some(times, 'live game')}",
    Deed.DAYS: lambda times: f"Practise on {count(times, 'day')}",
}


def _some(times: int, noun: str) -> str:
    return f"a {noun}" if times == 1 else count(times, noun)


def _often(times: int) -> str:
    return {1: "once", 2: "twice"}.get(times, f"{times} times")
