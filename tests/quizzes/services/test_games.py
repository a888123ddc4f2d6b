from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any
from uuid import uuid4

import pytest
import time_machine

from quizzes.models import Answer, Assignment, Classroom, LiveGame, Quiz, Sitting, Student, User
from quizzes.rules.game import Pace, Phase, Settings
from quizzes.rules.game.events import (
    Ended,
    Event,
    Joined,
    Locked,
    NamesHidden,
    Paused,
    Resumed,
    Skipped,
    Started,
    TimePassed,
    WentOn,
)
from quizzes.rules.marking import Outcome
from quizzes.rules.refusals import JoinRefused
from quizzes.services import hints
from quizzes.services.answers import confirm_answer, submit_answer
from quizzes.services.corrections import correct_answer
from quizzes.services.erasure import erase_student
from quizzes.services.games import (
    act,
    after_answers,
    current,
    end_left_alone,
    join,
    let_back_in,
    open_game,
    remove,
    rename,
)
from quizzes.services.hints import Hint
from quizzes.services.judging import Submission
from quizzes.services.refusals import AssignmentClosed, GamePaused, LedByTeacher, NotEditable, NotStarted, QuestionDone
from quizzes.services.sittings import open_sitting
from tests.quizzes.gaming import after, play, seen_by, wrote
from tests.quizzes.giving import reading, typed

NINE = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)

OnCommit = Callable[..., Any]


@pytest.fixture
def told(django_capture_on_commit_callbacks: OnCommit) -> Iterator[Callable[[Callable[[], Any]], list[Hint]]]:
    """The hints that a call gives when it is committed."""
    heard: list[Hint] = []
    stop = hints.listen(heard.append)

    def tell(call: Callable[[], Any]) -> list[Hint]:
        heard.clear()
        with django_capture_on_commit_callbacks(execute=True):
            call()
        return list(heard)

    yield tell
    stop()


def guest_of(game: LiveGame, name: str) -> Student:
    classroom = game.assignment.classroom
    return Student.objects.create(classroom=classroom, name=name, guest_in=game.assignment)


def kept(game: LiveGame) -> LiveGame:
    return LiveGame.objects.select_related("assignment__classroom").get(pk=game.pk)


# Opening


def test_a_led_game_gives_the_quiz_in_one_order_and_with_one_try_to_all(quiz: Quiz, classroom: Classroom) -> None:
    Quiz.objects.filter(pk=quiz.pk).update(shuffle=True, tries=3)
    quiz.refresh_from_db()
    game = open_game(quiz=quiz, classroom=classroom, settings=Settings(seconds=20))
    assignment = Assignment.objects.get()
    assert (game.assignment, assignment.tries_allowed, assignment.shuffle) == (assignment, 1, False)
    assert game.value.questions == tuple(assignment.questions.values_list("pk", flat=True))
    assert (game.value.phase, game.value.settings.seconds, game.version) == (Phase.LOBBY, 20, 0)


def test_a_race_keeps_the_tries_and_the_order_of_the_quiz(quiz: Quiz, classroom: Classroom) -> None:
    Quiz.objects.filter(pk=quiz.pk).update(shuffle=True, tries=3)
    quiz.refresh_from_db()
    open_game(quiz=quiz, classroom=classroom, settings=Settings(pace=Pace.OWN))
    assignment = Assignment.objects.get()
    assert (assignment.tries_allowed, assignment.shuffle) == (3, True)


def test_a_quiz_without_questions_opens_no_game(alice: User, classroom: Classroom) -> None:
    empty = Quiz.objects.create(teacher=alice, title="Empty")
    with pytest.raises(NotEditable, match="no questions yet"):
        open_game(quiz=empty, classroom=classroom, settings=Settings())
    assert not LiveGame.objects.exists()
    assert not Assignment.objects.exists()


