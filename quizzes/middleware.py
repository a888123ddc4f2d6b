"""Who is sitting here: `request.seat`, from the seat cookie."""

from collections.abc import Callable
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from quizzes.models import Student
from quizzes.queries.seats import student_by_token

SEAT_COOKIE = "seat"


class Seat:
    """The seat that a browser holds, looked up when it is first asked for."""

    def __init__(self, token: str) -> None:
        self.token = token

    @cached_property
    def student(self) -> Student | None:
        return student_by_token(self.token) if self.token else None


class SeatMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.seat = Seat(request.COOKIES.get(SEAT_COOKIE, ""))  # type: ignore[attr-defined]
        return self.get_response(request)


def give_seat_cookie(response: HttpResponse, token: str) -> None:
    response.set_cookie(
        SEAT_COOKIE,
        token,
        max_age=settings.SEAT_COOKIE_AGE,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def take_seat_cookie(response: HttpResponse) -> None:
    response.delete_cookie(SEAT_COOKIE, samesite="Lax")
