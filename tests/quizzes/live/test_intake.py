"""The quick way in for answers of a led game says what Django says of the same, and answers for more."""

import asyncio
import json
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any, cast
from uuid import uuid4

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import timezone
from rest_framework.throttling import SimpleRateThrottle

from quizzes.live import batches, settler
from quizzes.live import intake as intakes
from quizzes.live.batches import Batches, NotKept
from quizzes.live.rates import Rate
from quizzes.live.settler import Settler
from quizzes.middleware import SEAT_COOKIE
from quizzes.models import Answer, Classroom, LiveGame, Quiz, Student, User
from quizzes.rules.game.events import Removed, Started, WentOn
from quizzes.services.games import act, join
from quizzes.services.intake import Kept, keep
from tests.quizzes.api.asking import ink
from tests.quizzes.gaming import after, play
from tests.quizzes.live.asking import Reply, Sender, standing, through_django, through_the_server
from tests.quizzes.services.test_intake import seat, sent

CSRF = "a" * 32


@dataclass(frozen=True)
class Asked:
    """One request, as a page of the student sends it. `said` goes into the body beside what an answer has anyway."""

    said: dict[str, Any] = field(default_factory=lambda: {"strokes": ink("56")})
    game: str = "{game}"
    place: int = 1
    raw: bytes | None = None
    recoded: Callable[[bytes], bytes] = bytes
    method: str = "POST"
    same_id: bool = False
    headers: dict[str, str | None] = field(default_factory=dict)
    cookies: dict[str, str | None] = field(default_factory=dict)


@dataclass
class Browser:
    """A page of this student in this game; `send` is one of both ways in."""

    game: LiveGame
    student: Student
    send: Sender
    origin: str
    id: str = field(default_factory=lambda: str(uuid4()))

    def __post_init__(self) -> None:
        self.token = seat(self.student)

    def ask(self, asked: Asked) -> Reply:
        if not asked.same_id:
            self.id = str(uuid4())
        question = self.game.value.questions[asked.place - 1] if asked.place else 10**40
        body = asked.raw or asked.recoded(json.dumps({"id": self.id, "question": question, **asked.said}).encode())
        cookies = {SEAT_COOKIE: self.token, "csrftoken": CSRF} | asked.cookies
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items() if value is not None),
            "Content-Type": "application/json",
            "X-CSRFToken": CSRF,
            "X-Seat": str(self.student.pk),
            "Origin": self.origin,
        } | asked.headers
        path = f"/api/games/{asked.game.format(game=self.game.pk)}/answers/"
        told = {name: value for name, value in headers.items() if value is not None}
        return self.send(asked.method, path, told, body)


@pytest.fixture
def playing(game: LiveGame) -> LiveGame:
    """The first question is asked."""
    return after(game, Started())


@pytest.fixture
def quick(port: int, playing: LiveGame, zoe: Student) -> Browser:
    return Browser(playing, zoe, through_the_server(port), f"http://127.0.0.1:{port}")


@pytest.fixture
def slow(playing: LiveGame, yan: Student) -> Browser:
    return Browser(playing, yan, through_django, "http://127.0.0.1")


