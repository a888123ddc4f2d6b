"""The results of an assignment: the table, the table as a file."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from quizzes.models import Assignment
from quizzes.queries import export
from quizzes.queries.results import results as results_of
from quizzes.views.requests import TeacherRequest


@login_required
@require_safe
def results(request: TeacherRequest, pk: int) -> HttpResponse:
    assignment = _own(request, pk)
    context = {
        "assignment": assignment,
        "results": results_of(assignment),
        "is_open": assignment.is_open(timezone.now()),
        "only_looks": request.GET.get("show") == "look",
        "now": timezone.now(),
    }
    return render(request, "teach/results/table.html", context)


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
    return get_object_or_404(Assignment.objects.visible_to(request.user).select_related("classroom"), pk=pk)
