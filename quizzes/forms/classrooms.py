"""Classrooms, and the students in them."""

from typing import Any, cast

from django import forms

from quizzes.models import Classroom, Student
from quizzes.rules.names import LONGEST_NAME
from quizzes.rules.refusals import RosterRefused
from quizzes.rules.words import tidy
from quizzes.services.classrooms import names_to_add
from quizzes.services.refusals import NotEditable

ROSTER_HELP = "One student to a line. In rows from a spreadsheet, first and last names come together."


class ClassroomForm(forms.ModelForm[Classroom]):
    class Meta:
        model = Classroom
        fields = ["name", "emblem", "decimal_sign", "with_game"]
        widgets = {
            "name": forms.TextInput({"autocomplete": "off", "placeholder": "4B"}),
            "emblem": forms.RadioSelect,
            "decimal_sign": forms.RadioSelect,
        }
        help_texts = {
            "name": "As you call it: “4B”, “Maths on Tuesday”. The students see it when they join.",
            "decimal_sign": "How numbers are shown to this class. Students may write either.",
        }
        error_messages = {
            "name": {"required": "Give the classroom a name, for example “4B”."},
            "emblem": {
                "required": "Choose one of the emblems.",
                "invalid_choice": "Choose one of the emblems.",
            },
            "decimal_sign": dict.fromkeys(["required", "invalid_choice"], "Choose the point or the comma."),
        }


class RosterForm(forms.Form):
    """A pasted list. Once it is valid, `names` are those that would be added, told apart."""

    roster = forms.CharField(
        label="Names",
        help_text=ROSTER_HELP,
        max_length=10_000,
        widget=forms.Textarea({"rows": 10, "autocomplete": "off", "spellcheck": "false"}),
        error_messages={
            "required": "Write at least one name.",
            "max_length": "That is more than a classroom holds. Paste the names alone, without other columns.",
        },
    )

    def __init__(self, classroom: Classroom, *args: Any, **kwargs: Any) -> None:
        self.classroom = classroom
        self.names: list[str] = []
        super().__init__(*args, **kwargs)

    def clean_roster(self) -> str:
        roster: str = self.cleaned_data["roster"]
        try:
            self.names = names_to_add(classroom=self.classroom, roster=roster)
        except (RosterRefused, NotEditable) as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
        if not self.names:
            raise forms.ValidationError(self.fields["roster"].error_messages["required"])
        return roster


class StudentForm(forms.Form):
    name = forms.CharField(
        max_length=LONGEST_NAME,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
        error_messages={
            "required": "Write the student's name.",
            "max_length": f"A name has at most {LONGEST_NAME} letters. Write a shorter one, as the class says it.",
        },
    )
    left_handed = forms.BooleanField(
        label="Writes with the left hand",
        required=False,
        help_text="The tools beside the pad change sides.",
    )

    def clean_name(self) -> str:
        name = tidy(self.cleaned_data["name"])
        if not any(character.isalpha() for character in name):
            raise forms.ValidationError("Write the name with letters.")
        return name


class SeatForm(forms.ModelForm[Student]):
    """For administrators. The model's constraint looks at fields that this form does not have, so it is asked here."""

    class Meta:
        model = Student
        fields = ["name", "classroom", "left_handed"]

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        classroom = given.get("classroom") or (self.instance.pk and self.instance.classroom)
        if "name" in given and classroom and not (self.instance.removed_at or self.instance.guest_in_id):
            others = Student.objects.seated().filter(classroom=classroom).exclude(pk=self.instance.pk)
            if others.filter(name__iexact=given["name"]).exists():
                self.add_error("name", f"There is another {given['name']} in {classroom}. Add an initial or a number.")
        return given


class RemovalForm(forms.Form):
    """What becomes of the answers of somebody who leaves; of somebody who left, there is only erasing left."""

    KEEP = ("keep", "Keep them: they stay in the results, and you can bring the student back")
    ERASE = ("erase", "Erase the student with all ink and marks, for good")

    answers = forms.ChoiceField(
        label="What about the answers?",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Say what becomes of the answers.",
            "invalid_choice": "Say what becomes of the answers.",
        },
    )

    def __init__(self, student: Student, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [self.ERASE] if student.removed_at else [self.KEEP, self.ERASE]
        cast("forms.ChoiceField", self.fields["answers"]).choices = choices
        self.fields["answers"].initial = choices[0][0]

    @property
    def erases(self) -> bool:
        return bool(self.cleaned_data["answers"] == "erase")
