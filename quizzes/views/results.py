"""The results of an assignment: the table, the table as a file."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_POST, require_safe

from quizzes.forms.telling import TellingForm
from quizzes.models import Assignment
from quizzes.queries import export
from quizzes.queries.causes import causes
from quizzes.queries.results import results as results_of
from quizzes.views.requests import TeacherRequest
from quizzes.views.telling import make_telling_quiz


@login_required
@require_safe
def results(request: TeacherRequest, pk: int) -> HttpResponse:
    assignment = _own(request, pk)
    found = results_of(assignment)
    context = {
        "assignment": assignment,
        "results": found,
        "has_guests": any(row.guest for row in found.rows),
        "causes": causes(assignment),
        "is_open": assignment.is_open(timezone.now()),
        "only_looks": request.GET.get("show") == "look",
        "now": timezone.now(),
    }
    return render(request, "teach/results/table.html", context)


@login_required
@require_safe
def results_causes(request: TeacherRequest, pk: int) -> HttpResponse:
    """Why answers are wrong, as the part of the page that is fetched anew while answers come in."""
    assignment = _own(request, pk)
    return render(request, "teach/results/causes.html", {"assignment": assignment, "causes": causes(assignment)})


@login_required
@require_POST
def results_telling_apart(request: TeacherRequest, pk: int) -> HttpResponse:
    """A new quiz whose questions tell apart what may lead to the wrong answers of the class."""
    assignment = _own(request, pk)
    quiz = make_telling_quiz(request, TellingForm(request.POST), assignment.title)
    return redirect("quiz", quiz.pk) if quiz else redirect("results", pk)


@login_required
@require_safe
def results_csv(request: TeacherRequest, pk: int) -> HttpResponse:
    """With a byte order mark: Excel takes UTF-8 for Latin-1 without it, and other spreadsheets skip it."""
    assignment = _own(request, pk)
    text = export.results_csv(results_of(assignment))
    name = slugify(f"{assignment.title} {assignment.classroom.name}") or f"results-{pk}"
    disposition = content_disposition_header(as_attachment=True, filename=f"{name}.csv")
    return HttpResponse(
        text.encode("utf-8-sig"),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": disposition, "Cache-Control": "private, no-store"},
    )


def _own(request: TeacherRequest, pk: int) -> Assignment:
    return get_object_or_404(Assignment.objects.visible_to(request.user).select_related("classroom", "game"), pk=pk)
