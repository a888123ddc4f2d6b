"""From the code on the board to a seat: the code, the name, three pictures; or a guest's name in a live game."""

import random
import time
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from quizzes.forms.join import CodeForm, Taps, read_taps
from quizzes.middleware import give_seat_cookie
from quizzes.models import Assignment, LiveGame, Student
from quizzes.queries.seats import Door, guest_names, seat_choices
from quizzes.rules import pictures
from quizzes.rules.game.guest_names import suggest
from quizzes.services.budgets import address_of
from quizzes.services.refusals import NoGuestSeat, SeatLocked, TooManyMisses, WrongPin
from quizzes.services.seats import take_guest_seat, take_seat
from quizzes.views.seats import address, seat_of, wanted_assignment
from quizzes.views.throttles import HOUR, at_most

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
    view: Callable[Concatenate[HttpRequest, Door, P], HttpResponse],
) -> Callable[..., HttpResponse]:
    """Hands the open door to the view. An address with an unknown code is a miss like a typed one."""

    @wraps(view)
    def opened(request: HttpRequest, code: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        found = _opened(request, {"code": code}, otherwise=404)
        if isinstance(found, HttpResponse):
            return found
        if found.is_shut:
            return render(request, "join/over.html", {"here": _sitting_here(request, found)}, status=410)
        return view(request, found, *args, **kwargs)

    return never_cache(opened)


@opened_by_code
def classroom(request: HttpRequest, door: Door) -> HttpResponse:
    """The names of the class, to pick one's own from; and the way back in for who sits here already.

    By the code of a live game, whoever sits in its class is in the game at once.
    """
    going_to = _going_to(request, door)
    here = _sitting_here(request, door)
    if here and door.game:
        return redirect(_onward(here, going_to))
    choices = seat_choices(door.classroom)
    context = {
        "door": door,
        "choices": [(choice, address("join-seat", door.code, choice.id, going_to=going_to)) for choice in choices],
        "any_locked": any(choice.locked for choice in choices),
        "guests": door.game is not None and door.game.value.settings.guests,
        "here": here,
        "onward": _onward(here, going_to) if here else "",
    }
    return render(request, "join/classroom.html", context)


@at_most(600, per=HOUR, within="guests")
@opened_by_code
def guest(request: HttpRequest, door: Door) -> HttpResponse:
    """Names to choose from, for somebody who is not on the list. None is ever typed."""
    if door.game is None:
        raise Http404
    here = _sitting_here(request, door)
    if here:
        return redirect(_onward(here, door.game.assignment_id))
    problem = ""
    if request.method == "POST":
        try:
            return _sit_down_as_guest(request, door.game, request.POST.get("name", ""))
        except NoGuestSeat as refusal:
            problem = str(refusal)
    names = suggest(guest_names(door.game), random.SystemRandom()) if door.game.value.settings.guests else ()
    names_url = reverse("join-classroom", args=[door.code])
    return render(
        request, "join/guest.html", {"door": door, "names": names, "names_url": names_url, "problem": problem}
    )


@opened_by_code
def seat(request: HttpRequest, door: Door, student: int) -> HttpResponse:
    """Three pictures. The first time they are chosen, and tapped once more to be sure."""
    sitter = get_object_or_404(door.classroom.students.seated(), pk=student)
    context = {
        "classroom": door.classroom,
        "label": next(choice.label for choice in seat_choices(door.classroom) if choice.id == student),
        "names_url": address("join-classroom", door.code, going_to=wanted_assignment(request)),
    }
    if sitter.locked_at is not None:
        return render(request, "join/locked.html", context)
    taps = read_taps(request.POST, choosing=not sitter.pin_hash)
    if taps.complete:
        try:
            return _sit_down(request, sitter, taps, _going_to(request, door))
        except SeatLocked:
            return redirect(request.get_full_path())
        except WrongPin as wrong:
            taps = Taps(problem=str(wrong))
    return render(request, "join/seat.html", context | _pin_page(taps, choosing=not sitter.pin_hash))


def _sit_down(request: HttpRequest, sitter: Student, taps: Taps, going_to: int | None) -> HttpResponse:
    """Raises WrongPin and SeatLocked. Whoever held a seat in this browser before has left it."""
    token = take_seat(student=sitter, pin=taps.pin, instead_of=seat_of(request).token)
    return _seated(request, token, _onward(sitter, going_to))


def _sit_down_as_guest(request: HttpRequest, game: LiveGame, name: str) -> HttpResponse:
    """Raises NoGuestSeat."""
    token = take_guest_seat(game=game, name=name, instead_of=seat_of(request).token)
    return _seated(request, token, reverse("play-question", args=[game.assignment_id]))


def _seated(request: HttpRequest, token: str, onward: str) -> HttpResponse:
    request.session.cycle_key()
    response = redirect(onward)
    give_seat_cookie(response, token)
    return response


def _sitting_here(request: HttpRequest, door: Door) -> Student | None:
    """Whoever sits in this browser, in the class that the code opens: a guest, only in the guest's own game."""
    here = seat_of(request).student
    if here is None or here.classroom_id != door.classroom.pk:
        return None
    is_guest_elsewhere = here.guest_in_id is not None and (
        door.game is None or door.game.assignment_id != here.guest_in_id
    )
    return None if is_guest_elsewhere else here


def _going_to(request: HttpRequest, door: Door) -> int | None:
    """Where the child wants to be: in the assignment of the link, or in the live game that the class plays now."""
    if door.game is not None:
        return door.game.assignment_id
    wanted = wanted_assignment(request)
    return door.running.assignment_id if wanted is None and door.running else wanted


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


def _opened(request: HttpRequest, typed: Mapping[str, str], *, otherwise: int) -> Door | HttpResponse:
    """The door that the code opens, or the page with the code still in its field.

    Misses make the browser pause, then its address.
    """
    if len(_recent_misses(request)) >= MISSES_ALLOWED:
        return _pause(request)
    form = CodeForm(typed, address=address_of(request))
    try:
        if form.is_valid():
            return cast("Door", form.cleaned_data["code"])
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
