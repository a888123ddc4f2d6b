"""Answers of a led game: what is acknowledged is on the disk once; what is read afterwards is marked as any other."""

import random
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from threading import Thread
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.db.models.signals import post_delete
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from quizzes.models import Answer, Assignment, Classroom, LiveGame, Quiz, Reward, SeatToken, Sitting, Student, User
from quizzes.queries.seats import token_digest
from quizzes.rules.game import Pace
from quizzes.rules.game.events import Ended, Paused, Removed, Resumed, Skipped, Started, WentOn
from quizzes.rules.marking import Outcome
from quizzes.services import hints, judging
from quizzes.services.answers import confirm_answer
from quizzes.services.classrooms import remove_student
from quizzes.services.corrections import correct_answer, undo_correction
from quizzes.services.erasure import erase_student
from quizzes.services.intake import Arrival, Kept, keep, settle, settle_these
from quizzes.services.judging import MOST_RESPONSES, Submission
from quizzes.services.refusals import AnswerConflict, NoSeat, NotHere, OtherSeat, QuestionDone, Refused
from recognizer import templates
from tests.quizzes.gaming import after, play, seen_by
from tests.quizzes.services.test_exactly_once import at_once

pytestmark = pytest.mark.django_db

SCRAWL = [[[x, (x * 7919) % 300, x] for x in range(0, 900, 10)]]
"""Ink that nobody can read."""


def ink(text: str) -> list[Any]:
    return templates.write(text, random.Random(7))


def seat(student: Student) -> str:
    token = f"token-of-{student.pk}"
    SeatToken.objects.get_or_create(student=student, digest=token_digest(token))
    return token


def sent(game: LiveGame, student: Student, place: int = 1, **said: Any) -> Arrival:
    said = said or {"strokes": ink("56")}
    submission = Submission(id=said.pop("id", None) or uuid4(), question=game.value.questions[place - 1], **said)
    return Arrival(seat(student), game.pk, submission, student.pk)


def kept(game: LiveGame, student: Student, place: int = 1, **said: Any) -> Answer:
    [outcome] = keep([sent(game, student, place, **said)])
    assert isinstance(outcome, Kept), outcome
    return Answer.objects.get(pk=outcome.id)


def settled(answer: Answer) -> Answer:
    settle()
    return Answer.objects.get(pk=answer.pk)


@pytest.fixture
def lobby(quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student) -> LiveGame:
    return play(quiz, classroom, [zoe, yan])


@pytest.fixture
def game(lobby: LiveGame) -> LiveGame:
    """The first question, 7 × 8, is asked."""
    return after(lobby, Started())


def test_what_is_kept_is_stored_unread_and_says_that_it_awaits_the_reader(game: LiveGame, zoe: Student) -> None:
    arrival = sent(game, zoe, strokes=ink("56"), thinking_ms=900)
    assert keep([arrival]) == [Kept(arrival.submission.id, arrival.submission.question, late=False, repeated=False)]
    answer = Answer.objects.get()
    assert (answer.strokes, answer.reading, answer.text, answer.mark) == (ink("56"), None, "", "unread")
    assert (answer.awaits_reader, answer.number, answer.thinking_ms) == (True, 1, 900)
    assert (answer.received_at, answer.digest) == (arrival.at, arrival.submission.digest)
    assert list(Answer.objects.counting()) == []


