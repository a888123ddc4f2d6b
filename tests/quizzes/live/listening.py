"""A browser's end of a socket of a live game."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.test import Client
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from quizzes.models import LiveGame

SOON = 5.0


class Ear:
    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.frames: list[dict[str, Any]] = []

    def hear(self, *kinds: str, within: float = SOON) -> dict[str, Any]:
        """The next frame of one of these kinds; those before it are kept in `frames`. Raises TimeoutError."""
        until = time.monotonic() + within
        while True:
            frame = json.loads(self.socket.recv(timeout=max(0.0, until - time.monotonic())))
            self.frames.append(frame)
            if not kinds or frame["kind"] in kinds:
                return dict(frame)

    def hear_of(self, game: LiveGame, within: float = SOON) -> dict[str, Any]:
        """The public view of the game as it is in the database now."""
        game.refresh_from_db()
        while True:
            view = self.hear("public", within=within)["public"]
            if view["version"] >= game.version:
                return dict(view)

    def listen_for(self, seconds: float) -> list[str]:
        """The kinds of all that is said in this time."""
        until, before = time.monotonic() + seconds, len(self.frames)
        try:
            while True:
                self.hear(within=until - time.monotonic())
        except TimeoutError:
            return [frame["kind"] for frame in self.frames[before:]]

    def say(self, message: object) -> None:
        self.socket.send(message if isinstance(message, str | bytes) else json.dumps(message))

    def code(self, within: float = SOON) -> int:
        """The code with which the server closes; what it says before that is kept."""
        try:
            while True:
                self.hear(within=within)
        except ConnectionClosed as closed:
            received = closed.rcvd
        assert received is not None
        return received.code


@contextmanager
def listen(
    port: int, game: int | str, browser: Client | None = None, *, query: str = "", origin: str | None = ""
) -> Iterator[Ear]:
    """The socket of a game, opened by that browser: from a page of the site, unless another origin is given."""
    cookies = browser.cookies.output(header="", sep=";", attrs=[]).strip() if browser else ""
    with connect(
        f"ws://127.0.0.1:{port}/ws/games/{game}/{query}",
        origin=f"http://127.0.0.1:{port}" if origin == "" else origin,  # type: ignore[arg-type]
        additional_headers={"Cookie": cookies} if cookies else {},
        proxy=None,
        compression=None,
    ) as socket:
        yield Ear(socket)
