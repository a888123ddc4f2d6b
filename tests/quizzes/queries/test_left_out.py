"""What was answered to a skipped question of a live game counts nowhere, and to the others everywhere."""

from typing import Any

import pytest
from django.utils import timezone

from quizzes.models import Assignment, Classroom, LiveGame, Quiz, Student, User
from quizzes.queries.bests import flights_of
from quizzes.queries.causes import causes
from quizzes.queries.journey import distance_of
from quizzes.queries.left_out import games_in, left_out_in
from quizzes.queries.practice import attempts_of
from quizzes.queries.results import results
from quizzes.queries.student_history import student_history
from quizzes.rules.game import Game, Pace
from quizzes.rules.game.events import Ended, Skipped, Started, WentOn
from quizzes.rules.generation import practising
from quizzes.rules.journey import CLASS
from quizzes.rules.questions import write
from quizzes.services.quizzes import add_questions
from tests.quizzes.gaming import after, play, wrote

ON = (WentOn(), WentOn(), WentOn())
"""From one question to the next."""


@pytest.fixture
def quiz(alice: User) -> Quiz:
    """63 − 29 = 34 and 12 ÷ 4 = 3."""
    quiz = Quiz.objects.create(teacher=alice, title="Two sums")
    add_questions(quiz=quiz, added=[practising(write("63 − 29")), practising(write("12 ÷ 4"))])
    return quiz


@pytest.fixture
def game(quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student) -> LiveGame:
    """Led; its first question is asked. Zoe and Yan play."""
    return after(play(quiz, classroom, [zoe, yan]), Started())


@pytest.mark.parametrize(("event", "left_out"), [(Skipped(), True), (WentOn(), False)], ids=["skipped", "asked"])
def test_a_wrong_answer_is_evidence_unless_its_question_was_skipped(
    game: LiveGame, zoe: Student, yan: Student, event: Skipped | WentOn, left_out: bool
) -> None:
    for student in (zoe, yan):
        wrote(game, student, 1, "46", misconceptions=["SUB-SFL"], digits_right=0, digits_asked=2)
    after(game, event)
    skill = game.assignment.questions.get(position=1).question.skill
    row = results(Assignment.objects.get(pk=game.assignment_id)).rows[0]

    assert (causes(game.assignment).often == ()) == left_out
    assert (student_history(zoe).answers == 0) == left_out
    assert (attempts_of([zoe], {skill})[zoe.pk] == []) == left_out
    assert (row.digits == "") == left_out


def test_a_right_answer_takes_the_class_on_unless_its_question_was_skipped(
    game: LiveGame, classroom: Classroom, zoe: Student
) -> None:
    wrote(game, zoe, 1, "34")
    assert distance_of(classroom) == CLASS // 2
    game = after(game, Skipped())
    assert distance_of(classroom) == 0
    wrote(game, zoe, 2, "3")
    assert distance_of(classroom) == CLASS // 2


def test_so_it_is_where_more_play_than_are_on_the_roster(
    quiz: Quiz, classroom: Classroom, zoe: Student, game: LiveGame
) -> None:
    for number in range(3):
        guest = Student.objects.create(classroom=classroom, name=f"Guest {number}", guest_in=game.assignment)
        game.assignment.sittings.create(student=guest, order=list(game.value.questions))
    wrote(game, zoe, 1, "34")
    assert distance_of(classroom) == CLASS // 5
    after(game, Skipped())
    assert distance_of(classroom) == 0


def test_a_game_is_parsed_once_and_without_its_players_however_many_have_flown(
    game: LiveGame, zoe: Student, yan: Student, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    for student in (zoe, yan):
        wrote(game, student, 1, "46")
    game = after(game, Skipped())
    for student in (zoe, yan):
        wrote(game, student, 2, "3")
    after(game, Ended())
    game.assignment.sittings.update(finished_at=timezone.now())
    parsed: list[dict[str, Any]] = []
    read = Game.from_json
    monkeypatch.setattr(Game, "from_json", lambda body: parsed.append(body) or read(body))

    with django_assert_num_queries(3):  # sittings, answers, games
        flights = flights_of([zoe, yan])

    assert [body["players"] for body in parsed] == [[]]
    for student in (zoe, yan):
        (flight,) = flights[student.pk]
        assert flight.live
        assert [len(tries) for tries in flight.run.tries] == [1], "of two, one was skipped"


@pytest.mark.parametrize(
    ("settings", "events"),
    [
        ({}, ()),
        ({}, (Started(),)),
        ({}, (Started(), Skipped())),
        ({}, (Started(), *ON)),
        ({}, (Started(), WentOn(), Ended())),
        ({}, (Started(), *ON, Skipped())),
        ({"pace": Pace.OWN}, ()),
        ({"pace": Pace.OWN}, (Started(),)),
        ({"pace": Pace.OWN}, (Started(), Ended())),
    ],
)
def test_without_its_players_a_game_leaves_out_what_it_leaves_out_with_them(
    quiz: Quiz, classroom: Classroom, zoe: Student, settings: dict[str, Any], events: tuple[Any, ...]
) -> None:
    game = after(play(quiz, classroom, [zoe], **settings), *events)
    rows = LiveGame.objects.filter(pk=game.pk)
    value = game.value
    out = [pk for pk in value.questions if pk in value.skipped or not value.was_asked(pk)]
    assert left_out_in(rows) == out
    bare = games_in(rows)[game.assignment_id]
    assert (bare.settings, bare.phase, bare.place) == (value.settings, value.phase, value.place)
    assert (bare.questions, bare.revealed, bare.skipped) == (value.questions, value.revealed, value.skipped)


def test_of_what_is_done_alone_nothing_is_left_out(classroom: Classroom, assignment: Assignment) -> None:
    assert left_out_in(LiveGame.objects.filter(assignment__classroom=classroom)) == []
