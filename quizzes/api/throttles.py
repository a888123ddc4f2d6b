"""How often one browser may ask.

A school shares one address, so a seat or a session is counted, and an address only where there is neither; the rates
are settings. Rates per browser are counted in CACHE_URL: shared by all processes where that is Redis.
"""

from rest_framework.request import Request
from rest_framework.throttling import ScopedRateThrottle
from rest_framework.views import APIView

from quizzes.models import Student


class PerBrowser(ScopedRateThrottle):
    def get_cache_key(self, request: Request, view: APIView) -> str | None:
        user = request.user
        if isinstance(user, Student):
            ident = f"seat-{user.pk}"
        elif user.is_authenticated:
            ident = f"user-{user.pk}"
        elif csrf := request.META.get("CSRF_COOKIE"):
            ident = f"browser-{csrf}"
        else:
            ident = self.get_ident(request)
        return self.cache_format % {"scope": self.scope, "ident": ident}