def test_what_is_settled_is_read_and_marked(game: LiveGame, zoe: Student, yan: Student) -> None:
    right, wrong = kept(game, zoe, strokes=ink("56")), kept(game, yan, strokes=ink("54"))
    assert settle() == 2
    assert settle() == 0
    right.refresh_from_db()
    wrong.refresh_from_db()
    assert [(each.text, each.mark, each.automatic_mark) for each in (right, wrong)] == [
        ("56", "right", "right"),
        ("54", "wrong", "wrong"),
    ]
    assert not right.awaits_reader
    assert right.reading["text"] == "56"
    assert (wrong.digits_right, wrong.digits_asked) == (1, 2)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"typed": " ５６ "}, ("56", "right", False, False)),
        ({"typed": "fifty"}, ("fifty", "unread", False, False)),
        ({"typed": "54", "confirmed": ""}, ("54", "unread", False, True)),
        ({"strokes": ink("56"), "confirmed": "56"}, ("56", "right", False, False)),
        ({"strokes": ink("56"), "confirmed": "12"}, ("56", "unread", True, False)),  # no reading of this ink
        ({"strokes": ink("56"), "confirmed": ""}, ("", "unread", False, True)),
        ({"strokes": ink("5"), "cut_short": True}, ("5", "unread", False, True)),  # of 56
        ({"strokes": ink("56"), "cut_short": True}, ("56", "right", False, False)),
        ({"strokes": SCRAWL}, ("", "unread", False, False)),
        ({"strokes": [[[5, 5, 0], [5, 9, 9]]]}, ("1", "unread", True, False)),  # a speck: the child is asked
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_the_child_said_of_it_is_heard_when_it_is_read(
    game: LiveGame, zoe: Student, said: dict[str, Any], found: tuple[str, str, bool, bool]
) -> None:
    answer = settled(kept(game, zoe, **said))
    assert (answer.text, answer.mark, answer.awaits_child, answer.left_to_teacher) == found
    assert answer.source == ("typed" if "typed" in said else "drawn")


def test_the_same_answer_again_is_told_that_it_is_here(game: LiveGame, zoe: Student) -> None:
    arrival = sent(game, zoe)
    again = Kept(arrival.submission.id, arrival.submission.question, late=False, repeated=True)
    assert keep([arrival, arrival])[1] == again
    settle()
    after(game, WentOn(), WentOn())
    assert keep([arrival]) == [again]
    assert Answer.objects.count() == 1


def test_one_id_has_one_content_and_one_owner(game: LiveGame, zoe: Student, yan: Student) -> None:
    first = sent(game, zoe, typed="56")
    other = sent(game, zoe, typed="54", id=first.submission.id)
    thief = sent(game, yan, typed="56", id=first.submission.id)
    outcomes = keep([first, other, thief])
    assert [type(outcome) for outcome in outcomes] == [Kept, AnswerConflict, AnswerConflict]
    assert [type(outcome) for outcome in keep([other, thief])] == [AnswerConflict] * 2
    assert Answer.objects.get().text == "56"


def test_one_answer_a_question_unless_nobody_can_read_it(game: LiveGame, zoe: Student) -> None:
    kept(game, zoe, strokes=SCRAWL)
    assert [type(each) for each in keep([sent(game, zoe)])] == [QuestionDone]  # it may be read yet
    settle()
    assert kept(game, zoe, strokes=ink("56")).number == 2
    settle()
    assert [type(each) for each in keep([sent(game, zoe, typed="54")])] == [QuestionDone]
    assert list(Answer.objects.order_by("number").values_list("mark", flat=True)) == ["unread", "right"]


def test_the_last_of_many_that_nobody_can_read_is_left_to_the_teacher(game: LiveGame, zoe: Student) -> None:
    first = settled(kept(game, zoe, typed="no number"))
    Answer.objects.filter(pk=first.pk).update(number=MOST_RESPONSES - 1)
    last = settled(kept(game, zoe, typed="none either"))
    assert (last.number, last.left_to_teacher) == (MOST_RESPONSES, True)
    assert [type(each) for each in keep([sent(game, zoe)])] == [QuestionDone]


def test_doubtful_ink_may_be_confirmed_or_written_again(game: LiveGame, zoe: Student, yan: Student) -> None:
    doubtful = {"strokes": ink("56"), "confirmed": "12"}
    said, written = settled(kept(game, zoe, **doubtful)), settled(kept(game, yan, **doubtful))
    confirm_answer(student=zoe, answer=said, text="56")
    kept(game, yan, strokes=ink("54"))
    settle()
    marks = Answer.objects.order_by("sitting", "number").values_list("sitting__student", "mark", "awaits_child")
    assert list(marks) == [(zoe.pk, "right", False), (yan.pk, "unread", True), (yan.pk, "wrong", False)]
    assert written.number == 1


