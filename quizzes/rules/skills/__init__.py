"""The curriculum: families of skills, each with its levels and what it generates."""

from quizzes.rules.skills import negatives, whole
from quizzes.rules.skills.kinds import Example, Family, Level, Skill, Source

__all__ = ["SKILLS", "Example", "Family", "Level", "Skill", "Source"]

SKILLS: dict[str, Skill] = {skill.code: skill for skill in (*whole.SKILLS, *negatives.SKILLS)}
"""By code, family after family."""
