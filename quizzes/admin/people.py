"""Teachers and administrators, classrooms, students and the browsers that hold their seats."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest

from quizzes.admin.records import RecordAdmin
from quizzes.forms.accounts import UserAddForm, UserEditForm
from quizzes.forms.classrooms import SeatForm
from quizzes.models import Classroom, SeatToken, Student, User
from quizzes.services.classrooms import renew_code
from quizzes.services.seats import reset_pin, unlock_seat


@admin.register(User)
class TeacherAdmin(UserAdmin[User]):
    """Only a superuser changes another administrator, whose address or password is a way up, or anybody's powers."""

    form = UserEditForm
    add_form = UserAddForm
    list_display = ["email", "name", "is_active", "is_staff", "classroom_count", "date_joined", "last_login"]
    list_filter = ["is_active", "is_staff", "is_superuser", "date_joined", "last_login"]
    search_fields = ["email", "name"]
    ordering = ["email"]
    date_hierarchy = "date_joined"
    readonly_fields = ["date_joined", "last_login"]
    actions = ["deactivate", "reactivate"]
    fieldsets = [
        (None, {"fields": ["email", "name", "password"]}),
        (
            "What they may do",
            {"fields": ["is_active", "is_staff", "is_superuser", "groups", "user_permissions"]},
        ),
        ("When", {"fields": ["date_joined", "last_login"]}),
    ]
    add_fieldsets = [(None, {"fields": ["email", "name", "usable_password", "password1", "password2", "is_staff"]})]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        users: QuerySet[User] = super().get_queryset(request)
        return users.annotate(_classrooms=Count("classrooms"))

    @admin.display(description="classrooms", ordering="_classrooms")
    def classroom_count(self, user: Any) -> int:
        return int(user._classrooms)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        powers = ["is_staff", "is_superuser", "groups", "user_permissions"]
        fields = list(super().get_readonly_fields(request, obj))
        return fields if _is_superuser(request) else [*fields, *powers]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and _may_touch(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and _may_touch(request, obj)

    @admin.action(description="Deactivate: no signing in, no joining their classrooms", permissions=["change"])
    def deactivate(self, request: HttpRequest, users: QuerySet[User]) -> None:
        if request.user in users:
            self.message_user(request, "You cannot deactivate your own account.", messages.ERROR)
            return
        changed = _within_reach(request, users).filter(is_active=True).update(is_active=False)
        self.message_user(request, f"Deactivated: {changed}. Their seats and join codes work no more.")

    @admin.action(description="Reactivate", permissions=["change"])
    def reactivate(self, request: HttpRequest, users: QuerySet[User]) -> None:
        changed = _within_reach(request, users).filter(is_active=False).update(is_active=True)
        self.message_user(request, f"Reactivated: {changed}. Their seats and join codes work again.")


def _is_superuser(request: HttpRequest) -> bool:
    return bool(getattr(request.user, "is_superuser", False))


def _may_touch(request: HttpRequest, user: User | None) -> bool:
    ordinary = user is None or not (user.is_staff or user.is_superuser)
    return ordinary or user == request.user or _is_superuser(request)


def _within_reach(request: HttpRequest, users: QuerySet[User]) -> QuerySet[User]:
    return users if _is_superuser(request) else users.filter(is_staff=False, is_superuser=False)


@admin.register(Classroom)
class ClassroomAdmin(admin.ModelAdmin[Classroom]):
    list_display = ["name", "teacher", "code", "student_count", "with_game", "created_at"]
    list_filter = ["with_game", "created_at", "emblem"]
    list_select_related = ["teacher"]
    search_fields = ["name", "code", "teacher__name", "teacher__email"]
    search_help_text = "Name, join code or teacher"
    autocomplete_fields = ["teacher"]
    date_hierarchy = "created_at"
    readonly_fields = ["code", "farthest", "created_at"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Classroom]:
        classrooms: QuerySet[Classroom] = super().get_queryset(request)
        return classrooms.annotate(
            _students=Count("students", filter=Q(students__removed_at=None, students__guest_in=None))
        )

    @admin.display(description="students", ordering="_students")
    def student_count(self, classroom: Any) -> int:
        return int(classroom._students)

    def save_model(self, request: HttpRequest, obj: Classroom, form: Any, change: bool) -> None:
        if change:
            super().save_model(request, obj, form, change)
        else:
            renew_code(classroom=obj)


@admin.register(Student)
class StudentAdmin(admin.ModelAdmin[Student]):
    """A student stays in the classroom: the answers belong to its assignments, and would drop out of the results."""

    form = SeatForm
    list_display = ["name", "classroom", "has_pin", "locked_at", "left_handed", "guest_in", "removed_at", "created_at"]
    list_filter = [
        ("guest_in", admin.EmptyFieldListFilter),
        ("locked_at", admin.EmptyFieldListFilter),
        ("removed_at", admin.EmptyFieldListFilter),
        ("pin_hash", admin.EmptyFieldListFilter),
        "left_handed",
        "created_at",
    ]
    list_select_related = ["classroom", "guest_in"]
    search_fields = ["name", "classroom__name", "classroom__code", "classroom__teacher__email"]
    search_help_text = "Name, classroom, join code or the teacher's address"
    autocomplete_fields = ["classroom"]
    date_hierarchy = "created_at"
    readonly_fields = ["has_pin", "wrong_pins", "locked_at", "guest_in", "outfit", "removed_at", "created_at"]
    actions = ["unlock", "forget_pictures"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        fields = list(super().get_readonly_fields(request, obj))
        return ["classroom", *fields] if obj else fields

    @admin.display(description="picture PIN", boolean=True, ordering="pin_hash")
    def has_pin(self, student: Student) -> bool:
        return bool(student.pin_hash)

    @admin.action(description="Unlock the seats", permissions=["change"])
    def unlock(self, request: HttpRequest, students: QuerySet[Student]) -> None:
        for student in students:
            unlock_seat(student=student)
        self.message_user(request, f"Unlocked: {len(students)}.")

    @admin.action(description="Forget the pictures: new ones are chosen on joining", permissions=["change"])
    def forget_pictures(self, request: HttpRequest, students: QuerySet[Student]) -> None:
        for student in students:
            reset_pin(student=student)
        self.message_user(request, f"Pictures forgotten: {len(students)}.")


@admin.register(SeatToken)
class SeatTokenAdmin(RecordAdmin[SeatToken]):
    """Deleting one puts that browser out of its seat, which harms no record."""

    list_display = ["student", "classroom", "created_at"]
    list_filter = ["created_at"]
    list_select_related = ["student__classroom"]
    search_fields = ["student__name", "student__classroom__name", "student__classroom__code"]
    search_help_text = "Student, classroom or join code"
    date_hierarchy = "created_at"
    exclude = ["digest"]

    @admin.display(ordering="student__classroom__name")
    def classroom(self, token: SeatToken) -> str:
        return token.student.classroom.name

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super(RecordAdmin, self).has_delete_permission(request, obj)  # as Django has it
