"""What a teacher says of an answer."""

from collections.abc import Mapping
from typing import Any

from django import forms

from quizzes.rules.grammar import FORMATS
from quizzes.rules.marking import Outcome

OTHER = "other"
REASONS = {
    "looked": "I looked at it",
    "readable": "I can read it",
    "form": "I accept this form",
    OTHER: "Another reason",
}
LONGEST_REASON = 200
EXAMPLES = {"integer": "-8", "decimal": "2.5", "fraction": "3/4", "mixed": "1 1/2", "money": "3.50"}
"""Of the formats whose hint does not say by itself what to type."""


class MarkForm(forms.Form):
    """A mark, by the button that was pressed. The reason is chosen already, so that one tap is enough."""

    mark = forms.ChoiceField(
        choices=[(outcome.value, outcome.value) for outcome in Outcome],
        error_messages={"required": "Press the mark that it should have.", "invalid_choice": "Press one of the marks."},
    )
    reason = forms.ChoiceField(choices=REASONS, initial="looked", label="Reason")
    other = forms.CharField(
        label="In your own words",
        required=False,
        max_length=LONGEST_REASON,
        error_messages={"max_length": "Say it in at most %(limit_value)d characters; there are %(show_value)d."},
    )

    def clean(self) -> dict[str, Any]:
        """Words of the teacher's own go before the choice: who wrote some meant them."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("reason") == OTHER and not cleaned.get("other") and "other" not in self.errors:
            self.add_error("other", "Say why in a few words, or choose another reason.")
        return cleaned

    @property
    def outcome(self) -> Outcome:
        return Outcome(self.cleaned_data["mark"])

    @property
    def words(self) -> str:
        """The reason, as it is kept."""
        return self.cleaned_data["other"] or REASONS[self.cleaned_data["reason"]]


class ReadingForm(forms.Form):
    """What the ink says, as an answer of the question's format; the mark follows by the rules."""

    text = forms.CharField(
        label="It says",
        max_length=LONGEST_REASON - len("Misread: it says "),
        error_messages={"required": "Type what you read in the ink."},
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(self, format: str, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        example = f", such as {EXAMPLES[format]}" if format in EXAMPLES else ""
        self.fields["text"].help_text = f"Type {FORMATS[format].hint}{example}."

    @property
    def words(self) -> str:
        return f"Misread: it says {self.cleaned_data['text']}"


class UndoForm(forms.Form):
    """Which correction was on the screen when "Undo" was pressed."""

    correction = forms.IntegerField(widget=forms.HiddenInput)
