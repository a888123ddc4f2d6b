"""How a teacher wants a worksheet. Everything has a usual value, so that an address alone prints one."""

from typing import Any

from django import forms
from django.http import QueryDict

from quizzes.rules.worksheets import MOST_COLUMNS, MOST_VERSIONS

_USUAL = {"columns": "0", "size": "usual", "room": "little", "key": "with", "versions": "1", "seed": "1"}
_MOST_SEEDS = 9999


class WorksheetForm(forms.Form):
    columns = forms.TypedChoiceField(
        label="Columns",
        coerce=int,
        choices=[(0, "As many as fit"), *((number, str(number)) for number in range(1, MOST_COLUMNS + 1))],
    )
    size = forms.ChoiceField(label="Print", choices=[("usual", "Usual"), ("large", "Large")])
    room = forms.ChoiceField(label="Room for working", choices=[("little", "A little"), ("much", "Much")])
    versions = forms.TypedChoiceField(
        label="Versions",
        coerce=int,
        choices=[
            (1, "One"),
            *((most, f"{most}: A to {chr(ord('A') + most - 1)}, shuffled") for most in range(2, MOST_VERSIONS + 1)),
        ],
    )
    key = forms.ChoiceField(label="Answers", choices=[("with", "On a key page"), ("without", "None")])
    seed = forms.IntegerField(min_value=1, max_value=_MOST_SEEDS, widget=forms.HiddenInput)

    @classmethod
    def of(cls, query: QueryDict) -> "WorksheetForm":
        """The form of an address, valid: what the address does not say, or says wrongly, is as usual."""
        said = {name: query[name] for name in _USUAL if name in query}
        tried = cls(_USUAL | said)
        form = cls(_USUAL | {name: value for name, value in said.items() if name not in tried.errors})
        form.full_clean()
        return form

    @property
    def next_seed(self) -> int:
        """For other orders of the versions."""
        seed: Any = self.cleaned_data["seed"]
        return int(seed) % _MOST_SEEDS + 1
