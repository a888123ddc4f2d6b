"""How pages call skills, grades and demands."""

from django import template

from quizzes.queries.skills import examples
from quizzes.rules import demands, finding, phrases
from quizzes.rules.planning import Part
from quizzes.rules.questions import Question, QuestionRefused, write, write_text
from quizzes.rules.skills import SKILLS, Skill

register = template.Library()


@register.filter
def grade(number: int) -> str:
    return finding.grade_name(number)


@register.filter
def year(number: int) -> str:
    return finding.year_name(number)


@register.filter
def sample(skill: Skill, level: int = 0) -> Question:
    """A question of the level, always the same one; of the middle level where none is said."""
    return examples(skill.code, level or (len(skill.levels) + 1) // 2, count=1)[0]


@register.filter
def worked(skill: Skill) -> Question:
    """The question of the worked example, which is in notation or in words."""
    try:
        return write(skill.example.question)
    except QuestionRefused:
        return write_text(skill.example.question, skill.example.answer, skill.format)


@register.filter
def called(skill: Skill, level: int) -> str:
    """`Addition within 20, crossing ten`."""
    return skill.called(level)


@register.filter
def named(part: Part) -> str:
    """What a set has of one skill and level, as `called`."""
    return SKILLS[part.skill].called(part.level)


@register.filter
def practises(question: Question) -> str:
    """The skill and level that the question belongs to, or empty."""
    skill = SKILLS.get(question.skill)
    return skill.called(question.level) if skill and 1 <= question.level <= len(skill.levels) else ""


@register.filter
def is_at(held: str, name: str) -> int:
    """The place of the button that holds the keyboard, where it is the one of that name; else −1."""
    *before, place = held.split(":")
    return int(place) if name in before else -1


@register.filter
def demanded(question: Question) -> str:
    """What the question asks of its answer beside the value: `in lowest terms and with its unit, cm`, or empty."""
    return phrases.listed([demands.in_words(demand) for demand in question.demands]) if question.demands else ""
