"""Logs hold ids: never the names of children or teachers, what they typed, or ink."""

import logging
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from quizzes.models import Assignment, Student, User
from quizzes.services import judging
from tests.conftest import PASSWORD

PRIVATE = (
    "alice@example.org",
    "Alice",
    "Zoe",
    "Zimmer",
    "hunter2",
    PASSWORD,
    "8675309",
    "31415",
    "127.0.0.1",
    "mislaid",
)


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> Callable[[], str]:
    """All that production would log, and how it would look."""
    caplog.set_level(logging.INFO)
    return lambda: "\n".join(caplog.handler.format(record) for record in caplog.records)


def test_signing_in_and_out_and_failing_to(alice: User, client: Client, logged: Callable[[], str]) -> None:
    for password in (*["hunter2"] * 9, PASSWORD):
        client.post(reverse("sign-in"), {"username": "alice@example.org", "password": password})
    client.post(reverse("sign-up"), {"name": "Alice", "email": "alice@example.org", "password": "hunter2"})
    client.post(reverse("password-reset"), {"email": "alice@example.org"})
    client.get("/accounts/?next=alice@example.org")
    client.post(reverse("join"), {"code": "mislaid"})
    assert "axes" in logged()
    assert [word for word in PRIVATE if word in logged()] == []


def test_answering_and_failing_to(
    assignment: Assignment,
    zoe: Student,
    seated: Callable[[Student], Client],
    logged: Callable[[], str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(**_: Any) -> None:
        raise RuntimeError

    student = seated(zoe)
    url, question = reverse("api-answers", args=[assignment.pk]), assignment.questions.all()[0].pk
    sent = {"id": str(uuid4()), "question": question}
    student.post(url, sent | {"typed": "8675309"}, content_type="application/json")
    student.post(url, sent | {"typed": "31415"}, content_type="application/json")
    student.post(url, {"typed": "8675309"}, content_type="application/json")
    monkeypatch.setattr(judging, "read_sheet", fails)
    ink = {"id": str(uuid4()), "question": question, "strokes": [[[8675309e-3, 31415e-3]]]}
    assert student.post(url, ink, content_type="application/json").status_code == 201
    assert ink["id"] in logged()
    assert [word for word in PRIVATE if word in logged()] == []
