"""Having a picture of ink read."""

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse, extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.parsers import MultiPartParser
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response

from quizzes.api.serializers import ReadingOut, TooMuchInk
from quizzes.api.students import StudentView
from quizzes.services.pictures import read_picture
from quizzes.services.reading import UnknownFormat
from recognizer.picture import PictureRefused


@extend_schema_field(OpenApiTypes.BINARY)
class PictureField(serializers.FileField):
    """The bytes of a picture, which the reader opens or refuses."""


class PictureIn(serializers.Serializer[Any]):
    """One line of ink as a PNG or JPEG, light on dark or dark on light."""

    picture = PictureField()
    format = serializers.CharField(max_length=20, default="whole")


class PictureView(StudentView):
    permission_classes = [AllowAny]
    parser_classes = [MultiPartParser]
    throttle_scope = "picture"

    @extend_schema(
        tags=["Reading"],
        request={"multipart/form-data": PictureIn},
        responses={200: ReadingOut, 413: OpenApiResponse(description="Too large a file, or too many pixels.")},
    )
    def post(self, request: Request) -> Response:
        """Read a picture of ink. Boxes are in its pixels, and a glyph's strokes are parts of it. Nothing is stored."""
        wanted = PictureIn(data=request.data)
        wanted.is_valid(raise_exception=True)
        sent = wanted.validated_data
        try:
            reading = read_picture(data=sent["picture"].read(), format=sent["format"])
        except UnknownFormat as unknown:
            raise ValidationError(str(unknown)) from unknown
        except PictureRefused as refused:
            raise (TooMuchInk if refused.too_large else ValidationError)(str(refused)) from refused
        return Response(reading.to_json())
