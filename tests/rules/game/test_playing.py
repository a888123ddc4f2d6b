"""What becomes of a game. Times are seconds from when it was opened."""

import pytest

from quizzes.rules.game import Game, Pace, Phase, Player, Settings, Timing, apply
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
from quizzes.rules.game.values import GRACE, LEFT_ALONE, TEAMS
from quizzes.rules.refusals import JoinRefused

LED = Settings(seconds=20)
UNTIMED = Settings()
RACE = Settings(pace=Pace.OWN, seconds=300)
ANA, BEN, CLEO = (Joined(number, name) for number, name in enumerate(["Ana", "Ben", "Cleo"], start=1))
GOING_ON = [WentOn(), WentOn(), WentOn()]
"""From a question to the next: its reveal, the standings, the question."""


def played(settings: Settings, *events: Event, at: float = 0.0, questions: tuple[int, ...] = (7, 8)) -> Game:
    game = Game(settings, questions)
    for event in events:
        game = apply(game, event, at)
    return game


PHASES = [
    ("opened", [], Phase.LOBBY, 0),
    ("started", [Started()], Phase.QUESTION, 1),
    ("started twice", [Started(), Started()], Phase.QUESTION, 1),
    ("gone on in the lobby", [WentOn()], Phase.LOBBY, 0),
    ("revealed", [Started(), WentOn()], Phase.REVEAL, 1),
    ("standings", [Started(), WentOn(), WentOn()], Phase.STANDINGS, 1),
    ("the second question", [Started(), *GOING_ON], Phase.QUESTION, 2),
    ("all gone through", [Started(), *GOING_ON, *GOING_ON], Phase.OVER, 2),
    ("gone on when it is over", [Started(), *GOING_ON, *GOING_ON, WentOn()], Phase.OVER, 2),
    ("everybody has answered", [Started(), AllAnswered(7)], Phase.REVEAL, 1),
    ("everybody has answered, told twice", [Started(), AllAnswered(7), AllAnswered(7)], Phase.REVEAL, 1),
    ("everybody has answered another question", [Started(), AllAnswered(8)], Phase.QUESTION, 1),
    ("skipped", [Started(), Skipped()], Phase.QUESTION, 2),
    ("skipped in the lobby", [Skipped()], Phase.LOBBY, 0),
    ("skipped when it is revealed", [Started(), WentOn(), Skipped()], Phase.REVEAL, 1),
    ("all skipped", [Started(), Skipped(), Skipped()], Phase.OVER, 2),
    ("ended early", [Started(), Ended()], Phase.OVER, 1),
    ("ended in the lobby", [Ended()], Phase.OVER, 0),
    ("started when it is over", [Ended(), Started()], Phase.OVER, 0),
    ("gone on while paused", [Started(), Paused(), WentOn()], Phase.QUESTION, 1),
    ("everybody has answered while paused", [Started(), Paused(), AllAnswered(7)], Phase.QUESTION, 1),
]


@pytest.mark.parametrize(("events", "phase", "place"), [row[1:] for row in PHASES], ids=[row[0] for row in PHASES])
def test_a_led_game_goes_question_by_question(events: list[Event], phase: Phase, place: int) -> None:
    game = played(UNTIMED, *events)
    assert (game.phase, game.place) == (phase, place)


RACES = [
    ("started", [Started()], Phase.FLYING),
    ("gone on", [Started(), WentOn()], Phase.FLYING),
    ("skipped", [Started(), Skipped()], Phase.FLYING),
    ("everybody is through", [Started(), AllAnswered(None)], Phase.OVER),
    ("everybody has answered one question", [Started(), AllAnswered(7)], Phase.FLYING),
    ("ended", [Started(), Ended()], Phase.OVER),
]


@pytest.mark.parametrize(("events", "phase"), [row[1:] for row in RACES], ids=[row[0] for row in RACES])
def test_in_a_race_all_questions_fly_at_once(events: list[Event], phase: Phase) -> None:
    game = played(RACE, *events)
    assert (game.phase, game.question, game.revealed) == (phase, None, frozenset())


CLOCKS = [
    ("before the end", LED, [Started()], 19.9, Phase.QUESTION),
    ("an answer on its way is waited for", LED, [Started()], 20 + GRACE, Phase.QUESTION),
    ("the end", LED, [Started()], 20.1 + GRACE, Phase.REVEAL),
    ("a pause stops it", LED, [Started(), Paused()], 1_000, Phase.QUESTION),
    ("a race", RACE, [Started()], 300.1 + GRACE, Phase.OVER),
    ("a race that is paused", RACE, [Started(), Paused()], 1_000, Phase.FLYING),
    ("no clock", UNTIMED, [Started()], 1e9, Phase.QUESTION),
    ("nobody is hurried in the lobby", LED, [], 1e9, Phase.LOBBY),
    ("nor at the reveal", LED, [Started(), WentOn()], 1e9, Phase.REVEAL),
]


