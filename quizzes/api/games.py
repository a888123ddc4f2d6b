"""What the pages of a live game ask for: a player's, and the host's."""

from typing import cast

from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import OpenApiResponse, PolymorphicProxySerializer, extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from quizzes.api import games_serializers as shapes
from quizzes.api.results import TeacherView
from quizzes.api.seat import student_of
from quizzes.api.students import MADE_FOR, StudentView
from quizzes.models import AskedQuestion, LiveGame, Student, User
from quizzes.queries.game_host import host_of, host_version, removed_from
from quizzes.queries.game_play import play_of
from quizzes.queries.games import games_of
from quizzes.services.games import act, current, let_back_in, remove, rename
from quizzes.services.intake import look_after

_PLAY, _HOST = shapes.PlayOut(), shapes.HostOut()
"""Made once: to copy their fields takes a quarter of the time of a reply, and at the reveal a whole class asks."""


@extend_schema(parameters=[MADE_FOR])
class PlayView(StudentView):
    throttle_scope = "game"

    @extend_schema(
        tags=["Live games"],
        parameters=[shapes.SinceVersion],
        responses=PolymorphicProxySerializer(
            component_name="PlayOrSame",
            serializers=[shapes.PlayOut, shapes.SameVersion],
            resource_type_field_name=None,
        ),
    )
    def get(self, request: Request, pk: int) -> Response:
        """How the game stands for the player, or only its version where the asker has it already."""
        student, since = student_of(request), _since(request)
        game = current(game=get_object_or_404(games_of(student), pk=pk))
        player = game.value.player(student.pk)
        if player is None:
            raise NotFound("You are not in this game. Open it from your own page.")
        look_after()
        view = play_of(game, player, _now(), since)
        if view is None:
            return _same(since)
        return Response(_PLAY.to_representation(view))


class LeadingView(TeacherView):
    throttle_scope = "game"

    def handle_exception(self, exc: Exception) -> Response:
        """What was deleted after it was looked up is not found, as if it had been deleted before."""
        gone = isinstance(exc, (LiveGame.DoesNotExist, AskedQuestion.DoesNotExist))
        return super().handle_exception(NotFound("This game is no longer here.") if gone else exc)


class HostView(LeadingView):
    @extend_schema(
        tags=["Live games"],
        parameters=[shapes.SinceVersion],
        responses=PolymorphicProxySerializer(
            component_name="HostOrSame",
            serializers=[shapes.HostOut, shapes.SameVersion],
            resource_type_field_name=None,
        ),
    )
    def get(self, request: Request, pk: int) -> Response:
        """The whole game as its teacher may see it, or only its version."""
        since, game = _since(request), current(game=_own(request, pk))
        look_after()
        return _same(since) if host_version(game) == since else _host(game)


class ActsView(LeadingView):
    @extend_schema(tags=["Live games"], request=shapes.ActIn, responses=shapes.HostOut)
    def post(self, request: Request, pk: int) -> Response:
        """Lead the game. With a version that is no longer the game's, nothing happens: it was a second tap."""
        wanted = shapes.ActIn(data=request.data)
        wanted.is_valid(raise_exception=True)
        event = shapes.ACTS[wanted.validated_data["act"]]
        return _host(act(game=_own(request, pk), event=event, version=wanted.validated_data["version"]))


class PlayersView(LeadingView):
    @extend_schema(
        tags=["Live games"],
        request=shapes.PlayerIn,
        responses={200: shapes.HostOut, 409: OpenApiResponse(description="Another guest has the name.")},
    )
    def patch(self, request: Request, pk: int, student: int) -> Response:
        """Another name in this game."""
        wanted = shapes.PlayerIn(data=request.data)
        wanted.is_valid(raise_exception=True)
        game = _own(request, pk)
        return _host(rename(game=game, student=_player(game, student), name=wanted.validated_data["name"]))

    @extend_schema(tags=["Live games"], responses=shapes.HostOut)
    def delete(self, request: Request, pk: int, student: int) -> Response:
        """Out of the game, until let back in; what was answered is kept."""
        game = _own(request, pk)
        return _host(remove(game=game, student=_player(game, student)))

    @extend_schema(tags=["Live games"], request=None, responses=shapes.HostOut)
    def put(self, request: Request, pk: int, student: int) -> Response:
        """Lets a player who was removed back in, also where the doors are shut."""
        game = _own(request, pk)
        if game.value.player(student) is None and all(player.id != student for player in removed_from(game.value)):
            raise NotFound("Nobody of that name was in this game.")
        return _host(let_back_in(game=game, student=_student(game, student)))


def _own(request: Request, pk: int) -> LiveGame:
    own = LiveGame.objects.visible_to(cast("User", request.user)).select_related("assignment__classroom")
    return get_object_or_404(own, pk=pk)


def _player(game: LiveGame, student: int) -> Student:
    if game.value.player(student) is None:
        raise NotFound("Nobody of that name plays here any more.")
    return _student(game, student)


def _student(game: LiveGame, student: int) -> Student:
    return get_object_or_404(Student, pk=student, classroom=game.assignment.classroom_id)


def _since(request: Request) -> str:
    asked = shapes.SinceVersion(data=request.query_params)
    asked.is_valid(raise_exception=True)
    return str(asked.validated_data["since"])


def _host(game: LiveGame) -> Response:
    return Response(_HOST.to_representation(host_of(game, _now())))


def _same(version: str) -> Response:
    return Response(shapes.SameVersion({"version": version, "changed": False}).data)


def _now() -> float:
    return timezone.now().timestamp()
