"""Opening a class, taking a seat and leaving it."""

from django.test import Client

from quizzes.models import Classroom, Student
from tests.conftest import PIN
from tests.quizzes.api.asking import Seated, post


def test_a_code_opens_the_list_of_names(client: Client, classroom: Classroom, zoe: Student, yan: Student) -> None:
    typed = f"{classroom.code[:3].lower()}-{classroom.code[3:].lower()}"
    assert client.get(f"/api/classrooms/{typed}/").json() == {
        "name": "4B",
        "emblem": "orion",
        "code": classroom.code,
        "seats": [
            {"id": yan.pk, "label": "Yan", "has_pin": False, "locked": False},
            {"id": zoe.pk, "label": "Zoe", "has_pin": False, "locked": False},
        ],
    }


def test_a_seat_is_taken_kept_by_a_cookie_and_left(client: Client, classroom: Classroom, zoe: Student) -> None:
    body = {"code": classroom.code, "student": zoe.pk, "pin": list(PIN)}
    reply = post(client, "/api/seat/", body)
    assert reply.status_code == 201
    assert reply.json()["name"] == "Zoe Zimmer"
    cookie = reply.cookies["seat"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert client.get("/api/seat/").json()["id"] == zoe.pk
    assert client.delete("/api/seat/").status_code == 204
    assert client.get("/api/seat/").status_code == 403


def test_five_wrong_pins_lock_the_seat(client: Client, classroom: Classroom, zoe: Student, seated: Seated) -> None:
    seated(zoe)
    wrong = {"code": classroom.code, "student": zoe.pk, "pin": ["cat", "cat", "cat"]}
    details = [post(client, "/api/seat/", wrong).json()["detail"] for _ in range(5)]
    assert details[0] == "Those are not your pictures. 4 tries left."
    assert details[3] == "Those are not your pictures. 1 try left."
    assert details[4] == "Those were not your pictures either. The seat is locked: ask your teacher to unlock it."
    right = wrong | {"pin": list(PIN)}
    assert post(client, "/api/seat/", right).json() == {
        "detail": "This seat is locked. Ask your teacher to unlock it.",
        "code": "locked",
    }


def test_unsafe_requests_need_the_csrf_token(classroom: Classroom, zoe: Student) -> None:
    strict = Client(enforce_csrf_checks=True)
    body = {"code": classroom.code, "student": zoe.pk, "pin": list(PIN)}
    reply = post(strict, "/api/seat/", body)
    assert (reply.status_code, reply.json()["code"]) == (403, "csrf")
