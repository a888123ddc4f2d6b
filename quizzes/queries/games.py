"""A live game as players, host and everybody see it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from quizzes.models import Answer, AskedQuestion, Assignment, LiveGame, Sitting, Student
from quizzes.queries.game_answers import ByPlayer, ByQuestion, Given, fingerprint, given_by_player, is_done, tally_of
from quizzes.queries.journey import class_journey
from quizzes.queries.revealing import Shown, key_of, shown
from quizzes.queries.sittings import QuestionState, SittingState, is_in_play
from quizzes.rules.game import Game, Pace, Phase, Player
from quizzes.rules.game.points import Tally
from quizzes.rules.game.standings import MOST_LEADERS, leaders, team_points
from quizzes.rules.game.values import TEAMS
from quizzes.rules.game.wall import MOST_INKS, Group, Written, wall
from quizzes.rules.journey import Journey
from quizzes.rules.marking import Outcome
from quizzes.rules.questions import Question

ON_THE_PODIUM = 3


@dataclass(frozen=True)
class QuestionView:
    """A question as it is asked: without its key. `number` counts the questions of the game from 1."""

    id: int
    number: int
    question: Question


@dataclass(frozen=True)
class PublicView:
    """What everybody may see. `question` is None outside question and reveal, and in a race."""

    game: int
    version: int
    phase: Phase
    pace: Pace
    paused: bool
    locked: bool
    number: int
    total: int
    seconds: int | None
    closes_in_ms: int | None
    question: QuestionView | None
    teams: tuple[str, ...]
    with_game: bool


@dataclass(frozen=True)
class Leader:
    name: str
    points: int


@dataclass(frozen=True)
class Together:
    """How far all have come, told to everybody alike at standings and at the end; before, there is nothing to tell."""

    teams: tuple[Leader, ...] = ()
    journey: Journey | None = None


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


@dataclass(frozen=True)
class PlayerRow:
    """One player on the host's own list. `place`: how many questions are done with; `done`: with that of the moment."""

    player: Player
    done: bool
    place: int
    tally: Tally


@dataclass(frozen=True)
class Counts:
    """How the players stand at one question. `silent`: without an answer that came in time."""

    right: int
    wrong: int
    unread: int
    silent: int


@dataclass(frozen=True)
class Reveal:
    correct_answer: str
    counts: Counts
    wall: tuple[Group, ...]


@dataclass(frozen=True)
class Standings:
    leaders: tuple[Leader, ...]
    together: Together


@dataclass(frozen=True)
class SummaryLine:
    question: QuestionView
    counts: Counts


@dataclass(frozen=True)
class Summary:
    """`right` of `marked`: what nobody could read is in neither."""

    assignment: int
    lines: tuple[SummaryLine, ...]
    right: int
    marked: int
    podium: tuple[Leader, ...]


@dataclass(frozen=True)
class HostView:
    """What the teacher sees; the contract is docs/live.md. `asks`: children who are still asked what they wrote."""

    version: str
    public: PublicView
    game: LiveGame
    value: Game
    players: tuple[PlayerRow, ...]
    answered: int
    reading: int
    asks: int
    reveal: Reveal | None
    standings: Standings | None
    summary: Summary | None

    @property
    def code(self) -> str | None:
        """What the class types; None when the game is over."""
        return None if self.value.is_over else self.game.code


def games_of(student: Student) -> QuerySet[LiveGame]:
    """The games that the student may join, without their state: a class asks for the same value again and again."""
    return LiveGame.objects.filter(_meant_for(student)).select_related("assignment__classroom").defer("state")


def _meant_for(student: Student) -> Q:
    """As `Assignment.objects.meant_for`, without a query of its own."""
    if student.guest_in_id is not None:
        return Q(assignment=student.guest_in_id)
    return Q(assignment__classroom=student.classroom_id)


def public_of(game: LiveGame, now: float) -> PublicView:
    """One query, for the question. The game comes with its classroom."""
    value = game.value
    return _public(game, value, _asked_now(value), now)


def _public(game: LiveGame, value: Game, asked: AskedQuestion | None, now: float) -> PublicView:
    left = value.closes_in(now)
    return PublicView(
        game=game.pk,
        version=game.version,
        phase=value.phase,
        pace=value.settings.pace,
        paused=value.paused,
        locked=value.locked,
        number=value.place,
        total=len(value.questions),
        seconds=value.settings.seconds,
        closes_in_ms=None if left is None else round(left * 1000),
        question=_question_view(value, asked) if asked else None,
        teams=TEAMS[: value.settings.teams],
        with_game=game.assignment.classroom.with_game,
    )


