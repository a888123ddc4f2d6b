"""Quizzes as they go out of the site, and those that others may look at."""

from quizzes.models import Quiz
from quizzes.rules.exchange.quiz_file import QuizFile, Settings


def quiz_file(quiz: Quiz) -> QuizFile:
    settings = Settings(quiz.title, quiz.instructions, quiz.show_marks, quiz.tries, quiz.shuffle)
    return QuizFile(settings, tuple(row.question for row in quiz.questions.all()))


def shared_quiz(token: str) -> Quiz | None:
    """The quiz that a link leads to, with its teacher; none once it is no longer shared, archived or deleted."""
    return (
        Quiz.objects.current()
        .filter(share_token=token, teacher__is_active=True)
        .select_related("teacher")
        .first()
    )  # fmt: skip
