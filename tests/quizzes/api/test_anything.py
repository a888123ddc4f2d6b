"""Whatever is sent to the API, by whomever: a refusal is a sentence with a word for programs, and nothing breaks."""

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from quizzes.models import Assignment, Classroom, Student, User
from tests.quizzes.giving import typed

NUMBERS = st.integers() | st.floats() | st.sampled_from([10**30, -(10**30), 2**63, 10**400, True])
LEAVES = st.none() | st.booleans() | NUMBERS | st.text(max_size=20) | st.sampled_from(["\x00", "\ud800", "", "=1+1"])
NAMES = ["id", "question", "strokes", "typed", "confirmed", "format", "code", "student", "pin", "left_handed"]
NAMES += ["text", "mark", "reason", "labels", "agreed"]
POINTS = st.lists(NUMBERS, min_size=2, max_size=3)
VALUES = st.recursive(
    LEAVES | st.lists(st.lists(POINTS, max_size=3), max_size=3),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4),
    max_leaves=12,
)
ANYTHING = st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=6) | VALUES
DEEP = "[" * 30_000
WORDS = {"detail", "code"}


@pytest.fixture
def addresses(assignment: Assignment, zoe: Student) -> list[tuple[str, str]]:
    """Each call that takes a body."""
    answer = typed(zoe, assignment, 1, "54").pk
    return [
        ("post", reverse("api-read")),
        ("post", reverse("api-read-explain")),
        ("post", reverse("api-donations")),
        ("post", reverse("api-seat")),
        ("patch", reverse("api-seat")),
        ("post", reverse("api-answers", args=[assignment.pk])),
        ("post", reverse("api-confirmation", args=[answer])),
        ("post", reverse("api-correction", args=[answer])),
    ]


def speak(client: Client, method: str, address: str, body: bytes) -> Any:
    return client.generic(method.upper(), address, body, content_type="application/json")


def assert_sane(reply: Any) -> None:
    assert reply.status_code < 500, reply.content
    if reply.status_code >= 400:
        assert set(reply.json()) == WORDS, reply.content
        assert all(isinstance(value, str) and value for value in reply.json().values()), reply.content


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sent=ANYTHING)
@example(sent={"strokes": [[[float("nan"), 1]]]})
@example(sent={"strokes": [[[10**400, 1]]]})
@example(sent={"typed": "\ud800", "id": "0" * 32, "question": 10**30})
@example(sent={"code": "\x00", "student": 2**63, "pin": ["moon", "moon", "moon"]})
def test_any_json_is_answered_and_never_with_a_500(
    sent: Any,
    addresses: list[tuple[str, str]],
    alice: User,
    zoe: Student,
    seated: Callable[[Student], Client],
    signed_in: Callable[[User], Client],
) -> None:
    cache.clear()
    body = json.dumps(sent).encode()
    for client in (Client(), seated(zoe), signed_in(alice)):
        for method, address in addresses:
            assert_sane(speak(client, method, address, body))


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"\xff\xfe", DEEP.encode(), b'{"strokes":' + DEEP.encode(), b"9" * 5_000, b"NaN", b'"' + b"a" * 60_000],
    ids=["nothing", "cut short", "no text", "deep", "deep ink", "many digits", "no number", "a long word"],
)
def test_what_is_no_json_is_refused(
    body: bytes, addresses: list[tuple[str, str]], zoe: Student, seated: Callable[[Student], Client]
) -> None:
    client = seated(zoe)
    for method, address in addresses:
        reply = speak(client, method, address, body)
        assert_sane(reply)
        assert 400 <= reply.status_code < 500


@pytest.mark.parametrize("number", [0, 2**31, 2**63, 10**30])
def test_ids_of_any_size_are_nobodys(
    number: int, classroom: Classroom, alice: User, zoe: Student, seated: Any, signed_in: Any
) -> None:
    for client in (seated(zoe), signed_in(alice)):
        for name in ("api-next", "api-answers", "api-results"):
            for method in ("get", "post"):
                reply = speak(client, method, reverse(name, args=[number]), b"{}")
                assert_sane(reply)
                assert reply.status_code in {401, 403, 404, 405}
    sent = {"code": classroom.code, "student": number, "pin": ["moon", "star", "rocket"]}
    assert Client().post(reverse("api-seat"), sent, content_type="application/json").status_code in {400, 404}


@pytest.mark.parametrize("since", ["", "x", "-1", "1.5", "9" * 30, "%00"])
def test_any_version_may_be_asked_for(since: str, assignment: Assignment, alice: User, signed_in: Any) -> None:
    assert_sane(signed_in(alice).get(f"{reverse('api-results', args=[assignment.pk])}?since={since}"))


def test_an_answer_of_nobody_is_a_404(alice: User, zoe: Student, seated: Any, signed_in: Any) -> None:
    for unknown in (uuid4(), UUID(int=0)):
        reply = seated(zoe).post(
            reverse("api-confirmation", args=[unknown]), {"text": ""}, content_type="application/json"
        )
        assert (reply.status_code, reply.json()["code"]) == (404, "not_found")
        reply = signed_in(alice).delete(reverse("api-correction", args=[unknown]))
        assert (reply.status_code, reply.json()["code"]) == (404, "not_found")
