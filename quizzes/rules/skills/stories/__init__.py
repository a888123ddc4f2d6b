"""Word problems: short stories of one step or two, written for this site."""

from quizzes.rules.questions import Question
from quizzes.rules.skills.stories import adding, grouping, measuring, two_steps
from quizzes.rules.skills.stories.telling import Told

__all__ = ["SKILLS", "arithmetic"]

SKILLS = (*adding.SKILLS, *grouping.SKILLS, *measuring.SKILLS, *two_steps.SKILLS)
_BY_CODE = {skill.code: skill for skill in SKILLS}


def arithmetic(question: Question) -> str:
    """What a story asks, in notation: `17 − 5`. Empty where the question is no story of these skills."""
    skill = _BY_CODE.get(question.skill)
    for level in skill.levels if skill else ():
        assert isinstance(level.source, Told)  # noqa: S101 - all stories are told
        for story in level.source.stories:
            numbers = story.numbers_in(question.notation)
            if numbers is not None:
                return story.sum(numbers)
    return ""
