"""A live game that the demo school played yesterday, with a guest and an answer that came late."""

import random
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.db.models import F
from django.utils import timezone

from quizzes.models import Answer, Assignment, Classroom, LiveGame, Quiz, Sitting, Student
from quizzes.rules.game import Phase, Settings
from quizzes.rules.game.events import Started, WentOn
from quizzes.rules.game.guest_names import suggest
from quizzes.services.games import act, join, open_game
from quizzes.services.intake import Arrival, keep, settle
from quizzes.services.judging import Submission
from quizzes.services.seats import leave_seat, take_guest_seat, take_seat
from recognizer import templates

AGO = timedelta(days=1)
RIGHT = 0.8
"""How many of the answers are right; the others are one off."""


def play_live(*, quiz: Quiz, classroom: Classroom, pupils: Sequence[Student], pin: Sequence[str], seed: int) -> None:
    """Led from the first question to the end. Everybody answers in time but the last pupil, once."""
    rng = random.Random(seed)
    game = open_game(quiz=quiz, classroom=classroom, settings=Settings(teams=2, guests=True))
    tokens = [take_seat(student=pupil, pin=pin) for pupil in pupils]
    guest = take_guest_seat(game=game, name=suggest((), rng)[0])
    for student in [*pupils, Student.objects.get(guest_in=game.assignment)]:
        game = join(game=game, student=student)
    game = act(game=game, event=Started())
    first = game.value.questions[0]
    while not game.value.is_over:
        question = game.value.question
        if game.value.phase is Phase.QUESTION and question is not None:
            answering = tokens[:-1] if question == first else tokens
            keep([_arrival(token, game, question, rng) for token in [*answering, guest]])
            settle(game=game.pk)
        game = act(game=game, event=WentOn())
    keep([_arrival(tokens[-1], game, first, rng)])
    settle(game=game.pk)
    for token in tokens:
        leave_seat(token=token)
    _move_back(game)


def _arrival(token: str, game: LiveGame, question: int, rng: random.Random) -> Arrival:
    asked = game.assignment.questions.get(pk=question)
    meant = int(asked.question.answer) + (rng.random() > RIGHT)
    ink = templates.write(str(meant), rng)
    return Arrival(
        token, game.pk, Submission(id=UUID(int=rng.getrandbits(128), version=4), question=asked.pk, strokes=ink)
    )


def _move_back(game: LiveGame) -> None:
    """As if it had been played yesterday."""
    over_at = timezone.now() - AGO
    begun = over_at - timedelta(minutes=15)
    Answer.objects.filter(sitting__assignment=game.assignment_id).update(received_at=F("received_at") - AGO)
    Sitting.objects.filter(assignment=game.assignment_id).update(started_at=begun, finished_at=over_at)
    Assignment.objects.filter(pk=game.assignment_id).update(created_at=begun, closed_at=over_at)
    LiveGame.objects.filter(pk=game.pk).update(created_at=begun, over_at=over_at)
