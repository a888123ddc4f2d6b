"""Why an answer is wrong: misconceptions, each of which predicts the wrong answers that it leads to."""

from quizzes.rules.misconceptions.catalogue import CATALOGUE
from quizzes.rules.misconceptions.diagnosis import diagnose, opportunities
from quizzes.rules.misconceptions.history import Evidence, Finding, likely, suspected
from quizzes.rules.misconceptions.kinds import Example, Misconception
from quizzes.rules.misconceptions.telling import discriminate

__all__ = [
    "CATALOGUE",
    "Evidence",
    "Example",
    "Finding",
    "Misconception",
    "diagnose",
    "discriminate",
    "likely",
    "opportunities",
    "suspected",
]
