"""Quizzes as teachers keep them, and as they were given."""

from datetime import datetime

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property

from quizzes.models.people import Classroom, Student, User
from quizzes.rules import questions


class QuizSettings(models.Model):
    """What a quiz and an assignment share: an assignment keeps its own copy of how it was given."""

    class ShowMarks(models.TextChoices):
        EACH = "each", "After each question"
        END = "end", "At the end"

    title = models.CharField(max_length=120)
    instructions = models.TextField(max_length=1000, blank=True)
    show_marks = models.CharField("show the mark", max_length=4, choices=ShowMarks.choices, default=ShowMarks.EACH)
    tries = models.PositiveSmallIntegerField(
        "tries per question", default=2, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    shuffle = models.BooleanField("shuffle the questions", default=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title


class QuizQuerySet(models.QuerySet["Quiz"]):
    def visible_to(self, user: User) -> "QuizQuerySet":
        return self.filter(teacher=user.pk)

    def current(self) -> "QuizQuerySet":
        return self.filter(archived_at=None)


class Quiz(QuizSettings):
    teacher = models.ForeignKey(User, models.CASCADE, related_name="quizzes")
    share_token = models.CharField(
        max_length=32, unique=True, null=True, blank=True, help_text="Whoever has the link may take a copy."
    )
    archived_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = QuizQuerySet.as_manager()

    class Meta:
        ordering = ["-updated_at", "-pk"]
        verbose_name_plural = "quizzes"


class PlacedQuestion(models.Model):
    """A question of the rules at its place, stored as it is: later rules never rewrite it."""

    position = models.PositiveSmallIntegerField()
    body = models.JSONField()

    class Meta:
        abstract = True
        ordering = ["position", "pk"]

    @property
    def question(self) -> questions.Question:
        return questions.Question.from_json(self.body)


class Question(PlacedQuestion):
    quiz = models.ForeignKey(Quiz, models.CASCADE, related_name="questions")

    def __str__(self) -> str:
        return f"question {self.pk} of quiz {self.quiz_id}"


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def visible_to(self, user: User) -> "AssignmentQuerySet":
        return self.filter(classroom__teacher=user.pk)

    def given(self) -> "AssignmentQuerySet":
        """Those that a teacher gave to a class; the others are rounds of practice."""
        return self.filter(practised_by=None)

    def with_game(self) -> "AssignmentQuerySet":
        """Each selected with its live game, if it is one, but for the game's state."""
        return self.select_related("game").defer("game__state")

    def meant_for(self, student: Student) -> "AssignmentQuerySet":
        """What was given to the student's class, and the student's own rounds of practice; a guest's one game."""
        if student.guest_in_id is not None:
            return self.filter(pk=student.guest_in_id)
        return self.filter(Q(practised_by=None) | Q(practised_by=student), classroom=student.classroom_id)

    def open_at(self, now: datetime) -> "AssignmentQuerySet":
        return self.filter(
            Q(opens_at=None) | Q(opens_at__lte=now),
            Q(closes_at=None) | Q(closes_at__gt=now),
            closed_at=None,
        )


class Assignment(QuizSettings):
    """A quiz given to a classroom, with settings and questions as they were when it was given.

    A round of practice is an assignment of one student, whose questions are asked as the student goes.
    """

    classroom = models.ForeignKey(Classroom, models.CASCADE, related_name="assignments")
    quiz = models.ForeignKey(Quiz, models.SET_NULL, null=True, blank=True, related_name="assignments")
    practised_by = models.ForeignKey(
        Student, models.CASCADE, null=True, blank=True, editable=False, related_name="practice_rounds"
    )
    practised_skill = models.CharField(
        max_length=40,
        blank=True,
        editable=False,
        help_text="What the student chose to practise; empty: whatever is next.",
    )
    opens_at = models.DateTimeField("open from", null=True, blank=True)
    closes_at = models.DateTimeField("open until", null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(opens_at=None) | Q(closes_at=None) | Q(opens_at__lt=F("closes_at")),
                name="assignment_opens_before_it_closes",
            ),
            models.UniqueConstraint(
                fields=["practised_by"], condition=Q(closed_at=None), name="one_open_round_of_practice_per_student"
            ),
        ]

    @property
    def is_practice(self) -> bool:
        return self.practised_by_id is not None

    @property
    def is_live(self) -> bool:
        """Whether it is, or was, played as a live game. A query, unless the game was selected with it."""
        return hasattr(self, "game")

    def is_open(self, now: datetime) -> bool:
        return (
            self.closed_at is None
            and (self.opens_at is None or self.opens_at <= now)
            and (self.closes_at is None or now < self.closes_at)
        )

    @property
    def tries_allowed(self) -> int:
        """One try where marks are shown at the end: nothing is known yet that could be mended."""
        return self.tries if self.show_marks == self.ShowMarks.EACH else 1


class AskedQuestion(PlacedQuestion):
    """As it was given: nobody changes it any more."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="questions")

    class Meta(PlacedQuestion.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["assignment", "position"], name="one_asked_question_per_place")]

    def __str__(self) -> str:
        return f"question {self.position} of assignment {self.assignment_id}"

    @cached_property
    def question(self) -> questions.Question:
        return super().question
