"""How far a class has flown, by the answers of its students and guests."""

from typing import Any

import pytest

from quizzes.models import Assignment, Classroom, Student
from quizzes.queries.journey import class_journey, distance_of, kept_journey
from quizzes.rules.journey import CLASS
from tests.quizzes.giving import typed


def test_a_class_that_has_answered_nothing_is_at_home(classroom: Classroom, zoe: Student) -> None:
    assert distance_of(classroom) == 0
    assert class_journey(classroom) == kept_journey(classroom)


def test_only_right_answers_take_the_rocket_on(zoe: Student, yan: Student, assignment: Assignment) -> None:
    typed(zoe, assignment, 1, "54")
    typed(yan, assignment, 1, "56")
    assert distance_of(assignment.classroom) == CLASS // 2, "one right answer of two children"


def test_a_second_try_takes_it_as_far(zoe: Student, assignment: Assignment) -> None:
    typed(zoe, assignment, 1, "54")
    typed(zoe, assignment, 1, "56")
    assert distance_of(assignment.classroom) == CLASS // 2


def test_guests_take_it_on_and_do_not_outweigh_the_class(zoe: Student, yan: Student, assignment: Assignment) -> None:
    for number in range(4):
        guest = Student.objects.create(classroom=assignment.classroom, name=f"Guest {number}", guest_in=assignment)
        typed(guest, assignment, 1, "56")
    assert distance_of(assignment.classroom) == CLASS


def test_children_see_what_is_kept_and_the_host_what_is_under_way(zoe: Student, assignment: Assignment) -> None:
    typed(zoe, assignment, 1, "56")
    kept, live = kept_journey(assignment.classroom), class_journey(assignment.classroom)
    assert kept
    assert live
    assert (kept.distance, live.before, live.distance) == (0, 0, CLASS // 2)


def test_a_correction_takes_nothing_back(classroom: Classroom, zoe: Student) -> None:
    classroom.farthest = 160
    journey = class_journey(classroom)
    assert journey
    assert journey.here.code == "mars"


def test_a_class_without_the_game_does_not_travel(classroom: Classroom) -> None:
    classroom.with_game = False
    assert class_journey(classroom) is None
    assert kept_journey(classroom) is None


@pytest.mark.parametrize("children", [2, 12])
def test_the_distance_asks_the_database_the_same_however_many_there_are(
    assignment: Assignment, django_assert_num_queries: Any, children: int
) -> None:
    for number in range(children):
        guest = Student.objects.create(classroom=assignment.classroom, name=f"Guest {number}", guest_in=assignment)
        typed(guest, assignment, 1, "56")
    # roster, crowds, games, right answers, and those of crowds
    with django_assert_num_queries(4 if children == 2 else 5):
        distance_of(assignment.classroom)
