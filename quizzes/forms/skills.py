"""What a teacher fills in to find a skill."""

from django import forms

from quizzes.rules import finding
from quizzes.rules.finding import Search, grade_name, year_name
from quizzes.rules.skills import SKILLS
from quizzes.rules.words import tidy

LONGEST_SEARCH = 80


def _stages() -> list[tuple[str, str | list[tuple[str, str]]]]:
    """Grades and years in one list: a class is in one of them."""
    return [
        ("", "Any"),
        ("Grades (US)", [(f"grade-{grade}", grade_name(grade)) for grade in finding.grades()]),
        ("Years (England)", [(f"year-{year}", year_name(year)) for year in finding.years()]),
    ]


def _operations() -> list[tuple[str, str]]:
    names = {"+": "Add +", "−": "Subtract −", "×": "Multiply ×", "÷": "Divide ÷"}
    used = {sign for skill in SKILLS.values() for sign in skill.operations}
    return [("", "Any"), *((sign, name) for sign, name in names.items() if sign in used)]


class SkillSearchForm(forms.Form):
    """`search` is what is looked for. What cannot be read leaves nothing out."""

    q = forms.CharField(
        label="Find a skill",
        required=False,
        widget=forms.TextInput(
            attrs={
                "type": "search",
                "placeholder": "Carrying, 3.OA.7, fractions …",
                "autocomplete": "off",
                "enterkeyhint": "search",
                "maxlength": LONGEST_SEARCH,
                "data-live": "",
            }
        ),
    )
    stage = forms.ChoiceField(
        label="Grade or year",
        required=False,
        choices=_stages,
        widget=forms.Select(attrs={"data-live": ""}),
    )
    operation = forms.ChoiceField(
        label="Operation", required=False, choices=_operations, widget=forms.Select(attrs={"data-live": ""})
    )

    @property
    def search(self) -> Search:
        self.is_valid()
        given = self.cleaned_data if self.is_bound else {}
        system, _, number = given.get("stage", "").partition("-")
        stage = {system: int(number)} if number else {}
        return Search(
            words=tidy(given.get("q", ""))[:LONGEST_SEARCH],
            grade=stage.get("grade"),
            year=stage.get("year"),
            operation=given.get("operation", ""),
        )

    @property
    def narrows(self) -> bool:
        """Whether anything is looked for."""
        return self.search != Search()
