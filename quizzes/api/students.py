"""What students' devices ask for."""

from typing import Any
from uuid import UUID

from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import status
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from quizzes.api import serializers as shapes
from quizzes.api.seat import SEAT_HEADER, HasSeat, SeatAuthentication, student_of
from quizzes.api.throttles import THROTTLES
from quizzes.middleware import give_seat_cookie, take_seat_cookie
from quizzes.models import Answer, AskedQuestion, Assignment, LiveGame, Sitting, Student
from quizzes.queries.revealing import shown
from quizzes.queries.seats import Door, running_game, seat_choices
from quizzes.services.answers import Receipt, confirm_answer, submit_answer
from quizzes.services.budgets import address_of
from quizzes.services.codes import open_door
from quizzes.services.reading import UnknownFormat, read_sheet
from quizzes.services.seats import leave_seat, take_seat
from quizzes.services.sittings import open_sitting

MADE_FOR = OpenApiParameter(
    SEAT_HEADER,
    int,
    OpenApiParameter.HEADER,
    description="The student that the page was made for; 409 where somebody else sits here by now. Optional.",
)


class StudentView(APIView):
    """Speaks with browsers that hold a seat, or are about to."""

    authentication_classes = [SeatAuthentication]
    permission_classes = [HasSeat]
    throttle_classes = THROTTLES

    def handle_exception(self, exc: Exception) -> Response:
        """What was deleted after it was looked up is not found, as if it had been deleted before."""
        if isinstance(exc, _GONE):
            exc = NotFound("This is no longer here.")
        return super().handle_exception(exc)


class ReadView(StudentView):
    permission_classes = [AllowAny]
    throttle_scope = "read"

    @extend_schema(tags=["Reading"], request=shapes.ReadRequest, responses=shapes.ReadingOut)
    def post(self, request: Request) -> Response:
        """Read ink. Nothing is stored, and the reader is told nothing but the format."""
        wanted = shapes.ReadRequest(data=request.data)
        wanted.is_valid(raise_exception=True)
        try:
            reading = read_sheet(**wanted.validated_data)
        except UnknownFormat as unknown:
            raise ValidationError(str(unknown)) from unknown
        return Response(reading.to_json())


class ClassroomView(StudentView):
    permission_classes = [AllowAny]
    throttle_scope = "seat"

    @extend_schema(tags=["Seats"], responses=shapes.ClassroomOut)
    def get(self, request: Request, code: str) -> Response:
        """The classroom that a code opens, its own or that of its live game, and the names to choose from."""
        classroom = _opened(request, code).classroom
        data = {
            "name": classroom.name,
            "emblem": classroom.emblem,
            "code": classroom.code,
            "seats": seat_choices(classroom),
        }
        return Response(shapes.ClassroomOut(data).data)


@extend_schema(parameters=[MADE_FOR])
class SeatView(StudentView):
    throttle_scope = "seat"

    def get_permissions(self) -> list[Any]:
        return [AllowAny()] if self.request.method == "POST" else [HasSeat()]

    @extend_schema(tags=["Seats"], responses=shapes.SeatOut)
    def get(self, request: Request) -> Response:
        """Who sits here, and what there is to do."""
        return Response(_seat(student_of(request)))

    @extend_schema(tags=["Seats"], request=shapes.TakeSeat, responses={201: shapes.SeatOut})
    def post(self, request: Request) -> Response:
        """Take a seat with three pictures; the first time, they become the PIN. Sets the seat's cookie."""
        wanted = shapes.TakeSeat(data=request.data)
        wanted.is_valid(raise_exception=True)
        classroom = _opened(request, wanted.validated_data["code"]).classroom
        student = get_object_or_404(classroom.students.seated(), pk=wanted.validated_data["student"])
        held = request._request.seat.token  # type: ignore[attr-defined]
        token = take_seat(student=student, pin=wanted.validated_data["pin"], instead_of=held)
        response = Response(_seat(student), status=status.HTTP_201_CREATED)
        give_seat_cookie(response, token)
        return response

    @extend_schema(tags=["Seats"], request=shapes.SeatPreferences, responses=shapes.SeatOut)
    def patch(self, request: Request) -> Response:
        """Which hand writes."""
        wanted = shapes.SeatPreferences(data=request.data)
        wanted.is_valid(raise_exception=True)
        student = student_of(request)
        student.left_handed = wanted.validated_data["left_handed"]
        student.save(update_fields=["left_handed"])
        return Response(_seat(student))

    @extend_schema(tags=["Seats"], responses={204: OpenApiResponse(description="The seat is left.")})
    def delete(self, request: Request) -> Response:
        """Leave the seat: "not me"."""
        leave_seat(token=request._request.seat.token)  # type: ignore[attr-defined]
        response = Response(status=status.HTTP_204_NO_CONTENT)
        take_seat_cookie(response)
        return response


