"""Skills as pages show them: examples, what goes wrong, and which a teacher used lately."""

import random
from collections import Counter
from functools import lru_cache

from quizzes.models import Question, User
from quizzes.rules import planning
from quizzes.rules.gallery import GALLERY
from quizzes.rules.misconceptions import CATALOGUE, Misconception, opportunities
from quizzes.rules.planning import Part
from quizzes.rules.questions import Question as AskableQuestion
from quizzes.rules.skills import SKILLS

EXAMPLES = 5
_LOOKED_THROUGH = 200  # of a teacher's questions, latest first


@lru_cache(maxsize=2_000)
def examples(skill: str, level: int, *, seed: int = 0, count: int = EXAMPLES) -> tuple[AskableQuestion, ...]:
    """Different questions of the level; the same seed gives the same ones."""
    rng = random.Random(f"{skill} {level} {seed}")  # noqa: S311 - to be repeated, not to be secret
    return planning.as_many_as_there_are(Part(skill, level, count), rng)


def recent_levels(teacher: User, most: int = 6) -> list[tuple[str, int]]:
    """The skills and levels of the teacher's latest questions, the latest first."""
    latest = Question.objects.filter(quiz__teacher=teacher).exclude(body__skill="").order_by("-pk")
    asked = latest.values_list("body__skill", "body__level")[:_LOOKED_THROUGH]
    known = ((skill, level) for skill, level in dict.fromkeys(asked) if skill in SKILLS)
    return [(skill, level) for skill, level in known if 1 <= level <= len(SKILLS[skill].levels)][:most]


@lru_cache(maxsize=500)
def misconceptions_of(skill: str, most: int = 6) -> tuple[Misconception, ...]:
    """What the examples of the skill can show, what most show first. Slips show everywhere, and are left out."""
    levels = range(1, len(SKILLS[skill].levels) + 1)
    shown = Counter(name for level in levels for question in examples(skill, level) for name in opportunities(question))
    found = (CATALOGUE[name] for name, _ in shown.most_common())
    return tuple(misconception for misconception in found if not misconception.careless)[:most]


@lru_cache(maxsize=100)
def ready_questions(code: str) -> tuple[AskableQuestion, ...]:
    """The questions of a quiz of the gallery, always the same ones."""
    ready = GALLERY[code]
    return ready.draw(random.Random(ready.seed))  # noqa: S311 - to be repeated, not to be secret
