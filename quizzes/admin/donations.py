"""Donated handwriting: looked at here, and accepted or rejected. Nothing is learnt from what was not accepted."""

from typing import cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from quizzes.admin.records import RecordAdmin
from quizzes.models import Donation, User
from quizzes.queries.donations import picture_address
from quizzes.services.donations import decide
from quizzes.templatetags.ink import ink


@admin.register(Donation)
class DonationAdmin(RecordAdmin[Donation]):
    """The list shows the samples themselves: that is what is decided on."""

    list_display = ["sample", "text", "read_as", "decision", "format", "given_on", "state"]
    list_display_links = ["text"]
    list_filter = ["state", "format", "decision", "weights", "given_on"]
    list_per_page = 50
    search_fields = ["text", "read_as"]
    search_help_text = "What it was, or what was read"
    date_hierarchy = "given_on"
    actions = ["accept", "reject"]
    fields = [
        "sample",
        "text",
        "read_as",
        "decision",
        "format",
        "weights",
        "segments",
        "given_on",
        "state",
        "decided_by",
        "decided_at",
    ]

    class Media:
        css = {"all": ["css/pages/admin.css"]}

    @admin.display
    def sample(self, donation: Donation) -> SafeString:
        label = f"Given as “{donation.text}”"
        if donation.picture is None:
            return ink(donation.strokes, label)
        return format_html('<img class="ink" src="{}" alt="{}">', picture_address(donation), label)

    @admin.action(description="Accept: may be exported and learnt from", permissions=["decide"])
    def accept(self, request: HttpRequest, donations: QuerySet[Donation]) -> None:
        self._decide(request, donations, Donation.State.ACCEPTED)

    @admin.action(description="Reject: never used", permissions=["decide"])
    def reject(self, request: HttpRequest, donations: QuerySet[Donation]) -> None:
        self._decide(request, donations, Donation.State.REJECTED)

    def has_decide_permission(self, request: HttpRequest) -> bool:
        """Whoever may change donations decides on them; the rows themselves nobody rewrites."""
        return request.user.has_perm("quizzes.change_donation")

    def _decide(self, request: HttpRequest, donations: QuerySet[Donation], state: Donation.State) -> None:
        decided = decide(donations=donations, state=state, administrator=cast("User", request.user))
        self.message_user(request, f"{state.label}: {decided}.")
