"""What a teacher fills in to have questions made."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.http import QueryDict

from quizzes.rules import generation, phrases
from quizzes.rules.facts import LARGEST, Operation
from quizzes.rules.generation import SetSpec
from quizzes.rules.planning import MOST_QUESTIONS
from quizzes.rules.questions import Question
from quizzes.rules.refusals import SetRefused, TooFewQuestions

_OPERATIONS = [
    (Operation.ADD, "Add +"),
    (Operation.SUBTRACT, "Subtract −"),
    (Operation.MULTIPLY, "Multiply ×"),
    (Operation.DIVIDE, "Divide ÷"),
]


@dataclass(frozen=True)
class Preset:
    """A set that many teachers ask for."""

    code: str
    name: str
    spec: SetSpec


PRESETS = (
    Preset("add-20", "Add within 20", SetSpec((Operation.ADD,), (1, 19), (1, 19), most=20)),
    Preset("add-100", "Add within 100", SetSpec((Operation.ADD,), (10, 90), (1, 90), most=100)),
    Preset("subtract-20", "Subtract within 20", SetSpec((Operation.SUBTRACT,), (2, 20), (1, 19))),
    Preset("subtract-100", "Subtract within 100", SetSpec((Operation.SUBTRACT,), (20, 100), (1, 90))),
    Preset("tables-10", "Times tables 2–10", SetSpec((Operation.MULTIPLY,), (2, 10), (2, 10))),
    Preset("divide-10", "Divide: tables 2–10", SetSpec((Operation.DIVIDE,), (4, 100), (2, 10), most=10)),
)


def _number(label: str, *, required: bool = True, most: int = LARGEST, least: int = 0) -> forms.IntegerField:
    sentence = f"Write a whole number from {least} to {most:,}."
    return forms.IntegerField(
        label=label,
        required=required,
        min_value=least,
        max_value=most,
        error_messages=dict.fromkeys(["required", "invalid", "min_value", "max_value"], sentence),
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )


class GenerationForm(forms.Form):
    """`spec` is the description of the set, once the form is valid."""

    spec: SetSpec
    operations = forms.MultipleChoiceField(
        label="What should students do?",
        choices=_OPERATIONS,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Choose at least one: add, subtract, multiply or divide.",
            "invalid_choice": "Choose from add, subtract, multiply and divide.",
        },
    )
    left_least = _number("From")
    left_most = _number("To")
    right_least = _number("From")
    right_most = _number("To")
    most = _number("Largest answer", required=False)
    count = _number("How many questions", least=1, most=MOST_QUESTIONS)

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if not self.errors:
            most = given["most"]
            try:
                self.spec = SetSpec(
                    operations=tuple(Operation(one) for one in given["operations"]),
                    left=(given["left_least"], given["left_most"]),
                    right=(given["right_least"], given["right_most"]),
                    count=given["count"],
                    most=LARGEST if most is None else most,
                )
            except SetRefused as refused:
                raise forms.ValidationError(refused.sentence) from refused
        return given

    @classmethod
    def describing(cls, spec: SetSpec) -> "GenerationForm":
        """The form as if somebody had filled it in like this."""
        data = QueryDict(mutable=True)
        for name, values in _fields(spec).items():
            data.setlist(name, values)
        return cls(data)

    @classmethod
    def suggesting(cls, spec: SetSpec) -> "GenerationForm":
        """The form not filled in yet, with a suggestion in its fields."""
        fields = _fields(spec)
        return cls(initial=fields | {name: fields[name][0] for name in fields if name != "operations"})

    def more(self, known: Sequence[Question], rng: random.Random) -> tuple[Question, ...]:
        """A set as described, none of it among the `known`; none, and a sentence on the form, where there is none."""
        if not self.is_valid():
            return ()
        keys = {question.key for question in known}
        asked = min(MOST_QUESTIONS, self.spec.count + len(keys))
        try:
            made = self._as_many_as_there_are(asked, rng)
        except SetRefused as refused:
            self.add_error(None, refused.sentence)
            return ()
        fresh = [question for question in made if question.key not in keys][: self.spec.count]
        if len(fresh) < self.spec.count:
            left = phrases.count(len(fresh), "other question")
            self.add_error(None, f"Those ranges give {left}; ask for fewer, or widen them.")
            return ()
        return tuple(fresh)

    def holds(self, question: Question) -> bool:
        """Whether the question is one that the description gives."""
        return self.is_valid() and self.spec.holds(question)

    def _as_many_as_there_are(self, asked: int, rng: random.Random) -> tuple[Question, ...]:
        try:
            return generation.generate_set(replace(self.spec, count=asked), rng)
        except TooFewQuestions as few:
            if few.most < self.spec.count:
                raise
            return generation.generate_set(replace(self.spec, count=few.most), rng)


def _fields(spec: SetSpec) -> dict[str, list[str]]:
    return {
        "operations": [operation.value for operation in spec.operations],
        "left_least": [str(spec.left[0])],
        "left_most": [str(spec.left[1])],
        "right_least": [str(spec.right[0])],
        "right_most": [str(spec.right[1])],
        "most": ["" if spec.most == LARGEST else str(spec.most)],
        "count": [str(spec.count)],
    }
