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
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("DJANGO_", "PYTEST"))}
    environment |= {
        "VAR_DIR": str(folder),
        "SITE_URL": url,
        "SECRET_KEY": "e2e-" + "0" * 60,
        "READ_RATE": "6000/min",
        "SEAT_RATE": "6000/min",
        "ANSWER_RATE": "6000/min",
        "RESULTS_RATE": "6000/min",
    }
    prepared = subprocess.run(
        [sys.executable, "manage.py", "prepare"], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert prepared.returncode == 0, prepared.stdout + prepared.stderr
    log = (folder / "server.log").open("w")
    server = subprocess.Popen(
        [sys.executable, "-m", "uvicorn", "astro.asgi:application", "--port", str(port), "--no-access-log"],
        cwd=ROOT,
        env=environment,
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    try:
        _wait_for(url, server, folder / "server.log")
        yield Site(url, prepared.stdout)
    finally:
        server.terminate()
        server.wait(timeout=20)
        log.close()


def _free_port() -> int:
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
