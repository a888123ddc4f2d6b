"""The teacher's API: results as they change, and corrections."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from quizzes.models import Answer, Assignment, Student, User
from tests.quizzes.giving import drawn, reading, typed

SignedIn = Callable[[User], Client]


@pytest.fixture
def misread(zoe: Student, assignment: Assignment) -> Answer:
    return drawn(zoe, assignment, 1, "54", read=reading("54"), look_at_ink=True)


def results_url(assignment: Assignment) -> str:
    return f"/api/assignments/{assignment.pk}/results/"


def post(client: Client, answer: Answer, body: object) -> Any:
    return client.post(f"/api/answers/{answer.pk}/correction/", json.dumps(body), content_type="application/json")


def test_the_results_are_those_of_the_page(
    alice: User, zoe: Student, assignment: Assignment, misread: Answer, signed_in: SignedIn
) -> None:
    body = signed_in(alice).get(results_url(assignment)).json()
    first, second = assignment.questions.all()
    assert body["version"] == 2  # begun, answered
    assert body["changed"] is True
    assert body["summary"] == "2 students: 1 is at work, 0 have finished."
    assert body["to_look_at"] == 1
    assert body["columns"][0] == {
        "id": first.pk,
        "number": 1,
        "prompt": "7 × 8 = □",
        "answer": "56",
        "right": 0,
        "marked": 1,
        "share": "0 of 1",
        "hardest": False,
    }
    row = body["rows"][1]
    assert {key: value for key, value in row.items() if key != "cells"} == {
        "student": zoe.pk,
        "name": "Zoe Zimmer",
        "removed": False,
        "guest": False,
        "started": True,
        "finished": False,
        "progress": "1 of 2",
        "right": 0,
        "total": 2,
        "tally": "0 of 2",
        "digits": "",
        "seconds": None,
        "time": "",
        "needs_look": True,
    }
    assert row["cells"][0] == {
        "outcome": "wrong",
        "answer": str(misread.pk),
        "text": "54",
        "line": "54",
        "source": "drawn",
        "tries": 1,
        "seconds": None,
        "mirrored": "",
        "look_at_ink": True,
        "corrected": False,
        "left_out": None,
        "waiting": False,
        "left_to_teacher": False,
        "being_read": False,
        "late": False,
        "needs_look": True,
        "digits": None,
        "causes": [],
        "words": "Wrong, 54, look at the ink",
    }
    assert second.pk == body["columns"][1]["id"]


def test_nothing_new_is_one_row_read(
    alice: User,
    zoe: Student,
    assignment: Assignment,
    signed_in: SignedIn,
    django_assert_num_queries: Callable[..., Any],
) -> None:
    client = signed_in(alice)
    version = client.get(results_url(assignment)).json()["version"]
    with django_assert_num_queries(3):  # session, teacher, assignment
        same = client.get(f"{results_url(assignment)}?since={version}")
    assert same.json() == {"version": version, "changed": False}
    typed(zoe, assignment, 1, "56")
    assert client.get(f"{results_url(assignment)}?since={version}").json()["changed"] is True


def test_since_is_a_number(alice: User, assignment: Assignment, signed_in: SignedIn) -> None:
    reply = signed_in(alice).get(f"{results_url(assignment)}?since=yesterday")
    assert reply.status_code == 400
    assert reply.json() == {"detail": "since: A valid integer is required.", "code": "malformed"}


def test_a_mark_is_corrected_and_undone(alice: User, misread: Answer, signed_in: SignedIn) -> None:
    client = signed_in(alice)
    reply = post(client, misread, {"mark": "right", "reason": "I can read it"})
    assert reply.status_code == 200
    body = reply.json()
    (kept,) = body.pop("corrections")
    assert body == {
        "id": str(misread.pk),
        "text": "54",
        "mark": "right",
        "automatic_text": "54",
        "automatic_mark": "wrong",
    }
    assert (kept["teacher"], kept["mark"], kept["reason"], kept["undone_at"]) == (
        "Alice Adams", "right", "I can read it", None,
    )  # fmt: skip
    undone = client.delete(f"/api/answers/{misread.pk}/correction/").json()
    assert undone["mark"] == "wrong"
    assert undone["corrections"][0]["undone_at"] is not None


def test_a_reading_alone_is_marked_by_the_rules(alice: User, misread: Answer, signed_in: SignedIn) -> None:
    body = post(signed_in(alice), misread, {"text": "56", "reason": "Misread"}).json()
    assert (body["text"], body["mark"]) == ("56", "right")


def test_a_mark_with_a_reading_stands_as_the_teacher_says(alice: User, misread: Answer, signed_in: SignedIn) -> None:
    body = post(signed_in(alice), misread, {"mark": "right", "text": "50", "reason": "Close"}).json()
    assert (body["text"], body["mark"]) == ("50", "right")


@pytest.mark.parametrize(
    ("body", "status", "detail", "code"),
    [
        ({"reason": "Why not"}, 400, "Send the mark, the text that the ink says, or both.", "malformed"),
        ({"mark": "right"}, 400, "reason: This field is required.", "malformed"),
        ({"mark": "nice", "reason": "x"}, 400, 'mark: "nice" is not a valid choice.', "malformed"),
        (
            {"text": "a bird", "reason": "x"},
            409,
            "“a bird” cannot be marked: this question asks for a whole number. Change it, or choose the mark yourself.",
            "not_editable",
        ),
    ],
)
def test_what_is_refused_is_said(
    alice: User,
    misread: Answer,
    signed_in: SignedIn,
    body: dict[str, str],
    status: int,
    detail: str,
    code: str,
) -> None:
    reply = post(signed_in(alice), misread, body)
    assert (reply.status_code, reply.json()) == (status, {"detail": detail, "code": code})


def test_undoing_nothing_is_refused(alice: User, misread: Answer, signed_in: SignedIn) -> None:
    reply = signed_in(alice).delete(f"/api/answers/{misread.pk}/correction/")
    assert reply.status_code == 409
    assert reply.json() == {
        "detail": "There is no such correction to undo any more. This is how the answer stands now.",
        "code": "not_editable",
    }


def test_another_teacher_finds_nothing(bob: User, assignment: Assignment, misread: Answer, signed_in: SignedIn) -> None:
    client = signed_in(bob)
    assert client.get(results_url(assignment)).status_code == 404
    assert post(client, misread, {"mark": "right", "reason": "x"}).status_code == 404
    assert client.delete(f"/api/answers/{misread.pk}/correction/").status_code == 404
    misread.refresh_from_db()
    assert misread.mark == "wrong"


def test_students_and_strangers_get_none_of_it(
    client: Client,
    assignment: Assignment,
    misread: Answer,
    zoe: Student,
    seated: Callable[[Student], Client],
) -> None:
    for browser in (client, seated(zoe)):
        assert browser.get(results_url(assignment)).status_code == 403
        assert post(browser, misread, {"mark": "right", "reason": "x"}).status_code == 403
        assert browser.delete(f"/api/answers/{misread.pk}/correction/").status_code == 403


def test_a_correction_from_another_site_is_refused(alice: User, misread: Answer) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice, backend="django.contrib.auth.backends.ModelBackend")
    assert post(client, misread, {"mark": "right", "reason": "x"}).status_code == 403
