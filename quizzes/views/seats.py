"""Who sits here and where they were going: what the student's pages share."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from quizzes.middleware import Seat
from quizzes.models import Student

P = ParamSpec("P")


def seat_of(request: HttpRequest) -> Seat:
    """The seat that the middleware found."""
    seat: Seat = request.seat  # type: ignore[attr-defined]
    return seat


def seat_required(
    view: Callable[Concatenate[HttpRequest, Student, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Hands the student to the view; a browser without a seat goes to the code, and keeps where it was going."""

    @wraps(view)
    def seated(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        student = seat_of(request).student
        if student is None:
            return redirect(address("join", going_to=kwargs.get("assignment")))
        return view(request, student, *args, **kwargs)

    return never_cache(seated)


def on_roster(
    view: Callable[Concatenate[HttpRequest, Student, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """As seat_required, for pages that belong to a class: a guest goes to the game that is all there is for a guest."""

    @wraps(view)
    def classmate(request: HttpRequest, student: Student, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if student.guest_in_id is not None:
            return redirect("play-question", student.guest_in_id)
        return view(request, student, *args, **kwargs)

    return seat_required(classmate)


def wanted_assignment(request: HttpRequest) -> int | None:
    """The assignment whose link brought the child here (`?assignment=12`)."""
    wanted = request.GET.get("assignment", "")
    return int(wanted) if wanted.isdecimal() and len(wanted) < _LONGEST_ID else None


def address(name: str, *args: object, going_to: object = None) -> str:
    """The address of a step on the way to a seat, with the assignment to go to afterwards."""
    return reverse(name, args=args, query={"assignment": going_to} if going_to else None)


_LONGEST_ID = 19  # beyond it, no id of a BigAutoField
