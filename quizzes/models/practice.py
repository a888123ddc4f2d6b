"""What a classroom practises."""

from django.db import models

from quizzes.models.people import Classroom


class ClassroomSkill(models.Model):
    """A level of a skill that students of the classroom may practise on their own."""

    classroom = models.ForeignKey(Classroom, models.CASCADE, related_name="skills")
    skill = models.CharField(max_length=40, help_text="A code of `rules.skills.SKILLS`.")
    level = models.PositiveSmallIntegerField()
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["skill", "level"]
        constraints = [
            models.UniqueConstraint(fields=["classroom", "skill", "level"], name="one_level_of_a_skill_per_classroom")
        ]

    def __str__(self) -> str:
        return f"{self.skill} {self.level} of classroom {self.classroom_id}"
