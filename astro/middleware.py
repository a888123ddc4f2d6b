"""What holds for every request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string

from astro.bodies import most_bytes

GetResponse = Callable[[HttpRequest], HttpResponse]


class NothingKeptMiddleware:
    """Every page is for whoever asked for it: on a shared device, Back shows nobody what the one before had open.

    A view that says itself how long its answer may be kept is left alone; static files never come here.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response


class BodyLimitMiddleware:
    """Refuses a body that is larger than its address takes by its declared length, before anything reads it.

    Django checks the limit for forms alone; the JSON parser reads the stream itself. A body without a declared
    length is empty to WSGI (PEP 3333), so there is no way around.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        limit = most_bytes(request.path_info)
        try:
            length = int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            return JsonResponse({"detail": "Content-Length must be a number.", "code": "bad_length"}, status=400)
        if length > limit:
            return _too_large(request, limit // 1024)
        return self.get_response(request)


def _too_large(request: HttpRequest, kilobytes: int) -> HttpResponse:
    """A page for whoever sent a form, and JSON for programs."""
    if request.get_preferred_type(["application/json", "text/html"]) == "text/html":
        sentence = f"At most {kilobytes} KB can be sent at once, and nothing was sent. Go back and choose less."
        return HttpResponse(render_to_string("413.html", {"sentence": sentence}), status=413)
    sentence = f"That is too large: at most {kilobytes} KB can be sent at once."
    return JsonResponse({"detail": sentence, "code": "too_large"}, status=413)
