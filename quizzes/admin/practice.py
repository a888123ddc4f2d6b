"""What classrooms practise."""

from django.contrib import admin

from quizzes.models import ClassroomSkill


@admin.register(ClassroomSkill)
class ClassroomSkillAdmin(admin.ModelAdmin[ClassroomSkill]):
    """Added and left out by teachers; here only seen and, where something went wrong, mended."""

    list_display = ["skill", "level", "classroom", "teacher", "added_at"]
    list_filter = ["skill", "added_at"]
    list_select_related = ["classroom__teacher"]
    search_fields = ["skill", "classroom__name", "classroom__code", "classroom__teacher__email"]
    search_help_text = "Skill, classroom, join code or the teacher's address"
    autocomplete_fields = ["classroom"]
    readonly_fields = ["added_at"]

    @admin.display(ordering="classroom__teacher__email")
    def teacher(self, practised: ClassroomSkill) -> str:
        return str(practised.classroom.teacher)
