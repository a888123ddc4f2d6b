"""Which misconceptions questions are to tell apart."""

from django import forms

from quizzes.rules.misconceptions import CATALOGUE, Misconception

MOST = 4  # more than these hardly any question tells apart


class TellingForm(forms.Form):
    """`misconceptions` are those that were sent, once the form is valid."""

    misconception = forms.MultipleChoiceField(
        choices=[(each.id, each.name) for each in CATALOGUE.values() if not each.careless],
        error_messages={
            "required": "Choose what the questions are to tell apart.",
            "invalid_choice": "Choose from the causes that the page shows.",
        },
    )

    @property
    def misconceptions(self) -> tuple[Misconception, ...]:
        return tuple(CATALOGUE[name] for name in self.cleaned_data["misconception"][:MOST])
