"""What can happen to a live game. Each is something that was asked for; `playing.apply` says what comes of it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Joined:
    """A student takes part, or comes back: the same seat, the same team."""

    id: int
    name: str
    guest: bool = False


@dataclass(frozen=True)
class Renamed:
    id: int
    name: str


@dataclass(frozen=True)
class Removed:
    id: int


@dataclass(frozen=True)
class LetBackIn:
    """Whoever was removed plays again: under the same name, in the same team, with what was answered."""

    id: int


@dataclass(frozen=True)
class Forgotten:
    """A student is erased: nothing of them stays in the game, nor their name."""

    id: int


@dataclass(frozen=True)
class Locked:
    """Nobody new comes in; who plays may come back."""

    locked: bool


@dataclass(frozen=True)
class NamesHidden:
    hidden: bool


@dataclass(frozen=True)
class Started:
    pass


@dataclass(frozen=True)
class WentOn:
    """The teacher goes on: to the right answer, to the standings, to the next question, to the end."""


@dataclass(frozen=True)
class Skipped:
    """The question is left out: nothing that was answered to it counts."""


@dataclass(frozen=True)
class Paused:
    pass


@dataclass(frozen=True)
class Resumed:
    pass


@dataclass(frozen=True)
class AllAnswered:
    """Everybody who plays has answered `question`; in a race, every question (None)."""

    question: int | None


@dataclass(frozen=True)
class TimePassed:
    """Nothing but the clock."""


@dataclass(frozen=True)
class LeftAlone:
    """No answer has come for LEFT_ALONE. Where nothing else has happened either, the game ends."""


@dataclass(frozen=True)
class Ended:
    pass


Event = (
    Joined
    | Renamed
    | Removed
    | LetBackIn
    | Forgotten
    | Locked
    | NamesHidden
    | Started
    | WentOn
    | Skipped
    | Paused
    | Resumed
    | AllAnswered
    | TimePassed
    | LeftAlone
    | Ended
)
