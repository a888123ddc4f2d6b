"""Writing quizzes."""

import random
from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from quizzes.models import Question, Quiz, User
from quizzes.models.quiz import QuizSettings
from quizzes.rules import planning, questions
from quizzes.rules.exchange.quiz_file import MOST_QUESTIONS

SETTINGS = ("title", "instructions", "show_marks", "tries", "shuffle")


def settings_of(source: QuizSettings) -> dict[str, object]:
    return {name: getattr(source, name) for name in SETTINGS}


def create_quiz(*, teacher: User, title: str, asked: Sequence[questions.Question]) -> Quiz:
    """A new quiz with these questions. Raises QuestionRefused past MOST_QUESTIONS."""
    with transaction.atomic():
        quiz = Quiz.objects.create(teacher=teacher, title=title)
        add_questions(quiz=quiz, added=asked)
        return quiz


def add_questions(*, quiz: Quiz, added: Sequence[questions.Question]) -> list[Question]:
    """Adds questions at the end. Raises QuestionRefused past MOST_QUESTIONS."""
    with transaction.atomic():
        Quiz.objects.select_for_update().get(pk=quiz.pk)
        _require_room(quiz, for_=len(added))
        last = quiz.questions.aggregate(last=Max("position"))["last"] or 0
        rows = [
            Question(quiz=quiz, position=last + offset, body=question.to_json())
            for offset, question in enumerate(added, start=1)
        ]
        _touch(quiz)
        return Question.objects.bulk_create(rows)


def add_like(*, row: Question, count: int, rng: random.Random) -> list[Question]:
    """Adds questions of the same skill and level, none that the quiz has; fewer where there are fewer.

    Raises SetRefused where there is none, and QuestionRefused past MOST_QUESTIONS.
    """
    asked = [other.question for other in row.quiz.questions.all()]
    return add_questions(quiz=row.quiz, added=planning.more_like(row.question, asked, count, rng))


def rewrite_question(*, row: Question, question: questions.Question) -> None:
    row.body = question.to_json()
    row.save(update_fields=["body"])
    _touch(row.quiz)


def remove_question(*, row: Question) -> None:
    quiz = row.quiz
    row.delete()
    _touch(quiz)


def restore_question(*, quiz: Quiz, pk: int, position: int, question: questions.Question) -> Question:
    """Puts a removed question back at its place, under its own id: restoring it twice is restoring it once."""
    with transaction.atomic():
        if not quiz.questions.filter(pk=pk).exists():
            _require_room(quiz, for_=1)
        row, _ = Question.objects.get_or_create(
            pk=pk, quiz=quiz, defaults={"position": position, "body": question.to_json()}
        )
        _touch(quiz)
        return row


def order_questions(*, quiz: Quiz, ids: Sequence[int]) -> None:
    """Puts the quiz's questions in the order of `ids`; questions not named (added meanwhile) come after."""
    with transaction.atomic():
        rows = {row.pk: row for row in quiz.questions.select_for_update()}
        wanted = [rows.pop(pk) for pk in dict.fromkeys(ids) if pk in rows]
        for position, row in enumerate([*wanted, *rows.values()], start=1):
            row.position = position
        Question.objects.bulk_update([*wanted, *rows.values()], ["position"])
        _touch(quiz)


def move_question(*, row: Question, by: int) -> None:
    """Moves one question `by` places (−1 is up), as far as the ends allow."""
    ids = list(row.quiz.questions.values_list("pk", flat=True))
    place = ids.index(row.pk)
    ids.remove(row.pk)
    ids.insert(max(0, min(len(ids), place + by)), row.pk)
    order_questions(quiz=row.quiz, ids=ids)


def duplicate_quiz(*, quiz: Quiz) -> Quiz:
    """A second one for the same teacher, told apart by its title."""
    return copy_quiz(quiz=quiz, teacher=quiz.teacher, title=f"{quiz.title[:110]} (copy)")


def copy_quiz(*, quiz: Quiz, teacher: User, title: str) -> Quiz:
    """A quiz of the teacher's own, as this one is now: what is changed in either leaves the other alone."""
    with transaction.atomic():
        copy = Quiz.objects.create(teacher=teacher, **settings_of(quiz) | {"title": title})
        Question.objects.bulk_create(
            Question(quiz=copy, position=row.position, body=row.body) for row in quiz.questions.all()
        )
        return copy


def archive_quiz(*, quiz: Quiz) -> None:
    Quiz.objects.filter(pk=quiz.pk).update(archived_at=timezone.now())


def unarchive_quiz(*, quiz: Quiz) -> None:
    Quiz.objects.filter(pk=quiz.pk).update(archived_at=None)


def _require_room(quiz: Quiz, *, for_: int) -> None:
    count = quiz.questions.count()
    if count + for_ > MOST_QUESTIONS:
        raise questions.QuestionRefused(f"A quiz holds at most {MOST_QUESTIONS} questions; this one has {count}.")


def _touch(quiz: Quiz) -> None:
    Quiz.objects.filter(pk=quiz.pk).update(updated_at=timezone.now())
