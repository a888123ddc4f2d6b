"""The child's own pages: what there is to do, the answering page, the score."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from quizzes.middleware import take_seat_cookie
from quizzes.models import Assignment, Sitting, Student
from quizzes.queries.play import Stage, progress, score_page, stage_of
from quizzes.queries.practice import open_round, stars_of_round, steps_on_offer
from quizzes.services.seats import leave_seat
from quizzes.views.seats import seat_of, seat_required

NO_ANSWER = UUID(int=0)  # stands in an address where the page puts the answer's own id


def start(request: HttpRequest) -> HttpResponse:
    """The first visit: a pad that reads at once."""
    context = {"student": seat_of(request).student, "start_data": {"urls": {"read": reverse("api-read")}}}
    return render(request, "start.html", context)


@seat_required
def home(request: HttpRequest, student: Student) -> HttpResponse:
    found = progress(student, timezone.now())
    context = {
        "student": student,
        "practice": open_round(student),
        "practises": bool(steps_on_offer(student.classroom_id)),
        "to_do": [item for item in found if item.stage is Stage.OPEN],
        "coming": [item for item in found if item.stage is Stage.COMING],
        "done": [item for item in found if item.stage in {Stage.FINISHED, Stage.CLOSED}],
    }
    return render(request, "play/home.html", context)


@require_POST
@seat_required
def seat_leaving(request: HttpRequest, student: Student) -> HttpResponse:
    """ "Not me": the next child finds the names of the class."""
    leave_seat(token=seat_of(request).token)
    response = redirect("join-classroom", student.classroom.code)
    take_seat_cookie(response)
    return response


@require_POST
@seat_required
def seat_hand(request: HttpRequest, student: Student) -> HttpResponse:
    """Which hand the child writes with: the tools of the pad go to the other side."""
    student.left_handed = request.POST.get("hand") == "left"
    student.save(update_fields=["left_handed"])
    return redirect("play")


@seat_required
def question(request: HttpRequest, student: Student, assignment: int) -> HttpResponse:
    """The answering page. It holds no question: the API gives one at a time, without its key."""
    given = _given(student, assignment)
    sitting = given.sittings.filter(student=student).first()
    context: dict[str, Any] = {"assignment": given, "student": student, "sitting": sitting}
    match stage_of(given, sitting, timezone.now()):
        case Stage.FINISHED:
            return redirect("play-score", given.pk)
        case Stage.OPEN:
            return render(request, "play/question.html", context | {"play_data": _play_data(given, student)})
        case stage:
            return render(request, "play/not_open.html", context | {"stage": stage})


@seat_required
def score(request: HttpRequest, student: Student, assignment: int) -> HttpResponse:
    given = _given(student, assignment)
    sitting = Sitting.objects.select_related("assignment", "student").filter(assignment=given, student=student).first()
    if sitting is None:
        return redirect("play-question", given.pk)
    context = {
        "assignment": given,
        "student": student,
        "page": score_page(sitting),
        "stars": stars_of_round(sitting) if given.is_practice else (),
        "stage": stage_of(given, sitting, timezone.now()),
    }
    return render(request, "play/score.html", context)


def _given(student: Student, assignment: int) -> Assignment:
    """Another class's assignment is a 404, and so is a classmate's practice."""
    return get_object_or_404(Assignment.objects.meant_for(student), pk=assignment)


def _play_data(assignment: Assignment, student: Student) -> dict[str, Any]:
    """What the answering page needs to know, for json_script."""
    return {
        "assignment": assignment.pk,
        "seat": student.pk,
        "left_handed": student.left_handed,
        "urls": {
            "next": reverse("api-next", args=[assignment.pk]),
            "answers": reverse("api-answers", args=[assignment.pk]),
            "confirmation": reverse("api-confirmation", args=[NO_ANSWER]),
            "read": reverse("api-read"),
            "seat": reverse("api-seat"),
            "score": reverse("play-score", args=[assignment.pk]),
            "home": reverse("play"),
        },
    }
