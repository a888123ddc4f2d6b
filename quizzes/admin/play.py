"""Sittings, answers with their ink, and corrections: read here, mended only by their teacher."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from quizzes.admin.records import DependentRecordAdmin, RecordAdmin, RecordInline
from quizzes.models import Answer, Correction, Sitting
from quizzes.rules import prompts
from quizzes.templatetags.ink import ink


@admin.register(Sitting)
class SittingAdmin(RecordAdmin[Sitting]):
    list_display = ["student", "assignment", "classroom", "started_at", "finished_at"]
    list_filter = [("finished_at", admin.EmptyFieldListFilter), "started_at"]
    list_select_related = ["student", "assignment__classroom"]
    search_fields = ["student__name", "assignment__title", "assignment__classroom__name"]
    search_help_text = "Student, assignment or classroom"
    date_hierarchy = "started_at"
    fields = ["student", "assignment", "started_at", "finished_at", "showing", "shown_at", "order"]

    @admin.display(ordering="assignment__classroom__name")
    def classroom(self, sitting: Sitting) -> str:
        return sitting.assignment.classroom.name


class CorrectionInline(RecordInline[Correction, Answer]):
    model = Correction
    fields = ["mark", "text", "reason", "teacher", "created_at", "undone_at", "undone_by"]


@admin.register(Answer)
class AnswerAdmin(RecordAdmin[Answer]):
    """The list leaves the ink in the database."""

    list_display = ["question_asked", "student", "assignment", "source", "text", "mark", "received_at"]
    list_filter = [
        "mark",
        "source",
        "awaits_child",
        "awaits_reader",
        "late",
        "left_to_teacher",
        "look_at_ink",
        "received_at",
    ]
    list_select_related = ["question", "sitting__student", "sitting__assignment"]
    search_fields = ["=id", "=text", "sitting__student__name", "sitting__assignment__title"]
    search_help_text = "Id, text, student or assignment"
    ordering = ["-received_at"]
    date_hierarchy = "received_at"
    inlines = [CorrectionInline]
    fields = [
        "id",
        "question_asked",
        "student",
        "assignment",
        "number",
        "source",
        "drawing",
        "text",
        "mark",
        "note",
        "automatic_text",
        "automatic_mark",
        "reading",
        "awaits_child",
        "awaits_reader",
        "late",
        "left_to_teacher",
        "mirrored",
        "look_at_ink",
        "shown_at",
        "received_at",
    ]

    class Media:
        css = {"all": ["css/pages/admin.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Answer]:
        return super().get_queryset(request).defer("strokes", "reading")

    @admin.display(description="question", ordering="question__position")
    def question_asked(self, answer: Answer) -> str:
        return prompts.plain(answer.question.question.prompt)

    @admin.display(ordering="sitting__student__name")
    def student(self, answer: Answer) -> str:
        return answer.sitting.student.name

    @admin.display(ordering="sitting__assignment__title")
    def assignment(self, answer: Answer) -> str:
        return answer.sitting.assignment.title

    @admin.display(description="ink")
    def drawing(self, answer: Answer) -> SafeString | str:
        reading: dict[str, Any] = answer.reading or {}
        return ink(answer.strokes, f"Ink, marked as “{answer.text}”", reading.get("glyphs")) or "Typed"


@admin.register(Correction)
class CorrectionAdmin(DependentRecordAdmin[Correction]):
    list_display = ["answer", "mark", "text", "reason", "teacher", "created_at", "undone_at"]
    list_filter = ["mark", ("undone_at", admin.EmptyFieldListFilter), "created_at"]
    list_select_related = ["answer", "teacher"]
    search_fields = ["=answer__id", "reason", "teacher__email", "answer__sitting__student__name"]
    search_help_text = "Id of the answer, reason, teacher or student"
    date_hierarchy = "created_at"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Correction]:
        return super().get_queryset(request).defer("answer__strokes", "answer__reading")
