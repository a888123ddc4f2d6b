"""What a teacher fills in to give a quiz."""

from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.db.models import Count, Q
from django.utils import timezone

from quizzes.models import Classroom, User
from quizzes.rules.phrases import count

_AS_THE_WIDGET_WANTS = "%Y-%m-%dT%H:%M"
_UNREADABLE = "Write a day and a time, such as 24/12/2026 08:30."


def _moment(label: str, help_text: str) -> forms.DateTimeField:
    return forms.DateTimeField(
        label=label,
        help_text=help_text,
        required=False,
        error_messages={"invalid": _UNREADABLE},
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=_AS_THE_WIDGET_WANTS),
    )


class DatesForm(forms.Form):
    opens_at = _moment("Open from", "Empty: at once.")
    closes_at = _moment("Open until", "Empty: until you close it.")
    time_zone = settings.TIME_ZONE

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        opens: datetime | None = given.get("opens_at")
        closes: datetime | None = given.get("closes_at")
        if opens and closes and closes <= opens:
            self.add_error("closes_at", "This is not after “Open from”: choose a later time.")
        elif closes and closes <= timezone.now():
            self.add_error("closes_at", "This time has passed: choose a later one, or leave it empty.")
        return given


class ClassroomField(forms.ModelChoiceField[Classroom]):
    def label_from_instance(self, classroom: Classroom) -> str:
        return f"{classroom.name} · {count(classroom.seats, 'student')}"  # type: ignore[attr-defined]


class ToClassroomForm(forms.Form):
    """Which of the teacher's classrooms gets a quiz."""

    classroom = ClassroomField(
        label="To which classroom?",
        queryset=Classroom.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose the classroom that gets the quiz.",
            "invalid_choice": "Choose one of your classrooms.",
        },
    )

    def __init__(self, teacher: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        classrooms = (
            Classroom.objects.visible_to(teacher)
            .annotate(seats=Count("students", filter=Q(students__removed_at=None, students__guest_in=None)))
            .order_by("name", "pk")
        )
        self.classrooms = list(classrooms)
        field = self.fields["classroom"]
        assert isinstance(field, ClassroomField)  # noqa: S101 - declared above
        field.queryset = classrooms
        if len(self.classrooms) == 1:
            self.initial.setdefault("classroom", self.classrooms[0].pk)


class GiveForm(ToClassroomForm, DatesForm):
    field_order = ["classroom", "opens_at", "closes_at"]
