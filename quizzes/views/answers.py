"""One answer looked at by its teacher, corrected, and the correction undone."""

from collections.abc import Iterator
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from quizzes.forms.corrections import MarkForm, ReadingForm, UndoForm
from quizzes.models import Answer, Correction
from quizzes.queries.answer_sheet import AnswerSheet, Attempt, answer_sheet
from quizzes.services.corrections import correct_answer, correct_reading, count_late, undo_correction
from quizzes.services.refusals import NotEditable
from quizzes.views.requests import TeacherRequest


@login_required
@require_safe
def answer(request: TeacherRequest, pk: UUID) -> HttpResponse:
    return _sheet(request, _own(request, pk))


@login_required
@require_POST
def answer_correction(request: TeacherRequest, pk: UUID) -> HttpResponse:
    """A mark by one of the buttons, or a reading that is then marked."""
    answer = _own(request, pk)
    reads = "text" in request.POST
    form = ReadingForm(answer.question.question.format, request.POST) if reads else MarkForm(request.POST)
    if form.is_valid():
        try:
            correction = _correct(request, answer, form)
        except NotEditable as refusal:
            form.add_error("text" if "text" in form.fields else None, str(refusal))
        else:
            messages.success(request, f"Marked {correction.mark}. The scores have followed.")
            return redirect(_place(answer))
    return _sheet(request, answer, form)


@login_required
@require_POST
def answer_counting(request: TeacherRequest, pk: UUID) -> HttpResponse:
    """An answer that came after its question was over counts."""
    answer = _own(request, pk)
    try:
        correction = count_late(answer=answer, teacher=request.user)
    except NotEditable as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, f"It counts, and is {correction.mark}. The scores have followed.")
    return redirect(_place(answer))


@login_required
@require_POST
def answer_correction_undoing(request: TeacherRequest, pk: UUID) -> HttpResponse:
    answer = _own(request, pk)
    form = UndoForm(request.POST)
    try:
        undo_correction(
            answer=answer,
            teacher=request.user,
            correction=form.cleaned_data["correction"] if form.is_valid() else None,
        )
    except NotEditable as refusal:
        messages.warning(request, str(refusal))
    else:
        answer.refresh_from_db(fields=["mark"])
        messages.success(request, f"Undone: it is {answer.mark} again.")
    return redirect(_place(answer))


def _own(request: TeacherRequest, pk: UUID) -> Answer:
    found = Answer.objects.visible_to(request.user)
    return get_object_or_404(
        found.select_related(
            "sitting__assignment__classroom", "sitting__assignment__game", "sitting__student", "question"
        ),
        pk=pk,
    )


def _correct(request: TeacherRequest, answer: Answer, form: MarkForm | ReadingForm) -> Correction:
    if isinstance(form, ReadingForm):
        return correct_reading(answer=answer, teacher=request.user, text=form.cleaned_data["text"], reason=form.words)
    return correct_answer(answer=answer, teacher=request.user, mark=form.outcome, reason=form.words)


def _place(answer: Answer) -> str:
    return f"{reverse('answer', args=[answer.pk])}#try-{answer.number}"


def _sheet(request: TeacherRequest, answer: Answer, tried: MarkForm | ReadingForm | None = None) -> HttpResponse:
    sheet = answer_sheet(answer)
    context = {"sheet": sheet, "attempts": list(_with_forms(sheet, answer, tried)), "answer": answer}
    return render(request, "teach/results/answer.html", context)


def _with_forms(
    sheet: AnswerSheet, answer: Answer, tried: MarkForm | ReadingForm | None
) -> Iterator[tuple[Attempt, MarkForm, ReadingForm]]:
    """Each attempt with its forms, the last one first: the cell that was opened shows that one.

    The one that was tried keeps what was typed and says what to change.
    """
    for attempt in reversed(sheet.attempts):
        own = tried if attempt.answer == answer else None
        ids = f"try-{attempt.answer.number}-%s"
        mark = own if isinstance(own, MarkForm) else MarkForm()
        reading = own if isinstance(own, ReadingForm) else ReadingForm(sheet.question.format)
        mark.auto_id = reading.auto_id = ids
        yield attempt, mark, reading
