"""A live game as its players see it: those who ask at the same time together."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from quizzes.models import Answer, AskedQuestion, Assignment, LiveGame
from quizzes.queries.game_answers import ByQuestion, fingerprint, given_by_player, tally_of
from quizzes.queries.games import STANDING, PublicView, Together, asked_now, public_at, together
from quizzes.queries.revealing import Shown, key_of, shown
from quizzes.queries.sittings import QuestionState, SittingState
from quizzes.rules.game import Game, Pace, Player
from quizzes.rules.game.points import Tally


@dataclass(frozen=True)
class PlayView:
    """What one player may see; the contract is docs/live.md. `reading`: kept, and not read yet."""

    version: str
    public: PublicView
    player: Player
    tally: Tally
    answer: Shown | None
    reading: bool
    late: bool
    correct_answer: str | None
    together: Together


def play_of(game: LiveGame, player: Player, now: float, since: str = "") -> PlayView | None:
    """What the player sees; None where that is what it was at the version `since`."""
    return plays_of(game, [(player, since)], now)[0]


def plays_of(game: LiveGame, wanted: Sequence[tuple[Player, str]], now: float) -> list[PlayView | None]:
    """What each of these players sees; None where that is what it was at the version beside the player.

    One query to know; two more for the question of the moment and its answers. At standings and at the end, what all
    have done together is counted once for the whole class.
    """
    value = game.value
    students = {player.id for player, _ in wanted}
    own = Answer.objects.filter(sitting__assignment=game.assignment_id, sitting__student__in=students)
    given = given_by_player(own, value)
    versions = {student: f"{game.version}.{fingerprint(given.get(student, {}))}" for student in students}
    news = {player.id for player, since in wanted if versions[player.id] != since}
    if not news:
        return [None] * len(wanted)
    asked = asked_now(value)
    desk = _Desk(game, value, public_at(game, value, asked, now), asked, _last(own, asked, news))
    return [
        None if versions[player.id] == since else desk.view(versions[player.id], player, given.get(player.id, {}))
        for player, since in wanted
    ]


def _last(answers: QuerySet[Answer], asked: AskedQuestion | None, students: Collection[int]) -> dict[int, Answer]:
    """Of each of the students who has answered the question of the moment, the last answer, without its ink."""
    if asked is None:
        return {}
    rows = answers.filter(question=asked, sitting__student__in=students).select_related("sitting").defer("strokes")
    return {answer.sitting.student_id: answer for answer in rows.order_by("number")}


@dataclass(frozen=True)
class _Desk:
    """What is the same for all who ask at one moment, and the last answers of theirs."""

    game: LiveGame
    value: Game
    public: PublicView
    asked: AskedQuestion | None
    answers: Mapping[int, Answer]

    def view(self, version: str, player: Player, given: ByQuestion) -> PlayView:
        answer = self.answers.get(player.id)
        return PlayView(
            version=version,
            public=self.public,
            player=player,
            tally=tally_of(given, self.value) if _marks_are_told(self.game, self.value) else Tally(),
            answer=_as_shown(answer, self.asked, self.value) if answer and self.asked else None,
            reading=answer is not None and answer.awaits_reader,
            late=answer is not None and answer.late,
            correct_answer=key_of(self.asked, self.value) if self.asked else None,
            together=_told_to_all(self.game, self.value) if self.value.phase in STANDING else Together(),
        )


def _told_to_all(game: LiveGame, value: Game) -> Together:
    """A class of a thousand asks within two seconds: whoever comes first counts, and the others wait for it.

    At the end the journey stays as it was told first: once it is kept, it would start where it ends.
    """
    if connection.in_atomic_block:  # nothing is remembered that a transaction might still take back
        return _counted(game, value)
    with_game = game.assignment.classroom.with_game
    version = game.pk, game.created_at, game.version, game.assignment.version, with_game
    with _counting:
        if version not in _told:
            if len(_told) >= _MOST_TOLD:
                _told.clear()
            _told[version] = _counted(game, value)
        return _told[version]


_told: dict[tuple[Any, ...], Together] = {}
_MOST_TOLD = 64
_counting = Lock()


def _counted(game: LiveGame, value: Game) -> Together:
    tallies: dict[Player, Tally] = {}
    if value.settings.teams:
        given = given_by_player(Answer.objects.filter(sitting__assignment=game.assignment_id), value)
        tallies = {player: tally_of(given.get(player.id, {}), value) for player in value.playing}
    return together(game, value, tallies)


def _marks_are_told(game: LiveGame, value: Game) -> bool:
    """In a race the quiz decides; in a led game the reveal, question by question."""
    return value.settings.pace is Pace.LED or value.is_over or game.assignment.show_marks == Assignment.ShowMarks.EACH


def _as_shown(answer: Answer, asked: AskedQuestion, value: Game) -> Shown:
    return shown(answer, SittingState(answer.sitting, (QuestionState(asked, (answer,), 1),), value))
