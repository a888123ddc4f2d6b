"""The public page that shows how the reader works, and taking back a sample that was given there."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from quizzes.queries.donations import donation_by_token, picture_address
from quizzes.rules.grammar import FORMATS
from quizzes.services.donations import take_back
from quizzes.services.explaining import EXPRESSION
from quizzes.services.reader_card import reader_card
from quizzes.services.reading import READABLE_FORMATS
from recognizer.labels import SYMBOLS


@require_safe
def reader(request: HttpRequest) -> HttpResponse:
    """Draw or drop a picture, and see what is read and why."""
    context = {"formats": _formats(), "card": reader_card(), "read_data": _read_data()}
    return render(request, "read/reader.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def donation_removal(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever has the link may take the sample back; afterwards the link leads nowhere."""
    donation = donation_by_token(token)
    if donation is None:
        raise Http404
    if request.method == "POST":
        take_back(donation=donation)
        messages.success(request, "The sample is deleted. Thank you for having lent it.")
        return redirect("reader")
    return render(request, "read/donation_removal.html", {"donation": donation, "picture": picture_address(donation)})


def _formats() -> list[tuple[str, str]]:
    labels = {name: form.label for name, form in FORMATS.items()} | {EXPRESSION: "A sum"}
    return [(name, labels[name]) for name in READABLE_FORMATS]


def _read_data() -> dict[str, Any]:
    """What the page's script needs to know, for json_script."""
    return {
        "urls": {
            "ink": reverse("api-read-explain"),
            "picture": reverse("api-read-picture-explain"),
            "give_ink": reverse("api-donations"),
            "give_picture": reverse("api-donations-picture"),
        },
        "signs": SYMBOLS,
    }
