"""What a request carries once a decorator has let it through."""

from django.http import HttpRequest

from quizzes.models import User


class TeacherRequest(HttpRequest):
    """A request behind `login_required`."""

    user: User