def _asked_now(value: Game) -> AskedQuestion | None:
    if value.question is None or value.phase not in {Phase.QUESTION, Phase.REVEAL}:
        return None
    return AskedQuestion.objects.get(pk=value.question)


def _question_view(value: Game, row: AskedQuestion) -> QuestionView:
    return QuestionView(row.pk, value.questions.index(row.pk) + 1, row.question)


def play_of(game: LiveGame, player: Player, now: float, since: str = "") -> PlayView | None:
    """What the player sees; None where that is what it was at the version `since`.

    One query to know; two more for the question of the moment and its answer. At standings and at the end, what all
    have done together is counted once for the whole class.
    """
    value = game.value
    own = Answer.objects.filter(sitting__assignment=game.assignment_id, sitting__student=player.id)
    given = given_by_player(own, value).get(player.id, {})
    version = f"{game.version}.{fingerprint(given)}"
    if version == since:
        return None
    asked = _asked_now(value)
    answer = own.filter(question=asked).select_related("sitting").defer("strokes").last() if asked else None
    return PlayView(
        version=version,
        public=_public(game, value, asked, now),
        player=player,
        tally=tally_of(given, value) if _marks_are_told(game, value) else Tally(),
        answer=_as_shown(answer, asked, value) if answer and asked else None,
        reading=answer is not None and answer.awaits_reader,
        late=answer is not None and answer.late,
        correct_answer=key_of(asked, value) if asked else None,
        together=_told_to_all(game, value) if value.phase in _STANDING else Together(),
    )


def _told_to_all(game: LiveGame, value: Game) -> Together:
    """A class of a thousand asks within two seconds: whoever comes first counts, and the others wait for it."""
    if connection.in_atomic_block:  # nothing is remembered that a transaction might still take back
        return _counted(game, value)
    version = game.pk, game.created_at, game.version, game.assignment.version
    with _counting:
        if version not in _told:
            if len(_told) >= _MOST_TOLD:
                _told.clear()
            _told[version] = _counted(game, value)
        return _told[version]


_STANDING = {Phase.STANDINGS, Phase.OVER}
_told: dict[tuple[Any, ...], Together] = {}
_MOST_TOLD = 64
_counting = Lock()


def _counted(game: LiveGame, value: Game) -> Together:
    tallies: dict[Player, Tally] = {}
    if value.settings.teams:
        given = given_by_player(Answer.objects.filter(sitting__assignment=game.assignment_id), value)
        tallies = {player: tally_of(given.get(player.id, {}), value) for player in value.playing}
    return _together(game, value, tallies)


def _together(game: LiveGame, value: Game, tallies: Mapping[Player, Tally]) -> Together:
    points = team_points(value.playing, tallies, value.settings.teams)
    return Together(
        teams=tuple(Leader(name, mean) for name, mean in zip(TEAMS, points, strict=False)),
        journey=class_journey(game.assignment.classroom),
    )


def _marks_are_told(game: LiveGame, value: Game) -> bool:
    """In a race the quiz decides; in a led game the reveal, question by question."""
    return value.settings.pace is Pace.LED or value.is_over or game.assignment.show_marks == Assignment.ShowMarks.EACH


def _as_shown(answer: Answer, asked: AskedQuestion, value: Game) -> Shown:
    return shown(answer, SittingState(answer.sitting, (QuestionState(asked, (answer,), 1),), value))


def host_version(game: LiveGame) -> str:
    """Changes with the game's value and with every answer. No query."""
    return f"{game.version}.{game.assignment.version}"


def host_of(game: LiveGame, now: float) -> HostView:
    """What the teacher sees. One query for all answers, one for the questions; two at a reveal for the wall's ink."""
    value = game.value
    given = given_by_player(Answer.objects.filter(sitting__assignment=game.assignment_id), value)
    tallies = {player: tally_of(given.get(player.id, {}), value) for player in value.playing}
    asked = _asked_now(value)
    latest = _latest(given, asked.pk) if asked else []
    return HostView(
        version=host_version(game),
        public=_public(game, value, asked, now),
        game=game,
        value=value,
        players=tuple(
            _player_row(game, value, player, given.get(player.id, {}), tallies[player]) for player in tallies
        ),
        answered=sum(each.is_in for each in latest),
        reading=sum(each.reading for each in latest),
        asks=sum(each.asks for each in latest),
        reveal=_reveal(asked, value, latest) if asked and value.phase is Phase.REVEAL else None,
        standings=_standings(game, value, tallies) if value.phase in _STANDING else None,
        summary=_summary(game, value, given, tallies) if value.is_over else None,
    )