def test_every_game_has_a_code_of_its_own(quiz: Quiz, classroom: Classroom) -> None:
    games = [open_game(quiz=quiz, classroom=classroom, settings=Settings()) for _ in range(5)]
    assert len({classroom.code, *(game.code for game in games)}) == 6


# Joining


def test_whoever_joins_has_a_seat_and_a_sitting_and_keeps_both_when_coming_back(
    quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student
) -> None:
    game = play(quiz, classroom, [zoe, yan, zoe], teams=2)
    assert [(player.id, player.name, player.team) for player in game.value.players] == [
        (zoe.pk, "Zoe", 0),
        (yan.pk, "Yan", 1),
    ]
    assert list(Sitting.objects.values_list("student", flat=True)) == [zoe.pk, yan.pk]
    again = join(game=game, student=zoe)
    assert (again.version, Sitting.objects.count()) == (2, 2)


def test_names_in_a_game_are_as_short_as_tells_the_class_apart(quiz: Quiz, classroom: Classroom, zoe: Student) -> None:
    other = Student.objects.create(classroom=classroom, name="Zoe Anders")
    game = play(quiz, classroom, [zoe, other], guests=True)
    game = join(game=game, student=guest_of(game, "Brave Otter"))
    assert [player.name for player in game.value.players] == ["Zoe Z.", "Zoe A.", "Brave Otter"]
    assert [player.guest for player in game.value.players] == [False, False, True]


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ((Locked(True),), "The doors of this game are shut. Ask your teacher to open them."),
        ((Ended(),), "This game is over."),
    ],
    ids=["locked", "over"],
)
def test_who_may_not_come_in_is_told_why_and_leaves_no_trace(
    quiz: Quiz, classroom: Classroom, zoe: Student, before: tuple[Event, ...], sentence: str
) -> None:
    game = after(play(quiz, classroom, []), *before)
    with pytest.raises(JoinRefused) as refused:
        join(game=game, student=zoe)
    assert refused.value.sentence == sentence
    assert not Sitting.objects.exists()


def test_whoever_plays_comes_back_through_shut_doors(quiz: Quiz, classroom: Classroom, zoe: Student) -> None:
    game = after(play(quiz, classroom, [zoe]), Started(), Locked(True))
    assert join(game=game, student=zoe).value.player(zoe.pk) is not None


def test_whoever_was_removed_stays_out(quiz: Quiz, classroom: Classroom, zoe: Student) -> None:
    game = remove(game=play(quiz, classroom, [zoe]), student=zoe)
    with pytest.raises(JoinRefused, match="not in this game any more"):
        join(game=game, student=zoe)


def test_of_an_erased_student_no_game_keeps_anything(
    quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student
) -> None:
    over = after(play(quiz, classroom, [zoe, yan]), Started(), Ended())
    running = after(play(quiz, classroom, [zoe, yan]), Started())
    wrote(running, yan, 1, "56")
    erase_student(student=zoe)
    assert [kept(game).value.players[0].name for game in (over, running)] == ["Yan", "Yan"]
    assert kept(running).value.phase is Phase.REVEAL  # nobody waits for Zoe


# Leading


def test_an_act_on_an_older_version_does_nothing(quiz: Quiz, classroom: Classroom, zoe: Student) -> None:
    game = play(quiz, classroom, [zoe])
    started = act(game=game, event=Started(), version=game.version)
    tapped_twice = act(game=game, event=WentOn(), version=game.version)
    assert (started.value.phase, tapped_twice.value, tapped_twice.version) == (Phase.QUESTION, started.value, 2)


def test_what_changes_nothing_is_not_written(quiz: Quiz, classroom: Classroom, zoe: Student, told: Any) -> None:
    game = after(play(quiz, classroom, [zoe]), Started())
    assert told(lambda: act(game=game, event=Resumed())) == []
    assert (kept(game).version, kept(game).value) == (game.version, game.value)


