"""Requests to a server on this machine, one after another on one connection where the server keeps it."""

import http.client
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlsplit

from recognizer.training.timing import Timing, timed
from tests.e2e.serving import ROOT, free_port

WARM_UP = 20


def asked(url: str, bodies: Iterable[bytes], headers: Mapping[str, str]) -> Timing:
    """Milliseconds by the clock on the wall: the server works in a process of its own."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=30)
    calls = [partial(_post, connection, parts.path, body, headers) for body in bodies]
    for call in calls[:WARM_UP]:
        call()
    return timed(calls, time.perf_counter)


def browser(url: str) -> dict[str, str]:
    """What a browser sends to this site's API once it has loaded a page."""
    with urllib.request.urlopen(f"{url}/join/", timeout=30) as page:  # noqa: S310  (our own address)
        cookies = SimpleCookie("; ".join(page.headers.get_all("Set-Cookie")))
    token = cookies["csrftoken"].value
    return {"Content-Type": "application/json", "Cookie": f"csrftoken={token}", "X-CSRFToken": token}


@contextmanager
def flask_site(weights: Path) -> Iterator[str]:
    """The address of the Flask app with these weights, while the block runs."""
    url = f"http://127.0.0.1:{(port := free_port())}"
    command = [sys.executable, "-m", "tests.bench.flask_app", str(weights), str(port)]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(url, server)
        yield url
    finally:
        server.terminate()
        server.wait(timeout=20)


def _post(connection: http.client.HTTPConnection, path: str, body: bytes, headers: Mapping[str, str]) -> None:
    connection.request("POST", path, body, headers)
    reply = connection.getresponse()
    said = reply.read()
    if reply.status != 200:
        raise RuntimeError(f"{path} answered {reply.status}: {said[:200]!r}")


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    while server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310  (our own address)
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the Flask app did not start")