PLAIN = Asked()
TYPED = Asked({"typed": "56", "thinking_ms": 900})
AGAIN = Asked(same_id=True)
TAKEN: dict[str, tuple[list[Asked], int]] = {
    "ink": ([PLAIN], 201),
    "typed": ([TYPED], 201),
    "without saying for whom the page was made": ([Asked(headers={"X-Seat": None})], 201),
    "from a page that sends no origin": ([Asked(headers={"Origin": None})], 201),
    "again": ([PLAIN, AGAIN], 200),
    "again with another measure": ([TYPED, Asked({"typed": "56", "thinking_ms": 1}, same_id=True)], 200),
    "the same id, other content": ([PLAIN, Asked({"typed": "54"}, same_id=True)], 422),
    "answered already": ([PLAIN, PLAIN], 409),
    "before it is asked": ([Asked(place=2)], 404),
    "a question of endless number": ([Asked(place=0)], 404),
    "no such game": ([Asked(game="987654")], 404),
    "another child's page": ([Asked(headers={"X-Seat": "987654"})], 409),
}
HANDED_ON: dict[str, tuple[list[Asked], int]] = {
    "a page that is nobody's": ([Asked(headers={"X-Seat": "Zoe"})], 409),
    "no seat": ([Asked(cookies={SEAT_COOKIE: None})], 403),
    "an unknown seat": ([Asked(cookies={SEAT_COOKIE: "unknown"})], 403),
    "no token": ([Asked(headers={"X-CSRFToken": None})], 403),
    "another token": ([Asked(headers={"X-CSRFToken": "b" * 32})], 403),
    "no cookie for the token": ([Asked(cookies={"csrftoken": None})], 403),
    "from another site": ([Asked(headers={"Origin": "https://evil.example"})], 403),
    "from a host that is not ours": ([Asked(headers={"Host": "evil.example", "Origin": None})], 400),
    "no JSON": ([Asked(raw=b"{")], 400),
    "no object": ([Asked(raw=b"[1]")], 400),
    "half a character": ([Asked(raw=b'{"typed": "\\ud800"}')], 400),
    "bytes that are no text": ([Asked(raw=b'{"typed": "\xff"}')], 400),
    "a thousand brackets": ([Asked(raw=b"[" * 20_000)], 400),
    "half a character, in bytes": (
        [Asked({"typed": "5"}, recoded=lambda body: body.replace(b'"5"', b'"\xed\xa0\x80"'))],
        400,
    ),
    "what is no JSON but Python's": ([Asked({"typed": "56", "thinking_ms": float("nan")})], 400),
    "in signs of sixteen bits": ([Asked(recoded=lambda body: body.decode().encode("utf-16"))], 400),
    "in a charset of no text": ([Asked(TYPED.said, headers={"Content-Type": "application/json; charset=hex"})], 400),
    "half a character, in signs of sixteen bits": (
        [
            Asked(
                {"typed": "\ud800"},
                recoded=lambda body: body.decode().encode("utf-16"),
                headers={"Content-Type": "application/json; charset=utf-16"},
            )
        ],
        400,
    ),
    "a page that is somebody's without end": ([Asked(headers={"X-Seat": "1" * 5000})], 409),
    "a seat without end": ([Asked(cookies={SEAT_COOKIE: "x" * 5000})], 403),
    "a form": ([Asked(headers={"Content-Type": "application/x-www-form-urlencoded"})], 415),
    "an empty pad": ([Asked({"strokes": []})], 400),
    "ink and text": ([Asked({"strokes": ink("5"), "typed": "5"})], 400),
    "neither ink nor text": ([Asked({})], 400),
    "no id": ([Asked({"typed": "5", "id": "1"})], 400),
    "points beyond the paper": ([Asked({"strokes": [[[1e9, 1]]]})], 400),
    "too many strokes": ([Asked({"strokes": [[[1, 1]]] * 100})], 413),
    "too many bytes": ([Asked(raw=b" " * 70_000)], 413),
    "a game of endless number": ([Asked(game="1" * 30)], 404),
    "to look": ([Asked(method="GET")], 405),
    "to change": ([Asked(method="PUT")], 405),
}


def test_what_it_takes_gets_the_reply_that_django_gives(
    port: int, quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student, subtests: pytest.Subtests
) -> None:
    """Each in a game of its own; one server for all, as for what follows: to start one takes longer than to ask."""
    for name, (steps, status) in TAKEN.items():
        playing = after(play(quiz, classroom, [zoe, yan]), Started())
        quick = Browser(playing, zoe, through_the_server(port), f"http://127.0.0.1:{port}")
        slow = Browser(playing, yan, through_django, "http://127.0.0.1")
        with subtests.test(name):
            replies = [[browser.ask(asked) for asked in steps][-1] for browser in (quick, slow)]
            assert "allow" not in replies[0].headers  # which only Django says
            assert_same(*replies, quick, slow)
            assert replies[0].status == status


def test_a_body_of_undeclared_length_is_none(quick: Browser) -> None:
    """To WSGI it is empty: otherwise any number of bytes could be sent in this way."""
    body = json.dumps({"id": quick.id, "question": quick.game.value.questions[0], "typed": "56"})
    headers = {"Transfer-Encoding": "chunked", "Content-Type": "application/json", "X-CSRFToken": CSRF}
    cookies = {"Cookie": f"{SEAT_COOKIE}={quick.token}; csrftoken={CSRF}"}
    chunk = f"{len(body):x}\r\n{body}\r\n0\r\n\r\n".encode()
    assert quick.send("POST", f"/api/games/{quick.game.pk}/answers/", headers | cookies, chunk).status == 400
    assert not Answer.objects.exists()


