"""The quick way to what a player sees says what Django says of the same, and asks little for many."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from quizzes.live import plays
from quizzes.live.rates import Rate
from quizzes.middleware import SEAT_COOKIE
from quizzes.models import Classroom, LiveGame, Quiz, Student
from quizzes.rules.game.events import Event, Removed, Skipped, Started, WentOn
from quizzes.services.games import act, join
from tests.quizzes.gaming import play, wrote
from tests.quizzes.live.asking import Reply, Sender, standing, through_django, through_the_server
from tests.quizzes.services.test_intake import seat


@dataclass(frozen=True)
class Asked:
    query: str = ""
    game: str = "{game}"
    method: str = "GET"
    headers: dict[str, str | None] = field(default_factory=dict)
    cookies: dict[str, str | None] = field(default_factory=dict)


@dataclass
class Browser:
    game: LiveGame
    student: Student
    send: Sender

    def __post_init__(self) -> None:
        self.token = seat(self.student)

    def ask(self, asked: Asked) -> Reply:
        cookies = {SEAT_COOKIE: self.token} | asked.cookies
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items() if value is not None),
            "X-Seat": str(self.student.pk),
        } | asked.headers
        path = f"/api/games/{asked.game.format(game=self.game.pk)}/play/{asked.query}"
        return self.send(asked.method, path, {name: value for name, value in headers.items() if value is not None}, b"")


PLAIN = Asked()


@pytest.fixture
def quick(port: int, game: LiveGame, zoe: Student) -> Browser:
    return Browser(game, zoe, through_the_server(port))


@pytest.fixture
def slow(game: LiveGame, zoe: Student) -> Browser:
    return Browser(game, zoe, through_django)


MOMENTS: dict[str, tuple[dict[str, Any], list[Event], str]] = {
    "the lobby": ({}, [], ""),
    "a question": ({}, [Started()], ""),
    "a question with an answer that is read": ({}, [Started()], "56"),
    "the reveal of a right answer": ({}, [Started(), WentOn()], "56"),
    "the reveal of a wrong one": ({}, [Started(), WentOn()], "54"),
    "the reveal of none": ({}, [Started(), WentOn()], ""),
    "standings, with teams": ({"teams": 2}, [Started(), WentOn(), WentOn()], "56"),
    "after a question that was skipped": ({}, [Started(), Skipped()], "56"),
    "the end": ({}, [Started(), *[WentOn()] * 6], "56"),
}


def test_every_moment_is_told_as_django_tells_it(
    port: int, quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student, subtests: pytest.Subtests
) -> None:
    for name, (settings, happened, text) in MOMENTS.items():
        with subtests.test(name):
            game = play(quiz, classroom, [zoe, yan], **settings)
            for number, event in enumerate(happened):
                game = act(game=game, event=event)
                if number == 0 and text:
                    wrote(game, zoe, 1, text)
            quick, slow = (Browser(game, zoe, send) for send in (through_the_server(port), through_django))
            one, other = quick.ask(PLAIN), slow.ask(PLAIN)
            assert "allow" not in one.headers  # which only Django says
            assert (one.status, one.body) == (other.status, other.body)
            assert one.status == 200
            assert standing(one) == standing(other)
            same = Asked(f"?since={one.body['version']}")
            assert quick.ask(same).body == slow.ask(same).body == {"version": one.body["version"], "changed": False}


HANDED_ON: dict[str, tuple[Asked, int]] = {
    "another child's page": (Asked(headers={"X-Seat": "987654"}), 409),
    "a page that is nobody's": (Asked(headers={"X-Seat": "Zoe"}), 409),
    "no seat": (Asked(cookies={SEAT_COOKIE: None}), 403),
    "an unknown seat": (Asked(cookies={SEAT_COOKIE: "unknown"}), 403),
    "a seat without end": (Asked(cookies={SEAT_COOKIE: "x" * 5000}), 403),
    "no such game": (Asked(game="987654"), 404),
    "a game of endless number": (Asked(game="1" * 30), 404),
    "a version that is none": (Asked("?since=<script>"), 200),
    "a version without end": (Asked("?since=" + "1" * 100), 400),
    "half a character": (Asked("?since=%00"), 400),
    "from a host that is not ours": (Asked(headers={"Host": "evil.example"}), 400),
    "to change": (Asked(method="PUT"), 403),
}


def test_whatever_is_unusual_is_handed_on(quick: Browser, slow: Browser, subtests: pytest.Subtests) -> None:
    for name, (asked, status) in HANDED_ON.items():
        with subtests.test(name):
            one, other = quick.ask(asked), slow.ask(asked)
            assert (one.status, one.body) == (other.status, other.body)
            assert one.status == status


def test_whoever_was_removed_is_told_so(quick: Browser, slow: Browser) -> None:
    act(game=quick.game, event=Removed(quick.student.pk))
    one, other = quick.ask(PLAIN), slow.ask(PLAIN)
    assert (one.status, one.body) == (other.status, other.body)
    assert one.status == 404


def test_who_asks_too_often_is_told_for_how_long(quick: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plays.plays, "_seats", Rate(3, 60))
    assert [quick.ask(PLAIN).status for _ in range(3)] == [200] * 3
    throttled = quick.ask(PLAIN)
    assert (throttled.status, throttled.body["code"]) == (429, "throttled")
    assert 0 < int(throttled.headers["retry-after"]) <= 60


def test_strangers_of_one_address_are_left_to_django(quick: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plays.plays, "_strangers", Rate(2, 60))
    stranger = Asked(cookies={SEAT_COOKIE: "unknown"})
    assert [quick.ask(stranger).status for _ in range(3)] == [403] * 3
    assert plays.plays._strangers.is_used_up("127.0.0.1")
    assert quick.ask(PLAIN).status == 200


def test_a_fault_of_the_quick_way_hinders_nobody(
    quick: Browser, slow: Browser, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(plays, "students_by_token", broken)
    assert quick.ask(PLAIN).body == slow.ask(PLAIN).body
    assert "was not answered before Django" in caplog.text


def test_a_class_that_asks_at_once_is_told_each_its_own(port: int, game: LiveGame, classroom: Classroom) -> None:
    students = [Student.objects.create(classroom=classroom, name=f"Student {n}") for n in range(40)]
    for student in students:
        join(game=game, student=student)
    browsers = [Browser(game, student, through_the_server(port)) for student in students]
    with ThreadPoolExecutor(20) as pool:
        told = list(pool.map(lambda browser: browser.ask(PLAIN), browsers))
    assert [reply.body["me"]["id"] for reply in told] == [student.pk for student in students]


def test_how_many_ask_is_nothing_to_the_database(game: LiveGame, classroom: Classroom, zoe: Student) -> None:
    students = [Student.objects.create(classroom=classroom, name=f"Student {n}") for n in range(10)]
    playing = act(game=game, event=Started())
    asks = []
    for student in [zoe, *students]:
        join(game=playing, student=student)
        wrote(playing, student, 1, "56")
        asks.append(plays.Ask(seat(student), game.pk, "", None))

    def queries(wanted: list[Any]) -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert all(isinstance(reply, plays.Reply) for reply in plays.replies(wanted))
        return len(asked)

    queries(asks)
    assert queries(asks[:1]) == queries(asks)
