"""What happened, to be read and not rewritten."""

from typing import Any, TypeVar

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse

M = TypeVar("M", bound=Model)
P = TypeVar("P", bound=Model)


class NoChanges:
    """Nothing is added or changed."""

    def has_add_permission(self, request: HttpRequest, *args: object) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class RecordAdmin(NoChanges, admin.ModelAdmin[M]):
    """A record. Only a superuser may erase it, as when a family asks for that."""

    show_full_result_count = False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(request.user.is_active and getattr(request.user, "is_superuser", False))


class DependentRecordAdmin(RecordAdmin[M]):
    """A record that explains others, and is erased only together with them: a mark without the correction that made
    it, or an answer without its question, could no longer be understood."""

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        raise PermissionDenied

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        return super().changeform_view(request, object_id, form_url, (extra_context or {}) | {"show_delete": False})


class RecordInline(NoChanges, admin.TabularInline[M, P]):
    """Records on the page of what they belong to."""

    extra = 0
    can_delete = False
    show_change_link = True