def test_the_clock_ends_a_question_once_for_whoever_looks_first(
    quiz: Quiz, classroom: Classroom, zoe: Student, told: Any
) -> None:
    with time_machine.travel(NINE, tick=False) as clock:
        game = after(play(quiz, classroom, [zoe], seconds=20), Started())
        clock.shift(timedelta(seconds=20.9))
        assert current(game=game).value.phase is Phase.QUESTION  # an answer may be on its way
        clock.shift(timedelta(seconds=0.2))
        assert told(lambda: current(game=game)) == [Hint("everybody", game.pk), Hint("host", game.pk)]
        assert told(lambda: current(game=game)) == []  # with the game as it was before
    assert (kept(game).value.phase, kept(game).version) == (Phase.REVEAL, game.version + 1)


def test_the_end_closes_the_assignment_finishes_every_sitting_and_flies_on(
    quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student, django_capture_on_commit_callbacks: OnCommit
) -> None:
    game = after(play(quiz, classroom, [zoe, yan]), Started())
    wrote(game, zoe, 1, "56")
    with django_capture_on_commit_callbacks(execute=True):
        over = act(game=game, event=Ended())
    assert (over.over_at is not None, over.value.phase) == (True, Phase.OVER)
    assert Assignment.objects.get().closed_at is not None
    assert not Sitting.objects.filter(finished_at=None).exists()
    classroom.refresh_from_db()
    assert classroom.farthest > 0
    assert list(LiveGame.objects.running()) == []


@pytest.mark.parametrize(
    ("before", "event", "expected"),
    [
        ((), Joined(999, "Nobody"), ["host"]),
        ((), Locked(True), ["everybody", "host"]),
        ((), NamesHidden(True), ["host"]),
        ((), Started(), ["everybody", "host"]),
        ((Started(),), WentOn(), ["everybody", "host"]),
        ((Started(),), Paused(), ["everybody", "host"]),
        ((Started(),), Skipped(), ["everybody", "host"]),
        ((Started(),), TimePassed(), []),
        ((Started(),), Ended(), ["everybody", "host"]),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, tuple | list) else "",
)
def test_who_is_told_of_what(
    quiz: Quiz,
    classroom: Classroom,
    zoe: Student,
    told: Any,
    before: tuple[Event, ...],
    event: Event,
    expected: list[str],
) -> None:
    game = after(play(quiz, classroom, [zoe]), *before)
    assert [hint.kind for hint in told(lambda: act(game=game, event=event))] == expected


def test_teams_that_are_balanced_at_the_start_tell_whoever_changes_sides(
    quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student, told: Any
) -> None:
    wim, vic = (Student.objects.create(classroom=classroom, name=name) for name in ("Wim", "Vic"))
    game = play(quiz, classroom, [zoe, yan, wim, vic], teams=2)
    game = remove(game=remove(game=game, student=yan), student=vic)
    assert Hint("player", game.pk, wim.pk) in told(lambda: act(game=game, event=Started()))


def test_a_player_who_is_renamed_or_removed_is_told(quiz: Quiz, classroom: Classroom, zoe: Student, told: Any) -> None:
    game = play(quiz, classroom, [zoe])
    renamed = told(lambda: rename(game=game, student=zoe, name="Comet"))
    assert renamed == [Hint("host", game.pk), Hint("player", game.pk, zoe.pk)]
    assert kept(game).value.players[0].name == "Comet"
    assert Student.objects.get(pk=zoe.pk).name == "Zoe Zimmer"
    assert Hint("gone", game.pk, zoe.pk) in told(lambda: remove(game=game, student=zoe))


