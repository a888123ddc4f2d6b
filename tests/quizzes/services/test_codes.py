"""Codes cannot be tried out, and nobody's school is locked out for it."""

import pytest
from django.http import Http404

from quizzes.models import Classroom
from quizzes.services import codes
from quizzes.services.codes import MISSES, MISSES_OF_ALL, MISSES_WHILE_GUESSED, open_door
from quizzes.services.refusals import TooManyMisses

SCHOOL, ELSEWHERE = "192.0.2.1", "192.0.2.2"


def miss(address: str, times: int = 1) -> None:
    for _ in range(times):
        with pytest.raises(Http404):
            open_door(code="XXXXXX", address=address)


def test_a_code_opens_its_classroom_however_it_is_typed(classroom: Classroom) -> None:
    assert open_door(code=f" {classroom.code.lower()} ", address=SCHOOL).classroom == classroom


def test_an_address_that_misses_too_often_opens_nothing_new(classroom: Classroom) -> None:
    miss(SCHOOL, MISSES.most)
    with pytest.raises(TooManyMisses) as refused:
        open_door(code=classroom.code, address=SCHOOL)
    assert str(refused.value) == "There were many wrong codes from here. Wait a few minutes, then try again."
    assert open_door(code=classroom.code, address=ELSEWHERE).classroom == classroom


def test_a_class_that_came_in_from_an_address_before_still_does(classroom: Classroom) -> None:
    open_door(code=classroom.code, address=SCHOOL)
    miss(SCHOOL, MISSES.most)
    assert open_door(code=classroom.code, address=SCHOOL).classroom == classroom


def test_opening_what_is_there_uses_up_nothing(classroom: Classroom) -> None:
    for _ in range(MISSES.most + 1):
        open_door(code=classroom.code, address=SCHOOL)
    assert MISSES.spent(SCHOOL) == 0


def test_while_many_addresses_guess_each_may_miss_a_little(
    classroom: Classroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(codes, "MISSES_OF_ALL", type(MISSES_OF_ALL)("all-in-this-test", 40, 60))
    for number in range(40):
        miss(f"198.51.100.{number}")
    miss(SCHOOL, MISSES_WHILE_GUESSED - 1)
    assert open_door(code=classroom.code, address=SCHOOL).classroom == classroom
    miss(ELSEWHERE, MISSES_WHILE_GUESSED)
    with pytest.raises(TooManyMisses):
        open_door(code=classroom.code, address=ELSEWHERE)
