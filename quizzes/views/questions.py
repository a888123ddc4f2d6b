"""The questions of a quiz, one at a time."""

import random

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes.forms.quizzes import NotationForm, new_question_form, rewriting_form, rewritten
from quizzes.models import Question, Quiz
from quizzes.models.people import User
from quizzes.rules import phrases
from quizzes.rules.generation import practising
from quizzes.rules.grammar import FORMATS
from quizzes.rules.questions import QuestionRefused
from quizzes.rules.refusals import Refused
from quizzes.rules.typesetting import in_line
from quizzes.services import quizzes as services
from quizzes.services.reading import can_be_drawn
from quizzes.views.quizzes import redirect_to_writing, show_editor
from quizzes.views.removals import NotRestorable, note_removal, read_token
from quizzes.views.requests import TeacherRequest

MORE = 5


@login_required
@require_POST
def new(request: TeacherRequest, pk: int) -> HttpResponse:
    quiz = get_object_or_404(Quiz.objects.visible_to(request.user), pk=pk)
    form = new_question_form(request.POST)
    if not form.is_valid():
        return show_editor(request, quiz, refused=form)
    try:
        services.add_questions(quiz=quiz, added=[practising(form.question)])
    except QuestionRefused as full:
        form.add_error(next(iter(form.fields)), full.sentence)
        return show_editor(request, quiz, refused=form)
    return redirect_to_writing(quiz)


@login_required
@require_safe
def preview(request: TeacherRequest) -> JsonResponse:
    """The answer of a notation that is being typed, worked out; else the sentence that says what is missing."""
    form = NotationForm(request.GET)
    if not form.is_valid():
        return JsonResponse({"detail": str(form.errors["notation"][0])})
    question = form.question
    return JsonResponse(
        {
            "answer": in_line(question.answer_in_full),
            "format": FORMATS[question.format].label,
            "drawable": can_be_drawn(question),
        }
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: TeacherRequest, pk: int) -> HttpResponse:
    row = _question(request.user, pk)
    before = row.question
    form = rewriting_form(before, request.POST if request.method == "POST" else None)
    if form.is_valid():
        services.rewrite_question(row=row, question=rewritten(before, form.question))
        messages.success(request, "The question is changed.")
        return redirect_to_question(row)
    return render(request, "teach/quizzes/question.html", {"quiz": row.quiz, "question": before, "form": form})


@login_required
@require_POST
def removal(request: TeacherRequest, pk: int) -> HttpResponse:
    row = _question(request.user, pk)
    note_removal(request, row)
    services.remove_question(row=row)
    return redirect("quiz", row.quiz_id)


@login_required
@require_POST
def restoration(request: TeacherRequest, pk: int) -> HttpResponse:
    quiz = get_object_or_404(Quiz.objects.visible_to(request.user), pk=pk)
    try:
        row = services.restore_question(quiz=quiz, **read_token(request.POST.get("removed", ""), quiz))
    except NotRestorable:
        messages.error(request, "This question cannot be put back any more. Write it again.")
        return redirect("quiz", quiz.pk)
    except QuestionRefused as full:
        messages.error(request, full.sentence)
        return redirect("quiz", quiz.pk)
    messages.success(request, f"{row.question.plain()} is back.")
    return redirect_to_question(row)


@login_required
@require_POST
def more(request: TeacherRequest, pk: int) -> HttpResponse:
    """Five questions like this one, none that the quiz has, at its end."""
    row = _question(request.user, pk)
    try:
        added = services.add_like(row=row, count=MORE, rng=random.SystemRandom())
    except Refused as refused:
        messages.error(request, refused.sentence)
        return redirect_to_question(row)
    messages.success(request, f"{phrases.count(len(added), 'question')} like {row.question.plain()} added at the end.")
    return redirect_to_question(added[0])


@login_required
@require_POST
def move(request: TeacherRequest, pk: int) -> HttpResponse:
    """`by` is up (−1) or down (1)."""
    row = _question(request.user, pk)
    services.move_question(row=row, by=-1 if request.POST.get("by") == "-1" else 1)
    place = list(row.quiz.questions.values_list("pk", flat=True)).index(row.pk) + 1
    messages.success(request, f"{row.question.plain()} is now question {place}.")
    return redirect_to_question(row)


@login_required
@require_POST
def order(request: TeacherRequest, pk: int) -> HttpResponse:
    """The whole order at once, for dragging: `ids`, one after the other."""
    quiz = get_object_or_404(Quiz.objects.visible_to(request.user), pk=pk)
    try:
        ids = [int(one) for one in request.POST.getlist("ids")]
    except ValueError:
        return JsonResponse({"detail": "The new order could not be read. Reload the page."}, status=400)
    services.order_questions(quiz=quiz, ids=ids)
    return HttpResponse(status=204)


def redirect_to_question(row: Question) -> HttpResponse:
    """To the editor, with the keyboard at this question."""
    return redirect(f"{reverse('quiz', args=[row.quiz_id])}#question-{row.pk}")


def _question(teacher: User, pk: int) -> Question:
    return get_object_or_404(Question.objects.filter(quiz__teacher=teacher).select_related("quiz"), pk=pk)
