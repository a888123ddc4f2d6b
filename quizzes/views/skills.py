"""The skills, for everybody to look at: what there is to practise, and what its questions look like."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from quizzes.forms.skills import SkillSearchForm
from quizzes.queries.quizzes import latest_quizzes
from quizzes.queries.skills import examples, misconceptions_of
from quizzes.rules.finding import by_family, find
from quizzes.rules.grammar import FORMATS
from quizzes.rules.questions import Question
from quizzes.rules.skills import SKILLS, Level, Skill

_SEEDS = 1_000_000


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    form = SkillSearchForm(request.GET)
    found = find(form.search)
    context = {"form": form, "families": by_family(found), "count": len(found), "all": len(SKILLS)}
    return render(request, "skills/index.html", context)


@require_safe
def skill(request: HttpRequest, code: str) -> HttpResponse:
    """`?level=2&seed=17` shows other examples of that level; the same address shows the same ones."""
    found = SKILLS.get(code)
    if found is None:
        raise Http404
    context = {
        "skill": found,
        "levels": _levels(found, _number(request, "level"), _number(request, "seed")),
        "format": FORMATS[found.format],
        "misconceptions": misconceptions_of(code),
        "quizzes": latest_quizzes(request.user) if request.user.is_authenticated else [],
    }
    return render(request, "skills/skill.html", context)


@dataclass(frozen=True)
class ShownLevel:
    """A level with questions of it. `next_seed` gives others."""

    number: int
    level: Level
    examples: tuple[Question, ...]
    next_seed: int


def _levels(skill: Skill, renewed: int, seed: int) -> list[ShownLevel]:
    shown = []
    for number, level in enumerate(skill.levels, start=1):
        of_this = seed if number == renewed else 0
        shown.append(ShownLevel(number, level, examples(skill.code, number, seed=of_this), (of_this + 1) % _SEEDS))
    return shown


def _number(request: HttpRequest, name: str) -> int:
    """What the address says, or 0."""
    given = request.GET.get(name, "")
    return int(given) % _SEEDS if given.isascii() and given.isdecimal() and len(given) < 10 else 0
