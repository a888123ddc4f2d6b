"""A draft: the questions that a teacher looks at and changes before they are in a quiz.

Every change makes a new draft. Places count from 0; a place that is none changes nothing.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizzes.rules import planning
from quizzes.rules.phrases import listed
from quizzes.rules.planning import MOST_QUESTIONS, Part
from quizzes.rules.questions import Question
from quizzes.rules.refusals import SetRefused
from quizzes.rules.skills import SKILLS

LONGEST_SUGGESTION = 80
"""Of a title that is suggested: it stands in one line of a list."""


@dataclass(frozen=True)
class Draft:
    """Raises SetRefused with more than MOST_QUESTIONS."""

    questions: tuple[Question, ...] = ()

    def __post_init__(self) -> None:
        if len(self.questions) > MOST_QUESTIONS:
            raise SetRefused(f"At most {MOST_QUESTIONS} questions can be looked at at once: add these to a quiz first.")

    @property
    def parts(self) -> tuple[Part, ...]:
        """How many questions it has of each level of a skill, in the order in which these appear."""
        counts: dict[tuple[str, int], int] = {}
        for question in self.questions:
            if is_of_a_skill(question):
                key = question.skill, question.level
                counts[key] = counts.get(key, 0) + 1
        return tuple(Part(skill, level, count) for (skill, level), count in counts.items())

    @property
    def title(self) -> str:
        """What a quiz of these questions may be called; empty where no skill says it."""
        skills = list(dict.fromkeys(part.skill for part in self.parts))
        if not skills:
            return ""
        title = listed([_named(skill, self.parts) for skill in skills])
        return title if len(title) <= LONGEST_SUGGESTION else _mixed(skills)

    def and_more(self, questions: Sequence[Question]) -> "Draft":
        return Draft((*self.questions, *questions))

    def with_part(self, part: Part, rng: random.Random) -> "Draft":
        """With questions of a level at its end, none that it has. Raises SetRefused where there are too few."""
        return self.and_more(planning.generate_part(part, rng, [question.key for question in self.questions]))

    def redrawn(self, counts: Sequence[int], rng: random.Random) -> "Draft":
        """All questions of its parts drawn anew, so many of each; 0 leaves one out. Others stay, at the end.

        Raises SetRefused where a level has too few, or the counts are not one for each part.
        """
        if len(counts) != len(self.parts):
            raise SetRefused("Say for each skill how many questions there should be.")
        parts = [replace(part, count=count) for part, count in zip(self.parts, counts, strict=True) if count]
        others = tuple(question for question in self.questions if not is_of_a_skill(question))
        return Draft(planning.generate_plan(parts, rng, mixed=False) + others if parts else others)

    def with_another(self, place: int, rng: random.Random) -> "Draft":
        """With another question of the same skill and level in that place. Raises SetRefused where there is none."""
        if not self._has(place):
            return self
        return self.with_instead(place, planning.another_like(self.questions[place], self.questions, rng))

    def with_instead(self, place: int, question: Question) -> "Draft":
        if not self._has(place):
            return self
        return Draft((*self.questions[:place], question, *self.questions[place + 1 :]))

    def without(self, place: int) -> "Draft":
        if not self._has(place):
            return self
        return Draft((*self.questions[:place], *self.questions[place + 1 :]))

    def moved(self, place: int, by: int) -> "Draft":
        """With that question `by` places further down, as far as the ends allow."""
        if not self._has(place):
            return self
        rest = list(self.without(place).questions)
        rest.insert(max(0, place + by), self.questions[place])
        return Draft(tuple(rest))

    def mixed(self, rng: random.Random) -> "Draft":
        return Draft(tuple(rng.sample(self.questions, len(self.questions))))

    def skill_by_skill(self) -> "Draft":
        """Each part's questions together; what is of no skill at the end."""
        order = [(part.skill, part.level) for part in self.parts]

        def place(question: Question) -> int:
            return order.index((question.skill, question.level)) if is_of_a_skill(question) else len(order)

        return Draft(tuple(sorted(self.questions, key=place)))

    def _has(self, place: int) -> bool:
        return 0 <= place < len(self.questions)


def is_of_a_skill(question: Question) -> bool:
    """Whether there can be others like it."""
    return question.skill in SKILLS and 1 <= question.level <= len(SKILLS[question.skill].levels)


def _named(skill: str, parts: Sequence[Part]) -> str:
    """`Addition within 20, crossing ten`; of several levels `Addition within 20`."""
    levels = [part.level for part in parts if part.skill == skill]
    return SKILLS[skill].called(levels[0]) if len(levels) == 1 else SKILLS[skill].name


def _mixed(skills: list[str]) -> str:
    """`Addition and Subtraction`, after the families; past three of them `Mixed practice`."""
    families = list(dict.fromkeys(SKILLS[skill].family.value for skill in skills))
    return listed(families) if len(families) <= 3 else "Mixed practice"
