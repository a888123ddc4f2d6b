"""Who is ahead, told so that nobody is shown to be behind."""

from collections import Counter
from collections.abc import Iterable, Mapping
from statistics import median_high

from quizzes.rules.game.points import Tally
from quizzes.rules.game.values import Player

MOST_LEADERS = 5


def leaders(tallies: Mapping[Player, Tally], most: int = MOST_LEADERS) -> tuple[tuple[Player, Tally], ...]:
    """The players ahead, at most `most`, best first; those with the same points stand by name.

    Nobody without points, nobody below the middle of the class, and not the last, unless all are level. The same
    points are the same place: where a place is shared by more than there is room for, none of them is shown rather
    than some.
    """
    if not tallies:
        return ()
    lowest = _lowest_shown([tally.points for tally in tallies.values()])
    ahead = [(player, tally) for player, tally in tallies.items() if tally.points >= lowest]
    sharing = Counter(tally.points for _, tally in ahead)
    shown = [each for each in ahead if _down_to(each[1].points, sharing) <= most]
    return tuple(sorted(shown, key=lambda each: (-each[1].points, each[0].name.casefold(), each[0].id)))


def _lowest_shown(points: list[int]) -> int:
    last = min(points)
    return max(1, median_high(points), last if last == max(points) else last + 1)


def _down_to(points: int, sharing: Mapping[int, int]) -> int:
    """How many have these points or more."""
    return sum(count for others, count in sharing.items() if others >= points)


def team_points(players: Iterable[Player], tallies: Mapping[Player, Tally], teams: int) -> tuple[int, ...]:
    """What the players of each team have on average, rounded half up, so that a larger team has no advantage.

    A player without a tally has no points; a team without players has none.
    """
    points: list[list[int]] = [[] for _ in range(teams)]
    for player in players:
        if player.team is not None:
            points[player.team].append(tallies.get(player, Tally()).points)
    return tuple(_mean(each) for each in points)


def _mean(points: list[int]) -> int:
    return (2 * sum(points) + len(points)) // (2 * len(points)) if points else 0