@pytest.mark.parametrize(
    ("settings", "events", "now", "phase"), [row[1:] for row in CLOCKS], ids=[row[0] for row in CLOCKS]
)
def test_the_clock_ends_what_is_asked(settings: Settings, events: list[Event], now: float, phase: Phase) -> None:
    assert apply(played(settings, *events), TimePassed(), now).phase is phase


def test_what_the_clock_has_ended_has_ended_before_anything_else_happens() -> None:
    game = apply(played(LED, Started()), WentOn(), 30.0)
    assert (game.phase, game.place) == (Phase.STANDINGS, 1)


def test_a_pause_keeps_the_rest_of_the_clock() -> None:
    game = apply(played(LED, Started()), Paused(), 5.0)
    assert (game.closes_in(99.0), game.closes_at) == (15.0, None)
    game = apply(game, Resumed(), 100.0)
    assert (game.closes_in(101.0), game.closes_at, game.left) == (14.0, 115.0, None)


@pytest.mark.parametrize("event", [Skipped(), Ended()])
def test_whoever_leaves_a_paused_question_leaves_the_pause(event: Event) -> None:
    game = played(LED, Started(), Paused(), event)
    assert (game.paused, game.left) == (False, None)


@pytest.mark.parametrize("events", [[], [Started(), WentOn()], [Ended()]])
def test_only_what_runs_can_be_paused(events: list[Event]) -> None:
    assert played(LED, *events, Paused()) == played(LED, *events)


def test_a_question_that_is_left_out_is_never_revealed() -> None:
    game = played(UNTIMED, Started(), Skipped(), Skipped())
    assert (game.skipped, game.revealed) == ({7, 8}, frozenset())


def test_a_question_that_the_end_cuts_off_is_revealed() -> None:
    assert played(UNTIMED, Started(), Ended()).revealed == {7}
    assert played(UNTIMED, Ended()).revealed == frozenset()


def test_whoever_comes_back_has_the_same_seat_and_team() -> None:
    settings = Settings(teams=2)
    game = played(settings, ANA, BEN, Started())
    assert apply(game, Joined(2, "Another name"), 9.0) == game
    assert game.player(2) == Player(2, "Ben", 1)


@pytest.mark.parametrize(
    ("events", "sentence"),
    [
        ([ANA, Removed(1)], "You are not in this game any more. Talk to your teacher."),
        ([Locked(True)], "The doors of this game are shut. Ask your teacher to open them."),
        ([Ended()], "This game is over."),
    ],
    ids=["removed", "locked", "over"],
)
def test_who_may_not_come_in_is_told_why(events: list[Event], sentence: str) -> None:
    with pytest.raises(JoinRefused, match=sentence):
        apply(played(LED, *events), ANA, 1.0)


def test_who_plays_comes_back_through_shut_doors_and_after_the_end() -> None:
    for event in (Locked(True), Ended()):
        game = played(LED, ANA, event)
        assert apply(game, ANA, 1.0) == game


def test_doors_open_again_and_latecomers_are_welcome() -> None:
    game = played(LED, Started(), Locked(True), Locked(False), BEN)
    assert [player.name for player in game.playing] == ["Ben"]


NAMES = [
    ("as it is", "Zoe", "Zoe"),
    ("spaces", "  Zoe   Ng ", "Zoe Ng"),
    ("too long", "Wolfeschlegelsteinhausenbergerdorff", "Wolfeschlegelsteinhausen"),
    ("cut at a space", "Wolfeschlegelsteinhause bergerdorff", "Wolfeschlegelsteinhause"),
]


@pytest.mark.parametrize(("text", "name"), [row[1:] for row in NAMES], ids=[row[0] for row in NAMES])
def test_a_name_is_tidied_and_cut(text: str, name: str) -> None:
    assert played(LED, Joined(1, text)).player(1) == Player(1, name)
    assert played(LED, ANA, Renamed(1, text)).player(1) == Player(1, name)


def test_nobody_is_left_without_a_name() -> None:
    assert played(LED, ANA, Renamed(1, " \n ")).player(1) == Player(1, "Ana")


def test_whoever_was_removed_is_not_among_the_players() -> None:
    game = played(LED, ANA, BEN, Removed(1))
    assert (game.player(1), [player.name for player in game.playing]) == (None, ["Ben"])
    assert [player.id for player in game.players] == [1, 2]


def test_whoever_was_removed_is_let_back_in_to_the_same_team_also_where_the_doors_are_shut() -> None:
    before = played(Settings(teams=2), ANA, BEN, CLEO)
    game = apply(before, Removed(2), 0.0)
    assert [player.name for player in game.removed] == ["Ben"]
    assert apply(game, LetBackIn(2), 0.0) == before
    assert played(LED, ANA, Started(), Removed(1), Locked(True), LetBackIn(1)).player(1) == Player(1, "Ana")
    assert apply(before, LetBackIn(2), 0.0) == before


