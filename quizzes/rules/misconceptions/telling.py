"""Questions on which misconceptions give different answers."""

import random
from collections.abc import Collection
from itertools import combinations

from quizzes.rules.misconceptions.kinds import Misconception
from quizzes.rules.planning import generate
from quizzes.rules.questions import Question
from quizzes.rules.skills import Skill

_LOOKS = 120  # at questions of the skill, of which the most telling are taken


def discriminate(
    hypotheses: Collection[Misconception],
    skill: Skill,
    rng: random.Random,
    count: int = 1,
    level: int | None = None,
) -> tuple[Question, ...]:
    """Different questions of the skill, at the level or any, that tell the hypotheses apart: each leads to an answer
    that is wrong and that no other leads to.

    Where no question tells all of them apart, those come that tell most; a question in which none of them would show
    never comes, so there may be fewer than `count`, or none.
    """
    levels = [level] if level is not None else range(1, len(skill.levels) + 1)
    drawn = {question.key: question for question in (generate(skill, rng.choice(levels), rng) for _ in range(_LOOKS))}
    told = {key: told_apart(hypotheses, question) for key, question in drawn.items()}
    best = sorted((key for key in drawn if told[key]), key=lambda key: -told[key])
    return tuple(drawn[key] for key in best[:count])


def told_apart(hypotheses: Collection[Misconception], question: Question) -> int:
    """How many pairs, of two hypotheses or of one and the right answer, lead to answers that never agree; a pair in
    which neither shows does not count."""
    predicted = [misconception.predictions(question) for misconception in hypotheses]
    apart = sum(one.isdisjoint(other) for one, other in combinations(predicted, 2) if one or other)
    return apart + sum(bool(each) for each in predicted)
