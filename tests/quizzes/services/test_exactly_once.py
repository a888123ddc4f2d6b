"""No acknowledged answer is lost, and none counts twice: tried with threads that meet."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection

from quizzes.models import Answer, Assignment, Sitting, Student
from quizzes.queries.sittings import sitting_state
from quizzes.services.answers import Receipt, Submission, submit_answer
from quizzes.services.refusals import QuestionDone
from quizzes.services.sittings import open_sitting

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
    assert assignment.version == THREADS * len(questions)
    assert Sitting.objects.exclude(finished_at=None).count() == THREADS