def test_whatever_is_unusual_is_handed_on(quick: Browser, slow: Browser, subtests: pytest.Subtests) -> None:
    for name, (steps, status) in HANDED_ON.items():
        with subtests.test(name):
            replies = [[browser.ask(asked) for asked in steps][-1] for browser in (quick, slow)]
            assert_same(*replies, quick, slow)
            assert replies[0].status == status
            assert not Answer.objects.exists()


def assert_same(one: Reply, other: Reply, quick: Browser, slow: Browser) -> None:
    assert (one.status, without_id(one.body, quick.id)) == (other.status, without_id(other.body, slow.id))
    assert standing(one) == standing(other)


def without_id(body: Any, identity: str) -> Any:
    return body | {"id": "…"} if isinstance(body, dict) and body.get("id") == identity else body


def test_over_https_the_reply_says_so(settings: Any, quick: Browser) -> None:
    settings.SECURE_HSTS_SECONDS = 60
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    origin = quick.origin.replace("http:", "https:")
    proxied = Asked(headers={"X-Forwarded-Proto": "https", "Origin": origin, "Referer": f"{origin}/"})
    assert quick.ask(proxied).headers["strict-transport-security"] == "max-age=60"
    assert "strict-transport-security" not in quick.ask(PLAIN).headers


def test_a_late_answer_is_acknowledged_as_late(quick: Browser, slow: Browser) -> None:
    act(game=quick.game, event=WentOn())
    for browser in (quick, slow):
        reply = browser.ask(PLAIN)
        assert (reply.status, reply.body["late"]) == (201, True)


def test_whoever_was_removed_finds_no_game(quick: Browser) -> None:
    act(game=quick.game, event=Removed(quick.student.pk))
    assert quick.ask(PLAIN).status == 404


def test_what_was_acknowledged_is_read_and_marked_soon(quick: Browser) -> None:
    assert quick.ask(PLAIN).status == 201
    wait_until_read()
    assert (Answer.objects.get().text, Answer.objects.get().mark) == ("56", "right")


def test_what_a_dead_server_left_is_read_when_another_starts(
    playing: LiveGame, zoe: Student, request: pytest.FixtureRequest
) -> None:
    keep([sent(playing, zoe)])
    assert Answer.objects.get().awaits_reader
    request.getfixturevalue("port")
    wait_until_read()
    assert Answer.objects.get().mark == "right"


