"""The school of a run, made before the server starts, and what the database holds when the game is over.

A process of its own, with the site's settings: `python -m tests.bench.live.school build` or `count`. Reads and writes
JSON.
"""

import json
import sys
from collections import Counter, defaultdict
from typing import Any

import django

TEACHERS = ("bench@school.example", "beside@school.example")
PASSWORD = "a-long-password-of-the-bench"
SUMS = ("7 × 8", "6 × 4", "3 × 9", "8 × 8", "4 × 7", "6 × 7", "9 × 8", "12 ÷ 4", "56 ÷ 7", "42 ÷ 6")
BESIDE = 5
"""Players of the game that is played at the same time, whose frames must reach nobody else."""


def build(players: int, questions: int) -> dict[str, Any]:
    """Two teachers with a class and a quiz each."""
    return {
        "games": [_class(email, count, questions) for email, count in zip(TEACHERS, (players, BESIDE), strict=True)]
    }


def _class(email: str, count: int, questions: int) -> dict[str, Any]:
    from quizzes.models import Quiz, Student, User
    from quizzes.rules.prompts import spoken
    from quizzes.rules.questions import write
    from quizzes.services.classrooms import create_classroom
    from quizzes.services.quizzes import add_questions

    teacher = User.objects.create_user(email, PASSWORD, name="Bench")
    classroom = create_classroom(teacher=teacher, name="Bench", emblem="orion")
    students = Student.objects.bulk_create(
        Student(classroom=classroom, name=f"Player{number:04}") for number in range(1, count + 1)
    )
    quiz = Quiz.objects.create(teacher=teacher, title="Tables", tries=1)
    asked = [write(SUMS[number % len(SUMS)]) for number in range(questions)]
    add_questions(quiz=quiz, added=asked)
    return {
        "email": email,
        "password": PASSWORD,
        "code": classroom.code,
        "classroom": classroom.pk,
        "quiz": quiz.pk,
        "students": [student.pk for student in students],
        "keys": {spoken(question.prompt): question.answer for question in asked},
    }


def count(game: int, sent: list[dict[str, Any]]) -> dict[str, Any]:
    """What of `sent` (`id`, `student`, `question`, `acknowledged`) is kept, and what each student has by the rules."""
    from quizzes.models import Answer, LiveGame

    assignment = LiveGame.objects.get(pk=game).assignment
    kept = Answer.objects.filter(sitting__assignment=assignment).select_related("sitting")
    found = {str(answer.pk): (answer.sitting.student_id, answer.question_id) for answer in kept}
    acknowledged = [answer for answer in sent if answer["acknowledged"]]
    answered = Counter(found.values())
    return {
        "lost": sum(found.get(answer["id"]) != (answer["student"], answer["question"]) for answer in acknowledged),
        "doubled": sum(times - 1 for times in answered.values()),
        "unknown": len(set(found) - {answer["id"] for answer in sent}),
        "late": kept.filter(late=True).count(),
        "to_read": kept.filter(awaits_reader=True).count(),
        "marks": Counter(kept.values_list("mark", flat=True)),
        "scores": _scores(assignment),
    }


def _scores(assignment: Any) -> dict[int, tuple[int, int]]:
    """Points and right answers of each student, from the answers alone."""
    from quizzes.models import Answer
    from quizzes.rules.game.points import Turn, tally
    from quizzes.rules.marking import Outcome

    turns: dict[int, list[Turn]] = defaultdict(list)
    counting = Answer.objects.counting().filter(sitting__assignment=assignment, late=False)
    for student, mark in counting.order_by("question__position").values_list("sitting__student", "mark"):
        turns[student].append(Turn(Outcome(mark)))
    tallies = {student: tally(each) for student, each in turns.items()}
    return {student: (each.points, each.right) for student, each in tallies.items()}


if __name__ == "__main__":
    django.setup()
    work = {"build": build, "count": count}[sys.argv[1]]
    print(json.dumps(work(**json.load(sys.stdin))))
