"""A quiz to be printed."""

import random

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from quizzes.forms.worksheets import WorksheetForm
from quizzes.models import Quiz
from quizzes.rules.worksheets import columns_that_fit, sheets
from quizzes.views.requests import TeacherRequest


@login_required
@require_safe
def worksheet(request: TeacherRequest, pk: int) -> HttpResponse:
    """The address says all of it, the seed of the shuffled versions too: it prints the same paper next year."""
    quiz = get_object_or_404(Quiz.objects.visible_to(request.user), pk=pk)
    questions = [row.question for row in quiz.questions.all()]
    form = WorksheetForm.of(request.GET)
    wanted = form.cleaned_data
    context = {
        "quiz": quiz,
        "form": form,
        "sheets": sheets(questions, wanted["versions"], random.Random(wanted["seed"])),  # noqa: S311 - to be repeated
        "columns": wanted["columns"] or columns_that_fit(questions),
    }
    return render(request, "teach/quizzes/worksheet.html", context)
