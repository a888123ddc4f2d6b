"""Handwriting that visitors gave to make the reader better. It belongs to no person, seat or school."""

from django.db import models
from django.db.models import Q

from quizzes.models.people import User


class DonationQuerySet(models.QuerySet["Donation"]):
    def waiting(self) -> "DonationQuerySet":
        return self.filter(state=Donation.State.NEW)

    def accepted(self) -> "DonationQuerySet":
        return self.filter(state=Donation.State.ACCEPTED)


class Donation(models.Model):
    """A sample of ink or a picture, what the reader made of it, and what it was by the word of whoever wrote it.

    Of the giver nothing is kept: no name, no address, no time of day. Nothing is learnt from a sample before an
    administrator has looked at it.
    """

    class State(models.TextChoices):
        NEW = "new", "New"
        ACCEPTED = "accepted", "Accepted"
        REJECTED = "rejected", "Rejected"

    strokes = models.JSONField(null=True, blank=True)
    picture = models.BinaryField(null=True, blank=True, help_text="A PNG in grey, drawn anew from what was sent.")
    format = models.CharField(max_length=20)
    read_as = models.CharField(max_length=200, blank=True, help_text="Empty where it was unread.")
    decision = models.CharField(max_length=6, choices=[(word, word) for word in ("sure", "ask", "unread")])
    weights = models.CharField(max_length=40, help_text="Version of the weights that read it.")
    text = models.CharField(max_length=200, help_text="What it was, in canonical text.")
    segments = models.JSONField(
        null=True,
        blank=True,
        help_text="[{label, strokes}, …] where the giver named each glyph.",
    )
    given_on = models.DateField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.NEW)
    decided_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    digest = models.CharField(max_length=64, unique=True, editable=False, help_text="Of the sample: none comes twice.")
    removal_digest = models.CharField(max_length=64, unique=True, editable=False)

    objects = DonationQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(strokes__isnull=False, picture__isnull=True)
                | Q(strokes__isnull=True, picture__isnull=False),
                name="a_donation_is_ink_or_a_picture",
            ),
            models.CheckConstraint(
                condition=Q(state="new", decided_at__isnull=True) | ~Q(state="new") & Q(decided_at__isnull=False),
                name="a_donation_is_new_until_somebody_decides",
            ),
        ]

    def __str__(self) -> str:
        return f"donation {self.pk}"
