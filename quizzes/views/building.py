"""Choosing questions for a quiz, one that is there or a new one: pick, look, change, then add them all."""

import random

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from quizzes.forms.building import WAYS, Building, beginning
from quizzes.forms.generation import PRESETS
from quizzes.forms.quizzes import TitleForm
from quizzes.models import Quiz
from quizzes.queries.skills import recent_levels
from quizzes.rules import phrases
from quizzes.rules.finding import by_family, find
from quizzes.rules.questions import QuestionRefused
from quizzes.rules.skills import SKILLS
from quizzes.services import quizzes as services
from quizzes.views.quizzes import redirect_to_writing
from quizzes.views.requests import TeacherRequest


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def generation(request: TeacherRequest, pk: int) -> HttpResponse:
    """Questions to add to a quiz. A link may bring the first ones, `?part=add-20:3:10`, or choose the `way`."""
    quiz = get_object_or_404(Quiz.objects.visible_to(request.user), pk=pk)
    building = _building(request)
    added = building.draft.questions
    if building.verb == "add" and added:
        try:
            services.add_questions(quiz=quiz, added=added)
        except QuestionRefused as full:
            building.refuse(full)
        else:
            messages.success(request, f"{phrases.count(len(added), 'question')} added.")
            return redirect("quiz", quiz.pk)
    return _show(request, building, quiz=quiz)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: TeacherRequest) -> HttpResponse:
    """A new quiz, with the questions that were chosen; without any, to be written by hand."""
    building = _building(request)
    if building.verb != "add":
        return _show(request, building, title_form=TitleForm(initial={"title": building.title}))
    form = TitleForm({"title": building.title})
    if not form.is_valid():
        return _show(request, building, title_form=form)
    quiz = services.create_quiz(teacher=request.user, title=form.cleaned_data["title"], asked=building.draft.questions)
    return redirect("quiz", quiz.pk) if building.draft.questions else redirect_to_writing(quiz)


def _building(request: TeacherRequest) -> Building:
    opened = beginning(request.GET.get("part", ""), request.GET.get("way", ""))
    return Building(request.POST if request.method == "POST" else opened, random.SystemRandom())


def _show(
    request: TeacherRequest, building: Building, *, quiz: Quiz | None = None, title_form: TitleForm | None = None
) -> HttpResponse:
    context = {
        "building": building,
        "quiz": quiz,
        "title_form": title_form,
        "ways": WAYS,
        "presets": PRESETS,
        "families": by_family(find(building.finder.search)),
        "recent": [(SKILLS[skill], level) for skill, level in recent_levels(request.user)],
    }
    return render(request, "teach/quizzes/building.html", context)