def test_a_guest_is_renamed_for_good_and_never_as_another_guest(quiz: Quiz, classroom: Classroom) -> None:
    game = play(quiz, classroom, [], guests=True)
    otter, comet = guest_of(game, "Brave Otter"), guest_of(game, "Calm Comet")
    for guest in (otter, comet):
        game = join(game=game, student=guest)
    with pytest.raises(NotEditable, match="There is another calm comet in this game"):
        rename(game=game, student=otter, name="calm comet")
    assert [player.name for player in kept(game).value.players] == ["Brave Otter", "Calm Comet"]
    rename(game=game, student=otter, name="Quick Fox")
    otter.refresh_from_db()
    assert (otter.name, kept(game).value.players[0].name) == ("Quick Fox", "Quick Fox")


def test_a_name_of_nothing_that_can_be_seen_is_refused(quiz: Quiz, classroom: Classroom, zoe: Student) -> None:
    game = play(quiz, classroom, [zoe])
    with pytest.raises(NotEditable, match="That is no name"):
        rename(game=game, student=zoe, name=" \u200b\u2060 ")
    assert kept(game).value.players[0].name == "Zoe"


# Going on by itself


@pytest.mark.parametrize(
    ("fields", "closes"),
    [
        ({}, True),
        ({"text": "54", "mark": "wrong"}, True),
        ({"mark": "unread", "text": "", "left_to_teacher": True}, True),
        ({"mark": "unread", "text": ""}, False),
        ({"mark": "unread", "awaits_child": True}, False),
        ({"mark": "unread", "awaits_reader": True}, False),
        ({"mark": "unread", "awaits_reader": True, "left_to_teacher": True}, False),
        ({"mark": "unread", "late": True, "left_to_teacher": True}, False),
    ],
    ids=["right", "wrong", "left to the teacher", "unread", "asked", "not read", "left, not read", "late"],
)
def test_a_question_is_over_when_everybody_has_an_answer_that_stands(
    quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student, fields: dict[str, Any], closes: bool
) -> None:
    game = after(play(quiz, classroom, [zoe, yan]), Started())
    wrote(game, yan, 1, "56")
    after_answers(game=game.pk)
    assert kept(game).value.phase is Phase.QUESTION
    wrote(game, zoe, 1, "56", **fields)
    after_answers(game=game.pk)
    assert kept(game).value.phase is (Phase.REVEAL if closes else Phase.QUESTION)


def test_an_answer_to_an_earlier_question_closes_nothing(quiz: Quiz, classroom: Classroom, zoe: Student) -> None:
    game = after(play(quiz, classroom, [zoe]), Started(), WentOn(), WentOn(), WentOn())
    wrote(game, zoe, 1, "56")
    after_answers(game=game.pk)
    assert kept(game).value.phase is Phase.QUESTION


def test_whoever_is_let_back_in_has_what_was_answered_and_may_come_in_again(
    quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student
) -> None:
    game = after(play(quiz, classroom, [zoe, yan]), Started())
    wrote(game, zoe, 1, "56")
    game = after(remove(game=game, student=zoe), Locked(True), WentOn())
    with pytest.raises(JoinRefused, match="not in this game any more"):
        join(game=game, student=zoe)
    game = join(game=let_back_in(game=game, student=zoe), student=zoe)
    assert seen_by(game, zoe).tally.right == 1


def test_nobody_waits_for_whoever_was_removed(quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student) -> None:
    game = after(play(quiz, classroom, [zoe, yan]), Started())
    wrote(game, zoe, 1, "56")
    remove(game=game, student=yan)
    assert kept(game).value.phase is Phase.REVEAL


def test_a_game_that_nobody_plays_goes_on_by_its_teacher_alone(quiz: Quiz, classroom: Classroom, zoe: Student) -> None:
    game = after(play(quiz, classroom, [zoe]), Started())
    remove(game=game, student=zoe)
    assert kept(game).value.phase is Phase.QUESTION


# Left alone


