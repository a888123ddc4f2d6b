"""Teachers' accounts."""

from django.db import IntegrityError, transaction
from django.http import HttpRequest

from quizzes.models import User
from quizzes.services.refusals import AddressTaken


def open_account(*, name: str, email: str, password: str) -> User:
    """Raises AddressTaken; the database decides, so of two at once only one is made."""
    try:
        with transaction.atomic():
            return User.objects.create_user(email, password, name=name)
    except IntegrityError as error:
        raise AddressTaken("There is an account with this address.") from error


def change_details(*, user: User, name: str, email: str) -> None:
    """Raises AddressTaken where the address is somebody else's."""
    try:
        with transaction.atomic():
            User.objects.filter(pk=user.pk).update(name=name, email=email)
    except IntegrityError as error:
        raise AddressTaken("There is another account with this address.") from error


def name_tried(request: HttpRequest, credentials: dict[str, str] | None = None) -> str:
    """Under which name django-axes counts a try to sign in: the same in whatever case it was typed."""
    tried = (credentials or request.POST).get("username") or ""
    return tried.strip().lower()[:254]
