"""A teacher's quizzes: the list, the editor, and what is done with a quiz as a whole."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes.forms.quizzes import NotationForm, QuizSettingsForm, WordsForm, words_form
from quizzes.models import Classroom, Quiz
from quizzes.queries.quizzes import quiz_list, times_given
from quizzes.rules import phrases, questions
from quizzes.rules.exchange.quiz_file import LONGEST_TITLE
from quizzes.rules.words import tidy
from quizzes.services import quizzes as services
from quizzes.services.reading import READABLE_FORMATS
from quizzes.views import removals
from quizzes.views.requests import TeacherRequest

PER_PAGE = 50
_LONGEST_ID = 18  # what a database can hold
EXAMPLES = tuple(
    questions.write(notation)
    for notation in (
        *("7 × 8", "_ + 5 = 12", "(3 + 4) × 2", "17 ÷ 5 = _ r _", "3/4 _ 2/3", "3/_ = 6/8"),
        *("25% of 80", "4, 7, 10, _", "7²", "√49", "£3.50 + £1.20", "3:45 + 20 min"),
    )
)
_WRITING = {"writing", "notation"}
"""What in the address of the editor says that the teacher goes on writing."""


@login_required
@require_safe
def index(request: TeacherRequest) -> HttpResponse:
    archived = request.GET.get("show") == "archived"
    search = tidy(request.GET.get("q", ""))[:LONGEST_TITLE]
    found = quiz_list(request.user, archived=archived, search=search)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "archived": archived, "search": search, "classroom": _chosen_classroom(request)}
    return render(request, "teach/quizzes/list.html", context)


def _chosen_classroom(request: TeacherRequest) -> Classroom | None:
    """For whom a quiz is being chosen: `?classroom=`."""
    chosen = request.GET.get("classroom", "")
    return Classroom.objects.visible_to(request.user).filter(pk=int(chosen)).first() if _is_id(chosen) else None


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= _LONGEST_ID


@login_required
@require_safe
def quiz(request: TeacherRequest, pk: int) -> HttpResponse:
    return show_editor(request, get_object_or_404(Quiz.objects.visible_to(request.user), pk=pk))


def show_editor(request: TeacherRequest, quiz: Quiz, refused: NotationForm | WordsForm | None = None) -> HttpResponse:
    """The editor, with what could not be added still in its field."""
    rows = list(quiz.questions.all())
    notation_form = refused if isinstance(refused, NotationForm) else NotationForm(initial=request.GET.dict())
    if not rows or refused is notation_form or _WRITING.intersection(request.GET):
        notation_form.fields["notation"].widget.attrs["autofocus"] = True
    context = {
        "quiz": quiz,
        "rows": rows,
        "given": list(times_given(quiz)),
        "notation_form": notation_form,
        "words_form": refused if isinstance(refused, WordsForm) else words_form(),
        "settings_form": QuizSettingsForm(instance=quiz),
        "examples": EXAMPLES,
        "readable_formats": READABLE_FORMATS,
        "removed": removals.just_removed(request, quiz),
    }
    return render(request, "teach/quizzes/editor.html", context)


def redirect_to_writing(quiz: Quiz) -> HttpResponse:
    """To the editor, with the cursor in the field for the next question."""
    return redirect(reverse("quiz", args=[quiz.pk], query={"writing": ""}))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: TeacherRequest, pk: int) -> HttpResponse:
    quiz = get_object_or_404(Quiz.objects.visible_to(request.user), pk=pk)
    form = QuizSettingsForm(request.POST or None, instance=quiz)
    if form.is_valid():
        form.save()
        messages.success(request, "The settings are saved.")
        return redirect("quiz", quiz.pk)
    quiz.refresh_from_db(fields=["title"])  # a refused form has left its own on the instance
    return render(request, "teach/quizzes/settings.html", {"quiz": quiz, "form": form})


@login_required
@require_POST
def copy(request: TeacherRequest, pk: int) -> HttpResponse:
    quiz = get_object_or_404(Quiz.objects.visible_to(request.user), pk=pk)
    made = services.duplicate_quiz(quiz=quiz)
    messages.success(request, f"This is a copy of “{quiz.title}”. Changing it leaves the first one alone.")
    return redirect("quiz", made.pk)


@login_required
@require_POST
def archival(request: TeacherRequest, pk: int) -> HttpResponse:
    quiz = get_object_or_404(Quiz.objects.visible_to(request.user), pk=pk)
    services.archive_quiz(quiz=quiz)
    messages.success(request, f"“{quiz.title}” is in the archive. It can be taken out again at any time.")
    return redirect("quizzes")


@login_required
@require_POST
def restoration(request: TeacherRequest, pk: int) -> HttpResponse:
    quiz = get_object_or_404(Quiz.objects.visible_to(request.user), pk=pk)
    services.unarchive_quiz(quiz=quiz)
    messages.success(request, f"“{quiz.title}” is back among your quizzes.")
    return redirect("quiz", quiz.pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def deletion(request: TeacherRequest, pk: int) -> HttpResponse:
    quiz = get_object_or_404(Quiz.objects.visible_to(request.user), pk=pk)
    if request.method == "POST":
        quiz.delete()
        messages.success(request, f"“{quiz.title}” was deleted.")
        return redirect("quizzes")
    return render(
        request,
        "teach/confirm.html",
        {
            "title": f"Delete “{quiz.title}”?",
            "consequences": _consequences_of_deleting(quiz),
            "button": "Delete the quiz",
            "cancel_url": reverse("quiz", args=[quiz.pk]),
        },
    )


def _consequences_of_deleting(quiz: Quiz) -> list[str]:
    count = quiz.questions.count()
    lost = f"{phrases.count(count, 'question')} {'goes' if count == 1 else 'go'} with it".capitalize()
    names = list(dict.fromkeys(given.classroom.name for given in times_given(quiz)))
    kept = [f"{phrases.listed(names)} had it: the questions as they were asked, and all results, stay"] if names else []
    return [lost, *kept, "This cannot be undone. The archive only puts it out of sight"]
