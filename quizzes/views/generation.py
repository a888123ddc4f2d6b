"""Having questions made: describe a set, look at it, replace what does not please, add it to the quiz."""

import random

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from quizzes.forms.generation import PRESETS, GenerationForm
from quizzes.models import Quiz
from quizzes.rules.questions import Question, QuestionRefused
from quizzes.services import quizzes as services
from quizzes.views.requests import TeacherRequest


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def generation(request: TeacherRequest, pk: int) -> HttpResponse:
    """GET is the form, with `?preset=` filled in and shown; POST shows a set, replaces `another`, or will `add`."""
    quiz = get_object_or_404(Quiz.objects.visible_to(request.user), pk=pk)
    preset = next((one for one in PRESETS if one.code == request.GET.get("preset")), None)
    shown: tuple[Question, ...] = ()
    if request.method == "POST":
        form = GenerationForm(request.POST)
        shown = _shown(form, request.POST)
        if "add" in request.POST and shown and _add(quiz, form, shown):
            messages.success(request, f"{_counted(shown)} added.")
            return redirect("quiz", quiz.pk)
    elif preset:
        form = GenerationForm.describing(preset.spec)
        shown = form.generate(random.SystemRandom()) if form.is_valid() else ()
    else:
        form = GenerationForm.suggesting(PRESETS[0].spec)
    context = {"quiz": quiz, "form": form, "shown": shown, "presets": PRESETS, "preset": preset}
    context["replaced"] = request.POST.get("another", "")  # the cursor stays where it was
    return render(request, "teach/quizzes/generation.html", context)


def _shown(form: GenerationForm, data: QueryDict) -> tuple[Question, ...]:
    """The set to look at: the one that was shown, perhaps with one replaced, or a new one."""
    if not form.is_valid():
        return ()
    rng = random.SystemRandom()
    if "add" not in data and "another" not in data:
        return form.generate(rng)
    shown = form.read_shown(data.getlist("question"))
    another = data.get("another", "")
    if another.isdecimal() and int(another) < len(shown):
        return form.replace_one(shown, int(another), rng)
    return shown


def _add(quiz: Quiz, form: GenerationForm, shown: tuple[Question, ...]) -> bool:
    try:
        services.add_questions(quiz=quiz, added=shown)
    except QuestionRefused as full:
        form.add_error(None, full.sentence)
        return False
    return True


def _counted(shown: tuple[Question, ...]) -> str:
    return "1 question was" if len(shown) == 1 else f"{len(shown)} questions were"
