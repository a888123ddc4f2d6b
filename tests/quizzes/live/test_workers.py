"""Several processes serve one game, and tell each other by Redis; Redis may die."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client

from quizzes.live.relay import TRY_AGAIN
from quizzes.models import LiveGame, Student, User
from tests.e2e.serving import ROOT, free_port
from tests.quizzes.live.listening import listen

REDIS = shutil.which("redis-server")
needs_redis = pytest.mark.skipif(REDIS is None, reason="Redis is not installed: apt-get install redis-server")

AT_ONCE = 1.0  # seconds: sooner than anybody looks by themselves
Start = Callable[..., list[int]]


class Redis:
    """A Redis of one's own, which keeps nothing."""

    def __init__(self) -> None:
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/6"

    def start(self) -> None:
        command = [str(REDIS), "--port", str(self.port), "--save", "", "--bind", "127.0.0.1"]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _until(lambda: _listens(self.port))

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture
def redis() -> Iterator[Redis]:
    redis = Redis()
    redis.start()
    yield redis
    redis.kill()


@pytest.fixture
def start(transactional_db: None, tmp_path: Path) -> Iterator[Start]:
    """Starts so many processes that serve the tests' database, with these settings; their ports."""
    with ExitStack() as running:

        def start_them(processes: int, **settings: str) -> list[int]:
            ports = [running.enter_context(_served(tmp_path, settings)) for _ in range(processes)]
            for port in ports:
                _until(partial(_answers, port))
            return ports

        yield start_them


@contextmanager
def _served(folder: Path, settings: dict[str, str]) -> Iterator[int]:
    port = free_port()
    log = folder / f"{port}.log"
    ours = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST")}
    command = [sys.executable, "-m", "uvicorn", "astro.asgi:application", "--port", str(port), "--no-access-log"]
    with log.open("w") as told:
        server = subprocess.Popen(
            command,
            cwd=ROOT,
            env=ours | {"DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": _database()} | settings,
            stdout=told,
            stderr=subprocess.STDOUT,
        )
    try:
        yield port
    finally:
        server.terminate()
        server.wait(timeout=20)
    said = log.read_text()
    assert "Traceback" not in said, said
    assert "WebSocket" not in said, said  # with the address of the child who opened it


def _database() -> str:
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{settings['NAME']}"
    return (
        f"postgres://{settings['USER']}:{settings['PASSWORD']}@{settings['HOST']}:{settings['PORT']}/{settings['NAME']}"
    )


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5):
            return True
    except OSError:
        return False


def _listens(port: int) -> bool:
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0


def _until(holds: Callable[[], bool], seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.05)


def lead(port: int, browser: Client, game: LiveGame, what: str) -> float:
    """The host's act, by HTTP on that process; how many seconds it took."""
    game.refresh_from_db()
    cookies = browser.cookies.output(header="", sep=";", attrs=[]).strip()
    body = f'{{"act": "{what}", "version": {game.version}}}'.encode()
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/api/games/{game.pk}/acts/",
        body,
        {
            "Content-Type": "application/json",
            "Cookie": f"{cookies}; csrftoken={TOKEN}",
            "X-CSRFToken": TOKEN,
            "Origin": f"http://127.0.0.1:{port}",
        },
    )
    began = time.monotonic()
    with urllib.request.urlopen(request, timeout=10) as reply:  # noqa: S310
        assert reply.status == 200
    return time.monotonic() - began


def tell_from_a_command(redis: Redis, hint: str) -> None:
    """A process that serves nobody."""
    told = f"import django; django.setup(); from quizzes.services import hints; hints.{hint}"
    site = {"DJANGO_SETTINGS_MODULE": "tests.settings", "CHANNEL_REDIS_URL": redis.url, "DATABASE_URL": _database()}
    subprocess.run([sys.executable, "-c", told], cwd=ROOT, env=os.environ | site, check=True)


TOKEN = "a" * 32


@needs_redis
def test_what_one_process_is_told_players_at_another_hear(
    game: LiveGame,
    zoe: Student,
    yan: Student,
    alice: User,
    redis: Redis,
    start: Start,
    seated: Callable[[Student], Client],
    signed_in: Callable[[User], Client],
) -> None:
    one, two = start(2, CHANNEL_REDIS_URL=redis.url)
    teacher = signed_in(alice)
    with (
        listen(one, game.pk, seated(zoe)) as zoes,
        listen(two, game.pk, seated(yan)) as yans,
        listen(two, game.pk, teacher, query="?as=host") as alices,
    ):
        for each in (zoes, yans, alices):
            each.hear("public")
        before = len(alices.frames)
        lead(one, teacher, game, "start")
        assert {each.hear_of(game, within=AT_ONCE)["phase"] for each in (zoes, yans, alices)} == {"question"}
        if "host" not in {frame["kind"] for frame in alices.frames[before:]}:  # which may come before or after
            alices.hear("host", within=AT_ONCE)
        lead(two, teacher, game, "next")
        assert {each.hear_of(game, within=AT_ONCE)["phase"] for each in (zoes, yans, alices)} == {"reveal"}
        tell_from_a_command(redis, f"tell_player(game={game.pk}, student={yan.pk})")
        yans.hear("mine", within=AT_ONCE)
        assert "mine" not in {frame["kind"] for each in (zoes, alices) for frame in each.frames}
        assert {frame["game"] for each in (zoes, yans, alices) for frame in each.frames} == {game.pk}


@needs_redis
def test_a_game_goes_on_while_redis_is_away_and_hints_travel_again_when_it_is_back(
    game: LiveGame,
    zoe: Student,
    yan: Student,
    alice: User,
    redis: Redis,
    start: Start,
    seated: Callable[[Student], Client],
    signed_in: Callable[[User], Client],
) -> None:
    one, two = start(2, CHANNEL_REDIS_URL=redis.url)
    teacher = signed_in(alice)
    with listen(one, game.pk, seated(zoe)) as zoes, listen(two, game.pk, seated(yan)) as yans:
        zoes.hear("public")
        yans.hear("public")
        redis.kill()
        assert lead(one, teacher, game, "start") < 1
        zoes.hear_of(game, within=AT_ONCE)  # of the same process: Redis is not asked
        yans.hear_of(game, within=3)  # by looking
        with listen(two, game.pk, seated(yan)) as late:
            late.hear("public", within=AT_ONCE)
        redis.start()
        time.sleep(TRY_AGAIN + 1)
        lead(one, teacher, game, "next")
        zoes.hear_of(game, within=AT_ONCE)
        yans.hear_of(game, within=AT_ONCE)


@needs_redis
def test_a_site_starts_though_redis_is_not_there_yet(
    game: LiveGame, zoe: Student, redis: Redis, start: Start, seated: Callable[[Student], Client]
) -> None:
    redis.kill()
    [port] = start(1, CHANNEL_REDIS_URL=redis.url)
    redis.start()
    with listen(port, game.pk, seated(zoe)) as zoes:
        zoes.hear("public")
        time.sleep(TRY_AGAIN + 1)
        tell_from_a_command(redis, f"tell_player(game={game.pk}, student={zoe.pk})")
        zoes.hear("mine", within=AT_ONCE)


def test_two_processes_without_redis_learn_of_changes_by_looking(
    game: LiveGame,
    zoe: Student,
    alice: User,
    start: Start,
    seated: Callable[[Student], Client],
    signed_in: Callable[[User], Client],
) -> None:
    one, two = start(2)
    with listen(two, game.pk, seated(zoe)) as zoes:
        zoes.hear("public")
        lead(one, signed_in(alice), game, "start")
        assert zoes.hear_of(game, within=3.5)["phase"] == "question"
