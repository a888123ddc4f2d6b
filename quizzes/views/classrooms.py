"""Classrooms: their rosters, and the codes that lead into them."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from quizzes.forms.classrooms import ClassroomForm, RosterForm
from quizzes.models import Classroom, LiveGame
from quizzes.queries.classrooms import (
    assignments_given_to,
    classrooms_of,
    loss,
    removed_students,
    roster,
)
from quizzes.queries.journey import kept_journey
from quizzes.rules.phrases import answers_with_ink, count, listed
from quizzes.services.classrooms import add_students, create_classroom, renew_code
from quizzes.services.erasure import delete_classroom
from quizzes.services.games import end_left_alone
from quizzes.services.refusals import NotEditable
from quizzes.views.qr import qr_svg
from quizzes.views.requests import TeacherRequest


@login_required
@require_safe
def classrooms(request: TeacherRequest) -> HttpResponse:
    return render(request, "teach/classrooms/list.html", {"classrooms": classrooms_of(request.user)})


@login_required
@require_http_methods(["GET", "POST"])
def classroom_new(request: TeacherRequest) -> HttpResponse:
    form = ClassroomForm(request.POST or None)
    if form.is_valid():
        try:
            classroom = create_classroom(teacher=request.user, **form.cleaned_data)
        except NotEditable as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"{classroom} is ready. Now add its students.")
            return redirect("students-new", classroom.pk)
    return render(request, "teach/classrooms/form.html", {"form": form})


@login_required
@require_safe
def classroom(request: TeacherRequest, pk: int) -> HttpResponse:
    classroom = _own(request, pk)
    end_left_alone(games=LiveGame.objects.filter(assignment__classroom=classroom))
    now = timezone.now()
    given = [(assignment, assignment.is_open(now)) for assignment in assignments_given_to(classroom)]
    context = {
        "classroom": classroom,
        "roster": roster(classroom),
        "removed": removed_students(classroom),
        "assignments": given,
        "journey": kept_journey(classroom),
    }
    return render(request, "teach/classrooms/detail.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def classroom_edit(request: TeacherRequest, pk: int) -> HttpResponse:
    classroom = _own(request, pk)
    form = ClassroomForm(request.POST or None, instance=classroom)
    if form.is_valid():
        form.save()
        messages.success(request, f"{classroom} was changed.")
        return redirect("classroom", pk)
    return render(request, "teach/classrooms/form.html", {"form": form, "classroom": _own(request, pk)})


@login_required
@require_safe
def classroom_code(request: TeacherRequest, pk: int) -> HttpResponse:
    """For the projector: how a child comes in."""
    classroom = _own(request, pk)
    path = reverse("join-classroom", args=[classroom.code])
    link = request.build_absolute_uri(path)
    context = {
        "classroom": classroom,
        "site": request.get_host(),
        "spelled": ", ".join(classroom.code),
        "link": link,
        "qr": qr_svg(request, path),
    }
    return render(request, "teach/classrooms/code.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def classroom_code_renewal(request: TeacherRequest, pk: int) -> HttpResponse:
    classroom = _own(request, pk)
    if request.method == "POST":
        renew_code(classroom=classroom)
        messages.success(request, f"The join code of {classroom} is now {classroom.code}.")
        return redirect("classroom", pk)
    context = {
        "classroom": classroom,
        "title": f"A new join code for {classroom}?",
        "text": f"The code {classroom.code} stops working at once, with every link and QR code that carries it.",
        "consequences": ["Students who are in their seats stay in them."],
        "button": "Make a new code",
        "button_class": "button--primary",
        "cancel": f"Keep {classroom.code}",
        "cancel_url": reverse("classroom", args=[pk]),
    }
    return render(request, "teach/confirm.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def classroom_delete(request: TeacherRequest, pk: int) -> HttpResponse:
    classroom = _own(request, pk)
    if request.method == "POST":
        delete_classroom(classroom=classroom)
        messages.success(request, f"{classroom} was deleted.")
        return redirect("classrooms")
    lost = loss(classroom)
    context = {
        "title": f"Delete {classroom}?",
        "text": "This cannot be undone. Your quizzes stay. What goes:",
        "consequences": [
            f"{count(lost.students, 'student')}, with their names and picture PINs",
            f"{count(lost.assignments, 'assignment')} and {answers_with_ink(lost.answers)}",
            f"the join code {classroom.code}",
        ],
        "button": f"Delete {classroom}",
        "cancel_url": reverse("classroom", args=[pk]),
    }
    return render(request, "teach/confirm.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def students_new(request: TeacherRequest, pk: int) -> HttpResponse:
    """One name or a pasted list. With `look` in the form, it shows what would be added and adds nothing.

    With `one`, the way back leads to the field for one more name, with the cursor in it.
    """
    classroom = _own(request, pk)
    form = RosterForm(classroom, request.POST or None)
    if form.is_valid() and "look" not in request.POST:
        added = add_students(classroom=classroom, roster=form.cleaned_data["roster"])
        were = "was" if len(added) == 1 else "were"
        messages.success(request, f"{listed([student.name for student in added])} {were} added.")
        return redirect(reverse("classroom", args=[pk]) + "#one-more" * ("one" in request.POST))
    return render(request, "teach/classrooms/students_new.html", {"form": form, "classroom": classroom})


def _own(request: TeacherRequest, pk: int) -> Classroom:
    return get_object_or_404(Classroom.objects.visible_to(request.user), pk=pk)
