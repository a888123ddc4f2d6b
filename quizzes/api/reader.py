"""A reading with what led to it, of ink or of a picture."""

from typing import Any

from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.parsers import MultiPartParser
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response

from quizzes.api import reader_serializers as shapes
from quizzes.api.pictures import PictureIn
from quizzes.api.serializers import ReadRequest, TooMuchInk
from quizzes.api.students import StudentView
from quizzes.services.explaining import explain_ink, explain_picture
from quizzes.services.reading import UnknownFormat
from recognizer.picture import PictureRefused

TOO_LARGE = {413: OpenApiResponse(description="Too much ink, or too large a picture.")}


class ReaderView(StudentView):
    """Open to anybody. What the reader cannot take is refused with its sentence."""

    permission_classes = [AllowAny]

    def handle_exception(self, exc: Exception) -> Response:
        if isinstance(exc, UnknownFormat):
            exc = ValidationError(str(exc))
        elif isinstance(exc, PictureRefused):
            exc = (TooMuchInk if exc.too_large else ValidationError)(str(exc))
        return super().handle_exception(exc)


class ExplainView(ReaderView):
    throttle_scope = "read"

    @extend_schema(tags=["Reading"], request=ReadRequest, responses={200: shapes.ExplanationOut} | TOO_LARGE)
    def post(self, request: Request) -> Response:
        """Read ink, and tell what led to the reading. Nothing is stored."""
        wanted = wanted_of(ReadRequest, request)
        explained = explain_ink(**wanted)
        return Response(shapes.ExplanationOut(shapes.explanation_of(explained)).data)


class ExplainPictureView(ReaderView):
    parser_classes = [MultiPartParser]
    throttle_scope = "picture"

    @extend_schema(
        tags=["Reading"],
        request={"multipart/form-data": PictureIn},
        responses={200: shapes.ExplanationOut} | TOO_LARGE,
    )
    def post(self, request: Request) -> Response:
        """Read a picture, and tell what led to the reading. Nothing is stored."""
        wanted = wanted_of(PictureIn, request)
        explained = explain_picture(data=wanted["picture"].read(), format=wanted["format"])
        return Response(shapes.ExplanationOut(shapes.explanation_of(explained)).data)


def wanted_of(shape: type[serializers.Serializer[Any]], request: Request) -> dict[str, Any]:
    wanted = shape(data=request.data)
    wanted.is_valid(raise_exception=True)
    return dict(wanted.validated_data)
