"""From the code on the board to a seat: the code, the name, three pictures."""

import time
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from quizzes.forms.join import CodeForm, Taps, read_taps
from quizzes.middleware import give_seat_cookie
from quizzes.models import Assignment, Classroom, Student
from quizzes.queries.seats import seat_choices
from quizzes.rules import pictures
from quizzes.services.budgets import address_of
from quizzes.services.refusals import SeatLocked, TooManyMisses, WrongPin
from quizzes.services.seats import take_seat
from quizzes.views.seats import address, seat_of, wanted_assignment

P = ParamSpec("P")

MISSES_ALLOWED = 12
MISSES_WITHIN = 60.0  # seconds


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """The code, typed."""
    if request.method != "POST":
        return render(request, "join/code.html", _code_page(request, CodeForm()))
    opened = _opened(request, request.POST, otherwise=200)
    if isinstance(opened, HttpResponse):
        return opened
    return redirect(address("join-classroom", opened.code, going_to=wanted_assignment(request)))


def opened_by_code(
    view: Callable[Concatenate[HttpRequest, Classroom, P], HttpResponse],
) -> Callable[..., HttpResponse]:
    """Hands the classroom to the view. An address with an unknown code is a miss like a typed one."""

    @wraps(view)
    def opened(request: HttpRequest, code: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        found = _opened(request, {"code": code}, otherwise=404)
        return found if isinstance(found, HttpResponse) else view(request, found, *args, **kwargs)

    return never_cache(opened)


@opened_by_code
def classroom(request: HttpRequest, classroom: Classroom) -> HttpResponse:
    """The names of the class, to pick one's own from; and the way back in for who sits here already."""
    going_to = wanted_assignment(request)
    here = seat_of(request).student
    choices = seat_choices(classroom)
    context = {
        "classroom": classroom,
        "choices": [(choice, address("join-seat", classroom.code, choice.id, going_to=going_to)) for choice in choices],
        "any_locked": any(choice.locked for choice in choices),
        "here": here if here and here.classroom_id == classroom.pk else None,
        "onward": _onward(here, going_to) if here else "",
    }
    return render(request, "join/classroom.html", context)


@opened_by_code
def seat(request: HttpRequest, classroom: Classroom, student: int) -> HttpResponse:
    """Three pictures. The first time they are chosen, and tapped once more to be sure."""
    sitter = get_object_or_404(classroom.students.seated(), pk=student)
    context = {
        "classroom": classroom,
        "label": next(choice.label for choice in seat_choices(classroom) if choice.id == student),
        "names_url": address("join-classroom", classroom.code, going_to=wanted_assignment(request)),
    }
    if sitter.locked_at is not None:
        return render(request, "join/locked.html", context)
    taps = read_taps(request.POST, choosing=not sitter.pin_hash)
    if taps.complete:
        try:
            return _sit_down(request, sitter, taps)
        except SeatLocked:
            return redirect(request.get_full_path())
        except WrongPin as wrong:
            taps = Taps(problem=str(wrong))
    return render(request, "join/seat.html", context | _pin_page(taps, choosing=not sitter.pin_hash))


def _sit_down(request: HttpRequest, sitter: Student, taps: Taps) -> HttpResponse:
    """Raises WrongPin and SeatLocked. Whoever held a seat in this browser before has left it."""
    token = take_seat(student=sitter, pin=taps.pin, instead_of=seat_of(request).token)
    request.session.cycle_key()
    response = redirect(_onward(sitter, wanted_assignment(request)))
    give_seat_cookie(response, token)
    return response


def _onward(student: Student, going_to: int | None) -> str:
    """The assignment that the child came for, where it is the child's; else the child's own page."""
    if going_to and Assignment.objects.meant_for(student).filter(pk=going_to).exists():
        return reverse("play-question", args=[going_to])
    return reverse("play")


def _pin_page(taps: Taps, *, choosing: bool) -> dict[str, object]:
    by_code = {picture.code: picture for picture in pictures.PIN_PICTURES}
    places = [by_code[code] for code in taps.pin]
    return {
        "taps": taps,
        "choosing": choosing,
        "places": [*places, *[None] * (pictures.PIN_LENGTH - len(places))],
        "pictures": pictures.PIN_PICTURES,
    }


def _opened(request: HttpRequest, typed: Mapping[str, str], *, otherwise: int) -> Classroom | HttpResponse:
    """The classroom, or the page with the code still in its field. Misses make the browser pause, then its address."""
    if len(_recent_misses(request)) >= MISSES_ALLOWED:
        return _pause(request)
    form = CodeForm(typed, address=address_of(request))
    try:
        if form.is_valid():
            return cast("Classroom", form.cleaned_data["code"])
    except TooManyMisses:
        return _pause(request)
    request.session[_MISSES] = [*_recent_misses(request), time.time()]
    return render(request, "join/code.html", _code_page(request, form), status=otherwise)


def _pause(request: HttpRequest) -> HttpResponse:
    return render(request, "429.html", status=429)


def _recent_misses(request: HttpRequest) -> list[float]:
    since = time.time() - MISSES_WITHIN
    return [moment for moment in request.session.get(_MISSES, []) if moment > since]


def _code_page(request: HttpRequest, form: CodeForm) -> dict[str, object]:
    return {"form": form, "action": address("join", going_to=wanted_assignment(request))}


_MISSES = "missed_codes"
