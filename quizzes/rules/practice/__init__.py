"""Practice: what a student knows, and which question comes next. Pure: attempts and the time come in."""

from quizzes.rules.practice.attempts import Attempt, Step, in_curriculum_order
from quizzes.rules.practice.choosing import Choice, choose
from quizzes.rules.practice.knowledge import Knowledge, Standing, Stars, knowledge_of
from quizzes.rules.practice.parameters import PARAMETERS, Parameters

__all__ = [
    "PARAMETERS",
    "Attempt",
    "Choice",
    "Knowledge",
    "Parameters",
    "Standing",
    "Stars",
    "Step",
    "choose",
    "in_curriculum_order",
    "knowledge_of",
]
