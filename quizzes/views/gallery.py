"""Quizzes that come with the site: everybody may look at them, teachers take copies."""

from itertools import groupby

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from quizzes.queries.skills import ready_questions
from quizzes.rules.gallery import GALLERY, ReadyQuiz
from quizzes.services import quizzes as services
from quizzes.views.requests import TeacherRequest


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    grades = [(grade, list(found)) for grade, found in groupby(GALLERY.values(), key=lambda ready: ready.grade)]
    return render(request, "gallery/index.html", {"grades": grades})


@require_safe
def ready(request: HttpRequest, ready: str) -> HttpResponse:
    """Its questions; the answers are for teachers, as students may look here too."""
    found = _ready(ready)
    context = {
        "ready": found,
        "questions": ready_questions(found.code),
        "sign_in_url": reverse("sign-in", query={"next": request.path}),
    }
    return render(request, "gallery/quiz.html", context)


@login_required
@require_POST
def copy(request: TeacherRequest, ready: str) -> HttpResponse:
    found = _ready(ready)
    made = services.create_quiz(teacher=request.user, title=found.title, asked=ready_questions(found.code))
    messages.success(request, f"“{made.title}” is yours now: change it as you like, then give it to a class.")
    return redirect("quiz", made.pk)


def _ready(code: str) -> ReadyQuiz:
    if code not in GALLERY:
        raise Http404
    return GALLERY[code]
