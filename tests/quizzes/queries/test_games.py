"""What players and host see of a live game, in as few queries for a thousand players as for three."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from quizzes.models import Answer, Assignment, Classroom, LiveGame, Quiz, Sitting, Student, User
from quizzes.queries.game_host import Counts, host_of, host_version
from quizzes.queries.game_play import play_of
from quizzes.queries.games import Leader, Together, everybody_is_done, games_of, public_of
from quizzes.queries.play import score_page
from quizzes.rules import questions
from quizzes.rules.game import Pace, Phase, Player
from quizzes.rules.game.events import Ended, Event, Locked, Paused, Skipped, Started, WentOn
from quizzes.rules.marking import Outcome
from quizzes.services.corrections import correct_answer
from quizzes.services.games import remove, rename
from quizzes.services.quizzes import add_questions
from tests.quizzes.gaming import after, play, seen_by, seen_by_host, wrote
from tests.quizzes.giving import INK

NINE = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
REVEALED = (Started(), WentOn())
UNREAD: dict[str, Any] = {"mark": "unread", "note": "I could not read this."}

Queries = Callable[[int], Any]


@pytest.fixture
def long_quiz(alice: User) -> Quiz:
    """Ten questions: 1 + 1 = 2 to 10 + 1 = 11."""
    quiz = Quiz.objects.create(teacher=alice, title="One more", tries=2)
    add_questions(quiz=quiz, added=[questions.write(f"{number} + 1") for number in range(1, 11)])
    return quiz


def some(classroom: Classroom, count: int) -> list[Student]:
    return Student.objects.bulk_create(
        Student(classroom=classroom, name=f"Student{number} of {count}") for number in range(count)
    )


def fetched(game: LiveGame) -> LiveGame:
    return LiveGame.objects.select_related("assignment__classroom").get(pk=game.pk)


def now() -> float:
    return timezone.now().timestamp()


# Public


def test_everybody_sees_the_question_without_its_key_and_the_clock(
    quiz: Quiz, classroom: Classroom, zoe: Student
) -> None:
    with time_machine.travel(NINE, tick=False) as clock:
        game = after(play(quiz, classroom, [zoe], seconds=20, teams=2), Started())
        clock.shift(timedelta(seconds=8))
        view = public_of(fetched(game), now())
    assert view.question is not None
    assert (view.question.number, view.question.question.notation) == (1, "7 × 8")
    assert (view.phase, view.number, view.total, view.seconds) == (Phase.QUESTION, 1, 2, 20)
    assert (view.closes_in_ms, view.paused, view.locked) == (12_000, False, False)
    assert (view.teams, view.with_game, view.version) == (("Comets", "Moons"), True, game.version)


@pytest.mark.parametrize(
    ("settings", "events", "asked"),
    [
        ({}, (), False),
        ({}, (Started(),), True),
        ({}, (Started(), Paused()), True),
        ({}, REVEALED, True),
        ({}, (*REVEALED, WentOn()), False),
        ({}, (Started(), Ended()), False),
        ({"pace": Pace.OWN}, (Started(),), False),
    ],
    ids=["lobby", "question", "paused", "reveal", "standings", "over", "race"],
)
def test_a_question_is_shown_while_it_is_asked_and_revealed(
    quiz: Quiz, classroom: Classroom, zoe: Student, settings: dict[str, Any], events: tuple[Event, ...], asked: bool
) -> None:
    game = after(play(quiz, classroom, [zoe], **settings), *events)
    assert (public_of(fetched(game), now()).question is not None) is asked


# A player


def test_before_the_reveal_a_player_knows_that_the_answer_is_in_and_no_more(
    quiz: Quiz, classroom: Classroom, zoe: Student
) -> None:
    game = after(play(quiz, classroom, [zoe]), Started())
    wrote(game, zoe, 1, "54", misconceptions=["MS1"])
    view = seen_by(game, zoe)
    assert view.answer is not None
    assert (view.answer.answer.text, view.answer.mark, view.answer.note) == ("54", None, "")
    assert (view.answer.correct_answer, view.answer.hint, view.correct_answer) == (None, "", None)
    assert (view.tally.points, view.tally.right, view.tally.answered) == (0, 0, 0)


def test_after_the_reveal_a_player_knows_the_mark_and_the_key(quiz: Quiz, classroom: Classroom, zoe: Student) -> None:
    game = after(play(quiz, classroom, [zoe]), Started())
    wrote(game, zoe, 1, "56")
    view = seen_by(after(game, WentOn()), zoe)
    assert view.answer is not None
    assert (view.answer.mark, view.answer.correct_answer, view.correct_answer) == (Outcome.RIGHT, "56", "56")
    assert (view.tally.points, view.tally.right, view.tally.answered, view.tally.streak) == (100, 1, 1, 1)


def test_the_key_is_told_to_whoever_did_not_answer_too(quiz: Quiz, classroom: Classroom, zoe: Student) -> None:
    view = seen_by(after(play(quiz, classroom, [zoe]), *REVEALED), zoe)
    assert (view.answer, view.correct_answer) == (None, "56")


@pytest.mark.parametrize(
    ("fields", "mark", "asks", "reading", "late"),
    [
        (UNREAD, Outcome.UNREAD, False, False, False),
        (UNREAD | {"awaits_child": True}, Outcome.UNREAD, True, False, False),
        (UNREAD | {"awaits_reader": True}, None, False, True, False),
        (UNREAD | {"late": True, "left_to_teacher": True}, Outcome.UNREAD, False, False, True),
    ],
    ids=["unread", "asked", "being read", "late"],
)
@pytest.mark.parametrize("events", [(), (WentOn(),)], ids=["question", "reveal"])
def test_what_tells_nothing_of_the_key_is_always_said(
    quiz: Quiz,
    classroom: Classroom,
    zoe: Student,
    events: tuple[Event, ...],
    fields: dict[str, Any],
    mark: Outcome | None,
    asks: bool,
    reading: bool,
    late: bool,
) -> None:
    game = after(play(quiz, classroom, [zoe]), Started())
    wrote(game, zoe, 1, "54", **fields)
    view = seen_by(after(game, *events), zoe)
    assert view.answer is not None
    assert (view.answer.mark, view.answer.answer.awaits_child, view.reading, view.late) == (mark, asks, reading, late)
    assert view.tally.points == 0


def test_points_grow_question_by_question_and_skipped_ones_count_for_nobody(
    long_quiz: Quiz, classroom: Classroom, zoe: Student
) -> None:
    game = after(play(long_quiz, classroom, [zoe]), Started())
    wrote(game, zoe, 1, "2")
    game = after(game, Skipped())
    wrote(game, zoe, 2, "3")
    game = after(game, WentOn(), WentOn(), WentOn())
    wrote(game, zoe, 3, "4")
    assert (seen_by(game, zoe).tally.points, seen_by(game, zoe).tally.right) == (100, 1)
    assert (seen_by(after(game, WentOn()), zoe).tally.points, seen_by(game, zoe).tally.right) == (210, 2)


def test_what_comes_late_takes_nothing_away_from_what_was_written_in_time(
    quiz: Quiz, classroom: Classroom, zoe: Student
) -> None:
    """A child who was asked, and wrote again when the network was back."""
    game = after(play(quiz, classroom, [zoe]), Started())
    wrote(game, zoe, 1, "", **UNREAD, awaits_child=True)
    game = after(game, WentOn())
    wrote(game, zoe, 1, "", **UNREAD, late=True, left_to_teacher=True)
    reveal = seen_by_host(game).reveal
    assert reveal is not None
    assert (reveal.counts.unread, sum(group.count for group in reveal.wall)) == (1, 1)
    summary = seen_by_host(after(game, Ended())).summary
    assert summary is not None
    assert summary.lines[0].counts == reveal.counts


def test_a_correction_changes_the_points_at_once(quiz: Quiz, classroom: Classroom, alice: User, zoe: Student) -> None:
    game = after(play(quiz, classroom, [zoe]), Started())
    answer = wrote(game, zoe, 1, "50", late=True, left_to_teacher=True, **UNREAD)
    game = after(game, WentOn())
    before = seen_by(game, zoe)
    correct_answer(answer=answer, teacher=alice, mark=Outcome.RIGHT, reason="The network was away")
    corrected = seen_by(game, zoe)
    assert (before.tally.points, corrected.tally.points) == (0, 100)
    assert before.version != corrected.version


def test_speed_is_thought_and_what_writing_took_longer_than_at_the_childs_own_pace(
    long_quiz: Quiz, classroom: Classroom, zoe: Student
) -> None:
    """Two signs in 0.5 s each time but the last; AT_ONCE is 2 s, AT_LEISURE 20 s."""
    game = play(long_quiz, classroom, [zoe], speed_points=True)
    inks = [[[[0, 0, 0], [9, 9, ms]]] for ms in (500, 500, 500, 9_500)]
    game = after(game, Started())
    earned = []
    for place, strokes in enumerate(inks, start=1):
        wrote(game, zoe, place, str(place + 1), strokes=strokes, thinking_ms=2_000)
        game = after(game, WentOn())
        earned.append(seen_by(game, zoe).tally.points)
        game = after(game, WentOn(), WentOn())
    assert earned == [150, 310, 480, 480 + 130 + 25]


def test_typed_and_timeless_answers_earn_no_more_and_no_less_than_they_are_known_for(
    long_quiz: Quiz, classroom: Classroom, zoe: Student
) -> None:
    game = after(play(long_quiz, classroom, [zoe], speed_points=True), Started())
    for place, fields in enumerate[dict[str, Any]](
        [{"strokes": None, "thinking_ms": 2_000}, {"strokes": [[[0, 0], [9, 9]]], "thinking_ms": 2_000}, {}], start=1
    ):
        wrote(game, zoe, place, str(place + 1), **fields)
        game = after(game, WentOn(), WentOn(), WentOn())
    assert seen_by(game, zoe).tally.points == 150 + 160 + 120


def test_a_race_tells_each_mark_where_the_quiz_does_and_else_at_the_end(
    quiz: Quiz, classroom: Classroom, zoe: Student
) -> None:
    told = []
    for when in Assignment.ShowMarks.values:
        quiz.show_marks = when
        quiz.save()
        game = after(play(quiz, classroom, [zoe], pace=Pace.OWN), Started())
        wrote(game, zoe, 1, "56")
        told.append((seen_by(game, zoe).tally.right, seen_by(after(game, Ended()), zoe).tally.right))
    assert told == [(1, 1), (0, 1)]


def test_unchanged_costs_one_query_and_a_change_three(
    quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student, django_assert_num_queries: Queries
) -> None:
    game = after(play(quiz, classroom, [zoe, yan]), Started())
    wrote(game, zoe, 1, "56")
    view, game = seen_by(game, zoe), fetched(game)
    wrote(game, yan, 1, "56")  # is not Zoe's
    with django_assert_num_queries(1):
        assert play_of(game, view.player, now(), view.version) is None
    with django_assert_num_queries(3):
        assert play_of(game, view.player, now(), "0.0") == view


def test_all_hear_at_standings_and_at_the_end_how_far_they_have_come_and_not_before(
    quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student
) -> None:
    game = after(play(quiz, classroom, [zoe, yan], teams=2), Started())
    wrote(game, zoe, 1, "56")
    told = []
    for happened in (None, WentOn(), WentOn(), Ended()):
        game = after(game, happened) if happened else game
        told.append((seen_by(game, yan).together, seen_by_host(game).standings))
    (asked, _), (revealed, _), (standings, of_host), (over, at_the_end) = told
    assert asked == revealed == Together()
    assert standings.teams == (Leader("Comets", 100), Leader("Moons", 0))
    assert standings.journey is not None
    assert standings.journey.distance > 0
    assert of_host is not None
    assert at_the_end is not None
    assert (standings, over) == (of_host.together, at_the_end.together)


@pytest.mark.django_db(transaction=True)  # within a transaction nothing is remembered
def test_what_all_have_done_is_counted_once_for_the_class_and_anew_when_it_changes(
    quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student, django_assert_num_queries: Queries
) -> None:
    game = after(play(quiz, classroom, [zoe, yan], teams=2), Started())
    wrote(game, zoe, 1, "56")
    late = wrote(game, yan, 1, "", **UNREAD, left_to_teacher=True)
    standing = fetched(after(game, WentOn(), WentOn()))
    first = play_of(standing, standing.value.players[0], now())
    with django_assert_num_queries(1):
        second = play_of(standing, standing.value.players[1], now())
    assert first is not None
    assert second is not None
    assert second.together is first.together
    correct_answer(answer=late, teacher=classroom.teacher, mark=Outcome.RIGHT, reason="It is a 56.")
    anew = seen_by(game, zoe).together
    assert [team.points for team in (*first.together.teams, *anew.teams)] == [100, 0, 100, 100]


# The host


def test_the_host_counts_who_has_answered_and_who_is_still_read_or_asked(quiz: Quiz, classroom: Classroom) -> None:
    students = some(classroom, 7)
    game = after(play(quiz, classroom, students), Started())
    for student, fields in zip(
        students,
        [
            {},
            UNREAD,
            UNREAD | {"awaits_child": True},
            UNREAD | {"awaits_reader": True},
            UNREAD | {"left_to_teacher": True},
            UNREAD | {"late": True, "left_to_teacher": True},
        ],
        strict=False,
    ):
        wrote(game, student, 1, "56", **fields)
    view = seen_by_host(game)
    assert (len(view.players), view.answered, view.reading, view.asks) == (7, 4, 1, 1)
    assert [row.done for row in view.players] == [True, False, True, True, True, False, False]
    assert (view.reveal, view.standings, view.summary) == (None, None, None)


def test_the_wall_shows_what_was_written_in_time_without_names_and_the_unread_last(
    quiz: Quiz, classroom: Classroom
) -> None:
    students = some(classroom, 20)
    game = after(play(quiz, classroom, students), Started())
    for student in students[:14]:
        wrote(game, student, 1, "56")
    wrote(game, students[14], 1, "54", strokes=None)
    wrote(game, students[15], 1, "", **UNREAD)
    wrote(game, students[16], 1, "56", late=True, left_to_teacher=True, **UNREAD)
    wrote(game, students[17], 1, "", awaits_reader=True, **UNREAD)
    wrote(game, students[18], 1, "rude")
    game = remove(game=after(game, WentOn()), student=students[18])
    reveal = seen_by_host(game).reveal
    assert reveal is not None
    assert (reveal.correct_answer, reveal.counts) == ("56", Counts(right=14, wrong=1, unread=1, silent=2))
    assert [(group.text, group.mark, group.count, len(group.inks)) for group in reveal.wall] == [
        ("56", Outcome.RIGHT, 14, 12),
        ("54", Outcome.WRONG, 1, 0),
        ("", Outcome.UNREAD, 1, 1),
    ]


def test_ink_that_nobody_could_read_and_that_is_left_to_the_teacher_is_on_the_wall(
    quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student
) -> None:
    game = after(play(quiz, classroom, [zoe, yan]), Started())
    wrote(game, zoe, 1, "54", left_to_teacher=True, **UNREAD)
    wrote(game, yan, 1, "56", awaits_child=True, **UNREAD)
    reveal = seen_by_host(after(game, WentOn())).reveal
    assert reveal is not None
    assert [(group.text, group.mark, group.count, len(group.inks)) for group in reveal.wall] == [
        ("", Outcome.UNREAD, 2, 2)
    ]
    assert reveal.counts == Counts(right=0, wrong=0, unread=2, silent=0)


def test_who_wrote_what_nobody_could_read_is_not_said_to_have_been_silent(
    quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student
) -> None:
    game = after(play(quiz, classroom, [zoe, yan]), Started())
    wrote(game, zoe, 1, "", **UNREAD)
    wrote(game, yan, 1, "", **UNREAD, late=True)
    reveal = seen_by_host(after(game, WentOn())).reveal
    assert reveal is not None
    assert reveal.counts == Counts(right=0, wrong=0, unread=1, silent=1)
    assert [(group.mark, group.count) for group in reveal.wall] == [(Outcome.UNREAD, 1)]


def test_standings_name_nobody_unless_the_teacher_wants_a_leaderboard(
    quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student
) -> None:
    shown = []
    for leaderboard in (False, True):
        game = after(play(quiz, classroom, [zoe, yan], teams=2, leaderboard=leaderboard), Started())
        wrote(game, zoe, 1, "56")
        standings = seen_by_host(after(game, WentOn(), WentOn())).standings
        assert standings is not None
        assert [(team.name, team.points) for team in standings.together.teams] == [("Comets", 100), ("Moons", 0)]
        assert standings.together.journey is not None
        shown.append(standings.leaders)
    assert shown == [(), (Leader("Zoe", 100),)]


def test_a_class_without_the_game_has_no_journey(quiz: Quiz, classroom: Classroom, zoe: Student) -> None:
    Classroom.objects.update(with_game=False)
    game = after(play(quiz, classroom, [zoe]), *REVEALED, WentOn())
    view = seen_by_host(game)
    assert view.standings is not None
    assert (view.standings.together.journey, view.public.with_game) == (None, False)


def test_the_summary_counts_what_was_asked_and_counts(
    long_quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student
) -> None:
    game = after(play(long_quiz, classroom, [zoe, yan], leaderboard=True), Started())
    for place, event in ((1, WentOn()), (2, Skipped()), (3, WentOn())):
        wrote(game, zoe, place, str(place + 1))
        wrote(game, yan, place, "0")
        game = after(game, event)
        if isinstance(event, WentOn):
            game = after(game, WentOn(), WentOn())
    summary = seen_by_host(after(game, Ended())).summary
    assert summary is not None
    both = Counts(right=1, wrong=1, unread=0, silent=0)
    assert [(line.question.number, line.counts) for line in summary.lines] == [
        (1, both),
        (3, both),
        (4, Counts(right=0, wrong=0, unread=0, silent=2)),
    ]
    assert (summary.right, summary.marked, summary.podium) == (2, 4, (Leader("Zoe", 210),))


def test_in_a_race_a_question_counts_by_its_best_moment_and_the_host_sees_how_far_each_is(
    quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student
) -> None:
    game = after(play(quiz, classroom, [zoe, yan], pace=Pace.OWN), Started())
    wrote(game, zoe, 1, "54")
    wrote(game, yan, 2, "3")
    before = seen_by_host(game)
    wrote(game, zoe, 1, "56")
    wrote(game, zoe, 2, "3")
    view = seen_by_host(game)
    assert [(row.place, row.done) for row in before.players] == [(0, False), (1, False)]
    assert [(row.place, row.done, row.tally.right) for row in view.players] == [(2, True, 2), (1, False, 1)]
    summary = seen_by_host(after(game, Ended())).summary
    assert summary is not None
    assert [line.counts for line in summary.lines] == [Counts(1, 0, 0, 1), Counts(2, 0, 0, 0)]


def test_no_player_can_try_out_which_mark_a_version_stands_for(
    quiz: Quiz, classroom: Classroom, zoe: Student, settings: Any
) -> None:
    """It changes with the mark before that may be known: who knew how it is made could make it of each mark."""
    game = after(play(quiz, classroom, [zoe]), Started())
    wrote(game, zoe, 1, "56")
    before = seen_by(game, zoe).version
    settings.SECRET_KEY = "another" * 10
    assert seen_by(game, zoe).version != before


def test_the_hosts_version_changes_with_answers_and_with_the_game(
    quiz: Quiz, classroom: Classroom, zoe: Student
) -> None:
    game = after(play(quiz, classroom, [zoe]), Started())
    versions = [host_version(fetched(game))]
    wrote(game, zoe, 1, "56")
    versions.append(host_version(fetched(game)))
    versions.append(host_version(fetched(rename(game=game, student=zoe, name="Comet"))))
    assert len(set(versions)) == 3


@pytest.mark.parametrize(
    ("events", "queries"),
    [((), 2), ((WentOn(),), 3), ((WentOn(), WentOn()), 5), ((Ended(),), 6)],
    ids=["question", "reveal", "standings", "over"],
)
def test_the_host_asks_the_database_the_same_of_three_players_and_of_thirty(
    long_quiz: Quiz,
    classroom: Classroom,
    django_assert_num_queries: Queries,
    events: tuple[Event, ...],
    queries: int,
) -> None:
    for count in (3, 30):
        students = some(classroom, count)
        game = after(play(long_quiz, classroom, students), Started())
        for student in students:
            wrote(game, student, 1, "2")
        game = fetched(after(game, *events))
        with django_assert_num_queries(queries):
            host_of(game, now())


def test_a_thousand_players_are_no_burden(
    long_quiz: Quiz, classroom: Classroom, django_assert_num_queries: Queries
) -> None:
    students = some(classroom, 1_000)
    game = play(long_quiz, classroom, [], speed_points=True)
    game = everybody_right(game, students)
    with django_assert_num_queries(3):
        reveal = host_of(game, now()).reveal
    assert reveal is not None
    assert (reveal.counts.right, len(reveal.wall[0].inks)) == (1_000, 12)


def everybody_right(game: LiveGame, students: Sequence[Student]) -> LiveGame:
    """These students play, and have answered the first question, which is revealed."""
    players = tuple(Player(student.pk, student.name) for student in students)
    game.state = replace(game.value, players=players).to_json()
    game.save()
    asked = game.assignment.questions.get(position=1)
    order = list(game.value.questions)
    sittings = Sitting.objects.bulk_create(
        Sitting(assignment=game.assignment, student=student, order=order) for student in students
    )
    given = {"question": asked, "number": 1, "source": "drawn", "strokes": INK, "text": "2", "thinking_ms": 2_000}
    marked = {"mark": Outcome.RIGHT, "automatic_mark": Outcome.RIGHT, "received_at": timezone.now()}
    Answer.objects.bulk_create(Answer(id=uuid4(), sitting=sitting, **given, **marked) for sitting in sittings)
    return after(game, *REVEALED)


# The score page


def test_the_score_page_of_a_running_game_knows_no_more_than_was_revealed(
    long_quiz: Quiz, classroom: Classroom, zoe: Student
) -> None:
    game = after(play(long_quiz, classroom, [zoe]), Started())
    wrote(game, zoe, 1, "2")
    game = after(game, WentOn(), WentOn(), WentOn())
    wrote(game, zoe, 2, "9")
    page = score_page(Sitting.objects.get())
    assert (page.finished, page.score, page.answered) == (False, None, 2)
    assert [(line.number, line.shown and (line.shown.mark, line.shown.correct_answer)) for line in page.lines] == [
        (1, (Outcome.RIGHT, "2")),
        (2, (None, None)),
    ]


def test_the_score_of_a_game_leaves_out_what_was_skipped_or_never_asked(
    long_quiz: Quiz, classroom: Classroom, zoe: Student
) -> None:
    game = after(play(long_quiz, classroom, [zoe]), Started())
    wrote(game, zoe, 1, "2")
    game = after(game, WentOn(), WentOn(), WentOn(), Skipped())
    wrote(game, zoe, 3, "9")
    after(game, Ended())
    page = score_page(Sitting.objects.get())
    assert page.score is not None
    assert (page.score.right, page.score.wrong, page.score.total, page.score.final_percent) == (1, 1, 2, 50)
    assert [line.shown and line.shown.correct_answer for line in page.lines] == ["2", "4"]


# Who may see which


def test_students_find_the_games_of_their_class_and_guests_their_own(
    quiz: Quiz, classroom: Classroom, zoe: Student, xan: Student
) -> None:
    first, second = play(quiz, classroom, []), play(quiz, classroom, [])
    guest = Student.objects.create(classroom=classroom, name="Brave Otter", guest_in=second.assignment)
    found = [set(games_of(student).values_list("pk", flat=True)) for student in (zoe, guest, xan)]
    assert found == [{first.pk, second.pk}, {second.pk}, set()]


def test_nobody_is_done_where_nobody_plays_or_nothing_is_asked(quiz: Quiz, classroom: Classroom, zoe: Student) -> None:
    assert not everybody_is_done(after(play(quiz, classroom, []), Started()))
    assert not everybody_is_done(play(quiz, classroom, [zoe]))


@pytest.mark.django_db(transaction=True)
def test_the_value_of_a_version_is_fetched_once_for_the_whole_class_and_anew_when_it_changes(
    quiz: Quiz, classroom: Classroom, zoe: Student, django_assert_num_queries: Queries
) -> None:
    game = play(quiz, classroom, [zoe])
    assert games_of(zoe).get(pk=game.pk).value == LiveGame.objects.get(pk=game.pk).value
    with django_assert_num_queries(1):
        known = games_of(zoe).get(pk=game.pk).value
    assert games_of(zoe).get(pk=game.pk).value is known
    game = after(game, Started())
    with django_assert_num_queries(2):
        assert games_of(zoe).get(pk=game.pk).value == game.value != known


@pytest.mark.django_db(transaction=True)
def test_a_value_that_was_taken_back_is_not_remembered(quiz: Quiz, classroom: Classroom, zoe: Student) -> None:
    game = play(quiz, classroom, [zoe])
    with suppress(RuntimeError), transaction.atomic():
        after(game, Started())
        assert games_of(zoe).get(pk=game.pk).value.phase is Phase.QUESTION
        raise RuntimeError
    after(game, Locked(True))
    value = games_of(zoe).get(pk=game.pk).value
    assert (value.phase, value.locked) == (Phase.LOBBY, True)
