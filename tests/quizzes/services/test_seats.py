from datetime import datetime, timedelta

import pytest
import time_machine
from django.http import Http404

from quizzes.models import SeatToken, User
from quizzes.queries.seats import door_by_code, student_by_token
from quizzes.services.classrooms import remove_student
from quizzes.services.refusals import SeatLocked, WrongPin
from quizzes.services.seats import leave_seat, reset_pin, take_seat, unlock_seat
from tests.conftest import PIN

pytestmark = pytest.mark.django_db

WRONG = ("moon", "rocket", "star")


def try_wrongly(student, times):
    refusals = []
    for _ in range(times):
        with pytest.raises((WrongPin, SeatLocked)) as refused:
            take_seat(student=student, pin=WRONG)
        refusals.append(str(refused.value))
    return refusals


@pytest.fixture
def with_pin(zoe):
    take_seat(student=zoe, pin=PIN)
    return zoe


def test_the_first_three_pictures_become_the_pin(zoe):
    take_seat(student=zoe, pin=PIN)

    zoe.refresh_from_db()
    assert zoe.pin_hash
    assert "rocket" not in zoe.pin_hash
    assert take_seat(student=zoe, pin=PIN)


def test_the_order_of_the_pictures_counts(with_pin):
    with pytest.raises(WrongPin):
        take_seat(student=with_pin, pin=WRONG)


def test_the_token_finds_the_student_and_only_its_digest_is_kept(zoe):
    token = take_seat(student=zoe, pin=PIN)

    assert student_by_token(token) == zoe
    assert student_by_token(SeatToken.objects.get().digest) is None


def test_five_wrong_tries_lock_the_seat_and_each_says_how_many_are_left(with_pin):
    assert try_wrongly(with_pin, 5) == [
        "Those are not your pictures. 4 tries left.",
        "Those are not your pictures. 3 tries left.",
        "Those are not your pictures. 2 tries left.",
        "Those are not your pictures. 1 try left.",
        "Those were not your pictures either. The seat is locked: ask your teacher to unlock it.",
    ]


def test_a_locked_seat_stays_locked_even_for_the_right_pictures(with_pin):
    try_wrongly(with_pin, 5)

    with pytest.raises(SeatLocked, match=r"This seat is locked\. Ask your teacher to unlock it\."):
        take_seat(student=with_pin, pin=PIN)


def test_locking_does_not_put_out_the_browser_that_holds_the_seat(zoe):
    token = take_seat(student=zoe, pin=PIN)

    try_wrongly(zoe, 5)

    assert student_by_token(token) == zoe


def test_the_right_pictures_forgive_the_wrong_tries_before(with_pin):
    try_wrongly(with_pin, 4)
    take_seat(student=with_pin, pin=PIN)

    assert try_wrongly(with_pin, 1) == ["Those are not your pictures. 4 tries left."]


def test_the_teacher_unlocks_and_the_pin_is_the_same(with_pin):
    try_wrongly(with_pin, 5)

    unlock_seat(student=with_pin)

    assert take_seat(student=with_pin, pin=PIN)
    assert try_wrongly(with_pin, 1) == ["Those are not your pictures. 4 tries left."]


def test_a_reset_puts_browsers_out_and_a_new_pin_is_chosen(zoe, yan):
    token, other = take_seat(student=zoe, pin=PIN), take_seat(student=yan, pin=PIN)
    try_wrongly(zoe, 5)

    reset_pin(student=zoe)

    assert student_by_token(token) is None
    assert student_by_token(other) == yan
    assert take_seat(student=zoe, pin=WRONG)


def test_the_cookie_of_a_removed_student_is_dead(zoe):
    token = take_seat(student=zoe, pin=PIN)

    remove_student(student=zoe, erase=False)

    assert student_by_token(token) is None


def test_leaving_ends_this_browser_alone(zoe):
    here, there = take_seat(student=zoe, pin=PIN), take_seat(student=zoe, pin=PIN)

    leave_seat(token=here)

    assert student_by_token(here) is None
    assert student_by_token(there) == zoe


def test_a_deactivated_teachers_code_and_seats_are_dead_until_reactivated(zoe, classroom):
    token = take_seat(student=zoe, pin=PIN)

    User.objects.update(is_active=False)
    assert student_by_token(token) is None
    with pytest.raises(Http404):
        door_by_code(classroom.code)

    User.objects.update(is_active=True)
    assert student_by_token(token) == zoe
    assert door_by_code(classroom.code).classroom == classroom


def test_a_browser_that_takes_another_seat_leaves_the_first(zoe, yan):
    first = take_seat(student=zoe, pin=PIN)
    second = take_seat(student=yan, pin=PIN, instead_of=first)

    assert student_by_token(first) is None
    assert student_by_token(second) == yan


def test_a_wrong_pin_leaves_the_browser_in_its_seat(zoe, yan):
    take_seat(student=yan, pin=PIN)
    held = take_seat(student=zoe, pin=PIN)
    with pytest.raises(WrongPin):
        take_seat(student=yan, pin=("moon", "moon", "moon"), instead_of=held)

    assert student_by_token(held) == zoe


def test_a_seat_ends_when_its_cookie_does_whatever_the_browser_keeps(zoe, settings):
    with time_machine.travel(datetime(2026, 11, 20, 9, 0), tick=False) as clock:
        token = take_seat(student=zoe, pin=PIN)
        clock.shift(timedelta(seconds=settings.SEAT_COOKIE_AGE - 1))
        assert student_by_token(token) == zoe
        clock.shift(timedelta(seconds=1))
        assert student_by_token(token) is None

        take_seat(student=zoe, pin=PIN)
        assert SeatToken.objects.count() == 1