LATE = {
    "the next question is asked": (WentOn(), WentOn(), WentOn()),
    "it was revealed": (WentOn(),),
    "it was skipped": (Skipped(),),
    "the game is over": (Ended(),),
}


@pytest.mark.parametrize("happened", LATE.values(), ids=LATE)
def test_what_comes_late_is_kept_read_and_left_to_the_teacher(
    game: LiveGame, zoe: Student, happened: tuple[Any, ...], alice: User
) -> None:
    after(game, *happened)
    answer = kept(game, zoe, strokes=ink("56"))
    assert (answer.late, answer.shown_at) == (True, None)
    answer = settled(answer)
    assert (answer.text, answer.automatic_text, answer.mark, answer.left_to_teacher) == ("56", "56", "unread", True)
    assert answer.note == "This came after its question was over. Your teacher will look at it."
    assert [type(each) for each in keep([sent(game, zoe)])] == [QuestionDone]
    correct_answer(answer=answer, teacher=alice, mark=Outcome.RIGHT, reason="It counts")
    answer.refresh_from_db()
    assert answer.mark == "right"


def test_the_clock_of_the_server_says_what_is_late(
    quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student
) -> None:
    with time_machine.travel("2026-11-20T09:00:00Z", tick=False) as clock:
        game = after(play(quiz, classroom, [zoe, yan], seconds=20), Started())
        asked_at = timezone.now()
        clock.shift(20.5)  # on its way when the countdown ended
        answer = kept(game, zoe)
        assert (answer.late, answer.shown_at, answer.seconds) == (False, asked_at, 20.5)
        clock.shift(1)
        assert kept(game, yan).late


def test_a_pause_is_no_time_of_thought(quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student) -> None:
    with time_machine.travel("2026-11-20T09:00:00Z", tick=False) as clock:
        game = after(play(quiz, classroom, [zoe, yan], seconds=20), Started())
        clock.shift(5)
        game = after(game, Paused())
        clock.shift(300)
        assert kept(game, zoe).seconds == 5
        game = after(game, Resumed())
        clock.shift(2)
        assert kept(game, yan).seconds == 7


def test_without_a_clock_nobody_knows_when_a_question_was_asked(game: LiveGame, zoe: Student) -> None:
    assert kept(game, zoe).shown_at is None


Change = Callable[[LiveGame, Student], Arrival]


def before_its_question(game: LiveGame, zoe: Student) -> Arrival:
    return sent(game, zoe, 2)


def a_foreign_question(game: LiveGame, zoe: Student) -> Arrival:
    return Arrival(seat(zoe), game.pk, Submission(id=uuid4(), question=987654, typed="1"))


def an_endless_question(game: LiveGame, zoe: Student) -> Arrival:
    return Arrival(seat(zoe), game.pk, Submission(id=uuid4(), question=10**40, typed="1"))


def no_such_game(game: LiveGame, zoe: Student) -> Arrival:
    return Arrival(seat(zoe), 987654, sent(game, zoe).submission)


def a_race(game: LiveGame, zoe: Student) -> Arrival:
    race = play(game.assignment.quiz, zoe.classroom, [zoe], pace=Pace.OWN)
    return sent(after(race, Started()), zoe)


def removed_from_the_game(game: LiveGame, zoe: Student) -> Arrival:
    return sent(after(game, Removed(zoe.pk)), zoe)


def somebody_who_did_not_join(game: LiveGame, zoe: Student) -> Arrival:
    return sent(game, Student.objects.create(classroom=zoe.classroom, name="Una Underwood"))


def another_class(game: LiveGame, zoe: Student) -> Arrival:
    return sent(game, Student.objects.exclude(classroom=zoe.classroom).get())


def nobody(game: LiveGame, zoe: Student) -> Arrival:
    return Arrival("no token", game.pk, sent(game, zoe).submission)


def an_old_seat(game: LiveGame, zoe: Student) -> Arrival:
    arrival = sent(game, zoe)
    SeatToken.objects.update(created_at=timezone.now() - timedelta(days=400))
    return arrival


