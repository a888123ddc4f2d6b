"""One request of a page, through a real server and through Django alone: both are to say the same."""

import http.client
import json
import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from django.test import Client

Sender = Callable[[str, str, dict[str, str], bytes], "Reply"]
"""Method, path, headers and body."""


@dataclass(frozen=True)
class Reply:
    status: int
    body: Any
    headers: dict[str, str]


def through_the_server(port: int) -> Sender:
    def send(method: str, path: str, headers: dict[str, str], body: bytes) -> Reply:
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as line:
            line.request(method, path, body, {"Host": f"127.0.0.1:{port}"} | headers)
            reply = line.getresponse()
            return Reply(reply.status, _read(reply.read()), {name.lower(): value for name, value in reply.getheaders()})

    return send


def through_django(method: str, path: str, headers: dict[str, str], body: bytes) -> Reply:
    client = Client(enforce_csrf_checks=True)
    client.cookies.load(headers["Cookie"])
    told = {name: value for name, value in headers.items() if name not in {"Cookie", "Content-Type"}}
    kind = headers.get("Content-Type", "")
    reply = client.generic(method, path, body, content_type=kind, headers={"Host": "127.0.0.1"} | told)
    return Reply(reply.status_code, _read(reply.content), {name.lower(): value for name, value in reply.items()})


def _read(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return body


def standing(reply: Reply) -> dict[str, Any]:
    """What every reply says, and of what kind it is; directives come in any order."""
    ours = {
        "content-type",
        "cache-control",
        "content-security-policy",
        "x-frame-options",
        "x-content-type-options",
        "referrer-policy",
        "cross-origin-opener-policy",
        "strict-transport-security",
    }
    return {name: set(re.split(r"; ?", value)) for name, value in reply.headers.items() if name in ours}
