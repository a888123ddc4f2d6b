"""Every refusal of the API is one sentence for a person and one word for a program."""

from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import Http404
from django.http.multipartparser import MultiPartParserError
from rest_framework import exceptions, status
from rest_framework.response import Response
from rest_framework.views import exception_handler

from quizzes.rules import refusals as rules
from quizzes.services import refusals
from quizzes.services.codes import TEN_MINUTES

STATUS: dict[type[refusals.Refused], int] = {
    refusals.AnswerConflict: status.HTTP_422_UNPROCESSABLE_ENTITY,
    refusals.NoSeat: status.HTTP_403_FORBIDDEN,
    refusals.NotHere: status.HTTP_404_NOT_FOUND,
    refusals.SeatLocked: status.HTTP_403_FORBIDDEN,
    refusals.WrongPin: status.HTTP_403_FORBIDDEN,
    refusals.TooManyMisses: status.HTTP_429_TOO_MANY_REQUESTS,
}


def sentence(exc: Exception, context: dict[str, Any]) -> Response | None:
    """`{"detail": sentence, "code": word}`, with DRF's headers (Retry-After) kept."""
    if isinstance(exc, refusals.Refused):
        headers = {"Retry-After": str(TEN_MINUTES)} if isinstance(exc, refusals.TooManyMisses) else None
        told = {"detail": str(exc), "code": exc.code}
        return Response(told, status=STATUS.get(type(exc), status.HTTP_409_CONFLICT), headers=headers)
    if isinstance(exc, rules.Refused):
        return Response({"detail": exc.sentence, "code": "refused"}, status=status.HTTP_400_BAD_REQUEST)
    if isinstance(exc, SuspiciousOperation):  # Django's own limits on forms
        told = {"detail": "That is more than can be sent at once.", "code": "too_large"}
        return Response(told, status=status.HTTP_413_REQUEST_ENTITY_TOO_LARGE)
    if isinstance(exc, MultiPartParserError):  # met where the form's CSRF token is looked for, before any parser of DRF
        exc = exceptions.ParseError("This form is broken: it does not say where its fields end.")
    if isinstance(exc, Http404):  # Django's words are for those who know its models
        exc = exceptions.NotFound("This is no longer here.")
    response = exception_handler(exc, context)
    if response is None:
        return None
    if isinstance(exc, exceptions.Throttled):
        wait = int(getattr(exc, "wait", None) or 0) + 1
        response.data = {"detail": f"That was very fast. Try again in {wait} seconds.", "code": "throttled"}
    elif isinstance(exc, exceptions.ValidationError):
        response.data = {"detail": _first(exc.detail), "code": "malformed"}
    else:
        detail = response.data.get("detail", "")
        response.data = {"detail": str(detail), "code": getattr(detail, "code", "error")}
    return response


def _first(detail: Any, field: str = "") -> str:
    """The first complaint, with the name of its field."""
    if isinstance(detail, dict):
        key, value = next(iter(detail.items()))
        return _first(value, "" if key == "non_field_errors" else str(key))
    if isinstance(detail, list):
        return _first(next((item for item in detail if item), ""), field)
    return f"{field}: {detail}" if field else str(detail)