def _latest(given: ByPlayer, question: int) -> list[Given]:
    """Of each player who has answered the question, the last answer."""
    return [by_question[question][-1] for by_question in given.values() if question in by_question]


def _player_row(game: LiveGame, value: Game, player: Player, given: ByQuestion, points: Tally) -> PlayerRow:
    tries = game.assignment.tries_allowed
    place = sum(is_done(answers, tries) for answers in given.values())
    if value.settings.pace is Pace.OWN:
        done = place == len(value.questions)
    else:
        done = value.question is not None and value.question in given and given[value.question][-1].is_in
    return PlayerRow(player, done, place, points)


def _reveal(asked: AskedQuestion, value: Game, latest: Sequence[Given]) -> Reveal:
    return Reveal(key_of(asked, value) or "", _counts(latest, value), _wall(latest))


def _counts(latest: Sequence[Given], value: Game) -> Counts:
    """Of one question. Who is still being read is in none of the counts."""
    marks = Counter(each.mark for each in latest if each.was_written and not each.reading)
    silent = len(value.playing) - sum(each.was_written for each in latest)
    return Counts(marks[Outcome.RIGHT], marks[Outcome.WRONG], marks[Outcome.UNREAD], silent)


def _wall(latest: Sequence[Given]) -> tuple[Group, ...]:
    """What was written in time; ink is fetched of as many answers of a group as the wall shows, whoever wrote them."""
    written = [each for each in latest if each.was_written and not each.reading]
    drawn: dict[tuple[str, str], list[UUID]] = defaultdict(list)
    for each in sorted(each for each in written if each.drawn):
        drawn["" if each.mark == Outcome.UNREAD else each.text, each.mark].append(each.id)
    wanted = [pk for group in drawn.values() for pk in group[:MOST_INKS]]
    inks = dict(Answer.objects.filter(pk__in=wanted).values_list("pk", "strokes"))
    return wall(Written(each.text, each.mark, inks.get(each.id)) for each in written)


def _standings(game: LiveGame, value: Game, tallies: Mapping[Player, Tally]) -> Standings:
    return Standings(_leaders(value, tallies, MOST_LEADERS), _together(game, value, tallies))


def _leaders(value: Game, tallies: Mapping[Player, Tally], most: int) -> tuple[Leader, ...]:
    if not value.settings.leaderboard:
        return ()
    return tuple(Leader(player.name, tally.points) for player, tally in leaders(tallies, most))


def _summary(game: LiveGame, value: Game, given: ByPlayer, tallies: Mapping[Player, Tally]) -> Summary:
    asked = AskedQuestion.objects.filter(assignment=game.assignment_id)
    lines = tuple(
        SummaryLine(_question_view(value, row), _counts(_best(given, row.pk), value))
        for row in asked
        if is_in_play(value, row.pk)
    )
    right = sum(line.counts.right for line in lines)
    wrong = sum(line.counts.wrong for line in lines)
    return Summary(game.assignment_id, lines, right, right + wrong, _leaders(value, tallies, ON_THE_PODIUM))


def _best(given: ByPlayer, question: int) -> list[Given]:
    """Of each player the answer that counts: a right one, if any try was; else the last."""
    tries = [by_question[question] for by_question in given.values() if question in by_question]
    return [next((each for each in own if each.mark == Outcome.RIGHT), own[-1]) for own in tries]


def everybody_is_done(game: LiveGame) -> bool:
    """Whether nobody who plays can still change what is asked now: the question, or in a race all of them. One query.

    False of a game that nobody plays, and where nothing is asked.
    """
    value = game.value
    playing = {player.id for player in value.playing}
    return bool(playing) and playing <= set(_done_players(game, value))


def _done_players(game: LiveGame, value: Game) -> Iterable[int]:
    if value.phase is Phase.QUESTION:
        settled = Answer.objects.counting().filter(question=value.question, late=False)
        return settled.exclude(mark=Outcome.UNREAD, left_to_teacher=False).values_list("sitting__student", flat=True)
    if value.phase is Phase.FLYING:
        finished = Sitting.objects.filter(assignment=game.assignment_id).exclude(finished_at=None)
        return finished.values_list("student", flat=True)
    return ()
