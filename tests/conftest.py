"""The cast. Alice is the teacher who owns everything here; Bob is another teacher and must see none of it.

Zoe and Yan sit in Alice's classroom; Xan sits in Bob's. Carol administers the site.
"""

from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.test import Client

from quizzes.middleware import SEAT_COOKIE
from quizzes.models import Assignment, Classroom, Quiz, Student, User
from quizzes.rules import questions
from quizzes.services.assignments import give_quiz
from quizzes.services.classrooms import create_classroom
from quizzes.services.quizzes import add_questions
from quizzes.services.seats import take_seat

PASSWORD = "correct horse battery"
PIN = ("rocket", "moon", "star")


@pytest.fixture(autouse=True)
def _nobody_is_throttled_yet() -> None:
    cache.clear()


@pytest.fixture
def alice(db: None) -> User:
    return User.objects.create_user("alice@example.org", PASSWORD, name="Alice Adams")


@pytest.fixture
def bob(db: None) -> User:
    return User.objects.create_user("bob@example.org", PASSWORD, name="Bob Brown")


@pytest.fixture
def carol(db: None) -> User:
    return User.objects.create_superuser("carol@example.org", PASSWORD, name="Carol Clark")


@pytest.fixture
def classroom(alice: User) -> Classroom:
    return create_classroom(teacher=alice, name="4B", emblem="orion")


@pytest.fixture
def zoe(classroom: Classroom) -> Student:
    return Student.objects.create(classroom=classroom, name="Zoe Zimmer")


@pytest.fixture
def yan(classroom: Classroom) -> Student:
    return Student.objects.create(classroom=classroom, name="Yan Yates")


@pytest.fixture
def xan(bob: User) -> Student:
    bobs = create_classroom(teacher=bob, name="Bob's class", emblem="bear")
    return Student.objects.create(classroom=bobs, name="Xan Xu")


@pytest.fixture
def quiz(alice: User) -> Quiz:
    """Two questions: 7 × 8 = 56 and 12 ÷ 4 = 3, marks after each question, two tries."""
    quiz = Quiz.objects.create(teacher=alice, title="Times and divide", tries=2)
    add_questions(quiz=quiz, added=[questions.write("7 × 8"), questions.write("12 ÷ 4")])
    return quiz


@pytest.fixture
def assignment(quiz: Quiz, classroom: Classroom, zoe: Student, yan: Student) -> Assignment:
    return give_quiz(quiz=quiz, classroom=classroom)


@pytest.fixture
def signed_in() -> Callable[[User], Client]:
    """A browser in which that teacher or administrator is signed in."""

    def sign_in(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in


@pytest.fixture
def seated() -> Callable[[Student], Client]:
    """A browser that holds that student's seat."""

    def sit(student: Student) -> Client:
        client = Client()
        client.cookies[SEAT_COOKIE] = take_seat(student=student, pin=PIN)
        return client

    return sit
