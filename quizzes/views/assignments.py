"""Quizzes given to classrooms: giving, sharing, closing."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes.forms.assignments import DatesForm, GiveForm
from quizzes.models import Assignment, LiveGame, Quiz
from quizzes.queries.assignments import answer_count, assignment_list, assignments_with_progress, state
from quizzes.rules import phrases
from quizzes.services import assignments as services
from quizzes.services.erasure import delete_assignment
from quizzes.services.games import end_left_alone
from quizzes.services.refusals import NotEditable
from quizzes.views.qr import qr_svg
from quizzes.views.requests import TeacherRequest

PER_PAGE = 50


@login_required
@require_safe
def index(request: TeacherRequest) -> HttpResponse:
    end_left_alone(games=LiveGame.objects.visible_to(request.user))
    now = timezone.now()
    closed = request.GET.get("show") == "closed"
    found = assignment_list(request.user, now, closed=closed)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    rows = [(assignment, state(assignment, now)) for assignment in page]
    return render(request, "teach/assignments/list.html", {"page": page, "rows": rows, "closed": closed})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: TeacherRequest, pk: int) -> HttpResponse:
    """Gives the quiz to a classroom; `?classroom=` chooses one beforehand."""
    quiz = get_object_or_404(Quiz.objects.visible_to(request.user), pk=pk)
    form = GiveForm(request.user, request.POST or None, initial=request.GET.dict())
    if form.is_valid():
        try:
            assignment = services.give_quiz(quiz=quiz, **form.cleaned_data)
        except NotEditable as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"“{quiz.title}” is given to {assignment.classroom.name}.")
            return redirect("assignment", assignment.pk)
    context = {"quiz": quiz, "form": form, "question_count": quiz.questions.count()}
    return render(request, "teach/assignments/new.html", context)


@login_required
@require_safe
def assignment(request: TeacherRequest, pk: int) -> HttpResponse:
    end_left_alone(games=LiveGame.objects.visible_to(request.user).filter(assignment=pk))
    return _show(request, _assignment(request, pk))


@login_required
@require_POST
def dates(request: TeacherRequest, pk: int) -> HttpResponse:
    assignment = _assignment(request, pk)
    form = DatesForm(request.POST)
    if not form.is_valid():
        return _show(request, assignment, form)
    try:
        services.set_dates(assignment=assignment, **form.cleaned_data)
    except NotEditable as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, "The times are saved.")
    return redirect("assignment", pk)


@login_required
@require_POST
def closure(request: TeacherRequest, pk: int) -> HttpResponse:
    assignment = _assignment(request, pk)
    if assignment.is_live:
        messages.warning(request, "A live game ends on the host's screen: press End there.")
    else:
        services.close_assignment(assignment=assignment)
        messages.success(request, "The assignment is closed. No more answers are taken until you reopen it.")
    return redirect("assignment", pk)


@login_required
@require_POST
def reopening(request: TeacherRequest, pk: int) -> HttpResponse:
    try:
        services.reopen_assignment(assignment=_assignment(request, pk))
    except NotEditable as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, "The assignment is open until you close it.")
    return redirect("assignment", pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def deletion(request: TeacherRequest, pk: int) -> HttpResponse:
    assignment = _assignment(request, pk)
    if request.method == "POST":
        delete_assignment(assignment=assignment)
        messages.success(request, f"“{assignment.title}” for {assignment.classroom.name} was deleted.")
        return redirect("assignments")
    return render(
        request,
        "teach/confirm.html",
        {
            "title": f"Delete “{assignment.title}” for {assignment.classroom.name}?",
            "consequences": _consequences_of_deleting(assignment),
            "button": "Delete the assignment",
            "cancel_url": reverse("assignment", args=[pk]),
        },
    )


def _consequences_of_deleting(assignment: Assignment) -> list[str]:
    lost = phrases.answers_with_ink(answer_count(assignment))
    quiz = ["The quiz itself stays"] if assignment.quiz_id else []
    if not assignment.is_live:
        return [f"Lost: {lost}", *quiz, _KINDER]
    running = ["The game is running, and ends for everybody at once"] if assignment.game.over_at is None else []
    guest_count: int = assignment.guest_count  # type: ignore[attr-defined]
    guests = [phrases.count(guest_count, "guest of the game")] if guest_count else []
    return [f"Lost: {phrases.listed([lost, *guests])}", *running, *quiz, "This cannot be undone"]


_KINDER = "This cannot be undone. Closing it stops the answers and keeps the results"


def _show(request: TeacherRequest, assignment: Assignment, refused: DatesForm | None = None) -> HttpResponse:
    """The page to share, with dates that were refused still in their fields."""
    path = reverse("join-classroom", args=[assignment.classroom.code], query={"assignment": assignment.pk})
    dates = {"opens_at": assignment.opens_at, "closes_at": assignment.closes_at}
    return render(
        request,
        "teach/assignments/assignment.html",
        {
            "assignment": assignment,
            "state": state(assignment, timezone.now()),
            "address": request.build_absolute_uri(path),
            "join_address": request.build_absolute_uri(reverse("join")),
            "qr": qr_svg(request, path),
            "dates_form": refused or DatesForm(initial=dates),
            "question_count": assignment.questions.count(),
        },
    )


def _assignment(request: TeacherRequest, pk: int) -> Assignment:
    return get_object_or_404(assignments_with_progress(request.user), pk=pk)
