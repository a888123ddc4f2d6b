"""A real site in a process of its own, and a real Chromium. Without Chromium these tests are skipped, and say so."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"width": 360, "height": 640}
TABLET = {"width": 820, "height": 1180}
DESKTOP = {"width": 1280, "height": 800}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.e2e)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="Chromium is not installed: apt-get install chromium"))


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


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """What `make run` does, on a free port and with its own database."""
    folder = tmp_path_factory.mktemp("site")
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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # Playwright's synchronous interface keeps a loop in this thread, which Django would take for a coroutine.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser: Browser, site: Site) -> Iterator[Callable[..., Page]]:
    """Opens a page in a browser of its own (no cookies). A page error or a refused resource fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_page(viewport: dict[str, int] = DESKTOP, **options: object) -> Page:
        context = browser.new_context(base_url=site.url, viewport=viewport, **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda line: _complain(complaints, line.text))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def _complain(complaints: list[str], text: str) -> None:
    if "Content Security Policy" in text or "violates" in text:
        complaints.append(text)


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    return new_page()
