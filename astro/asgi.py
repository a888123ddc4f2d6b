"""The site as an ASGI application, served by uvicorn.

HTTP goes through Django's WSGI handler in a few fixed threads: Django's synchronous views under ASGI hop threads in
every middleware and open a database connection a request. Sockets stay in the event loop.
"""

import gc
import os
import sys
from asyncio import to_thread
from traceback import format_exc

from a2wsgi import WSGIMiddleware
from django.core.wsgi import get_wsgi_application

from astro.bodies import NeverSent, most_bytes, received

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "astro.settings")
http = get_wsgi_application()

from quizzes.live import quick  # noqa: E402
from quizzes.live.intake import intake  # noqa: E402
from quizzes.live.landings import landings  # noqa: E402
from quizzes.live.plays import plays  # noqa: E402
from quizzes.live.routing import sockets  # noqa: E402  (models are there from here on)
from quizzes.live.switchboard import switchboard  # noqa: E402

_http_over_asgi = WSGIMiddleware(http, workers=8)


async def application(scope, receive, send) -> None:  # type: ignore[no-untyped-def]
    """Serves HTTP and sockets; before it says that it is ready, the reader is loaded and warm."""
    match scope["type"]:
        case "lifespan":
            await _lifespan(receive, send)
        case "http":
            await _http(scope, receive, send)
        case "websocket":
            await sockets(scope, receive, send)


async def _http(scope, receive, send) -> None:  # type: ignore[no-untyped-def]
    try:
        receive = await received(scope, receive, most=most_bytes(scope["path"]))
    except NeverSent:
        await send({"type": "http.response.start", "status": 408, "headers": [(b"connection", b"close")]})
        await send({"type": "http.response.body", "body": b""})
        return
    for way in (intake, plays):
        if way.takes(scope):
            await quick.answer(way, scope, receive, send, otherwise=_http_over_asgi)
            return
    await _http_over_asgi(scope, receive, send)


SWITCH_SECONDS = 0.0005
"""How long a thread may keep the others waiting. With Python's 5 ms a class that sends while pages are made waits twice
as long for its acknowledgements, as the loop waits for each busy thread whenever something comes in."""


GARBAGE = 20_000
"""New objects after which rings of garbage are looked for. An answer's ink is a hundred lists: with Python's 700, every
seventh answer would wait for that."""


async def _lifespan(receive, send) -> None:  # type: ignore[no-untyped-def]
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            try:
                _start()
            except Exception:  # else uvicorn would serve without all this, and say nothing of why
                await send({"type": "lifespan.startup.failed", "message": format_exc()})
                return
            await send({"type": "lifespan.startup.complete"})
        else:
            await to_thread(intake.stop)
            await to_thread(landings.stop)
            await switchboard.stop()
            await send({"type": "lifespan.shutdown.complete"})
            return


def _start() -> None:
    from django.urls import reverse

    from quizzes.services.reading import get_reader

    get_reader()
    reverse("join")  # every view is imported: or a class that is back after an outage would wait for that
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.collect()
    gc.freeze()  # what is here now stays; to look through all of it again stops the process for 50 ms
    gc.set_threshold(GARBAGE)
    switchboard.start()
    landings.start()
    intake.start()
