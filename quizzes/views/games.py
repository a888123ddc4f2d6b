"""A quiz played live: opening a game, and the screen that leads it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from quizzes.forms.games import GameForm
from quizzes.models import LiveGame, Quiz
from quizzes.services.games import current, open_game
from quizzes.services.refusals import NotEditable
from quizzes.views.qr import qr_svg
from quizzes.views.requests import TeacherRequest


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: TeacherRequest, pk: int) -> HttpResponse:
    """Opens a game of the quiz; `?classroom=` and the other fields choose beforehand."""
    quiz = get_object_or_404(Quiz.objects.visible_to(request.user), pk=pk)
    form = GameForm(request.user, request.POST or None, initial=request.GET.dict())
    if form.is_valid():
        try:
            game = open_game(quiz=quiz, classroom=form.cleaned_data["classroom"], settings=form.settings)
        except NotEditable as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("game-host", game.pk)
    return render(
        request, "teach/games/new.html", {"quiz": quiz, "form": form, "question_count": quiz.questions.count()}
    )


@login_required
@require_safe
def host(request: TeacherRequest, pk: int) -> HttpResponse:
    """The screen of the host. What it shows comes by the API; here is what does not change."""
    games = LiveGame.objects.visible_to(request.user).select_related("assignment__classroom")
    game = current(game=get_object_or_404(games, pk=pk))
    context = {"game": game, "assignment": game.assignment, "classroom": game.assignment.classroom, "data": _data(game)}
    if game.code and game.over_at is None:
        path = reverse("join-classroom", args=[game.code])
        context |= {
            "site": request.get_host(),
            "link": request.build_absolute_uri(path),
            "qr": qr_svg(request, path),
            "spelled": " ".join(game.code),
        }
    return render(request, "teach/games/host.html", context)


def _data(game: LiveGame) -> dict[str, str | int]:
    """The addresses that the page's script asks, and how many are on the list of the class."""
    return {
        "socket": f"/ws/games/{game.pk}/?as=host",
        "host": reverse("api-game-host", args=[game.pk]),
        "acts": reverse("api-game-acts", args=[game.pk]),
        "roster": game.assignment.classroom.students.seated().count(),
        "players": reverse("api-game-player", args=[game.pk, 0]).removesuffix("0/"),
    }
