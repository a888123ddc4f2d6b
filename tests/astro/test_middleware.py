"""What holds for every request."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from quizzes.models import Assignment, Student, User

SignIn = Callable[[User], Client]
Seated = Callable[[Student], Client]


def test_a_length_that_is_no_number_is_refused(client: Client, db: None) -> None:
    reply = client.post("/join/", "code=ABCDEF", content_type="application/x-www-form-urlencoded", CONTENT_LENGTH="x")
    assert reply.status_code == 400
    assert reply.json() == {"detail": "Content-Length must be a number.", "code": "bad_length"}


def test_a_file_that_is_too_large_is_refused_on_a_page_where_a_browser_sent_it(client: Client, db: None) -> None:
    body = {"data": "x" * (320 * 1024 + 1), "content_type": "text/csv"}
    page = client.post(
        "/teach/quizzes/import/", **body, headers={"Accept": "text/html,application/xml;q=0.9,*/*;q=0.8"}
    )
    assert page.status_code == 413
    assert page["Content-Type"] == "text/html; charset=utf-8"
    assert "At most 320 KB can be sent at once, and nothing was sent." in page.content.decode()


@pytest.mark.parametrize("path", ["/", "/join/", "/accounts/sign-in/"])
def test_pages_forbid_inline_code_and_other_origins(client: Client, db: None, path: str) -> None:
    policy = client.get(path)["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


PAGES = ["/", "/join/", "/accounts/sign-in/", "/nowhere/", "/api/docs/", "/api/schema/", "/api/seat/", "/play/"]


@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_kept_by_a_shared_device(client: Client, db: None, path: str) -> None:
    assert_kept_by_nobody(client.get(path))


@pytest.mark.parametrize("name", ["classrooms", "classroom", "classroom-code", "quizzes", "assignments", "results"])
def test_no_page_of_a_teacher_is_kept(name: str, assignment: Assignment, alice: User, signed_in: SignIn) -> None:
    ids = {"classroom": assignment.classroom_id, "classroom-code": assignment.classroom_id, "results": assignment.pk}
    page = signed_in(alice).get(reverse(name, args=[ids[name]] if name in ids else []))
    assert page.status_code == 200
    assert_kept_by_nobody(page)


@pytest.mark.parametrize("name", ["play", "play-question", "api-seat", "api-next"])
def test_no_page_of_a_student_is_kept(name: str, assignment: Assignment, zoe: Student, seated: Seated) -> None:
    page = seated(zoe).get(reverse(name, args=[] if name in {"play", "api-seat"} else [assignment.pk]))
    assert page.status_code == 200
    assert_kept_by_nobody(page)


def assert_kept_by_nobody(page: Any) -> None:
    assert {"private", "no-store"} <= set(page["Cache-Control"].split(", ")), page["Cache-Control"]


ERRORS = [("GET", "/nowhere/", {}, 404), ("GET", "/", {"HTTP_HOST": "evil.example"}, 400), ("PUT", "/join/", {}, 405)]


@pytest.mark.parametrize(("method", "path", "headers", "status"), ERRORS)
def test_errors_have_the_same_policy(
    client: Client, db: None, method: str, path: str, headers: dict[str, str], status: int
) -> None:
    reply = client.generic(method, path, **headers)
    assert reply.status_code == status
    assert "default-src 'none'" in reply["Content-Security-Policy"]
    assert reply["X-Frame-Options"] == "DENY"
    assert reply["X-Content-Type-Options"] == "nosniff"


def test_a_page_that_breaks_has_the_same_policy(monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    def breaks(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("quizzes.views.play.seat_of", breaks)
    reply = Client(raise_request_exception=False).get("/")
    assert reply.status_code == 500
    assert "default-src 'none'" in reply["Content-Security-Policy"]
    assert "RuntimeError" not in reply.content.decode()
