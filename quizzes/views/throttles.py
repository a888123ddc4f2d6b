"""How often one address may send a form."""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256

from django.core.cache import cache
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

View = Callable[..., HttpResponseBase]

HOUR = 60 * 60


def at_most(posts: int, *, per: int, within: str, field: str = "") -> Callable[[View], View]:
    """Answers 429 to more than `posts` POSTs in `per` seconds from one address, counted under the name `within`.

    With `field`, those with the same content of that field are counted, so that a school behind one address is
    not slowed by the tries of one of its people.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def throttled(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            if request.method == "POST" and _count(_key(request, within, field), per) > posts:
                return render(request, "429.html", status=429)
            return view(request, *args, **kwargs)

        return throttled

    return decorate


def _key(request: HttpRequest, within: str, field: str) -> str:
    content = request.POST.get(field, "").strip().lower() if field else ""
    # A hash keeps what people typed out of the cache, and within the length that every cache takes.
    digest = sha256(f"{request.META['REMOTE_ADDR']} {content}".encode()).hexdigest()
    return f"posts-{within}-{field}-{digest}"


def _count(key: str, seconds: int) -> int:
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key)
    except ValueError:  # it ran out between the two lines
        return 1
