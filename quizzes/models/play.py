"""Sittings, answers with their ink, and corrections of them."""

from django.db import models
from django.db.models import Q

from quizzes.models.people import Student, User
from quizzes.models.quiz import AskedQuestion, Assignment
from quizzes.rules.marking import Outcome

OUTCOMES = [(outcome.value, outcome.value) for outcome in Outcome]


class Sitting(models.Model):
    """One student's run through one assignment."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="sittings")
    student = models.ForeignKey(Student, models.CASCADE, related_name="sittings")
    order = models.JSONField(help_text="Ids of the asked questions, in this student's order.")
    showing = models.ForeignKey(AskedQuestion, models.SET_NULL, null=True, blank=True, related_name="+")
    shown_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["assignment", "student"], name="one_sitting_per_student_and_assignment")
        ]

    def __str__(self) -> str:
        return f"sitting {self.pk}"


class AnswerQuerySet(models.QuerySet["Answer"]):
    def visible_to(self, user: User) -> "AnswerQuerySet":
        return self.filter(sitting__assignment__classroom__teacher=user.pk)

    def counting(self) -> "AnswerQuerySet":
        """Answers that are marked: one that awaits the child's yes, or the reader, counts for nothing yet."""
        return self.filter(awaits_child=False, awaits_reader=False)


class Answer(models.Model):
    """One response to one asked question. The ink is the record; text and mark are derived, and can be mended."""

    class Source(models.TextChoices):
        DRAWN = "drawn", "Drawn"
        TYPED = "typed", "Typed"

    id = models.UUIDField(primary_key=True, help_text="Made by the student's device.")
    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="answers")
    question = models.ForeignKey(AskedQuestion, models.CASCADE, related_name="answers")
    number = models.PositiveSmallIntegerField(help_text="Counts the responses to this question from 1.")
    source = models.CharField(max_length=5, choices=Source.choices)
    strokes = models.JSONField(null=True, blank=True)
    reading = models.JSONField(null=True, blank=True)
    text = models.CharField(max_length=200, blank=True, help_text="What was marked.")
    mark = models.CharField(max_length=6, choices=OUTCOMES)
    note = models.CharField(max_length=200, blank=True)
    automatic_text = models.CharField(max_length=200, blank=True, editable=False)
    automatic_mark = models.CharField(max_length=6, choices=OUTCOMES, editable=False)
    automatic_note = models.CharField(max_length=200, blank=True, editable=False)
    awaits_child = models.BooleanField(default=False, help_text="Doubtful ink, not yet confirmed.")
    awaits_reader = models.BooleanField(
        default=False, help_text="Kept and acknowledged; it is read when the rush of a live game is over."
    )
    late = models.BooleanField(default=False, help_text="Came after its question was over: the teacher decides.")
    cut_short = models.BooleanField(
        default=False, help_text="Sent by itself when the time was up: the child had not said that it is finished."
    )
    left_to_teacher = models.BooleanField(default=False)
    look_at_ink = models.BooleanField(default=False, help_text="Wrong, but the ink could be the right answer.")
    mirrored = models.CharField(max_length=10, blank=True, help_text="Digits written the wrong way round, each once.")
    misconceptions = models.JSONField(
        default=list, blank=True, help_text="Ids of what may have led to this wrong answer, most specific first."
    )
    digits_right = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Right digits in the right place.")
    digits_asked = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Digits of the right answer.")
    thinking_ms = models.PositiveIntegerField(
        null=True, blank=True, help_text="From the question's appearance on the device to the first ink or key."
    )
    digest = models.CharField(max_length=64, editable=False, help_text="Of what was sent, to know a repeat.")
    shown_at = models.DateTimeField(null=True, blank=True)
    received_at = models.DateTimeField()

    objects = AnswerQuerySet.as_manager()

    class Meta:
        ordering = ["question__position", "number"]
        indexes = [
            models.Index(fields=["received_at"], condition=Q(awaits_reader=True), name="awaiting_the_reader"),
            # marks stand behind the ink in a row: a class's right answers are counted without passing through it
            models.Index(fields=["sitting", "mark"], name="marks_of_a_sitting"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["sitting", "question", "number"], name="one_answer_per_question_and_try"),
            models.CheckConstraint(
                condition=Q(source="drawn", strokes__isnull=False) | Q(source="typed", strokes__isnull=True),
                name="ink_belongs_to_drawn_answers",
            ),
        ]

    def __str__(self) -> str:
        return f"answer {self.pk}"

    @property
    def seconds(self) -> float | None:
        """From the question's appearance to the answer's arrival."""
        if self.shown_at is None:
            return None
        return max(0.0, (self.received_at - self.shown_at).total_seconds())


class Correction(models.Model):
    """A teacher's change of a reading or a mark. Rows are never edited; undoing one dates it."""

    answer = models.ForeignKey(Answer, models.CASCADE, related_name="corrections")
    teacher = models.ForeignKey(User, models.SET_NULL, null=True, related_name="corrections")
    text = models.CharField(max_length=200, blank=True)
    mark = models.CharField(max_length=6, choices=OUTCOMES)
    reason = models.CharField(max_length=200)
    ended_wait = models.BooleanField(default=False, help_text="The child was still to be asked.")
    created_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"correction {self.pk} of answer {self.answer_id}"
