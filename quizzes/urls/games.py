from django.urls import path

from quizzes.views import games

urlpatterns = [
    path("quizzes/<int:pk>/live/", games.new, name="game-new"),
    path("games/<int:pk>/", games.host, name="game-host"),
]
