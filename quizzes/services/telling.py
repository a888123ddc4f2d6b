"""Quizzes that tell misconceptions apart."""

import random
from collections.abc import Hashable, Iterator, Sequence
from itertools import islice

from django.db import transaction

from quizzes.models import Quiz, User
from quizzes.rules.exchange.quiz_file import LONGEST_TITLE
from quizzes.rules.misconceptions import Misconception, discriminate
from quizzes.rules.questions import Question
from quizzes.rules.skills import SKILLS
from quizzes.services.quizzes import add_questions
from quizzes.services.refusals import NotEditable

QUESTIONS = 6


def quiz_telling_apart(
    *, teacher: User, hypotheses: Sequence[Misconception], rng: random.Random, about: str = ""
) -> Quiz:
    """A new quiz of up to QUESTIONS questions on which the hypotheses lead to different wrong answers.

    They are of the skills that the hypotheses name, a few of each. The title says what it is `about`, or the skill that
    comes first: students see it. Raises NotEditable where no question shows any.
    """
    questions = list(islice(_telling(hypotheses, rng), QUESTIONS))
    if not questions:
        raise NotEditable("No skill of this site has questions that would show this. Write some by hand.")
    title = f"Telling apart: {about or SKILLS[questions[0].skill].name}"
    with transaction.atomic():
        quiz = Quiz.objects.create(teacher=teacher, title=title[:LONGEST_TITLE], tries=1)
        add_questions(quiz=quiz, added=questions)
        return quiz


def _telling(hypotheses: Sequence[Misconception], rng: random.Random) -> Iterator[Question]:
    """Those of the skills that all hypotheses have in common first. None twice: skills have questions in common too."""
    named = [code for hypothesis in hypotheses for code in hypothesis.skills if code in SKILLS]
    codes = sorted(dict.fromkeys(named), key=lambda code: -named.count(code))
    share = -(-QUESTIONS // max(1, min(len(codes), 2)))
    known: set[Hashable] = set()
    for code in codes:
        telling = discriminate(hypotheses, SKILLS[code], rng, count=share + len(known))
        new = [question for question in telling if question.key not in known][:share]
        known.update(question.key for question in new)
        yield from new
