"""A client that forgets its cookies gains nothing by it; who is known is counted apart."""

from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from quizzes.api.throttles import PerAddress, PerBrowser
from quizzes.models import Classroom, Student
from quizzes.services.codes import MISSES

DOT = {"strokes": [[[1, 1]]]}


@pytest.fixture
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Five calls a minute for a browser, ten for an address."""
    monkeypatch.setattr(PerBrowser, "THROTTLE_RATES", {"read": "5/min", "seat": "5/min", "answer": "5/min"})
    monkeypatch.setattr(PerAddress, "THROTTLE_RATES", {"address": "10/min"})


def read(client: Client) -> int:
    return client.post(reverse("api-read"), DOT, content_type="application/json").status_code


def forgetful() -> Iterator[Client]:
    """Browsers with a cookie of their own making."""
    number = 0
    while True:
        number += 1
        client = Client()
        client.cookies["csrftoken"] = f"{number:032d}"
        yield client


@pytest.mark.django_db
@pytest.mark.usefixtures("_few")
def test_one_browser_may_ask_so_often() -> None:
    client = next(forgetful())
    assert [read(client) for _ in range(6)] == [200] * 5 + [429]


@pytest.mark.django_db
@pytest.mark.usefixtures("_few")
def test_forgetting_ones_cookies_leads_to_the_budget_of_the_address() -> None:
    browsers = forgetful()
    assert [read(next(browsers)) for _ in range(11)] == [200] * 10 + [429]
    refused = next(browsers).post(reverse("api-read"), DOT, content_type="application/json")
    assert (refused.status_code, refused.json()["code"]) == (429, "throttled")
    assert int(refused["Retry-After"]) > 0


@pytest.mark.usefixtures("_few")
def test_a_seat_is_counted_by_itself(zoe: Student, yan: Student, seated: Callable[[Student], Client]) -> None:
    browsers = forgetful()
    for _ in range(11):
        read(next(browsers))
    assert [read(seated(zoe)) for _ in range(6)] == [200] * 5 + [429]
    assert read(seated(yan)) == 200


def test_codes_cannot_be_tried_by_a_browser_without_cookies(classroom: Classroom, zoe: Student) -> None:
    browsers = forgetful()
    wrong = reverse("api-classroom", args=["XXXXXX"])
    assert {next(browsers).get(wrong).status_code for _ in range(MISSES.most // 2)} == {404}
    page = reverse("join-classroom", args=["XXXXXX"])
    assert {next(browsers).get(page).status_code for _ in range(MISSES.most // 2)} == {404}
    refused = next(browsers).get(reverse("api-classroom", args=[classroom.code]))
    assert (refused.status_code, refused.json()["code"], refused["Retry-After"]) == (429, "throttled", "600")
    assert next(browsers).get(reverse("join-classroom", args=[classroom.code])).status_code == 429
    assert next(browsers).post(reverse("join"), {"code": classroom.code}).status_code == 429
    body = {"code": classroom.code, "student": zoe.pk, "pin": ["moon", "star", "rocket"]}
    assert next(browsers).post(reverse("api-seat"), body, content_type="application/json").status_code == 429
    cache.clear()
    assert next(browsers).get(reverse("api-classroom", args=[classroom.code])).status_code == 200
