"""Live games, and what students keep of playing."""

from typing import Any

from django.db import connection, models

from quizzes.models.people import Student, User
from quizzes.models.quiz import Assignment
from quizzes.rules import game


class LiveGameQuerySet(models.QuerySet["LiveGame"]):
    def visible_to(self, user: User) -> "LiveGameQuerySet":
        return self.filter(assignment__classroom__teacher=user.pk)

    def running(self) -> "LiveGameQuerySet":
        return self.filter(over_at=None)


class LiveGame(models.Model):
    """An assignment that is played live. `state` is the game as a value, changed by compare-and-swap on `version`."""

    assignment = models.OneToOneField(Assignment, models.CASCADE, related_name="game")
    code = models.CharField(
        "game code", max_length=6, unique=True, null=True, blank=True, help_text="Dead when the game is over."
    )
    state = models.JSONField(editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    over_at = models.DateTimeField(null=True, blank=True)

    objects = LiveGameQuerySet.as_manager()

    _parsed: tuple[dict[str, Any], game.Game] | None = None

    class Meta:
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"game of assignment {self.assignment_id}"

    @property
    def value(self) -> game.Game:
        """The game that `state` says, parsed once for each state: a thousand players take a millisecond.

        Of a row without its state, what was parsed for others who asked for this version.
        """
        if "state" in self.get_deferred_fields():
            if known := _known.get(self._version_known):
                return known
            self.refresh_from_db(fields=["state", "version"])
            _remember(self)
        if self._parsed is None or self._parsed[0] is not self.state:
            self._parsed = self.state, game.Game.from_json(self.state)
        return self._parsed[1]

    @property
    def _version_known(self) -> tuple[Any, ...]:
        return self.pk, self.version, self.created_at


_known: dict[tuple[Any, ...], game.Game] = {}
_MOST_KNOWN = 64


def _remember(row: LiveGame) -> None:
    """Nothing that a transaction might still take back."""
    if connection.in_atomic_block:
        return
    if len(_known) >= _MOST_KNOWN:
        _known.clear()
    _known[row._version_known] = row.value


class Reward(models.Model):
    """A part for the rocket that a student has earned. Nothing is bought, and nothing is ever lost."""

    student = models.ForeignKey(Student, models.CASCADE, related_name="rewards")
    code = models.CharField(max_length=40)
    earned_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["earned_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["student", "code"], name="one_reward_of_a_kind_per_student")]

    def __str__(self) -> str:
        return f"{self.code} of student {self.student_id}"
