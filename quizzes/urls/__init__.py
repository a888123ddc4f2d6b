"""Addresses, one module per part of the site."""

from django.urls import include, path

urlpatterns = [
    path("", include("quizzes.urls.play")),
    path("", include("quizzes.urls.reader")),
    path("", include("quizzes.urls.skills")),
    path("accounts/", include("quizzes.urls.accounts")),
    path("", include("quizzes.urls.sharing")),
    path("teach/", include("quizzes.urls.classrooms")),
    path("teach/", include("quizzes.urls.quizzes")),
    path("teach/", include("quizzes.urls.exchange")),
    path("teach/", include("quizzes.urls.assignments")),
    path("teach/", include("quizzes.urls.games")),
    path("teach/", include("quizzes.urls.results")),
    path("api/", include("quizzes.urls.api")),
]
