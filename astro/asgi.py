"""The site as an ASGI application, served by uvicorn.

HTTP goes through Django's WSGI handler in a few fixed threads: Django's synchronous views under ASGI hop threads in
every middleware and open a database connection a request.
"""

import os

from a2wsgi import WSGIMiddleware
from django.core.wsgi import get_wsgi_application

from astro.bodies import NeverSent, most_bytes, received

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "astro.settings")
http = get_wsgi_application()

_http_over_asgi = WSGIMiddleware(http, workers=8)


async def application(scope, receive, send) -> None:  # type: ignore[no-untyped-def]
    """Serves HTTP; before it says that it is ready, the reader is loaded and warm."""
    match scope["type"]:
        case "lifespan":
            await _lifespan(receive, send)
        case "http":
            await _http(scope, receive, send)
        case _:
            await _http_over_asgi(scope, receive, send)  # which closes what is no HTTP


async def _http(scope, receive, send) -> None:  # type: ignore[no-untyped-def]
    try:
        receive = await received(scope, receive, most=most_bytes(scope["path"]))
    except NeverSent:
        await send({"type": "http.response.start", "status": 408, "headers": [(b"connection", b"close")]})
        await send({"type": "http.response.body", "body": b""})
        return
    await _http_over_asgi(scope, receive, send)


async def _lifespan(receive, send) -> None:  # type: ignore[no-untyped-def]
    from quizzes.services.reading import get_reader

    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            get_reader()
            await send({"type": "lifespan.startup.complete"})
        else:
            await send({"type": "lifespan.shutdown.complete"})
            return
