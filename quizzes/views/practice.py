"""A student's own practice: what to choose from, a round begun and stopped."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from quizzes.models import Student
from quizzes.queries.practice import practice_page
from quizzes.rules.practice import PARAMETERS
from quizzes.services.practice import begin_round, stop_round
from quizzes.services.refusals import NothingToPractise
from quizzes.views.seats import on_roster


@require_safe
@on_roster
def practice(request: HttpRequest, student: Student) -> HttpResponse:
    context = {"student": student, "page": practice_page(student), "in_a_row": PARAMETERS.in_a_row}
    return render(request, "play/practice.html", context)


@require_POST
@on_roster
def practice_round(request: HttpRequest, student: Student) -> HttpResponse:
    """Ten questions of the skill that was chosen, or of whatever comes next."""
    try:
        assignment = begin_round(student=student, skill=request.POST.get("skill", ""))
    except NothingToPractise as refusal:
        messages.info(request, str(refusal))
        return redirect("practice")
    return redirect("play-question", assignment.pk)


@require_POST
@on_roster
def practice_stop(request: HttpRequest, student: Student, assignment: int) -> HttpResponse:
    """The score of what was answered; where that is nothing, there is none."""
    opened = get_object_or_404(student.practice_rounds, pk=assignment)
    stop_round(student=student, assignment=opened)
    if student.practice_rounds.filter(pk=assignment).exists():
        return redirect("play-score", assignment)
    return redirect("practice")
