"""What a teacher may ask of an answer beside its value, and how the question is set."""

from collections.abc import Callable
from typing import Any

from django import forms

from quizzes.rules import demands
from quizzes.rules.grammar import MOST_PLACES
from quizzes.rules.questions import Layout, Question, QuestionRefused

_SHAPES = (demands.LOWEST_TERMS, demands.MIXED, demands.IMPROPER, demands.AS_WRITTEN)


class DemandsForm(forms.Form):
    """What the forms for a question have in common. Nothing of it need be filled in."""

    shapes = forms.MultipleChoiceField(
        label="How the answer must be written",
        choices=[(shape, demands.in_words(shape)) for shape in _SHAPES],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    places = forms.ChoiceField(
        label="Decimals",
        choices=[("", "As many as it has"), *((str(count), str(count)) for count in range(MOST_PLACES + 1))],
        required=False,
    )
    unit = forms.CharField(
        label="Unit",
        required=False,
        max_length=10,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false", "placeholder": "cm, kg, %"}
        ),
    )
    columns = forms.BooleanField(label="Set it in columns, one number above the other", required=False)

    OPTIONS = ("shapes", "places", "unit", "columns")

    @property
    def options(self) -> list[forms.BoundField]:
        """The fields that may stay out of sight."""
        return [self[name] for name in self.OPTIONS]

    @property
    def opened(self) -> bool:
        """Whether any of them says something."""
        return any(field.errors or field.value() for field in self.options)

    def write(self, writing: Callable[..., Question], *words: str) -> Question:
        """The question with what is asked of it. Raises ValidationError with what to change."""
        given = self.cleaned_data
        asked = list(given.get("shapes", ()))
        asked += [f"places:{given['places']}"] if given.get("places") else []
        asked += [f"unit:{given['unit'].strip()}"] if given.get("unit") else []
        layout = Layout.COLUMN if given.get("columns") else Layout.LINE
        try:
            return writing(*words, layout=layout, demands=tuple(asked))
        except QuestionRefused as refused:
            raise forms.ValidationError(refused.sentence) from refused

    @classmethod
    def options_of(cls, question: Question) -> dict[str, Any]:
        """What was chosen to get the question."""
        count = demands.places(question.demands)
        return {
            "shapes": [shape for shape in _SHAPES if shape in question.demands],
            "places": "" if count is None else str(count),
            "unit": demands.unit(question.demands),
            "columns": question.layout is Layout.COLUMN,
        }
