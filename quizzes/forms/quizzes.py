"""What a teacher fills in to make a quiz."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import QueryDict

from quizzes.models import Quiz
from quizzes.rules import questions
from quizzes.rules.grammar import FORMATS
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


class NotationForm(forms.Form):
    """`question` is the question of the rules, once the form is valid."""

    question: Question
    notation = forms.CharField(
        label="Write a question",
        error_messages={"required": "Write a question, such as 7 × 8."},
        widget=forms.TextInput(attrs={**_PLAIN_TEXT, "enterkeyhint": "done"}),
    )

    def clean_notation(self) -> str:
        notation: str = self.cleaned_data["notation"]
        self.question = _written(questions.write, notation)
        return notation


class WordsForm(forms.Form):
    """`question` is the question of the rules, once the form is valid."""

    question: Question
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
        if {"prompt", "answer", "format"} <= given.keys():
            self.question = _written(questions.write_text, given["prompt"], given["answer"], given["format"])
        return given


def new_question_form(data: QueryDict) -> NotationForm | WordsForm:
    """The form that was sent: questions in words bring a prompt."""
    return WordsForm(data) if "prompt" in data else NotationForm(data)


def rewriting_form(question: Question, data: QueryDict | None = None) -> NotationForm | WordsForm:
    """The form that the question was written in, with the question in it."""
    if question.is_text:
        return WordsForm(data, initial=_words_of(question))
    form = NotationForm(data, initial={"notation": question.notation or question.plain()})
    form.fields["notation"].label = "Question"
    return form


def _words_of(question: Question) -> dict[str, str]:
    """What a teacher filled in to get the question. The format was chosen where it does not follow from the answer."""
    followed = questions.write_text(question.notation, question.answer).format
    chosen = "" if question.format == followed else question.format
    return {"prompt": question.notation, "answer": question.answer, "format": chosen}


def _written(write: Callable[..., Question], *words: str) -> Question:
    try:
        return write(*words)
    except QuestionRefused as refused:
        raise forms.ValidationError(refused.sentence) from refused
