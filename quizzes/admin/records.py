"""What happened, to be read and not rewritten."""

from typing import Any, TypeVar

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

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


class RecordInline(NoChanges, admin.TabularInline[M, P]):
    """Records on the page of what they belong to."""

    extra = 0
    can_delete = False
    show_change_link = True