@extend_schema(parameters=[MADE_FOR])
class NextView(StudentView):
    throttle_scope = "answer"

    @extend_schema(tags=["Answering"], responses=shapes.NextOut)
    def get(self, request: Request, pk: int) -> Response:
        """The question that comes next, without its answer. The first time, the sitting begins."""
        student = student_of(request)
        state = open_sitting(student=student, assignment=_assignment(student, pk))
        return Response(shapes.NextOut(shapes.next_of(state)).data)


@extend_schema(parameters=[MADE_FOR])
class AnswersView(StudentView):
    throttle_scope = "answer"

    @extend_schema(
        tags=["Answering"],
        request=shapes.AnswerIn,
        responses={
            201: shapes.ReceiptOut,
            200: OpenApiResponse(shapes.ReceiptOut, description="The same answer again: what was stored."),
            409: OpenApiResponse(description="The assignment is closed, or the question is done."),
            413: OpenApiResponse(description="Too much ink."),
            422: OpenApiResponse(description="The same id with another content."),
        },
    )
    def post(self, request: Request, pk: int) -> Response:
        """Send an answer under an id made by the device. Sending it again changes nothing."""
        student = student_of(request)
        assignment = _assignment(student, pk)
        wanted = shapes.AnswerIn(data=request.data)
        wanted.is_valid(raise_exception=True)
        receipt = submit_answer(student=student, assignment=assignment, submission=wanted.to_submission())
        code = status.HTTP_200_OK if receipt.repeated else status.HTTP_201_CREATED
        return Response(_receipt(receipt), status=code)


@extend_schema(parameters=[MADE_FOR])
class ConfirmationView(StudentView):
    throttle_scope = "answer"

    @extend_schema(tags=["Answering"], request=shapes.Confirmation, responses=shapes.ReceiptOut)
    def post(self, request: Request, pk: UUID) -> Response:
        """The child's word on doubtful ink: one of its readings, or "" to leave it to the teacher."""
        wanted = shapes.Confirmation(data=request.data)
        wanted.is_valid(raise_exception=True)
        student = student_of(request)
        answer = get_object_or_404(Answer, pk=pk, sitting__student=student)
        return Response(_receipt(confirm_answer(student=student, answer=answer, text=wanted.validated_data["text"])))


_GONE = (AskedQuestion.DoesNotExist, Sitting.DoesNotExist, Answer.DoesNotExist, LiveGame.DoesNotExist)


def _opened(request: Request, code: str) -> Door:
    door = open_door(code=code, address=address_of(request._request))
    if door.is_shut:
        raise NotFound("This game is over. Ask your teacher for the code of your class.")
    return door


def _assignment(student: Student, pk: int) -> Assignment:
    return get_object_or_404(Assignment.objects.meant_for(student).select_related("game"), pk=pk)


def _seat(student: Student) -> dict[str, Any]:
    open_now = Assignment.objects.meant_for(student).open_at(timezone.now()).filter(game=None)
    running = running_game(student.classroom_id) if student.guest_in_id is None else None
    data = {
        "id": student.pk,
        "name": student.name,
        "classroom": student.classroom.name,
        "left_handed": student.left_handed,
        "assignments": open_now,
        "live": running.assignment if running else None,
    }
    return dict(shapes.SeatOut(data).data)


def _receipt(receipt: Receipt) -> dict[str, Any]:
    data = shapes.receipt_of(shown(receipt.answer, receipt.state), receipt.state)
    return dict(shapes.ReceiptOut(data).data)