@pytest.mark.parametrize("settings", [UNTIMED, Settings(pace=Pace.OWN)], ids=["led", "race"])
def test_a_game_in_which_nothing_happens_ends_by_itself(settings: Settings) -> None:
    game = apply(played(settings, ANA), Started(), 100.0)
    assert apply(game, LeftAlone(), 99.0 + LEFT_ALONE) == game
    ended = apply(game, LeftAlone(), 100.0 + LEFT_ALONE)
    assert (ended.phase, ended.playing) == (Phase.OVER, game.playing)
    assert apply(ended, LeftAlone(), 100.0 + 2 * LEFT_ALONE) is ended


@pytest.mark.parametrize("event", [Locked(True), BEN, Renamed(1, "Anna"), Paused(), WentOn()], ids=str)
def test_a_game_in_which_something_happened_goes_on(event: Event) -> None:
    game = apply(played(UNTIMED, ANA, Started()), event, 50.0)
    assert game.changed_at == 50.0
    assert apply(game, LeftAlone(), 49.0 + LEFT_ALONE) == game


def test_what_changes_nothing_has_not_happened() -> None:
    game = played(UNTIMED, ANA, Started())
    for event in (ANA, Started(), Resumed(), TimePassed(), AllAnswered(8)):
        assert apply(game, event, 50.0) is game


def test_what_happens_to_somebody_unknown_changes_nothing() -> None:
    game = played(LED, ANA)
    for event in (Renamed(9, "Zoe"), Removed(9), LetBackIn(9)):
        assert apply(game, event, 0.0) == game


def test_names_are_hidden_and_shown() -> None:
    assert played(LED, NamesHidden(True)).names_hidden
    assert not played(LED, NamesHidden(True), NamesHidden(False)).names_hidden


def test_teams_are_told_apart_by_their_first_letters() -> None:
    assert len({name[0] for name in TEAMS}) == len(TEAMS)


def test_newcomers_go_to_the_smallest_team_and_the_start_evens_teams_out() -> None:
    settings = Settings(teams=2)
    joined = [Joined(number, f"P{number}") for number in range(1, 7)]
    game = played(settings, *joined, Removed(2), Removed(4), Removed(6))
    assert [player.team for player in game.playing] == [0, 0, 0]
    started = apply(game, Started(), 0.0)
    assert [(player.id, player.team) for player in started.playing] == [(1, 0), (3, 0), (5, 1)]
    assert apply(started, Joined(9, "Late"), 0.0).player(9) == Player(9, "Late", 1)


TIMINGS = [
    ("in the lobby", LED, [], 7, 0, Timing.TOO_EARLY),
    ("of another game", LED, [Started()], 99, 0, Timing.TOO_EARLY),
    ("the question of the moment", LED, [Started()], 7, 20, Timing.IN_TIME),
    ("on its way when the clock ended", LED, [Started()], 7, 20 + GRACE, Timing.IN_TIME),
    ("after the clock", LED, [Started()], 7, 20.1 + GRACE, Timing.LATE),
    ("the next question", LED, [Started()], 8, 0, Timing.TOO_EARLY),
    ("after the reveal", LED, [Started(), WentOn()], 7, 1, Timing.LATE),
    ("the question before", LED, [Started(), *GOING_ON], 7, 1, Timing.LATE),
    ("written before the pause", LED, [Started(), Paused()], 7, 500, Timing.IN_TIME),
    ("left out", LED, [Started(), Skipped()], 7, 1, Timing.LATE),
    ("over", LED, [Started(), Ended()], 7, 1, Timing.LATE),
    ("a race in the lobby", RACE, [], 7, 0, Timing.TOO_EARLY),
    ("any question of a race", RACE, [Started()], 8, 5, Timing.IN_TIME),
    ("after the race", RACE, [Started()], 8, 302, Timing.LATE),
    ("a race that is over", RACE, [Started(), Ended()], 8, 5, Timing.LATE),
    ("of another race", RACE, [Started()], 99, 5, Timing.TOO_EARLY),
]


@pytest.mark.parametrize(
    ("settings", "events", "question", "now", "timing"),
    [row[1:] for row in TIMINGS],
    ids=[row[0] for row in TIMINGS],
)
def test_when_an_answer_came(
    settings: Settings, events: list[Event], question: int, now: float, timing: Timing
) -> None:
    assert played(settings, *events).timing(question, now) is timing


@pytest.mark.parametrize("before", [(), (Removed(1),), (Started(),), (Ended(),)], ids=str)
def test_nothing_stays_of_whoever_is_erased_and_they_may_come_as_somebody_new(before: tuple[Event, ...]) -> None:
    game = played(UNTIMED, ANA, BEN, *before, Forgotten(1))
    assert [player.name for player in game.players] == ["Ben"]
    assert played(UNTIMED, ANA, Removed(1), Forgotten(1), ANA).player(1) == Player(1, "Ana")
