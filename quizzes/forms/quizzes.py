"""What a teacher fills in to make a quiz."""

from dataclasses import replace
from typing import Any

from django import forms
from django.http import QueryDict

from quizzes.forms.demands import DemandsForm
from quizzes.models import Quiz
from quizzes.rules import questions
from quizzes.rules.generation import practising
from quizzes.rules.grammar import FORMATS
from quizzes.rules.prompts import BOX
from quizzes.rules.questions import Question, QuestionRefused

_PLAIN_TEXT = {"autocomplete": "off", "autocapitalize": "off", "autocorrect": "off", "spellcheck": "false"}


class TitleForm(forms.ModelForm[Quiz]):
    class Meta:
        model = Quiz
        fields = ["title"]
        help_texts = {"title": "Your students see it. For example: Times tables, or Friday warm-up."}
        error_messages = {
            "title": {
                "required": "Give the quiz a title, so that you and your students find it again.",
                "max_length": "A title has at most %(limit_value)d letters; this one has %(show_value)d.",
            }
        }
        widgets = {"title": forms.TextInput(attrs={"autocomplete": "off"})}


class QuizSettingsForm(forms.ModelForm[Quiz]):
    class Meta:
        model = Quiz
        fields = ["title", "instructions", "show_marks", "tries", "shuffle"]
        labels = {"show_marks": "When do students see their marks?", "tries": "Tries for each question"}
        help_texts = {
            "instructions": "Shown before the first question.",
            "tries": "From 1 to 5. Where marks come at the end, each question has one try.",
            "shuffle": "Every student gets the questions in an order of their own.",
        }
        error_messages = {
            "title": {"required": "Give the quiz a title, so that you and your students find it again."},
            "tries": dict.fromkeys(
                ["required", "invalid", "min_value", "max_value"], "Write a number of tries from 1 to 5."
            ),
        }
        widgets = {
            "instructions": forms.Textarea(attrs={"rows": 3}),
            "show_marks": forms.RadioSelect,
            "tries": forms.NumberInput(attrs={"min": 1, "max": 5, "inputmode": "numeric"}),
        }


class NotationForm(DemandsForm):
    """`question` is the question of the rules, once the form is valid."""

    question: Question
    field_order = ["notation", *DemandsForm.OPTIONS]
    notation = forms.CharField(
        label="Write a question",
        error_messages={"required": "Write a question, such as 7 × 8."},
        widget=forms.TextInput(attrs={**_PLAIN_TEXT, "enterkeyhint": "done"}),
    )

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if not self.errors:
            try:
                self.question = self.write(questions.write, given["notation"])
            except forms.ValidationError as refused:
                self.add_error("notation", refused)
        return given


class WordsForm(DemandsForm):
    """`question` is the question of the rules, once the form is valid."""

    question: Question
    field_order = ["prompt", "answer", "format", *DemandsForm.OPTIONS]
    prompt = forms.CharField(
        label="Question in words",
        help_text="Put _ where the answer goes. Without one, the box is at the end.",
        error_messages={"required": "Write the question."},
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    answer = forms.CharField(
        label="The right answer",
        help_text="Students draw a number, a sign, an amount or a time; they type a word.",
        error_messages={"required": "Write the right answer, so that the site can mark."},
        widget=forms.TextInput(attrs=_PLAIN_TEXT),
    )
    format = forms.ChoiceField(
        label="Kind of answer",
        choices=[("", "As the right answer is written"), *((form.name, form.label) for form in FORMATS.values())],
        required=False,
        error_messages={"invalid_choice": "Choose one of the kinds of answer."},
    )

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if not self.errors:
            self.question = self.write(questions.write_text, given["prompt"], given["answer"], given["format"])
        return given


def new_question_form(data: QueryDict) -> NotationForm | WordsForm:
    """The form that was sent: questions in words bring a prompt."""
    return words_form(data) if "prompt" in data else NotationForm(data)


def words_form(data: QueryDict | None = None) -> WordsForm:
    """For a page that has the other form as well: ids of its own."""
    return WordsForm(data, auto_id="words_%s")


def rewriting_form(question: Question, data: QueryDict | None = None) -> NotationForm | WordsForm:
    """The form that the question was written in, with the question in it."""
    options = DemandsForm.options_of(question)
    if question.is_text:
        return WordsForm(data, initial=options | _words_of(question))
    form = NotationForm(data, initial=options | {"notation": question.notation or question.plain()})
    form.fields["notation"].label = "Question"
    return form


def rewritten(before: Question, after: Question) -> Question:
    """The question as it was changed. What asks the same still practises the same, and keeps its figure; what asks
    something else practises what that belongs to.

    It keeps its format too, where that was not chosen in the form: −3 × −4 does not say that its answer is positive.
    """
    if after.prompt != before.prompt:
        return practising(after)
    same = replace(after, skill=before.skill, level=before.level, figure=before.figure)
    if after.is_text:
        return same
    try:
        return replace(before, layout=after.layout, demands=after.demands)
    except QuestionRefused:  # what is asked for now needs another format
        return same


def _words_of(question: Question) -> dict[str, str]:
    """What a teacher filled in to get the question. The format was chosen where it does not follow from the answer."""
    words = question.notation or question.plain().replace(BOX, "_")
    try:
        followed = questions.write_text(words, question.answer, demands=question.demands).format
    except QuestionRefused:  # what is asked for suits the chosen format alone
        followed = ""
    chosen = "" if question.format == followed else question.format
    return {"prompt": words, "answer": question.answer, "format": chosen}
