"""The seat as a way of signing in: for requests of students."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework import exceptions, permissions
from rest_framework.authentication import BaseAuthentication, CSRFCheck
from rest_framework.request import Request
from rest_framework.views import APIView

from quizzes.middleware import SEAT_COOKIE
from quizzes.models import Student
from quizzes.services.refusals import NoSeat, OtherSeat

SEAT_HEADER = "X-Seat"
"""The student that a page was made for. Tabs of a shared device share the cookie, and an answer that waited in one
must not go out under the seat that another child took in the next."""


class SeatAuthentication(BaseAuthentication):
    """A browser's cookie speaks for the student, so unsafe requests must carry the CSRF token, seat or no seat."""

    def authenticate(self, request: Request) -> tuple[Any, None] | None:
        if reason := csrf_fault(request._request):
            raise exceptions.PermissionDenied(
                f"This page is out of date. Reload it and try again. ({reason})", code="csrf"
            )
        student = request._request.seat.student  # type: ignore[attr-defined]
        if student is None:
            return None
        if request.headers.get(SEAT_HEADER, str(student.pk)) != str(student.pk):
            raise OtherSeat()
        return student, None


def csrf_fault(request: HttpRequest) -> str | None:
    """Why the request may come from another site's page; None of one from ours."""
    check = CSRFCheck(lambda _: HttpResponse())
    check.process_request(request)
    reason = check.process_view(request, lambda _: HttpResponse(), (), {})
    return str(reason) if reason else None


class SeatScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """How the schema describes the seat."""

    target_class = SeatAuthentication
    name = "seat"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "apiKey", "in": "cookie", "name": SEAT_COOKIE}


class HasSeat(permissions.BasePermission):
    message = str(NoSeat())
    code = NoSeat.code

    def has_permission(self, request: Request, view: APIView) -> bool:
        return isinstance(request.user, Student)


def student_of(request: Request) -> Student:
    """The student who asks; call it behind HasSeat."""
    if not isinstance(request.user, Student):
        raise Http404
    return request.user
