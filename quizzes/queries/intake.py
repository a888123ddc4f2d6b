"""What keeping answers of live games has to know. Each function asks once, however many answers there are."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import BigIntegerField
from django.utils import timezone

from quizzes.models import Answer, LiveGame, SeatToken
from quizzes.queries.seats import oldest_seat, token_digest
from quizzes.rules.game import Game, Pace
from quizzes.rules.marking import Outcome

Place = tuple[int, int]
"""A sitting, and one of its questions."""


@dataclass(frozen=True)
class LedGame:
    """A game that a teacher leads, and the ids of who plays it."""

    id: int
    assignment: int
    value: Game
    playing: frozenset[int]


@dataclass(frozen=True)
class KnownAnswer:
    """An answer that is stored, or about to be."""

    sitting: int
    question: int
    digest: str
    late: bool


@dataclass(frozen=True)
class Given:
    """How many answers a place has, and whether that is all."""

    answers: int = 0
    done: bool = False


def students_by_token(tokens: Collection[str]) -> dict[str, int]:
    """The ids of those who sit behind these tokens."""
    digests = {token_digest(token): token for token in tokens}
    rows = SeatToken.objects.filter(
        digest__in=digests,
        created_at__gt=oldest_seat(),
        student__removed_at=None,
        student__classroom__teacher__is_active=True,
    ).values_list("digest", "student_id")
    return {digests[digest]: student for digest, student in rows}


_VERSION = ("pk", "version", "code", "created_at")
_parsed: dict[tuple[Any, ...], LedGame] = {}
"""Games by _VERSION: a whole class answers to the same value, which takes longer to parse than an answer to keep."""

_MOST_PARSED = 64


def led_games(ids: Collection[int]) -> dict[int, LedGame]:
    """The games of these ids that a teacher leads. An id may be any number: it comes from an address."""
    wanted = {pk for pk in ids if pk <= BigIntegerField.MAX_BIGINT}
    versions = LiveGame.objects.filter(pk__in=wanted).values_list(*_VERSION)
    found = {version[0]: known for version in versions if (known := _parsed.get(version))}  # two threads ask at once
    if missing := wanted - found.keys():
        for game in LiveGame.objects.filter(pk__in=missing):
            found[game.pk] = _remembered(game)
    return {pk: game for pk, game in found.items() if game.value.settings.pace is Pace.LED}


def _remembered(game: LiveGame) -> LedGame:
    if len(_parsed) >= _MOST_PARSED:
        _parsed.clear()
    value = game.value
    parsed = LedGame(game.pk, game.assignment_id, value, frozenset(player.id for player in value.playing))
    _parsed[tuple(getattr(game, column) for column in _VERSION)] = parsed
    return parsed


def known_answers(ids: Collection[UUID]) -> dict[UUID, KnownAnswer]:
    rows = Answer.objects.filter(pk__in=ids).values_list("pk", "sitting_id", "question_id", "digest", "late")
    return {pk: KnownAnswer(sitting, question, digest, late) for pk, sitting, question, digest, late in rows}


def given_at(sittings: Collection[int], questions: Collection[int]) -> dict[Place, Given]:
    """What the places have that have anything. One answer is all, unless nobody can read it and it may be mended."""
    found: dict[Place, Given] = {}
    columns = ("sitting_id", "question_id", "number", "mark", "awaits_reader", "left_to_teacher")
    rows = Answer.objects.filter(sitting__in=sittings, question__in=questions).order_by("number").values_list(*columns)
    for sitting, question, number, mark, awaits_reader, left_to_teacher in rows:
        before = found.get((sitting, question), Given())
        done = before.done or mark != Outcome.UNREAD or awaits_reader or left_to_teacher
        found[sitting, question] = Given(number, done)
    return found


def awaiting(*, game: int | None = None, overdue: bool = False) -> list[UUID]:
    """What awaits the reader, oldest first; `overdue`: only what should have been read by now."""
    answers = Answer.objects.filter(awaits_reader=True)
    if game is not None:
        answers = answers.filter(sitting__assignment__game=game)
    if overdue:
        answers = answers.filter(received_at__lt=timezone.now() - OVERDUE)
    return list(answers.order_by("received_at", "pk").values_list("pk", flat=True))


OVERDUE = timedelta(seconds=2)
"""After which whoever kept an answer has died, or is busy enough to be helped."""
