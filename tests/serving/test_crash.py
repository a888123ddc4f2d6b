"""A server that is killed under load, and clients that stop in the middle of a word."""

import http.client
import json
import re
import socket
import sqlite3
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.e2e.serving import Place, free_port

CHILDREN = 4
THREADS_OF_THE_SITE = 8
ENOUGH = 60  # acknowledged answers before the server is killed
UNREADABLE = "seven"  # where a number is asked for
PIN = ["rocket", "moon", "star"]  # the demo's


@dataclass
class Child:
    """A browser that sends an answer again, under the same id, until somebody acknowledges it."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""
    sent: dict[str, dict[str, Any]] = field(default_factory=dict)
    acknowledged: dict[str, int] = field(default_factory=dict)

    def call(self, method: str, path: str, body: Any = None) -> tuple[int, str]:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers |= {"Content-Type": "application/json", "X-CSRFToken": self.token}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)) as connection:
            connection.request(method, path, None if body is None else json.dumps(body), headers)
            reply = connection.getresponse()
            text = reply.read().decode()
        for cookie in reply.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return reply.status, text

    def sit_down(self, code: str, student: int) -> None:
        _, page = self.call("GET", "/join/")
        found = re.search(r'name="csrf-?token" content="(\w+)"|name="csrfmiddlewaretoken" value="(\w+)"', page)
        assert found, page
        self.token = found[1] or found[2]
        status, text = self.call("POST", "/api/seat/", {"code": code, "student": student, "pin": PIN})
        assert status == 201, text

    def send(self, assignment: int, body: dict[str, Any]) -> int:
        self.sent[body["id"]] = body
        status, text = self.call("POST", f"/api/assignments/{assignment}/answers/", body)
        if status in {200, 201}:
            self.acknowledged[json.loads(text)["answer"]["id"]] = status
        return status


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path, free_port())


@pytest.fixture
def start(place: Place) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    """Starts the site; whatever still serves at the end is killed."""
    servers: list[subprocess.Popen[bytes]] = []

    def started() -> subprocess.Popen[bytes]:
        servers.append(place.start())
        return servers[-1]

    yield started
    for server in servers:
        server.kill()
        server.wait()


def test_what_was_acknowledged_is_there_once_after_a_crash(
    place: Place, start: Callable[[], subprocess.Popen[bytes]]
) -> None:
    card = place.prepare()
    server = start()
    code = re.search(r"code (\w{6})", card)
    assert code
    children = [Child(place.port) for _ in range(CHILDREN)]
    _, found = children[0].call("GET", f"/api/classrooms/{code[1]}/")
    for child, seat in zip(children, json.loads(found)["seats"], strict=False):
        child.sit_down(code[1], seat["id"])
    _, found = children[0].call("GET", "/api/seat/")
    assignment = json.loads(found)["assignments"][0]["id"]

    playing = [threading.Thread(target=play, args=(child, assignment)) for child in children]
    for thread in playing:
        thread.start()
    while sum(len(child.acknowledged) for child in children) < ENOUGH and any(thread.is_alive() for thread in playing):
        time.sleep(0.01)
    server.kill()
    server.wait()
    for thread in playing:
        thread.join()
    acknowledged = {each for child in children for each in child.acknowledged}
    assert len(acknowledged) >= ENOUGH
    assert acknowledged <= stored(place) <= {each for child in children for each in child.sent}

    start()
    for child in children:
        for identity, body in child.sent.items():
            status = child.send(assignment, body)
            assert status == 200 if identity in acknowledged else status in {200, 201}
    assert stored(place) == {each for child in children for each in child.sent}


def test_clients_that_stop_in_the_middle_of_sending_keep_nobody_waiting(
    place: Place, start: Callable[[], subprocess.Popen[bytes]]
) -> None:
    place.prepare("--no-demo")
    start()
    child = Child(place.port)
    child.call("GET", "/join/")
    head = (
        f"POST /api/read/ HTTP/1.1\r\nHost: 127.0.0.1:{place.port}\r\nContent-Type: application/json\r\n"
        f"Cookie: csrftoken={child.cookies['csrftoken']}\r\nX-CSRFToken: {child.cookies['csrftoken']}\r\n"
        "Content-Length: 5000\r\n\r\n{"
    )
    with ExitStack() as open_ones:
        for _ in range(THREADS_OF_THE_SITE + 2):
            client = open_ones.enter_context(socket.create_connection(("127.0.0.1", place.port)))
            client.sendall(head.encode())
        for _ in range(20):
            assert child.call("GET", "/")[0] == 200


def play(child: Child, assignment: int) -> None:
    """Answers that nobody can read, which use up no try, until the server is gone."""
    _, found = child.call("GET", f"/api/assignments/{assignment}/next/")
    question = json.loads(found)["question"]["id"]
    try:
        while child.send(assignment, {"id": str(uuid4()), "question": question, "typed": UNREADABLE}) == 201:
            pass
    except (OSError, http.client.HTTPException):
        return  # the server was killed


def stored(place: Place) -> set[str]:
    """The answers that lie in the database, each student's numbered without a gap. An id is its primary key."""
    with sqlite3.connect(place.folder / "astro.sqlite3") as database:
        rows = list(database.execute("SELECT id, sitting_id, number FROM quizzes_answer WHERE text = ?", [UNREADABLE]))
    for sitting in {owner for _, owner, _ in rows}:
        numbers = sorted(number for _, owner, number in rows if owner == sitting)
        assert numbers == list(range(1, len(numbers) + 1))
    return {str(UUID(row[0])) for row in rows}
