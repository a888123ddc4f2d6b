"""A live game as everybody sees it, and which games are whose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from quizzes.models import Answer, AskedQuestion, LiveGame, Sitting, Student
from quizzes.queries.journey import class_journey
from quizzes.rules.game import Game, Pace, Phase, Player
from quizzes.rules.game.points import Tally
from quizzes.rules.game.standings import team_points
from quizzes.rules.game.values import LEFT_ALONE, TEAMS
from quizzes.rules.journey import Journey
from quizzes.rules.marking import Outcome
from quizzes.rules.questions import Question

STANDING = {Phase.STANDINGS, Phase.OVER}
"""When all are told how far they have come together."""


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


def games_of(student: Student) -> QuerySet[LiveGame]:
    """The games that the student may join, without their state: a class asks for the same value again and again."""
    return LiveGame.objects.filter(_meant_for(student)).select_related("assignment__classroom").defer("state")


def _meant_for(student: Student) -> Q:
    """As `Assignment.objects.meant_for`, without a query of its own."""
    if student.guest_in_id is not None:
        return Q(assignment=student.guest_in_id)
    return Q(assignment__classroom=student.classroom_id)


def left_alone(games: QuerySet[LiveGame], now: datetime) -> QuerySet[LiveGame]:
    """Those of the games that run, are old enough to end by themselves, and had no answer for as long."""
    before = now - timedelta(seconds=LEFT_ALONE)
    answers = Answer.objects.filter(sitting__assignment=OuterRef("assignment"), received_at__gt=before)
    return games.filter(~Exists(answers), over_at=None, created_at__lte=before)


def public_of(game: LiveGame, now: float) -> PublicView:
    """One query, for the question. The game comes with its classroom."""
    value = game.value
    return public_at(game, value, asked_now(value), now)


def public_at(game: LiveGame, value: Game, asked: AskedQuestion | None, now: float) -> PublicView:
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
        question=question_view(value, asked) if asked else None,
        teams=TEAMS[: value.settings.teams],
        with_game=game.assignment.classroom.with_game,
    )


def asked_now(value: Game) -> AskedQuestion | None:
    if value.question is None or value.phase not in {Phase.QUESTION, Phase.REVEAL}:
        return None
    return AskedQuestion.objects.get(pk=value.question)


def question_view(value: Game, row: AskedQuestion) -> QuestionView:
    return QuestionView(row.pk, value.questions.index(row.pk) + 1, row.question)


def together(game: LiveGame, value: Game, tallies: Mapping[Player, Tally]) -> Together:
    points = team_points(value.playing, tallies, value.settings.teams)
    return Together(
        teams=tuple(Leader(name, mean) for name, mean in zip(TEAMS, points, strict=False)),
        journey=class_journey(game.assignment.classroom),
    )


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
