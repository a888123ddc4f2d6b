"""Quizzes as files: taking them out of the site, and making quizzes from them."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_safe

from quizzes.forms.exchange import ImportedQuizForm, ImportForm
from quizzes.models import Quiz
from quizzes.queries.exchange import quiz_file
from quizzes.rules.exchange.documents import write_json
from quizzes.rules.exchange.tables import write_csv
from quizzes.rules.phrases import count
from quizzes.services import exchange as services
from quizzes.views.requests import TeacherRequest


@login_required
@require_safe
def quiz_csv(request: TeacherRequest, pk: int) -> HttpResponse:
    """With a byte order mark: Excel takes UTF-8 for Latin-1 without it, and other spreadsheets skip it."""
    quiz = get_object_or_404(Quiz.objects.visible_to(request.user), pk=pk)
    return _file(quiz, write_csv(quiz_file(quiz)).encode("utf-8-sig"), "csv", "text/csv; charset=utf-8")


@login_required
@require_safe
def quiz_json(request: TeacherRequest, pk: int) -> HttpResponse:
    quiz = get_object_or_404(Quiz.objects.visible_to(request.user), pk=pk)
    return _file(quiz, write_json(quiz_file(quiz)).encode(), "json", "application/json")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: TeacherRequest) -> HttpResponse:
    """GET is the form; POST reads a file or a text and shows what it would make, or makes what was shown."""
    if "signed" in request.POST:
        return _make(request)
    form = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
    if form.is_bound and form.is_valid():
        return _shown(request, form, ImportedQuizForm.of(form.quiz))
    return render(request, "teach/quizzes/import.html", {"form": form})


def _shown(request: TeacherRequest, form: ImportForm, made: ImportedQuizForm) -> HttpResponse:
    return render(request, "teach/quizzes/import.html", {"form": form, "made": made, "quiz": form.quiz})


def _make(request: TeacherRequest) -> HttpResponse:
    made = ImportedQuizForm(request.POST)
    if made.is_valid():
        file = made.cleaned_data["signed"]
        quiz = services.import_quiz(teacher=request.user, title=made.cleaned_data["title"], file=file)
        messages.success(request, f"“{quiz.title}” is imported, with {count(len(file.questions), 'question')}.")
        return redirect("quiz", quiz.pk)
    context = {"form": ImportForm(), "made": made, "quiz": made.cleaned_data.get("signed")}
    return render(request, "teach/quizzes/import.html", context)


def _file(quiz: Quiz, content: bytes, kind: str, content_type: str) -> HttpResponse:
    name = slugify(quiz.title) or f"quiz-{quiz.pk}"
    disposition = content_disposition_header(as_attachment=True, filename=f"{name}.{kind}")
    return HttpResponse(content, content_type=content_type, headers={"Content-Disposition": disposition})
