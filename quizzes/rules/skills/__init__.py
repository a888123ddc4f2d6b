"""The curriculum: families of skills, each with its levels and what it generates."""

from quizzes.rules.skills import (
    addition,
    bonds,
    comparison,
    decimals,
    division,
    doubles,
    fraction_sums,
    fractions,
    missing,
    money,
    multiplication,
    negatives,
    order,
    percentages,
    place_value,
    powers,
    rounding,
    sequences,
    stories,
    subtraction,
    tables,
    tens,
    time,
)
from quizzes.rules.skills.kinds import Example, Family, Level, Skill, Source

__all__ = ["SKILLS", "Example", "Family", "Level", "Skill", "Source"]

SKILLS: dict[str, Skill] = {
    skill.code: skill
    for skill in (
        *bonds.SKILLS,
        *addition.SKILLS,
        *subtraction.SKILLS,
        *missing.SKILLS,
        *tables.SKILLS,
        *multiplication.SKILLS,
        *division.SKILLS,
        *doubles.SKILLS,
        *place_value.SKILLS,
        *tens.SKILLS,
        *rounding.SKILLS,
        *negatives.SKILLS,
        *order.SKILLS,
        *decimals.SKILLS,
        *fractions.SKILLS,
        *fraction_sums.SKILLS,
        *percentages.SKILLS,
        *powers.SKILLS,
        *money.SKILLS,
        *time.SKILLS,
        *comparison.SKILLS,
        *sequences.SKILLS,
        *stories.SKILLS,
    )
}
"""By code, family after family."""