def off_the_roster(game: LiveGame, zoe: Student) -> Arrival:
    arrival = sent(game, zoe)
    remove_student(student=zoe, erase=False)
    return arrival


def whose_teacher_left(game: LiveGame, zoe: Student) -> Arrival:
    User.objects.filter(pk=zoe.classroom.teacher_id).update(is_active=False)
    return sent(game, zoe)


def another_childs_page(game: LiveGame, zoe: Student) -> Arrival:
    return Arrival(seat(zoe), game.pk, sent(game, zoe).submission, zoe.pk + 1)


REFUSED: dict[Change, type[Refused]] = {
    before_its_question: NotHere,
    a_foreign_question: NotHere,
    an_endless_question: NotHere,
    no_such_game: NotHere,
    a_race: NotHere,
    removed_from_the_game: NotHere,
    somebody_who_did_not_join: NotHere,
    another_class: NotHere,
    nobody: NoSeat,
    an_old_seat: NoSeat,
    off_the_roster: NoSeat,
    whose_teacher_left: NoSeat,
    another_childs_page: OtherSeat,
}


@pytest.mark.parametrize(("make", "refused"), REFUSED.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_what_is_refused_is_not_kept_and_hinders_nobody(
    game: LiveGame, zoe: Student, yan: Student, xan: Student, make: Change, refused: type[Refused]
) -> None:
    arrival = make(game, zoe)
    outcomes = keep([arrival, sent(game, yan)])
    assert type(outcomes[0]) is refused
    assert Answer.objects.count() == (0 if make is whose_teacher_left else 1)


def test_a_guest_answers_like_anybody(lobby: LiveGame) -> None:
    guest = Student.objects.create(classroom=lobby.assignment.classroom, name="Brave Comet", guest_in=lobby.assignment)
    game = after(play_on(lobby, guest), Started())
    assert settled(kept(game, guest)).mark == "right"


def play_on(game: LiveGame, student: Student) -> LiveGame:
    from quizzes.services.games import join

    return join(game=game, student=student)


def test_a_batch_asks_the_database_as_often_as_one_answer(lobby: LiveGame) -> None:
    students = [Student.objects.create(classroom=lobby.assignment.classroom, name=f"S {n}") for n in range(30)]
    for student in students:
        play_on(lobby, student)
    game = after(lobby, Started())
    batch = [sent(game, student) for student in students]
    keep(batch[:1])  # the game's value is parsed
    with CaptureQueriesContext(
        connection,
    ) as one:
        keep(batch[1:2])
    with CaptureQueriesContext(connection) as many:
        assert all(isinstance(outcome, Kept) for outcome in keep(batch[2:]))
    assert len(many) == len(one) <= 9
    version = Assignment.objects.get(pk=game.assignment_id).version
    keep(batch)
    assert Assignment.objects.get(pk=game.assignment_id).version == version  # nothing is new


def test_the_host_is_told_once_a_batch_and_a_player_of_news_alone(
    game: LiveGame, zoe: Student, yan: Student, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    told: list[tuple[str, int]] = []
    stop = hints.listen(lambda hint: told.append((hint.kind, hint.student or 0)))
    with django_capture_on_commit_callbacks(execute=True):
        keep([sent(game, zoe, strokes=ink("56")), sent(game, yan, strokes=SCRAWL)])
    assert told == [("host", 0)]
    told.clear()
    with django_capture_on_commit_callbacks(execute=True):
        settle()
    stop()
    assert ("player", yan.pk) in told  # who writes again
    assert ("player", zoe.pk) not in told  # a mark is no news before its question is over


@pytest.mark.parametrize("text", ["5", "56"])
def test_before_the_reveal_what_was_cut_short_tells_neither_by_a_hint_nor_by_itself_whether_it_is_right(
    game: LiveGame, zoe: Student, text: str, django_capture_on_commit_callbacks: Any
) -> None:
    """A page could say at any time that the clock had cut the answer short: whether it is wrong would then be told."""
    told: list[tuple[str, int]] = []
    stop = hints.listen(lambda hint: told.append((hint.kind, hint.student or 0)))
    with django_capture_on_commit_callbacks(execute=True):
        keep([sent(game, zoe, strokes=ink(text), cut_short=True)])
        settle()
    stop()
    assert ("host", 0) in told
    assert ("player", zoe.pk) not in told
    answer = seen_by(game, zoe).answer
    assert answer is not None
    assert (answer.mark, answer.correct_answer, answer.note) == (None, None, "")


def test_everybody_is_read_so_the_question_is_over(game: LiveGame, zoe: Student, yan: Student) -> None:
    keep([sent(game, zoe), sent(game, yan, strokes=ink("54"))])
    assert LiveGame.objects.get(pk=game.pk).value.phase == "question"
    settle()
    assert LiveGame.objects.get(pk=game.pk).value.phase == "reveal"


def test_if_reading_fails_the_ink_is_kept_as_unread(
    game: LiveGame, zoe: Student, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(**_: object) -> None:
        raise RuntimeError("the reader is broken")

    monkeypatch.setattr(judging, "read_sheet", fails)
    answer = settled(kept(game, zoe))
    assert (answer.mark, answer.reading, answer.awaits_reader, answer.strokes) == ("unread", None, False, ink("56"))


def test_a_teacher_who_was_quicker_than_the_reader_is_not_contradicted(
    game: LiveGame, zoe: Student, alice: User
) -> None:
    answer = kept(game, zoe, strokes=ink("54"))
    correction = correct_answer(answer=answer, teacher=alice, mark=Outcome.RIGHT, reason="I see 56", text="56")
    answer = settled(answer)
    assert (answer.text, answer.mark, answer.automatic_text, answer.automatic_mark) == ("56", "right", "54", "wrong")
    assert (answer.digits_right, answer.digits_asked) == (2, 2)
    undo_correction(answer=answer, teacher=alice, correction=correction.pk)
    answer.refresh_from_db()
    assert (answer.text, answer.mark) == ("54", "wrong")


def test_only_what_waits_in_this_game_is_settled(
    game: LiveGame, quiz: Quiz, classroom: Classroom, zoe: Student
) -> None:
    other = after(play(quiz, classroom, [zoe]), Started())
    kept(game, zoe)
    kept(other, zoe)
    assert settle(game=other.pk) == 1
    assert Answer.objects.get(awaits_reader=True).sitting.assignment_id == game.assignment_id


@pytest.mark.django_db(transaction=True)
class TestAtOnce:
    """Threads that meet; with PostgreSQL, as two processes would."""

    def test_one_answer_sent_many_times_at_once_is_kept_once(self, game: LiveGame, zoe: Student) -> None:
        arrival = sent(game, zoe)
        outcomes = [outcome for [outcome] in at_once([partial(keep, [arrival])] * 8)]
        assert sorted(outcome.repeated for outcome in outcomes) == [False] + [True] * 7
        assert Answer.objects.count() == 1

    def test_different_answers_to_one_question_at_once_are_one(self, game: LiveGame, zoe: Student) -> None:
        arrivals = [sent(game, zoe, typed=str(n)) for n in range(8)]
        outcomes = [outcome for [outcome] in at_once([partial(keep, [arrival]) for arrival in arrivals])]
        assert sum(isinstance(outcome, Kept) for outcome in outcomes) == 1
        assert sum(isinstance(outcome, QuestionDone) for outcome in outcomes) == 7

    def test_of_two_students_with_one_id_one_is_told(self, game: LiveGame, zoe: Student, yan: Student) -> None:
        first = sent(game, zoe, typed="56")
        second = sent(game, yan, typed="56", id=first.submission.id)
        outcomes = [outcome for [outcome] in at_once([partial(keep, [each]) for each in (first, second) * 3])]
        assert sorted(type(outcome).__name__ for outcome in outcomes) == ["AnswerConflict"] * 3 + ["Kept"] * 3
        assert Answer.objects.count() == 1

    def test_what_two_settle_at_once_is_settled_once(self, game: LiveGame, zoe: Student, yan: Student) -> None:
        keep([sent(game, zoe), sent(game, yan)])
        ids = list(Answer.objects.values_list("pk", flat=True))
        version = Assignment.objects.get(pk=game.assignment_id).version
        done = at_once([partial(settle_these, ids)] * 4)
        assert sum(done) == 2
        assert set(Answer.objects.values_list("mark", flat=True)) == {"right"}
        assert version < Assignment.objects.get(pk=game.assignment_id).version <= version + 2

    def test_batches_settling_the_end_and_an_erasure_meet_and_all_go_on(self, lobby: LiveGame, alice: User) -> None:
        students = [Student.objects.create(classroom=lobby.assignment.classroom, name=f"S {n}") for n in range(12)]
        for student in students:
            play_on(lobby, student)
        game = after(lobby, Started())
        batches = [[sent(game, student) for student in students[start::3]] for start in range(3)]
        crossed = [*reversed(batches[0]), *batches[1]]
        gone = students[-1]
        done = at_once(
            [
                *(partial(keep, batch) for batch in batches),
                partial(keep, crossed),
                settle,
                partial(after, game, Ended()),
                partial(erase_student, student=Student.objects.get(pk=gone.pk)),
                settle,
            ]
        )
        assert [each for each in done if isinstance(each, Exception)] == []
        settle()
        outcomes = [outcome for batch in done[:4] for outcome in batch]
        assert {type(outcome) for outcome in outcomes} <= {Kept, NotHere, NoSeat}
        acknowledged = {outcome.id for outcome in outcomes if isinstance(outcome, Kept)}
        stored = set(Answer.objects.values_list("pk", flat=True))
        assert len(acknowledged - stored) <= 1  # the erased student's
        assert not Answer.objects.filter(awaits_reader=True).exists()
        assert not Sitting.objects.filter(student=gone.pk).exists()

    def test_corrections_of_what_is_being_read_hinder_neither_it_nor_what_comes_in(
        self, quiz: Quiz, classroom: Classroom, alice: User
    ) -> None:
        students = [Student.objects.create(classroom=classroom, name=f"S {n}") for n in range(10)]
        games = [after(play(quiz, classroom, students), Started()) for _ in range(2)]
        arrivals = [sent(game, student) for student in students for game in games]
        keep(arrivals[::2])
        ids = list(Answer.objects.values_list("pk", flat=True))
        for answer in Answer.objects.all():
            correct_answer(answer=answer, teacher=alice, mark=Outcome.WRONG, reason="It says 54")
        done = at_once(
            [
                *(partial(settle_these, ids[start::3]) for start in range(3)),
                *(partial(keep, arrivals[start::4]) for start in range(4)),
                partial(after, games[0], Ended()),
            ]
        )
        assert [each for each in done if isinstance(each, Exception)] == []
        assert set(Answer.objects.filter(pk__in=ids).values_list("mark", flat=True)) == {"wrong"}
        assert not Answer.objects.filter(pk__in=ids, awaits_reader=True).exists()

    def test_who_is_erased_while_the_class_lands_is_erased(self, game: LiveGame, zoe: Student) -> None:
        """The reward comes when those of the student are deleted, and the student not yet."""
        landing = Thread(target=at_once, args=[[partial(Reward.objects.create, student_id=zoe.pk, code="flame-comet")]])

        def land(**_: Any) -> None:
            landing.start()
            time.sleep(0.3)

        post_delete.connect(land, sender=Sitting)
        try:
            erase_student(student=zoe)
        finally:
            post_delete.disconnect(land, sender=Sitting)
        landing.join()
        assert not Reward.objects.exists()


def test_what_is_read_after_the_end_moves_the_rockets_all_the_same(
    game: LiveGame, zoe: Student, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    answer = kept(game, zoe)
    with django_capture_on_commit_callbacks(execute=True):
        after(game, Ended())
    assert Classroom.objects.get().farthest == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert settled(answer).mark == Outcome.RIGHT
    assert Classroom.objects.get().farthest > 0
