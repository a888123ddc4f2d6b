"""Finding skills: by words, by the grade or year they belong to, by operation."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from quizzes.rules.grammar import FORMATS
from quizzes.rules.skills import SKILLS, Family, Skill

_SAID = {
    "+": "add plus sum total",
    "−": "subtract minus take away difference",
    "×": "multiply times product",
    "÷": "divide share quotient",
}
"""What teachers call an operation, where a name does not say it."""

_WORD = re.compile(r"\w+")
_FAMILIES = tuple(Family)


@dataclass(frozen=True)
class Search:
    """What a teacher looks for. What is empty or None leaves nothing out."""

    words: str = ""
    grade: int | None = None
    year: int | None = None
    operation: str = ""

    def finds(self, skill: Skill) -> bool:
        """Whether each of the words begins a word that is said of the skill, and the rest holds."""
        if self.grade is not None and skill.grade != self.grade:
            return False
        if self.year is not None and skill.year != self.year:
            return False
        if self.operation not in skill.operations:
            return False
        said = _WORD.findall(_said_of(skill))
        return all(any(word.startswith(wanted) for word in said) for wanted in _WORD.findall(self.words.casefold()))


def find(search: Search) -> tuple[Skill, ...]:
    """The skills that the search finds, family by family, from easy to hard."""
    found = (skill for skill in SKILLS.values() if search.finds(skill))
    return tuple(sorted(found, key=lambda skill: (_FAMILIES.index(skill.family), skill.grade, skill.year)))


def by_family(skills: Iterable[Skill]) -> tuple[tuple[Family, tuple[Skill, ...]], ...]:
    """What `find` found, each family with its skills."""
    return tuple((family, tuple(group)) for family, group in groupby(skills, key=lambda skill: skill.family))


def grades() -> tuple[int, ...]:
    """The US grades that have skills."""
    return tuple(sorted({skill.grade for skill in SKILLS.values()}))


def years() -> tuple[int, ...]:
    """The English years that have skills."""
    return tuple(sorted({skill.year for skill in SKILLS.values()}))


def grade_name(grade: int) -> str:
    return f"Grade {grade}" if grade else "Kindergarten"


def year_name(year: int) -> str:
    return f"Year {year}" if year else "Reception"


def _said_of(skill: Skill) -> str:
    """Everything that a teacher may call the skill by."""
    return " ".join(
        [
            skill.name,
            *(level.name for level in skill.levels),
            skill.family,
            skill.code,
            skill.standard,
            skill.programme,
            FORMATS[skill.format].label,
            grade_name(skill.grade),
            year_name(skill.year),
            *(_SAID[sign] for sign in skill.operations),
        ]
    ).casefold()
