"""Keeping an answer of a led game, where a server has no quicker way (`quizzes.live.intake` has one)."""

from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from quizzes.api import serializers as shapes
from quizzes.api.games_serializers import KeptOut
from quizzes.api.seat import student_of
from quizzes.api.students import MADE_FOR, StudentView
from quizzes.services.intake import Arrival, keep, settle_these
from quizzes.services.refusals import Refused


@extend_schema(parameters=[MADE_FOR])
class KeepingView(StudentView):
    throttle_scope = "answer"

    @extend_schema(
        tags=["Live games"],
        request=shapes.AnswerIn,
        responses={
            201: KeptOut,
            200: OpenApiResponse(KeptOut, description="The same answer again."),
            404: OpenApiResponse(description="No such game, or the question has not been asked."),
            409: OpenApiResponse(description="The question is done, or somebody else sits here."),
            413: OpenApiResponse(description="Too much ink."),
            422: OpenApiResponse(description="The same id with another content."),
        },
    )
    def post(self, request: Request, pk: int) -> Response:
        """Send an answer to a game that the teacher leads. What is acknowledged is kept; the mark comes later."""
        student = student_of(request)
        wanted = shapes.AnswerIn(data=request.data)
        wanted.is_valid(raise_exception=True)
        token = request._request.seat.token  # type: ignore[attr-defined]
        [outcome] = keep([Arrival(token, pk, wanted.to_submission(), seat=student.pk)])
        if isinstance(outcome, Refused):
            raise outcome
        settle_these([outcome.id])
        code = status.HTTP_200_OK if outcome.repeated else status.HTTP_201_CREATED
        return Response(KeptOut(outcome).data, status=code)
