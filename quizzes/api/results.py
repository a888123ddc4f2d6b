"""What a teacher's pages ask for: the results as they change, and corrections."""

from typing import cast
from uuid import UUID

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiResponse, PolymorphicProxySerializer, extend_schema
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from quizzes.api import results_serializers as shapes
from quizzes.api.throttles import THROTTLES
from quizzes.models import Answer, Assignment, User
from quizzes.queries.results import results
from quizzes.rules.marking import Outcome
from quizzes.services.corrections import correct_answer, correct_reading, undo_correction


class TeacherView(APIView):
    """Speaks with browsers in which a teacher is signed in."""

    permission_classes = [IsAuthenticated]
    throttle_classes = THROTTLES
    throttle_scope = "results"


class ResultsView(TeacherView):
    @extend_schema(
        tags=["Results"],
        parameters=[shapes.Since],
        responses=PolymorphicProxySerializer(
            component_name="ResultsOrUnchanged",
            serializers=[shapes.ResultsOut, shapes.Unchanged],
            resource_type_field_name=None,
        ),
    )
    def get(self, request: Request, pk: int) -> Response:
        """The results, or only their version where the asker has them already."""
        asked = shapes.Since(data=request.query_params)
        asked.is_valid(raise_exception=True)
        own = Assignment.objects.visible_to(_teacher(request)).select_related("classroom", "game")
        assignment = get_object_or_404(own, pk=pk)
        if asked.validated_data.get("since") == assignment.version:
            return Response(shapes.Unchanged({"version": assignment.version, "changed": False}).data)
        return Response(shapes.ResultsOut(results(assignment)).data)


class CorrectionView(TeacherView):
    @extend_schema(
        tags=["Results"],
        request=shapes.CorrectionIn,
        responses={
            200: shapes.CorrectedAnswer,
            409: OpenApiResponse(description="The text cannot be marked, or the answer was typed."),
        },
    )
    def post(self, request: Request, pk: UUID) -> Response:
        """Correct a mark or a reading. Every score follows."""
        wanted = shapes.CorrectionIn(data=request.data)
        wanted.is_valid(raise_exception=True)
        answer, given = _own(request, pk), wanted.validated_data
        if "mark" in given:
            mark, text = Outcome(given["mark"]), given.get("text")
            correct_answer(answer=answer, teacher=_teacher(request), mark=mark, reason=given["reason"], text=text)
        else:
            correct_reading(answer=answer, teacher=_teacher(request), text=given["text"], reason=given["reason"])
        return _answer(request, pk)

    @extend_schema(
        tags=["Results"],
        request=None,
        responses={200: shapes.CorrectedAnswer, 409: OpenApiResponse(description="There is no correction to undo.")},
    )
    def delete(self, request: Request, pk: UUID) -> Response:
        """Undo the latest correction that stands."""
        undo_correction(answer=_own(request, pk), teacher=_teacher(request))
        return _answer(request, pk)


def _teacher(request: Request) -> User:
    """Whoever asks behind IsAuthenticated."""
    return cast("User", request.user)


def _own(request: Request, pk: UUID) -> Answer:
    return get_object_or_404(Answer.objects.visible_to(_teacher(request)).select_related("question"), pk=pk)


def _answer(request: Request, pk: UUID) -> Response:
    answer = Answer.objects.visible_to(_teacher(request)).prefetch_related("corrections__teacher").get(pk=pk)
    return Response(shapes.CorrectedAnswer(answer).data)
