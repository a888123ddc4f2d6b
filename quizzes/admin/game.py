"""Live games, and what students keep of playing: read here, led and earned elsewhere."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from quizzes.admin.records import DependentRecordAdmin, RecordAdmin
from quizzes.models import LiveGame, Reward


@admin.register(LiveGame)
class LiveGameAdmin(DependentRecordAdmin[LiveGame]):
    """Goes with its assignment alone. The list leaves the state in the database."""

    list_display = ["assignment", "classroom", "teacher", "code", "version", "created_at", "over_at"]
    list_filter = [("over_at", admin.EmptyFieldListFilter), "created_at"]
    list_select_related = ["assignment__classroom__teacher"]
    search_fields = ["=code", "assignment__title", "assignment__classroom__name"]
    search_help_text = "Game code, title of the assignment, or classroom"
    date_hierarchy = "created_at"
    fields = ["assignment", "classroom", "teacher", "code", "phase", "players", "version", "created_at", "over_at"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[LiveGame]:
        return super().get_queryset(request).defer("state")

    @admin.display(ordering="assignment__classroom__name")
    def classroom(self, game: LiveGame) -> str:
        return game.assignment.classroom.name

    @admin.display(ordering="assignment__classroom__teacher__email")
    def teacher(self, game: LiveGame) -> str:
        return str(game.assignment.classroom.teacher)

    @admin.display
    def phase(self, game: LiveGame) -> str:
        return game.value.phase.value

    @admin.display
    def players(self, game: LiveGame) -> int:
        return len(game.value.playing)


@admin.register(Reward)
class RewardAdmin(RecordAdmin[Reward]):
    list_display = ["code", "student", "classroom", "earned_at"]
    list_filter = ["code", "earned_at"]
    list_select_related = ["student__classroom"]
    search_fields = ["code", "student__name", "student__classroom__name"]
    search_help_text = "Part, student or classroom"
    date_hierarchy = "earned_at"

    @admin.display(ordering="student__classroom__name")
    def classroom(self, reward: Reward) -> str:
        return reward.student.classroom.name
