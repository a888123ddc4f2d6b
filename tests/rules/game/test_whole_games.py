"""Whole games of random events at random times: what holds in each of them."""

import json
from collections import Counter
from typing import Any

from hypothesis import settings as run
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from quizzes.rules.game import Game, Pace, Phase, Settings, Timing, apply
from quizzes.rules.game.events import (
    AllAnswered,
    Ended,
    Event,
    Joined,
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
from quizzes.rules.game.values import GRACE, LONGEST_NAME, TEAMS
from quizzes.rules.refusals import JoinRefused

ids = st.integers(1, 12)
STEPS = (WentOn, Skipped)
"""Whoever asks for these twice goes on twice; all else is as if it was asked once."""

NEXT = {
    Phase.LOBBY: {Phase.QUESTION, Phase.FLYING, Phase.OVER},
    Phase.QUESTION: {
        Phase.QUESTION,
        Phase.REVEAL,
        Phase.OVER,
        Phase.STANDINGS,
    },  # the last: the clock, then the teacher
    Phase.REVEAL: {Phase.STANDINGS, Phase.OVER},
    Phase.STANDINGS: {Phase.QUESTION, Phase.OVER},
    Phase.FLYING: {Phase.OVER},
    Phase.OVER: set(),
}


class WholeGame(RuleBasedStateMachine):
    @initialize(
        settings=st.builds(
            Settings,
            pace=st.sampled_from(Pace),
            seconds=st.none() | st.integers(1, 30),
            teams=st.integers(0, len(TEAMS)),
            guests=st.booleans(),
        ),
        questions=st.lists(st.integers(1, 50), max_size=5, unique=True),
    )
    def opened(self, settings: Settings, questions: list[int]) -> None:
        self.now, self.game = 0.0, Game(settings, tuple(questions))
        self.removed: set[int] = set()

    @rule(seconds=st.floats(0.0, 20.0))
    def time_goes_by(self, seconds: float) -> None:
        self.now += seconds

    @rule(id=ids, name=st.text(min_size=1, max_size=40), guest=st.booleans())
    def somebody_joins(self, id: int, name: str, guest: bool) -> None:
        known, was_open = self.game.player(id) is not None, not (self.game.is_over or self.game.locked)
        try:
            self.happens(Joined(id, name, guest))
        except JoinRefused:
            assert not known
            assert id in self.removed or not was_open or self.clock_has_ended
        else:
            assert self.game.player(id) is not None
            assert id not in self.removed

    @rule(id=ids)
    def somebody_is_removed(self, id: int) -> None:
        if self.game.player(id) is not None:
            self.removed.add(id)
        self.happens(Removed(id))
        assert self.game.player(id) is None

    @rule(id=ids)
    def somebody_is_let_back_in(self, id: int) -> None:
        self.removed.discard(id)
        self.happens(LetBackIn(id))

    @rule(id=ids, name=st.text(max_size=40))
    def somebody_is_renamed(self, id: int, name: str) -> None:
        self.happens(Renamed(id, name))

    @rule()
    def the_teacher_starts(self) -> None:
        was_waiting = self.game.phase is Phase.LOBBY
        self.happens(Started())
        if was_waiting:
            assert self.game.phase is not Phase.LOBBY
            sizes = Counter(player.team for player in self.game.playing)
            of_teams = [sizes[team] for team in range(self.game.settings.teams)]
            assert not of_teams or max(of_teams) - min(of_teams) <= 1

    @rule(event=st.sampled_from([WentOn(), WentOn(), WentOn(), Skipped(), Paused(), Resumed(), TimePassed()]))
    def the_teacher_leads(self, event: Event) -> None:
        self.happens(event)

    @rule(event=st.builds(Locked, st.booleans()) | st.builds(NamesHidden, st.booleans()))
    def the_teacher_sets_the_doors_or_names(self, event: Event) -> None:
        self.happens(event)

    @rule(data=st.data())
    def everybody_has_answered(self, data: st.DataObject) -> None:
        self.happens(AllAnswered(data.draw(st.sampled_from([*self.game.questions, None]))))

    @precondition(lambda self: self.game.place > 1 or self.game.phase is Phase.FLYING)
    @rule()
    def the_teacher_ends_it(self) -> None:
        self.happens(Ended())
        assert self.game.is_over

    def happens(self, event: Event) -> None:
        before, after = self.game, apply(self.game, event, self.now)
        assert after.phase is before.phase or after.phase in NEXT[before.phase]
        assert after.place in {before.place, before.place + 1} or isinstance(event, STEPS)
        assert after.place >= before.place
        assert after.revealed >= before.revealed
        assert after.skipped >= before.skipped
        assert {player.id for player in after.players} >= {player.id for player in before.players}
        assert (after.settings, after.questions) == (before.settings, before.questions)
        if not isinstance(event, STEPS):
            assert apply(after, event, self.now) == after
        self.game = after

    @property
    def clock_has_ended(self) -> bool:
        return self.game.closes_at is not None and self.now > self.game.closes_at + GRACE

    @invariant()
    def it_can_be_kept_and_fetched(self) -> None:
        kept: dict[str, Any] = json.loads(json.dumps(self.game.to_json()))
        assert Game.from_json(kept) == self.game

    @invariant()
    def whoever_was_removed_stays_away(self) -> None:
        assert self.removed.isdisjoint(player.id for player in self.game.playing)

    @invariant()
    def an_answer_is_in_time_only_while_it_can_be_given_and_never_too_early_once_asked(self) -> None:
        game, asked = self.game, set(self.game.questions[: self.game.place])
        for question in game.questions:
            timing = game.timing(question, self.now)
            if question in asked or game.phase is Phase.FLYING:
                assert timing is not Timing.TOO_EARLY
            if timing is Timing.IN_TIME:
                assert game.phase is Phase.FLYING or (game.phase is Phase.QUESTION and question == game.question)
                assert game.paused or not self.clock_has_ended
        assert all(game.timing(question, self.now) is not Timing.IN_TIME for question in game.revealed | game.skipped)
        assert game.timing(99, self.now) is Timing.TOO_EARLY

    @invariant()
    def what_may_be_known_was_asked(self) -> None:
        game = self.game
        assert game.revealed | game.skipped <= set(game.questions[: game.place])
        assert game.revealed.isdisjoint(game.skipped)
        assert game.settings.pace is Pace.LED or not game.revealed
        if game.phase in {Phase.REVEAL, Phase.STANDINGS}:
            assert game.question in game.revealed
        if game.phase is Phase.QUESTION:
            assert game.question not in game.revealed

    @invariant()
    def clocks_run_only_while_something_is_asked(self) -> None:
        game = self.game
        runs = game.phase in {Phase.QUESTION, Phase.FLYING}
        assert runs or (game.closes_at, game.paused, game.left) == (None, False, None)
        assert game.closes_at is None or not game.paused
        if runs:
            assert (game.closes_in(self.now) is None) == (game.settings.seconds is None)

    @invariant()
    def players_are_told_apart_and_fit_the_screen(self) -> None:
        assert len({player.id for player in self.game.players}) == len(self.game.players)
        assert all(len(player.name) <= LONGEST_NAME for player in self.game.players)
        teams = set(range(self.game.settings.teams)) or {None}
        assert {player.team for player in self.game.players} <= teams


WholeGame.TestCase.settings = run(max_examples=100, stateful_step_count=30, deadline=None)
TestWholeGame = WholeGame.TestCase
