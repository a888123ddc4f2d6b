import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules.game import Player
from quizzes.rules.game.points import Tally
from quizzes.rules.game.standings import leaders, team_points

NAMES = ["Ana", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hana", "Ida", "Jon", "Kim", "Lea"]


def tallies(*points: int) -> dict[Player, Tally]:
    return {Player(number, NAMES[number]): Tally(points=each) for number, each in enumerate(points)}


LEADERS = [
    ("nobody plays", [], []),
    ("alone", [100], ["Ana"]),
    ("alone without points", [0], []),
    ("nobody has points", [0, 0, 0, 0], []),
    ("one of two", [100, 200], ["Ben"]),
    ("not the last two of three", [100, 100, 200], ["Cleo"]),
    ("both, where they are level", [100, 100], ["Ana", "Ben"]),
    ("the upper half of four", [100, 400, 300, 200], ["Ben", "Cleo"]),
    ("never who has nothing", [100, 0, 0], ["Ana"]),
    ("five of ten", [10, 9, 8, 7, 6, 5, 4, 3, 2, 1], ["Ana", "Ben", "Cleo", "Dan", "Eve"]),
    ("five of twelve", [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1], ["Ana", "Ben", "Cleo", "Dan", "Eve"]),
    ("the same place by name", [10, 20, 20, 1, 1], ["Ben", "Cleo", "Ana"]),
    ("a fifth place that two share", [9, 8, 7, 6, 5, 5, 1, 1, 1, 1, 1], ["Ana", "Ben", "Cleo", "Dan"]),
    ("a first place that six share", [9, 9, 9, 9, 9, 9, 1, 1], []),
]


@pytest.mark.parametrize(("points", "names"), [row[1:] for row in LEADERS], ids=[row[0] for row in LEADERS])
def test_the_players_ahead(points: list[int], names: list[str]) -> None:
    assert [player.name for player, _ in leaders(tallies(*points))] == names


@given(st.lists(st.integers(0, 5), max_size=12), st.integers(1, 5))
def test_who_stands_there_is_ahead_and_nobody_level_with_them_is_missing(points: list[int], most: int) -> None:
    class_ = tallies(*points)
    shown = dict(leaders(class_, most))
    assert len(shown) <= most
    for player, tally in class_.items():
        if player not in shown:
            assert all(tally.points < other.points for other in shown.values())
    if len(set(points)) > 1:
        assert min(points) not in {tally.points for tally in shown.values()}


def test_a_team_has_what_its_players_have_on_average() -> None:
    players = [Player(1, "Ana", 0), Player(2, "Ben", 0), Player(3, "Cleo", 0), Player(4, "Dan", 1)]
    points = {players[0]: Tally(100), players[1]: Tally(211), players[3]: Tally(210)}
    assert team_points(players, points, 3) == (104, 210, 0)


def test_half_a_point_is_rounded_up() -> None:
    players = [Player(1, "Ana", 0), Player(2, "Ben", 0)]
    assert team_points(players, {players[0]: Tally(1)}, 1) == (1,)


def test_without_teams_no_team_has_points() -> None:
    assert team_points([Player(1, "Ana")], {}, 0) == ()
