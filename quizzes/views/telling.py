"""Making a quiz that tells misconceptions apart, for every page that offers it."""

import random

from django.contrib import messages

from quizzes.forms.telling import TellingForm
from quizzes.models import Quiz
from quizzes.services.refusals import NotEditable
from quizzes.services.telling import quiz_telling_apart
from quizzes.views.requests import TeacherRequest


def make_telling_quiz(request: TeacherRequest, form: TellingForm, about: str = "") -> Quiz | None:
    """The new quiz; None, and a message that says why, where there is none. `about` goes into its title, never a
    student's name: the whole class may be given it."""
    if not form.is_valid():
        messages.error(request, " ".join(str(error) for error in form.errors["misconception"]))
        return None
    try:
        quiz = quiz_telling_apart(
            teacher=request.user, hypotheses=form.misconceptions, rng=random.SystemRandom(), about=about
        )
    except NotEditable as refused:
        messages.error(request, str(refused))
        return None
    names = [each.name for each in form.misconceptions]
    shown = "whether it is this" if len(names) == 1 else "which of these it is"
    messages.success(request, f"These questions show {shown}: {', '.join(names)}.")
    return quiz
