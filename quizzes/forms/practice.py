"""A level that goes on a class's list of practice, or off it."""

from typing import Any

from django import forms

from quizzes.rules.practice import Step


class StepForm(forms.Form):
    """`step` is what was chosen, once the form is valid."""

    skill = forms.CharField(max_length=40)
    level = forms.IntegerField(min_value=1)

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        self.step = Step.find(given.get("skill", ""), given.get("level", 0))
        if self.step is None:
            raise forms.ValidationError("There is no such level in the curriculum.")
        return given