def test_whoever_looks_at_a_game_finds_what_a_dead_process_left(
    quick: Browser, zoe: Student, alice: User, signed_in: Callable[[User], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing was left when this server started; another one kept this answer, and was killed."""
    keep([sent(quick.game, zoe)])
    time.sleep(0.3)
    assert Answer.objects.get().awaits_reader
    Answer.objects.update(received_at=timezone.now() - timedelta(seconds=3))
    monkeypatch.setattr(settler, "LOOK_EVERY", 0.0)
    cookie = f"sessionid={signed_in(alice).cookies['sessionid'].value}"
    assert quick.send("GET", f"/api/games/{quick.game.pk}/host/", {"Cookie": cookie}, b"").status == 200
    wait_until_read()
    assert Answer.objects.get().mark == "right"


def wait_until_read() -> None:
    until = time.monotonic() + 5
    while Answer.objects.filter(awaits_reader=True).exists() and time.monotonic() < until:
        time.sleep(0.02)


def test_a_class_that_sends_at_once_is_kept_once(port: int, game: LiveGame, classroom: Classroom) -> None:
    students = [Student.objects.create(classroom=classroom, name=f"Student {n}") for n in range(40)]
    for student in students:
        join(game=game, student=student)
    playing = act(game=game, event=Started())
    browsers = [Browser(playing, student, through_the_server(port), f"http://127.0.0.1:{port}") for student in students]

    def send(browser: Browser) -> list[int]:
        return [browser.ask(PLAIN).status, browser.ask(AGAIN).status]

    with ThreadPoolExecutor(20) as pool:
        assert list(pool.map(send, browsers)) == [[201, 200]] * len(students)
    assert {str(pk) for pk in Answer.objects.values_list("pk", flat=True)} == {browser.id for browser in browsers}


def test_who_asks_too_often_is_told_for_how_long(quick: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intakes.intake, "_seats", Rate(3, 60))
    statuses = [quick.ask(PLAIN).status, *(quick.ask(AGAIN).status for _ in range(2))]
    throttled = quick.ask(AGAIN)
    assert statuses == [201, 200, 200]
    assert (throttled.status, throttled.body["code"]) == (429, "throttled")
    assert 0 < int(throttled.headers["retry-after"]) <= 60


def test_strangers_of_one_address_are_counted_together(quick: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intakes.intake, "_strangers", Rate(2, 60))
    monkeypatch.setattr(SimpleRateThrottle, "timer", time.time)
    for number in range(4):
        assert quick.ask(Asked(cookies={SEAT_COOKIE: f"made up {number}"})).status == 403
    assert quick.ask(PLAIN).status == 201  # by Django, who asks for the seat first


def test_a_rate_begins_anew_when_its_time_is_over() -> None:
    rate = Rate(1, 0.05)
    assert rate.spend("zoe") == 0
    assert 0 < rate.spend("zoe") <= 0.05
    assert rate.is_used_up("zoe")
    assert rate.spend("yan") == 0
    time.sleep(0.06)
    assert not rate.is_used_up("zoe")
    assert rate.spend("zoe") == 0


def test_when_the_database_is_busy_nothing_is_acknowledged(quick: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    def is_locked(_: object) -> None:
        raise OperationalError("database is locked")

    with monkeypatch.context() as patched:
        patched.setattr(batches, "keep", is_locked)
        reply = quick.ask(PLAIN)
    assert (reply.status, reply.body["code"], reply.headers["retry-after"]) == (503, "busy", "1")
    assert not Answer.objects.exists()
    assert quick.ask(AGAIN).status == 201


def test_one_answer_that_cannot_be_kept_does_not_stop_the_others(playing: LiveGame, zoe: Student, yan: Student) -> None:
    broken = replace(sent(playing, zoe), token=cast("str", None))
    outcomes = batches._kept([broken, sent(playing, yan)])
    assert [type(outcome) for outcome in outcomes] == [NotKept, Kept]


def test_beyond_what_memory_has_room_for_whoever_sends_waits(
    playing: LiveGame, zoe: Student, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "MOST_WAITING", 0)
    with pytest.raises(NotKept):
        asyncio.run(Batches(tell=lambda _: None).keep(sent(playing, zoe)))


def test_what_came_in_before_the_end_is_kept(playing: LiveGame, zoe: Student, yan: Student) -> None:
    told: list[Any] = []
    writer = Batches(tell=told.extend)

    async def send_and_stop() -> list[Any]:
        coming = [asyncio.ensure_future(writer.keep(sent_by)) for sent_by in arrivals]
        await asyncio.sleep(0)
        writer.start()
        await asyncio.to_thread(writer.stop)
        return await asyncio.gather(*coming)

    arrivals = [sent(playing, zoe), sent(playing, yan)]
    outcomes = asyncio.run(send_and_stop())
    assert [type(outcome) for outcome in outcomes] == [Kept, Kept]
    assert told == [outcome.id for outcome in outcomes]
    assert Answer.objects.count() == 2


def test_reading_gives_way_to_what_comes_in_but_not_for_ever(
    playing: LiveGame, zoe: Student, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settler, "LONGEST_WAIT", 0.3)
    keep([sent(playing, zoe)])
    begun = time.monotonic()
    reads = Settler(is_rush=lambda: True)
    reads.start()
    while Answer.objects.get().awaits_reader:
        assert time.monotonic() < begun + 5
        time.sleep(0.02)
    reads.stop()
    assert time.monotonic() - begun >= 0.3


def test_what_nobody_can_hold_is_not_counted(quick: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else whoever makes up tokens fills the memory with them."""
    seats = Rate(3, 60)
    monkeypatch.setattr(intakes.intake, "_seats", seats)
    assert quick.ask(Asked(cookies={SEAT_COOKIE: "x" * 5000})).status == 403
    assert not seats._spent


def test_a_server_that_never_said_that_it_starts_leaves_all_to_django() -> None:
    scope = {"type": "http", "method": "POST", "path": "/api/games/5/answers/"}
    assert not intakes.Intake().takes(scope)
