"""Quizzes as teachers keep them, and as they were given."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from quizzes.admin.records import DependentRecordAdmin, NoChanges, RecordAdmin, RecordInline
from quizzes.models import AskedQuestion, Assignment, Question, Quiz
from quizzes.models.quiz import PlacedQuestion
from quizzes.rules import prompts
from quizzes.services.exchange import stop_sharing


class ShowsQuestion:
    """The question in words, in place of its JSON."""

    @admin.display(description="question", ordering="body__prompt")
    def prompt(self, row: PlacedQuestion) -> str:
        return prompts.plain(row.question.prompt)

    @admin.display(description="right answer")
    def answer(self, row: PlacedQuestion) -> str:
        return row.question.answer


class QuestionInline(ShowsQuestion, RecordInline[Question, Quiz]):
    model = Question
    fields = ["position", "prompt", "answer"]
    readonly_fields = ["position", "prompt", "answer"]


@admin.register(Quiz)
class QuizAdmin(admin.ModelAdmin[Quiz]):
    """That a quiz is shared can be seen and ended. Its link is its teacher's to give, so the token is not shown."""

    list_display = ["title", "teacher", "question_count", "show_marks", "tries", "shared", "archived_at", "updated_at"]
    list_filter = [
        "show_marks",
        "shuffle",
        ("share_token", admin.EmptyFieldListFilter),
        ("archived_at", admin.EmptyFieldListFilter),
        "updated_at",
    ]
    list_select_related = ["teacher"]
    search_fields = ["title", "teacher__name", "teacher__email"]
    search_help_text = "Title or teacher"
    autocomplete_fields = ["teacher"]
    date_hierarchy = "created_at"
    exclude = ["share_token"]
    readonly_fields = ["shared", "created_at", "updated_at"]
    inlines = [QuestionInline]
    actions = ["stop_sharing"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Quiz]:
        quizzes: QuerySet[Quiz] = super().get_queryset(request)
        return quizzes.annotate(_questions=Count("questions"))

    @admin.display(boolean=True)
    def shared(self, quiz: Quiz) -> bool:
        return quiz.share_token is not None

    @admin.action(description="Stop sharing: the link works no more", permissions=["change"])
    def stop_sharing(self, request: HttpRequest, quizzes: QuerySet[Quiz]) -> None:
        shared = list(quizzes.exclude(share_token=None))
        for quiz in shared:
            stop_sharing(quiz=quiz)
        self.message_user(request, f"No longer shared: {len(shared)}.")

    @admin.display(description="questions", ordering="_questions")
    def question_count(self, quiz: Any) -> int:
        return int(quiz._questions)


@admin.register(Question)
class QuestionAdmin(ShowsQuestion, NoChanges, admin.ModelAdmin[Question]):
    """Written by teachers, where the answer is computed; JSON edited here could not be trusted."""

    list_display = ["prompt", "answer", "quiz", "position"]
    list_filter = ["quiz__archived_at"]
    list_select_related = ["quiz"]
    search_fields = ["quiz__title", "quiz__teacher__email"]
    search_help_text = "Title of the quiz, or the teacher's address"
    fields = ["quiz", "position", "prompt", "answer", "body"]


class AskedQuestionInline(ShowsQuestion, RecordInline[AskedQuestion, Assignment]):
    model = AskedQuestion
    fields = ["position", "prompt", "answer"]
    readonly_fields = ["position", "prompt", "answer"]


@admin.register(Assignment)
class AssignmentAdmin(RecordAdmin[Assignment]):
    """As it was given. Only when it is open may be changed, and of a round of practice or a live game nothing."""

    list_display = ["title", "classroom", "teacher", "practised_by", "opens_at", "closes_at", "closed_at", "created_at"]
    list_filter = [
        ("practised_by", admin.EmptyFieldListFilter),
        "show_marks",
        ("closed_at", admin.EmptyFieldListFilter),
        "created_at",
    ]
    list_select_related = ["classroom__teacher", "practised_by"]
    search_fields = ["title", "classroom__name", "classroom__code", "classroom__teacher__email"]
    search_help_text = "Title, classroom, join code or the teacher's address"
    date_hierarchy = "created_at"
    readonly_fields = [
        "title",
        "instructions",
        "classroom",
        "quiz",
        "practised_by",
        "practised_skill",
        "show_marks",
        "tries",
        "shuffle",
        "created_at",
    ]
    fields = [*readonly_fields, "opens_at", "closes_at", "closed_at"]
    inlines = [AskedQuestionInline]

    @admin.display(ordering="classroom__teacher__email")
    def teacher(self, assignment: Assignment) -> str:
        return str(assignment.classroom.teacher)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = admin.ModelAdmin.has_change_permission(self, request, obj)
        return allowed and (obj is None or not (obj.is_practice or obj.is_live))


@admin.register(AskedQuestion)
class AskedQuestionAdmin(ShowsQuestion, DependentRecordAdmin[AskedQuestion]):
    list_display = ["prompt", "answer", "assignment", "position"]
    list_filter = ["assignment__created_at"]
    list_select_related = ["assignment"]
    search_fields = ["assignment__title", "assignment__classroom__name"]
    search_help_text = "Title of the assignment, or classroom"
    fields = ["assignment", "position", "prompt", "answer", "body"]
