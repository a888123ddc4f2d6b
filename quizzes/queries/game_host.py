"""A live game as its teacher sees it: who plays, the wall of ink, standings and summary."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from quizzes.models import Answer, AskedQuestion, LiveGame, Student
from quizzes.queries.game_answers import ByPlayer, ByQuestion, Given, given_by_player, is_done, tally_of
from quizzes.queries.games import (
    STANDING,
    Leader,
    PublicView,
    QuestionView,
    Together,
    asked_now,
    public_at,
    question_view,
    together,
)
from quizzes.queries.revealing import key_of
from quizzes.queries.sittings import is_in_play
from quizzes.rules.game import Game, Pace, Phase, Player
from quizzes.rules.game.points import Tally
from quizzes.rules.game.standings import MOST_LEADERS, leaders
from quizzes.rules.game.wall import MOST_INKS, Group, Written, wall
from quizzes.rules.marking import Outcome

ON_THE_PODIUM = 3


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
    """What the teacher sees; the contract is docs/live.md. `asks`: children who are still asked what they wrote;
    `removed`: who can be let back in."""

    version: str
    public: PublicView
    game: LiveGame
    value: Game
    players: tuple[PlayerRow, ...]
    removed: tuple[Player, ...]
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


def host_version(game: LiveGame) -> str:
    """Changes with the game's value and with every answer. No query."""
    return f"{game.version}.{game.assignment.version}"


def host_of(game: LiveGame, now: float) -> HostView:
    """What the teacher sees. One query for all answers, one for the questions; two at a reveal for the wall's ink, and
    one where somebody was removed."""
    value = game.value
    given = given_by_player(Answer.objects.filter(sitting__assignment=game.assignment_id), value)
    tallies = {player: tally_of(given.get(player.id, {}), value) for player in value.playing}
    asked = asked_now(value)
    latest = _latest(given, asked.pk) if asked else []
    return HostView(
        version=host_version(game),
        public=public_at(game, value, asked, now),
        game=game,
        value=value,
        players=tuple(
            _player_row(game, value, player, given.get(player.id, {}), tallies[player]) for player in tallies
        ),
        removed=removed_from(value),
        answered=sum(each.is_in for each in latest),
        reading=sum(each.reading for each in latest),
        asks=sum(each.asks for each in latest),
        reveal=_reveal(asked, value, latest) if asked and value.phase is Phase.REVEAL else None,
        standings=_standings(game, value, tallies) if value.phase in STANDING else None,
        summary=_summary(game, value, given, tallies) if value.is_over else None,
    )


def removed_from(value: Game) -> tuple[Player, ...]:
    """Whom the teacher took out of the game, and can let back in: not who has left the class, or a guest's seat."""
    if not value.removed:
        return ()
    out = Student.objects.here().filter(pk__in=[player.id for player in value.removed])
    here = set(out.values_list("pk", flat=True))
    return tuple(player for player in value.removed if player.id in here)


def _latest(given: ByPlayer, question: int) -> list[Given]:
    """Of each player who has answered the question, the last answer that came in time, or else the last."""
    return [_last(by_question[question]) for by_question in given.values() if question in by_question]


def _last(own: Sequence[Given]) -> Given:
    """What comes late takes nothing away from what was written in time."""
    return next((each for each in reversed(own) if each.was_written), own[-1])


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
    return Standings(_leaders(value, tallies, MOST_LEADERS), together(game, value, tallies))


def _leaders(value: Game, tallies: Mapping[Player, Tally], most: int) -> tuple[Leader, ...]:
    if not value.settings.leaderboard:
        return ()
    return tuple(Leader(player.name, tally.points) for player, tally in leaders(tallies, most))


def _summary(game: LiveGame, value: Game, given: ByPlayer, tallies: Mapping[Player, Tally]) -> Summary:
    asked = AskedQuestion.objects.filter(assignment=game.assignment_id)
    lines = tuple(
        SummaryLine(question_view(value, row), _counts(_best(given, row.pk), value))
        for row in asked
        if is_in_play(value, row.pk)
    )
    right = sum(line.counts.right for line in lines)
    wrong = sum(line.counts.wrong for line in lines)
    return Summary(game.assignment_id, lines, right, right + wrong, _leaders(value, tallies, ON_THE_PODIUM))


def _best(given: ByPlayer, question: int) -> list[Given]:
    """Of each player the answer that counts: a right one, if any try was; else the last."""
    tries = [by_question[question] for by_question in given.values() if question in by_question]
    return [next((each for each in own if each.mark == Outcome.RIGHT), _last(own)) for own in tries]
