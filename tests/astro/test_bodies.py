import asyncio
from collections.abc import Iterable
from typing import Any

import pytest

from astro.bodies import Message, NeverSent, Receive, received

MOST = 100


def scope(length: bytes | None) -> dict[str, Any]:
    return {"headers": [(b"host", b"x")] + ([] if length is None else [(b"content-length", length)])}


def part(body: bytes, *, more: bool) -> Message:
    return {"type": "http.request", "body": body, "more_body": more}


def sending(messages: Iterable[Message]) -> Receive:
    """What a server hands over; after the last message, nothing for ever."""
    waiting = list(messages)

    async def receive() -> Message:
        return waiting.pop(0) if waiting else await asyncio.Future()

    return receive


async def first(length: bytes | None, *messages: Message) -> Message:
    receive = await received(scope(length), sending(messages), most=MOST, patience=0.05)
    return await receive()


def test_a_body_in_pieces_comes_in_one() -> None:
    pieces = [part(b"ab", more=True), part(b"", more=True), part(b"c", more=False)]
    assert asyncio.run(first(b"3", *pieces)) == part(b"abc", more=False)


def test_after_the_body_comes_what_the_server_says() -> None:
    async def second() -> Message:
        receive = await received(scope(b"1"), sending([part(b"a", more=False), {"type": "http.disconnect"}]), most=MOST)
        await receive()
        return await receive()

    assert asyncio.run(second()) == {"type": "http.disconnect"}


@pytest.mark.parametrize("length", [None, b"0", b"x", b"101"], ids=["none", "zero", "no number", "too large"])
def test_what_is_not_read_is_not_waited_for(length: bytes | None) -> None:
    assert asyncio.run(first(length, part(b"ab", more=True))) == part(b"ab", more=True)


@pytest.mark.parametrize(
    "messages", [[], [part(b"a", more=True)], [part(b"a", more=True), {"type": "http.disconnect"}]]
)
def test_a_body_that_never_comes_is_given_up(messages: list[Message]) -> None:
    with pytest.raises(NeverSent):
        asyncio.run(first(b"3", *messages))
