"""Questions on which misconceptions give different answers."""

import random
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations

from quizzes.rules.misconceptions.catalogue import CATALOGUE
from quizzes.rules.misconceptions.diagnosis import predictions
from quizzes.rules.misconceptions.kinds import Misconception
from quizzes.rules.planning import generate
from quizzes.rules.questions import Question
from quizzes.rules.skills import Skill
from quizzes.rules.values import Value

_LOOKS = 80  # at questions of the skill, of which the most telling are taken


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
    return most_telling(hypotheses, drawn.values())[:count]


def most_telling(hypotheses: Collection[Misconception], questions: Iterable[Question]) -> tuple[Question, ...]:
    """Those in which any of the hypotheses shows, first those that tell most of them apart, and among these, those in
    which fewest other misconceptions lead to the same answers."""
    ids = frozenset(each.id for each in hypotheses)
    if not ids:
        return ()
    shown = ((question, predictions(question)) for question in questions)
    told = [(_apart(ids, each), _alike(ids, each), question) for question, each in shown if not ids.isdisjoint(each)]
    return tuple(question for *_, question in sorted(told, key=lambda each: (-each[0], each[1])))


def told_apart(hypotheses: Collection[Misconception], question: Question) -> int:
    """How many pairs, of two hypotheses or of one and the right answer, lead to answers that never agree; a pair in
    which neither shows does not count."""
    return _apart(frozenset(each.id for each in hypotheses), predictions(question))


_Shown = Mapping[str, frozenset[Value]]


def _apart(ids: frozenset[str], shown: _Shown) -> int:
    predicted = [shown.get(name, frozenset()) for name in ids]
    apart = sum(one.isdisjoint(other) for one, other in combinations(predicted, 2) if one or other)
    return apart + sum(bool(each) for each in predicted)


def _alike(ids: frozenset[str], shown: _Shown) -> int:
    """How many other misconceptions agree with one of the hypotheses."""
    answers = frozenset[Value]().union(*(shown.get(name, frozenset()) for name in ids))
    others = (name for name in shown if name not in ids and not CATALOGUE[name].careless)
    return sum(not answers.isdisjoint(shown[name]) for name in others)
