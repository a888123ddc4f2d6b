"""Taking a seat in a classroom, and leaving it."""

import secrets
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from quizzes.models import SeatToken, Student
from quizzes.queries.seats import oldest_seat, token_digest
from quizzes.rules import pictures
from quizzes.services.refusals import SeatLocked, WrongPin


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
            leave_seat(token=instead_of)
            seat.tokens.filter(created_at__lte=oldest_seat()).delete()
            token = secrets.token_urlsafe(32)
            SeatToken.objects.create(student=seat, digest=token_digest(token))
            return token
    raise refusal


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
    SeatToken.objects.filter(digest=token_digest(token)).delete()


def unlock_seat(*, student: Student) -> None:
    Student.objects.filter(pk=student.pk).update(locked_at=None, wrong_pins=0)


def reset_pin(*, student: Student) -> None:
    """The next person to take the seat chooses a new PIN; browsers that held it are put out."""
    with transaction.atomic():
        Student.objects.filter(pk=student.pk).update(pin_hash="", locked_at=None, wrong_pins=0)
        SeatToken.objects.filter(student=student).delete()
