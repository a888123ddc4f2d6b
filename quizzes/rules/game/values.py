"""The live game as one immutable value: who plays, which question is asked, and since when.

What the children answered is no part of it: points, counts and standings are derived from the answers. Times are
seconds since 1970, and come in as arguments.
"""

from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any, Self

GRACE = 1.0
"""Seconds after the countdown in which an answer is still in time: it was on its way."""

LEFT_ALONE = 12 * 60 * 60.0
"""Seconds in which nothing happens, after which a game's teacher has forgotten to end it."""

TEAMS = ("Comets", "Moons", "Novas", "Orbits", "Rings", "Suns")
LONGEST_NAME = 24


class Pace(StrEnum):
    LED = "led"  # question by question, as the teacher goes on
    OWN = "own"  # everyone at their own speed: a race


class Phase(StrEnum):
    LOBBY = "lobby"
    QUESTION = "question"
    REVEAL = "reveal"
    STANDINGS = "standings"
    FLYING = "flying"  # everyone at their own speed
    OVER = "over"


class Timing(StrEnum):
    """When an answer came, as the game sees it."""

    IN_TIME = "in time"
    LATE = "late"
    TOO_EARLY = "too early"  # its question has not been asked: nobody can know of it


@dataclass(frozen=True)
class Settings:
    """How the teacher wants to play. `seconds` bound each question of a led game, or a whole race; None: no clock."""

    pace: Pace = Pace.LED
    seconds: int | None = None
    teams: int = 0
    guests: bool = False
    leaderboard: bool = False
    speed_points: bool = False


@dataclass(frozen=True)
class Player:
    """A student who plays; `id` is the student's. Whoever is removed stays known, and out until let back in."""

    id: int
    name: str
    team: int | None = None
    guest: bool = False
    removed: bool = False


@dataclass(frozen=True)
class Game:
    """`place` counts the questions asked, from 1; 0 before the first. `left` is the rest of the clock while paused.
    `changed_at`: when something last happened, or it was opened; answers are no part of that."""

    settings: Settings
    questions: tuple[int, ...]
    players: tuple[Player, ...] = ()
    phase: Phase = Phase.LOBBY
    place: int = 0
    revealed: frozenset[int] = frozenset()
    skipped: frozenset[int] = frozenset()
    closes_at: float | None = None
    paused: bool = False
    left: float | None = None
    locked: bool = False
    names_hidden: bool = False
    changed_at: float = 0.0

    @property
    def question(self) -> int | None:
        """The id of the question of the moment, from when it is asked until the next one is."""
        return self.questions[self.place - 1] if self.place else None

    @property
    def playing(self) -> tuple[Player, ...]:
        return tuple(player for player in self.players if not player.removed)

    @property
    def removed(self) -> tuple[Player, ...]:
        return tuple(player for player in self.players if player.removed)

    @property
    def is_over(self) -> bool:
        return self.phase is Phase.OVER

    def is_left_alone(self, now: float) -> bool:
        """Whether it has stood still for so long that it ends by itself, unless answers have come."""
        return not self.is_over and now - self.changed_at >= LEFT_ALONE

    def player(self, student: int) -> Player | None:
        """Whoever plays under this id; None also for whoever was removed."""
        return next((player for player in self.playing if player.id == student), None)

    def was_asked(self, question: int) -> bool:
        """Whether players may know of the question. Raises ValueError for one that is none of the game's."""
        if self.settings.pace is Pace.OWN:
            return self.phase is not Phase.LOBBY and question in self.questions
        return self.questions.index(question) < self.place

    def is_revealed(self, question: int) -> bool:
        """Whether the key may be known to everybody: of a led game alone, whose question is over."""
        return question in self.revealed

    def timing(self, question: int, now: float) -> Timing:
        """Whether an answer to `question` that comes now counts."""
        if question not in self.questions or not self.was_asked(question):
            return Timing.TOO_EARLY
        if self.settings.pace is Pace.OWN:
            is_open = self.phase is Phase.FLYING
        else:
            is_open = self.phase is Phase.QUESTION and question == self.question
        in_time = self.closes_at is None or now <= self.closes_at + GRACE
        return Timing.IN_TIME if is_open and (self.paused or in_time) else Timing.LATE

    def closes_in(self, now: float) -> float | None:
        """Seconds left on the clock, never negative; None without a clock."""
        if self.paused:
            return self.left
        return None if self.closes_at is None else max(0.0, self.closes_at - now)

    def to_json(self) -> dict[str, Any]:
        return vars(self) | {
            "settings": asdict(self.settings),
            "questions": list(self.questions),
            "players": [dict(vars(player)) for player in self.players],  # asdict takes twenty times as long
            "revealed": sorted(self.revealed),
            "skipped": sorted(self.skipped),
        }

    @classmethod
    def from_json(cls, body: dict[str, Any]) -> Self:
        """The game that `to_json` wrote."""
        settings = body["settings"]
        game = cls(**body | {"questions": tuple(body["questions"])})
        return replace(
            game,
            settings=Settings(**settings | {"pace": Pace(settings["pace"])}),
            players=tuple(Player(**player) for player in body["players"]),
            phase=Phase(body["phase"]),
            revealed=frozenset(body["revealed"]),
            skipped=frozenset(body["skipped"]),
        )
