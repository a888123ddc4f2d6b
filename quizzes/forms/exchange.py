"""What a teacher fills in to make a quiz from a file."""

from typing import Any, cast

from django import forms
from django.core import signing
from django.core.validators import MaxLengthValidator
from django.http import QueryDict

from quizzes.forms.quizzes import TitleForm
from quizzes.rules.exchange.documents import read_json, write_json
from quizzes.rules.exchange.encodings import text_of
from quizzes.rules.exchange.quiz_file import MOST_BYTES, Fault, FileRefused, QuizFile
from quizzes.rules.exchange.reading import read

MOST_PASTED = 20_000
"""Characters, as a form's text is sent in 64 KB. Said by a validator: a field's own limit would make browsers cut off
what is pasted without a word."""

_SALT = "quiz to import"


class ImportForm(forms.Form):
    """`quiz` is what the file makes, once the form is valid; else `faults` are what is to be mended in it."""

    quiz: QuizFile
    faults: tuple[Fault, ...] = ()
    file = forms.FileField(
        label="A CSV or JSON file",
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.json,.txt,text/csv,application/json,text/plain"}),
    )
    text = forms.CharField(
        label="Or paste the questions",
        required=False,
        strip=False,
        help_text="One in a line, such as 7 × 8, or what you copied from a spreadsheet.",
        validators=[
            MaxLengthValidator(MOST_PASTED, "That is too much to paste: save it as a file, and choose the file.")
        ],
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false", "autocapitalize": "off"}),
    )

    def clean(self) -> dict[str, Any]:
        if self.errors:
            return self.cleaned_data
        try:
            text = self._text()
            self.quiz = read(text)
        except FileRefused as refused:
            self.faults = refused.faults
            raise forms.ValidationError("Nothing was imported yet.") from refused
        return self.cleaned_data

    def _text(self) -> str:
        """What was pasted, or the text of the file, which is then shown as if it had been pasted: to be mended here."""
        file = self.cleaned_data.get("file")
        if file is None:
            return str(self.cleaned_data["text"])
        text = text_of(file.read(MOST_BYTES + 1))
        data = cast("QueryDict", self.data).copy()
        data["text"] = text if len(text) <= MOST_PASTED else ""
        self.data = data
        return text


class ImportedQuizForm(TitleForm):
    """The quiz to be made, signed on its way through the page that shows it, and its title."""

    signed = forms.CharField(widget=forms.HiddenInput)

    @classmethod
    def of(cls, quiz: QuizFile) -> "ImportedQuizForm":
        signed = signing.dumps(write_json(quiz), salt=_SALT, compress=True)
        return cls(initial={"title": quiz.settings.title, "signed": signed})

    def clean_signed(self) -> QuizFile:
        try:
            return read_json(signing.loads(self.cleaned_data["signed"], salt=_SALT))
        except (signing.BadSignature, FileRefused) as changed:
            raise forms.ValidationError("What was to be imported got lost on its way. Choose it again.") from changed