def test_a_game_that_nobody_ended_ends_by_itself_with_all_that_is_in_it(
    quiz: Quiz, classroom: Classroom, zoe: Student
) -> None:
    with time_machine.travel(NINE, tick=False) as clock:
        game = after(play(quiz, classroom, [zoe]), Started())
        wrote(game, zoe, 1, "56")
        clock.shift(timedelta(hours=11, minutes=59))
        end_left_alone(games=LiveGame.objects.all())
        assert kept(game).value.phase is Phase.QUESTION
        clock.shift(timedelta(minutes=1))
        end_left_alone(games=LiveGame.objects.all())
    assert (kept(game).value.phase, kept(game).over_at is None) == (Phase.OVER, False)
    assert Assignment.objects.get().closed_at is not None
    assert (Sitting.objects.get().finished_at is None, Answer.objects.get().mark) == (False, Outcome.RIGHT)


def test_a_race_of_days_goes_on_while_answers_come(quiz: Quiz, classroom: Classroom, zoe: Student) -> None:
    with time_machine.travel(NINE, tick=False) as clock:
        game = after(play(quiz, classroom, [zoe], pace=Pace.OWN), Started())
        clock.shift(timedelta(hours=11))
        wrote(game, zoe, 1, "56")
        clock.shift(timedelta(hours=11))
        end_left_alone(games=LiveGame.objects.all())
        assert current(game=kept(game)).value.phase is Phase.FLYING
        clock.shift(timedelta(hours=1))
        assert current(game=kept(game)).value.is_over


def test_a_game_that_is_led_through_the_night_goes_on(quiz: Quiz, classroom: Classroom, zoe: Student) -> None:
    with time_machine.travel(NINE, tick=False) as clock:
        game = play(quiz, classroom, [zoe])
        clock.shift(timedelta(hours=13))
        after(game, Locked(True))
        end_left_alone(games=LiveGame.objects.all())
        assert not current(game=kept(game)).value.is_over


# A race


def test_a_race_is_answered_as_homework_and_over_when_everybody_is_done(
    quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student, told: Any
) -> None:
    game = after(play(quiz, classroom, [zoe, yan], pace=Pace.OWN), Started())
    assert open_sitting(student=zoe, assignment=game.assignment).current is not None
    first = told(lambda: typed(zoe, game.assignment, 1, "56"))
    assert first == [Hint("player", game.pk, zoe.pk), Hint("host", game.pk)]
    typed(zoe, game.assignment, 2, "3")
    assert kept(game).value.phase is Phase.FLYING
    for place, text in ((1, "54"), (1, "56"), (2, "3")):
        typed(yan, game.assignment, place, text)
    assert kept(game).value.phase is Phase.OVER
    assert Assignment.objects.get().closed_at is not None


@pytest.mark.parametrize(
    ("settings", "events", "refusal"),
    [
        ({"pace": Pace.OWN}, (), NotStarted),
        ({}, (), LedByTeacher),
        ({}, (Started(),), LedByTeacher),
        ({}, (Started(), WentOn()), LedByTeacher),
    ],
    ids=["race in the lobby", "led in the lobby", "led", "led, revealed"],
)
def test_homeworks_way_is_closed_where_the_game_leads(
    quiz: Quiz,
    classroom: Classroom,
    zoe: Student,
    settings: dict[str, Any],
    events: tuple[Event, ...],
    refusal: type[Exception],
) -> None:
    game = after(play(quiz, classroom, [zoe, zoe], **settings), *events)
    sitting = Sitting.objects.get()
    if sitting.finished_at is None:
        with pytest.raises(refusal):
            open_sitting(student=zoe, assignment=Assignment.objects.get())
    with pytest.raises(refusal):
        typed(zoe, Assignment.objects.get(), 1, "56")
    assert not Answer.objects.exists()
    sitting.refresh_from_db()
    assert sitting.showing is None
    assert game.value.phase in Phase


