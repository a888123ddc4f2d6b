"""Letting another teacher have a quiz: turning the link on and off, and what is at the other end of it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes.models import Quiz
from quizzes.services import exchange as services
from quizzes.services.budgets import address_of
from quizzes.services.quizzes import copy_quiz
from quizzes.services.refusals import TooManyMisses
from quizzes.views.requests import TeacherRequest

View = Callable[[Any, Quiz], HttpResponse]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def sharing(request: TeacherRequest, pk: int) -> HttpResponse:
    """POST turns the link on."""
    quiz = get_object_or_404(Quiz.objects.visible_to(request.user), pk=pk)
    if request.method == "POST":
        services.share_quiz(quiz=quiz)
        messages.success(request, "The quiz has a link now.")
        return redirect("quiz-sharing", quiz.pk)
    path = reverse("shared-quiz", args=[quiz.share_token]) if quiz.share_token else ""
    link = request.build_absolute_uri(path) if path else ""
    return render(request, "teach/quizzes/sharing.html", {"quiz": quiz, "link": link})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: TeacherRequest, pk: int) -> HttpResponse:
    quiz = get_object_or_404(Quiz.objects.visible_to(request.user), pk=pk)
    sharing_url = reverse("quiz-sharing", args=[quiz.pk])
    if request.method == "POST":
        services.stop_sharing(quiz=quiz)
        messages.success(request, "The link works no more.")
        return redirect(sharing_url)
    context = {
        "title": f"Stop sharing “{quiz.title}”?",
        "consequences": ["The link works no more, for anybody", "Copies that teachers have taken stay theirs"],
        "button": "Stop sharing",
        "cancel": "Keep the link",
        "cancel_url": sharing_url,
    }
    return render(request, "teach/confirm.html", context)


def _of_a_link(view: View) -> Callable[[HttpRequest, str], HttpResponse]:
    """Hands the view the quiz of the link, or says kindly that there is none. No search engine is to list it."""

    @wraps(view)
    def opened(request: HttpRequest, token: str) -> HttpResponse:
        try:
            quiz = services.open_shared(token=token, address=address_of(request))
        except TooManyMisses:
            return render(request, "429.html", status=429)
        answer = view(request, quiz) if quiz else render(request, "shared/gone.html", status=404)
        answer["X-Robots-Tag"] = "noindex, nofollow"
        return answer

    return opened


@require_safe
@_of_a_link
def shared(request: HttpRequest, quiz: Quiz) -> HttpResponse:
    """The questions, for anybody; their answers for teachers, as students may have the link too."""
    context = {
        "quiz": quiz,
        "questions": [row.question for row in quiz.questions.all()],
        "is_own": quiz.teacher_id == request.user.pk,
        "sign_in_url": reverse("sign-in", query={"next": request.path}),
    }
    return render(request, "shared/quiz.html", context)


@login_required
@require_POST
@_of_a_link
def copy(request: TeacherRequest, quiz: Quiz) -> HttpResponse:
    made = copy_quiz(quiz=quiz, teacher=request.user, title=quiz.title)
    messages.success(request, f"“{made.title}” is yours now. Changing it leaves the first one alone.")
    return redirect("quiz", made.pk)
