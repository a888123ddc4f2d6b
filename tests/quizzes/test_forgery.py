"""A page elsewhere that has a signed-in browser send something gets nowhere: each unsafe call wants the token."""

from django.test import Client

from quizzes.middleware import SEAT_COOKIE
from quizzes.models import Student, User
from quizzes.services.seats import take_seat
from tests.conftest import PIN
from tests.quizzes.test_access import METHODS, NAMES, World, ask, everything, world

__all__ = ["world"]

REFUSED = {403, 405}
UNSAFE = [method for method in METHODS if method != "get"]
WITHOUT_A_FORM = {"teach": 302, "api-docs": 405, "api-schema": 405}  # a redirect to the classrooms, whatever the method


def assert_nothing_happens(client: Client, world: World) -> None:
    before = everything()
    faults = []
    for name in sorted(NAMES):
        for method in UNSAFE:
            status = ask(client, method, world.address(name)).status_code
            if status not in REFUSED and WITHOUT_A_FORM.get(name) not in {status}:
                faults.append((method, name, status))
    assert faults == []
    assert everything() == before


def test_a_teacher_signed_in(world: World, alice: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice, backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["csrftoken"] = "a" * 32
    assert_nothing_happens(client, world)


def test_a_student_seated(world: World, zoe: Student) -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies[SEAT_COOKIE] = take_seat(student=zoe, pin=PIN)
    client.cookies["csrftoken"] = "a" * 32
    assert_nothing_happens(client, world)


def test_nobody_yet(world: World) -> None:
    assert_nothing_happens(Client(enforce_csrf_checks=True), world)