def test_a_race_closes_by_the_clock_though_nobody_looked(quiz: Quiz, classroom: Classroom, zoe: Student) -> None:
    with time_machine.travel(NINE, tick=False) as clock:
        after(play(quiz, classroom, [zoe], pace=Pace.OWN, seconds=60), Started())
        clock.shift(timedelta(seconds=62))
        with pytest.raises(AssignmentClosed, match="This race is over"):
            open_sitting(student=zoe, assignment=Assignment.objects.get())


def test_what_was_written_before_a_pause_of_the_race_counts(quiz: Quiz, classroom: Classroom, zoe: Student) -> None:
    after(play(quiz, classroom, [zoe], pace=Pace.OWN), Started(), Paused())
    with pytest.raises(GamePaused):
        open_sitting(student=zoe, assignment=Assignment.objects.get())
    answer = typed(zoe, Assignment.objects.get(), 1, "56")
    assert (answer.mark, answer.late) == ("right", False)


@pytest.mark.parametrize("ended", ["by the clock, though nobody looked", "by the teacher"])
def test_what_comes_when_the_race_is_over_is_kept_and_left_to_the_teacher(
    quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student, ended: str
) -> None:
    with time_machine.travel(NINE, tick=False) as clock:
        game = after(play(quiz, classroom, [zoe, yan], pace=Pace.OWN, seconds=60), Started())
        if ended == "by the teacher":
            after(game, Ended())
        clock.shift(timedelta(seconds=62))
        answer = typed(zoe, Assignment.objects.get(), 1, "56")
    assert (answer.text, answer.mark, answer.late, answer.left_to_teacher) == ("56", "unread", True, True)
    assert kept(game).value.phase is Phase.OVER
    assert seen_by(kept(game), zoe).tally.points == 0


# The child's word


def doubtful(game: LiveGame, student: Student) -> Answer:
    doubt = reading("54", "ask", 0.6, [("56", 0.3)])
    return wrote(game, student, 1, "54", mark="unread", note="", awaits_child=True, reading=doubt)


def test_the_childs_word_counts_while_the_question_is_on_and_closes_it(
    quiz: Quiz, classroom: Classroom, zoe: Student
) -> None:
    game = after(play(quiz, classroom, [zoe]), Started())
    confirm_answer(student=zoe, answer=doubtful(game, zoe), text="56")
    assert Answer.objects.get().mark == "right"
    assert kept(game).value.phase is Phase.REVEAL
    assert Sitting.objects.get().finished_at is None


@pytest.mark.parametrize("event", [WentOn(), Skipped(), Ended()], ids=["revealed", "skipped", "over"])
def test_when_the_key_is_known_the_childs_word_is_too_late_and_the_teacher_decides(
    quiz: Quiz, classroom: Classroom, zoe: Student, event: Event
) -> None:
    game = after(play(quiz, classroom, [zoe]), Started())
    answer = doubtful(game, zoe)
    after(game, event)
    with pytest.raises(QuestionDone, match="Your teacher will look at what you wrote"):
        confirm_answer(student=zoe, answer=answer, text="56")
    answer.refresh_from_db()
    assert (answer.mark, answer.text) == ("unread", "54")


def test_a_correction_is_told_to_the_child_and_the_host(
    quiz: Quiz, classroom: Classroom, alice: User, zoe: Student, told: Any
) -> None:
    game = after(play(quiz, classroom, [zoe]), Started())
    answer = wrote(game, zoe, 1, "54")
    after(game, WentOn())
    correct = partial(correct_answer, answer=answer, teacher=alice, reason="It says 56")
    heard = told(lambda: correct(mark=Outcome.RIGHT))
    assert heard == [Hint("player", game.pk, zoe.pk), Hint("host", game.pk)]


def test_a_submission_to_homework_is_not_told_to_any_game(assignment: Assignment, zoe: Student, told: Any) -> None:
    question = assignment.questions.all()[0].pk
    sent = Submission(id=uuid4(), question=question, typed="56")
    assert told(lambda: submit_answer(student=zoe, assignment=assignment, submission=sent)) == []
