"""What a class practises on its own: its teacher's list, and how each student stands."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from quizzes.forms.practice import StepForm
from quizzes.forms.skills import SkillSearchForm
from quizzes.models import Classroom
from quizzes.queries.class_practice import ClassPractice
from quizzes.queries.class_practice import class_practice as practice_of
from quizzes.rules.finding import find
from quizzes.rules.practice import PARAMETERS, Step
from quizzes.rules.skills import Skill
from quizzes.services.offers import offer_steps, withdraw_step
from quizzes.views.requests import TeacherRequest

MOST_FOUND = 12


@login_required
@require_safe
def class_practice(request: TeacherRequest, pk: int) -> HttpResponse:
    classroom, form = _own(request, pk), SkillSearchForm(request.GET)
    found = find(form.search) if form.narrows else ()
    practice = practice_of(classroom, timezone.localtime())
    context = {
        "classroom": classroom,
        "practice": practice,
        "form": form,
        "found": [(skill, _levels(skill, practice)) for skill in found[:MOST_FOUND]],
        "more": len(found) - MOST_FOUND,
        "query": _query(request.GET).urlencode(),
        "parameters": PARAMETERS,
    }
    return render(request, "teach/classrooms/practice.html", context)


@login_required
@require_POST
def practice_offer(request: TeacherRequest, pk: int) -> HttpResponse:
    classroom, step = _own(request, pk), _step(request)
    offer_steps(classroom=classroom, steps=[step])
    messages.success(request, f"{step.name} is on the list of {classroom}.")
    return _back(request, pk)


@login_required
@require_POST
def practice_withdrawal(request: TeacherRequest, pk: int) -> HttpResponse:
    classroom, step = _own(request, pk), _step(request)
    withdraw_step(classroom=classroom, step=step)
    messages.success(
        request, f"{step.name} is off the list. What students know of it is kept, should you add it again."
    )
    return _back(request, pk)


def _levels(skill: Skill, practice: ClassPractice) -> list[tuple[Step, bool]]:
    """Each level, and whether it is on the list."""
    listed = {offer.step for offer in practice.offers}
    steps = (Step(skill.code, number) for number, _ in enumerate(skill.levels, start=1))
    return [(step, step in listed) for step in steps]


def _step(request: TeacherRequest) -> Step:
    form = StepForm(request.POST)
    if not form.is_valid() or form.step is None:
        raise Http404
    return form.step


def _back(request: TeacherRequest, pk: int) -> HttpResponse:
    """To the page, with what was looked for."""
    return redirect(reverse("class-practice", args=[pk], query=_query(request.GET)))


def _query(given: QueryDict) -> QueryDict:
    """Of an address, the search alone."""
    query = QueryDict(mutable=True)
    for name in SkillSearchForm.base_fields:
        if given.get(name):
            query[name] = str(given[name])
    return query


def _own(request: TeacherRequest, pk: int) -> Classroom:
    return get_object_or_404(Classroom.objects.visible_to(request.user), pk=pk)
