"""Giving samples of handwriting."""

from typing import Any

from django.urls import reverse
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers, status
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from quizzes.api.pictures import PictureField
from quizzes.api.reader import TOO_LARGE, ReaderView, wanted_of
from quizzes.api.serializers import MOST_TYPED, StrokesField
from quizzes.api.throttles import PerPlace
from quizzes.services.donations import give_ink, give_picture


class Agreed(serializers.Serializer[Any]):
    """What goes with every sample that is given: what it was, and that its writer agrees."""

    format = serializers.CharField(max_length=20)
    text = serializers.CharField(max_length=MOST_TYPED)
    agreed = serializers.BooleanField(write_only=True)

    def validate_agreed(self, agreed: bool) -> bool:
        if not agreed:
            raise serializers.ValidationError("A sample is kept only where its writer agrees.")
        return agreed

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in attrs.items() if name != "agreed"}


class InkDonation(Agreed):
    """Ink. `labels` name each glyph of the reading in turn, where its writer looked at them."""

    strokes = StrokesField()
    labels = serializers.ListField(child=serializers.CharField(max_length=5), allow_null=True, default=None)

    def validate_strokes(self, strokes: list[Any]) -> list[Any]:
        if not strokes:
            raise serializers.ValidationError("The sheet is empty: write something first.")
        return strokes


class PictureDonation(Agreed):
    """One line of ink as a PNG or JPEG."""

    picture = PictureField()


class DonationOut(serializers.Serializer[Any]):
    """The address of the page that takes the sample back. It is told once."""

    removal = serializers.CharField()


GIVEN = {
    201: DonationOut,
    409: OpenApiResponse(description="It was given before, its text does not fit, or there are enough samples."),
} | TOO_LARGE


class GivingView(ReaderView):
    throttle_classes = [PerPlace]
    throttle_scope = "donation"

    def given(self, request: Request, token: str) -> Response:
        address = request.build_absolute_uri(reverse("donation-removal", args=[token]))
        return Response({"removal": address}, status=status.HTTP_201_CREATED)


class DonationsView(GivingView):
    @extend_schema(tags=["Reading"], request=InkDonation, responses=GIVEN)
    def post(self, request: Request) -> Response:
        """Give ink, with what it was, to make the reader better. Nothing is kept of who gave it."""
        return self.given(request, give_ink(**wanted_of(InkDonation, request)))


class PictureDonationsView(GivingView):
    parser_classes = [MultiPartParser]

    @extend_schema(tags=["Reading"], request={"multipart/form-data": PictureDonation}, responses=GIVEN)
    def post(self, request: Request) -> Response:
        """Give a picture, with what it was. It is drawn anew: nothing is kept but what can be seen."""
        wanted = wanted_of(PictureDonation, request)
        return self.given(request, give_picture(data=wanted.pop("picture").read(), **wanted))
