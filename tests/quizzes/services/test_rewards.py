"""Landing: what is earned is kept once, by students of the class, and never taken back."""

from collections.abc import Callable
from typing import Any

import pytest

from quizzes.models import Assignment, Classroom, Reward, Student
from quizzes.rules.marking import Outcome
from quizzes.rules.rocket import Slot, fitted
from quizzes.services.corrections import correct_answer
from quizzes.services.rewards import fit_out, land, reward
from tests.quizzes.giving import typed

Commits = Callable[..., Any]


def mend_one(student: Student, assignment: Assignment) -> None:
    """Finishes the assignment, with one question right at the second try: which earns the bubbles."""
    typed(student, assignment, 1, "54")
    typed(student, assignment, 1, "56")
    typed(student, assignment, 2, "3")


def test_finishing_earns_parts_and_takes_the_class_on(
    zoe: Student, assignment: Assignment, django_capture_on_commit_callbacks: Commits
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        mend_one(zoe, assignment)
    assert [row.code for row in zoe.rewards.all()] == ["flame-bubbles"]
    assert Classroom.objects.get().farthest == 25


def test_a_reward_that_cannot_be_given_refuses_no_answer(
    zoe: Student, assignment: Assignment, django_capture_on_commit_callbacks: Commits
) -> None:
    with django_capture_on_commit_callbacks() as callbacks:
        mend_one(zoe, assignment)
    Student.objects.filter(pk=zoe.pk).delete()
    for callback in callbacks:
        callback()
    assert Reward.objects.count() == 0


def test_whatever_is_earned_is_earned_once(zoe: Student, assignment: Assignment) -> None:
    mend_one(zoe, assignment)
    for _ in range(2):
        reward(students=[zoe])
    assert zoe.rewards.count() == 1


def test_the_end_of_a_game_rewards_all_who_flew(zoe: Student, yan: Student, assignment: Assignment) -> None:
    for student in (zoe, yan):
        mend_one(student, assignment)
    land(assignment=assignment)
    assert set(Reward.objects.values_list("student", "code")) == {
        (student.pk, "flame-bubbles") for student in (zoe, yan)
    }


def test_a_guest_earns_nothing_and_takes_the_class_on(zoe: Student, assignment: Assignment) -> None:
    guest = Student.objects.create(classroom=assignment.classroom, name="Quick Comet", guest_in=assignment)
    mend_one(guest, assignment)
    land(assignment=assignment, student=guest.pk)
    assert Reward.objects.count() == 0
    assert Classroom.objects.get().farthest > 0


def test_without_the_game_nothing_is_earned_and_later_nothing_is_missing(zoe: Student, assignment: Assignment) -> None:
    Classroom.objects.update(with_game=False)
    mend_one(zoe, assignment)
    land(assignment=Assignment.objects.get(pk=assignment.pk))
    assert (Reward.objects.count(), Classroom.objects.get().farthest) == (0, 0)
    Classroom.objects.update(with_game=True)
    land(assignment=Assignment.objects.get(pk=assignment.pk))
    assert (Reward.objects.count(), Classroom.objects.get().farthest) == (1, 25)


def test_a_correction_or_a_child_who_leaves_takes_nothing_back(
    zoe: Student, yan: Student, assignment: Assignment
) -> None:
    mend_one(zoe, assignment)
    land(assignment=assignment)
    far = Classroom.objects.get().farthest
    for answer in zoe.sittings.get().answers.filter(mark="right"):
        correct_answer(answer=answer, teacher=assignment.classroom.teacher, mark=Outcome.WRONG, reason="Misread")
    yan.delete()
    land(assignment=assignment)
    assert zoe.rewards.count() == 1
    assert Classroom.objects.get().farthest == far > 0


@pytest.mark.parametrize(
    ("wanted", "crew"),
    [
        pytest.param({"crew": "crew-cat"}, "crew-cat", id="a part of the start"),
        pytest.param({"crew": "crew-fox"}, "crew-fox", id="an earned one"),
        pytest.param({"crew": "crew-owl"}, "crew-robot", id="one that is not earned"),
        pytest.param({"crew": "hull-slim"}, "crew-robot", id="a part of another slot"),
        pytest.param({"crew": None}, "crew-robot", id="nothing"),
    ],
)
def test_a_rocket_is_fitted_out_with_what_is_owned(zoe: Student, wanted: dict[str, Any], crew: str) -> None:
    Reward.objects.create(student=zoe, code="crew-fox")
    zoe.outfit = {"crew": "crew-robot"}
    fit_out(student=zoe, wanted=wanted)
    kept = Student.objects.get(pk=zoe.pk).outfit
    assert fitted(kept)[Slot.CREW] == crew
    assert set(kept) == {slot.value for slot in Slot}
