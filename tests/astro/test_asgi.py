"""The site as an ASGI application."""

import asyncio
from typing import Any

import pytest

from astro.asgi import application
from quizzes.services import reading


def test_a_server_that_cannot_read_does_not_start_and_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise FileNotFoundError("reader.onnx")

    monkeypatch.setattr(reading, "get_reader", broken)
    [said] = asyncio.run(asked("lifespan.startup"))
    assert said["type"] == "lifespan.startup.failed"
    assert "FileNotFoundError: reader.onnx" in said["message"]


async def asked(event: str) -> list[dict[str, Any]]:
    """What the application says to this event of its life."""
    said: list[dict[str, Any]] = []

    async def receive() -> dict[str, str]:
        return {"type": event}

    async def send(message: dict[str, Any]) -> None:
        said.append(message)

    await application({"type": "lifespan"}, receive, send)
    return said
