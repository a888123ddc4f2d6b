"""The child's own pages: what there is to do, the answering page, the score."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from quizzes.middleware import take_seat_cookie
from quizzes.models import Assignment, LiveGame, Sitting, Student
from quizzes.queries.bests import news_of, own_bests
from quizzes.queries.journey import kept_journey
from quizzes.queries.play import Stage, progress, score_page, stage_of
from quizzes.queries.practice import open_round, stars_of_round, steps_on_offer
from quizzes.queries.rewards import new_parts, outfit_of
from quizzes.queries.seats import running_game
from quizzes.rules.game import Pace
from quizzes.rules.refusals import JoinRefused
from quizzes.services.games import current, join
from quizzes.services.seats import leave_seat
from quizzes.views.seats import on_roster, seat_of, seat_required

NO_ANSWER = UUID(int=0)  # stands in an address where the page puts the answer's own id


def start(request: HttpRequest) -> HttpResponse:
    """The first visit: a pad that reads at once."""
    context = {"student": seat_of(request).student, "start_data": {"urls": {"read": reverse("api-read")}}}
    return render(request, "start.html", context)


@on_roster
def home(request: HttpRequest, student: Student) -> HttpResponse:
    found = progress(student, timezone.now())
    context = {
        "student": student,
        "live": next((item.assignment for item in found if item.stage is Stage.LIVE), None),
        "home_data": {
            "seat": student.pk,
            "urls": {"seat": reverse("api-seat"), "game": reverse("play-question", args=[0])},
        },
        "practice": open_round(student),
        "practises": bool(steps_on_offer(student.classroom_id)),
        "to_do": [item for item in found if item.stage is Stage.OPEN],
        "coming": [item for item in found if item.stage is Stage.COMING],
        "done": [item for item in found if item.stage in {Stage.FINISHED, Stage.CLOSED}],
        "journey": kept_journey(student.classroom),
        "bests": own_bests(student) if student.classroom.with_game else None,
    }
    return render(request, "play/home.html", context)


@require_POST
@seat_required
def seat_leaving(request: HttpRequest, student: Student) -> HttpResponse:
    """ "Not me": the next child finds the names of the class, and is on the way into the game that it plays."""
    leave_seat(token=seat_of(request).token)
    game = running_game(student.classroom_id)
    response = redirect("join-classroom", game.code if game else student.classroom.code)
    take_seat_cookie(response)
    return response


@require_POST
@seat_required
def seat_hand(request: HttpRequest, student: Student) -> HttpResponse:
    """Which hand the child writes with: the tools of the pad go to the other side."""
    student.left_handed = request.POST.get("hand") == "left"
    student.save(update_fields=["left_handed"])
    return redirect("play")


@seat_required
def question(request: HttpRequest, student: Student, assignment: int) -> HttpResponse:
    """The answering page, of a live game as of any other assignment. It holds no question: the API gives one at a time,
    without its key. Who opens it while a live game is running takes part."""
    given = _given(student, assignment)
    game = _running(given)
    if game is not None:
        return _playing(request, student, game)
    sitting = given.sittings.filter(student=student).first()
    context: dict[str, Any] = {"assignment": given, "student": student, "sitting": sitting}
    match stage_of(given, sitting, timezone.now()):
        case Stage.FINISHED:
            return redirect("play-score", given.pk)
        case Stage.OPEN:
            return render(request, "play/question.html", context | {"play_data": _play_data(given, student)})
        case stage:
            return render(request, "play/not_open.html", context | {"stage": stage})


def _running(assignment: Assignment) -> LiveGame | None:
    """The live game that the assignment is, where the clock has not ended it."""
    game = LiveGame.objects.running().select_related("assignment__classroom").filter(assignment=assignment).first()
    if game is None or current(game=game).value.is_over:
        return None
    return game


def _playing(request: HttpRequest, student: Student, game: LiveGame) -> HttpResponse:
    context = {"assignment": game.assignment, "student": student}
    try:
        joined = join(game=game, student=student)
    except JoinRefused as refused:
        return render(request, "play/not_joined.html", context | {"refused": refused.sentence})
    journey = kept_journey(student.classroom)
    play_data = _play_data(game.assignment, student, joined)
    return render(request, "play/question.html", context | {"play_data": play_data, "journey": journey})


@seat_required
def score(request: HttpRequest, student: Student, assignment: int) -> HttpResponse:
    given = _given(student, assignment)
    sitting = (
        Sitting.objects.select_related("assignment__game", "student").filter(assignment=given, student=student).first()
    )
    if sitting is None:
        return redirect("play-question", given.pk)
    context = {
        "assignment": given,
        "student": student,
        "page": score_page(sitting),
        "stars": stars_of_round(sitting) if given.is_practice else (),
        "stage": stage_of(given, sitting, timezone.now()),
    }
    if student.classroom.with_game and student.guest_in_id is None and sitting.finished_at is not None:
        context |= {"news": news_of(sitting), "new_parts": new_parts(sitting), "outfit": outfit_of(student)}
    return render(request, "play/score.html", context | {"journey": kept_journey(student.classroom)})


def _given(student: Student, assignment: int) -> Assignment:
    """Another class's assignment is a 404, and so is a classmate's practice."""
    return get_object_or_404(Assignment.objects.meant_for(student), pk=assignment)


def _play_data(assignment: Assignment, student: Student, game: LiveGame | None = None) -> dict[str, Any]:
    """What the answering page needs to know, for json_script."""
    urls = {
        "next": reverse("api-next", args=[assignment.pk]),
        "answers": reverse("api-answers", args=[assignment.pk]),
        "confirmation": reverse("api-confirmation", args=[NO_ANSWER]),
        "read": reverse("api-read"),
        "seat": reverse("api-seat"),
        "score": reverse("play-score", args=[assignment.pk]),
        "home": reverse("play"),
    }
    return {
        "assignment": assignment.pk,
        "seat": student.pk,
        "left_handed": student.left_handed,
        "game": game and _game_data(game),
        "urls": urls | (_game_urls(game) if game else {}),
    }


def _game_data(game: LiveGame) -> dict[str, Any]:
    """The page of a led game never asks for Next: what that says beside the question stands here."""
    assignment = game.assignment
    return {
        "pace": game.value.settings.pace,
        "assignment": {
            "id": assignment.pk,
            "title": assignment.title,
            "instructions": assignment.instructions,
            "show_marks": assignment.show_marks,
            "tries": assignment.tries_allowed,
        },
    }


def _game_urls(game: LiveGame) -> dict[str, str]:
    urls = {"socket": f"/ws/games/{game.pk}/", "game": reverse("api-game-play", args=[game.pk])}
    if game.value.settings.pace is Pace.LED:
        urls["answers"] = reverse("api-game-answers", args=[game.pk])
    return urls
