"""How often one browser may ask, and all the browsers behind one address that hold no seat.

A school shares one address, so a seat or an account is counted by itself, wherever it is. A browser that has neither
can be known only by a cookie that it may forget: its address bounds that, generously. The rates are settings.
"""

from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle, ScopedRateThrottle, SimpleRateThrottle
from rest_framework.views import APIView

from quizzes.models import Student
from quizzes.services.budgets import address_of


class PerBrowser(ScopedRateThrottle):
    def get_cache_key(self, request: Request, view: APIView) -> str | None:
        cookie = request.META.get("CSRF_COOKIE")
        ident = _known_as(request) or (f"browser-{cookie}" if cookie else address_of(request._request))
        return self.cache_format % {"scope": self.scope, "ident": ident}


class PerAddress(SimpleRateThrottle):
    scope = "address"

    def get_cache_key(self, request: Request, view: APIView) -> str | None:
        """None, which is not counted, for whoever is known."""
        if _known_as(request):
            return None
        return self.cache_format % {"scope": self.scope, "ident": address_of(request._request)}


class PerPlace(ScopedRateThrottle):
    """Counts the address, whoever is known there: for what fills a table that all share."""

    def get_cache_key(self, request: Request, view: APIView) -> str | None:
        return self.cache_format % {"scope": self.scope, "ident": address_of(request._request)}


def _known_as(request: Request) -> str:
    if isinstance(request.user, Student):
        return f"seat-{request.user.pk}"
    return f"user-{request.user.pk}" if request.user.is_authenticated else ""


THROTTLES: list[type[BaseThrottle]] = [PerBrowser, PerAddress]
