"""Taking a seat in a classroom, and leaving it."""

import secrets
from collections.abc import Sequence
from functools import partial

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from quizzes.models import LiveGame, SeatToken, Student
from quizzes.queries.seats import oldest_seat, token_digest
from quizzes.rules import pictures
from quizzes.rules.game.guest_names import is_guest_name
from quizzes.services import hints
from quizzes.services.games import remove
from quizzes.services.refusals import NoGuestSeat, SeatLocked, WrongPin

MOST_GUESTS = 60
"""Of one game, those who left with them."""


def take_seat(*, student: Student, pin: Sequence[str], instead_of: str = "") -> str:
    """The token of a seat taken with three pictures; the first time, they become the PIN.

    `instead_of` is the token that the browser held before: a new one is made each time, and the old one is left.
    Raises PinRefused (not three pictures), WrongPin (which says how many tries are left) and SeatLocked. The count
    of wrong tries is kept though the request fails: it is committed before the refusal is raised.
    """
    chosen = pictures.read_pin(pin)
    with transaction.atomic():
        seat = Student.objects.select_for_update().seated().get(pk=student.pk)
        refusal = _try_pin(seat, chosen)
        seat.save(update_fields=["pin_hash", "wrong_pins", "locked_at"])
        if refusal is None:
            seat.tokens.filter(created_at__lte=oldest_seat()).delete()
            return _hold(seat, instead_of)
    raise refusal


def take_guest_seat(*, game: LiveGame, name: str, instead_of: str = "") -> str:
    """The token of a guest's seat in a live game, under one of the names that the site made up.

    No PIN leads back to it. `instead_of` is as in take_seat. Raises NoGuestSeat, which says what to do.
    """
    with transaction.atomic():
        locked = LiveGame.objects.select_for_update(of=("self",)).select_related("assignment").get(pk=game.pk)
        _require_guests(locked)
        if not is_guest_name(name):
            raise NoGuestSeat("Choose one of the names on the page.")
        try:
            with transaction.atomic():
                guest = Student.objects.create(
                    classroom_id=locked.assignment.classroom_id, guest_in=locked.assignment, name=name
                )
        except IntegrityError:
            raise NoGuestSeat(f"Somebody was faster: {name} is taken. Choose another name.") from None
        return _hold(guest, instead_of)


def _require_guests(game: LiveGame) -> None:
    value = game.value
    if value.is_over:
        raise NoGuestSeat("This game is over.")
    if not value.settings.guests:
        raise NoGuestSeat("This game is for the class alone. Ask your teacher to put your name on the list.")
    if value.locked:
        raise NoGuestSeat("The doors of this game are shut. Ask your teacher to open them.")
    if Student.objects.filter(guest_in=game.assignment_id).count() >= MOST_GUESTS:
        raise NoGuestSeat("This game is full: there is no room for another guest. Ask your teacher.")


def _hold(seat: Student, instead_of: str) -> str:
    leave_seat(token=instead_of)
    token = secrets.token_urlsafe(32)
    SeatToken.objects.create(student=seat, digest=token_digest(token))
    return token


def _try_pin(seat: Student, pin: pictures.Pin) -> WrongPin | SeatLocked | None:
    if seat.locked_at is not None:
        return SeatLocked("This seat is locked. Ask your teacher to unlock it.")
    digest = _pin_hash(seat, pin)
    if not seat.pin_hash:
        seat.pin_hash = digest
    if constant_time_compare(seat.pin_hash, digest):
        seat.wrong_pins = 0
        return None
    seat.wrong_pins += 1
    left = pictures.PIN_TRIES - seat.wrong_pins
    if left > 0:
        return WrongPin(f"Those are not your pictures. {left} {'try' if left == 1 else 'tries'} left.")
    seat.locked_at = timezone.now()
    return SeatLocked("Those were not your pictures either. The seat is locked: ask your teacher to unlock it.")


def _pin_hash(seat: Student, pin: pictures.Pin) -> str:
    """Keyed with SECRET_KEY: three of twelve pictures are too few for a slow hash to protect without a key."""
    return salted_hmac(f"picture-pin:{seat.pk}", pictures.pin_text(pin), algorithm="sha256").hexdigest()


def leave_seat(*, token: str) -> None:
    """Puts one browser out of its seat, and every page of a live game that this student has open.

    Nothing leads back to a guest's seat: it is given up, with the place in the game. What was answered is kept.
    """
    held = SeatToken.objects.filter(digest=token_digest(token)).select_related("student").first()
    if held is None:
        return
    with transaction.atomic():
        if held.student.guest_in_id is not None:
            Student.objects.filter(pk=held.student_id).update(removed_at=timezone.now())
            leave_games(student=held.student)
        held.delete()
        put_out(student=held.student_id)


def put_out(*, student: int) -> None:
    """Tells the pages of live games that this student has open, once it is kept."""
    transaction.on_commit(partial(hints.tell_gone, student=student))


def leave_games(*, student: Student) -> None:
    """Takes the student out of the games that run: nobody waits for an answer of theirs any more."""
    for game in LiveGame.objects.running().filter(assignment__classroom=student.classroom_id):
        if game.value.player(student.pk) is not None:
            remove(game=game, student=student)


def unlock_seat(*, student: Student) -> None:
    Student.objects.filter(pk=student.pk).update(locked_at=None, wrong_pins=0)


def reset_pin(*, student: Student) -> None:
    """The next person to take the seat chooses a new PIN; browsers that held it are put out."""
    with transaction.atomic():
        Student.objects.filter(pk=student.pk).update(pin_hash="", locked_at=None, wrong_pins=0)
        SeatToken.objects.filter(student=student).delete()
        put_out(student=student.pk)
