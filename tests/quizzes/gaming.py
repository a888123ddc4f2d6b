"""Live games for tests: opened, joined and led by the short way."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django.utils import timezone

from quizzes.models import Answer, Classroom, LiveGame, Quiz, Sitting, Student
from quizzes.queries.game_host import HostView, host_of
from quizzes.queries.game_play import PlayView, play_of
from quizzes.rules.game import Settings
from quizzes.rules.game.events import Event
from quizzes.rules.marking import mark
from quizzes.services.assignments import note_change
from quizzes.services.games import act, join, open_game
from tests.quizzes.giving import INK, reading


def play(quiz: Quiz, classroom: Classroom, students: Sequence[Student], **settings: Any) -> LiveGame:
    """A game in its lobby, with these students in it."""
    game = open_game(quiz=quiz, classroom=classroom, settings=Settings(**settings))
    for student in students:
        game = join(game=game, student=student)
    return game


def after(game: LiveGame, *happened: Event) -> LiveGame:
    for event in happened:
        game = act(game=game, event=event)
    return game


def wrote(game: LiveGame, student: Student, place: int, text: str, /, **fields: Any) -> Answer:
    """An answer with ink that was read so, and marked by the rules unless `fields` say otherwise."""
    asked = game.assignment.questions.get(position=place)
    sitting = Sitting.objects.get(assignment=game.assignment, student=student)
    made = mark(asked.question, text)
    derived = {"text": text, "mark": made.outcome, "note": made.note, "strokes": INK, "reading": reading(text)} | fields
    answer = Answer.objects.create(
        id=uuid4(),
        sitting=sitting,
        question=asked,
        number=sitting.answers.filter(question=asked).count() + 1,
        source=Answer.Source.DRAWN if derived["strokes"] else Answer.Source.TYPED,
        automatic_text=derived["text"],
        automatic_mark=derived["mark"],
        automatic_note=derived["note"],
        received_at=timezone.now(),
        **derived,
    )
    note_change(assignment_id=game.assignment_id)
    return answer


def seen_by(game: LiveGame, student: Student) -> PlayView:
    """What the student sees of the game as it is kept."""
    game = LiveGame.objects.select_related("assignment__classroom").get(pk=game.pk)
    player = game.value.player(student.pk)
    assert player is not None
    view = play_of(game, player, timezone.now().timestamp())
    assert view is not None
    return view


def seen_by_host(game: LiveGame) -> HostView:
    game = LiveGame.objects.select_related("assignment__classroom").get(pk=game.pk)
    return host_of(game, timezone.now().timestamp())
