"""No acknowledged answer is lost, and none counts twice: tried with threads that meet."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import chain
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import OperationalError, connection

from quizzes.models import (
    Answer,
    AskedQuestion,
    Assignment,
    Classroom,
    Correction,
    LiveGame,
    Quiz,
    Sitting,
    Student,
    User,
)
from quizzes.queries.sittings import sitting_state
from quizzes.rules.game import Pace, Phase, Settings
from quizzes.rules.game.events import Ended, Started, WentOn
from quizzes.rules.marking import Outcome
from quizzes.services import erasure
from quizzes.services.answers import Receipt, confirm_answer, submit_answer
from quizzes.services.classrooms import remove_student
from quizzes.services.corrections import correct_answer
from quizzes.services.games import act, join, open_game
from quizzes.services.judging import Submission
from quizzes.services.refusals import AnswerConflict, AssignmentClosed, QuestionDone
from quizzes.services.sittings import open_sitting
from tests.quizzes.giving import drawn, reading

pytestmark = pytest.mark.django_db(transaction=True)

THREADS = 8


def at_once(calls: list[Callable[[], Any]]) -> list[Any]:
    """The results of the calls, made from as many threads; an exception is a result too."""

    def run(call: Callable[[], Any]) -> Any:
        try:
            return call()
        except Exception as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def test_one_answer_sent_many_times_at_once_is_stored_once(assignment: Assignment, zoe: Student) -> None:
    question = open_sitting(student=zoe, assignment=assignment).questions[0].asked.pk
    same = Submission(id=uuid4(), question=question, typed="54")
    done = at_once([lambda: submit_answer(student=zoe, assignment=assignment, submission=same)] * THREADS)
    assert all(isinstance(receipt, Receipt) for receipt in done), done
    assert sorted(receipt.repeated for receipt in done) == [False] + [True] * (THREADS - 1)
    assert Answer.objects.count() == 1
    assert sitting_state(Sitting.objects.get()).questions[0].tries_left == 1


def test_different_answers_at_once_are_numbered_and_use_up_the_tries(assignment: Assignment, zoe: Student) -> None:
    question = open_sitting(student=zoe, assignment=assignment).questions[0].asked.pk
    wrong = [Submission(id=uuid4(), question=question, typed=str(n)) for n in range(THREADS)]
    done = at_once([lambda one=one: submit_answer(student=zoe, assignment=assignment, submission=one) for one in wrong])
    assert sum(isinstance(result, Receipt) for result in done) == 2
    assert sum(isinstance(result, QuestionDone) for result in done) == THREADS - 2
    assert list(Answer.objects.values_list("number", flat=True)) == [1, 2]


def test_a_whole_class_answering_at_once_loses_nothing(assignment: Assignment) -> None:
    students = Student.objects.bulk_create(
        Student(classroom=assignment.classroom, name=f"Student {n}") for n in range(THREADS)
    )
    questions = list(assignment.questions.all())

    def play(student: Student) -> list[UUID]:
        sent = []
        open_sitting(student=student, assignment=assignment)
        for asked in questions:
            submission = Submission(id=uuid4(), question=asked.pk, typed=asked.question.answer)
            submit_answer(student=student, assignment=assignment, submission=submission)
            sent.append(submission.id)
        return sent

    acknowledged = at_once([lambda student=student: play(student) for student in students])
    assert sorted(chain.from_iterable(acknowledged)) == sorted(Answer.objects.values_list("pk", flat=True))
    assignment.refresh_from_db()
    assert assignment.version == THREADS * (1 + len(questions))  # each begins, and answers each question
    assert Sitting.objects.exclude(finished_at=None).count() == THREADS


def test_looking_while_the_last_answer_arrives_does_not_unfinish_the_sitting(assignment: Assignment) -> None:
    first, last = assignment.questions.all()
    for number in range(6):
        student = Student.objects.create(classroom=assignment.classroom, name=f"Student {number}")
        give(student, assignment, first.pk, first.question.answer)
        look = partial(open_sitting, student=student, assignment=assignment)
        answer = partial(give, student, assignment, last.pk, last.question.answer)
        done = at_once([look, look, answer, look, look])
        assert [result for result in done if isinstance(result, Exception)] == []
        sitting = Sitting.objects.get(student=student)
        assert sitting.finished_at is not None
        assert sitting.showing is None


def test_one_word_of_the_child_sent_many_times_at_once_is_taken_once(assignment: Assignment, zoe: Student) -> None:
    doubt = reading("54", "ask", 0.6, [("56", 0.3)])
    answer = drawn(zoe, assignment, 1, "54", read=doubt, mark="unread", note="", awaits_child=True)
    before = Assignment.objects.get().version
    done = at_once([partial(confirm_answer, student=zoe, answer=answer, text="56")] * THREADS)
    assert all(isinstance(receipt, Receipt) for receipt in done), done
    assert sorted(receipt.repeated for receipt in done) == [False] + [True] * (THREADS - 1)
    answer.refresh_from_db()
    assert (answer.text, answer.mark, answer.awaits_child) == ("56", "right", False)
    assert Assignment.objects.get().version == before + 1


def test_a_class_answers_while_its_teacher_corrects_and_erases(assignment: Assignment, alice: User) -> None:
    """Whoever meets, nobody waits for the other for ever (a deadlock), and what stays is right."""
    first, last = assignment.questions.all()
    students = [Student.objects.create(classroom=assignment.classroom, name=f"Student {n}") for n in range(4)]
    given = [give(student, assignment, first.pk, "1").answer for student in students]
    correct = [
        partial(correct_answer, answer=answer, teacher=alice, mark=Outcome.RIGHT, reason="I can read it")
        for answer in given[:2]
    ]
    answers = [partial(give, student, assignment, last.pk, "3") for student in students]
    erase = [partial(remove_student, student=students[3], erase=True)]
    done = at_once([*answers, *correct, *erase])
    assert [each for each in done if isinstance(each, OperationalError)] == []
    assert [each for each in [*done[:3], *done[4:]] if isinstance(each, Exception)] == []
    assert not Student.objects.filter(pk=students[3].pk).exists()
    assert Correction.objects.count() == 2


def test_of_two_students_with_one_id_the_second_is_told(assignment: Assignment, zoe: Student, yan: Student) -> None:
    question = assignment.questions.all()[0].pk
    for student in (zoe, yan):
        open_sitting(student=student, assignment=assignment)
    same = Submission(id=uuid4(), question=question, typed="54")
    send = [partial(submit_answer, student=each, assignment=assignment, submission=same) for each in (zoe, yan) * 3]
    done = at_once(send)
    assert {type(result) for result in done} == {Receipt, AnswerConflict}
    assert sum(isinstance(result, Receipt) for result in done) == 3
    assert Answer.objects.count() == 1


def give(student: Student, assignment: Assignment, question: int, text: str) -> Receipt:
    submission = Submission(id=uuid4(), question=question, typed=text)
    return submit_answer(student=student, assignment=assignment, submission=submission)


@pytest.mark.parametrize("what", ["assignment", "student"])
def test_nothing_begins_for_what_was_deleted_meanwhile(assignment: Assignment, zoe: Student, what: str) -> None:
    """Looked up, then deleted by somebody else, then begun: the database says so only at the end of a transaction."""
    asked = assignment.questions.all()[0].pk
    {"assignment": Assignment, "student": Student}[what].objects.all().delete()
    with pytest.raises(Sitting.DoesNotExist):
        open_sitting(student=zoe, assignment=assignment)
    with pytest.raises((Sitting.DoesNotExist, AskedQuestion.DoesNotExist)):
        give(zoe, assignment, asked, "54")


@pytest.mark.parametrize("what", ["assignment", "classroom", "student", "account"])
def test_deleting_waits_for_answers_on_their_way(assignment: Assignment, zoe: Student, yan: Student, what: str) -> None:
    """Whoever is first: no answer meets a deletion half-way, and nothing is left over."""
    asked = open_sitting(student=zoe, assignment=assignment).questions[0].asked
    open_sitting(student=yan, assignment=assignment)
    again = Assignment.objects.select_related("classroom__teacher").get()  # a deleted row forgets its own id
    deletions: dict[str, Callable[[], None]] = {
        "assignment": lambda: erasure.delete_assignment(assignment=again),
        "classroom": lambda: erasure.delete_classroom(classroom=again.classroom),
        "student": lambda: erasure.erase_student(student=Student.objects.get(pk=zoe.pk)),
        "account": lambda: erasure.delete_account(user=again.classroom.teacher),
    }

    def answer(student: Student) -> Receipt:
        submission = Submission(id=uuid4(), question=asked.pk, typed="54")
        return submit_answer(student=student, assignment=assignment, submission=submission)

    *done, deleted = at_once([lambda: answer(zoe), lambda: answer(yan), lambda: answer(zoe), deletions[what]])
    assert deleted is None
    gone = (AskedQuestion.DoesNotExist, Sitting.DoesNotExist, QuestionDone)
    assert [result for result in done if not isinstance(result, (Receipt, *gone))] == []
    assert not Answer.objects.filter(sitting__student=zoe.pk).exists()


@pytest.fixture
def lobby(quiz: Quiz, classroom: Classroom) -> LiveGame:
    return open_game(quiz=quiz, classroom=classroom, settings=Settings(teams=2))


def test_a_class_that_joins_at_once_is_all_in_each_once(lobby: LiveGame, classroom: Classroom) -> None:
    students = [Student.objects.create(classroom=classroom, name=f"Student {number}") for number in range(THREADS)]
    done = at_once([partial(join, game=lobby, student=student) for student in students * 2])
    assert [each for each in done if isinstance(each, Exception)] == []
    lobby.refresh_from_db()
    players = lobby.value.players
    assert sorted(player.id for player in players) == sorted(student.pk for student in students)
    assert [player.team for player in players].count(0) == THREADS / 2
    assert (lobby.version, Sitting.objects.count()) == (THREADS, THREADS)


def test_two_hosts_who_tap_at_once_go_on_by_one_step(lobby: LiveGame, zoe: Student) -> None:
    started = act(game=join(game=lobby, student=zoe), event=Started())
    done = at_once([partial(act, game=started, event=WentOn(), version=started.version)] * THREADS)
    assert [each for each in done if isinstance(each, Exception)] == []
    lobby.refresh_from_db()
    assert (lobby.value.phase, lobby.version) == (Phase.REVEAL, started.version + 1)


def test_the_end_and_the_last_answers_of_a_race_meet_without_loss(quiz: Quiz, classroom: Classroom) -> None:
    """Whoever is first, nobody waits for ever, every sitting is finished, and what was acknowledged is there."""
    race = open_game(quiz=quiz, classroom=classroom, settings=Settings(pace=Pace.OWN))
    students = [Student.objects.create(classroom=classroom, name=f"Student {number}") for number in range(4)]
    for student in students:
        join(game=race, student=student)
    assignment = act(game=race, event=Started()).assignment
    first, last = assignment.questions.all()
    for student in students:
        give(student, assignment, first.pk, "56")
    answers = [partial(give, student, Assignment.objects.get(), last.pk, "3") for student in students]
    done = at_once([*answers, partial(act, game=race, event=Ended())])
    refused = (AssignmentClosed, QuestionDone)
    assert [each for each in done[:4] if not isinstance(each, (Receipt, *refused))] == []
    assert Answer.objects.filter(question=last).count() == sum(isinstance(each, Receipt) for each in done)
    race.refresh_from_db()
    assert race.value.is_over
    assert not Sitting.objects.filter(finished_at=None).exists()
