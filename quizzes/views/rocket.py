"""The page on which a student fits out the rocket."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from quizzes.models import Student
from quizzes.queries.rewards import workshop
from quizzes.rules.rocket import Slot
from quizzes.services.rewards import fit_out
from quizzes.views.seats import on_roster


@require_http_methods(["GET", "HEAD", "POST"])
@on_roster
def rocket(request: HttpRequest, student: Student) -> HttpResponse:
    """Every choice is saved as it is made, where there is a script; without one, there is a button."""
    if not student.classroom.with_game:
        raise Http404
    if request.method == "POST":
        if request.POST.get("seat") == str(student.pk):  # else another child sits here since the page was loaded
            fit_out(student=student, wanted={slot: request.POST.get(slot) for slot in Slot})
        return redirect("rocket")
    return render(request, "play/rocket.html", {"student": student, "workshop": workshop(student)})
