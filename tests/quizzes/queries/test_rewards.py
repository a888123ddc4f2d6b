"""What students have earned, from what they finished; and what a score page says is new."""

from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine

from quizzes.models import Assignment, Reward, Student
from quizzes.queries.rewards import new_parts, outfit_of, owned_by, records, workshop
from quizzes.rules.deeds import Record
from quizzes.rules.practice import Step
from quizzes.rules.rocket import PARTS, STARTING, Slot
from quizzes.services.offers import offer_steps
from quizzes.services.practice import begin_round
from quizzes.services.rewards import reward
from tests.quizzes.giving import typed

MONDAY, TUESDAY = (datetime(2026, 11, day, 9, tzinfo=UTC) for day in (16, 17))


def finish_round(student: Student) -> None:
    """Ten questions of practice, all right."""
    offer_steps(classroom=student.classroom, steps=[Step("tables-3-4-8", 1)])
    opened = begin_round(student=student)
    while not Assignment.objects.get(pk=opened.pk).closed_at:
        asked = opened.questions.latest("position")
        typed(student, opened, asked.position, asked.question.answer_in_full)


def test_who_has_done_nothing_has_no_record(zoe: Student, yan: Student) -> None:
    assert records([zoe, yan]) == {zoe.pk: Record(), yan.pk: Record()}


def test_a_record_is_of_what_was_finished(zoe: Student, yan: Student, assignment: Assignment) -> None:
    typed(zoe, assignment, 1, "54")
    typed(zoe, assignment, 1, "56")
    assert records([zoe])[zoe.pk].mended == 0, "the sitting is not finished"
    typed(zoe, assignment, 2, "3")
    assert records([zoe, yan]) == {zoe.pk: Record(mended=1), yan.pk: Record()}


def test_rounds_and_days_of_practice_count(zoe: Student) -> None:
    with time_machine.travel(MONDAY):
        finish_round(zoe)
    with time_machine.travel(TUESDAY):
        finish_round(zoe)
    found = records([zoe])[zoe.pk]
    assert (found.rounds, found.days) == (2, 2)
    assert found.stars > 0


def test_records_ask_the_database_the_same_however_many_there_are(
    zoe: Student, yan: Student, assignment: Assignment, django_assert_num_queries: Any
) -> None:
    for student in (zoe, yan):
        typed(student, assignment, 1, "56")
        typed(student, assignment, 2, "3")
    with django_assert_num_queries(5):  # sittings, answers and games; games and attempts
        records([zoe, yan])


def test_the_workshop_shows_every_part_as_owned_or_with_what_earns_it(zoe: Student) -> None:
    Reward.objects.create(student=zoe, code="crew-owl")
    shown = {choice.part: choice for _, choices in workshop(zoe).slots for choice in choices}
    assert set(shown) == set(PARTS)
    assert {part.code for part, choice in shown.items() if choice.owned} == STARTING | {"crew-owl"}
    assert sum(choice.fitted for choice in shown.values()) == len(Slot)
    assert (workshop(zoe).owned, workshop(zoe).total) == (len(STARTING) + 1, len(PARTS))


def test_a_code_that_there_is_no_more_is_nothing_that_is_owned(zoe: Student) -> None:
    Reward.objects.create(student=zoe, code="crew-mammoth")
    assert owned_by(zoe) == STARTING


def test_the_rocket_of_a_guest_is_plain(zoe: Student, assignment: Assignment) -> None:
    zoe.outfit = {"crew": "crew-owl"}
    assert outfit_of(zoe)[Slot.CREW] == "crew-owl"
    zoe.guest_in = assignment
    assert STARTING.issuperset(outfit_of(zoe).values())


@pytest.mark.parametrize("later", [False, True])
def test_what_is_new_belongs_to_the_sitting_that_earned_it(zoe: Student, later: bool) -> None:
    with time_machine.travel(MONDAY):
        finish_round(zoe)
        reward(students=[zoe])
    if later:
        with time_machine.travel(TUESDAY):
            finish_round(zoe)
            reward(students=[zoe])
    first = zoe.sittings.earliest("finished_at")
    assert {part.code for part in new_parts(first)} == {"fins-legs"}
