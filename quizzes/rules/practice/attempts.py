"""What is known about a student: one attempt for each question that was asked, wherever it was asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from quizzes.rules.marking import Outcome
from quizzes.rules.skills import SKILLS, Skill


@dataclass(frozen=True, order=True)
class Step:
    """One level of a skill: what is known or not. Raises LookupError where there is none such."""

    code: str
    level: int

    def __post_init__(self) -> None:
        self.skill.level(self.level)

    @classmethod
    def find(cls, code: str, level: int) -> "Step | None":
        """The step; None where the curriculum has none such, or no longer."""
        try:
            return cls(code, level)
        except LookupError:
            return None

    @property
    def skill(self) -> Skill:
        return SKILLS[self.code]

    @property
    def name(self) -> str:
        """`Times tables, to 10 × 10`."""
        return f"{self.skill.name}, {self.level_name}"

    @property
    def level_name(self) -> str:
        return self.skill.level(self.level).name

    @property
    def below(self) -> "Step | None":
        """The next easier level of the skill."""
        return Step(self.code, self.level - 1) if self.level > 1 else None


def in_curriculum_order(steps: Iterable[Step]) -> tuple[Step, ...]:
    """By grade, skill by skill, from easy to hard."""
    return tuple(sorted(steps, key=lambda step: (step.skill.grade, _PLACE[step.code], step.level)))


_PLACE = {code: place for place, code in enumerate(SKILLS)}


@dataclass(frozen=True)
class Attempt:
    """How one question of a step went at the first try that was marked; help in the second proves nothing.

    `at` is in the classroom's own time. `thinking` are the seconds from the question's appearance to the first ink,
    `writing` those from the first ink to the last, and `signs` how many signs were written; None and 0 where nothing
    was measured, as of what was typed.
    """

    step: Step
    at: datetime
    outcome: Outcome
    thinking: float | None = None
    writing: float | None = None
    signs: int = 0
