"""One student of a classroom: name, picture PIN, coming and going."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes.forms.classrooms import RemovalForm, StudentForm
from quizzes.forms.telling import TellingForm
from quizzes.models import Answer, Student
from quizzes.queries.student_history import student_history
from quizzes.rules.phrases import count
from quizzes.services.classrooms import change_student, remove_student, restore_student
from quizzes.services.refusals import NotEditable
from quizzes.services.seats import reset_pin, unlock_seat
from quizzes.views.requests import TeacherRequest
from quizzes.views.telling import make_telling_quiz


@login_required
@require_safe
def student(request: TeacherRequest, pk: int) -> HttpResponse:
    """What the student's answers say together."""
    student = _own(request, pk)
    context = {"student": student, "history": student_history(student)}
    return render(request, "teach/students/history.html", context)


@login_required
@require_POST
def student_telling_apart(request: TeacherRequest, pk: int) -> HttpResponse:
    """A new quiz whose questions tell apart what may lead to the student's wrong answers."""
    student = _own(request, pk)
    quiz = make_telling_quiz(request, TellingForm(request.POST))
    return redirect("quiz", quiz.pk) if quiz else redirect("student", student.pk)


@login_required
@require_http_methods(["GET", "POST"])
def student_edit(request: TeacherRequest, pk: int) -> HttpResponse:
    student = _own(request, pk)
    initial = {"name": student.name, "left_handed": student.left_handed}
    form = StudentForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            change_student(student=student, **form.cleaned_data)
        except NotEditable as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, f"{form.cleaned_data['name']} was changed.")
            return redirect("classroom", student.classroom_id)
    return render(request, "teach/classrooms/student.html", {"form": form, "student": student})


@login_required
@require_http_methods(["GET", "POST"])
def student_removal(request: TeacherRequest, pk: int) -> HttpResponse:
    """Off the roster, with the answers kept; or erased, which is all that is left for somebody removed before."""
    student = _own(request, pk)
    form = RemovalForm(student, request.POST or None)
    if form.is_valid():
        remove_student(student=student, erase=form.erases)
        done = "erased, with every answer" if form.erases else "removed. The answers are kept"
        messages.success(request, f"{student.name} was {done}.")
        return redirect("classroom", student.classroom_id)
    answers = Answer.objects.filter(sitting__student=student).count()
    context = {
        "form": form,
        "title": f"Erase {student.name}?" if student.removed_at else f"Remove {student.name}?",
        "text": f"There {'is' if answers == 1 else 'are'} {count(answers, 'answer')} of {student.name}.",
        "button": f"Erase {student.name}" if student.removed_at else f"Remove {student.name}",
        "cancel": "Cancel",
        "cancel_url": reverse("classroom", args=[student.classroom_id]),
    }
    return render(request, "teach/classrooms/student_removal.html", context)


@login_required
@require_POST
def student_restoration(request: TeacherRequest, pk: int) -> HttpResponse:
    student = get_object_or_404(_students(request).exclude(removed_at=None), pk=pk)
    try:
        student = restore_student(student=student)
    except NotEditable as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"{student.name} is back on the roster.")
    return redirect("classroom", student.classroom_id)


@login_required
@require_POST
def student_unlocking(request: TeacherRequest, pk: int) -> HttpResponse:
    student = _own(request, pk)
    unlock_seat(student=student)
    messages.success(request, f"{student.name} can try the pictures again.")
    return redirect("classroom", student.classroom_id)


@login_required
@require_http_methods(["GET", "POST"])
def student_pin_reset(request: TeacherRequest, pk: int) -> HttpResponse:
    student = _own(request, pk)
    if request.method == "POST":
        reset_pin(student=student)
        messages.success(request, f"{student.name} can choose three new pictures.")
        return redirect("classroom", student.classroom_id)
    context = {
        "title": f"New pictures for {student.name}?",
        "text": "The three pictures chosen before are forgotten, and a locked seat is unlocked.",
        "consequences": [
            f"Whoever next picks {student.name} in {student.classroom} chooses the new pictures, so let it be soon.",
            f"Every device on which {student.name} sits now has to join again. Answers stay.",
        ],
        "button": "Forget the pictures",
        "cancel": "Keep them",
        "cancel_url": reverse("student-edit", args=[pk]),
    }
    return render(request, "teach/confirm.html", context)


def _own(request: TeacherRequest, pk: int) -> Student:
    return get_object_or_404(_students(request), pk=pk)


def _students(request: TeacherRequest) -> QuerySet[Student]:
    """Guests of live games have no pages: there is nothing to know of them but their answers."""
    return Student.objects.visible_to(request.user).filter(guest_in=None).select_related("classroom")
