"""All misconceptions that the site knows."""

from quizzes.rules.misconceptions import addition, general, subtraction
from quizzes.rules.misconceptions.kinds import Misconception

CATALOGUE: dict[str, Misconception] = {
    misconception.id: misconception
    for misconception in (*subtraction.MISCONCEPTIONS, *addition.MISCONCEPTIONS, *general.MISCONCEPTIONS)
}
"""By id. Among those that are equally specific, the first in this order is named first."""
