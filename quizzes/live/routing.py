"""Which socket stands at which address, and from which pages it may be opened."""

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.core.handlers.asgi import ASGIRequest

from quizzes.live.consumers import Receive, Send, game_socket

GAME = re.compile(r"/ws/games/(\d{1,18})/")  # longer is no id


async def sockets(scope: Mapping[str, Any], receive: Receive, send: Send) -> None:
    """Serves a socket that a page of this site opens. A page of another one could open it with a child's cookies:
    browsers hold sockets to no rule of origin but the server's."""
    address = GAME.fullmatch(scope["path"])
    if address and is_of_this_site(scope):
        await game_socket(int(address[1]), scope, receive, send)
    else:
        await send({"type": "websocket.close"})  # before it was accepted: a plain 403


def is_of_this_site(scope: Mapping[str, Any]) -> bool:
    """Whether the page's origin is the address that it asks, as for a form with a CSRF token."""
    as_page = {"method": "GET", "scheme": scope["scheme"].replace("ws", "http")}
    request = ASGIRequest({**scope, **as_page}, BytesIO())
    origin = request.headers.get("Origin", "")
    try:
        own = f"{request.scheme}://{request.get_host()}"
    except DisallowedHost:
        return False
    return origin == own or origin in settings.CSRF_TRUSTED_ORIGINS
