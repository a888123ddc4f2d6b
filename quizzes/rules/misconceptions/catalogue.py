"""All misconceptions that the site knows."""

from quizzes.rules.misconceptions import (
    addition,
    decimals,
    division,
    equality,
    fractions,
    general,
    money_time,
    multiplication,
    negatives,
    order,
    percentages,
    powers,
    rounding,
    sequences,
    subtraction,
    word_problems,
)
from quizzes.rules.misconceptions.kinds import Misconception

CATALOGUE: dict[str, Misconception] = {
    misconception.id: misconception
    for family in (
        subtraction,
        addition,
        multiplication,
        division,
        equality,
        fractions,
        decimals,
        negatives,
        order,
        percentages,
        powers,
        rounding,
        sequences,
        money_time,
        word_problems,
        general,
    )
    for misconception in family.MISCONCEPTIONS
}
"""By id. Among those that are equally specific, the first in this order is named first."""
