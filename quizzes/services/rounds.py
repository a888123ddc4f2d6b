"""Asking the next question of a round of practice."""

import random
from collections.abc import Hashable, Sequence

from django.utils import timezone

from quizzes.models import AskedQuestion, Sitting
from quizzes.queries.practice import attempts_of, steps_on_offer
from quizzes.rules.planning import Part, generate, generate_part
from quizzes.rules.practice import PARAMETERS, Step, choose, knowledge_of
from quizzes.rules.questions import Question
from quizzes.rules.refusals import TooFewQuestions


def ask_next(*, sitting: Sitting) -> bool:
    """Adds a question to the locked sitting of a round; whether one was to be asked.

    None is where the sitting is no practice, its round is full, or nothing that is on offer may be asked today.
    """
    assignment = sitting.assignment
    if assignment.practised_by is None or len(sitting.order) >= PARAMETERS.in_a_round:
        return False
    offered = steps_on_offer(assignment.classroom_id, assignment.practised_skill)
    student = assignment.practised_by
    known = knowledge_of(attempts_of([student], {step.code for step in offered})[student.pk])
    choice = choose(known, offered, timezone.localtime())
    if choice is None:
        return False
    asked = [row.question.key for row in assignment.questions.all()]
    position = len(sitting.order) + 1
    body = _draw(choice.step, asked, random.SystemRandom()).to_json()
    row = AskedQuestion.objects.create(assignment=assignment, position=position, body=body)
    sitting.order = [*sitting.order, row.pk]
    sitting.save(update_fields=["order"])
    return True


def _draw(step: Step, asked: Sequence[Hashable], rng: random.Random) -> Question:
    """A question of the step: new to the round, or at least not the one before, where the step has so many."""
    for taken in (asked, asked[-1:]):
        try:
            return generate_part(Part(step.code, step.level, 1), rng, taken)[0]
        except TooFewQuestions:
            continue
    return generate(step.skill, step.level, rng)
