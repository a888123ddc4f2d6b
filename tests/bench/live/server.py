"""The site of a run: real server processes, which can be killed, and how much memory they take."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.e2e.serving import ROOT, Place, free_port

OPTIONS = ("--ws-max-size", "65536")  # as `make run` has them

SHOWN = 4_000  # characters of the log, of a run that failed


class Server:
    """A place that serves, with one worker or several."""

    def __init__(self, place: Place, workers: int) -> None:
        self.place = place
        self._options = (*OPTIONS, *(("--workers", str(workers)) if workers > 1 else ()))
        self._workers = workers
        self._process: subprocess.Popen[bytes] | None = None
        self.most_memory = 0

    @property
    def url(self) -> str:
        return self.place.url

    def start(self) -> None:
        self._process = self.place.start(*self._options)

    def stop(self) -> None:
        if self._process is not None:
            self.look_at_memory()
            self._process.terminate()
            try:
                self._process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                for pid in reversed(self._family()):
                    os.kill(pid, signal.SIGKILL)
                self._process.wait()

    async def kill(self) -> float:
        """One worker where there are several: the others serve on. Else the server, which is started again. Seconds in
        which nobody serves."""
        assert self._process is not None
        self.look_at_memory()
        began = time.monotonic()
        if self._workers > 1:
            victim = self._serving()[0]
            os.kill(victim, signal.SIGKILL)
            while _is_alive(victim):
                await asyncio.sleep(0.01)
            return 0.0
        self._process.kill()
        self._process.wait()
        await asyncio.to_thread(self.start)
        return time.monotonic() - began

    def school(self, work: str, **given: object) -> Any:
        """What `tests.bench.live.school` answers, with the site's own settings."""
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.live.school", work],
            cwd=ROOT,
            env=self.place.environment | {"DJANGO_SETTINGS_MODULE": "astro.settings"},
            input=json.dumps(given),
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def last_words(self) -> str:
        """The end of the server's log."""
        log = self.place.folder / "server.log"
        return log.read_text()[-SHOWN:] if log.exists() else ""

    def look_at_memory(self) -> None:
        """Keeps the most that the server's processes together have held until now, in bytes."""
        assert self._process is not None
        self.most_memory = max(self.most_memory, sum(_peak(pid) for pid in self._family()))

    def _serving(self) -> list[int]:
        """The workers. A supervisor has other children too, which hold no socket."""
        return [pid for pid in self._family()[1:] if "resource_tracker" not in _command(pid)]

    def _family(self) -> list[int]:
        assert self._process is not None
        found = [self._process.pid]
        for pid in found:
            found += _children(pid)
        return found


@contextmanager
def serving(folder: Path, workers: int) -> Iterator[Server]:
    """A server whose database is made and whose school is not; it is started by `start`, and stopped at the end."""
    place = Place(folder, free_port())
    with _own_database():
        place.prepare("--no-demo")
        server = Server(place, workers)
        try:
            yield server
        except BaseException:
            print(server.last_words(), file=sys.stderr)
            raise
        finally:
            server.stop()


@contextmanager
def _own_database() -> Iterator[None]:
    """Where DATABASE_URL names a PostgreSQL server: a new database on it for the time of the run."""
    address = os.environ.get("DATABASE_URL", "")
    if not address.startswith("postgres"):
        yield
        return
    import psycopg

    name = f"astro_bench_{os.getpid()}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        os.environ["DATABASE_URL"] = f"{address.rpartition('/')[0]}/{name}"
        try:
            yield
        finally:
            os.environ["DATABASE_URL"] = address
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text()
    except OSError:
        return ""


def _is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in {"Z", "X"}
    except OSError:
        return False


def _peak(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:"))
