"""Teachers, their classrooms, and the seats in them."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

from quizzes.rules import names
from quizzes.rules.pictures import EMBLEMS
from quizzes.rules.typesetting import COMMA, POINT


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: object) -> "User":
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save()
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: object) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser, PermissionsMixin):
    """A teacher; an administrator where is_staff."""

    email = models.EmailField("e-mail address", max_length=254, unique=True)
    name = models.CharField("your name", max_length=80, help_text="As your students know you.")
    is_staff = models.BooleanField("administrator", default=False)
    is_active = models.BooleanField("active", default=True)
    date_joined = models.DateTimeField(default=timezone.now)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="one_user_per_email")]

    def __str__(self) -> str:
        return self.name or self.email


class ClassroomQuerySet(models.QuerySet["Classroom"]):
    def visible_to(self, user: "User") -> "ClassroomQuerySet":
        return self.filter(teacher=user.pk)


class Classroom(models.Model):
    class DecimalSign(models.TextChoices):
        POINT = POINT, "Point: 3.5"
        COMMA = COMMA, "Comma: 3,5"

    teacher = models.ForeignKey(User, models.CASCADE, related_name="classrooms")
    name = models.CharField(max_length=60)
    emblem = models.CharField(
        max_length=20, choices=[(emblem.code, emblem.name) for emblem in EMBLEMS], default="orion"
    )
    decimal_sign = models.CharField(max_length=1, choices=DecimalSign.choices, default=DecimalSign.POINT)
    code = models.CharField("join code", max_length=6, unique=True)
    with_game = models.BooleanField(
        "rockets and the journey",
        default=True,
        help_text="Without them the same pages are plain and calm.",
    )
    farthest = models.PositiveIntegerField(
        default=0, editable=False, help_text="How far the class has ever flown: a correction takes nothing back."
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ClassroomQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class StudentQuerySet(models.QuerySet["Student"]):
    def visible_to(self, user: "User") -> "StudentQuerySet":
        return self.filter(classroom__teacher=user.pk)

    def seated(self) -> "StudentQuerySet":
        """Those on the roster now."""
        return self.filter(removed_at=None, guest_in=None)

    def here(self) -> "StudentQuerySet":
        """Those who may hold a seat: the roster, and the guests of live games."""
        return self.filter(removed_at=None)


class Student(models.Model):
    """A seat in a classroom: a name and a picture PIN, never an e-mail."""

    classroom = models.ForeignKey(Classroom, models.CASCADE, related_name="students")
    name = models.CharField(max_length=40)
    pin_hash = models.CharField(max_length=128, blank=True, editable=False)
    wrong_pins = models.PositiveSmallIntegerField(default=0, editable=False)
    locked_at = models.DateTimeField(null=True, blank=True)
    left_handed = models.BooleanField(default=False)
    guest_in = models.ForeignKey(
        "Assignment",
        models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="guests",
        help_text="A guest plays this live game and nothing else, and is on no roster.",
    )
    outfit = models.JSONField(default=dict, blank=True, help_text="How the student's rocket is fitted out.")
    created_at = models.DateTimeField(auto_now_add=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = StudentQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                "classroom",
                Lower("name"),
                condition=Q(removed_at=None, guest_in=None),
                name="one_seat_per_name_on_the_roster",
            ),
            models.UniqueConstraint("guest_in", Lower("name"), name="one_guest_per_name_and_game"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def first_name(self) -> str:
        """What the child is called on the child's own pages: a guest by both words of the name."""
        return self.name if self.guest_in_id is not None else names.labels([self.name])[0]


class SeatToken(models.Model):
    """A browser that holds a seat. The cookie carries the token; only its digest is kept."""

    student = models.ForeignKey(Student, models.CASCADE, related_name="tokens")
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"seat {self.student_id}"
