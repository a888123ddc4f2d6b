"""Questions of live games that count for nobody, wherever answers of many games are looked at together."""

from typing import Any

from django.db.models import QuerySet

from quizzes.models import LiveGame
from quizzes.queries.sittings import is_in_play
from quizzes.rules.game import Game

_SAYING = ("settings", "questions", "phase", "place", "revealed", "skipped")
"""What of a game's state says which questions count. Its players, who are most of it, stay in the database."""


def left_out_in(rows: QuerySet[LiveGame]) -> list[int]:
    """Ids of the questions whose answers no score, evidence or journey counts. One query."""
    games = games_in(rows).values()
    return [question for game in games for question in game.questions if not is_in_play(game, question)]


def games_in(rows: QuerySet[LiveGame]) -> dict[int, Game]:
    """By assignment, each of the games as one value without its players. One query."""
    parts = (f"state__{part}" for part in _SAYING)
    return {assignment: _game(said) for assignment, *said in rows.values_list("assignment", *parts)}


def _game(said: list[Any]) -> Game:
    return Game.from_json(dict(zip(_SAYING, said, strict=True)) | {"players": []})
