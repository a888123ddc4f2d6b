"""Live games on real sockets: a server in this process, or in processes of their own, on the tests' database."""

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
import uvicorn
from django.db import connections
from django.test import Client

from quizzes.models import LiveGame, Quiz, Student
from quizzes.models.people import Classroom
from quizzes.rules.game import Settings
from quizzes.services.games import join, open_game
from tests.quizzes.live.listening import Ear, listen


@pytest.fixture
def game(transactional_db: None, quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student) -> LiveGame:
    """Alice leads; Zoe and Yan play. The key is 56, then 3."""
    game = open_game(quiz=quiz, classroom=classroom, settings=Settings())
    for student in (zoe, yan):
        game = join(game=game, student=student)
    return game


@pytest.fixture
def port(transactional_db: None) -> Iterator[int]:
    """Where the site is served by a thread of this process, sockets and all."""
    from astro.asgi import application

    listener = socket.create_server(("127.0.0.1", 0))
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 8192)  # little room for what nobody reads
    server = uvicorn.Server(
        uvicorn.Config(application, ws_max_size=65536, ws_per_message_deflate=False, log_config=None)
    )
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listener])))
    thread.start()
    while not server.started:
        assert thread.is_alive()
        thread.join(0.01)
    yield int(listener.getsockname()[1])
    server.should_exit = True
    thread.join()
    connections.close_all()


@pytest.fixture
def ear(port: int) -> Iterator[Callable[..., Ear]]:
    """Opens the socket of a game in that browser."""
    with ExitStack() as opened:

        def open_ear(game: LiveGame | int | str, browser: Client | None = None, **options: Any) -> Ear:
            address = game.pk if isinstance(game, LiveGame) else game
            return opened.enter_context(listen(port, address, browser, **options))

        yield open_ear
