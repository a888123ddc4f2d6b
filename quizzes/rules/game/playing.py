"""How a live game goes: `apply(game, event, now)` is the game after the event.

An event that no longer fits (a second tap on *Next*, a pause when all is over) gives the same game back. Refused, with
a sentence for whoever asked, is only who may not come in.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from quizzes.rules.game.events import (
    AllAnswered,
    Ended,
    Event,
    Forgotten,
    Joined,
    LeftAlone,
    LetBackIn,
    Locked,
    NamesHidden,
    Paused,
    Removed,
    Renamed,
    Resumed,
    Skipped,
    Started,
    TimePassed,
    WentOn,
)
from quizzes.rules.game.values import GRACE, LONGEST_NAME, Game, Pace, Phase, Player
from quizzes.rules.refusals import JoinRefused
from quizzes.rules.words import tidy


def apply(game: Game, event: Event, now: float) -> Game:
    """The game after the event. Whatever the clock ended before `now` has ended first. Raises JoinRefused."""
    after = _HANDLERS[type(event)](_at(game, now), event, now)
    return game if after == game else replace(after, changed_at=now)


def _at(game: Game, now: float) -> Game:
    """The game when the clock has had its say."""
    if game.closes_at is None or game.paused or now <= game.closes_at + GRACE:
        return game
    return _revealed(game) if game.phase is Phase.QUESTION else _over(game) if game.phase is Phase.FLYING else game


def _joined(game: Game, event: Joined, now: float) -> Game:
    if game.player(event.id):
        return game
    if any(player.id == event.id for player in game.players):
        raise JoinRefused("You are not in this game any more. Talk to your teacher.")
    if game.is_over:
        raise JoinRefused("This game is over.")
    if game.locked:
        raise JoinRefused("The doors of this game are shut. Ask your teacher to open them.")
    team = _smallest_team(game) if game.settings.teams else None
    return replace(game, players=(*game.players, Player(event.id, _name(event.name), team, event.guest)))


def _renamed(game: Game, event: Renamed, now: float) -> Game:
    name = _name(event.name)
    return _with_player(game, event.id, name=name) if name else game


def _removed(game: Game, event: Removed, now: float) -> Game:
    return _with_player(game, event.id, removed=True)


def _let_back_in(game: Game, event: LetBackIn, now: float) -> Game:
    return _with_player(game, event.id, removed=False)


def _forgotten(game: Game, event: Forgotten, now: float) -> Game:
    return replace(game, players=tuple(player for player in game.players if player.id != event.id))


def _locked(game: Game, event: Locked, now: float) -> Game:
    return replace(game, locked=event.locked)


def _names_hidden(game: Game, event: NamesHidden, now: float) -> Game:
    return replace(game, names_hidden=event.hidden)


def _started(game: Game, event: Started, now: float) -> Game:
    if game.phase is not Phase.LOBBY:
        return game
    game = _balanced(game)
    if game.settings.pace is Pace.OWN:
        return replace(game, phase=Phase.FLYING, closes_at=_deadline(game, now))
    return _next_question(game, now)


def _went_on(game: Game, event: WentOn, now: float) -> Game:
    if game.paused:
        return game
    match game.phase:
        case Phase.QUESTION:
            return _revealed(game)
        case Phase.REVEAL:
            return replace(game, phase=Phase.STANDINGS)
        case Phase.STANDINGS:
            return _next_question(game, now)
        case _:
            return game


def _skipped(game: Game, event: Skipped, now: float) -> Game:
    if game.phase is not Phase.QUESTION or game.question is None:
        return game
    left_out = replace(game, skipped=game.skipped | {game.question}, paused=False, left=None)
    return _next_question(left_out, now)


def _paused(game: Game, event: Paused, now: float) -> Game:
    if game.paused or game.phase not in {Phase.QUESTION, Phase.FLYING}:
        return game
    return replace(game, paused=True, left=game.closes_in(now), closes_at=None)


def _resumed(game: Game, event: Resumed, now: float) -> Game:
    if not game.paused:
        return game
    return replace(game, paused=False, closes_at=None if game.left is None else now + game.left, left=None)


def _all_answered(game: Game, event: AllAnswered, now: float) -> Game:
    if game.paused:
        return game
    if game.phase is Phase.QUESTION and event.question == game.question:
        return _revealed(game)
    return _over(game) if game.phase is Phase.FLYING and event.question is None else game


def _time_passed(game: Game, event: TimePassed, now: float) -> Game:
    return game


def _left_alone(game: Game, event: LeftAlone, now: float) -> Game:
    return _over(game) if game.is_left_alone(now) else game


def _ended(game: Game, event: Ended, now: float) -> Game:
    return _over(game)


_HANDLERS: dict[type, Callable[[Game, Any, float], Game]] = {
    Joined: _joined,
    Renamed: _renamed,
    Removed: _removed,
    LetBackIn: _let_back_in,
    Forgotten: _forgotten,
    Locked: _locked,
    NamesHidden: _names_hidden,
    Started: _started,
    WentOn: _went_on,
    Skipped: _skipped,
    Paused: _paused,
    Resumed: _resumed,
    AllAnswered: _all_answered,
    TimePassed: _time_passed,
    LeftAlone: _left_alone,
    Ended: _ended,
}


def _revealed(game: Game) -> Game:
    """The question is over, and its key is known."""
    shown = {game.question} if game.question is not None else set()
    return replace(game, phase=Phase.REVEAL, revealed=game.revealed | shown, closes_at=None, paused=False, left=None)


def _next_question(game: Game, now: float) -> Game:
    if game.place >= len(game.questions):
        return _over(game)
    return replace(game, phase=Phase.QUESTION, place=game.place + 1, closes_at=_deadline(game, now))


def _over(game: Game) -> Game:
    """Once and for all. The question that was being asked is revealed, unless it was left out: nobody can answer it any
    more."""
    if game.phase is Phase.QUESTION and game.question not in game.skipped:
        game = _revealed(game)
    return replace(game, phase=Phase.OVER, closes_at=None, paused=False, left=None)


def _deadline(game: Game, now: float) -> float | None:
    return None if game.settings.seconds is None else now + game.settings.seconds


def _smallest_team(game: Game) -> int:
    sizes = Counter(player.team for player in game.playing)
    return min(range(game.settings.teams), key=lambda team: (sizes[team], team))


def _balanced(game: Game) -> Game:
    """Teams that differ by one player at most; as few as possible change sides."""
    while game.settings.teams:
        sizes = Counter(dict.fromkeys(range(game.settings.teams), 0))
        sizes.update(player.team for player in game.playing if player.team is not None)
        (largest, most), (smallest, fewest) = max(sizes.items(), key=_size), min(sizes.items(), key=_size)
        if most - fewest <= 1:
            return game
        moving = next(player for player in reversed(game.playing) if player.team == largest)
        game = _with_player(game, moving.id, team=smallest)
    return game


def _size(team: tuple[int, int]) -> int:
    return team[1]


def _with_player(game: Game, id: int, **changes: Any) -> Game:
    players = tuple(replace(player, **changes) if player.id == id else player for player in game.players)
    return replace(game, players=players)


def _name(text: str) -> str:
    return tidy(text)[:LONGEST_NAME].rstrip()
