"""Finding skills: by words, by the grade or year they belong to, by operation."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from quizzes.rules.skills import SKILLS, Family, Skill
from quizzes.rules.vocabulary import begins, nearest, said_of, wanted, words_of

_FAMILIES = tuple(Family)


@dataclass(frozen=True)
class Search:
    """What a teacher looks for. What is empty or None leaves nothing out."""

    words: str = ""
    grade: int | None = None
    year: int | None = None
    operation: str = ""

    def admits(self, skill: Skill) -> bool:
        """Whether the skill is of the grade, year and operation, whatever it is called."""
        if self.grade is not None and skill.grade != self.grade:
            return False
        if self.year is not None and skill.year != self.year:
            return False
        return self.operation in skill.operations


def find(search: Search) -> tuple[Skill, ...]:
    """The skills of which all words are said, each at the beginning of a word; family by family, from easy to hard.

    Names count before what else is said: a family that bears the words comes first, then those with such a skill, and
    such skills in their family. Words that nothing says are taken for the nearest that something does: `fractons`.
    """
    words = wanted(search.words)
    admitted = [skill for skill in SKILLS.values() if search.admits(skill)]
    if not _saying(words, admitted):
        words = tuple(nearest(word) for word in words)
    found = _saying(words, admitted)
    named = {skill.code for skill in found if _bears(skill.name, words)}
    families = {skill.family for skill in found if skill.code in named}
    return tuple(
        sorted(
            found,
            key=lambda skill: (
                not _bears(skill.family, words),
                skill.family not in families,
                _FAMILIES.index(skill.family),
                skill.code not in named,
                skill.grade,
                skill.year,
            ),
        )
    )


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


def _saying(words: tuple[str, ...], skills: list[Skill]) -> list[Skill]:
    return [skill for skill in skills if all(begins(word, said_of(skill)) for word in words)]


def _bears(name: str, words: tuple[str, ...]) -> bool:
    return all(begins(word, words_of(name)) for word in words)
