"""A browser as far as the site can tell: HTTP/1.1 on connections that are kept, cookies, and the CSRF token.

Written on asyncio's streams, since a thousand of them share two cores with the server that they measure.
"""

import asyncio
import json
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode, urlsplit

PATIENCE = 12.0  # seconds for an answer, as static/js/net/api.js has it


class Offline(Exception):
    """No answer came from the server."""


@dataclass(frozen=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Browser:
    def __init__(self, url: str) -> None:
        self.url = url
        self.cookies: dict[str, str] = {}
        self.is_away = False
        """While set, there is no network."""
        self._idle: list[Connection] = []
        self._busy: set[asyncio.StreamWriter] = set()

    async def get(self, path: str) -> Reply:
        return await self.ask("GET", path)

    async def load(self, path: str) -> Reply:
        """A page: a browser waits longer for it."""
        return await self.ask("GET", path, patience=5 * PATIENCE)

    async def send(self, method: str, path: str, content: object) -> Reply:
        return await self.ask(method, path, json.dumps(content).encode(), "application/json")

    async def submit(self, path: str, fields: dict[str, str]) -> Reply:
        return await self.ask("POST", path, urlencode(fields).encode(), "application/x-www-form-urlencoded")

    async def ask(self, method: str, path: str, body: bytes = b"", kind: str = "", patience: float = PATIENCE) -> Reply:
        """The reply. Raises Offline."""
        try:
            async with asyncio.timeout(patience):
                return await self._ask(self._request(method, path, body, kind))
        except (OSError, EOFError, TimeoutError, ValueError) as failure:
            raise Offline(str(failure)) from failure

    async def ask_and_vanish(self, method: str, path: str, body: bytes, kind: str, after: float) -> None:
        """Sends the request and cuts the connection `after` so many seconds, whatever comes back."""
        try:
            _, writer = await self._connection()
            writer.write(self._request(method, path, body, kind))
            await asyncio.sleep(after)
            writer.transport.abort()
        except (Offline, OSError):
            pass  # the network was gone before

    def cut(self) -> None:
        """Every connection ends without a farewell."""
        for writer in [*self._busy, *(writer for _, writer in self._idle)]:
            writer.transport.abort()
        self._idle.clear()

    async def _ask(self, request: bytes) -> Reply:
        """As browsers do, a connection that the server closed while it was idle is no failure: another is opened."""
        while self._idle:
            try:
                return await self._ask_on(request, *self._idle.pop())
            except (OSError, EOFError):
                continue
        return await self._ask_on(request, *await self._connection())

    async def _ask_on(self, request: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> Reply:
        self._busy.add(writer)
        try:
            writer.write(request)
            reply = await _reply(reader)
        except BaseException:
            writer.transport.abort()
            raise
        finally:
            self._busy.discard(writer)
        self._keep_cookies(reply)
        if reply.headers.get("connection") == "close":
            writer.close()
        else:
            self._idle.append((reader, writer))
        return reply

    async def _connection(self) -> Connection:
        if self.is_away:
            raise Offline("There is no network.")
        parts = urlsplit(self.url)
        return await asyncio.open_connection(parts.hostname, parts.port)

    def _request(self, method: str, path: str, body: bytes, kind: str) -> bytes:
        lines = [f"{method} {path} HTTP/1.1", f"Host: {urlsplit(self.url).netloc}", f"Cookie: {self.cookie}"]
        if method != "GET":
            token = self.cookies.get("csrftoken", "")
            lines += [f"Content-Type: {kind}", f"Content-Length: {len(body)}", f"X-CSRFToken: {token}"]
        return "\r\n".join([*lines, "", ""]).encode() + body

    @property
    def cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def _keep_cookies(self, reply: Reply) -> None:
        for line in reply.headers.get("set-cookie", "").splitlines():
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}


async def _reply(reader: asyncio.StreamReader) -> Reply:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    status, *lines = head.rstrip().split("\r\n")
    headers: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(":")
        before = headers.get(name.lower())
        headers[name.lower()] = f"{before}\n{value.strip()}" if before else value.strip()
    return Reply(int(status.split()[1]), headers, await _body(reader, headers))


async def _body(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    if headers.get("transfer-encoding") != "chunked":
        return await reader.readexactly(int(headers.get("content-length", 0)))
    body = b""
    while length := int(await reader.readuntil(b"\r\n"), 16):
        body += await reader.readexactly(length)
        await reader.readexactly(2)
    await reader.readexactly(2)
    return body
