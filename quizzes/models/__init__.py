"""Facts and constraints. What must hold is in the database, named as a sentence."""

from quizzes.models.donations import Donation
from quizzes.models.game import LiveGame, Reward
from quizzes.models.people import Classroom, SeatToken, Student, User
from quizzes.models.play import Answer, Correction, Sitting
from quizzes.models.practice import ClassroomSkill
from quizzes.models.quiz import AskedQuestion, Assignment, Question, Quiz

__all__ = [
    "Answer",
    "AskedQuestion",
    "Assignment",
    "Classroom",
    "ClassroomSkill",
    "Correction",
    "Donation",
    "LiveGame",
    "Question",
    "Quiz",
    "Reward",
    "SeatToken",
    "Sitting",
    "Student",
    "User",
]
