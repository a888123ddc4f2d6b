"""What an account holds."""

from dataclasses import dataclass

from quizzes.models import Answer, Student, User


@dataclass(frozen=True)
class Belongings:
    classrooms: int
    students: int
    quizzes: int
    answers: int


def belongings(user: User) -> Belongings:
    return Belongings(
        classrooms=user.classrooms.count(),
        students=Student.objects.visible_to(user).seated().count(),
        quizzes=user.quizzes.count(),
        answers=Answer.objects.visible_to(user).count(),
    )
