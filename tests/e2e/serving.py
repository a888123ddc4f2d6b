"""A real site in a process of its own: what `make run` does, on a free port and with its own database."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Site:
    """A served site with the demo school in it. `card` is what `make run` prints."""

    url: str
    card: str

    def sign_in(self, role: str) -> tuple[str, str]:
        """E-mail address and password of the demo's Teacher or Administrator."""
        found = re.search(rf"{role}\s+\S+\s+(\S+@\S+)\s+(\S+)", self.card)
        assert found, self.card
        return found[1], found[2]

    @property
    def code(self) -> str:
        found = re.search(r"code (\w{6})", self.card)
        assert found, self.card
        return found[1]


@contextmanager
def served(folder: Path) -> Iterator[Site]:
    """A site that serves until the block ends; its database and log are in `folder`."""
    place = Place(folder, free_port())
    card = place.prepare()
    server = place.start()
    try:
        yield Site(place.url, card)
    finally:
        server.terminate()
        server.wait(timeout=20)


@dataclass(frozen=True)
class Place:
    """Where a site is served: its folder, which outlives the server, and its port."""

    folder: Path
    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def prepare(self, *options: str) -> str:
        """What `make run` does before it serves; what it prints."""
        command = [sys.executable, "manage.py", "prepare", *options]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def start(self, *options: str) -> subprocess.Popen[bytes]:
        """A server, once it answers; `options` are uvicorn's."""
        path = self.folder / "server.log"
        with path.open("a") as log:
            server = subprocess.Popen(
                [
                    sys.executable,
                    "-m",
                    "uvicorn",
                    "astro.asgi:application",
                    "--port",
                    str(self.port),
                    "--ws-max-size",
                    "65536",
                    "--ws-per-message-deflate",
                    "false",
                    "--no-access-log",
                    *options,
                ],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        _wait_for(self.url, server, path)
        return server

    @property
    def environment(self) -> dict[str, str]:
        ours = {key: value for key, value in os.environ.items() if not key.startswith(("DJANGO_", "PYTEST"))}
        scopes = ("READ", "PICTURE", "SEAT", "ANSWER", "GAME", "RESULTS", "ADDRESS")
        rates = {f"{scope}_RATE": "6000/min" for scope in scopes}
        return ours | rates | {"VAR_DIR": str(self.folder), "SITE_URL": self.url, "SECRET_KEY": "e2e-" + "0" * 60}


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310  (our own address)
                return
        except OSError:
            assert server.poll() is None, log.read_text()
            time.sleep(0.1)
    raise AssertionError(log.read_text())
