"""How pages call skills, grades and demands."""

from django import template

from quizzes.queries.skills import examples
from quizzes.rules import demands, finding, phrases
from quizzes.rules.questions import Question
from quizzes.rules.skills import SKILLS, Skill

register = template.Library()


@register.filter
def grade(number: int) -> str:
    return finding.grade_name(number)


@register.filter
def year(number: int) -> str:
    return finding.year_name(number)


@register.filter
def sample(skill: Skill) -> Question:
    """A question of the skill, always the same one, from the middle of its levels."""
    return examples(skill.code, (len(skill.levels) + 1) // 2, count=1)[0]


@register.filter
def practises(question: Question) -> str:
    """The skill and level that the question belongs to, `Addition within 20`, or empty."""
    skill = SKILLS.get(question.skill)
    if skill is None:
        return ""
    return f"{skill.name} {skill.level(question.level).name}" if 0 < question.level <= len(skill.levels) else skill.name


@register.filter
def demanded(question: Question) -> str:
    """What the question asks of its answer beside the value: `in lowest terms and with its unit, cm`, or empty."""
    return phrases.listed([demands.in_words(demand) for demand in question.demands]) if question.demands else ""
